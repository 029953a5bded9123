//! `every minute < … >`.

use super::unknown::{header, no_block};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (_, header) = header(stray);
    let first = header.split_whitespace().next()?;
    first.eq_ignore_ascii_case("every").then(|| {
        no_block(stray).help(
            "write `emom 10min < … >` for every minute, `every 90s rounds 8 < … >` for another interval",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn both_blocks_with_intervals_are_shown() {
        assert!(told(guess, "«every minute» < squat 10 >").starts_with("write `emom 10min < … >`"));
        assert_eq!(told(guess, "«each minute» < squat 10 >"), "");
    }
}
