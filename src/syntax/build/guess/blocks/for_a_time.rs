//! `for 15min < … >`: how long, and not what is done in that time.

use crate::diagnostic::Choice;
use super::unknown::{header, no_block};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::time_said;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    let (first, time) = header.split_once(' ')?;
    let is_time = first.eq_ignore_ascii_case("for") && time_said(time).is_some();
    is_time.then(|| {
        no_block(stray).help(format!(
            "for as many rounds as fit, write `amrap {time} < … >`; for a number of rounds in that time at most, \
             `for time rounds 5 cap {time} < … >`"
        )).choices([Choice::write(place, format!("amrap {time}")).meaning("for as many rounds as fit")])
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_time_may_be_that_of_an_amrap_or_a_cap() {
        assert!(told(guess, "«for 15min»").starts_with("for as many rounds as fit, write `amrap 15min < … >`"));
        for text in ["«for time»", "«for 15 rounds»", "«15min»"] {
            assert_eq!(told(guess, text), "", "{text}");
        }
    }
}
