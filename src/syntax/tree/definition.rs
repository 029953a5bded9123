//! What a file defines: workouts, movements, athletes and plans.

use super::{Allow, FactWord, Quantity, RaiseTurn, Raised, Statement, Text, TextWord};
use crate::source::Span;

/// `workout "…" < … >`.
#[derive(Debug, Clone)]
pub struct WorkoutDefinition {
    /// Its title.
    pub title: Text,
    /// What it holds.
    pub body: Vec<Statement>,
}

/// `movement "…" < … >`.
#[derive(Debug, Clone)]
pub struct MovementDefinition {
    /// Its name.
    pub name: Text,
    /// What it says of it.
    pub facts: Vec<Fact>,
}

/// One statement of a movement's definition.
#[derive(Debug, Clone)]
pub struct Fact {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub kind: FactKind,
}

/// The kinds of [`Fact`].
#[derive(Debug, Clone)]
pub enum FactKind {
    /// `also`, `easier`, `harder`, `why`, `cue`.
    Text(TextWord, Box<[Text]>),
    /// `muscles adductors, obliques` and all that lists words.
    Words(FactWord, Box<[Span]>),
    /// `load 0-10kg`, `pace 3s`.
    Amount(FactWord, Quantity),
}

/// `athlete "…" < … >`.
#[derive(Debug, Clone)]
pub struct AthleteDefinition {
    /// Its name.
    pub name: Text,
    /// What is listed: `bodyweight 70kg`, `pace easy 6:00/km`, `division women`.
    pub entries: Vec<AthleteEntry>,
    /// Whether its `>` is there. Without it, everything after it was read as entries.
    pub closed: bool,
}

/// One line about an athlete.
#[derive(Debug, Clone)]
pub struct AthleteEntry {
    /// All of it.
    pub span: Span,
    /// Its words.
    pub name: Span,
    /// Its figure.
    pub amount: Option<Quantity>,
    /// The discs that it lists. The unit may be written once, behind the last.
    pub discs: Box<[Quantity]>,
    /// `raise training max 2.5kg each week`: what is raised, where the line says that.
    pub raise: Option<Box<Raise>>,
    /// Whether a mistake in it was reported.
    pub broken: bool,
}

/// `raise training max of bench press, deadlift by 2.5kg each cycle`.
#[derive(Debug, Clone)]
pub struct Raise {
    /// All of it.
    pub span: Span,
    /// What is raised.
    pub what: Raised,
    /// Of which movements, with the quotes of quoted names; none for all of them.
    pub movements: Box<[Span]>,
    /// By how much.
    pub by: Option<Quantity>,
    /// The `-` before it.
    pub minus: Option<Span>,
    /// How often.
    pub each: Option<RaiseTurn>,
    /// Whether a mistake in it was reported.
    pub broken: bool,
}

/// `team "…" < … >`.
#[derive(Debug, Clone)]
pub struct TeamDefinition {
    /// What it is called.
    pub name: Text,
    /// The files of its athletes, each with all of its `use`.
    pub uses: Vec<(Text, Span)>,
}

/// `plan "…" < … >`.
#[derive(Debug, Clone)]
pub struct PlanDefinition {
    /// Its title.
    pub title: Text,
    /// `weeks 6`.
    pub weeks: Option<Quantity>,
    /// `starts 2026-01-05`.
    pub starts: Option<Span>,
    /// What its weeks hold.
    pub blocks: Vec<InPlan<PlanWeek>>,
    /// Whether a part of it could not be read, which was reported. That part may be what it seems to lack.
    pub broken: bool,
}

impl PlanDefinition {
    /// Returns all days of all weeks, in text order.
    pub fn days(&self) -> impl Iterator<Item = &PlanDay> {
        self.blocks.iter().filter_map(InPlan::part).flat_map(|week| week.days.iter().filter_map(InPlan::part))
    }
}

/// A part of a plan or of one of its weeks.
#[derive(Debug, Clone)]
pub enum InPlan<T> {
    /// A week; in a week, a day.
    Part(T),
    /// `allow RULE "why"`, and all of it.
    Allow(Box<Allow>, Span),
    /// What is said of all of a plan: `raise …`, `percent of …`.
    Said(Box<Statement>),
}

impl<T> InPlan<T> {
    /// Returns what it says of all of the plan.
    pub fn said(&self) -> Option<&Statement> {
        match self {
            InPlan::Said(statement) => Some(statement),
            InPlan::Part(_) | InPlan::Allow(..) => None,
        }
    }

    /// Returns the week or the day that it is.
    pub fn part(&self) -> Option<&T> {
        match self {
            InPlan::Part(part) => Some(part),
            InPlan::Allow(..) | InPlan::Said(_) => None,
        }
    }
}

/// `every week < … >`, `weeks 4-6 < … >`.
#[derive(Debug, Clone)]
pub struct PlanWeek {
    /// All of it.
    pub span: Span,
    /// Its first word, or both of `every week`.
    pub word: Span,
    /// Whether it is `every week`.
    pub is_every: bool,
    /// Which weeks; none for `every week`.
    pub weeks: Vec<Quantity>,
    /// Whether it replaces what came before.
    pub instead: bool,
    /// What its days hold.
    pub days: Vec<InPlan<PlanDay>>,
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
    /// Whether it replaces what came before.
    pub instead: bool,
    /// What is done.
    pub body: Vec<Statement>,
    /// Whether a part of it could not be read, which was reported.
    pub broken: bool,
}
