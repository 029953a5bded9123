//! `rotate < … >`, `alternate < … >`: steps that take turns from session to session.

use super::unknown::header;
use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

/// What others call it.
const CALLED: [&str; 6] = ["rotate", "rotation", "alternate", "take turns", "by turns", "in turns"];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    CALLED.iter().any(|called| called.eq_ignore_ascii_case(header)).then(|| {
        let message = format!("`{header}` is not a block, so `<` can't follow it");
        Guess::new(Rule::UnknownBlock, place, message).help(
            "for one of the steps in each session write `in turn < … >`; in an `emom` or `every`, `alternating` in its header has them take turns",
        ).choices([Choice::write(place, "in turn").meaning("for one of the steps in each session")])
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn steps_that_take_turns_are_in_turn() {
        for header in ["rotate", "Alternate"] {
            let help = told(guess, &format!("«{header}» < squat 10 >"));
            assert!(help.starts_with("for one of the steps in each session write `in turn < … >`"), "{header}");
        }
        assert_eq!(told(guess, "«three rounds» < squat 10 >"), "");
    }
}
