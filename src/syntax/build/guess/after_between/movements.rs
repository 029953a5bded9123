//! `rest 60s between exercises`, `between movement`.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, guess) = written(stray)?;
    Some(guess.fix(place, "movements"))
}

/// Says what a rest in a header is between, and where something else is written.
pub fn written(stray: &Stray<'_>) -> Option<(Span, Guess)> {
    let word = stray.rest().rsplit(char::is_whitespace).next().filter(|word| !word.is_empty())?;
    let place = stray.end_of_length(word.len());
    let word = word.to_ascii_lowercase();
    let message = format!("a rest is `between rounds` or `between movements`, not `between {word}`");
    Some((place, Guess::new(Rule::UnknownOption, place, message)))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn other_words_become_movements() {
        assert_eq!(told(guess, "rest 60s «between exercises»"), "rest 60s between movements");
        assert_eq!(told(guess, "rest 60s «between»"), "");
    }
}
