//! `thruster 21-15-9`: a ladder after a movement.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.dose_before().filter(|dose| dose.end == stray.place.start)?;
    // Of `12-` a figure is missing.
    if !stray.text().starts_with(['-', '–']) || stray.text().ends_with(['-', '–']) {
        return None;
    }
    let place = dose.to(stray.place);
    let (ladder, movement) = (stray.at(place), stray.at(stray.around.name?));
    let message = format!("`{ladder}` is a ladder, which belongs in the header of a block");
    let target = target_behind(stray).map_or(String::new(), |target| format!(" @ {target}"));
    let sets: Vec<String> = ladder.split(['-', '–']).map(|rung| format!("{rung}{target}")).collect();
    let help = format!(
        "write `for time ladder {ladder} < {movement} >`, with all its movements inside; \
         for sets that differ, write `{movement} {}`",
        sets.join(", ")
    );
    // The first two rungs were read as a range that runs backwards.
    let guess = Guess::new(Rule::WordOrder, place, message).help(help).explaining_statement();
    Some(guess.choices(choices(stray, place, &target, &sets.join(", "))))
}

/// Offers the ladder as a block of its own, and as sets that differ.
fn choices(stray: &Stray<'_>, ladder: Span, target: &str, sets: &str) -> Vec<Choice> {
    let Some(name) = stray.around.name else { return Vec::new() };
    let (movement, rungs) = (stray.at(name), stray.at(ladder));
    let behind = stray.between(ladder.end, stray.statement.end);
    let blank = behind.len() - behind.trim_start().len();
    let target_end = match target.is_empty() {
        true => ladder.range().end,
        false => {
            let at = behind[blank..].trim_start_matches('@');
            let gap = at.len() - at.trim_start().len();
            ladder.range().end + blank + 1 + gap + target.len() - " @ ".len()
        }
    };
    let with_target = Span::new(ladder.range().start, target_end);
    let list = Choice::showing(with_target, sets, &format!("{movement} {sets}"));
    let is_whole = name.start == stray.statement.start;
    let head = Span::new(name.range().start, ladder.range().end);
    let block = format!("for time ladder {rungs} < {movement}");
    let title = format!("Write `{block} >` with a clock");
    let block = Choice::new(title, head, block).and(Span::at(stray.statement.range().end), " >");
    is_whole.then_some(block).into_iter().chain([list.meaning("for sets that differ")]).collect()
}

/// Returns the target that follows the words, if it is one word: `80kg`, `75%`.
fn target_behind<'t>(stray: &Stray<'t>) -> Option<&'t str> {
    let behind = stray.between(stray.place.end, stray.statement.end).trim_start().strip_prefix('@')?;
    let target = behind.split_whitespace().next()?;
    target.starts_with(|first: char| first.is_ascii_digit()).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_ladder_is_shown_in_a_header() {
        assert!(
            told(guess, "thruster ‹21-15›«-9»").starts_with("write `for time ladder 21-15-9 < thruster >`")
        );
        assert_eq!(told(guess, "thruster ‹21› «-9»"), "");
    }
}
