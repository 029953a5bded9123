//! `1x3 @ 85%`: a dose without a movement, perhaps one more set of the movement in the line above.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::quantity::Unit;
use crate::syntax::unit;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, is_keyword, is_modifier};

/// The longest line, in letters, that a dose on the next line is shown joined to: what fits a screen's line.
const LONGEST_LINE: usize = 110;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.around.dose?;
    let text = stray.text();
    let message = format!("`{text}` is a dose without a movement");
    let guess = Guess::new(Rule::MissingStatementPart, stray.place, message);
    Some(match joined_to_line_above(stray) {
        Some((above, joined)) => guess
            .help(format!("all sets of a movement go on its line: `{joined}`"))
            .choices([Choice::write(above.to(stray.place), joined)]),
        None => guess.help(help(text)).choices(ways(stray)),
    })
}

/// Says what a step is, for whoever wrote a dose alone.
pub fn help(text: &str) -> String {
    if is_ladder(text) {
        return format!("a ladder is in the header of the block that climbs it: `for time ladder {text} < burpee; squat >`");
    }
    if let Some(intervals) = intervals(text) {
        return format!("a step is a movement with its dose, so say what is done: `run {intervals}`");
    }
    if is_way(text) {
        format!("a step is a movement with its dose, so say what is done: `run {text}`, `row {text}`, `swim {text}`")
    } else if text.contains('@') {
        let set = one_set(text);
        format!(
            "a step is a movement with its dose; all sets of a movement go on one line: `back squat 5 @ 75%, {set}`"
        )
    } else {
        "a step is a movement with its dose: `squat 30s`, `push-up 10`, `run 400m`".to_owned()
    }
}

/// Offers the ways to cover a distance that says nothing else.
fn ways(stray: &Stray<'_>) -> Vec<Choice> {
    let text = stray.text();
    if is_ladder(text) || intervals(text).is_some() || !is_way(text) {
        return Vec::new();
    }
    ["run", "row", "swim"].map(|way| Choice::write(stray.place, format!("{way} {text}"))).into()
}

/// Tells whether a dose is the rungs of a ladder: `21-15-9`.
fn is_ladder(text: &str) -> bool {
    let rungs: Vec<&str> = text.split('-').collect();
    rungs.len() > 2 && rungs.iter().all(|rung| !rung.is_empty() && rung.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns `10 x 30/30` as work and rest in seconds: `10x30s rest 30s`.
fn intervals(text: &str) -> Option<String> {
    let (sets, dose) = text.split_once(['x', 'X', '×'])?;
    let (work, rest) = dose.trim().split_once('/')?;
    let is_figure = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let [work, rest] = [work, rest].map(|figure| figure.trim().trim_end_matches('s'));
    let sets = sets.trim();
    (is_figure(sets) && is_figure(work) && is_figure(rest)).then(|| format!("{sets}x{work}s rest {rest}s"))
}

/// Tells whether a dose is a distance, which is covered by running or the like.
fn is_way(text: &str) -> bool {
    let unit = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | 'x' | 'X' | '×' | '.'));
    let end = unit.find(|sign: char| !sign.is_alphabetic()).unwrap_or(unit.len());
    unit::read(&unit[..end]).is_some_and(|meaning| {
        matches!(meaning.unit, Unit::Metre | Unit::Kilometre | Unit::Mile | Unit::Yard)
    })
}

/// Returns one set as it is in a list: `1x3 @ 85%` is `3 @ 85%` there.
fn one_set(set: &str) -> &str {
    set.strip_prefix("1x").or_else(|| set.strip_prefix("1X")).map_or(set, str::trim_start)
}

/// Returns the line above with the dose as one more of its sets: `1x3 @ 85%` below `back squat 1x5 @ 75% rest 3min`.
/// Returns its place too.
fn joined_to_line_above(stray: &Stray<'_>) -> Option<(Span, String)> {
    let line = step_above(stray)?;
    let end = stray.before().trim_end().len();
    let place = Span::new(end - line.len(), end);
    let own = one_set(stray.text());
    let words: Vec<&str> = line.split(' ').collect();
    let Some(at) = words.iter().position(|word| begins_with_figure(word)) else {
        return Some((place, format!("{line} {own}")));
    };
    let (name, rest) = words.split_at(at);
    let end = rest.iter().position(|word| is_modifier(word)).unwrap_or(rest.len());
    let (sets, modifiers) = rest.split_at(end);
    // Either all sets of a list have their load or none has.
    if sets.contains(&"@") != own.contains('@') {
        return None;
    }
    let mut joined = format!("{} {}, {own}", name.join(" "), one_set(&sets.join(" ")));
    if !modifiers.is_empty() {
        joined.push(' ');
        joined.push_str(&modifiers.join(" "));
    }
    Some((place, joined))
}

/// Returns the line above the words, if it is a single step.
fn step_above<'t>(stray: &Stray<'t>) -> Option<&'t str> {
    let lines = stray.before().trim_end_matches([' ', '\t']);
    let above = lines.strip_suffix(['\n', '\r'])?.trim_end();
    let tail = above.char_indices().rev().map(|(at, _)| at).take(LONGEST_LINE).last()?;
    let line = match above[tail..].rfind(['\n', '\r']) {
        Some(end) => &above[tail + end + 1..],
        None if tail == 0 => above,
        None => return None,
    };
    let line = line.trim_start();
    let is_step = line.starts_with(char::is_alphabetic)
        && !is_keyword(line)
        && !line.contains(['<', '>', ';', '#', '"', '{', '}', '“', '”', '„']);
    is_step.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_dose_below_a_step_is_one_more_of_its_sets() {
        assert_eq!(
            told(guess, "back squat 1x5 @ 75% rest 3min\n«‹1x3› @ 85%»"),
            "all sets of a movement go on its line: `back squat 5 @ 75%, 3 @ 85% rest 3min`"
        );
        assert_eq!(
            told(guess, "back squat\n«‹3x10›»"),
            "all sets of a movement go on its line: `back squat 3x10`"
        );
    }

    #[test]
    fn where_the_line_above_is_no_step_or_its_sets_are_others_a_step_is_explained() {
        for text in ["«‹10›»", "title \"A\"\n«‹10›»", "squat 5 @ 60kg\n«‹10›»"] {
            assert!(told(guess, text).starts_with("a step is a movement with its dose: "), "{text}");
        }
        assert!(told(guess, "«‹1x3› @ 85%»").ends_with("`back squat 5 @ 75%, 3 @ 85%`"));
        assert_eq!(told(guess, "«+ +»"), "");
    }
}
