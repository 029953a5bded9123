//! What a plan means, as it was written: blocks of weeks that hold blocks of days. [`crate::plan`] writes it out.

use std::sync::Arc;

use super::Workout;
use crate::athlete::Raises;
use crate::date::{Date, Weekday};
use crate::source::{At, FileId, Span};

/// Weeks of training.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The file it is in.
    pub file: FileId,
    /// Its title.
    pub title: String,
    /// Its title in the source, with its quotes.
    pub title_span: Span,
    /// The whole of it in the source.
    pub span: Span,
    /// How many weeks it has, at least one.
    pub weeks: u32,
    /// The Monday of its first week, where it says one.
    pub starts: Option<Date>,
    /// What its weeks hold, in text order, in which they apply.
    pub blocks: Vec<WeekBlock>,
    /// What is raised in it from turn to turn.
    pub raises: Raises,
}

impl Plan {
    /// Tells whether it has cycles to count.
    pub fn has_cycles(&self) -> bool {
        false
    }
}

/// What some of a plan's weeks hold.
#[derive(Debug, Clone)]
pub struct WeekBlock {
    /// All of it.
    pub span: Span,
    /// Which weeks, from 1, in order and each once.
    pub weeks: Vec<u32>,
    /// Whether it replaces what came before in these weeks.
    pub instead: bool,
    /// What the days hold, in text order.
    pub days: Vec<DayBlock>,
}

/// What some days of a week hold.
#[derive(Debug, Clone)]
pub struct DayBlock {
    /// All of it.
    pub span: Span,
    /// Which days, Monday first, each once.
    pub days: Vec<Weekday>,
    /// Whether it replaces what came before on these days.
    pub instead: bool,
    /// What is done.
    pub body: DayBody,
    /// `race day "City Marathon"`: the race, with its statement.
    pub race: Option<At<Box<str>>>,
}

/// What is done on a day.
#[derive(Debug, Clone)]
pub enum DayBody {
    /// Nothing: `rest day`, with its statement.
    Rest(Span),
    /// Nothing but the race.
    Race,
    /// One session.
    Session(SessionBody),
    /// One of several sessions, which take turns.
    InTurn(InTurn),
}

/// `in turn < do "A"; do "B" >` as all that is done on a day.
#[derive(Debug, Clone)]
pub struct InTurn {
    /// All of it.
    pub span: Span,
    /// The sessions, two at least, in the order in which they are done.
    pub sessions: Vec<SessionBody>,
}

impl DayBody {
    /// Returns the sessions that may be done.
    pub fn sessions(&self) -> &[SessionBody] {
        match self {
            DayBody::Rest(_) | DayBody::Race => &[],
            DayBody::Session(body) => std::slice::from_ref(body),
            DayBody::InTurn(turns) => &turns.sessions,
        }
    }
}

/// What is done in one session, as it was written.
#[derive(Debug, Clone)]
pub struct SessionBody {
    /// The workout of a single `do`, else one made of the steps of the day.
    pub workout: Arc<Workout>,
    /// How the workout of a single `do` is scaled.
    pub scale: Scale,
    /// The scales of workouts that are done among other steps, by the place of the `do`, in text order.
    pub scales: Box<[At<Scale>]>,
}

/// `sets 50% load 90%`, in thousandths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    /// How many of its sets and rounds are done.
    pub sets: i64,
    /// How much of its loads and percentages.
    pub load: i64,
}

impl Scale {
    /// All of it, in thousandths of a per cent.
    pub const WHOLE: i64 = 100_000;
}

impl Default for Scale {
    fn default() -> Self {
        Self { sets: Self::WHOLE, load: Self::WHOLE }
    }
}
