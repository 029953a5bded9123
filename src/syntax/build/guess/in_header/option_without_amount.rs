//! `circuit rounds three`, `emom cap`: an option without what it needs. It counts as given.

use crate::diagnostic::Rule;
use crate::syntax::build::block::{broken, broken_ladder};
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::{OPTIONS, figure_of, needs};
use crate::syntax::tree::{HeaderOption, OptionKind};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let first = stray.first();
    let option = OPTIONS.into_iter().find(|option| option.eq_ignore_ascii_case(first))?;
    let after = stray.rest();
    let message = format!("`{option}` is followed by {}", needs(option));
    let guess = Guess::new(Rule::MissingStatementPart, stray.place, message);
    let guess = match (option, figure_of(after)) {
        ("until", _) if !after.is_empty() => guess.fix(stray.rest_place(), format!("\"{after}\"")),
        ("rounds", Some(figure)) => guess.fix(stray.rest_place(), figure.to_string()),
        _ => guess,
    };
    let kind = match option {
        "rounds" => OptionKind::Rounds(broken(stray.place)),
        "work" => OptionKind::Work(broken(stray.place)),
        "ladder" => OptionKind::Ladder(broken_ladder()),
        _ => return Some(guess),
    };
    Some(guess.change(Change::Add(HeaderOption { span: stray.place, kind })))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn written_numbers_and_texts_are_mended() {
        assert_eq!(told_in_header(guess, "circuit «rounds three» <"), "circuit rounds 3 <");
        assert_eq!(told_in_header(guess, "emom 10min «until tired» <"), "emom 10min until \"tired\" <");
    }

    #[test]
    fn what_an_option_needs_is_said() {
        assert_eq!(told_in_header(guess, "circuit «cap» <"), "`cap` is followed by a time, such as `30s`");
        assert_eq!(told_in_header(guess, "circuit «quickly» <"), "");
    }
}
