//! `squat 8 to 12`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.dose_before().filter(|_| stray.begins_with(&["to"]))?;
    let (both, after) = (dose.to(stray.place), stray.rest());
    let guess = Guess::new(Rule::WordOrder, both, "a range is written with a dash");
    Some(if begins_with_figure(after) && !after.contains(' ') {
        guess.fix(both, format!("{}-{after}", stray.at(dose)))
    } else {
        guess.help("write `8-12`; `to` goes between two targets: `@ 110w to 180w`")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_dose_with_two_ends_has_a_dash() {
        assert_eq!(told(guess, "squat ‹8› «to 12»"), "squat 8-12");
        assert!(told(guess, "squat ‹8› «to failure»").starts_with("write `8-12`"));
        assert_eq!(told(guess, "squat ‹8› «or 12»"), "");
    }
}
