//! `squat 5 @ 85% 1RM`, `@ 85% of 1RM`: what a percentage is of anyway.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let words = stray.text().to_ascii_lowercase().replace([' ', '-'], "");
    let before = stray.before().trim_end();
    (["1rm", "of1rm", "ofa1rm", "ofmy1rm"].contains(&words.as_str()) && before.ends_with('%')).then(|| {
        let cut = Span::new(before.len(), stray.place.end as usize);
        let message = "a percentage is always of the movement's one-rep max";
        Guess::new(Rule::Unreadable, stray.place, message)
            .fix(cut, "")
            .explaining_statement()
            .dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn one_rep_max_is_not_said() {
        for text in ["squat ‹5› @ 85% «1RM»", "squat ‹5› @ 85% «of my 1-RM»"] {
            assert_eq!(told(guess, text), "squat 5 @ 85%");
        }
        assert_eq!(told(guess, "squat ‹5› @ 85kg «1RM»"), "");
        assert_eq!(told(guess, "squat ‹5› @ 85% «3RM»"), "");
    }
}
