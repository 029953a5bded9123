//! `week 1 do "Legs"`: steps without a day, in a week without `<` and `>`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::after_day::steps::steps;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let header = stray.between(stray.statement.start, stray.place.start).trim_end();
    let help = format!("say on which day: `{header} < monday < {} > >`", steps(stray));
    Some(between_signs(stray).help(help))
}

/// Says where the days of a week go.
pub fn between_signs(stray: &Stray<'_>) -> Guess {
    let message = "the days of a week go between `<` and `>`, and so do the steps of a day";
    Guess::new(Rule::MissingOpen, stray.place, message)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_day_is_asked_for() {
        assert_eq!(told(guess, "week 1 «do \"A\"»"), "say on which day: `week 1 < monday < do \"A\" > >`");
        assert_eq!(told(guess, "week 1«: squat 10»"), "say on which day: `week 1 < monday < squat 10 > >`");
    }
}
