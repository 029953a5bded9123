//! `circuit (rounds 5)`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{OPTIONS, begins_with_figure};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let inside = stray.text().strip_prefix('(')?.strip_suffix(')')?.trim();
    let is_option = OPTIONS.contains(&inside.split(' ').next().unwrap_or_default());
    (is_option || begins_with_figure(inside)).then(|| {
        let message = format!("a header has no brackets: write `{inside}` without them");
        Guess::new(Rule::UnknownOption, stray.place, message).fix(stray.place, inside)
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn brackets_around_options_are_dropped() {
        assert_eq!(told_in_header(guess, "circuit «(alternating)» <"), "circuit alternating <");
        assert_eq!(told_in_header(guess, "amrap «(12min)» <"), "amrap 12min <");
        assert_eq!(told_in_header(guess, "circuit «(hard)» <"), "");
    }
}
