//! `squat 5 tempo slow`: a tempo without figures.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::TEMPO;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.begins_with(&["tempo"]).then(|| {
        let message = match stray.rest() {
            "" => "a tempo says how fast, and this one does not".to_owned(),
            tempo => format!("`{tempo}` is not a tempo"),
        };
        Guess::new(Rule::BadTempo, stray.place, message).help(TEMPO)
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;
    use crate::syntax::build::vocabulary::TEMPO;

    #[test]
    fn a_tempo_is_explained() {
        assert_eq!(told(guess, "squat ‹5› «tempo»"), TEMPO);
        assert_eq!(told(guess, "squat ‹5› «tempo 3-1»"), TEMPO);
        assert_eq!(told(guess, "squat ‹5› «fast»"), "");
    }
}
