//! Plans: their weeks and days, as they are written.

use super::{Allow, DayPart, Quantity, ScaleSyntax, Statement, Text};
use crate::source::Span;

/// `plan "…" < … >`.
#[derive(Debug, Clone)]
pub struct PlanDefinition {
    /// Its title.
    pub title: Text,
    /// `weeks 6`; in `cycles 3 of 4 weeks`, the weeks of each cycle.
    pub weeks: Option<Quantity>,
    /// How many cycles there are, and all that is said of them.
    pub cycles: Option<(Quantity, Span)>,
    /// `sunday to saturday`: the first and the last day of a week.
    pub turned: Option<[Span; 2]>,
    /// `starts 2026-01-05`.
    pub starts: Option<Span>,
    /// `ends 2026-10-11`.
    pub ends: Option<Span>,
    /// What its weeks hold.
    pub parts: Vec<InPlan<PlanPart>>,
    /// Whether a part of it could not be read, which was reported. That part may be what it seems to lack.
    pub broken: bool,
    /// Whether such a part may say how many weeks it has.
    pub may_say_weeks: bool,
}

impl PlanDefinition {
    /// Returns all days of all weeks, in text order.
    pub fn days(&self) -> impl Iterator<Item = &PlanDay> {
        let mut days = Vec::new();
        gather_days(&self.parts, &mut days);
        days.into_iter()
    }
}

fn gather_days<'t>(parts: &'t [InPlan<PlanPart>], days: &mut Vec<&'t PlanDay>) {
    for part in parts.iter().filter_map(InPlan::part) {
        match part {
            PlanPart::Week(week) => days.extend(week.days.iter().filter_map(InPlan::part)),
            PlanPart::Day(day) => days.push(day),
            PlanPart::Cycle(cycle) => gather_days(&cycle.parts, days),
            PlanPart::Phase(phase) => gather_days(&phase.parts, days),
            PlanPart::Race(_) => {}
        }
    }
}

/// A part of a plan, or of something in it.
#[derive(Debug, Clone)]
pub enum InPlan<T> {
    /// A part of its own kind.
    Part(T),
    /// `allow RULE "why"`, and all of it.
    Allow(Box<Allow>, Span),
}

impl<T> InPlan<T> {
    /// Returns the part that it is.
    pub fn part(&self) -> Option<&T> {
        match self {
            InPlan::Part(part) => Some(part),
            InPlan::Allow(..) => None,
        }
    }
}

/// What a plan holds, or one of its cycles or phases.
#[derive(Debug, Clone)]
pub enum PlanPart {
    /// Some of its weeks.
    Week(PlanWeek),
    /// Days of each of its weeks.
    Day(PlanDay),
    /// One of its cycles, or several.
    Cycle(PlanCycle),
    /// A part of it with a name.
    Phase(PlanPhase),
    /// A race on a date.
    Race(PlanRace),
}

impl PlanPart {
    /// Returns where it is.
    pub fn span(&self) -> Span {
        match self {
            PlanPart::Week(week) => week.span,
            PlanPart::Day(day) => day.span,
            PlanPart::Cycle(cycle) => cycle.span,
            PlanPart::Phase(phase) => phase.span,
            PlanPart::Race(race) => race.span,
        }
    }
}

/// `every week < … >`, `weeks 4-6 < … >`.
#[derive(Debug, Clone)]
pub struct PlanWeek {
    /// All of it.
    pub span: Span,
    /// The words that say which: all of `every week`, the first of `weeks 4-6`.
    pub word: Span,
    /// Which weeks.
    pub which: WhichWeeks,
    /// Whether it replaces what came before.
    pub instead: bool,
    /// `at 50% of sets`: how much is done of what came before.
    pub scales: Box<[ScaleSyntax]>,
    /// What its days hold.
    pub days: Vec<InPlan<PlanDay>>,
    /// Where its header ends.
    pub header_end: u32,
    /// Whether it has a `<`. Weeks that only scale need none.
    pub has_body: bool,
    /// Whether a part of it could not be read, which was reported.
    pub broken: bool,
}

