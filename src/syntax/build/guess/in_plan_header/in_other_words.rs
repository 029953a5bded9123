//! `plan "A" for 3 weeks starting 2026-01-05`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let meant = plan_header(stray.text())?;
    let message = format!("`{}` is written `{meant}`", stray.text());
    Some(Guess::new(Rule::KeywordForm, stray.place, message).fix(stray.place, meant))
}

/// Writes what is meant by `3 weeks starting 2026-01-05`: `weeks 3 starts 2026-01-05`.
pub fn plan_header(text: &str) -> Option<String> {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_digit());
    let is_date = |word: &str| word.len() == 10 && word.split('-').all(is_number);
    let mut meant = Vec::new();
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let word = word.to_lowercase();
        match word.trim_end_matches(':') {
            "for" | "on" if words.peek().is_some() => {}
            "week" | "weeks" => meant.push(format!("weeks {}", words.next().filter(|next| is_number(next))?)),
            "start" | "starts" | "starting" | "from" | "begin" | "begins" | "beginning" => {
                words.next_if(|next| matches!(&*next.to_lowercase(), "on" | "date" | "date:"));
                meant.push(format!("starts {}", words.next().filter(|next| is_date(next))?));
            }
            "end" | "ends" | "ending" | "until" => {
                words.next_if(|next| matches!(&*next.to_lowercase(), "on" | "date" | "date:"));
                meant.push(format!("ends {}", words.next().filter(|next| is_date(next))?));
            }
            _ => {
                let is_weeks = |next: &&str| matches!(&*next.to_lowercase(), "week" | "weeks");
                let number = match word.strip_suffix("-week").or_else(|| word.strip_suffix("-weeks")) {
                    Some(number) => number,
                    None => words.next_if(is_weeks).map(|_| &*word)?,
                };
                meant.push(format!("weeks {}", Some(number).filter(|number| is_number(number))?));
            }
        }
    }
    Some(meant.join(" ")).filter(|meant| !meant.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{guess, plan_header};
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn headers_in_other_words_are_understood() {
        let meant = |text: &str| plan_header(text).unwrap_or_default();
        assert_eq!(meant("3 weeks starting 2026-01-05"), "weeks 3 starts 2026-01-05");
        assert_eq!(meant("for 12 weeks, from 2026-01-05"), "weeks 12 starts 2026-01-05");
        assert_eq!(meant("6-week"), "weeks 6");
        assert_eq!(meant("begins on 2026-01-05"), "starts 2026-01-05");
        assert_eq!(meant("week 6"), "weeks 6");
        assert_eq!(meant("start date: 2026-01-05"), "starts 2026-01-05");
        assert_eq!(meant("starts: 2026-01-05"), "starts 2026-01-05");
        assert_eq!(meant("ending on 2026-10-11"), "ends 2026-10-11");
        assert_eq!(meant("8 weeks until 2026-10-11"), "weeks 8 ends 2026-10-11");
        for unclear in ["", "hard", "3", "starting monday", "3 weeks hard", "6 months", "for"] {
            assert_eq!(meant(unclear), "", "{unclear}");
        }
    }

    #[test]
    fn they_are_written_as_they_should_be() {
        assert_eq!(told(guess, "plan \"A\" «for 3 weeks» <"), "plan \"A\" weeks 3 <");
        assert_eq!(told(guess, "plan \"A\" «hard» <"), "");
    }
}
