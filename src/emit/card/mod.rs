//! What a printed card says, before it takes the form of any one format: everything in order, in plain text.

pub mod mark;
pub(super) mod names;
mod nested;
mod part;
mod past;
mod rules;
mod statement;
mod tally;
mod turn;

use std::hash::Hash;

use rustc_hash::FxHashSet;
use serde::Serialize;

use crate::check::program::{FeltScale, Movement, MovementId};
use crate::date::Date;
use crate::emit::figure::Picture;
use crate::emit::written::{SHORTEST_IN_HOURS_MS, SHORTEST_IN_MINUTES_MS};
use crate::emit::{Compiled, written};
use crate::quantity::to_the_second;
use crate::source::Place;
use crate::syntax::word::SettingWord;

pub use super::written::TargetPieces;
pub use mark::{Log, Mark};
use part::Parts;
pub use past::{CellPast, RowPast};
pub(in crate::emit) use statement::{discs_a_side, is_loosening, is_timed_ground, statements};

const MINUTE_MS: i64 = 60_000;

/// Everything on the card of one workout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The workout's title.
    pub title: String,
    /// What to know before it starts: labels with their texts.
    pub facts: Vec<(&'static str, String)>,
    /// What is done, in order.
    pub parts: Vec<Part>,
    /// What the athlete is asked for at the end.
    pub felt: Felt,
    /// What to know of each movement, in order of first use. Only those of which something is known.
    pub movements: Vec<MovementNotes>,
}

/// What the athlete is asked for at the end of a workout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Felt {
    /// How it felt.
    #[default]
    Effort,
    /// Pain, from 0 to 10.
    Pain,
}

impl From<Option<FeltScale>> for Felt {
    fn from(scale: Option<FeltScale>) -> Self {
        match scale {
            Some(FeltScale::Pain) => Felt::Pain,
            None => Felt::Effort,
        }
    }
}

/// A block, a workout done within this one, or the steps between two of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Part {
    /// The names of the parts around it, outermost first, and its own. Empty for steps that need no heading.
    pub path: Vec<String>,
    /// When its turn is among the steps of the block around it: `1, 3, 5`.
    pub turn: String,
    /// How it is to be done, in sentences.
    pub rules: String,
    /// What the loads are called: `Load`, or `Target` where some are not loads.
    pub target_head: &'static str,
    /// What its turns are called: `Minute` or `Interval`. Empty where they are not named.
    pub turn_head: &'static str,
    /// What is done, in order.
    pub items: Vec<Item>,
    /// What to write down at its end: `Time: ____`.
    pub result: Option<String>,
    /// What it is, in as few words as there are.
    #[serde(skip)]
    pub brief: PartBrief,
    /// Where its block's header is written, in a text as it is read.
    #[serde(skip)]
    pub written: Option<Place>,
}

/// What a [`Part`] is, for where there is no room for its rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartBrief {
    /// Whether it was written as a block or done by its title, and so is named: else its name is made of its movements.
    pub is_named: bool,
    /// Whether it is a warm-up or a cool-down.
    pub is_loosening: bool,
    /// How often it is done, or for how long: `5 rounds`.
    pub often: String,
}

impl Part {
    /// What the column of targets is called where all of them are loads.
    const LOAD: &str = "Load";
}

/// One line of a [`Part`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    /// What the coach wrote to be read in this place.
    Note {
        /// What it says.
        text: String,
    },
    /// Something to write down in this place: `Best single, kg: ____`.
    Blank {
        /// What is to be written down.
        what: String,
        /// Where.
        marks: Vec<Mark>,
    },
    /// What to write down at the end of a part among the rows of the part around it: `Time: ____`.
    Result {
        /// What, with its blanks.
        text: String,
    },
    /// Something to do.
    Row(Row),
    /// A part within a part that has no rows of its own.
    Part(Part),
}

