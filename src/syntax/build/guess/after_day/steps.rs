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
    between_signs(stray).fix(stray.place, format!("{blank}< {steps} >"))
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
