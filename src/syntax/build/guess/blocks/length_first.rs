//! `12 min amrap < … >`, `10-minute emom < … >`.

use super::unknown::header;
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::time_of;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    let (time, word) = header.rsplit_once(' ')?;
    let word = ["amrap", "emom"].into_iter().find(|known| known.eq_ignore_ascii_case(word))?;
    let (figure, unit) = time_of(&time.replace('-', " "))?;
    let mended = format!("{word} {figure}{}", unit.spelling());
    let message = format!("the block comes first: `{mended}`");
    Some(Guess::new(Rule::WordOrder, place, message).fix(place, mended))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_length_goes_behind_the_block() {
        assert_eq!(told(guess, "«12 min AMRAP» < squat 10 >"), "amrap 12min < squat 10 >");
        assert_eq!(told(guess, "«10-minute emom» < squat 10 >"), "emom 10min < squat 10 >");
        assert_eq!(told(guess, "«12 amrap» < squat 10 >"), "");
        assert_eq!(told(guess, "«12min circuit» < squat 10 >"), "");
    }
}
