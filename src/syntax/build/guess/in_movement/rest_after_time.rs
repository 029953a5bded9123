//! `squat 3x10 90s rest`, `squat 3x10, 90s rest`.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::nameless::rest_after_time::time_of_rest;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (name, dose) = (stray.around.name?, stray.around.dose?);
    let (said, before) = if stray.is(&["rest"]) {
        // Behind a comma the time was read as one more set.
        let time = stray.dose_before()?;
        (time.to(stray.place), stray.between(name.end, dose.start).trim_end().strip_suffix(',')?)
    } else {
        (stray.place, stray.between(name.end, stray.place.start).trim_end())
    };
    let time = time_of_rest(stray.at(said))?;
    // A rest is between sets; where there are none, it is a step of its own.
    let rest = format!("{} rest {time}", if says_sets(before) { "" } else { ";" });
    let gap = Span::new(name.end as usize + before.len(), said.end as usize);
    let message = format!("`rest` goes before its time: `rest {time}`");
    let guess = Guess::new(Rule::WordOrder, said, message).fix(gap, rest);
    Some(guess.explaining_statement().dropping_statement())
}

/// Tells whether sets are written in what follows a name: `3x10 @ 60kg`, `12, 10, 8`.
fn says_sets(text: &str) -> bool {
    let dose = text.split('@').next().unwrap_or_default();
    let follows_figure = |at: usize| dose[..at].trim_end().ends_with(|sign: char| sign.is_ascii_digit());
    text.contains(',') || dose.match_indices(['x', 'X', '×']).any(|(at, _)| follows_figure(at))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_time_goes_behind_rest() {
        assert_eq!(told(guess, "squat ‹3x10› «90s rest»"), "squat 3x10 rest 90s");
        assert_eq!(told(guess, "squat 3x10, ‹90s› «rest»"), "squat 3x10 rest 90s");
    }

    #[test]
    fn after_a_single_set_a_rest_is_a_step() {
        assert_eq!(told(guess, "squat ‹10› «90s rest»"), "squat 10; rest 90s");
        assert_eq!(told(guess, "squat ‹10› «90kg rest»"), "");
        assert_eq!(told(guess, "squat ‹10› «rest»"), "");
    }
}
