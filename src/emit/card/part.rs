//! From blocks and steps to the parts of a card.

use std::{mem, ptr};

use rustc_hash::FxHashSet;

use super::names::Names;
use super::statement::{InBlock, Statements, is_loosening};
use super::tally::Tally;
use super::turn::Turn;
use super::{Item, Part, PartBrief, Role, Row, nested, rules};
use crate::check::program::{Block, Choice, MovementId, RestAmount, Step, StepKind, Workout};
use crate::date::Date;
use crate::emit::history::Past;
use crate::emit::{Compiled, written};
use crate::source::{FileId, Place};

/// The most movements that a heading names.
const MOST_NAMES_IN_HEADING: usize = 3;

/// The parts of a workout, with what its statements use, in order of first use.
pub struct Parts {
    /// What is done, in order.
    pub parts: Vec<Part>,
    /// The movements that are named.
    pub movements: Vec<MovementId>,
    /// The forms that the level takes, each with the movement that it replaces.
    pub swaps: Vec<(MovementId, MovementId)>,
}

/// Returns the parts of a workout, with what was done of it before a day.
pub fn parts(compiled: &Compiled<'_>, day: Option<Date>) -> Parts {
    let mut lowering = Lowering {
        statements: Statements::of(compiled, Past::of(compiled, day)),
        names: Names::of(&compiled.workout.steps),
        written_out: FxHashSet::default(),
        file: compiled.workout.file,
    };
    let parts = lowering.top(&compiled.workout.steps);
    let (movements, swaps) = lowering.statements.used();
    Parts { parts, movements, swaps }
}

struct Lowering<'a> {
    statements: Statements<'a>,
    names: Names,
    /// The workouts done within this one that are on the card already: each is written out once.
    written_out: FxHashSet<*const Workout>,
    /// Where the steps at hand are written.
    file: FileId,
}

/// What is around the steps of a part.
struct Frame<'b> {
    /// The block, where it is one.
    block: Option<&'b Block>,
    /// What labels its movements, where it is a superset.
    letters: Option<String>,
    /// How often all of it is done.
    whole: Tally,
    /// How often each of its steps is done.
    step: Tally,
}

impl Frame<'_> {
    /// Returns the frame of steps in no block.
    fn open(tally: Tally) -> Self {
        Self { block: None, letters: None, whole: tally, step: tally }
    }
}

