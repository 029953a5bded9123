//! `...`, where something is still to be written.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::placeholder;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (at, sign) = placeholder(stray.text())?;
    let at = stray.place.start as usize + at;
    let message = format!("`{sign}` marks something that is still to be written");
    let guess = Guess::new(Rule::Placeholder, Span::new(at, at + sign.len()), message);
    Some(guess.help("replace it with the rest of the workout"))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn three_points_or_their_sign_are_a_placeholder() {
        for text in ["squat «10 ...»", "squat «…»"] {
            assert_eq!(told(guess, text), "replace it with the rest of the workout");
        }
        assert_eq!(told(guess, "squat «..»"), "");
    }
}
