//! `for time ladder 21-15-x`: a rung that is not a number.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::tree::{HeaderOption, Ladder, OptionKind};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (number, option) = stray.option_before()?;
    let OptionKind::Ladder(rungs) = &option.kind else { return None };
    if option.span.end != stray.place.start {
        return None;
    }
    let kind = OptionKind::Ladder(Ladder { broken: true, ..rungs.clone() });
    Some(
        Guess::new(Rule::BadLadder, stray.place, format!("`{}` is not a rung", stray.text()))
            .help("rungs are whole numbers: `ladder 21-15-9`")
            .change(Change::Replace(number, HeaderOption { span: option.span, kind })),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn rungs_are_explained() {
        assert!(told_in_header(guess, "for time ladder 21-15«-x» <").starts_with("rungs are whole numbers"));
        assert_eq!(told_in_header(guess, "for time ladder 21-15 «x» <"), "");
        assert_eq!(told_in_header(guess, "for time cap 10min«-x» <"), "");
    }
}
