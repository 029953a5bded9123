//! `squat 10 then lunge 10`: a second movement on the line. Without a word between the two it may be anything: `run 8x400m
//! foo on 1:45`.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{FILLERS, begins_with_figure};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let movement = second_movement(text)?;
    let place = stray.end_of_length(movement.len());
    let join = stray.at(Span::new(stray.place.start as usize, place.start as usize)).trim();
    if join.is_empty() {
        let message = format!("`{text}` is not understood here");
        let help = match send_off(movement) {
            Some(time) => format!("`every {time}` sends off each set; a cue needs quotes"),
            None => "a new step begins after `;` or on a new line; a cue needs quotes".to_owned(),
        };
        let step = Choice::new(format!("Write `; {text}`, a step of its own"), stray.blank_before(), "; ");
        let cue = (!text.contains('"')).then(|| Choice::write(stray.place, format!("\"{text}\"")));
        let guess = Guess::new(Rule::Unreadable, stray.place, message).help(help).ending_statement();
        return Some(guess.choices([step].into_iter().chain(cue.map(|cue| cue.meaning("as a cue")))));
    }
    let help = format!(
        "write `;` instead of `{join}`; for movements without a break use a `superset`, for a choice use `or`"
    );
    let guess = Guess::new(Rule::MissingSeparator, place, "a new step begins here");
    let gap = Span::new(stray.blank_before().start as usize, place.start as usize);
    let choice = Choice::new(format!("Write `;` instead of `{join}`"), gap, "; ");
    Some(guess.help(help).choices([choice]).ending_statement())
}

/// Returns the time of `on 1:45`, which is when the next set starts.
fn send_off(words: &str) -> Option<&str> {
    let small = words.to_ascii_lowercase();
    let at = if small.starts_with("on ") { 3 } else { small.find(" on ")? + 4 };
    words.get(at..)?.split_whitespace().next().filter(|time| begins_with_figure(time) && time.contains(':'))
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
    let is_filler = FILLERS.iter().any(|filler| movement.split(' ').next() == Some(filler));
    let named = words.next().is_some_and(|word| word.starts_with(char::is_alphabetic))
        && (!is_filler || send_off(movement).is_some());
    let dosed = words.any(begins_with_figure);
    (named && dosed).then_some(movement)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_second_movement_is_a_step_of_its_own() {
        assert!(told(guess, "squat ‹10› «then lunge 10»").starts_with("write `;` instead of `then`"));
        assert!(told(guess, "squat ‹10› «+ lunge 10»").starts_with("write `;` instead of `+`"));
    }

    #[test]
    fn what_has_no_word_before_it_may_be_anything() {
        assert!(told(guess, "squat ‹10› «lunge 10»").starts_with("a new step begins after `;`"));
        assert!(told(guess, "run ‹8x400m› «foo on 1:45»").starts_with("`every 1:45` sends off each set"));
        assert!(told(guess, "run ‹8x400m› «on 1:45»").starts_with("`every 1:45` sends off each set"));
    }

    #[test]
    fn a_movement_has_a_name_and_a_dose() {
        for text in ["squat ‹10› «slowly»", "squat ‹10› «then 10»", "squat ‹10› «on a 10 count»"]
        {
            assert_eq!(told(guess, text), "");
        }
    }
}
