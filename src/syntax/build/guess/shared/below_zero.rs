//! `squat -5`, `rest -30s`: an amount below zero.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let figure = text.strip_prefix(['-', '−']).filter(|figure| begins_with_figure(figure))?;
    let message = format!("`{text}` is below zero: an amount is above zero");
    Some(Guess::new(Rule::AbsurdAmount, stray.place, message).fix(stray.place, figure))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_minus_before_a_figure_is_dropped() {
        assert_eq!(told(guess, "squat «-5»"), "squat 5");
        assert_eq!(told(guess, "rest «−30s»"), "rest 30s");
        assert_eq!(told(guess, "squat «- 5»"), "");
        assert_eq!(told(guess, "squat «-five»"), "");
    }
}
