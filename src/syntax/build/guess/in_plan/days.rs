//! `weekdays < … >` in a plan, and `Mon-Fri: run 5km`, the whole day on one line.

use crate::syntax::build::guess::in_week::days_in_one_word::{days_of, misplaced};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (days, step) = match stray.text().split_once(':') {
        Some((days, step)) => (days_of(days.trim())?, step.trim()),
        None => (days_of(stray.text())?, ""),
    };
    let meant = match step {
        "" => days,
        off if ["off", "rest", "rest day"].iter().any(|word| off.eq_ignore_ascii_case(word)) => {
            format!("{days} < rest day >")
        }
        step => format!("{days} < {step} >"),
    };
    Some(misplaced(stray).fix(stray.place, meant))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_with_body;

    #[test]
    fn days_are_written_as_a_list() {
        assert_eq!(told_with_body(guess, "«weekend» < run 5km >"), "saturday, sunday < run 5km >");
        assert_eq!(told_with_body(guess, "«someday» < run 5km >"), "");
        assert_eq!(told_with_body(guess, "«Tue: run 5km»"), "tuesday < run 5km >");
        assert_eq!(told_with_body(guess, "«Mon: Rest day»"), "monday < rest day >");
        assert_eq!(told_with_body(guess, "«Goal: run 5km»"), "");
    }
}
