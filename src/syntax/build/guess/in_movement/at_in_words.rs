//! `squat 5 at 80%`, `squat 5 with 60kg`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, is_target_word};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let after = stray.rest();
    let is_target = begins_with_figure(after) || is_target_word(after.split(' ').next().unwrap_or_default());
    (stray.begins_with(&["at", "with"]) && is_target).then(|| {
        let message = format!("how hard it is goes after `@`: `@ {after}`");
        Guess::new(Rule::WordOrder, stray.place, message).fix(stray.first_place(), "@")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn at_becomes_its_sign() {
        assert_eq!(told(guess, "squat ‹5› «at 80%»"), "squat 5 @ 80%");
        assert_eq!(told(guess, "run ‹5km› «with easy»"), "run 5km @ easy");
        assert_eq!(told(guess, "squat ‹5› «with a band»"), "");
    }
}
