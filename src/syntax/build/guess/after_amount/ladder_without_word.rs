//! `for time 21-15-9`: rungs, of which the first two were read as an amount that runs backwards.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::block::broken_ladder;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::tree::{HeaderOption, OptionKind};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let first = stray.around.amount.filter(|amount| amount.span.end == stray.place.start)?.span;
    if !stray.text().starts_with(['-', '–']) {
        return None;
    }
    let span = first.to(stray.place);
    let rungs = stray.at(span);
    let message = format!("rungs go after `ladder`: `ladder {rungs}`");
    let ladder = HeaderOption { span, kind: OptionKind::Ladder(broken_ladder()) };
    Some(
        Guess::new(Rule::BadLadder, span, message)
            .fix(Span::at(span.start as usize), "ladder ")
            .explaining(first)
            .change(Change::TakeAmount(first))
            .change(Change::Add(ladder)),
    )
}

#[cfg(test)]
mod tests {
    use crate::syntax::build::guess::testing::reported;

    #[test]
    fn rungs_get_their_word() {
        assert_eq!(
            reported("for time 21-15-9 < squat >"),
            ["bad-ladder: rungs go after `ladder`: `ladder 21-15-9`"]
        );
        assert_eq!(reported("for time ladder 21-15-9 < squat >"), [""; 0]);
    }
}
