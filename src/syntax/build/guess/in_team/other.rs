//! Anything in a team that is not the file of an athlete.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let message = format!("`{}` can't be used here in a team", stray.text());
    let help = "a team is the files of its athletes: `use \"sam.wod\"; use \"jo.wod\"`";
    Some(Guess::new(Rule::OutOfPlace, stray.place, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_a_team_holds_is_shown() {
        assert!(told(guess, "«Sam, Jo»").starts_with("a team is the files"));
    }
}
