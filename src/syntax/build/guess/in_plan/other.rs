//! Anything in a plan that is not part of one.

use crate::syntax::build::guess::in_week::days_in_one_word::misplaced;
use crate::syntax::build::guess::{Guess, Stray};

/// What a plan holds.
pub const WEEKS: &str =
    "a plan holds weeks and days: `monday < … >`, `week 3 < … >`, `weeks 4-6 < … >`, `phase \"…\" 4 weeks < … >`";

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    Some(misplaced(stray).help(WEEKS))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_a_plan_holds_is_shown() {
        assert!(told(guess, "«run 5km»").starts_with("a plan holds weeks"));
    }
}
