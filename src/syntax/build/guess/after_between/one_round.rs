//! `rest 60s between round`.

use crate::syntax::build::guess::after_between::movements::written;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, guess) = written(stray)?;
    stray.at(place).eq_ignore_ascii_case("round").then(|| guess.fix(place, "rounds"))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn one_round_becomes_rounds() {
        assert_eq!(told(guess, "rest 60s «between round»"), "rest 60s between rounds");
        assert_eq!(told(guess, "rest 60s «between movement»"), "");
    }
}
