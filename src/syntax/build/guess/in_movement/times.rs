//! `burpee 10 times`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.dose_before()?;
    stray.is(&["times"]).then(|| {
        let message = "repetitions are a plain number, or `reps`";
        Guess::new(Rule::Unreadable, stray.place, message).fix(stray.place, "reps")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn times_after_a_dose_are_repetitions() {
        assert_eq!(told(guess, "burpee ‹10› «times»"), "burpee 10 reps");
        assert_eq!(told(guess, "burpee ‹10› «times two»"), "");
    }
}
