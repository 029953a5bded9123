//! `done yesterday < … >`: a day that only who writes it knows.

use super::unknown::header;
use crate::date;
use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    let (first, day) = header.split_once(' ')?;
    first.eq_ignore_ascii_case("done").then(|| {
        let message = format!("`{day}` does not say on which day that was done");
        let guess = Guess::new(Rule::BadResult, place, message);
        match date::in_words(day) {
            Some(date) => {
                let written = format!("done {}", date::write(date));
                guess.help(format!("write `{written} < … >`")).choices([Choice::write(place, written)])
            }
            None => guess.help("write the year, the month and the day: `done 2026-01-09 \"Legs\" < … >`"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_day_is_asked_for() {
        assert!(told(guess, "«done yesterday»").contains("`done 2026-01-09"));
        assert!(told(guess, "«done 9th of March 2026»").contains("`done 2026-03-09 < … >`"));
        assert_eq!(told(guess, "«yesterday»"), "");
    }
}
