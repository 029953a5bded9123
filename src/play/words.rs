//! What is said if another movement is done than was written.

use std::borrow::Cow;
use std::ops::Range;

use crate::emit::player::model::{Say, SayKind, Swap, Task};

/// What is done in a stage of work.
#[derive(Debug, Default)]
pub struct Work<'p> {
    /// The stage's own task, then those inside it.
    pub parts: Vec<Part<'p>>,
}

/// One of the things that are done in a stage.
#[derive(Debug, Clone, Copy)]
pub struct Part<'p> {
    /// What was written.
    pub task: &'p Task,
    /// What is done instead; none if it is done as it was written.
    pub swap: Option<&'p Swap>,
    /// Whether it is one of those inside, rather than the stage's own.
    pub is_inside: bool,
}

/// The words before the movement that comes next.
const NEXT: [&str; 2] = ["Next: ", "When done: "];

/// Returns what is said in a pause before a movement.
pub fn in_pause<'p>(say: &'p Say, next: &Work<'_>) -> Option<Cow<'p, str>> {
    match say.kind {
        SayKind::Cue if next.has_left(&say.text) => None,
        SayKind::Call | SayKind::Clock => Some(match halves(&say.text) {
            (now, "") => renamed(now, next, false),
            (now, then) => joined(&say.text, Cow::Borrowed(now), renamed(then, next, true)),
        }),
        SayKind::Cue | SayKind::Note => Some(Cow::Borrowed(&say.text)),
    }
}

/// Returns what is said while a movement is done, before another.
pub fn in_work<'p>(say: &'p Say, done: &Work<'_>, next: &Work<'_>) -> Option<Cow<'p, str>> {
    match say.kind {
        SayKind::Cue if done.has_left(&say.text) => None,
        // With another dose, the clock runs differently.
        SayKind::Clock if done.runs_otherwise() => None,
        SayKind::Call | SayKind::Clock => {
            let (now, then) = halves(&say.text);
            Some(joined(&say.text, renamed(now, done, false), renamed(then, next, true)))
        }
        SayKind::Cue | SayKind::Note => Some(Cow::Borrowed(&say.text)),
    }
}

impl Work<'_> {
    /// Returns the parts that are swapped.
    fn swapped(&self) -> impl Iterator<Item = &Part<'_>> {
        self.parts.iter().filter(|part| part.swap.is_some())
    }

    /// Tells whether a cue belongs to a movement that is not done.
    fn has_left(&self, cue: &str) -> bool {
        self.swapped().any(|part| !part.is_inside || part.task.cues.iter().any(|own| own == cue))
    }

    /// Tells whether the stage ends at another time than was written.
    fn runs_otherwise(&self) -> bool {
        self.swapped()
            .any(|part| !part.is_inside && part.swap.is_some_and(|swap| swap.dose != part.task.dose))
    }

    /// Returns the names of everything that is done inside, or of the stage's own task if there is nothing inside.
    fn names(&self) -> String {
        let is_inside = self.parts.iter().any(|part| part.is_inside);
        let parts = self.parts.iter().filter(|part| part.is_inside == is_inside);
        let names = parts.map(|part| part.swap.map_or(part.task.name.as_str(), |swap| &swap.name));
        names.collect::<Vec<_>>().join(", then ")
    }
}

/// Splits a text before the movement that comes next, if the text names it.
fn halves(text: &str) -> (&str, &str) {
    let ends = NEXT.iter().filter_map(|word| text.find(word).map(|at| at + word.len()));
    text.split_at(ends.min().unwrap_or(text.len()))
}

/// Puts the halves of a text together again.
fn joined<'p>(text: &'p str, now: Cow<'p, str>, then: Cow<'p, str>) -> Cow<'p, str> {
    match (now, then) {
        (Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(text),
        (now, then) => Cow::Owned(now.into_owned() + &then),
    }
}

/// Replaces the names of movements in each sentence. If the sentence would be wrong for the other movement, only its
/// name is said; if there are several, all their names.
fn renamed<'p>(text: &'p str, work: &Work<'_>, begins_small: bool) -> Cow<'p, str> {
    if text.is_empty() || work.swapped().next().is_none() {
        return Cow::Borrowed(text);
    }
    let sentences = text.split_inclusive(". ").enumerate();
    let said = sentences.map(|(at, sentence)| match replaced(sentence, work) {
        Some(text) => text,
        None => {
            let end = if sentence.ends_with(". ") { ". " } else { "." };
            let names = work.names();
            if begins_small && at == 0 { small(&names) + end } else { names + end }
        }
    });
    Cow::Owned(said.collect())
}

