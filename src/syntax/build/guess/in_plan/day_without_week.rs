//! `tuesday < … >` in a plan, outside of a week.

use crate::source::Span;
use crate::syntax::build::guess::in_plan::other::WEEKS;
use crate::syntax::build::guess::in_week::days_in_one_word::{days_of, misplaced};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if let Some((day, step)) = stray.text().split_once(':')
        && let Some(days) = days_of(day.trim())
    {
        // `Tue: run 5km`, the whole day on one line.
        let step = match step.trim() {
            "" => return Some(misplaced(stray).help(WEEKS)),
            off if ["off", "rest", "rest day"].iter().any(|word| off.eq_ignore_ascii_case(word)) => "rest day",
            step => step,
        };
        return Some(misplaced(stray).fix(stray.place, format!("every week < {days} < {step} > >")));
    }
    let days = days_of(stray.text())?;
    let guess = misplaced(stray);
    let body = stray.between(stray.place.end, stray.statement.end).trim_start();
    Some(if body.is_empty() {
        guess.help(WEEKS)
    } else {
        let whole = Span::new(stray.place.start as usize, stray.statement.end as usize);
        guess.fix(whole, format!("every week < {days} {body} >"))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_with_body;

    #[test]
    fn a_week_goes_around_a_day() {
        assert_eq!(told_with_body(guess, "«tue» < run 5km >"), "every week < tuesday < run 5km > >");
        assert!(told_with_body(guess, "«tue»").starts_with("a plan holds weeks"));
        assert_eq!(told_with_body(guess, "«someday» < run 5km >"), "");
        assert_eq!(told_with_body(guess, "«Tue: run 5km»"), "every week < tuesday < run 5km > >");
        assert_eq!(told_with_body(guess, "«Mon: Rest day»"), "every week < monday < rest day > >");
        assert_eq!(told_with_body(guess, "«Goal: run 5km»"), "");
    }
}
