//! `do "Legs" twice`, `do "Legs" 3 times`, `do "Legs" x2`: a workout that is done several times.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

/// More is not written out, one after the other.
const MOST: usize = 4;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let header = stray.between(stray.statement.start, stray.place.start).trim_end();
    header.get(..2).filter(|word| word.eq_ignore_ascii_case("do"))?;
    let times = times(&stray.text().to_lowercase())?;
    let all = vec![header; times.min(MOST)].join("; ");
    let more = if times > MOST { "; …" } else { "" };
    let message = format!("`{}` can't be said of a workout that is done", stray.text());
    let whole = stray.statement.to(stray.place);
    let choice = more.is_empty().then(|| Choice::write(whole, all.as_str()));
    let guess = Guess::new(Rule::Unreadable, stray.place, message).help(format!("write `{all}{more}`"));
    Some(guess.choices(choice))
}

/// Reads `twice`, `2 times`, `x3`.
fn times(text: &str) -> Option<usize> {
    let figure = match text {
        "twice" => "2",
        "thrice" => "3",
        text => {
            let text = text.strip_suffix("times").or_else(|| text.strip_suffix(['x', '×'])).unwrap_or(text).trim();
            text.strip_prefix(['x', '×']).unwrap_or(text).trim()
        }
    };
    let times = match figure {
        "two" => 2,
        "three" => 3,
        figure => figure.parse().ok()?,
    };
    (times > 1).then_some(times)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_workout_that_is_done_again_is_written_again() {
        for written in ["do \"A\" «twice»", "do \"A\" «2 times»", "do \"A\" «x2»", "do \"A\" «2x»"] {
            assert_eq!(told(guess, written), "write `do \"A\"; do \"A\"`", "{written}");
        }
        assert_eq!(told(guess, "do \"A\" «9 times»").matches("do").count(), 4);
        assert_eq!(told(guess, "do \"A\" «once»"), "");
        assert_eq!(told(guess, "squat 10 «twice»"), "");
    }
}
