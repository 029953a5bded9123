//! `squat 10 slowly`: words that may be a cue.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_name_character;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    text.chars().all(|sign| is_name_character(sign) && !sign.is_ascii_digit()).then(|| {
        let message = format!("`{text}` is not understood here");
        Guess::new(Rule::Unreadable, stray.place, message).help(format!(
            "words that say how are a cue, in quotes: `\"{text}\"`; all words of a name go before the dose"
        )).choices([Choice::write(stray.place, format!("\"{text}\""))])
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn words_are_shown_as_a_cue() {
        assert!(told(guess, "squat ‹10› «slowly»").contains("`\"slowly\"`"));
        assert_eq!(told(guess, "squat ‹10› «slowly 5»"), "");
    }
}
