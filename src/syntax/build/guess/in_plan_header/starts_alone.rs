//! `plan "A" starts monday`, `ends 11 Oct`: when a plan starts or ends, without a date that can be read.

use crate::date;
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

/// What is said of `starts` without a date.
pub const START_FORM: &str = "a plan starts on a date: `starts 2026-01-05`";

/// What is said of `ends` without a date.
const END_FORM: &str = "a plan ends on a date: `ends 2026-10-11`";

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text().to_lowercase();
    let (word, when) = text.split_once(' ').unwrap_or((&text, ""));
    let (word, form) = match word {
        "starts" | "start" | "starting" => ("starts", START_FORM),
        "ends" | "end" | "ending" => ("ends", END_FORM),
        _ => return None,
    };
    let when = when.strip_prefix("on ").unwrap_or(when);
    if let Some(date) = date::in_words(when) {
        let meant = format!("{word} {}", date::write(date));
        let message = format!("`{}` is written `{meant}`", stray.text());
        return Some(Guess::new(Rule::KeywordForm, stray.place, message).fix(stray.place, meant));
    }
    let guess = Guess::new(Rule::MissingStatementPart, stray.place, form);
    Some(match when {
        "" => guess,
        day if date::weekday(day).is_some() => {
            guess.help("its weeks begin with Monday in any case; write the year, the month and the day")
        }
        _ => guess.help("write the year, the month and the day, in figures with `-` between them"),
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_date_is_asked_for() {
        assert!(told(guess, "plan \"A\" «starts monday» <").contains("the year, the month and the day"));
        assert!(told(guess, "plan \"A\" «ends» <").contains("`ends 2026-10-11`"));
        assert_eq!(told(guess, "plan \"A\" «starts 5 Jan 2026» <"), "plan \"A\" starts 2026-01-05 <");
        assert_eq!(told(guess, "plan \"A\" «ends 11.10.2026» <"), "plan \"A\" ends 2026-10-11 <");
        assert!(told(guess, "plan \"A\" «starts 5 Jan» <").contains("the year"));
        assert_eq!(told(guess, "plan \"A\" «begins monday» <"), "");
    }
}
