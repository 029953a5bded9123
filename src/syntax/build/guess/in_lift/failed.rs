//! `bench press failed at 60kg`, `missed bench press at 60kg`: a set that was missed.

use crate::diagnostic::{Choice, Rule};
use crate::quantity::Kind;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::unit;

const FAILED: [&str; 5] = ["failed", "fail", "miss", "missed", "failure"];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let words: Vec<&str> = stray.text().split_whitespace().collect();
    let at = words.iter().position(|word| FAILED.iter().any(|failed| failed.eq_ignore_ascii_case(word)))?;
    let is_between = |word: &&str| ["at", "with", "on", "@"].contains(word);
    let behind = match words.get(at + 1) {
        Some(word) if is_between(word) => &words[at + 2..],
        _ => &words[at + 1..],
    };
    let before = &words[..at];
    let load = match behind {
        [] => String::new(),
        load => load.concat(),
    };
    let has_figure = |word: &&str| word.contains(|sign: char| sign.is_ascii_digit());
    if before.is_empty() || before.iter().any(has_figure) || !(load.is_empty() || is_load(&load)) {
        return None;
    }
    let has_load = !load.is_empty();
    let load = if has_load { &load } else { "60kg" };
    let written = format!("{} missed @ {load}", before.join(" "));
    let failed = words[at];
    let message = format!("a set that failed is `missed`, with its load after `@`, and not `{failed}`");
    Some(
        Guess::new(Rule::BadResult, stray.place, message)
            .help(format!("write `{written}`"))
            .choices(has_load.then(|| Choice::write(stray.place, written)))
            .explaining_statement()
            .dropping_statement(),
    )
}

fn is_load(text: &str) -> bool {
    let letters = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    let is_mass = unit::read(letters).is_some_and(|meaning| meaning.unit.kind() == Kind::Mass);
    text.len() > letters.len() && is_mass
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_set_that_failed_is_missed() {
        let help = "write `bench press missed @ 65kg`";
        for text in ["bench press failed @ 65kg", "bench press failed at 65 kg", "bench press fail 65kg"] {
            assert_eq!(told(guess, &format!("«{text}»")), help, "{text}");
        }
        assert_eq!(told(guess, "«bench press failed»"), "write `bench press missed @ 60kg`");
        for text in ["bench press 5", "bench press 5, failed @ 60kg", "bench press failed twice"] {
            assert_eq!(told(guess, &format!("«{text}»")), "", "{text}");
        }
    }
}
