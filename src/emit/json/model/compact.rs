//! The compact contract: the same workouts without repetition.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Level, Movement, Workout, plan};
use crate::one_by_one::OneByOne;

/// The workouts of one file, for storing and sending.
///
/// It is a document of `wodc/1` without white space. Each movement is described once, and values that follow from the
/// rest of the document are left out; the descriptions say which, and how to get them back.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document<'a> {
    /// The contract this document keeps to.
    pub format: Format,
    /// The file it was compiled from.
    pub source: &'a str,
    /// The level that was asked for; where none was, that of workouts that state none: `intermediate`, unless the coach
    /// set another.
    pub level: Level,
    /// The athlete that figures of their own are for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub athlete: Option<&'a str>,
    /// Every movement that the document names, in order of first mention. No two have the same `id`. The `movements` of
    /// a workout refer to these by `id`.
    pub movements: OneByOne<'a, Movement<'a>>,
    /// The workouts, in the order of the file.
    pub workouts: OneByOne<'a, Workout<'a, &'a str>>,
    /// The plans, in the order of the file. Left out where there is none.
    #[serde(skip_serializing_if = "OneByOne::is_empty")]
    pub plans: OneByOne<'a, plan::Plan<'a, &'a str>>,
}

/// The contract and its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Format {
    /// The first version.
    #[serde(rename = "wodc/1-compact")]
    Wodc1Compact,
}
