//! `tuesday: rest`, without `<` and `>`.

use super::steps::{in_block, steps};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::plan::is_day_off;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    is_day_off(steps(stray)).then(|| in_block(stray, "rest day"))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_day_without_training_is_a_rest_day() {
        assert_eq!(told(guess, "tuesday«: off»"), "tuesday < rest day >");
        assert_eq!(told(guess, "tuesday «day off»"), "tuesday < rest day >");
        assert_eq!(told(guess, "tuesday «run 5km»"), "");
    }
}
