//! `pull-up 5 @ bodyweight + 10kg`: a sign with a blank before its figure.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (sign, figure) = (stray.first(), stray.rest());
    (["+", "-", "−"].contains(&sign) && begins_with_figure(figure)).then(|| {
        let blank = Span::new(stray.first_place().end as usize, stray.rest_place().start as usize);
        let message = format!("write a sign and its figure without a space: `{sign}{figure}`");
        Guess::new(Rule::WordOrder, stray.place, message).fix(blank, "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_blank_after_a_sign_is_dropped() {
        assert_eq!(told(guess, "pull-up ‹5› @ bodyweight «+ 10kg»"), "pull-up 5 @ bodyweight +10kg");
        assert_eq!(told(guess, "pull-up ‹5› @ bodyweight «+ heavy»"), "");
    }
}
