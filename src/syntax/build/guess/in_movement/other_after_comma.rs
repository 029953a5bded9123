//! `squat 3x15, + 2`: anything else after a comma.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let comma = stray.comma_before()?;
    let comma = Span::new(comma.start as usize, comma.start as usize + 1);
    let message = "a comma separates sets that differ, and this is not a set";
    let guess = Guess::new(Rule::BadList, comma, message);
    Some(guess.help("sets that differ are written `5 @ 65%, 5 @ 75%`").ending_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_list_of_sets_is_shown() {
        assert!(told(guess, "squat ‹10›, «+»").starts_with("sets that differ"));
        assert_eq!(told(guess, "squat ‹10› «+»"), "");
    }
}
