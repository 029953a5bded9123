//! `run 200m every other round`, `squat 10 in round 2`: rounds that are not named as the language names them.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

/// Words that come before or behind rounds.
const BESIDE: [&str; 21] = [
    "only", "not", "in", "on", "for", "the", "and", "to", "other", "every", "each", "second", "third", "odd", "even",
    "last", "final", "first", "except", "skip", "alternate",
];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let words: Vec<&str> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is = |word: &str, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
    let figures: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let are_known = words
        .iter()
        .all(|word| is(word, &["round", "rounds"]) || is(word, &BESIDE) || word.parse::<u32>().is_ok());
    // `for 3 rounds` says how often.
    let counts = words.windows(2).any(|two| two[0].parse::<u32>().is_ok() && is(two[1], &["round", "rounds"]));
    if !are_known || counts || !words.iter().any(|word| is(word, &["round", "rounds"])) || words.len() < 2 {
        return None;
    }
    let turns = words.iter().any(|word| is(word, &["other", "odd", "even", "alternate"]));
    let help = match figures[..] {
        [round] => format!("if it is done in that round alone, write `only round {round}`"),
        _ if turns => {
            "name the rounds, `only round 1` or `not rounds 2-3`; for every other round, write two rounds out as one, \
             in a block with half as many"
                .to_owned()
        }
        _ => "name them by their numbers: `only round 1`, `only rounds 2-4`, `not round 3`".to_owned(),
    };
    let message = format!("`{text}` does not say in which rounds this is done");
    let choice = match figures[..] {
        [round] => Some(Choice::write(stray.place, format!("only round {round}"))),
        _ => None,
    };
    Some(Guess::new(Rule::Unreadable, stray.place, message).help(help).choices(choice))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn rounds_are_asked_for_by_number() {
        assert!(told(guess, "run ‹200m› «every other round»").contains("two rounds out as one"));
        assert!(told(guess, "run ‹200m› «in round 2»").contains("`only round 2`"));
        assert!(told(guess, "run ‹200m› «(last round only)»").contains("by their numbers"));
        assert_eq!(told(guess, "run ‹200m› «between rounds»"), "");
        assert_eq!(told(guess, "run ‹200m› «rounds»"), "");
        assert_eq!(told(guess, "run ‹200m› «for 3 rounds»"), "");
    }
}
