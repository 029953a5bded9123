//! From a plan's blocks to its days.

use std::sync::Arc;

use crate::check::program::{Plan, Workout};
use crate::date::{Date, Weekday};
use crate::source::Span;

/// A plan, day by day.
#[derive(Debug)]
pub struct Calendar<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// All its days, from the Monday of its first week to the Sunday of its last.
    pub days: Vec<Day<'p>>,
    /// What its sessions come to, each thing once, in the order in which it is first done.
    pub distinct: Vec<Instance>,
}

/// One day of a plan.
#[derive(Debug)]
pub struct Day<'p> {
    /// Which week, from 1.
    pub week: u32,
    /// Which day of it.
    pub weekday: Weekday,
    /// Where the plan says when it starts.
    pub date: Option<Date>,
    /// `rest day`, where it is one.
    pub rest: Option<Span>,
    /// The race on this day.
    pub race: Option<&'p str>,
    /// What is done, in text order.
    pub sessions: Vec<Session>,
}

/// One session of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Which of the plan's blocks of weeks gives it, and which block of days in that.
    pub block: (usize, usize),
    /// What is done: an index into [`Calendar::distinct`].
    pub instance: usize,
    /// How many weeks lie between the first of its block and this one.
    pub week_turn: u32,
    /// How often its workout is done in the plan up to now, from 1: that of a `do` that stands alone, or else these
    /// steps.
    pub nth: u32,
}

/// A workout as it is done on a day.
#[derive(Debug, Clone)]
pub struct Instance {
    /// As it was written.
    pub template: Arc<Workout>,
    /// As it is done: no week and no session is left to count. The same as the template where nothing moves.
    pub workout: Arc<Workout>,
}
