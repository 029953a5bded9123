//! `squat 5x`: nothing after the sign of sets.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.is(&["x"]).then(|| {
        let message = "what to repeat is missing after this `x`";
        Guess::new(Rule::UnknownUnit, stray.place, message)
            .help("sets are written `5x5`, a pair of weights `2x24kg`")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn sets_are_shown() {
        assert!(told(guess, "squat 5«x»").starts_with("sets are written `5x5`"));
        assert_eq!(told(guess, "squat 5«y»"), "");
    }
}
