//! `rest 60s between`, or between something else than rounds or movements.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.is(&["between"]).then(|| {
        let rest = stray.at(stray.statement);
        let guess = Guess::new(Rule::BareRestInHeader, stray.place, "this does not say between what to rest");
        let write = |what: &str| {
            Choice::showing(stray.place, format!("between {what}"), &format!("{rest} {what}"))
        };
        guess.one_of([write("rounds"), write("movements")])
    })
}

/// Returns the word after `between`.
pub fn next_word<'t>(stray: &Stray<'t>) -> &'t str {
    let behind = stray.behind().trim_start_matches(' ');
    behind.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_it_is_between_is_asked() {
        assert_eq!(
            told(guess, "rest 60s «between»"),
            "write `rest 60s between rounds` or `rest 60s between movements`"
        );
        assert_eq!(told(guess, "rest 60s «between sets»"), "");
    }
}
