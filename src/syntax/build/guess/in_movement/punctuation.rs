//! `squat 10.`: signs alone.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    // `squat 10/` lacks a figure.
    let joins = text.ends_with(['-', '/', '+']) && stray.before().ends_with(|before: char| before.is_ascii_digit());
    if joins {
        let message = format!("a figure is missing behind this `{text}`");
        let help = "write both ends of a range, `8-12`, or leave the sign out";
        let delete = Choice::delete(stray.file, stray.place);
        return Some(Guess::new(Rule::Unreadable, stray.place, message).help(help).choices([delete]));
    }
    text.chars().all(|sign| sign.is_ascii_punctuation()).then(|| {
        let message = format!("`{text}` is not needed here");
        Guess::new(Rule::Unreadable, stray.place, message).fix(stray.with_blank(), "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn signs_alone_are_dropped() {
        assert_eq!(told(guess, "squat ‹10› «!»"), "squat 10");
        assert_eq!(told(guess, "squat ‹10›«.»"), "squat 10");
        assert_eq!(told(guess, "squat ‹10› «!a»"), "");
    }
}
