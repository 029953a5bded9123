//! `tuesday < … >`, outside of a plan's week.

use super::unknown::header;
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::plan::is_day;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    is_day(stray.first()).then(|| {
        let guess = Guess::new(Rule::UnknownBlock, place, format!("`{header}` is a day of a plan's week"));
        guess.help("if it is part of a plan, a `>` is missing before it")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_day_belongs_in_a_plan() {
        assert!(told(guess, "«tuesday» < squat 10 >").starts_with("if it is part of a plan"));
        assert_eq!(told(guess, "«someday» < squat 10 >"), "");
    }
}
