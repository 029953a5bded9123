//! What a file defines: workouts, movements and athletes. Plans have a file of their own.

use super::{FactWord, Quantity, Statement, Text, TextWord};
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
    /// Whether a mistake in it was reported.
    pub broken: bool,
}
