//! `squat 10 (knees out)`, `squat 10 - knees out`: a cue without its quotes.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_keyword;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let cue = cue_in_other_signs(stray.text())?;
    let blank = if stray.blank_before().is_empty() { " " } else { "" };
    let guess = Guess::new(Rule::Unreadable, stray.place, "a cue needs quotes");
    Some(guess.fix(stray.place, format!("{blank}\"{cue}\"")))
}

/// Returns the words of a cue in brackets, after a dash or in other quotes than it should have.
fn cue_in_other_signs(text: &str) -> Option<&str> {
    const SIGNS: [char; 10] = ['(', ')', '-', '–', '—', ':', '\'', '‘', '’', '['];
    let words = text.trim_matches(|sign| SIGNS.contains(&sign) || sign == ' ' || sign == ']');
    let marked = text.starts_with(SIGNS);
    // `minute 1: rest` names a step, and no way to do it.
    let is_step = text.starts_with(':') && is_keyword(words.split(' ').next().unwrap_or_default());
    // What has a figure in it says how much or when: `(round 1 only)`.
    let has_figure = words.contains(|sign: char| sign.is_ascii_digit());
    (marked && !is_step && !has_figure && words.starts_with(char::is_alphabetic) && !words.contains(['"', '\\']))
        .then_some(words)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_cue_gets_its_quotes() {
        for text in ["squat ‹10› «(knees out)»", "squat ‹10› «- knees out»", "squat ‹10›«: knees out»"]
        {
            assert_eq!(told(guess, text), "squat 10 \"knees out\"");
        }
        for text in ["squat ‹10› «knees out»", "squat ‹10› «(5)»", "squat ‹10› «(round 1 only)»", "minute ‹1›«: rest»"] {
            assert_eq!(told(guess, text), "");
        }
    }
}
