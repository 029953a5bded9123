//! `rest 60s between ronds`.

use super::nothing::next_word;
use crate::diagnostic::{Rule, nearest};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::BETWEEN;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if !stray.is(&["between"]) {
        return None;
    }
    let next = next_word(stray);
    let near = nearest(next, BETWEEN)?;
    let blanks = stray.behind().len() - stray.behind().trim_start_matches(' ').len();
    let start = stray.place.end as usize + blanks;
    let place = Span::new(start, start + next.len());
    let message = format!("a rest is `between rounds` or `between movements`, not `between {next}`");
    Some(Guess::new(Rule::UnknownOption, place, message).fix(place, near))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_word_is_mended() {
        assert_eq!(told(guess, "circuit rest 60s «between» ronds <"), "circuit rest 60s between rounds <");
        assert_eq!(told(guess, "circuit rest 60s «between» laps <"), "");
        assert_eq!(told(guess, "circuit rest 60s «between sets» <"), "");
    }
}
