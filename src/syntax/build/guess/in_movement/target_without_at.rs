//! `squat 5 rpe 8`.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_target_word;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    is_target_word(stray.first()).then(|| {
        let text = stray.text();
        let message = format!("`{text}` goes after `@`: `@ {text}`");
        Guess::new(Rule::WordOrder, stray.place, message).fix(Span::at(stray.place.start as usize), "@ ")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_target_gets_its_at_sign() {
        assert_eq!(told(guess, "squat ‹5› «rpe 8»"), "squat 5 @ rpe 8");
        assert_eq!(told(guess, "run ‹5km› «easy»"), "run 5km @ easy");
        assert_eq!(told(guess, "squat ‹5› «slowly»"), "");
    }
}
