//! `monday "Legs" < … >`: what the session is called.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.around.name?;
    let text = stray.text();
    if !text.starts_with('"') || !text.ends_with('"') || text.len() < 3 {
        return None;
    }
    let behind = stray.behind();
    let blanks = behind.len() - behind.trim_start().len();
    let is_open = behind.trim_start().starts_with('<');
    let sign = if behind.get(blanks + 1..)?.trim_start_matches(' ').starts_with(['\n', '\r']) { "" } else { ";" };
    is_open.then(|| {
        let place = stray.place.to(Span::new(stray.place.end as usize, stray.place.end as usize + blanks + 1));
        let message = "what a session is called goes into the day";
        Guess::new(Rule::KeywordForm, stray.place, message).fix(place, format!("< title {text}{sign}"))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_title_goes_into_the_day() {
        assert_eq!(told(guess, "monday «\"Legs\"» < squat 10 >"), "monday < title \"Legs\"; squat 10 >");
        assert_eq!(told(guess, "monday «\"Legs\"» <\nsquat 10 >"), "monday < title \"Legs\"\nsquat 10 >");
        assert_eq!(told(guess, "monday «legs» < squat 10 >"), "");
    }
}
