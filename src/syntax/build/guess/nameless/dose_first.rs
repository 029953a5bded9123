//! `10 burpees`, `400m run`, `3 sets of 10 squats`: the dose before the movement.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{HALVES, begins_with_figure, is_modifier, is_name_character};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let mended = reorder(stray.text())?;
    let message = format!("the movement comes first: `{mended}`");
    Some(Guess::new(Rule::WordOrder, stray.place, message).fix(stray.place, mended))
}

fn is(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Puts the movement before its dose; nothing where it is not certain what is what.
pub fn reorder(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (dose, rest) = leading_dose(&words)?;
    // Up to the first modifier it is the name.
    let is_each = |at: usize| {
        is(rest[at], &["each"]) && rest.get(at + 1).is_some_and(|half| is(half, HALVES) && at > 0)
    };
    let name = rest.iter().enumerate().take_while(|&(at, word)| {
        word.starts_with(char::is_alphabetic)
            && word.chars().all(is_name_character)
            && !is_modifier(word)
            && !is_each(at)
    });
    let length = name.count();
    // `400m freestyle easy`: how hard it is was said last.
    if length == rest.len() && length > 1 && is(rest[length - 1], &["easy", "moderate", "hard"]) {
        return Some(format!("{} {dose} @ {}", rest[..length - 1].join(" "), rest[length - 1]));
    }
    let (name, tail) = rest.split_at(length);
    // `2x20 min @ zone 3`: no movement is called `min`.
    let is_unit = name.first().is_some_and(|first| unit::read(first).is_some());
    if name.is_empty() || is_unit || tail.first().is_some_and(|word| begins_with_figure(word)) {
        return None;
    }
    let mut words = name.to_vec();
    words.push(&dose);
    words.extend(tail);
    Some(words.join(" "))
}

/// Returns the dose that words begin with, as it is written, and the words after it.
fn leading_dose<'w, 't>(words: &'w [&'t str]) -> Option<(String, &'w [&'t str])> {
    let is_unit = |word: &str| !word.is_empty() && unit::read(word).is_some();
    Some(match words {
        [sets, word, of, dose, rest @ ..]
            if begins_with_figure(sets)
                && is(word, &["set", "sets"])
                && is(of, &["of", "x"])
                && begins_with_figure(dose) =>
        {
            (format!("{sets}x{dose}"), rest)
        }
        [sets, sign, dose, rest @ ..]
            if begins_with_figure(sets) && is(sign, &["x", "×"]) && begins_with_figure(dose) =>
        {
            (format!("{sets}x{dose}"), rest)
        }
        [figure, unit, name, ..]
            if figure.bytes().all(|byte| byte.is_ascii_digit())
                && is_unit(unit)
                && name.starts_with(char::is_alphabetic) =>
        {
            (format!("{figure} {unit}"), &words[2..])
        }
        [dose, rest @ ..] if begins_with_figure(dose) => ((*dose).to_owned(), rest),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_movement_goes_before_its_dose() {
        for (written, meant) in [
            ("«10 burpees»", "burpees 10"),
            ("«400m run @ easy»", "run 400m @ easy"),
            ("«400 m run»", "run 400 m"),
            ("«3 sets of 10 squats»", "squats 3x10"),
            ("«3 x 10 squats rest 60s»", "squats 3x10 rest 60s"),
            ("«10 lunges each leg»", "lunges 10 each leg"),
            ("«400m freestyle easy»", "freestyle 400m @ easy"),
        ] {
            assert_eq!(told(guess, written), meant);
        }
    }

    #[test]
    fn what_is_a_dose_and_what_a_name_must_be_certain() {
        for unclear in ["«10»", "«10 @ 60kg»", "«10 squats 20»", "«burpees»", "«10 per leg»"] {
            assert_eq!(told(guess, unclear), "");
        }
    }
}
