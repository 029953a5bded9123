//! `zone 2 run 40min`: how hard it is before the movement.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if stray.around.is_later {
        return None;
    }
    let mended = target_behind(stray.at(stray.statement))?;
    let message = format!("the movement comes first: `{mended}`");
    Some(
        Guess::new(Rule::WordOrder, stray.statement, message)
            .fix(stray.statement, mended)
            .explaining_statement()
            .dropping_statement(),
    )
}

/// Turns `zone 2 run 40min` into `run 40min @ zone 2`.
fn target_behind(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [measure, figure, rest @ ..] = words.as_slice() else { return None };
    let is_measure = ["zone", "rpe", "rir"].iter().any(|known| known.eq_ignore_ascii_case(measure));
    if !is_measure || !begins_with_figure(figure) || !rest.first()?.starts_with(char::is_alphabetic) {
        return None;
    }
    Some(format!("{} @ {} {figure}", rest.join(" "), measure.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_movement_goes_before_how_hard_it_is() {
        assert_eq!(told(guess, "Zone ‹2› «run» 40min"), "run 40min @ zone 2");
        assert_eq!(told(guess, "zone ‹2› «@» 40min"), "");
        assert_eq!(told(guess, "squat ‹2› «run» 40min"), "");
    }
}
