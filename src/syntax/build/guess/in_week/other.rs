//! Anything in a week that is not a day.

use super::days_in_one_word::misplaced;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    Some(misplaced(stray).help("a week holds days: `tuesday < … >`, `monday, friday < … >`"))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_a_week_holds_is_shown() {
        assert!(told(guess, "«run 5km»").starts_with("a week holds days"));
    }
}
