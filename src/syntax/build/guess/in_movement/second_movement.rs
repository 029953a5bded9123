//! `squat 10 lunge 10`, `squat 10 then lunge 10`: a second movement on the line.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{FILLERS, begins_with_figure};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let movement = second_movement(stray.text())?;
    let place = stray.end_of_length(movement.len());
    let join = stray.at(Span::new(stray.place.start as usize, place.start as usize)).trim();
    let guess = Guess::new(Rule::MissingSeparator, place, "a new step begins here").ending_statement();
    Some(if join.is_empty() {
        guess.help("put `;` before it, or start a new line")
    } else {
        guess.help(format!(
            "write `;` instead of `{join}`; for movements without a break use a `superset`, for a choice use `or`"
        ))
    })
}

/// Returns the movement and its dose that a text ends in: `lunge 10` of `then lunge 10`.
pub fn second_movement(text: &str) -> Option<&str> {
    const JOINS: [&str; 6] = ["&", "+", "|", "then", "and", "plus"];
    let first = text.split_whitespace().next()?;
    let movement = match JOINS.iter().any(|join| join.eq_ignore_ascii_case(first)) {
        true => text[first.len()..].trim_start(),
        false => text,
    };
    let mut words = movement.split_whitespace();
    let named = words.next().is_some_and(|word| word.starts_with(char::is_alphabetic))
        && !FILLERS.iter().any(|filler| movement.split(' ').next() == Some(filler));
    let dosed = words.any(begins_with_figure);
    (named && dosed).then_some(movement)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_second_movement_is_a_step_of_its_own() {
        assert!(told(guess, "squat ‹10› «lunge 10»").starts_with("put `;` before it"));
        assert!(told(guess, "squat ‹10› «then lunge 10»").starts_with("write `;` instead of `then`"));
        assert!(told(guess, "squat ‹10› «+ lunge 10»").starts_with("write `;` instead of `+`"));
    }

    #[test]
    fn a_movement_has_a_name_and_a_dose() {
        for text in ["squat ‹10› «slowly»", "squat ‹10› «then 10»", "squat ‹10› «on a 10 count»"]
        {
            assert_eq!(told(guess, text), "");
        }
    }
}
