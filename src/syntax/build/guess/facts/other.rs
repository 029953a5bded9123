//! Anything else in a movement's definition.

use crate::diagnostic::{Rule, list};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::word::{FactTextWord, FactWord};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    Some(
        not_of_movement(stray)
            .help(format!("a movement's definition can say {}", list(&words_of_definition()))),
    )
}

/// Returns the first words of what a movement's definition says.
pub fn words_of_definition() -> Vec<&'static str> {
    [&FactWord::SPELLINGS[..], &FactTextWord::SPELLINGS].concat()
}

/// Says that words are not about a movement.
pub fn not_of_movement(stray: &Stray<'_>) -> Guess {
    let message = format!("`{}` is not part of a movement's definition", stray.text());
    Guess::new(Rule::MovementStatement, stray.place, message)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_words_of_a_definition_are_listed() {
        assert!(told(guess, "«squat 10»").starts_with("a movement's definition can say `pattern`"));
    }
}
