//! Anything else in a header.

use crate::diagnostic::{Rule, list};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::OPTIONS;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let message = format!("`{}` is not an option of a block", stray.text());
    let help = format!("options are {}", list(&OPTIONS));
    Some(Guess::new(Rule::UnknownOption, stray.place, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn the_options_are_listed() {
        assert!(told_in_header(guess, "circuit «+ 5» <").starts_with("options are `rounds`, `work`"));
    }
}
