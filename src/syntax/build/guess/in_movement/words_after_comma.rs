//! `squat 10, lunge 10`, `squat 3x15, slow`: words after a comma.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, is_modifier};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let comma = stray.comma_before()?;
    let first = stray.first();
    if !first.starts_with(char::is_alphabetic) || is_modifier(first) {
        return None;
    }
    let comma = Span::new(comma.start as usize, comma.start as usize + 1);
    let message = "a comma separates sets that differ, and this is not a set";
    let guess = Guess::new(Rule::BadList, comma, message).ending_statement();
    let step = "a new step begins after `;` or on a new line";
    let text = stray.text();
    Some(if text.split_whitespace().any(begins_with_figure) {
        guess.help(step).fix(comma, ";")
    } else {
        // `3x15, slow` says how, `squat 10, lunge` may say what.
        let words = text.replace(['"', '\\'], "");
        let cue = format!("\"{words}\"");
        let choice = Choice::showing(comma.to(stray.place), format!(" {cue}"), &cue).meaning("as a cue");
        guess.help(format!("{step}; words that say how are a cue: `{cue}`")).choices([choice])
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn words_with_a_figure_are_a_step_and_others_may_be_a_cue() {
        assert_eq!(told(guess, "squat ‹10›, «lunge 10»"), "squat 10; lunge 10");
        assert!(told(guess, "squat ‹3x15›, «slow»").ends_with("words that say how are a cue: `\"slow\"`"));
        assert_eq!(told(guess, "squat ‹3x15›, «per leg»"), "");
        assert_eq!(told(guess, "squat ‹3x15› «slow»"), "");
    }
}
