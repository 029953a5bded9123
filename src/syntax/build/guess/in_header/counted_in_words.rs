//! `circuit 4 times`, `superset 3 sets of`.

use crate::syntax::build::guess::as_amount::times_sign::rounds;
use crate::syntax::build::guess::{Change, Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let after = stray.rest();
    if !stray.begins_with(&["set", "sets", "time", "times"])
        || !(after.is_empty() || after.eq_ignore_ascii_case("of"))
    {
        return None;
    }
    let count = stray.around.block?.amounts.last()?;
    (count.unit.is_none() && stray.touches(count.span)).then(|| {
        rounds(count.span.to(stray.place), stray.at(count.span)).change(Change::TakeAmount(count.span))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_figure_before_times_or_sets_counts_rounds() {
        assert_eq!(told_in_header(guess, "circuit 4 «times» <"), "circuit rounds 4 <");
        assert_eq!(told_in_header(guess, "superset 3 «sets of» <"), "superset rounds 3 <");
        assert_eq!(told_in_header(guess, "circuit 4min «times» <"), "");
        assert_eq!(told_in_header(guess, "circuit «times» <"), "");
    }
}
