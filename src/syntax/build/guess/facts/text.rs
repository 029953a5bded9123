//! `cue Hips high`, `why`: a text about a movement that is not in quotes.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray, Unquoted};
use crate::syntax::word::FactTextWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let word = first_word(stray);
    FactTextWord::read(word)?;
    Some(match Unquoted::read(stray.text()) {
        Some(unquoted) => Guess::of(unquoted.diagnostic(stray.place)),
        None => {
            let message = format!("a text in quotes follows: `{word} \"…\"`");
            Guess::new(Rule::KeywordForm, stray.start_of_length(word.len()), message)
        }
    })
}

/// Returns the first word, which a colon may end.
pub fn first_word<'t>(stray: &Stray<'t>) -> &'t str {
    stray.text().split(|sign: char| sign.is_whitespace() || sign == ':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_text_gets_its_quotes() {
        assert_eq!(told(guess, "«cue Hips high»"), "cue \"Hips high\"");
        assert_eq!(told(guess, "«why»"), "a text in quotes follows: `why \"…\"`");
        assert_eq!(told(guess, "«pattern core»"), "");
    }
}