/// Something to do. Empty fields are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Row {
    /// Whether it goes on with the row before: more of its sets, or an alternative to it.
    pub goes_on: bool,
    /// What it is about.
    pub role: Role,
    /// In how many of the parts that are written out among the rows it is.
    pub depth: u8,
    /// When its turn is: `1, 3, 5`.
    pub turn: String,
    /// The movement, its alternatives, its label in a superset; the name of a part.
    pub movement: String,
    /// How a part is to be done, in sentences.
    pub rules: String,
    /// How many letters [`movement`](Self::movement) begins with that are its label.
    pub label: u8,
    /// The movement alone, as [`MovementNotes::name`] has it. Empty if there is no movement.
    pub name: String,
    /// How much.
    pub dose: String,
    /// How hard.
    pub target: String,
    /// Seconds down, hold, up, hold.
    pub tempo: String,
    /// What comes between its sets; a time is a rest.
    pub between_sets: String,
    /// The cue for this use.
    pub cue: String,
    /// The boxes to tick, the blanks to fill in.
    pub done: Vec<Mark>,
    /// What to write down each time, if there is room for it.
    pub log: Log,
    /// What was done of it before; left out where results say nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past: Option<Box<RowPast>>,
    /// Which sets of its statement it has.
    #[serde(skip)]
    pub sets: Option<RowSets>,
    /// Where it is written, in a text as it is read.
    #[serde(skip)]
    pub written: Option<Place>,
    /// Its movement and its target in pieces, for where these have places of their own.
    #[serde(skip)]
    pub pieces: Box<Pieces>,
}

/// The sets that a [`Row`] has of its statement, where others may be in rows of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowSets {
    /// Which statement of the workout, counted in text order.
    pub statement: usize,
    /// How many sets of a round come before it.
    pub before: usize,
    /// How many sets of a round it has.
    pub count: usize,
    /// How many sets a round has in all.
    pub of: usize,
}

impl RowSets {
    /// Returns the number of the set, from 0, that a cell of the row is for.
    pub fn set(&self, cell: usize) -> usize {
        cell / self.count * self.of + self.before + cell % self.count
    }

    /// Returns how many sets there are in all, where the row has so many cells.
    pub fn all(&self, cells: usize) -> usize {
        cells / self.count * self.of
    }
}

/// The pieces of a [`Row`] that its texts are made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pieces {
    /// The movement as it is called within a sentence, with the alternatives that differ from it in name alone.
    pub name: String,
    /// How hard.
    pub target: TargetPieces,
    /// The discs on each side of the bar: `10 + 1.25`.
    pub discs: String,
}

impl Row {
    /// Tells whether it only names a part.
    pub fn is_name(&self) -> bool {
        self.role == Role::Part
    }
}

/// What a [`Row`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A movement.
    #[default]
    Movement,
    /// A rest.
    Rest,
    /// A part, whose rows follow one deeper.
    Part,
    /// A part that was written out before.
    Before,
}

/// What is known of a movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MovementNotes {
    /// Its name.
    pub name: String,
    /// What it is good for.
    pub why: Option<String>,
    /// What to think of.
    pub cues: Vec<String>,
    /// Its easier forms, nearest first.
    pub easier: Vec<String>,
    /// Its harder forms, nearest first.
    pub harder: Vec<String>,
    /// How it is drawn.
    #[serde(skip)]
    pub figure: Option<Picture>,
}

impl MovementNotes {
    /// Tells whether anything is said of it.
    pub fn says_something(&self) -> bool {
        self.why.is_some() || !(self.cues.is_empty() && self.easier.is_empty() && self.harder.is_empty())
    }
}

impl Card {
    /// Returns the card of a compiled workout.
    pub fn of(compiled: &Compiled<'_>) -> Self {
        Self::on(compiled, None)
    }

    /// Returns the card of a workout that is done on a day: what was done before is what comes before that day.
    pub fn on(compiled: &Compiled<'_>, day: Option<Date>) -> Self {
        let Parts { parts, movements, swaps } = part::parts(compiled, day);
        Self {
            title: compiled.workout.title.clone(),
            facts: facts(compiled, &swaps),
            parts,
            felt: compiled.workout.felt_scale().into(),
            movements: movements.into_iter().filter_map(|id| notes(compiled.program.movement(id))).collect(),
        }
    }

    /// Returns it without what was done before, as it is the same on all days.
    pub fn without_past(&self) -> Self {
        let mut card = self.clone();
        card.parts.iter_mut().for_each(forget_past);
        card
    }
}

