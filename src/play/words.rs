//! What is said where another movement is done than was written.

use std::borrow::Cow;
use std::ops::Range;

use crate::emit::player::model::{Say, SayKind, Swap, Task};

/// A movement that was written, and the one that is done instead.
type Swapped<'p> = (&'p Task, &'p Swap);

/// What stands before the movement that comes next.
const NEXT: [&str; 2] = ["Next: ", "When done: "];

/// Returns what is said in a pause before a movement.
pub fn in_pause<'p>(say: &'p Say, next: Option<Swapped<'p>>) -> Option<Cow<'p, str>> {
    match say.kind {
        SayKind::Cue if next.is_some() => None,
        SayKind::Call | SayKind::Clock => Some(renamed(&say.text, None, next)),
        SayKind::Cue | SayKind::Note => Some(Cow::Borrowed(&say.text)),
    }
}

/// Returns what is said while a movement is done, before another.
pub fn in_work<'p>(
    say: &'p Say,
    done: Option<Swapped<'p>>,
    next: Option<Swapped<'p>>,
) -> Option<Cow<'p, str>> {
    match say.kind {
        SayKind::Cue if done.is_some() => None,
        // The clock of another dose runs otherwise.
        SayKind::Clock if done.is_some_and(|(task, swap)| swap.dose != task.dose) => None,
        SayKind::Call | SayKind::Clock => Some(renamed(&say.text, done, next)),
        SayKind::Cue | SayKind::Note => Some(Cow::Borrowed(&say.text)),
    }
}

/// Returns a text with other names, that of what comes next where that is told.
fn renamed<'p>(text: &'p str, done: Option<Swapped<'p>>, next: Option<Swapped<'p>>) -> Cow<'p, str> {
    let split = NEXT.iter().filter_map(|word| text.find(word).map(|at| at + word.len())).min();
    let (now, then) = text.split_at(split.unwrap_or(text.len()));
    let rename = |text: &'p str, swapped: Option<Swapped<'p>>, begins_small| match swapped {
        Some((task, swap)) => Cow::Owned(sentences(text, task, swap, begins_small)),
        None => Cow::Borrowed(text),
    };
    match (rename(now, done, false), rename(then, next, true)) {
        (Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(text),
        (now, then) => Cow::Owned(format!("{now}{then}")),
    }
}

/// Puts another name into each sentence that has a movement's. Where that would say what does not hold for the other,
/// its name is all that is said.
fn sentences(text: &str, task: &Task, swap: &Swap, begins_small: bool) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(". ").map_or(rest.len(), |at| at + 2);
        let (sentence, after) = rest.split_at(end);
        let is_small = begins_small && said.is_empty();
        match replaced(sentence, task, swap) {
            Replaced::NotThere => said.push_str(sentence),
            Replaced::With(text) => said.push_str(&text),
            Replaced::CannotBe => {
                said.push_str(&if is_small { small(&swap.name) } else { swap.name.clone() });
                said.push('.');
                if !after.is_empty() {
                    said.push(' ');
                }
            }
        }
        rest = after;
    }
    said
}

/// What came of putting another name into a sentence.
enum Replaced {
    /// It has no name to replace.
    NotThere,
    /// It says this now.
    With(String),
    /// Its words do not fit the other movement.
    CannotBe,
}

fn replaced(sentence: &str, task: &Task, swap: &Swap) -> Replaced {
    let fits = swap.dose == task.dose && swap.target == task.target;
    let mut text = String::with_capacity(sentence.len());
    let mut end = 0;
    while let Some(found) = find(sentence, end, &task.name) {
        let after = &sentence[found.end..];
        if !fits || !takes_its_end(after, &swap.name) {
            return Replaced::CannotBe;
        }
        text.push_str(&sentence[end..found.start]);
        let is_capital = sentence[found.start..].chars().next().is_some_and(char::is_uppercase);
        text.push_str(&if is_capital { swap.name.clone() } else { small(&swap.name) });
        end = found.end;
    }
    text.push_str(&sentence[end..]);
    if end > 0 { Replaced::With(text) } else { Replaced::NotThere }
}

/// Tells whether a name can stand before what stood behind another: a word's end, or the `s` of a plural.
fn takes_its_end(after: &str, name: &str) -> bool {
    let mut letters = after.chars().take_while(|sign| sign.is_alphabetic());
    match (letters.next(), letters.next()) {
        (None, _) => true,
        (Some('s'), None) => !name.ends_with(['s', 'x', 'z', 'h', 'y']),
        (Some(_), _) => false,
    }
}

