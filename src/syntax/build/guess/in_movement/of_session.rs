//! `80% of "Volume"`: a part of what another session lifts.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let is_part = stray.before().trim_end().ends_with('%');
    let is_text = stray.behind().trim_start().starts_with(['"', '“', '„']);
    (stray.is(&["of"]) && is_part && is_text).then(|| {
        let message = "a part of what another session lifts can't be written yet";
        let help = "write the load itself, or a part of a max: `@ 80% of back squat`";
        Guess::new(Rule::Unreadable, stray.place, message).help(help)
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_text_behind_it_is_no_cue() {
        assert!(told(guess, "squat 2x5 @ 80% «of» \"Volume\"").contains("part of a max"));
        assert_eq!(told(guess, "squat ‹10› «of»"), "");
    }
}
