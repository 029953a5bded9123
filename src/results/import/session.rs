//! What an export says was done, whatever app it is from.

pub use crate::check::program::LoadKind;
use crate::date::{Date, Time};
use crate::quantity::{LoadUnit, Unit};

/// A session as it was logged.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The day.
    pub date: Date,
    /// When it began, where it was logged; none if the export doesn't say it in local time.
    pub clock: Option<Time>,
    /// What the athlete called it.
    pub title: Option<String>,
    /// What was done, in order.
    pub entries: Vec<Entry>,
    /// What the athlete remarked about the whole of it.
    pub note: Option<String>,
}

/// The sets of one movement, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The movement.
    pub name: Name,
    /// Its sets, in order. There is at least one.
    pub sets: Vec<Set>,
}

/// What a movement is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The catalogue knows it by this name.
    Known(String),
    /// The catalogue doesn't know it for certain: it stays as it was written.
    AsWritten(String),
}

/// One set.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// What was achieved.
    pub did: Did,
    /// What was lifted; none where nothing was.
    pub load: Option<Load>,
    /// Its effort on the scale from 1 to 10, in thousandths.
    pub rpe: Option<i64>,
    /// Whether it only warmed up.
    pub is_warmup: bool,
    /// What was remarked about it.
    pub note: Option<String>,
}

/// What was achieved in a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// So many repetitions.
    Reps(u32),
    /// A hold, or work for a time, in milliseconds.
    For(i64),
    /// A distance in thousandths of its unit, and the milliseconds that it took if they are known.
    Over { milli: i64, unit: Unit, ms: Option<i64> },
    /// Not a single repetition.
    Missed,
}

/// What was lifted, in thousandths of its unit, or what a machine or a band took off. Never below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    pub milli: i64,
    pub unit: LoadUnit,
    pub kind: LoadKind,
}
