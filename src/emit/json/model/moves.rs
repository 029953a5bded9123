//! What moves by results.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::number::Thousandths;
use super::SetGroup;

/// What of a movement moves by results: see docs/results.md.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Moves<'a> {
    /// The rules, as they are written. Of those that hold, one acts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<MoveRule>,
    /// The sets that are done instead after a miss, one after the other. After the last come the first again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after_a_miss: Vec<Vec<SetGroup<'a>>>,
    /// What the load moves by when the sets begin anew. Left out where it is the load with which the first were last missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<MoveBy>,
    /// A harder movement comes after so many successes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub harder_after: Option<u32>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveRule {
    /// What moves.
    pub what: MoveWhat,
    /// By how much.
    pub by: MoveBy,
    /// When.
    pub when: MoveWhen,
    /// How often that must happen; for repetitions, how many there must be at least.
    pub count: u32,
    /// As a coach writes it: `+2.5kg each success`.
    pub text: String,
}

/// What moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MoveWhat {
    /// The load.
    Load,
    /// The repetitions, the time, the distance.
    Dose,
}

/// By how much something moves.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveBy {
    /// What is added, in the unit of what moves or in per cent; negative to take away.
    pub add: Thousandths,
    /// Whether `add` is in per cent. Left out when false.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub percent: bool,
}

/// When something moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MoveWhen {
    /// After so many successes since it last moved.
    Successes,
    /// After so many misses since it last moved.
    Misses,
    /// When the open set has so many repetitions.
    RepsOfOpenSet,
    /// When all sets have so many repetitions together.
    RepsInAll,
}
