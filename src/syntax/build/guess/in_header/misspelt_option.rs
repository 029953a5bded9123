//! `for time laddr 21-15-9`, `circuit alternatng`.

use crate::diagnostic::{Rule, nearest};
use crate::syntax::build::block::broken_ladder;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::OPTIONS;
use crate::syntax::tree::{HeaderOption, OptionKind};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let first = stray.first();
    let near = nearest(first, OPTIONS)?;
    let message = format!("`{first}` is not known; it is spelt `{near}`");
    let guess = Guess::new(Rule::UnknownOption, stray.first_place(), message).fix(stray.first_place(), near);
    if near != "ladder" {
        return Some(guess);
    }
    // Its rungs were read as a range that runs backwards.
    let ladder = HeaderOption { span: stray.place, kind: OptionKind::Ladder(broken_ladder()) };
    Some(guess.change(Change::Add(ladder)).explaining(stray.place))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_misspelt_option_is_mended() {
        assert_eq!(told_in_header(guess, "circuit «alternatng» <"), "circuit alternating <");
        assert_eq!(told_in_header(guess, "for time «laddr 21-15-9» <"), "for time ladder 21-15-9 <");
        assert_eq!(told_in_header(guess, "circuit «hard» <"), "");
    }
}
