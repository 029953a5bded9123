//! `100 burpees for time`: a block after its movement.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::nameless::dose_first::reorder;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::without_end;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let movement = without_end(stray.text(), " for time").and_then(reorder)?;
    Some(block_around(stray.place, &movement))
}

/// Puts `for time` around its movement.
pub fn block_around(place: Span, movement: &str) -> Guess {
    let mended = format!("for time < {movement} >");
    let message = format!("`for time` is a block, which goes around its movements: `{mended}`");
    Guess::new(Rule::WordOrder, place, message).fix(place, mended)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_block_goes_around_its_movement() {
        assert_eq!(told(guess, "«100 burpees for time»"), "for time < burpees 100 >");
        assert_eq!(told(guess, "«100 burpees»"), "");
        assert_eq!(told(guess, "«for time»"), "");
    }
}
