//! `squat 5 @ zoen 2`: a figure is left over, since the word before it is misspelt.

use crate::diagnostic::{Rule, nearest};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{MEASURES, begins_with_figure};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if !begins_with_figure(stray.text()) {
        return None;
    }
    let before = stray.before().trim_end_matches(' ');
    let start = before.trim_end_matches(char::is_alphabetic).len();
    let (word, place) = (&before[start..], Span::new(start, before.len()));
    let lead = before[..start].trim_end_matches(' ');
    let near =
        nearest(word, MEASURES.iter().copied()).filter(|_| lead.ends_with('@') || lead.ends_with(" and"))?;
    let message = format!("`{word}` is not a known load, pace or effort");
    Some(Guess::new(Rule::UnknownTarget, place, message).fix(place, near).dropping_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_measure_before_a_figure_is_mended() {
        assert_eq!(told(guess, "run ‹5km› @ zoen «2»"), "run 5km @ zone 2");
        assert_eq!(told(guess, "run ‹5km› @ 5:00/km and zoen «2»"), "run 5km @ 5:00/km and zone 2");
        assert_eq!(told(guess, "run ‹5km› zoen «2»"), "");
        assert_eq!(told(guess, "run ‹5km› @ quick «2»"), "");
    }
}
