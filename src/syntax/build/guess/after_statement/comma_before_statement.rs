//! `rest 60s, squat 10`: a comma between two statements.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let next = stray.text().strip_prefix(',')?.trim_start();
    next.starts_with(char::is_alphabetic).then(|| {
        let comma = stray.start_of_length(1);
        let message = "statements are separated by `;` or a new line, not by a comma";
        Guess::new(Rule::MissingSeparator, comma, message).fix(comma, ";")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_comma_before_a_word_becomes_a_semicolon() {
        assert_eq!(told(guess, "rest 60s«, squat 10»"), "rest 60s; squat 10");
        assert_eq!(told(guess, "rest 60s«, 90s»"), "");
    }
}
