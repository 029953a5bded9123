//! `$`, which is reserved for later versions.

use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{as_note, not_yet};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let at = stray.place.start as usize + stray.text().find('$')?;
    let guess = Guess::of(not_yet(Span::new(at, at + 1), "$"));
    Some(guess.choices(as_note(stray.file, stray.statement)))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_dollar_anywhere_in_the_words_is_reserved() {
        assert!(told(guess, "squat «at $load»").starts_with("it is reserved"));
        assert_eq!(told(guess, "squat «at load»"), "");
    }
}
