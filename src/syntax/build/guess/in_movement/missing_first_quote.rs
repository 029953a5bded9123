//! `squat 10 knees out"`: words whose first quote is missing.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_modifier;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let after = stray.behind().strip_prefix('"')?;
    // What the second quote seems to begin is empty: it ends the words.
    let next = after.trim_start_matches([' ', '\t']).chars().next();
    let is_closed = next.is_none_or(|next| "\r\n;>}#".contains(next)) && !has_quote(after);
    let first = stray.text().split(' ').next().unwrap_or_default();
    if !is_closed || !first.starts_with(char::is_alphabetic) || is_modifier(first) {
        return None;
    }
    let quote = stray.place.end as usize;
    let line_end = after.find(['\n', '\r']).unwrap_or(after.len());
    Some(
        Guess::new(
            Rule::UnclosedString,
            Span::new(stray.place.start as usize, quote + 1),
            "this text is not opened: its opening `\"` is missing",
        )
        .fix(Span::at(stray.place.start as usize), "\"")
        .explaining(Span::new(quote, quote + 1 + line_end))
        .dropping_statement(),
    )
}

/// Tells whether a quote follows on the line.
fn has_quote(after: &str) -> bool {
    after.find(['"', '“', '”', '„', '\n', '\r']).is_some_and(|at| !after[at..].starts_with(['\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_quote_goes_before_the_words() {
        assert_eq!(told(guess, "squat ‹10› «knees out»\""), "squat 10 \"knees out\"");
        assert_eq!(told(guess, "circuit < squat ‹10› «knees out»\" >"), "circuit < squat 10 \"knees out\" >");
    }

    #[test]
    fn a_quote_that_begins_a_text_is_none_that_ends_one() {
        for text in [
            "squat ‹10› «knees»\"out\"",
            "squat ‹10› «knees»\"out",
            "squat ‹10› «per leg»\"",
            "squat ‹10› «5»\"",
        ] {
            assert_eq!(told(guess, text), "");
        }
    }
}
