//! `pull-up 3x amrap`: as many as one can in a set.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let before = stray.between(stray.statement.start, stray.place.start).trim_end();
    (stray.begins_with(&["amrap"]) && before.ends_with(['x', 'X', '×'])).then(|| {
        let word = stray.first_place();
        Guess::new(Rule::WordOrder, word, "for as many as you can in one set, write `max`")
            .fix(word, "max")
            .explaining_statement()
            .dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn amrap_of_a_set_becomes_max() {
        assert_eq!(told(guess, "pull-up ‹3x› «AMRAP»"), "pull-up 3x max");
        assert_eq!(told(guess, "pull-up ‹3› «amrap»"), "");
    }
}
