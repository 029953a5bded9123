//! Anything else that does not begin with a name.

use super::dose_alone;
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let message = format!("`{text}` is not understood as a step of a workout");
    Some(Guess::new(Rule::Unreadable, stray.place, message).help(dose_alone::help(text)))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_step_is_explained() {
        assert!(told(guess, "«+ +»").starts_with("a step is a movement with its dose: "));
    }
}
