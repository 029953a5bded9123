//! What a player is given: the stages of a workout in their order, and what is said in each.
//!
//! A player needs nothing else, and computes nothing about training: it shows a stage, counts its clock, says what is to
//! be said, and goes on when the clock or the athlete says so. `docs/player.md` has what every player does with it.

use schemars::JsonSchema;
use serde::Serialize;

pub use crate::emit::json::model::{Count, SegmentKind};
use crate::emit::strip::Strip;

/// A workout, ready to be run.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Playbook {
    /// The workout's title.
    pub title: String,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Differs between playbooks that differ in anything but what was done before, so that a session of one is not taken up in
    /// another; the same for the same one wherever it is made.
    pub key: String,
    /// How long it takes, in words: `13:45`, `about 25 min`.
    pub time: String,
    /// The lead-in before the first stage, in milliseconds.
    pub lead_in_ms: i64,
    /// How long it takes at this level, in milliseconds.
    pub likely_ms: i64,
    /// Whether any part of that is estimated.
    pub estimated: bool,
    /// Everything there is to do, each once. Stages refer to it by its index.
    pub tasks: Vec<Task>,
    /// What happens, in order: one stage for each segment of the timeline, with the same index.
    pub stages: Vec<Stage>,
    /// What is said before the first stage. Negative times, counted from its start.
    pub lead_in: Vec<Say>,
    /// What is said when the last stage is over, counted from its end.
    pub closing: Vec<Say>,
    /// Notes that stand behind the last stage.
    pub last_notes: Vec<String>,
    /// The whole timeline, to scale.
    pub strip: Strip,
    /// What the athlete is asked to write down.
    pub asks: Asks,
}

/// What the athlete is asked to write down, and how a results file spells it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Asks {
    /// `results "Sam"`, where it is known whose results they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose: Option<String>,
    /// What the name of a file with them begins with: `sam`.
    pub file: String,
    /// What comes behind the day and the time: `"Back squat, wave" of "5/3/1"`.
    pub title: String,
    /// The scale of how it felt.
    pub scale: Scale,
    /// What each `record` asks for, in text order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
    /// The blocks that have a result of their own: each AMRAP and each `for time`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Score>,
    /// The statements with their sets, in order of first use, without what warms up and cools down.
    pub lines: Vec<AskedLine>,
    /// What the figures of sets are in, each once. Others refer to it by its index.
    pub measures: Vec<Measure>,
}

/// A scale from one whole number to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scale {
    /// The word before the figure: `felt`, `pain`.
    pub word: &'static str,
    /// The least.
    pub least: u8,
    /// The most.
    pub most: u8,
}

/// A block that has a result of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Score {
    /// Its stage, an index.
    pub stage: usize,
    /// Its name.
    pub name: String,
    /// Its name as a results file spells it, in quotes.
    pub spelled: String,
}

/// A statement that sets are written down of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AskedLine {
    /// The movement's name.
    pub name: String,
    /// The movement as a results file spells it: `back squat`, `"Sam's own lift"`.
    pub spelled: String,
    /// What is asked for in all, as a results file spells it: `3x5 @ 62.5kg`. Empty where it has no words for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub asked: String,
    /// What the amount of a set is in, an index into [`Asks::measures`].
    pub dose: usize,
    /// What the load of a set is in, where it has one: an index into [`Asks::measures`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<usize>,
    /// Whether it is of interest how long it took.
    pub timed: bool,
    /// Which statement of the workout it is, counted in text order. A statement in a workout that is done twice has two
    /// lines.
    #[serde(skip)]
    pub statement: usize,
    /// Whether the level takes another form of its movement.
    #[serde(skip)]
    pub is_form: bool,
    /// The last time that it was done, where results say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<LastTime>,
    /// Its sets, in order.
    pub sets: Vec<AskedSet>,
}

/// The last time that a statement was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LastTime {
    /// The day: `2026-01-09`.
    pub date: String,
    /// The day, for people: `9 Jan`, and with its year where that is not the year of the last result.
    pub day: String,
    /// All that was done of it, for people: `5, 5, 4 @ 60 kg`.
    pub done: String,
}

/// One set to write down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct AskedSet {
    /// Its stage, an index.
    pub stage: usize,
    /// What is done, an index into [`Playbook::tasks`].
    pub task: usize,
    /// On which side: `right`, `left`.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub side: &'static str,
    /// How much is asked for, in thousandths. None for as much as can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// With what load, in thousandths, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// Whether it may be more than the amount.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub or_more: bool,
    /// What was done in this same set the last time, for people: `5 @ 60 kg`, `missed @ 105 kg`. Empty where nothing is
    /// known of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub last: String,
    /// The best that was done of the movement for as many repetitions, for people: `5 @ 65 kg`, or the shortest time for the
    /// same distance: `3:52`. Empty where nothing is known of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub best: String,
    /// What is aimed at today, for people: `5+ @ 62.5 kg`. Empty unless there is a `last` or a `best` to put it beside.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub aim: String,
}

