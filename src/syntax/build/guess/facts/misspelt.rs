//! `patern core`, in a movement's definition.

use super::other::{not_of_movement, words_of_definition};
use super::text::first_word;
use crate::diagnostic::nearest;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let word = first_word(stray);
    let near = nearest(word, words_of_definition())?;
    Some(not_of_movement(stray).fix(stray.start_of_length(word.len()), near))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_word_is_mended() {
        assert_eq!(told(guess, "«patern core»"), "pattern core");
        assert_eq!(told(guess, "«squat 10»"), "");
    }
}
