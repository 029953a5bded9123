//! `plan "A" weeks six`: how many weeks there are, without a figure.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.begins_with(&["weeks"]).then(|| {
        let message = "a plan says how many weeks it has: `weeks 6`";
        Guess::new(Rule::MissingStatementPart, stray.place, message)
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_figure_is_asked_for() {
        assert!(told(guess, "plan \"A\" «weeks six» <").ends_with("`weeks 6`"));
        assert_eq!(told(guess, "plan \"A\" «six weeks» <"), "");
    }
}
