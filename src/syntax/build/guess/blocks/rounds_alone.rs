//! `3 rounds < … >`, `repeat 3 times < … >`.

use super::unknown::header;
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    let number = rounds_alone(header)?;
    let message = "rounds belong in the header of a block, such as a circuit";
    Some(Guess::new(Rule::UnknownBlock, place, message).fix(place, format!("circuit rounds {number}")))
}

/// Reads a header that only counts rounds: `3 rounds`, `round 3`, `5 sets of`.
fn rounds_alone(header: &str) -> Option<&str> {
    let words: Vec<&str> = header.split_whitespace().collect();
    let is = unit::is_said_for_rounds;
    let number = match words.as_slice() {
        [word, number] if is(word) => number,
        [number, word] if is(word) => number,
        [number, word, of] if is(word) && of.eq_ignore_ascii_case("of") => number,
        [repeat, number, times @ ..]
            if repeat.eq_ignore_ascii_case("repeat")
                && matches!(times, [] | [_])
                && times
                    .iter()
                    .all(|word| word.eq_ignore_ascii_case("times") || word.eq_ignore_ascii_case("x")) =>
        {
            number
        }
        _ => return None,
    };
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(*number)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn rounds_alone_are_a_circuit() {
        for header in ["3 rounds", "Rounds 3", "3 sets of", "repeat 3 times", "repeat 3x", "repeat 3"] {
            let meant = if header.ends_with("3x") { "" } else { "circuit rounds 3 < squat 10 >" };
            assert_eq!(told(guess, &format!("«{header}» < squat 10 >")), meant, "{header}");
        }
        assert_eq!(told(guess, "«three rounds» < squat 10 >"), "");
    }
}
