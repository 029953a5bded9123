//! `21-15-9 thrusters and pull-ups`: a ladder, and what is done on its rungs.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let (rungs, steps) = text.split_once([' ', ':'])?;
    let figures: Vec<&str> = rungs.split(['-', '–']).collect();
    let are_rungs = figures.len() > 2
        && figures.iter().all(|figure| !figure.is_empty() && figure.bytes().all(|byte| byte.is_ascii_digit()));
    let steps = movements(steps);
    if !are_rungs || steps.is_empty() || !steps[0].starts_with(char::is_alphabetic) {
        return None;
    }
    let ladder = format!("ladder {} < {} >", figures.join("-"), steps.join("; "));
    let message = format!("`{rungs}` is a ladder, which goes in the header of a block");
    let mut help = format!("write `for time {ladder}`, or `circuit {ladder}` without a clock");
    if let [only] = steps.as_slice() {
        help = format!("{help}; sets of one movement are a list: `{only} {}`", figures.join(", "));
    }
    let write = |written: String| Choice::write(stray.place, written);
    let blocks = [write(format!("for time {ladder}")), write(format!("circuit {ladder}")).meaning("without a clock")];
    let list = match steps.as_slice() {
        [only] => Some(write(format!("{only} {}", figures.join(", "))).meaning("for sets")),
        _ => None,
    };
    Some(Guess::new(Rule::WordOrder, stray.place, message).help(help).choices(blocks.into_iter().chain(list)))
}

/// Returns what is done on each rung: `reps of thrusters and pull-ups` are two movements.
fn movements(steps: &str) -> Vec<&str> {
    let mut rest = steps.trim_start_matches([':', ' ']);
    for filler in ["reps ", "of ", "each ", "each of "] {
        if rest.get(..filler.len()).is_some_and(|first| first.eq_ignore_ascii_case(filler)) {
            rest = rest[filler.len()..].trim_start();
        }
    }
    rest.split(" and ")
        .flat_map(|part| part.split([',', '&', '+', '/']))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_ladder_is_shown_in_a_header() {
        for text in ["«21-15-9 thrusters and pull-ups»", "«21-15-9 reps of thrusters, pull-ups»", "«21-15-9: thrusters & pull-ups»"] {
            assert_eq!(
                told(guess, text),
                "write `for time ladder 21-15-9 < thrusters; pull-ups >`, or `circuit ladder 21-15-9 < thrusters; pull-ups >` \
                 without a clock"
            );
        }
        assert!(told(guess, "«10-8-6 pull-ups»").ends_with("sets of one movement are a list: `pull-ups 10, 8, 6`"));
        for text in ["«8-12 squats»", "«21-15-9»", "«21-15-x squats»", "«1-2-3 4»"] {
            assert_eq!(told(guess, text), "", "{text}");
        }
    }
}
