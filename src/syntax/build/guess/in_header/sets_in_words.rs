//! `superset of 4 sets`, `circuit for 3 rounds`.

use crate::syntax::build::guess::as_amount::times_sign::rounds;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{is_filler, sets_said};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let said = without_filler(stray.text());
    Some(rounds(stray.place, sets_said(said)?))
}

/// Drops the first word where it says nothing: `for 20min`.
pub fn without_filler(text: &str) -> &str {
    let (first, after) = text.split_once(' ').unwrap_or((text, ""));
    if is_filler(first) { after } else { text }
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn sets_in_words_count_rounds() {
        assert_eq!(told_in_header(guess, "superset «of 4 sets» <"), "superset rounds 4 <");
        assert_eq!(told_in_header(guess, "circuit «for 3 rounds» <"), "circuit rounds 3 <");
        assert_eq!(told_in_header(guess, "circuit «for 3 laps» <"), "");
    }
}
