//! `wek 3 < … >`.

use crate::diagnostic::nearest;
use crate::syntax::build::guess::in_week::days_in_one_word::misplaced;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let near = match &*stray.first().to_lowercase() {
        "wk" | "w" => "week",
        "wks" => "weeks",
        first => nearest(first, ["week", "weeks", "every week", "phase", "cycle", "cycles"])?,
    };
    Some(misplaced(stray).fix(stray.first_place(), near))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_week_is_mended() {
        assert_eq!(told(guess, "«wekes 4-6» < >"), "weeks 4-6 < >");
        assert_eq!(told(guess, "«wk 1» < >"), "week 1 < >");
        assert_eq!(told(guess, "«month 2» < >"), "");
    }
}
