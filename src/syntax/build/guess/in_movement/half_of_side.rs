//! `lunge 10 right leg`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{HALVES, without_end};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let before = stray.before().trim_end_matches(' ');
    let follows_side = [" right", " left"].iter().any(|side| without_end(before, side).is_some());
    (stray.begins_with(HALVES) && follows_side).then(|| {
        let message = "write a side as `right` or `left` alone";
        Guess::new(Rule::Unreadable, stray.place, message).fix(stray.with_blank(), "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_half_after_a_side_is_dropped() {
        assert_eq!(told(guess, "lunge ‹10› right «leg»"), "lunge 10 right");
        assert_eq!(told(guess, "lunge ‹10› Left «Leg»"), "lunge 10 Left");
        assert_eq!(told(guess, "lunge ‹10› «leg»"), "");
    }
}
