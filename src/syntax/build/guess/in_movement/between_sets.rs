//! `squat 3x10 rest 60s between sets`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.is(&["between sets"]).then(|| {
        let message = "a rest after sets is always between them";
        Guess::new(Rule::Unreadable, stray.place, message).fix(stray.with_blank(), "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn between_sets_is_not_said() {
        assert_eq!(told(guess, "squat ‹3x10› rest 60s «between sets»"), "squat 3x10 rest 60s");
        assert_eq!(told(guess, "squat ‹3x10› rest 60s «between»"), "");
    }
}
