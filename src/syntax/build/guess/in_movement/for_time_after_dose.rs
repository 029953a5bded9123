//! `burpee 100 for time`: a block after its movement.

use crate::syntax::build::guess::nameless::for_time_after_movement::block_around;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    (stray.is(&["for time"]) && stray.place.end == stray.statement.end).then(|| {
        let movement = stray.between(stray.statement.start, stray.place.start).trim_end();
        block_around(stray.statement, movement).explaining_statement().dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_block_goes_around_its_movement() {
        assert_eq!(told(guess, "burpee ‹100› «for time»"), "for time < burpee 100 >");
        assert_eq!(told(guess, "burpee ‹100› «for time» \"fast\""), "");
    }
}
