//! `A1. squat`, `B) row`: the label of an exercise.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.around.name?;
    let step = labelled(stray.at(name))?;
    let start = name.start as usize;
    let cut = Span::new(start, name.end as usize - step.len());
    let label = stray.at(cut).trim_end();
    let message = format!("a step has no `{label}` before it");
    Some(
        Guess::new(Rule::NameCharacter, Span::new(start, start + label.len()), message)
            .help("sheets label the movements of a `superset` A1, A2 and so on by themselves")
            .fix(cut, ""),
    )
}

/// Takes the label from an exercise.
fn labelled(text: &str) -> Option<&str> {
    let (label, step) = text.split_once(' ')?;
    let figure =
        label.strip_suffix(['.', ')', ':'])?.strip_prefix(|first: char| first.is_ascii_alphabetic())?;
    let is_label = figure.len() <= 2 && figure.bytes().all(|byte| byte.is_ascii_digit());
    let step = step.trim_start();
    (is_label && step.starts_with(char::is_alphabetic)).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_name;

    #[test]
    fn a_label_is_dropped() {
        assert_eq!(told_in_name(guess, "A1«. squat» ‹10›"), "squat 10");
        assert_eq!(told_in_name(guess, "B«) row» ‹10›"), "row 10");
        assert_eq!(told_in_name(guess, "Ab1«. squat» ‹10›"), "");
        assert_eq!(told_in_name(guess, "A123«. squat» 10"), "");
    }
}
