//! `deload week < … >`, `recovery weeks 4, 8`: an easier week, without which.

use crate::syntax::build::guess::in_week::days_in_one_word::misplaced;
use crate::syntax::build::guess::{Guess, Stray};

const EASIER: [&str; 10] =
    ["deload", "de-load", "recovery", "easy", "easier", "light", "rest", "taper", "down", "cutback"];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text().to_lowercase();
    let mut words = text.split([' ', ':']).filter(|word| !word.is_empty());
    let is_easier = words.next().is_some_and(|word| EASIER.contains(&word));
    let goes_on = words.next().is_none_or(|word| word.starts_with("week"));
    (is_easier && goes_on).then(|| {
        misplaced(stray).help(
            "say which weeks are easier, and how much is left of them: `weeks 4, 8 at 50% of sets, 90% of load`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn which_week_is_asked_for() {
        assert!(told(guess, "«deload week» < >").contains("weeks 4, 8 at 50% of sets"));
        assert!(told(guess, "«Deload» < >").contains("weeks 4, 8 at"));
        assert_eq!(told(guess, "«easy run 5km»"), "");
    }
}
