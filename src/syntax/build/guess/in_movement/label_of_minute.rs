//! `minute 1: squat 10`: which minute of an EMOM it is.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.at(stray.around.name?);
    let is_minute = ["min", "minute"].iter().any(|minute| minute.eq_ignore_ascii_case(name));
    (stray.text().starts_with(':') && is_minute).then(|| {
        let label = Span::new(stray.statement.start as usize, stray.place.start as usize + 1);
        let message = format!("`{}` is not needed: the steps of an EMOM follow in turn", stray.at(label));
        Guess::new(Rule::Unreadable, label, message)
            .help("write `alternating` in the header, and each minute's step on a line of its own")
            .explaining_statement()
            .dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn alternating_is_shown_for_the_labels_of_minutes() {
        assert!(told(guess, "minute ‹1›«: squat 10»").starts_with("write `alternating`"));
        assert_eq!(told(guess, "squat ‹1›«: squat 10»"), "");
    }
}
