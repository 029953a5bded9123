//! The `)` of a header in brackets, of which the `(` was reported.

use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    (stray.text() == ")" && stray.around.has_bracket).then(Guess::reported_elsewhere)
}

#[cfg(test)]
mod tests {
    use crate::syntax::build::guess::testing::told_in_header;
    use crate::syntax::build::guess::{Find, IN_HEADER, first};

    #[test]
    fn a_bracket_that_closes_is_not_reported_again() {
        let in_order: Find = |stray| first(IN_HEADER, stray);
        assert_eq!(told_in_header(in_order, "circuit (rounds 5 «)» <"), "");
        assert_ne!(told_in_header(in_order, "circuit rounds 5 «)» <"), "");
    }
}
