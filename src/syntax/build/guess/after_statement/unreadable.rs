//! Anything else after a statement that is complete.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let message = format!("`{}` is not understood here", stray.text());
    let help = "this statement is complete before it; a new one begins after `;` or on a new line";
    Some(Guess::new(Rule::Unreadable, stray.place, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn whatever_is_left_over_is_reported() {
        assert!(told(guess, "rest 60s «softly»").starts_with("this statement is complete"));
    }
}
