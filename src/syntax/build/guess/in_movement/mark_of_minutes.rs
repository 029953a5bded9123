//! `plank 5'`: a mark that may mean minutes or feet.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.dose_before().filter(|dose| dose.end == stray.place.start)?;
    let mark = stray.text().chars().next().filter(|mark| matches!(mark, '\'' | '’' | '′'))?;
    let figure = stray.at(dose);
    let place = stray.start_of_length(mark.len_utf8());
    let guess = Guess::new(Rule::UnknownUnit, place, "this mark may mean minutes or feet");
    let write = |unit: &str| Choice::write(dose.to(place), format!("{figure}{unit}"));
    let units = [write("min").meaning("for minutes"), write("ft").meaning("for feet")];
    Some(guess.one_of(units).dropping_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn both_readings_of_the_mark_are_shown() {
        for text in ["plank ‹5›«'»", "plank ‹5›«′»"] {
            assert_eq!(told(guess, text), "write `5min` for minutes or `5ft` for feet");
        }
        assert_eq!(told(guess, "plank ‹5› «'»"), "");
    }
}
