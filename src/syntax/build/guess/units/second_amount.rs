//! `squat 3x15 1min`: a second amount in the place of a unit.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, time_said};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    begins_with_figure(text).then(|| {
        let message = format!("`{text}` is not understood here: a movement has one dose");
        let is_time = time_said(text).is_some() || text.contains(':');
        let help = match is_time {
            true => format!("for a rest between the sets, write `rest {text}`"),
            false => "write equal sets as `5x5`, sets that differ as `5 @ 65%, 5 @ 75%`".to_owned(),
        };
        let rest = Choice::write(stray.place, format!("rest {text}"));
        Guess::new(Rule::Unreadable, stray.place, message).help(help).choices(is_time.then_some(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_time_may_be_a_rest() {
        assert_eq!(told(guess, "squat 3x15 «1min»"), "for a rest between the sets, write `rest 1min`");
        assert!(told(guess, "squat 3x15 «20»").starts_with("write equal sets"));
        assert_eq!(told(guess, "squat 15 «metrs»"), "");
    }
}
