//! `squat 5 @ 8 rpe`: the word of a target after its figure.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{MEASURES, begins_with_figure};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let measure = stray.text().to_lowercase();
    let before = stray.before().trim_end_matches(' ');
    let digits = before.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-'));
    let figure = &before[digits.len()..];
    let is_target = digits.trim_end().ends_with('@') || digits.ends_with("and ");
    if !MEASURES.contains(&measure.as_str()) || !begins_with_figure(figure) || !is_target {
        return None;
    }
    let place = Span::new(digits.len(), stray.place.end as usize);
    let message = format!("`{measure}` goes before its figure: `@ {measure} {figure}`");
    let fix = format!("{measure} {figure}");
    Some(Guess::new(Rule::WordOrder, place, message).fix(place, fix).dropping_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_word_goes_before_its_figure() {
        assert_eq!(told(guess, "squat ‹5› @ 8 «RPE»"), "squat 5 @ rpe 8");
        assert_eq!(told(guess, "squat ‹5› @ 60kg and 7-8 «rpe»"), "squat 5 @ 60kg and rpe 7-8");
        assert_eq!(told(guess, "squat ‹8› «rpe»"), "");
        assert_eq!(told(guess, "squat ‹5› @ 8 «reps»"), "");
    }
}
