//! `squat 10 cue "knees out"`: a cue after its movement is a text alone.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let words = stray.behind().trim_start_matches([' ', '\t']);
    if !stray.is(&["cue"]) || !words.starts_with(['"', '“', '„', '”']) {
        return None;
    }
    let blanks = stray.behind().len() - words.len();
    let up_to_words = Span::new(stray.place.start as usize, stray.place.end as usize + blanks);
    let message = "a cue after a movement is written without `cue`";
    Some(Guess::new(Rule::OutOfPlace, stray.place, message).fix(up_to_words, "").ending_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_word_before_a_cue_is_dropped() {
        assert_eq!(told(guess, "squat 10 «cue» \"knees out\""), "squat 10 \"knees out\"");
        assert_eq!(told(guess, "squat 10 «cue» knees out"), "");
        assert_eq!(told(guess, "squat 10 «cue it» \"knees out\""), "");
    }
}
