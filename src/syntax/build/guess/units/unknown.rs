//! Any other word in the place of a unit.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    Some(unknown(stray).help("units are s, min, h, m, km, mi, kg, lb, cal, breaths, steps and a few more"))
}

/// Says that a unit is not known.
pub fn unknown(stray: &Stray<'_>) -> Guess {
    let message = format!("`{}` is not a known unit", stray.text());
    Guess::new(Rule::UnknownUnit, stray.place, message)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn units_are_listed() {
        assert!(told(guess, "run 5«laps»").starts_with("units are s, min, h"));
    }
}
