//! `rest 60s between sets`, in a header.

use crate::diagnostic::Choice;
use crate::syntax::build::guess::after_between::movements::written;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, guess) = written(stray)?;
    ["set", "sets"].iter().any(|word| word.eq_ignore_ascii_case(stray.at(place))).then(|| {
        guess.help("where each round is a set, write `between rounds`; a rest between the sets of one movement goes after it: `squat 5x5 rest 3min`")
            .choices([Choice::showing(place, "rounds", "between rounds")])
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn both_readings_of_sets_are_shown() {
        assert!(told(guess, "rest 60s «between sets»").contains("`squat 5x5 rest 3min`"));
        assert_eq!(told(guess, "rest 60s «between exercises»"), "");
    }
}
