//! `tuesday: < … >`, `week 1: < … >`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    (stray.text() == ":").then(|| {
        Guess::new(Rule::NameCharacter, stray.place, "no colon is needed before `<`").fix(stray.place, "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_colon_is_dropped() {
        assert_eq!(told(guess, "tuesday«:» < run 5km >"), "tuesday < run 5km >");
        assert_eq!(told(guess, "tuesday«: off» < run 5km >"), "");
    }
}
