//! Anything else in a movement statement.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

/// The longest words that are shown as a cue, in bytes.
const LONGEST_CUE: usize = 80;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let message = format!("`{text}` is not understood here");
    if ["b/l", "bilat", "bilateral", "both"].iter().any(|both| text.eq_ignore_ascii_case(both)) {
        let help = "for each side write `per side`; for both sides together, a cue: `\"both together\"`";
        let side = Choice::write(stray.place, "per side").meaning("for each side");
        let cue = Choice::write(stray.place, "\"both together\"").meaning("for both together");
        return Some(Guess::new(Rule::Unreadable, stray.place, message).help(help).choices([side, cue]));
    }
    let cue = with_cue(stray).map(|step| Choice::showing(stray.place, format!("\"{text}\""), &step));
    let help = match with_cue(stray) {
        Some(step) => format!("words that say how are a cue, in quotes: `{step}`; a new step begins behind `;`"),
        None => "a cue needs quotes; a dose can be followed by `per leg`, `alternating`, `@ 24kg`, `tempo 3-1-1-0`, `hold 5s`, `rest 60s` or a \"cue\"".to_owned(),
    };
    Some(Guess::new(Rule::Unreadable, stray.place, message).help(help).choices(cue))
}

/// Returns the step with its last words as a cue, if they may be one.
fn with_cue(stray: &Stray<'_>) -> Option<String> {
    let text = stray.text();
    let is_said = |sign: char| {
        sign.is_alphanumeric() || matches!(sign, ' ' | '/' | '+' | '&' | ',' | '.' | '-' | '\'' | '’' | '°' | '!')
    };
    let is_last = stray.place.end == stray.statement.end && stray.around.dose.is_some();
    let before = stray.between(stray.statement.start, stray.place.start).trim_end();
    (is_last
        && !stray.around.is_later
        && text.len() <= LONGEST_CUE
        && text.chars().all(is_said)
        && text.starts_with(char::is_alphabetic))
    .then(|| format!("{before} \"{text}\""))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_may_follow_a_dose_is_listed() {
        assert!(told(guess, "squat ‹10› «=slowly!»").starts_with("a cue needs quotes"));
    }

    #[test]
    fn words_at_the_end_are_shown_as_a_cue() {
        assert!(told(guess, "swim ‹4x50m› «drill/swim by 25»").contains("`swim 4x50m \"drill/swim by 25\"`"));
    }
}
