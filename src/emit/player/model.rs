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
    /// Differs between playbooks that differ in anything, so that a session of one is not taken up in another; the same for
    /// the same one wherever it is made.
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
