//! `3 rounds:`, on a line of its own.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let number = rounds_said(stray.text())?;
    let message = "rounds belong in the header of a block, such as a circuit";
    let help = format!("write `circuit rounds {number} <`, then what is done in each, then `>`");
    Some(Guess::new(Rule::MissingStatementPart, stray.place, message).help(help))
}

/// Returns the number of `3 rounds:`, `5 rounds of`.
fn rounds_said(text: &str) -> Option<&str> {
    let mut words = text.trim_end_matches([':', ' ']).split_whitespace();
    let (number, word, of) = (words.next()?, words.next()?, words.next());
    let is_rounds = unit::is_said_for_rounds(word);
    let ends = of.is_none_or(|of| of.eq_ignore_ascii_case("of")) && words.next().is_none();
    (number.bytes().all(|byte| byte.is_ascii_digit()) && is_rounds && ends).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn rounds_are_shown_in_a_header() {
        for text in ["«3 rounds:»", "«3 sets of»", "«3 Rounds»"] {
            assert!(told(guess, text).starts_with("write `circuit rounds 3 <`"), "{text}");
        }
        assert_eq!(told(guess, "«3 rounds of squats»"), "");
        assert_eq!(told(guess, "«three rounds»"), "");
    }
}
