//! `- squat 10`, `1. squat 10`: a step with the mark of a list.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (mark, step) = bulleted(stray.text())?;
    let place = stray.start_of_length(stray.place.len() - step.len());
    let message = format!("a step has no `{mark}` before it");
    Some(Guess::new(Rule::Unreadable, place, message).fix(place, ""))
}

/// Takes the mark of a list from a step.
fn bulleted(text: &str) -> Option<(&str, &str)> {
    let (mark, step) = text.split_once(' ')?;
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark =
        mark.strip_suffix(['.', ')']).is_some_and(is_number) || matches!(mark, "-" | "*" | "•" | "–" | "—");
    let step = step.trim_start();
    (is_mark && step.starts_with(char::is_alphabetic)).then_some((mark, step))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn marks_of_a_list_are_dropped() {
        for text in ["«- squat 10»", "«• squat 10»", "«1. squat 10»", "«12) squat 10»"] {
            assert_eq!(told(guess, text), "squat 10");
        }
        for text in ["«- 10»", "«10 squats»", "«-»"] {
            assert_eq!(told(guess, text), "");
        }
    }
}