/// Which weeks are meant.
#[derive(Debug, Clone)]
pub enum WhichWeeks {
    /// `every week`. Numbers after it are a mistake.
    Every(Vec<WeekNumber>),
    /// `odd weeks`, `every other week`.
    Odd,
    /// `even weeks`.
    Even,
    /// `every 4 weeks from 4`.
    EveryNth {
        /// After how many weeks it comes again.
        each: Quantity,
        /// The first.
        from: Option<Quantity>,
    },
    /// `weeks 4, 8`, `week 3`, `last week`, `weeks 6 to last`.
    Listed(Vec<WeekNumber>),
}

/// An item of a list of weeks.
#[derive(Debug, Clone)]
pub enum WeekNumber {
    /// `4`, `4-6`.
    Is(Quantity),
    /// `last`.
    Last(Span),
    /// `6 to last`, and all of it.
    ToLast(Quantity, Span),
}

impl WeekNumber {
    /// Returns where it is.
    pub fn span(&self) -> Span {
        match self {
            WeekNumber::Is(number) => number.span,
            WeekNumber::Last(span) | WeekNumber::ToLast(_, span) => *span,
        }
    }

    /// Tells whether it is one week.
    pub fn is_one(&self) -> bool {
        match self {
            WeekNumber::Is(number) => !number.is_range(),
            WeekNumber::Last(_) => true,
            WeekNumber::ToLast(..) => false,
        }
    }
}

/// `cycle 2 < … >`, `cycles 1, 3 < … >`.
#[derive(Debug, Clone)]
pub struct PlanCycle {
    /// All of it.
    pub span: Span,
    /// Its first word, or both of `last cycle` and `every cycle`.
    pub word: Span,
    /// Which; none for `every cycle`.
    pub numbers: Vec<WeekNumber>,
    /// Whether it is `every cycle`.
    pub is_every: bool,
    /// Whether it replaces what came before.
    pub instead: bool,
    /// What it holds.
    pub parts: Vec<InPlan<PlanPart>>,
    /// Where its header ends.
    pub header_end: u32,
    /// Whether a part of it could not be read, which was reported.
    pub broken: bool,
}

/// `phase "Base" 4 weeks < … >`.
#[derive(Debug, Clone)]
pub struct PlanPhase {
    /// All of it.
    pub span: Span,
    /// `phase`.
    pub word: Span,
    /// Its name.
    pub title: Option<Text>,
    /// How many weeks it has, or which.
    pub weeks: Option<PhaseWeeks>,
    /// What it holds.
    pub parts: Vec<InPlan<PlanPart>>,
    /// Where its header ends.
    pub header_end: u32,
    /// Whether a part of it could not be read, which was reported.
    pub broken: bool,
}

/// The weeks of a phase.
#[derive(Debug, Clone)]
pub enum PhaseWeeks {
    /// `4 weeks`: so many, after the phase before.
    Long(Quantity),
    /// `weeks 1-4`: these of the plan. `is_plural` tells `weeks 4` from `week 4`.
    Are {
        /// Which.
        weeks: Quantity,
        /// Whether the word is `weeks`.
        is_plural: bool,
    },
}

impl PhaseWeeks {
    /// Returns the figure.
    pub fn quantity(&self) -> &Quantity {
        match self {
            PhaseWeeks::Long(weeks) | PhaseWeeks::Are { weeks, .. } => weeks,
        }
    }
}

/// `race day "City Half" 2026-10-11`.
#[derive(Debug, Clone)]
pub struct PlanRace {
    /// All of it.
    pub span: Span,
    /// Which race.
    pub name: Text,
    /// Its date.
    pub date: Option<Span>,
    /// Whether a part of it could not be read, which was reported.
    pub broken: bool,
}

/// `tuesday, thursday < … >`.
#[derive(Debug, Clone)]
pub struct PlanDay {
    /// All of it.
    pub span: Span,
    /// Which days, as written.
    pub names: Vec<Span>,
    /// When on these days.
    pub time: Option<DayTime>,
    /// Whether it replaces what came before.
    pub instead: bool,
    /// `at 50% of sets`: how much is done of what came before.
    pub scales: Box<[ScaleSyntax]>,
    /// What is done.
    pub body: Vec<Statement>,
    /// Where its header ends.
    pub header_end: u32,
    /// Whether it has a `<`. Days that only scale need none.
    pub has_body: bool,
    /// Whether a part of it could not be read, which was reported.
    pub broken: bool,
}

/// When on a day a session is done.
#[derive(Debug, Clone, Copy)]
pub enum DayTime {
    /// `06:30`.
    Clock(Span),
    /// `morning`, `evening`.
    Part(DayPart),
}
