//! `week 1 monday do "Legs"`, `week 1: mon squat 10`: a day without its signs in a week without its own.

use super::steps::between_signs;
use crate::date;
use crate::syntax::build::guess::after_day::steps::steps;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let written = steps(stray);
    let (days, steps) = days_and_steps(written)?;
    let week = format!("< {days} < {steps} > >");
    let blank = if stray.before().ends_with(' ') { "" } else { " " };
    let guess = between_signs(stray);
    Some(if ends_the_plan(stray.behind()) {
        guess.fix(stray.place, format!("{blank}{week}"))
    } else {
        // What follows may be days of this week, or of all of them.
        let header = stray.between(stray.statement.start, stray.place.start).trim_end();
        guess.help(format!("write `{header} {week}`, with the other days of the week behind the first"))
    })
}

/// Returns the days that words begin with, and what follows them.
fn days_and_steps(written: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    loop {
        let rest = written[end..].trim_start_matches([',', ' ']);
        let day = rest.split([' ', ':', ',']).next().unwrap_or_default();
        if date::weekday(day).is_none() {
            break;
        }
        end = written.len() - rest.len() + day.len();
        if !written[end..].trim_start().starts_with(',') {
            break;
        }
    }
    let steps = written[end..].trim_start_matches([':', '-', '–', '—', ' ']);
    (end > 0 && !steps.is_empty()).then(|| (&written[..end], steps))
}

/// Tells whether nothing but the end of blocks and weeks follow.
fn ends_the_plan(behind: &str) -> bool {
    let next = behind.trim_start_matches(|sign: char| sign.is_whitespace() || sign == ';');
    let first = next.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    next.is_empty() || next.starts_with(['>', '}']) || ["week", "weeks"].iter().any(|one| first.eq_ignore_ascii_case(one))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_week_and_the_day_get_their_signs() {
        for (written, mended) in [
            ("week 1 «monday do \"A\"» >", "week 1 < monday < do \"A\" > > >"),
            ("week 1«: mon, wed: squat 10»", "week 1 < mon, wed < squat 10 > >"),
            ("week 1 «mon run 2km»\nweek 2 < >", "week 1 < mon < run 2km > >\nweek 2 < >"),
        ] {
            assert_eq!(told(guess, written), mended);
        }
        assert_eq!(told(guess, "week 1 «do \"A\"»"), "");
        assert_eq!(told(guess, "week 1 «monday»"), "");
    }

    #[test]
    fn days_that_follow_may_be_of_the_week_or_of_all() {
        let told = told(guess, "week 1 «mon run 2km»\nwed run 3km");
        assert!(told.starts_with("write `week 1 < mon < run 2km > >`"), "{told}");
    }
}
