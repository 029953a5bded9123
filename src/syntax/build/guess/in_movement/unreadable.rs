//! Anything else in a movement statement.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let message = format!("`{}` is not understood here", stray.text());
    let help = "a cue needs quotes; a dose can be followed by `per leg`, `alternating`, `@ 24kg`, `tempo 3-1-1-0`, `hold 5s`, `rest 60s` or a \"cue\"";
    Some(Guess::new(Rule::Unreadable, stray.place, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_may_follow_a_dose_is_listed() {
        assert!(told(guess, "squat ‹10› «slowly!»").starts_with("a cue needs quotes"));
    }
}
