//! Plans in the JSON contract.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Movement, Quantity, Thousandths, Workout, is_false};
pub use crate::emit::json::words::{Intensity, RaiseTurn, Raised, Travel, Weekday};
use crate::one_by_one::OneByOne;

/// Weeks of training.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Plan")]
pub struct Plan<'a, M = Movement<'a>> {
    /// Its title.
    pub title: &'a str,
    /// The first day of its first week, `2026-01-05`, even if the plan starts some days later. Left out where the plan
    /// does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<String>,
    /// With which day its weeks begin. Left out where that is Monday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<Weekday>,
    /// What is raised from turn to turn, in text order. The sessions below have the raised loads. Left out where there is
    /// nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raises: Vec<Raise<'a>>,
    /// What is raised by the repetitions of open sets, in text order. Left out where there is nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raises_by_reps: Vec<RaiseByReps<'a>>,
    /// What its sessions come to, each thing once, in the order in which it is first done. What grows is written out:
    /// a run that gets longer each week is here once for each length.
    pub workouts: OneByOne<'a, Workout<'a, M>>,
    /// Its weeks, in order.
    pub weeks: OneByOne<'a, Week<'a>>,
}

/// What is raised from one turn of a plan to the next.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Raise<'a> {
    /// Which figure of the athlete's.
    pub of: Raised,
    /// Of which movements, by their names; left out for all of them.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub movements: &'a [Box<str>],
    /// What is added each time.
    pub by: Quantity,
    /// When.
    pub each: RaiseTurn,
    /// Only where nothing of it was missed since it was last raised. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub without_a_miss: bool,
    /// Whether the athlete says it rather than the plan, which goes first. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub athletes: bool,
}

/// What is raised by the repetitions of the open set with the heaviest load.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseByReps<'a> {
    /// Which figure of the athlete's.
    pub of: Raised,
    /// Of which movements, by their names; left out for all of them.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub movements: &'a [Box<str>],
    /// How much from how many repetitions; of those that are reached, the one with most repetitions.
    pub steps: Vec<RaiseStep>,
}

/// How much is added from how many repetitions.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseStep {
    /// So many or more.
    pub reps: u32,
    /// What is added.
    pub by: Quantity,
}

/// One week of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Week<'a> {
    /// Which, from 1.
    pub week: u32,
    /// Its first day, where the plan says when it starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// How many sessions it has.
    pub sessions: u32,
    /// How many of these are for strength: three sets of it or more.
    pub strength_sessions: u32,
    /// How many of its days are hard.
    pub hard_days: u32,
    /// How many of its days have sessions of which none is hard.
    pub easy_days: u32,
    /// How many of its days have no session.
    pub rest_days: u32,
    /// What its sessions ask for together.
    pub load: Load<'a>,
    /// Its days, in order. They begin with Monday where the plan has no `first_day`.
    pub days: Vec<Day<'a>>,
}

/// One day of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Day<'a> {
    /// Which day of the week.
    pub day: Weekday,
    /// Its date, where the plan says when it starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// How hard it is: as its hardest session. Left out where there is none, and where nobody can know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intensity: Option<Intensity>,
    /// Whether the plan says that nothing is done. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub rest_day: bool,
    /// The race of this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub race: Option<&'a str>,
    /// What is done, in the order of the text; but what is done in the morning comes first, and what in the evening last.
    pub sessions: Vec<Session<'a>>,
}

/// One session of a day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What is done: an index into the plan's `workouts`.
    pub workout: usize,
    /// When it begins, `06:30`. Left out where no clock is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The phase it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<&'a str>,
    /// The cycle it is in, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle: Option<u32>,
    /// How often this has been done in the plan, this time included, whatever it has grown by.
    pub nth: u32,
    /// The title of the workout with blanks that was filled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<&'a str>,
    /// What its blanks were filled with, by their names, in their order.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub values: Vec<Value<'a>>,
    /// How hard it is. Left out where most of it does not say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intensity: Option<Intensity>,
    /// What it asks for.
    pub load: Load<'a>,
}

/// What a blank of a workout was filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Value<'a> {
    /// The name of the blank.
    pub name: &'a str,
    /// As it was written, without quotes.
    pub value: &'a str,
}

/// What sessions ask for. What would be zero, or empty, is left out, but for the duration.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Load<'a> {
    /// How long they take, in milliseconds.
    pub duration_ms: i64,
    /// What is covered, by the way of covering it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distances: Vec<Distance>,
    /// Whether any distance comes from a time and a usual pace, or from the estimated rounds of an AMRAP. Left out when
    /// false.
    #[serde(skip_serializing_if = "is_false")]
    pub distance_estimated: bool,
    /// Endurance work by how hard it is, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intensity_ms: Option<IntensityTimes>,
    /// Sets of strength work. One side at a time is half a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sets: Option<Thousandths>,
    /// Whether any of the sets are in the estimated rounds of an AMRAP. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub sets_estimated: bool,
    /// The sets for each muscle: one that only helps counts half.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub muscle_sets: Vec<MuscleSets<'a>>,
    /// Loads by repetitions, in kilograms: 3 sets of 5 with 100 kg are 1500.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume_kg: Option<Thousandths>,
    /// Whether any of it is lifted in the estimated rounds of an AMRAP. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub volume_estimated: bool,
}

/// What is covered in one way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Distance {
    /// How.
    pub by: Travel,
    /// Metres.
    pub distance_m: Thousandths,
}

/// Endurance work by how hard it is, in milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntensityTimes {
    /// Below the first threshold: one can talk.
    pub easy: i64,
    /// Between the two thresholds.
    pub moderate: i64,
    /// Above the second threshold; all work against time.
    pub hard: i64,
    /// Nothing says how hard.
    pub unsaid: i64,
}

/// The sets for one muscle.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MuscleSets<'a> {
    /// The muscle.
    pub muscle: &'a str,
    /// How many.
    pub sets: Thousandths,
}
