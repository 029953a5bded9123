//! What a file defines: workouts, movements and athletes. Plans have a file of their own.

use super::{FactWord, Quantity, RaiseTurn, Raised, Statement, Text, TextWord};
use crate::source::Span;

/// `workout "…" < … >`.
#[derive(Debug, Clone)]
pub struct WorkoutDefinition {
    /// Its title.
    pub title: Text,
    /// What it leaves open, in text order: `for lift, share 100%`.
    pub blanks: Box<[Blank]>,
    /// Where its body uses them, in text order.
    pub uses: Box<[BlankUse]>,
    /// Whether something of its blanks could not be read, which was reported.
    pub broken: bool,
    /// What it holds. Where a blank is used, the tree has only its place.
    pub body: Vec<Statement>,
}

impl WorkoutDefinition {
    /// Tells whether it has blanks, so that only a `do … with` makes a workout of it.
    pub fn is_template(&self) -> bool {
        !self.blanks.is_empty()
    }
}

/// What a workout leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blank {
    /// Its name, one word.
    pub name: Span,
    /// What it is where nothing is said.
    pub default: Option<Span>,
}

/// A place in a workout where a blank is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlankUse {
    /// Its name; with the braces around it in a text.
    pub span: Span,
    /// The number of the blank.
    pub blank: usize,
    /// What it takes there.
    pub takes: Takes,
}

/// What a blank takes, which follows from where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Takes {
    /// The name of a movement.
    Movement,
    /// `5`, `3x8`, `5 @ 65%, 5 @ 75%`.
    Dose,
    /// One figure with its unit: of a rest, of rounds, of a step.
    Amount,
    /// What follows `@`.
    Target,
    /// The name in `50% of back squat`.
    Reference,
    /// A text in quotes: a title, a note, a cue.
    Text,
    /// Whatever another workout's blank takes.
    Value,
    /// Anything: it is in the middle of a text.
    Inside,
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
    /// `figure stand to squat`: the words after `figure`, which are read when the figure is needed.
    Figure(Span),
}

/// `pose "…" as stand < … >`.
#[derive(Debug, Clone)]
pub struct PoseDefinition {
    /// Its name.
    pub name: Text,
    /// The name of the pose that it is like, without the quotes of a quoted one.
    pub base: Option<Span>,
    /// Its lines, which are read in `figure`.
    pub lines: Vec<Span>,
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
    /// `results "sam-results.wod"`: the file, where the line names it.
    pub results: Option<Text>,
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
    /// `2.5kg from 2 reps, 5kg from 4 reps`: how much from how many repetitions of the open set; none for a raise by turns.
    pub from: Box<[(Quantity, u32)]>,
    /// `without a miss`.
    pub if_done: Option<Span>,
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
