//! What a plan means, as it was written: blocks of weeks that hold blocks of days. [`crate::plan`] writes it out.

use std::ops::Range;
use std::sync::Arc;

use super::{Amount, Workout};
use crate::athlete::Raises;
use crate::date::{self, Date, Time, Weekday};
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
    /// How many weeks each of its cycles has, where it has cycles. They fill the plan.
    pub cycle: Option<u32>,
    /// The day with which its weeks begin.
    pub first_day: Weekday,
    /// The first day of its first week, where it says when it takes place.
    pub starts: Option<Date>,
    /// On which of its days anything is done, counted from 0. A plan may start and end within a week.
    pub done: Range<usize>,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
    /// The step of load to which scaled loads are rounded: that of the athlete.
    pub rounding: Option<Amount>,
    /// What its weeks hold, in text order, in which they apply.
    pub blocks: Vec<WeekBlock>,
    /// What is raised in it from turn to turn.
    pub raises: Raises,
}

impl Plan {
    /// What is said where cycles are counted in a plan that has none.
    pub const NO_CYCLES: &'static str = "there are no cycles to count in this plan";

    /// Moves the plan so that it starts on a day.
    pub fn start_on(&mut self, day: Date) {
        self.starts = date::week_start(day, self.first_day);
        let before = date::days_from(self.first_day, day.weekday());
        self.done = before..self.weeks as usize * 7;
        self.move_races(None);
    }

    /// Moves the plan so that it ends on a day. If a race ended it, it is now for the race on that day.
    pub fn end_on(&mut self, day: Date) {
        let first = date::week_start(day, self.first_day);
        self.starts = first.and_then(|first| date::days_after(first, -7 * (i64::from(self.weeks) - 1)));
        let in_week = date::days_from(self.first_day, day.weekday());
        let ended = self.done.end.checked_sub(1);
        self.done = 0..(self.weeks as usize - 1) * 7 + in_week + 1;
        self.move_races(ended);
    }

    /// Puts races with a date back on it, after the plan was moved. A race on the day that was the last, `ended`, goes to
    /// the new last day. A race whose date is outside the plan now moves along.
    fn move_races(&mut self, ended: Option<usize>) {
        let Some(first) = self.starts else { return };
        let (first_day, done) = (self.first_day, self.done.clone());
        for block in &mut self.blocks {
            let Some(date) = block.date else { continue };
            let on_date = usize::try_from(date::days_between(first, date)).ok();
            if ended.is_some() && block.place(first_day) == ended {
                block.put_on(done.end - 1, first_day);
            } else if let Some(place) = on_date.filter(|place| done.contains(place)) {
                block.put_on(place, first_day);
            }
        }
    }

    /// Returns the phase of a week.
    pub fn phase_of(&self, week: u32) -> Option<&Phase> {
        self.phases.iter().find(|phase| (phase.first..=phase.last).contains(&week))
    }

    /// Returns the cycle of a week, from 1.
    pub fn cycle_of(&self, week: u32) -> Option<u32> {
        self.cycle.map(|length| (week - 1) / length + 1)
    }

    /// Returns the days of a week, in its order.
    pub fn weekdays(&self) -> [Weekday; 7] {
        std::array::from_fn(|number| self.first_day.nth_next(number as u8))
    }
}

/// A part of a plan with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Its name.
    pub title: Box<str>,
    /// All of it in the source.
    pub span: Span,
    /// Its first week.
    pub first: u32,
    /// Its last.
    pub last: u32,
}

/// What some of a plan's weeks hold.
#[derive(Debug, Clone)]
pub struct WeekBlock {
    /// All of it.
    pub span: Span,
    /// Which weeks of the plan, from 1, in order and each once.
    pub weeks: Vec<u32>,
    /// Whether it replaces what came before in these weeks.
    pub instead: bool,
    /// How much is done of what came before in these weeks.
    pub scale: Option<Scale>,
    /// The date that is written, if it is a race with a date.
    pub date: Option<Date>,
    /// What the days hold, in text order.
    pub days: Vec<DayBlock>,
}

impl WeekBlock {
    /// Puts what is done once on a day of the plan, counted from 0.
    pub fn put_on(&mut self, place: usize, first_day: Weekday) {
        self.weeks = vec![(place / 7 + 1) as u32];
        for given in &mut self.days {
            given.days = vec![first_day.nth_next((place % 7) as u8)];
        }
    }

    /// Returns the day of the plan, counted from 0, on which it is first done.
    fn place(&self, first_day: Weekday) -> Option<usize> {
        let (week, given) = self.weeks.first().zip(self.days.first())?;
        let weekday = given.days.first()?;
        Some((*week as usize - 1) * 7 + date::days_from(first_day, *weekday))
    }
}

/// What some days of a week hold.
#[derive(Debug, Clone)]
pub struct DayBlock {
    /// All of it.
    pub span: Span,
    /// Which days, Monday first, each once.
    pub days: Vec<Weekday>,
    /// When on these days.
    pub when: Option<TimeOfDay>,
    /// Whether it replaces what came before on these days.
    pub instead: bool,
    /// How much is done of what came before on these days.
    pub scale: Option<Scale>,
    /// What is done.
    pub body: DayBody,
    /// `race day "City Marathon"`: the race, with its statement.
    pub race: Option<At<Box<str>>>,
}

/// When on a day a session is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfDay {
    /// `06:30`.
    Clock(Time),
    /// `morning`.
    Morning,
    /// `evening`.
    Evening,
}

/// What is done on a day.
#[derive(Debug, Clone)]
pub enum DayBody {
    /// Nothing: `rest day`, with its statement.
    Rest(Span),
    /// Nothing but the race.
    Race,
    /// Nothing of its own: it only scales what came before.
    Nothing,
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
            DayBody::Rest(_) | DayBody::Race | DayBody::Nothing => &[],
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

/// `at 50% of sets, 90% of load`, in thousandths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    /// How many of its sets and rounds are done.
    pub sets: i64,
    /// How much of its loads and percentages.
    pub load: i64,
    /// How much of its distances, where there are neither sets nor rounds.
    pub distance: i64,
    /// How much of its times, where there are neither sets nor rounds.
    pub time: i64,
}

impl Scale {
    /// All of it, in thousandths of a per cent.
    pub const WHOLE: i64 = 100_000;

    /// Returns this share of another share.
    pub fn of(self, other: Self) -> Self {
        let part = |one: i64, other: i64| {
            let exact = i128::from(one) * i128::from(other) / i128::from(Self::WHOLE);
            i64::try_from(exact).unwrap_or(i64::MAX)
        };
        Self {
            sets: part(self.sets, other.sets),
            load: part(self.load, other.load),
            distance: part(self.distance, other.distance),
            time: part(self.time, other.time),
        }
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self { sets: Self::WHOLE, load: Self::WHOLE, distance: Self::WHOLE, time: Self::WHOLE }
    }
}
