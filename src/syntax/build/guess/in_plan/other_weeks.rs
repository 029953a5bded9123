//! `fortnightly < … >`, `every second week < … >`: every so many weeks, without which is the first.

use crate::diagnostic::Choice;
use crate::syntax::build::guess::in_week::days_in_one_word::misplaced;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text().to_lowercase();
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let step = match words.as_slice() {
        ["fortnightly" | "biweekly" | "bi-weekly"] => 2,
        ["alternate" | "alternating", "week" | "weeks"] => 2,
        ["every" | "each", "second" | "2nd", "week" | "weeks"] => 2,
        ["every" | "each", "third" | "3rd", "week" | "weeks"] => 3,
        ["every" | "each", "fourth" | "4th", "week" | "weeks"] => 4,
        _ => return None,
    };
    let written = match step {
        2 => vec!["odd weeks".to_owned(), "even weeks".to_owned()],
        step => vec![format!("every {step} weeks from 1")],
    };
    let choices = written.into_iter().map(|weeks| Choice::write(stray.place, weeks));
    Some(misplaced(stray).choices(choices).help(match step {
        2 => "write `odd weeks` for weeks 1, 3, 5 and so on, or `even weeks` for weeks 2, 4, 6".to_owned(),
        step => format!("write `every {step} weeks from 1`, or from the first that you mean"),
    }))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn which_is_the_first_is_asked_for() {
        assert!(told(guess, "«fortnightly» < >").contains("`odd weeks`"));
        assert!(told(guess, "«every second week» < >").contains("`even weeks`"));
        assert!(told(guess, "«every 4th week» < >").contains("`every 4 weeks from 1`"));
        assert_eq!(told(guess, "«every day» < >"), "");
    }
}
