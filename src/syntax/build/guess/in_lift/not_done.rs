//! `skipped bench press`, `no lunges`, `bench press not done`: what was left out.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

/// What comes before the movement.
const BEFORE: [&str; 11] = [
    "skipped ", "skip ", "no ", "did not do the ", "did not do ", "didn't do the ", "didn't do ", "didn’t do the ",
    "didn’t do ", "left out ", "without ",
];

/// What comes behind it.
const BEHIND: [&str; 5] = [" not done", " skip", " left out", " dropped", " omitted"];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text().trim();
    if text.contains(['"', '<', ',']) || text.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let small = text.to_ascii_lowercase();
    let before = BEFORE.into_iter().find(|words| small.starts_with(words)).map(|words| &text[words.len()..]);
    let behind = || BEHIND.into_iter().find_map(|words| Some(&text[..small.strip_suffix(words)?.len()]));
    let movement = before.or_else(behind)?.trim();
    (!movement.is_empty()).then(|| {
        let message = "what was not done is `skipped`, behind the movement";
        Guess::new(Rule::BadResult, stray.place, message)
            .fix(stray.place, format!("{movement} skipped"))
            .explaining_statement()
            .dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn what_was_left_out_is_skipped() {
        for text in ["skipped bench press", "no bench press", "didn't do the bench press", "bench press not done"] {
            assert_eq!(told(guess, &format!("«{text}»")), "bench press skipped", "{text}");
        }
        for text in ["bench press skipped", "bench press 5", "no \"lunges\""] {
            assert_eq!(told(guess, &format!("«{text}»")), "", "{text}");
        }
    }
}
