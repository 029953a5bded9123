//! `squat 5 @ 80% top set`: the `of` is missing.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let known = ["top set", "the top set", "topset", "top-set", "top single"];
    (stray.is(&known) && stray.before().trim_end().ends_with('%')).then(|| {
        let message = "what a percentage is of goes after `of`: `80% of top set`";
        Guess::new(Rule::WordOrder, stray.place, message).fix(stray.place, "of top set")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_part_of_the_top_set_is_said_with_of() {
        for text in ["squat ‹5› @ 80% «top set»", "squat ‹5› @ 80% «the top set»"] {
            assert_eq!(told(guess, text), "squat 5 @ 80% of top set");
        }
        assert_eq!(told(guess, "squat ‹5› @ 80kg «top set»"), "");
    }
}
