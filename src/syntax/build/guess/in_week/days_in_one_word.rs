//! `weekdays < … >`, `monday-friday < … >`: one word for several days.

use crate::date::{self, WEEK};
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let days = days_of(stray.text())?;
    Some(misplaced(stray).fix(stray.place, days))
}

/// Says that words can't be where they are in a plan.
pub fn misplaced(stray: &Stray<'_>) -> Guess {
    let message = format!("`{}` can't be used here in a plan", stray.text());
    Guess::new(Rule::OutOfPlace, stray.place, message)
}

/// Writes the days that are meant by one word for several: `monday-friday`, `mon to fri`, `weekdays`, `daily`; or by days
/// in the place of a week.
pub fn days_of(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    if text.contains(',') {
        let days = text.split(',').map(|day| date::weekday(day.trim()).map(date::name));
        return Some(days.collect::<Option<Vec<_>>>()?.join(", "));
    }
    let number = |day: &str| Some(date::weekday(day.trim())?.number_days_from_monday().into());
    let (from, to): (usize, usize) = match text.as_str() {
        "every day" | "each day" | "everyday" | "daily" => (0, 6),
        "weekdays" | "every weekday" | "weekday" => (0, 4),
        "weekend" | "weekends" | "every weekend" => (5, 6),
        days => {
            let marks = ["-", "–", "—", " to ", " through ", " thru ", " until ", " till "];
            match marks.iter().find_map(|mark| days.split_once(mark)) {
                Some((from, to)) => (number(from)?, number(to)?),
                None => (number(days)?, number(days)?),
            }
        }
    };
    let last = if to < from { to + WEEK.len() } else { to };
    let days = WEEK.into_iter().cycle().take(last + 1).skip(from);
    Some(days.map(date::name).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::{days_of, guess};
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn days_in_other_words_are_understood() {
        let meant = |text: &str| days_of(text).unwrap_or_default();
        assert_eq!(meant("Monday-Wednesday"), "monday, tuesday, wednesday");
        assert_eq!(meant("sat to mon"), "saturday, sunday, monday");
        assert_eq!(meant("weekends"), "saturday, sunday");
        assert_eq!(meant("tues"), "tuesday");
        assert_eq!(meant("mon, thu"), "monday, thursday");
        for unclear in ["", "m-w", "someday", "day 1", "monday-"] {
            assert_eq!(meant(unclear), "", "{unclear}");
        }
    }

    #[test]
    fn they_are_written_as_a_list() {
        assert_eq!(told(guess, "«weekend» < run 5km >"), "saturday, sunday < run 5km >");
        assert_eq!(told(guess, "«someday» < run 5km >"), "");
    }
}
