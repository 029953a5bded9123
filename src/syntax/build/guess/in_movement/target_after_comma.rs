//! `squat 5x5 @ 60kg, rpe 8`: a second target after a comma.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_target_word;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let comma = stray.comma_before()?;
    if !is_target_word(stray.first()) && !stray.text().starts_with('@') {
        return None;
    }
    let rest = stray.between(stray.place.start, stray.statement.end).trim_start_matches('@').trim();
    let message = format!("two targets are joined by `and`: `and {rest}`");
    let blanks = Span::new(comma.start as usize, stray.place.start as usize);
    Some(
        Guess::new(Rule::BadList, comma, message)
            .fix(blanks, " and ")
            .explaining_statement()
            .ending_statement(),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn two_targets_are_joined_by_and() {
        assert_eq!(told(guess, "squat ‹5x5› @ 60kg, «rpe 8»"), "squat 5x5 @ 60kg and rpe 8");
        assert_eq!(told(guess, "squat ‹5x5› @ 60kg, «slow»"), "");
        assert_eq!(told(guess, "squat ‹5x5› «rpe 8»"), "");
    }
}
