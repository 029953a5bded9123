//! `run 5km in 25min`: how fast, as a time for all of it.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.dose_before()?;
    (stray.begins_with(&["in", "under", "within"]) && begins_with_figure(stray.rest())).then(|| {
        let message = format!("`{}` is not understood here", stray.text());
        Guess::new(Rule::Unreadable, stray.place, message)
            .help("write the pace after `@`, as the time for a distance: `run 5km @ 5:00/km`")
            .dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_pace_is_shown() {
        for text in ["run ‹5km› «in 25min»", "run ‹5km› «under 25:00»"] {
            assert!(told(guess, text).contains("`run 5km @ 5:00/km`"));
        }
        assert_eq!(told(guess, "run ‹5km› «in zone»"), "");
    }
}
