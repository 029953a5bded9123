//! `partner < … >`, which is reserved for later versions.

use super::unknown::header;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::not_yet;
use crate::syntax::word::RESERVED;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.begins_with(&RESERVED).then(|| {
        let (place, header) = header(stray);
        Guess::of(not_yet(place, header))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn words_for_later_are_known() {
        assert!(told(guess, "«station 3» < squat 10 >").starts_with("it is reserved"));
        assert_eq!(told(guess, "«finisher» < squat 10 >"), "");
    }
}