impl Lowering<'_> {
    /// Returns the parts of the workout itself: its blocks, and what comes between them.
    fn top(&mut self, steps: &[Step]) -> Vec<Part> {
        let has_blocks = steps.iter().any(|step| matches!(step.kind, StepKind::Block(_) | StepKind::Do(_)));
        let mut parts = Vec::new();
        for run in steps.chunk_by(|a, b| is_plain(a) && is_plain(b)) {
            match run {
                [Step { kind: StepKind::Block(block), .. }] => {
                    parts.push(self.block(block, &[], Tally::ONCE))
                }
                [Step { kind: StepKind::Do(workout), .. }] => {
                    parts.push(self.done(workout, &[], Tally::ONCE))
                }
                plain if has_blocks => parts.push(self.between_blocks(plain)),
                plain => parts.push(self.part(Vec::new(), plain, &Frame::open(Tally::ONCE))),
            }
        }
        parts
    }

    /// Returns the part of steps between blocks: named after its movements or, where it has none, after its rests.
    fn between_blocks(&mut self, steps: &[Step]) -> Part {
        let mut part = self.part(Vec::new(), steps, &Frame::open(Tally::ONCE));
        let mut names: Vec<&str> = Vec::new();
        for step in steps {
            if let StepKind::Exercise(exercise) = &step.kind {
                names.extend(exercise.choices.first().map(|first| self.statements.name(first.movement)));
            }
        }
        names.dedup();
        let heading = match names.as_slice() {
            [] => {
                let is_rest = |item: &mut Item| matches!(item, Item::Row(_));
                let rests: Vec<String> = part.items.extract_if(.., is_rest).filter_map(written_row).collect();
                rests.join(", ")
            }
            [first, others @ ..] if names.len() > MOST_NAMES_IN_HEADING => {
                format!("{first} and {} more", others.len())
            }
            names => names.join(", "),
        };
        part.path.extend((!heading.is_empty()).then(|| written::capitalised(&heading)));
        part
    }

    fn block(&mut self, block: &Block, path: &[String], outer: Tally) -> Part {
        let (name, letters) = self.names.name(block);
        for rest in [&block.work_rest, &block.between_movements, &block.between_rounds].into_iter().flatten()
        {
            self.statements.uses_rest(rest);
        }
        let whole = if block.per_half.is_some() { outer.each(2, 2) } else { outer };
        let step = match rules::repeats(block) {
            Some((least, most)) => whole.each(least, most),
            None => Tally::Unknown,
        };
        let frame = Frame { block: Some(block), letters, whole, step };
        let mut part = self.part(within(path, name), &block.steps, &frame);
        part.rules = rules::sentences(self.statements.compiled(), block);
        part.brief = PartBrief {
            is_named: true,
            is_loosening: is_loosening(block.kind),
            often: rules::in_brief(block),
        };
        part.result = rules::result(block.kind, whole);
        part.written = Some(Place::new(self.file, block.header));
        part
    }

    /// Returns the rows of a buy-in or a cash-out, each of which says so.
    fn done_once(&mut self, block: &Block, tally: Tally) -> Vec<Item> {
        let word = block.kind.name();
        let frame = Frame { block: Some(block), ..Frame::open(tally) };
        let mut items = self.part(Vec::new(), &block.steps, &frame).items;
        for item in &mut items {
            if let Item::Row(row) = item {
                row.dose =
                    if row.dose.is_empty() { word.to_owned() } else { format!("{}, {word}", row.dose) };
            }
        }
        items
    }

    /// Returns the part of a workout that is done within this one.
    fn done(&mut self, workout: &Workout, path: &[String], outer: Tally) -> Part {
        let path = within(path, workout.title.clone());
        let brief = PartBrief { is_named: true, ..PartBrief::default() };
        if !self.written_out.insert(ptr::from_ref(workout)) {
            return Part { path, rules: "As above.".to_owned(), brief, ..Part::default() };
        }
        let around = mem::replace(&mut self.file, workout.file);
        let mut part = self.part(path, &workout.steps, &Frame::open(outer));
        self.file = around;
        part.brief = brief;
        let changes = rules::changes(workout.transition.as_ref(), workout.switch.as_ref());
        if !changes.is_empty() {
            part.rules = format!("{}.", written::capitalised(&changes));
        }
        unwrapped(part, workout)
    }

    /// Returns a part of these steps.
    fn part(&mut self, path: Vec<String>, steps: &[Step], frame: &Frame<'_>) -> Part {
        let turn_head = frame.block.and_then(|block| rules::turn_head(block.kind)).unwrap_or_default();
        let mut part = Part { target_head: target_head(steps), turn_head, ..Part::default() };
        let mut in_blocks = InBlocks::of(steps, frame);
        for step in steps {
            let around = in_blocks.next(step);
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    let rows = self.statements.exercise(exercise, &around);
                    let written = Some(Place::new(self.file, step.span));
                    part.items.extend(rows.into_iter().map(|row| Item::Row(Row { written, ..row })));
                }
                StepKind::Rest(rest) => {
                    let mut row = self.statements.rest(&rest.amount, around.turn);
                    row.dose = written::in_rounds(row.dose, around.only);
                    row.written = Some(Place::new(self.file, step.span));
                    part.items.push(Item::Row(row));
                }
                StepKind::Turns(_) => {}
                StepKind::Note(text) => part.items.push(Item::Note { text: text.to_string() }),
                StepKind::Record(record) => {
                    let marks = around.tally.blanks();
                    part.items.push(Item::Blank { what: written::capitalised(&record.text), marks });
                }
                StepKind::Block(inner) if is_plain_once(inner) => {
                    part.items.extend(self.done_once(inner, around.tally));
                }
                StepKind::Block(inner) => {
                    let inner = self.block(inner, &path, around.tally);
                    part.items.push(Item::Part(with_turn(inner, around)));
                }
                StepKind::Do(workout) if self.written_out.contains(&ptr::from_ref(&**workout)) => {
                    let movement = format!("{} (above)", workout.title);
                    let done = around.tally.boxes();
                    part.items.push(Item::Row(Row {
                        role: Role::Before,
                        turn: around.turn,
                        dose: written::in_rounds(String::new(), around.only),
                        movement,
                        done,
                        written: Some(Place::new(self.file, step.span)),
                        ..Row::default()
                    }));
                }
                StepKind::Do(workout) => {
                    let inner = self.done(workout, &path, around.tally);
                    part.items.push(Item::Part(with_turn(inner, around)));
                }
            }
        }
        part.path = path;
        nested::in_place(part)
    }
}

/// Tells whether a block is a buy-in or a cash-out that has its place among the rows of the block around it.
fn is_plain_once(block: &Block) -> bool {
    block.kind.is_once() && block.title.is_none() && block.steps.iter().all(is_plain)
}

