//! `run 400 metrs`: a misspelt unit after a bare figure.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let before = stray.before().trim_end_matches(' ');
    if !before.ends_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let first = stray.first();
    let near = unit::meant(first)?;
    let message = format!("`{first}` is not a known unit");
    let place = stray.first_place();
    Some(Guess::new(Rule::UnknownUnit, place, message).fix(place, near).dropping_statement())
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
