//! `tuesday:`, with nothing after it.

use super::steps::between_signs;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    Some(between_signs(stray).help("write it there: `tuesday < run 5km >`"))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_day_is_shown() {
        assert_eq!(told(guess, "tuesday«:»"), "write it there: `tuesday < run 5km >`");
    }
}