/// Returns a workout that consists of one untitled block as that block, under the workout's name.
fn unwrapped(mut part: Part, workout: &Workout) -> Part {
    let steps = workout.steps.as_slice();
    let is_untitled = matches!(steps, [Step { kind: StepKind::Block(block), .. }] if block.title.is_none());
    let is_alone = is_untitled && part.rules.is_empty();
    let holds_parts = |inner: &Part| inner.items.iter().any(|item| matches!(item, Item::Part(_)));
    match part.items.pop_if(|item| matches!(item, Item::Part(inner) if is_alone && !holds_parts(inner))) {
        Some(Item::Part(inner)) => Part { path: part.path, ..inner },
        Some(_) | None => part,
    }
}

/// What the steps of a part get from the block around them, one after the other.
struct InBlocks<'f> {
    frame: &'f Frame<'f>,
    /// The fewest and the most turns there are to share, where the steps take turns.
    shared: Option<(u32, u32)>,
    /// How many steps share them.
    sharing: usize,
    /// How many of these have had their turn.
    turns: u32,
    /// How many movements have been labelled.
    labelled: u32,
}

impl<'f> InBlocks<'f> {
    fn of(steps: &[Step], frame: &'f Frame<'f>) -> Self {
        let alternating = frame.block.filter(|block| rules::turn_head(block.kind).is_some());
        Self {
            frame,
            shared: alternating.and_then(rules::repeats),
            sharing: steps.iter().filter(|step| takes_time(step)).count(),
            turns: 0,
            labelled: 0,
        }
    }

    fn next(&mut self, step: &Step) -> InBlock<'f> {
        let Frame { block, letters, whole, step: tally } = self.frame;
        let mut around = InBlock {
            block: *block,
            tally: *tally,
            turn: String::new(),
            label: String::new(),
            only: step.only,
        };
        if matches!(&step.kind, StepKind::Block(inner) if inner.kind.is_once()) {
            around.tally = *whole;
        }
        if let (Some(only), Some((least, most))) = (step.only, block.and_then(rules::repeats)) {
            around.tally = whole.each(only.count(least), only.count(most));
        }
        if let Some((least, most)) = self.shared.filter(|_| takes_time(step)) {
            let turn = Turn { nth: self.turns, of: self.sharing };
            around.turn = turn.named(most);
            around.tally = whole.each(turn.count(least), turn.count(most));
            self.turns = self.turns.saturating_add(1);
        }
        if let (Some(letters), StepKind::Exercise(_)) = (letters, &step.kind) {
            self.labelled = self.labelled.saturating_add(1);
            around.label = format!("{letters}{} ", self.labelled);
        }
        around
    }
}

/// Tells whether a step takes time, and so a turn in a block that alternates.
fn takes_time(step: &Step) -> bool {
    match step.kind {
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Block(_) | StepKind::Do(_) => true,
        StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => false,
    }
}

/// Writes a rest's row in one line: `Rest 2 min`, `Rest: jog 200 m`.
fn written_row(item: Item) -> Option<String> {
    let Item::Row(row) = item else { return None };
    let words = [row.movement, row.dose, row.target].into_iter().filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join(" "))
}

/// Tells whether a step is written in the table of its part.
fn is_plain(step: &Step) -> bool {
    match step.kind {
        StepKind::Exercise(_)
        | StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Turns(_) => true,
        StepKind::Block(_) | StepKind::Do(_) => false,
    }
}

/// Says of a part when it is done among the steps around it.
fn with_turn(part: Part, around: InBlock<'_>) -> Part {
    let rules = match around.only.map(written::rounds) {
        Some(only) if part.rules.is_empty() => format!("{}.", written::capitalised(&only)),
        Some(only) => format!("{}. {}", written::capitalised(&only), part.rules),
        None => part.rules,
    };
    Part { turn: around.turn, rules, ..part }
}

fn within(path: &[String], name: String) -> Vec<String> {
    path.iter().cloned().chain([name]).collect()
}

/// Returns the head of the column of targets: `Load` where all of them are loads.
fn target_head(steps: &[Step]) -> &'static str {
    let are_loads = |step: &Step| match &step.kind {
        StepKind::Exercise(exercise) => {
            exercise.choices.iter().flat_map(Choice::all_targets).all(|target| target.kind.is_load())
        }
        StepKind::Rest(rest) => match &rest.amount {
            RestAmount::Moving { targets, .. } => targets.is_empty(),
            RestAmount::ByRound(_)
            | RestAmount::For(_)
            | RestAmount::Ratio { .. }
            | RestAmount::UntilReady
            | RestAmount::TurnOff => true,
        },
        StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Turns(_)
        | StepKind::Block(_)
        | StepKind::Do(_) => true,
    };
    if steps.iter().all(are_loads) { Part::LOAD } else { "Target" }
}
