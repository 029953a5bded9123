//! `row 20min @ 50% of ftp to 70% of ftp`: a second target after `to`.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, is_target_word};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let after = stray.rest();
    let is_target = begins_with_figure(after) || is_target_word(after.split(' ').next().unwrap_or_default());
    let before = stray.between(stray.statement.start, stray.place.start);
    if !stray.begins_with(&["to"]) || !is_target || !before.contains('@') {
        return None;
    }
    Some(said_twice(stray).unwrap_or_else(|| {
        let message = "a range of targets needs an amount at both ends, in the same unit";
        Guess::new(Rule::WordOrder, stray.place, message)
            .help("write `@ 110w to 180w`, or `@ 50% to 70% of ftp`")
            .dropping_statement()
    }))
}

/// Knows a percentage that says at both ends what it is of.
fn said_twice(stray: &Stray<'_>) -> Option<Guess> {
    let after = stray.rest();
    let of = &after[after.find(" of ")?..];
    let before = stray.before().trim_end();
    let start = before.strip_suffix(of).filter(|rest| !rest.is_empty())?.len();
    let place = Span::new(start + 1, stray.place.end as usize);
    let message = format!("`{}` is written once, after both ends", of.trim_start());
    let cut = Span::new(start, before.len());
    Some(Guess::new(Rule::WordOrder, place, message).fix(cut, "").dropping_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_a_percentage_is_of_is_said_once() {
        assert_eq!(told(guess, "row ‹20min› @ 50% of ftp «to 70% of ftp»"), "row 20min @ 50% to 70% of ftp");
    }

    #[test]
    fn other_targets_are_shown_with_amounts_at_both_ends() {
        assert!(told(guess, "row ‹20min› @ easy «to 110w»").starts_with("write `@ 110w to 180w`"));
        assert!(told(guess, "row ‹20min› @ 110w «to hard»").starts_with("write `@ 110w to 180w`"));
        assert_eq!(told(guess, "row ‹20min› «to 110w»"), "");
        assert_eq!(told(guess, "row ‹20min› @ easy «to finish»"), "");
    }
}
