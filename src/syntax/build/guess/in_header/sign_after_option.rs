//! `circuit rounds=5`, `circuit rounds:5`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::OPTIONS;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (word, figure) = stray.text().split_once(['=', ':']).filter(|(_, figure)| !figure.is_empty())?;
    let option = OPTIONS.iter().find(|option| option.eq_ignore_ascii_case(word))?;
    let mended = format!("{option} {figure}");
    let message = format!("put a space after `{option}`: `{mended}`");
    Some(Guess::new(Rule::UnknownOption, stray.place, message).fix(stray.place, mended))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_blank_follows_an_option() {
        assert_eq!(told_in_header(guess, "circuit «rounds=5» <"), "circuit rounds 5 <");
        assert_eq!(told_in_header(guess, "circuit «rounds:5» <"), "circuit rounds 5 <");
        assert_eq!(told_in_header(guess, "circuit «rounds=» <"), "");
        assert_eq!(told_in_header(guess, "circuit «laps=5» <"), "");
    }
}
