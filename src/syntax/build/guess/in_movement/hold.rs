//! `squat 10 hold`: a hold that does not say how long.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.at(stray.dose_before()?);
    stray.is(&["hold"]).then(|| {
        let help = format!("for repetitions that are held, write `{dose} hold 5s`; what is a part of the name goes before the dose");
        Guess::new(Rule::Unreadable, stray.place, "this `hold` does not say how long").help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_hold_needs_its_seconds() {
        assert!(told(guess, "squat ‹10› «hold»").contains("`10 hold 5s`"));
        assert_eq!(told(guess, "squat ‹10› «fast»"), "");
    }
}
