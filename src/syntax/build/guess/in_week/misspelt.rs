//! `tusday < … >`.

use super::days_in_one_word::misplaced;
use crate::date::{self, WEEK};
use crate::diagnostic::nearest;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let near = nearest(stray.first(), WEEK.map(date::name))?;
    Some(misplaced(stray).fix(stray.first_place(), near))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_day_is_mended() {
        assert_eq!(told(guess, "«tusday» < run 5km >"), "tuesday < run 5km >");
        assert_eq!(told(guess, "«someday» < run 5km >"), "");
    }
}
