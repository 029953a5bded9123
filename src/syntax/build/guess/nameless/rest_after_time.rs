//! `60s rest`.

use crate::diagnostic::Rule;
use crate::quantity::Unit;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, without_end};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let mended = format!("rest {}", time_of_rest(stray.text())?);
    let message = format!("`rest` comes first: `{mended}`");
    Some(Guess::new(Rule::WordOrder, stray.place, message).fix(stray.place, mended))
}

/// Returns the time of `60s rest`, `2 min rest`.
pub fn time_of_rest(text: &str) -> Option<&str> {
    let time = without_end(text, " rest")?.trim_end();
    let digits = time.find(|sign: char| !sign.is_ascii_digit() && sign != ':').unwrap_or(time.len());
    let (figure, word) = (&time[..digits], time[digits..].trim());
    let is_time = unit::read(word).is_some_and(|meaning| meaning.unit == Unit::Second);
    (begins_with_figure(figure) && (is_time || word.is_empty() && figure.contains(':'))).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_time_before_rest_goes_behind_it() {
        assert_eq!(told(guess, "«60s rest»"), "rest 60s");
        assert_eq!(told(guess, "«2 min Rest»"), "rest 2 min");
        assert_eq!(told(guess, "«1:30 rest»"), "rest 1:30");
        for text in ["«60 rest»", "«400m rest»", "«rest»"] {
            assert_eq!(told(guess, text), "");
        }
    }
}
