//! `squat: 10`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sign = stray.text();
    matches!(sign, ":" | "=").then(|| {
        let message = format!("no `{sign}` is needed after a movement's name");
        Guess::new(Rule::NameCharacter, stray.place, message).fix(stray.place, "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_name;

    #[test]
    fn a_colon_at_the_end_of_a_name_is_dropped() {
        assert_eq!(told_in_name(guess, "squat«:» 10"), "squat 10");
        assert_eq!(told_in_name(guess, "squat«=» 10"), "squat 10");
        assert_eq!(told_in_name(guess, "squat«:b» 10"), "");
    }
}
