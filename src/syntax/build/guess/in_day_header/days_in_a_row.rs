//! `monday to friday < … >`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::in_week::days_in_one_word::days_of;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let place = stray.around.name?.to(stray.around.last?);
    let days = days_of(stray.at(place))?;
    let message = format!("`{}` is written as a list", stray.at(place));
    Some(Guess::new(Rule::KeywordForm, place, message).fix(place, days).explaining_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn days_in_a_row_are_written_as_a_list() {
        assert_eq!(
            told(guess, "monday «to wednesday» < run 5km >"),
            "monday, tuesday, wednesday < run 5km >"
        );
        assert_eq!(told(guess, "monday «to easter» < run 5km >"), "");
    }
}