/// Replaces the names in a sentence; none if its words do not fit them.
fn replaced(sentence: &str, work: &Work<'_>) -> Option<String> {
    let mut text = String::with_capacity(sentence.len());
    let mut end = 0;
    while let Some((found, name)) = find(sentence, end, work) {
        text.push_str(&sentence[end..found.start]);
        match name {
            Name::Stays => text.push_str(&sentence[found.clone()]),
            Name::Becomes(name) if takes_its_end(&sentence[found.end..], name) => {
                let is_capital = sentence[found.start..].chars().next().is_some_and(char::is_uppercase);
                text.push_str(&if is_capital { name.to_owned() } else { small(name) });
            }
            Name::Becomes(_) | Name::DoesNotFit => return None,
        }
        end = found.end;
    }
    text.push_str(&sentence[end..]);
    Some(text)
}

/// What becomes of a name that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name<'w> {
    /// It is done as it was written.
    Stays,
    /// This is done instead.
    Becomes(&'w str),
    /// What is said of it is wrong for what is done instead.
    DoesNotFit,
}

impl<'w> Name<'w> {
    fn of(part: &Part<'w>) -> Self {
        let Part { task, swap: Some(swap), .. } = part else { return Name::Stays };
        let fits = swap.side == task.side && swap.dose == task.dose && swap.target == task.target;
        if fits { Name::Becomes(&swap.name) } else { Name::DoesNotFit }
    }
}

/// Tells whether a name can take the place of another, given the letters after it: the end of a word, or the `s` of a
/// plural.
fn takes_its_end(after: &str, name: &str) -> bool {
    let mut letters = after.chars().take_while(|sign| sign.is_alphabetic());
    match (letters.next(), letters.next()) {
        (None, _) => true,
        (Some('s'), None) => !name.ends_with(['s', 'x', 'z', 'h', 'y']),
        (Some(_), _) => false,
    }
}

/// Finds the first name in a text from a place on, the longest if several begin there, in capital or small letters, and
/// not in the middle of a word.
fn find<'w>(text: &str, from: usize, work: &Work<'w>) -> Option<(Range<usize>, Name<'w>)> {
    let mut before = text[..from].chars().next_back();
    text[from..].char_indices().find_map(|(at, first)| {
        let at = from + at;
        let is_within = before.replace(first).is_some_and(char::is_alphabetic);
        let length = |part: &Part<'w>| begins_with(&text[at..], &part.task.name);
        let longest = work.parts.iter().filter_map(length).max().filter(|_| !is_within)?;
        let mut names = work.parts.iter().filter(|part| length(part) == Some(longest)).map(Name::of);
        let name = names.next()?;
        // The same words may name several movements, and only what is right for all of them can be said.
        Some((at..at + longest, if names.all(|other| other == name) { name } else { Name::DoesNotFit }))
    })
}

/// Returns how long a name is at the start of a text; none if another word is there.
fn begins_with(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    let is_name = !name.is_empty()
        && name.chars().all(|letter| {
            letters.next().is_some_and(|(_, other)| letter.to_lowercase().eq(other.to_lowercase()))
        });
    is_name.then(|| letters.next().map_or(text.len(), |(end, _)| end))
}

