//! `side plank 30s L/R`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.is(&["l/r", "r/l"]).then(|| {
        let message = "for one side, then the other, write `per side`";
        Guess::new(Rule::Unreadable, stray.place, message).fix(stray.place, "per side").dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn left_and_right_is_per_side() {
        assert_eq!(told(guess, "side plank ‹30s› «L/R»"), "side plank 30s per side");
        assert_eq!(told(guess, "side plank ‹30s› «L»"), "");
    }
}
