//! `plan "A" starts monday`: when a plan starts, without a date.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

/// What is said of `starts` without a date.
pub const START_FORM: &str = "a plan starts on a date, which is a Monday: `starts 2026-01-05`";

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.begins_with(&["starts"]).then(|| Guess::new(Rule::MissingStatementPart, stray.place, START_FORM))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_date_is_asked_for() {
        assert!(told(guess, "plan \"A\" «starts monday» <").ends_with("`starts 2026-01-05`"));
        assert_eq!(told(guess, "plan \"A\" «begins monday» <"), "");
    }
}