/// Finds a name in a text from a place on, whatever the size of its letters, but not within a word that goes before it.
fn find(text: &str, from: usize, name: &str) -> Option<Range<usize>> {
    if name.is_empty() {
        return None;
    }
    let mut before = text[..from].chars().next_back();
    text[from..].char_indices().find_map(|(at, first)| {
        let is_within = before.replace(first).is_some_and(char::is_alphabetic);
        let here = &text[from + at..];
        let mut letters = here.char_indices();
        let is_name = !is_within
            && name.chars().all(|letter| {
                letters.next().is_some_and(|(_, other)| letter.to_lowercase().eq(other.to_lowercase()))
            });
        let length = || letters.next().map_or(here.len(), |(end, _)| end);
        is_name.then(length).map(|length| from + at..from + at + length)
    })
}

/// Returns a name as it stands within a sentence.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(name: &str, dose: &str, target: &str) -> Task {
        Task { name: name.into(), dose: dose.into(), target: target.into(), ..Task::default() }
    }

    fn swap(name: &str, dose: &str) -> Swap {
        Swap {
            name: name.into(),
            easier: true,
            dose: dose.into(),
            target: String::new(),
            duration_ms: None,
            cues: Vec::new(),
        }
    }

    fn call(text: &str) -> Say {
        Say { after_ms: 0, kind: SayKind::Call, text: text.into() }
    }

    #[test]
    fn the_name_of_the_one_takes_the_place_of_the_others() {
        let (push, knee) = (task("Push-up", "10", ""), swap("Knee push-up", "10"));
        let done = |text: &str| in_work(&call(text), Some((&push, &knee)), None).map(Cow::into_owned);
        assert_eq!(done("Round 1 of 3. 10 push-ups.").as_deref(), Some("Round 1 of 3. 10 knee push-ups."));
        assert_eq!(done("Push-up, 30 seconds.").as_deref(), Some("Knee push-up, 30 seconds."));
        assert_eq!(done("Halfway.").as_deref(), Some("Halfway."));
    }

    #[test]
    fn what_does_not_hold_for_the_other_is_not_said() {
        let (squat, sit) = (task("Back squat", "3", "80 kg"), swap("Wall sit", "30 s"));
        let swapped = Some((&squat, &sit));
        let set = call("Set 2 of 5: 3 back squats at 80 kilograms. Rest when done.");
        assert_eq!(in_work(&set, swapped, None).as_deref(), Some("Wall sit. Rest when done."));
        let rest = call("Rest. Next: set 2 of 5, 3 back squats at 80 kilograms.");
        assert_eq!(in_pause(&rest, swapped).as_deref(), Some("Rest. Next: wall sit."));
        let clock = Say { kind: SayKind::Clock, ..call("Halfway.") };
        assert_eq!(in_work(&clock, swapped, None), None);
        assert_eq!(in_pause(&clock, swapped).as_deref(), Some("Halfway."), "the clock of the pause");
    }

    #[test]
    fn plurals_that_would_not_be_english_are_left_out() {
        let (press, dip) = (task("Press", "10", ""), swap("Dip", "10"));
        assert_eq!(in_work(&call("10 presses."), Some((&press, &dip)), None).as_deref(), Some("Dip."));
        let (dip, press) = (task("Dip", "10", ""), swap("Press", "10"));
        assert_eq!(in_work(&call("10 dips."), Some((&dip, &press)), None).as_deref(), Some("Press."));
    }

    #[test]
    fn a_name_within_another_word_is_none() {
        let (row, ski) = (task("Row", "10 cal", ""), swap("Ski", "10 cal"));
        let text = call("Throw, then row, 10 calories. Next: throwing.");
        let said = in_work(&text, Some((&row, &ski)), None);
        assert_eq!(said.as_deref(), Some("Throw, then ski, 10 calories. Next: throwing."));
    }

    #[test]
    fn what_comes_next_begins_at_the_first_word_that_says_so() {
        let (squat, lunge) = (task("Squat", "10", ""), swap("Lunge", "10"));
        let text = call("10 dips. When done: 10 squats. Next: 10 squats.");
        let said = in_work(&text, None, Some((&squat, &lunge)));
        assert_eq!(said.as_deref(), Some("10 dips. When done: 10 lunges. Next: 10 lunges."));
    }

    #[test]
    fn what_comes_next_has_its_own_name() {
        let (squat, lunge) = (task("Squat", "10", ""), swap("Lunge", "10"));
        let text = call("10 jump squats. When done: 10 squats.");
        let said = in_work(&text, None, Some((&squat, &lunge)));
        assert_eq!(said.as_deref(), Some("10 jump squats. When done: 10 lunges."));
    }
}
