//! `rest 90s between sets`, on a line of its own.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.is(&["between sets"]).then(|| {
        let rest = stray.between(stray.statement.start, stray.place.start).trim_end();
        let message = "a rest between sets goes after its movement";
        Guess::new(Rule::OutOfPlace, stray.statement, message).help(format!("write `squat 5x5 {rest}`"))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_rest_between_sets_is_shown_after_a_movement() {
        assert_eq!(told(guess, "rest 90s «between sets»"), "write `squat 5x5 rest 90s`");
        assert_eq!(told(guess, "rest 90s «between rounds»"), "");
    }
}
