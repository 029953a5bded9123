//! `squat 10 of`: a word that is said and not written.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_filler;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    is_filler(text).then(|| {
        let message = format!("`{text}` is not needed here");
        Guess::new(Rule::Unreadable, stray.place, message).fix(stray.with_blank(), "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_word_that_says_nothing_is_dropped() {
        assert_eq!(told(guess, "squat ‹10› «With» @ 60kg"), "squat 10 @ 60kg");
        assert_eq!(told(guess, "squat ‹10› «with band»"), "");
    }
}
