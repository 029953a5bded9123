//! What was done before.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Quantity, Side};

/// What the athlete did of a movement before: see docs/results.md.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// The last time that this statement was done, or else its movement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<LastTime>,
    /// The heaviest set of the movement with as many repetitions as the first set asks for, of those with the same kind of
    /// load; where there is none, the heaviest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<BestSet>,
    /// The shortest time in which what was done the last time was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fastest: Option<Fastest>,
}

/// The last time that something was done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LastTime {
    /// The day: `2026-01-09`.
    pub date: String,
    /// Its sets, in order.
    pub sets: Vec<DoneSet>,
    /// How long all of it took, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_ms: Option<i64>,
    /// The same for people: `5, 5, 4 @ 60 kg`.
    pub text: String,
}

/// A set that was done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DoneSet {
    /// How much. Left out if it was missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// Its load, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<Quantity>,
    /// What the load is. Left out where it is a weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load_is: Option<LoadIs>,
    /// On which side, where each was written down apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
}

/// What a load is that is not a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LoadIs {
    /// It is added to bodyweight.
    OnTop,
    /// It helps.
    Help,
}

/// The best set.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BestSet {
    /// The first day on which it was done.
    pub date: String,
    /// The set.
    pub set: DoneSet,
    /// The same for people: `5 @ 65 kg`.
    pub text: String,
}

/// The shortest time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fastest {
    /// The first day on which it was done.
    pub date: String,
    /// In milliseconds.
    pub time_ms: i64,
}
