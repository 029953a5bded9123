//! What differs from turn to turn: tables over weeks, sessions, rounds and cycles, and steps that are done only some of
//! the times.

use super::{ListItem, Quantity, RestAmount, Statement, Step, Target, TargetSyntax, Turn};
use crate::source::Span;
use crate::syntax::word::{PlanWord, TimesWord, Word};

/// `by week 70% then 75%`: an item for each turn.
#[derive(Debug, Clone)]
pub struct Table {
    /// All of it.
    pub span: Span,
    /// What is counted. Never [`Turn::Set`].
    pub by: Turn,
    /// Its items, all of the same kind. Never empty.
    pub items: Vec<TableItem>,
}

/// One item of a [`Table`], by what it stands for.
#[derive(Debug, Clone)]
pub enum TableItem {
    /// A dose, or sets that differ, each with its targets.
    Sets(Box<[ListItem]>),
    /// What follows an `@`.
    Targets(Box<[Target]>),
    /// How long a rest is.
    Rest(RestAmount),
    /// Any other amount.
    Amount(Quantity),
}

impl Table {
    /// Returns the item of a turn, from 0, with the step that stands behind the last item if it holds for all.
    pub fn item(&self, turn: usize) -> Option<TableItem> {
        let mut item = self.items.get(turn % self.items.len().max(1))?.clone();
        if let Some(step) = self.shared_step()
            && let Some(amount) = amount_of(&mut item)
            && amount.step().is_none()
        {
            amount.rare.get_or_insert_default().step = Some(step);
        }
        Some(item)
    }

    /// Returns the step behind the last item, if no other item has one.
    fn shared_step(&self) -> Option<Step> {
        let (last, others) = self.items.split_last()?;
        let step = |item: &TableItem| amount_of(&mut item.clone()).and_then(|amount| amount.step().cloned());
        if others.iter().any(|item| step(item).is_some()) { None } else { step(last) }
    }
}

/// Returns the amount of an item that a step can be added to: that of its last target, or else of its dose.
fn amount_of(item: &mut TableItem) -> Option<&mut Quantity> {
    match item {
        TableItem::Amount(amount) | TableItem::Rest(RestAmount::For(amount)) => Some(amount),
        TableItem::Rest(_) => None,
        TableItem::Targets(targets) => amount_of_target(targets),
        TableItem::Sets(sets) => match &mut **sets {
            [ListItem { item, targets, .. }] => {
                if targets.is_empty() {
                    item.bout.amount_mut()
                } else {
                    amount_of_target(targets)
                }
            }
            _ => None,
        },
    }
}

fn amount_of_target(targets: &mut [Target]) -> Option<&mut Quantity> {
    match &mut targets.last_mut()?.kind {
        TargetSyntax::Amount { amount, .. } | TargetSyntax::Measured { amount, .. } => Some(amount),
        TargetSyntax::Minus(_)
        | TargetSyntax::RepMax(_)
        | TargetSyntax::Bodyweight(_)
        | TargetSyntax::Named { .. } => None,
    }
}

/// A statement with tables of one turn.
#[derive(Debug, Clone)]
pub struct Turns {
    /// What its tables count. Never [`Turn::Set`].
    pub by: Turn,
    /// The tables, and how many items each has.
    pub tables: Box<[(Span, usize)]>,
    /// The statement as it was written.
    pub written: Statement,
    /// The statement of each turn, with the items of that turn in place of the tables. After the last it begins again.
    pub items: Vec<Statement>,
}

/// `week 1 < … >`, `in turn < … >`: steps that are done only some of the times.
#[derive(Debug, Clone)]
pub struct Sometimes {
    /// Its first words.
    pub word: Span,
    /// From its first word up to its `<`.
    pub header: Span,
    /// Whether its word is in the plural: `weeks 2-4`.
    pub is_plural: bool,
    /// When they are done.
    pub when: When,
    /// What it holds.
    pub body: Vec<Statement>,
    /// Whether a mistake in its header was reported.
    pub broken: bool,
}

impl Sometimes {
    /// Returns the word it begins with.
    pub fn word(&self) -> Word {
        match (&self.when, self.is_plural) {
            (When::InTurn, _) => TimesWord::InTurn.into(),
            (When::Only(Turn::Session, _), false) => TimesWord::Session.into(),
            (When::Only(Turn::Session, _), true) => TimesWord::Sessions.into(),
            (When::Only(Turn::Cycle, _), false) => TimesWord::Cycle.into(),
            (When::Only(Turn::Cycle, _), true) => TimesWord::Cycles.into(),
            (When::Only(Turn::Week | Turn::Set | Turn::Round, _), false) => PlanWord::Week.into(),
            (When::Only(Turn::Week | Turn::Set | Turn::Round, _), true) => PlanWord::Weeks.into(),
        }
    }
}

/// When the steps of a [`Sometimes`] are done.
#[derive(Debug, Clone)]
pub enum When {
    /// `in turn`: one of them each time.
    InTurn,
    /// `weeks 2-4`, `session 1`: in these alone, counted from 1. Never [`Turn::Set`] and never [`Turn::Round`].
    Only(Turn, Vec<Quantity>),
}
