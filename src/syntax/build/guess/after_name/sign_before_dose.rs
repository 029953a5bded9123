//! `squat - 10`, `squat : 10`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sign = stray.text();
    let after = stray.between(stray.place.end, stray.statement.end).trim_start();
    (matches!(sign, ":" | "=" | "-" | "–" | "—" | "*" | "x") && begins_with_figure(after)).then(|| {
        let message = format!("no `{sign}` is needed between a movement and its dose");
        Guess::new(Rule::NameCharacter, stray.place, message).fix(stray.with_blank(), "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_sign_between_a_movement_and_its_dose_is_dropped() {
        for text in ["squat «-» 10", "squat «:» 10", "squat «x» 10", "squat «—» 10"] {
            assert_eq!(told(guess, text), "squat 10");
        }
        assert_eq!(told(guess, "squat «-» slowly"), "");
    }
}
