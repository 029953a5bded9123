//! `title: "Legs"`, `note: slowly`.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_keyword;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.around.name?;
    let word = stray.at(name).split(' ').next()?.strip_suffix(':')?;
    is_keyword(word).then(|| {
        let mended = stray.at(stray.statement).replacen(':', "", 1);
        let colon = name.start as usize + word.len();
        let place = Span::new(name.start as usize, colon + 1);
        let message = format!("`{word}` has no colon after it: `{mended}`");
        Guess::new(Rule::KeywordForm, place, message).fix(Span::new(colon, colon + 1), "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_name;

    #[test]
    fn the_colon_after_a_first_word_is_dropped() {
        assert_eq!(told_in_name(guess, "title«:» ‹\"Legs\"›"), "title \"Legs\"");
        assert_eq!(told_in_name(guess, "squat«:» ‹10›"), "");
    }
}