/// Returns a name as it is written within a sentence.
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
    use crate::emit::player::model::AskedSwap;

    fn task(name: &str, dose: &str, target: &str) -> Task {
        Task { name: name.into(), dose: dose.into(), target: target.into(), ..Task::default() }
    }

    fn swap(name: &str, dose: &str) -> Swap {
        Swap {
            name: name.into(),
            easier: true,
            side: String::new(),
            dose: dose.into(),
            target: String::new(),
            duration_ms: None,
            cues: Vec::new(),
            asked: AskedSwap { spelled: name.into(), dose: 0, amount: None, load: None, weight: None },
        }
    }

    fn nothing<'p>() -> Work<'p> {
        Work::default()
    }

    fn instead<'p>(task: &'p Task, swap: &'p Swap) -> Work<'p> {
        Work { parts: vec![Part { task, swap: Some(swap), is_inside: false }] }
    }

    /// A round of movements, with what is done instead of each.
    fn round<'p>(parts: &[(&'p Task, Option<&'p Swap>)]) -> Work<'p> {
        let part = |&(task, swap)| Part { task, swap, is_inside: true };
        Work { parts: parts.iter().map(part).collect() }
    }

    fn call(text: &str) -> Say {
        Say { after_ms: 0, kind: SayKind::Call, text: text.into() }
    }

    #[test]
    fn the_name_of_the_one_takes_the_place_of_the_others() {
        let (push, knee) = (task("Push-up", "10", ""), swap("Knee push-up", "10"));
        let done = |text: &str| in_work(&call(text), &instead(&push, &knee), &nothing()).map(Cow::into_owned);
        assert_eq!(done("Round 1 of 3. 10 push-ups.").as_deref(), Some("Round 1 of 3. 10 knee push-ups."));
        assert_eq!(done("Push-up, 30 seconds.").as_deref(), Some("Knee push-up, 30 seconds."));
        assert_eq!(done("Halfway.").as_deref(), Some("Halfway."));
    }

    #[test]
    fn what_does_not_hold_for_the_other_is_not_said() {
        let (squat, sit) = (task("Back squat", "3", "80 kg"), swap("Wall sit", "30 s"));
        let swapped = instead(&squat, &sit);
        let set = call("Set 2 of 5: 3 back squats at 80 kilograms. Rest when done.");
        assert_eq!(in_work(&set, &swapped, &nothing()).as_deref(), Some("Wall sit. Rest when done."));
        let rest = call("Rest. Next: set 2 of 5, 3 back squats at 80 kilograms.");
        assert_eq!(in_pause(&rest, &swapped).as_deref(), Some("Rest. Next: wall sit."));
        let clock = Say { kind: SayKind::Clock, ..call("Halfway.") };
        assert_eq!(in_work(&clock, &swapped, &nothing()), None);
        assert_eq!(in_pause(&clock, &swapped).as_deref(), Some("Halfway."), "the clock of the pause");
    }

    #[test]
    fn plurals_that_would_not_be_english_are_left_out() {
        let (press, dip) = (task("Press", "10", ""), swap("Dip", "10"));
        assert_eq!(
            in_work(&call("10 presses."), &instead(&press, &dip), &nothing()).as_deref(),
            Some("Dip.")
        );
        let (dip, press) = (task("Dip", "10", ""), swap("Press", "10"));
        assert_eq!(in_work(&call("10 dips."), &instead(&dip, &press), &nothing()).as_deref(), Some("Press."));
    }

    #[test]
    fn a_name_within_another_word_is_none() {
        let (row, ski) = (task("Row", "10 cal", ""), swap("Ski", "10 cal"));
        let text = call("Throw, then row, 10 calories. Next: throwing.");
        let said = in_work(&text, &instead(&row, &ski), &nothing());
        assert_eq!(said.as_deref(), Some("Throw, then ski, 10 calories. Next: throwing."));
    }

    #[test]
    fn what_comes_next_begins_at_the_first_word_that_says_so() {
        let (squat, lunge) = (task("Squat", "10", ""), swap("Lunge", "10"));
        let text = call("10 dips. When done: 10 squats. Next: 10 squats.");
        let said = in_work(&text, &nothing(), &instead(&squat, &lunge));
        assert_eq!(said.as_deref(), Some("10 dips. When done: 10 lunges. Next: 10 lunges."));
    }

    #[test]
    fn what_comes_next_has_its_own_name() {
        let (squat, lunge) = (task("Squat", "10", ""), swap("Lunge", "10"));
        let text = call("10 jump squats. When done: 10 squats.");
        let said = in_work(&text, &nothing(), &instead(&squat, &lunge));
        assert_eq!(said.as_deref(), Some("10 jump squats. When done: 10 lunges."));
    }

    #[test]
    fn each_of_a_round_has_its_own_name() {
        let (pull, row) = (task("Pull-up", "5", ""), task("Ring row", "5", ""));
        let (easier_pull, easier_row) = (swap("Ring row", "5"), swap("Band row", "5"));
        let both = round(&[(&pull, Some(&easier_pull)), (&row, Some(&easier_row))]);
        let text = call("Each round: 5 pull-ups, then 5 ring rows.");
        let said = in_work(&text, &both, &nothing());
        assert_eq!(said.as_deref(), Some("Each round: 5 ring rows, then 5 band rows."));
        let one = round(&[(&pull, Some(&easier_pull)), (&row, None)]);
        let said = in_work(&text, &one, &nothing());
        assert_eq!(said.as_deref(), Some("Each round: 5 ring rows, then 5 ring rows."));
    }

    #[test]
    fn a_name_within_that_of_another_movement_is_none() {
        let (push, knee, dip) = (task("Push", "5", ""), task("Push press", "5", ""), swap("Dip", "5"));
        let round = round(&[(&push, Some(&dip)), (&knee, None)]);
        let said = in_work(&call("5 push, then 5 push press."), &round, &nothing()).map(Cow::into_owned);
        assert_eq!(said.as_deref(), Some("5 dip, then 5 push press."));
    }

    #[test]
    fn all_of_a_round_is_named_where_one_does_not_fit() {
        let (pull, squat, dip) = (task("Pull-up", "5", ""), task("Squat", "10", ""), swap("Dip", "8"));
        let round = round(&[(&pull, Some(&dip)), (&squat, None)]);
        let text = call("Minute 2 of 4. Each round: 5 pull-ups, then 10 squats. Go.");
        let said = in_work(&text, &round, &nothing());
        assert_eq!(said.as_deref(), Some("Minute 2 of 4. Dip, then Squat. Go."));
    }

    #[test]
    fn the_same_words_for_two_movements_say_what_holds_for_both() {
        let (few, many) = (task("Squat", "5", ""), task("Squat", "10", ""));
        let (lunge, fewer) = (swap("Lunge", "5"), swap("Lunge", "5"));
        let round = round(&[(&few, Some(&lunge)), (&many, Some(&fewer))]);
        let said = in_work(&call("5 squats, then 10 squats."), &round, &nothing()).map(Cow::into_owned);
        assert_eq!(said.as_deref(), Some("Lunge, then Lunge."));
    }
}
