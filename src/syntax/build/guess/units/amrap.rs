//! `pull-up 3xamrap`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    (stray.text().to_lowercase().trim_start_matches('x') == "amrap").then(|| {
        Guess::new(Rule::UnknownUnit, stray.place, "for as many as you can, write `max`")
            .fix(stray.place, "x max")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn amrap_becomes_max() {
        assert_eq!(told(guess, "pull-up 3«xAMRAP»"), "pull-up 3x max");
        assert_eq!(told(guess, "pull-up 3«xemom»"), "");
    }
}
