//! The `ronds` of `rest 60s between ronds`, which was reported with the rest.

use crate::diagnostic::nearest;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::BETWEEN;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    (nearest(stray.text(), BETWEEN).is_some() && stray.before().trim_end().ends_with("between"))
        .then(Guess::reported_elsewhere)
}

#[cfg(test)]
mod tests {
    use crate::syntax::build::guess::testing::told_in_header;
    use crate::syntax::build::guess::{Find, IN_HEADER, first};

    #[test]
    fn it_is_not_reported_again() {
        let in_order: Find = |stray| first(IN_HEADER, stray);
        assert_eq!(told_in_header(in_order, "circuit rounds 3 rest 60s between «ronds» <"), "");
        assert_ne!(told_in_header(in_order, "circuit «ronds» <"), "");
    }
}
