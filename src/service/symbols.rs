//! What a file holds, as an outline.

use super::document::Document;
use crate::catalog::unescape;
use crate::source::Span;
use crate::syntax::tree::{Block, DoneDefinition, InPlan, PlanDay, PlanPart, Statement, StatementKind, Text};

/// What a [`Symbol`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum SymbolKind {
    Workout,
    Block,
    Plan,
    Phase,
    Week,
    Day,
    Movement,
    Pose,
    Athlete,
    Team,
    Done,
}

impl SymbolKind {
    /// Returns its name in the language.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A part of a file that has a name, and those in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// What it is called: its title, or else how it begins.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub span: Span,
    /// Its name, or else how it begins.
    pub head: Span,
    /// What is in it, in text order.
    pub inside: Vec<Symbol>,
}

/// Returns the outline of a file.
pub fn symbols(document: &Document) -> Vec<Symbol> {
    Outline { document }.statements(&document.tree().statements)
}

struct Outline<'d> {
    document: &'d Document,
}

impl Outline<'_> {
    fn statements(&self, statements: &[Statement]) -> Vec<Symbol> {
        statements.iter().flat_map(|statement| self.statement(statement)).collect()
    }

    fn statement(&self, statement: &Statement) -> Vec<Symbol> {
        let span = statement.span;
        let of = |kind, text: Text, inside| vec![self.titled(kind, span, text, inside)];
        match &statement.kind {
            StatementKind::Workout(one) => of(SymbolKind::Workout, one.title, self.statements(&one.body)),
            StatementKind::Plan(one) => of(SymbolKind::Plan, one.title, self.parts(&one.parts)),
            StatementKind::MovementDefinition(one) => of(SymbolKind::Movement, one.name, Vec::new()),
            StatementKind::Pose(one) => of(SymbolKind::Pose, one.name, Vec::new()),
            StatementKind::Athlete(one) => of(SymbolKind::Athlete, one.name, Vec::new()),
            StatementKind::Team(one) => of(SymbolKind::Team, one.name, Vec::new()),
            StatementKind::Done(one) => vec![self.done(one, span)],
            StatementKind::Block(block) => vec![self.block(block, span)],
            // What is written in tables or only sometimes is a part of what it is in.
            kind => self.statements(kind.inside()),
        }
    }

    fn block(&self, block: &Block, span: Span) -> Symbol {
        let inside = self.statements(&block.body);
        match block.title {
            Some(title) => self.titled(SymbolKind::Block, span, title, inside),
            None => self.headed(SymbolKind::Block, span, block.header, inside),
        }
    }

    fn done(&self, done: &DoneDefinition, span: Span) -> Symbol {
        self.headed(SymbolKind::Done, span, done.header, Vec::new())
    }

    fn parts(&self, parts: &[InPlan<PlanPart>]) -> Vec<Symbol> {
        let part = |part: &PlanPart| match part {
            PlanPart::Week(week) => {
                let days = week.days.iter().filter_map(InPlan::part).map(|day| self.day(day)).collect();
                self.headed(SymbolKind::Week, week.span, up_to(week.span, week.header_end), days)
            }
            PlanPart::Day(day) => self.day(day),
            PlanPart::Cycle(cycle) => {
                let head = up_to(cycle.span, cycle.header_end);
                self.headed(SymbolKind::Week, cycle.span, head, self.parts(&cycle.parts))
            }
            PlanPart::Phase(phase) => {
                let head = up_to(phase.span, phase.header_end);
                self.headed(SymbolKind::Phase, phase.span, head, self.parts(&phase.parts))
            }
            PlanPart::Race(race) => self.headed(SymbolKind::Day, race.span, race.span, Vec::new()),
        };
        parts.iter().filter_map(InPlan::part).map(part).collect()
    }

    fn day(&self, day: &PlanDay) -> Symbol {
        let head = up_to(day.span, day.header_end);
        self.headed(SymbolKind::Day, day.span, head, self.statements(&day.body))
    }

    /// Returns what is called by a text.
    fn titled(&self, kind: SymbolKind, span: Span, text: Text, inside: Vec<Symbol>) -> Symbol {
        let name = unescape(self.document.said(text.inner));
        let name = if name.trim().is_empty() { kind.name().to_owned() } else { name };
        let (span, head) = (self.document.written(span), self.document.written(text.span));
        Symbol { name, kind, span, head: within(head, span), inside }
    }

    /// Returns what is called by how it begins.
    fn headed(&self, kind: SymbolKind, span: Span, head: Span, inside: Vec<Symbol>) -> Symbol {
        let said = self.document.said(head).trim().trim_end_matches('<');
        let name: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let (span, head) = (self.document.written(span), self.document.written(head));
        Symbol { name, kind, span, head: within(head, span), inside }
    }
}

/// Returns the beginning of a place.
fn up_to(span: Span, end: u32) -> Span {
    Span { start: span.start, end: end.clamp(span.start, span.end) }
}

/// Returns a place, cut to what lies in another.
fn within(inner: Span, outer: Span) -> Span {
    let start = inner.start.clamp(outer.start, outer.end);
    Span { start, end: inner.end.clamp(start, outer.end) }
}
