//! The sections of a sheet, and which stretch of the strip belongs to each.

use serde::Serialize;

use crate::check::program::{Step, StepKind};
use crate::emit::card::{Item, Part, mark};
use crate::emit::strip::Strip;

/// A part of the card, taken out of the parts around it.
#[derive(Debug, Default, Serialize)]
pub struct Section {
    /// Which part of the workout itself it is, or belongs to, from 0.
    pub part: usize,
    /// Its number on the sheet, where sections have one.
    pub number: Option<usize>,
    /// The names of the parts around it.
    pub within: String,
    /// Its name. Empty for steps that need no name.
    pub name: String,
    /// How it is to be done.
    pub rules: String,
    /// What its turns are called.
    pub turn_head: &'static str,
    /// What its loads are called.
    pub target_head: &'static str,
    /// What is done.
    pub items: Vec<Item>,
    /// What to write down at its end: texts, with a blank between one and the next.
    pub result: Vec<String>,
}

/// Puts parts one after the other, each before those in it, and numbers those of the workout itself where there are
/// several.
pub fn sections(parts: Vec<Part>) -> Vec<Section> {
    let named = parts.iter().filter(|part| !part.path.is_empty()).count();
    let mut sections = Vec::new();
    let mut numbered = 0;
    for (at, part) in parts.into_iter().enumerate() {
        let number = (named > 1 && !part.path.is_empty()).then(|| {
            numbered += 1;
            numbered
        });
        add(part, at, number, &mut sections);
    }
    sections
}

/// Adds a part and the parts within it, in order. What comes between two of these is a section without a name.
fn add(part: Part, at: usize, number: Option<usize>, sections: &mut Vec<Section>) {
    let Part { mut path, turn: _, rules, target_head, turn_head, items, result, brief: _, written: _ } = part;
    let name = path.pop().unwrap_or_default();
    let nameless = || Section { part: at, turn_head, target_head, ..Section::default() };
    let mut open = Some(Section { number, within: path.join(" › "), name, rules, ..nameless() });
    for item in items {
        if let Item::Part(inner) = item {
            sections.extend(open.take());
            add(inner, at, None, sections);
        } else {
            open.get_or_insert_with(nameless).items.push(item);
        }
    }
    if let Some(text) = result {
        open.get_or_insert_with(nameless).result = text.split(mark::BLANK).map(str::to_owned).collect();
    }
    sections.extend(open);
}

/// A stretch of the strip that belongs to one of the sheet's headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// Milliseconds from the workout's start.
    pub start_ms: i64,
    /// How long it is, in milliseconds.
    pub length_ms: i64,
    /// Which of the card's parts it is, from 0.
    pub part: usize,
}

/// The steps that one part of a card is made of.
enum Run {
    /// A block or a workout done within this one, with the numbers of all blocks it holds, its own first.
    Block { first: u32, last: u32 },
    /// Steps between blocks, and whether any of them takes time.
    Plain { takes_time: bool },
}

/// Returns the stretches of a strip, in order. A card has a part for each block of the workout and for each run of steps
/// between them, in the order of the text.
pub fn stretches(strip: &Strip, steps: &[Step]) -> Vec<Stretch> {
    let runs = runs(steps);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut at = 0;
    for piece in &strip.parts {
        let is_its = |run: &Run| match *run {
            Run::Block { first, last } => (first..=last).contains(&piece.block),
            Run::Plain { takes_time } => takes_time && piece.block == 0,
        };
        // A piece without a step, such as the change from one block to the next, belongs to the part before.
        if !runs.get(at).is_some_and(is_its)
            && let Some(on) = runs.iter().skip(at + 1).position(is_its)
        {
            at += 1 + on;
        }
        match stretches.last_mut() {
            Some(last) if last.part == at => last.length_ms += piece.length_ms,
            _ => stretches.push(Stretch { start_ms: piece.start_ms, length_ms: piece.length_ms, part: at }),
        }
    }
    stretches
}

fn runs(steps: &[Step]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut next = 1;
    for step in steps {
        let plain = match &step.kind {
            StepKind::Exercise(_) | StepKind::Rest(_) => true,
            StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => false,
            StepKind::Block(_) | StepKind::Do(_) => {
                let first = next;
                next += blocks_in(step);
                runs.push(Run::Block { first, last: next - 1 });
                continue;
            }
        };
        match runs.last_mut() {
            Some(Run::Plain { takes_time }) => *takes_time |= plain,
            Some(Run::Block { .. }) | None => runs.push(Run::Plain { takes_time: plain }),
        }
    }
    runs
}

/// Returns how many blocks a step is and holds.
fn blocks_in(step: &Step) -> u32 {
    let within = |steps: &[Step]| 1 + steps.iter().map(blocks_in).sum::<u32>();
    match &step.kind {
        StepKind::Block(block) => within(&block.steps),
        StepKind::Do(workout) => within(&workout.steps),
        StepKind::Exercise(_)
        | StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Turns(_) => 0,
    }
}
