//! `every 2min for 20min`: how long it goes on, in the place of how many intervals there are.

use super::sets_in_words::without_filler;
use crate::quantity::Unit;
use crate::syntax::build::guess::as_amount::times_sign::rounds;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::time_said;
use crate::syntax::tree::{Block, BlockWord};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let total = time_said(without_filler(stray.text()))?;
    Some(rounds(stray.place, &rounds_in(total, stray.around.block?)?))
}

/// Returns how many intervals of an `every` fill a time: ten, of `every 2min for 20min`.
fn rounds_in(total: i64, block: &Block) -> Option<String> {
    let [interval] = block.amounts.as_slice() else { return None };
    let is_interval = block.word == BlockWord::Every && interval.unit == Some(Unit::Second);
    let is_filled = interval.low > 0 && interval.low == interval.high && total % interval.low == 0;
    (is_interval && is_filled).then(|| (total / interval.low).to_string())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn the_intervals_that_fill_the_time_are_its_rounds() {
        assert_eq!(told_in_header(guess, "every 2min «for 20min» <"), "every 2min rounds 10 <");
        assert_eq!(told_in_header(guess, "every 2min «for 15min» <"), "", "seven and a half");
        assert_eq!(told_in_header(guess, "circuit 2min «for 20min» <"), "");
    }
}
