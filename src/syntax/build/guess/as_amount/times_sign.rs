//! `circuit 5x`.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::block::broken;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::tree::{HeaderOption, OptionKind};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let number = stray.text().strip_suffix(['x', 'X', '×'])?.trim_end();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| rounds(stray.place, number))
}

/// Knows rounds that are counted in other words.
pub fn rounds(place: Span, number: &str) -> Guess {
    let mended = format!("rounds {number}");
    let message = format!("rounds are written `{mended}`");
    let option = HeaderOption { span: place, kind: OptionKind::Rounds(broken(place)) };
    Guess::new(Rule::WordOrder, place, message).fix(place, mended).change(Change::Add(option))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_figure_before_the_sign_counts_rounds() {
        assert_eq!(told(guess, "circuit «5x» <"), "circuit rounds 5 <");
        assert_eq!(told(guess, "circuit «5 ×» <"), "circuit rounds 5 <");
        assert_eq!(told(guess, "circuit «5» <"), "");
        assert_eq!(told(guess, "circuit «5sx» <"), "");
    }
}
