//! `tuesday squat 10`, `tuesday: squat 10`, without `<` and `>`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let steps = steps(stray);
    (!steps.is_empty()).then(|| in_block(stray, steps))
}

/// Returns the words without the sign before them.
pub fn steps<'t>(stray: &Stray<'t>) -> &'t str {
    stray.text().trim_start_matches([':', '-', '–', '—']).trim_start()
}

/// Says where the steps of a day go.
pub fn between_signs(stray: &Stray<'_>) -> Guess {
    Guess::new(Rule::MissingOpen, stray.place, "the steps of a day go between `<` and `>`")
}

/// Puts steps where they go.
pub fn in_block(stray: &Stray<'_>, steps: &str) -> Guess {
    let blank = if stray.before().ends_with(' ') { "" } else { " " };
    let close = if is_closed(stray) { "" } else { " >" };
    between_signs(stray).fix(stray.place, format!("{blank}< {steps}{close}"))
}

/// Tells whether the rest of a line closes a block that the line does not open: `tuesday run 2km; run 5km >`.
fn is_closed(stray: &Stray<'_>) -> bool {
    let before = stray.before().rsplit(['\n', '\r']).next().unwrap_or_default();
    let behind = stray.behind().split(['\n', '\r', '#']).next().unwrap_or_default();
    let mut open = 0_i32;
    let mut is_beyond = |sign: char| {
        open += i32::from(sign == '<') - i32::from(sign == '>');
        open < 0
    };
    before.chars().chain(behind.chars()).any(&mut is_beyond)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn steps_get_their_signs() {
        assert_eq!(told(guess, "tuesday«: squat 10»"), "tuesday < squat 10 >");
        assert_eq!(told(guess, "tuesday «— squat 10»"), "tuesday < squat 10 >");
        assert_eq!(told(guess, "tuesday«:»"), "");
    }
}
