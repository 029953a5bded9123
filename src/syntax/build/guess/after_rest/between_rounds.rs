//! `rest 60s between rounds`, in a block instead of its header.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::BETWEEN;

/// How far a rest is moved into the header of its block, in bytes: a few screens. What is moved is written out for each.
const LONGEST_MOVE: usize = 2_000;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    if !text.to_ascii_lowercase().starts_with("between") {
        return None;
    }
    let guess =
        Guess::new(Rule::OutOfPlace, stray.place, format!("`{text}` belongs in the header of a block"))
            .help(format!("write it before the `<`: `circuit rounds 5 {} < … >`", stray.at(stray.statement)));
    Some(match moved_to_header(stray) {
        Some((place, moved)) => guess.fix(place, moved),
        None => guess,
    })
}

/// Returns what is from the end of the header around up to the end of the rest, with that rest in the header.
fn moved_to_header(stray: &Stray<'_>) -> Option<(Span, String)> {
    let words: Vec<String> = stray.text().split_whitespace().map(str::to_lowercase).collect();
    let is_whole = matches!(words.as_slice(), [_, last] if BETWEEN.contains(&last.as_str()));
    let header = stray.around.header_end.filter(|_| is_whole)?;
    let rest = stray.statement;
    let before = stray.file.get(header..rest.start as usize).filter(|text| text.len() <= LONGEST_MOVE)?;
    let before = before.trim_end().trim_end_matches(';').trim_end();
    Some((Span::new(header, rest.end as usize), format!(" {}{before}", stray.at(rest))))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_after_rest;

    #[test]
    fn a_rest_between_rounds_is_moved_into_the_header_around_it() {
        assert_eq!(
            told_after_rest(guess, "circuit rounds 3 < squat 10; rest 60s «between rounds» >"),
            "circuit rounds 3 rest 60s between rounds < squat 10 >"
        );
    }

    #[test]
    fn without_a_header_around_it_is_shown_in_one() {
        assert_eq!(
            told_after_rest(guess, "rest 60s «between rounds»"),
            "write it before the `<`: `circuit rounds 5 rest 60s between rounds < … >`"
        );
        assert_eq!(told_after_rest(guess, "rest 60s «softly»"), "");
    }
}
