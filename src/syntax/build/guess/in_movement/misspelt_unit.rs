//! `run 400 metrs`: a misspelt unit after a bare figure.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::in_movement::second_movement::second_movement;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_target_word;
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let before = stray.before().trim_end_matches(' ');
    if !before.ends_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let first = stray.first();
    if !first.starts_with(char::is_alphabetic) || second_movement(stray.text()).is_some() && !is_target(stray) {
        return None;
    }
    let near = unit::meant(first)?;
    let message = format!("`{first}` is not a known unit");
    let place = stray.first_place();
    Some(Guess::new(Rule::UnknownUnit, place, message).fix(place, near).dropping_statement())
}

/// Tells whether a target follows the word: `run 400 metrs zone 2`. Else a figure further on is a dose, and the word part
/// of a name: `squat 5 calf raise 10`.
fn is_target(stray: &Stray<'_>) -> bool {
    stray.rest().split_whitespace().next().is_some_and(is_target_word)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_unit_is_mended() {
        assert_eq!(told(guess, "run ‹400› «metrs»"), "run 400 metres");
        assert_eq!(told(guess, "run ‹5km› @ 140 «bmp»"), "run 5km @ 140 bpm");
        assert_eq!(told(guess, "run ‹5km› «metrs»"), "");
        assert_eq!(told(guess, "run ‹400› «laps»"), "");
    }
}
