//! `curl 10 both arms`: one after the other, or at once.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::HALVES;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let half = HALVES.iter().find(|half| is_plural_of(stray.rest(), half))?;
    stray.begins_with(&["both"]).then(|| {
        let message = format!("`{}` may be one after the other, or at once", stray.text());
        Guess::new(Rule::Unreadable, stray.place, message)
            .help(format!(
                "write `per {half}` for one after the other; what is done with both at once needs no word"
            ))
            .choices([
                Choice::write(stray.place, format!("per {half}")).meaning("for one after the other"),
                Choice::delete(stray.file, stray.place).meaning("for both at once"),
            ])
            .dropping_statement()
    })
}

/// Tells whether a word is the plural of a half of the body, or the half itself.
fn is_plural_of(word: &str, half: &str) -> bool {
    let word = word.to_lowercase();
    word.strip_suffix('s').unwrap_or(&word) == half || half == "foot" && word == "feet"
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn both_readings_are_shown() {
        assert!(told(guess, "curl ‹10› «both arms»").starts_with("write `per arm`"));
        assert!(told(guess, "hop ‹10› «both feet»").starts_with("write `per foot`"));
        assert_eq!(told(guess, "curl ‹10› «both ways»"), "");
        assert_eq!(told(guess, "curl ‹10› «arms»"), "");
    }
}