fn forget_past(part: &mut Part) {
    for item in &mut part.items {
        match item {
            Item::Row(row) => row.past = None,
            Item::Part(inner) => forget_past(inner),
            Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => {}
        }
    }
}

/// Lists what is to be known before the workout starts. `swaps` are the forms that the level takes.
fn facts(compiled: &Compiled<'_>, swaps: &[(MovementId, MovementId)]) -> Vec<(&'static str, String)> {
    let workout = compiled.workout;
    let mut facts = vec![("Time", total_time(compiled)), ("Level", compiled.level.name().to_owned())];
    let equipment = compiled.timeline.equipment(compiled.program);
    if let Some(athlete) = &compiled.program.athlete {
        facts.push(("Athlete", athlete.name.clone()));
    }
    facts.push(("Equipment", if equipment.is_empty() { "none".to_owned() } else { equipment.join(", ") }));
    let about = workout.about.texts();
    facts.extend(about.filter_map(|(word, text)| Some((word.row().label?, text.to_owned()))));
    let tags = (!workout.tags.is_empty()).then(|| workout.tags.join(", "));
    facts.extend(SettingWord::Tags.row().label.zip(tags));
    let changes = rules::changes(workout.transition.as_ref(), workout.switch.as_ref());
    if !changes.is_empty() {
        facts.push(("Changes", changes));
    }
    if !swaps.is_empty() {
        let told = |&(form, of): &_| format!("{} for {}", name(compiled, form), name(compiled, of));
        facts.push(("At this level", swaps.iter().map(told).collect::<Vec<_>>().join(", ")));
    }
    facts
}

/// Writes the total: `13:45`, `about 25 min`, `11:20 (8:30–14:10)`.
pub(in crate::emit) fn total_time(compiled: &Compiled<'_>) -> String {
    let timeline = compiled.timeline;
    let in_minutes = timeline.estimated && timeline.likely_ms >= SHORTEST_IN_MINUTES_MS;
    let write = |ms: i64| match (in_minutes, timeline.estimated) {
        (true, _) => (ms + MINUTE_MS / 2) / MINUTE_MS,
        (false, true) => to_the_second(ms),
        (false, false) => ms,
    };
    let (least, likely, most) =
        (write(timeline.least_ms), write(timeline.likely_ms), write(timeline.most_ms));
    // Nobody would say "about 125 min".
    let in_hours = in_minutes && most * MINUTE_MS >= SHORTEST_IN_HOURS_MS;
    let written = |value: i64| match (in_hours, in_minutes) {
        (true, _) => written::duration(value * MINUTE_MS),
        (false, true) => value.to_string(),
        (false, false) => written::clock(value),
    };
    let unit = if in_minutes && !in_hours { " min" } else { "" };
    let dash = if in_hours { " – " } else { "–" };
    let about = if timeline.estimated { "about " } else { "" };
    let mut text = format!("{about}{}{unit}", written(likely));
    if least != most {
        text.push_str(&format!(" ({}{dash}{}{unit})", written(least), written(most)));
    }
    text
}

/// Things in the order of their first use.
struct FirstUses<T> {
    in_order: Vec<T>,
    seen: FxHashSet<T>,
}

impl<T> Default for FirstUses<T> {
    fn default() -> Self {
        Self { in_order: Vec::new(), seen: FxHashSet::default() }
    }
}

impl<T: Copy + Eq + Hash> FirstUses<T> {
    /// Puts a thing at the end, unless it has been used before.
    fn insert(&mut self, thing: T) {
        if self.seen.insert(thing) {
            self.in_order.push(thing);
        }
    }
}

/// Returns what is known of a movement, where anything is.
fn notes(movement: &Movement) -> Option<MovementNotes> {
    let notes = MovementNotes {
        name: written::capitalised(&movement.name),
        why: movement.why.clone(),
        cues: movement.cues.clone(),
        easier: movement.easier.clone(),
        harder: movement.harder.clone(),
        figure: Picture::of(movement),
    };
    (notes.says_something() || notes.figure.is_some()).then_some(notes)
}

/// Returns a movement's name.
fn name<'a>(compiled: &Compiled<'a>, id: MovementId) -> &'a str {
    &compiled.program.movement(id).name
}