/// What a figure is in, as a results file spells it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Measure {
    /// What comes before the figure: `2x`, `bodyweight +`, `-`.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub before: &'static str,
    /// What comes behind it: `kg`, `s`; of repetitions, nothing.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub unit: &'static str,
    /// What people call it: `kg`, `reps`.
    pub name: &'static str,
    /// By how much a tap changes it, in thousandths.
    pub step: i64,
    /// The least that can be written down, in thousandths.
    pub least: i64,
    /// The most that can be written down, in thousandths.
    pub most: i64,
    /// Whether only whole figures can be.
    pub whole: bool,
}

/// One thing to do, or to wait for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stage {
    /// What kind of time it is.
    pub kind: SegmentKind,
    /// Milliseconds from the workout's start, if everything takes as long as it is likely to.
    pub start_ms: i64,
    /// How long it takes, in milliseconds; an estimate where `ends` is not [`Ends::Clock`].
    pub duration_ms: i64,
    /// Who says when it is over.
    pub ends: Ends,
    /// When it is over at the latest, in milliseconds from its start, where that is not `duration_ms`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap_ms: Option<i64>,
    /// For a rest that is measured by work which the athlete ends: what it is measured by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measured: Option<Measured>,
    /// The names of the parts it stands in, outermost first.
    pub parts: Vec<String>,
    /// The `id` of its block; 0 for the workout itself.
    pub block: u32,
    /// The round of the innermost block that repeats; for an interval, which one it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Count>,
    /// Which set of its statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Count>,
    /// What is done, an index into [`Playbook::tasks`]. For a rest or a change: `Rest`, `Change`, `Switch sides`, or the
    /// movement of a rest that moves. For an interval, an AMRAP and a `for time`: the name of its block.
    pub task: usize,
    /// What is done inside an interval, inside one round of an AMRAP, inside all of a `for time`: indices into
    /// [`Playbook::tasks`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<usize>,
    /// Notes that stand before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What is said in it, counted from its start, in time order. None runs into the next, but that the call of a stage
    /// which does not begin on a whole second is up to a second late, and so is its end.
    pub says: Vec<Say>,
}

/// What a rest is measured by: it lasts `rest / work` times as long as the work among some stages took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Measured {
    /// The share of the work.
    pub work: u8,
    /// The share of the rest.
    pub rest: u8,
    /// The first of the stages, an index.
    pub from: usize,
    /// The stage after the last of them, which is the rest itself.
    pub to: usize,
}

/// Who says when a stage is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// The clock.
    Clock,
    /// The athlete.
    Done,
    /// The athlete, or the clock at `cap_ms`, else at `duration_ms`.
    DoneOrClock,
}

/// Something to do. What is empty is not said.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
pub struct Task {
    /// The movement's name.
    pub name: String,
    /// `right leg`, `left arm, other direction`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub side: String,
    /// How much: `30 s`, `10`, `5+`, `max`, `400 m`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dose: String,
    /// How hard: `24 kg, RPE 8`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    /// Seconds down, hold, up, hold; none for as fast as you can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tempo: Option<[Option<u8>; 4]>,
    /// What the player counts of each repetition that is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
    /// What to think of, the coach's own words for this use first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// What may be done instead: the alternatives after `or`, then the easier forms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub swaps: Vec<Swap>,
}

/// A repetition that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Hold {
    /// How long the movement takes, in milliseconds.
    pub move_ms: i64,
    /// How long it is held, in milliseconds.
    pub hold_ms: i64,
}

/// What may be done instead.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Swap {
    /// The movement's name.
    pub name: String,
    /// Whether it is an easier form, rather than an alternative the coach wrote.
    pub easier: bool,
    /// The side it is done on: `right arm`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub side: String,
    /// How much.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dose: String,
    /// How hard.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    /// How long it takes, in milliseconds, where the clock ends it; none where the athlete does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<i64>,
    /// What to think of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// How it is written down.
    pub asked: AskedSwap,
}

/// How a results file spells what is done instead.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct AskedSwap {
    /// The movement: `front squat`.
    pub spelled: String,
    /// What the amount is in, an index into [`Asks::measures`].
    pub dose: usize,
    /// How much is asked for, in thousandths. None for as much as can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// What the load is in, where it has one: an index into [`Asks::measures`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<usize>,
    /// With what load, in thousandths, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
}

/// Something that is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Say {
    /// Milliseconds from the start of its stage.
    pub after_ms: i64,
    /// What it is for.
    pub kind: SayKind,
    /// The words, with all units written out.
    pub text: String,
}

/// What something that is said is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SayKind {
    /// What is to be done now, or next.
    Call,
    /// `3`, `2`, `1`, the middle, the time that is left.
    Clock,
    /// A note of the coach.
    Note,
    /// What to think of. It belongs to the movement, and is not said of another.
    Cue,
}
