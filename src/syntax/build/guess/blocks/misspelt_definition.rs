//! `wrokout "Legs" < … >`.

use crate::diagnostic::{Rule, nearest};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::word::DefinitionWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let near = definition_meant(stray.text())?;
    let message = format!("`{}` is not known; it is spelt `{near}`", stray.first());
    let first = stray.first_place();
    Some(Guess::new(Rule::UnknownBlock, first, message).fix(first, near))
}

/// Returns the definition that is meant by a header such as `wrokout "A"`.
pub fn definition_meant(header: &str) -> Option<&'static str> {
    let first = header.split_whitespace().next()?;
    let is_named = header[first.len()..].trim_start().starts_with(['"', '“', '„']);
    nearest(first, DefinitionWord::SPELLINGS).filter(|_| is_named)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_definition_is_mended() {
        assert_eq!(told(guess, "«wrokout \"Legs\"» < squat 10 >"), "workout \"Legs\" < squat 10 >");
        assert_eq!(told(guess, "«wrokout» < squat 10 >"), "");
        assert_eq!(told(guess, "«finisher \"Legs\"» < squat 10 >"), "");
    }
}
