//! `squat 10 rest 60s lunge …`: the first word of another statement, with nothing between the two.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_keyword;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let first = stray.first();
    is_keyword(stray.text()).then(|| {
        let message = format!("`{first}` begins a statement of its own");
        Guess::new(Rule::MissingSeparator, stray.place, message)
            .help("put `;` before it, or start a new line")
            .fix(stray.blank_before(), "; ")
            .ending_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_statement_begins_at_its_first_word() {
        assert_eq!(told(guess, "level beginner «title» \"A\""), "level beginner; title \"A\"");
        assert_eq!(told(guess, "level beginner «squat 10»"), "");
    }
}
