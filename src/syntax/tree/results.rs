//! What was done, as it is written down, and what moves by it.

use super::{DoseItem, Half, Quantity, Step, Target, Text};
use crate::quantity::Unit;
use crate::source::Span;

/// `done 2026-01-09 18:40 "Back squat, wave" of "5/3/1" < … >`.
#[derive(Debug, Clone, Default)]
pub struct DoneDefinition {
    /// From its first word up to its `<`.
    pub header: Span,
    /// The day.
    pub date: Option<Span>,
    /// When on that day.
    pub clock: Option<Span>,
    /// The title of the session.
    pub title: Option<Text>,
    /// The title of its plan.
    pub plan: Option<Text>,
    /// What it holds, in text order.
    pub lines: Vec<DoneLine>,
    /// Whether it has a body.
    pub has_body: bool,
}

impl DoneDefinition {
    /// Returns all that was lifted or run, warm-ups and new beginnings among it, in text order.
    pub fn lifts(&self) -> impl Iterator<Item = &LiftSyntax> {
        let mut lifts = Vec::new();
        collect_lifts(&self.lines, &mut lifts);
        lifts.into_iter()
    }
}

fn collect_lifts<'l>(lines: &'l [DoneLine], lifts: &mut Vec<&'l LiftSyntax>) {
    for line in lines {
        match &line.kind {
            DoneKind::Lift(lift) | DoneKind::Now(lift) => lifts.push(lift),
            DoneKind::Warmup(lines) => collect_lifts(lines, lifts),
            DoneKind::Note(_) | DoneKind::Score { .. } | DoneKind::Felt { .. } | DoneKind::Skipped(_) => {}
        }
    }
}

/// A line of what was done.
#[derive(Debug, Clone)]
pub struct DoneLine {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub kind: DoneKind,
}

/// The kinds of [`DoneLine`].
#[derive(Debug, Clone)]
pub enum DoneKind {
    /// `back squat 5 @ 82.5kg, 8 @ 107.5kg`.
    Lift(Box<LiftSyntax>),
    /// `warmup < … >`.
    Warmup(Vec<DoneLine>),
    /// `note "…"`.
    Note(Text),
    /// `rounds 7 + 12`.
    Score {
        /// Whole rounds.
        rounds: u32,
        /// Repetitions of the round after them.
        reps: Option<u32>,
    },
    /// `felt 7`, `pain 2`.
    Felt {
        /// The word.
        word: Span,
        /// The figure, in thousandths.
        figure: i64,
        /// Where it is.
        place: Span,
    },
    /// `now back squat 80kg`: from here on with this load.
    Now(Box<LiftSyntax>),
    /// `skipped "ill"`: nothing was done.
    Skipped(Option<Text>),
}

/// What was lifted or run.
#[derive(Debug, Clone)]
pub struct LiftSyntax {
    /// The name, without the quotes of a quoted one.
    pub name: Span,
    /// Whether the name is in quotes.
    pub quoted: bool,
    /// Each set, in text order; `3x5` is one item.
    pub sets: Vec<SetSyntax>,
    /// What was to be done.
    pub asked: Vec<SetSyntax>,
    /// `in 42:10`.
    pub taken: Option<Quantity>,
    /// `skipped "ill"`: its place, and why.
    pub skipped: Option<(Span, Option<Text>)>,
    /// `per leg`: on each side.
    pub per: Option<Half>,
    /// The same behind what was to be done.
    pub asked_per: Option<Half>,
}

/// A set, or several alike.
#[derive(Debug, Clone)]
pub struct SetSyntax {
    /// Its dose, or `missed`.
    pub span: Span,
    /// How much; none for a set that was missed.
    pub dose: Option<DoseItem>,
    /// With what load, and how hard it was.
    pub targets: Vec<Target>,
    /// On which side: `right` or `left`.
    pub side: Option<SideWord>,
    /// What was remarked.
    pub remark: Option<Text>,
}

/// `right` or `left`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideWord {
    Right,
    Left,
}

impl SideWord {
    /// Returns how it is spelt.
    pub const fn name(self) -> &'static str {
        match self {
            SideWord::Right => "right",
            SideWord::Left => "left",
        }
    }
}

/// `+2.5kg each success`: what is added when the results say so.
#[derive(Debug, Clone)]
pub struct Move {
    /// All of it.
    pub span: Span,
    /// Its figure and unit.
    pub figure: Span,
    /// Signed, in thousandths of its unit.
    pub by: i64,
    /// None for a number alone.
    pub unit: Option<Unit>,
    /// When it is added.
    pub on: MoveOn,
    /// Whether a mistake in it was reported.
    pub broken: bool,
}

/// When something moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoveOn {
    /// `each success`, `each 2 successes`.
    Successes(u32),
    /// `after 3 misses`.
    Misses(u32),
    /// `from 12 reps`, `from 25 reps in all`.
    Reps {
        /// So many or more.
        from: u32,
        /// Of all sets together, rather than of the last.
        in_all: bool,
    },
}

impl MoveOn {
    /// Returns how often it must happen.
    pub const fn count(self) -> u32 {
        match self {
            MoveOn::Successes(count) | MoveOn::Misses(count) | MoveOn::Reps { from: count, .. } => count,
        }
    }

    /// Returns how it is written.
    pub fn written(self) -> String {
        match self {
            MoveOn::Successes(1) => "each success".to_owned(),
            MoveOn::Successes(count) => format!("each {count} successes"),
            MoveOn::Misses(1) => "after a miss".to_owned(),
            MoveOn::Misses(count) => format!("after {count} misses"),
            MoveOn::Reps { from, in_all } => {
                let reps = if from == 1 { "rep" } else { "reps" };
                format!("from {from} {reps}{}", if in_all { " in all" } else { "" })
            }
        }
    }
}

/// `after a miss 6x2+ then 10x1+ then again -10%`: the sets that come instead when the last were missed.
#[derive(Debug, Clone)]
pub struct AfterMiss {
    /// The other sets, one after the other.
    pub schemes: Vec<DoseItem>,
    /// `then again -10%`: what the load moves by when it begins anew, and its place.
    pub again: Option<(Span, Option<Step>)>,
}
