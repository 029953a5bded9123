//! `squat 5 @ 60kg +2.5kg per set`: what is added, in other words than `each`.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

/// The longest step that is looked for before the words: `+1234.5kilograms` is shorter.
const LONGEST_STEP: usize = 24;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if !["each", "every", "per", "a"].contains(&stray.first()) || !follows_step(stray) {
        return None;
    }
    let message = format!("`{}` does not say how often the step is added", stray.text());
    let guess = Guess::new(Rule::LoneStep, stray.place, message).dropping_statement();
    Some(if stray.first() == "each" && stray.blank_before().is_empty() {
        // `+2.5%each session`.
        guess.fix(stray.blank_before(), " ")
    } else if stray.first() != "each" && ["set", "round", "session", "week", "cycle"].contains(&stray.rest()) {
        guess.fix(stray.first_place(), "each")
    } else {
        let has_sets = stray.around.dose.is_some_and(|dose| stray.at(dose).contains(['x', 'X', '×']));
        let turns = ["set", "session", "week"].into_iter().filter(|turn| has_sets || *turn != "set");
        let choices = turns.map(|turn| Choice::write(stray.place, format!("each {turn}")));
        guess.help("write `each set`, `each round`, `each session` or `each week`").choices(choices)
    })
}

/// Tells whether a step such as `+2.5kg` is right before the words.
fn follows_step(stray: &Stray<'_>) -> bool {
    let before = stray.before().trim_end_matches(' ');
    let start = before.len().saturating_sub(LONGEST_STEP);
    let tail = before.char_indices().rev().map(|(at, _)| at).take_while(|&at| at >= start).last();
    let word = tail.map_or("", |at| &before[at..]).rsplit([' ', '\n']).next().unwrap_or_default();
    let figure = word.trim_start_matches(['+', '-', '−', '–']);
    figure.len() < word.len() && begins_with_figure(figure)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_step_is_added_each_turn() {
        assert_eq!(told(guess, "squat ‹5› @ 60kg +2.5kg «per set»"), "squat 5 @ 60kg +2.5kg each set");
        assert!(told(guess, "squat ‹5› @ 60kg +2.5kg «every time»").starts_with("write `each set`"));
        assert_eq!(told(guess, "squat ‹5› @ 60kg «per set»"), "");
        assert_eq!(told(guess, "squat ‹5› @ 60kg +2.5kg «slowly»"), "");
    }
}
