//! `Warm up:`, whose steps follow below it and not in it.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::word::BlockWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.around.name?;
    if !matches!(stray.text(), ":" | "=") {
        return None;
    }
    let said = stray.at(name).trim_end_matches([':', '=']).replace([' ', '-'], "").to_lowercase();
    let word = BlockWord::SPELLINGS.into_iter().find(|word| word.replace(' ', "") == said)?;
    let message = format!("the steps of a `{word}` go between `<` and `>`");
    let help = format!("write `{word} <`, then its steps, then `>` on a line of its own");
    Some(Guess::new(Rule::MissingOpen, name, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_name;

    #[test]
    fn a_heading_with_a_colon_is_shown_as_a_block() {
        assert!(told_in_name(guess, "Warm up«:»").starts_with("write `warmup <`"));
        assert!(told_in_name(guess, "For Time«:»").starts_with("write `for time <`"));
        assert_eq!(told_in_name(guess, "Finisher«:»"), "");
    }
}
