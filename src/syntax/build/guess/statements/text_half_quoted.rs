//! `title Leg day"`: a text whose first quote is missing.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray, Unquoted};
use crate::syntax::word::DefinitionWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    Unquoted::read(text)?;
    let word = text.split(' ').next().unwrap_or_default();
    let inside = text[word.len()..].trim_start();
    let is_half =
        inside.len() > 1 && inside.find(['"', '“', '”', '„', ';', '>', '}']) == Some(inside.len() - 1);
    if !is_half || !inside.ends_with('"') || DefinitionWord::SPELLINGS.contains(&word) {
        return None;
    }
    let place = stray.end_of_length(inside.len());
    let message = "this text is not opened: its opening `\"` is missing";
    Some(Guess::new(Rule::UnclosedString, place, message).fix(Span::at(place.start as usize), "\""))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_quote_goes_before_the_text() {
        assert_eq!(told(guess, "«title Leg day\"»"), "title \"Leg day\"");
        for text in ["«title Leg \"day\"»", "«title Leg day»", "«squat Leg day\"»", "«workout Leg day\"»"]
        {
            assert_eq!(told(guess, text), "");
        }
    }
}
