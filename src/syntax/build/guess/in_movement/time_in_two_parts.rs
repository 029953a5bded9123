//! `plank 1 min 30 sec`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::time_of;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.dose_before()?;
    let (first, length) = part(stray.at(dose))?;
    let (second, shorter) = part(stray.text())?;
    (shorter < length).then(|| {
        let (both, joined) = (dose.to(stray.place), format!("{first}{second}"));
        let message = format!("a time in two parts has no spaces: `{joined}`");
        Guess::new(Rule::MalformedNumber, both, message).fix(both, joined)
    })
}

/// Reads one part of a time: how it is written without blanks, and how long its unit is.
fn part(text: &str) -> Option<(String, i64)> {
    let (_, unit) = time_of(text)?;
    Some((text.replace(' ', ""), unit.thousandths))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn both_parts_are_written_together() {
        assert_eq!(told(guess, "plank ‹1 min› «30 sec»"), "plank 1min30sec");
        assert_eq!(told(guess, "plank ‹30 sec› «1 min»"), "");
        assert_eq!(told(guess, "plank ‹1 min› «400m»"), "");
    }
}
