//! Definitions: workouts, movements, athletes, plans.

use super::Builder;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    AthleteDefinition, AthleteEntry, Fact, FactKind, FactWord, MovementDefinition, PlanDay, PlanDefinition,
    PlanWeek, StatementKind, Text, WorkoutDefinition,
};

/// A definition and, when its `<` is missing, where its header ends.
type Definition = (StatementKind, Option<usize>);

impl Builder<'_> {
    pub(super) fn workout(&mut self, node: Node<'_>) -> Definition {
        let (title, body, end) = self.header(node, Rule::body);
        let (statements, open) = match body {
            Some(body) => (self.body(body).0, None),
            None => (Vec::new(), Some(end)),
        };
        (StatementKind::Workout(Box::new(WorkoutDefinition { title, body: statements })), open)
    }

    pub(super) fn movement_definition(&mut self, node: Node<'_>) -> Definition {
        let (name, body, end) = self.header(node, Rule::definition_body);
        let Some(body) = body else {
            return (
                StatementKind::MovementDefinition(Box::new(MovementDefinition { name, facts: Vec::new() })),
                Some(end),
            );
        };
        let facts = self.closed_body(body, |builder, child| builder.fact(child));
        (StatementKind::MovementDefinition(Box::new(MovementDefinition { name, facts })), None)
    }

    pub(super) fn athlete(&mut self, node: Node<'_>) -> Definition {
        let (name, body, end) = self.header(node, Rule::athlete_body);
        let Some(body) = body else {
            return (
                StatementKind::Athlete(Box::new(AthleteDefinition { name, entries: Vec::new() })),
                Some(end),
            );
        };
        let entries = self.closed_body(body, |builder, child| builder.athlete_entry(child));
        (StatementKind::Athlete(Box::new(AthleteDefinition { name, entries })), None)
    }

    pub(super) fn plan(&mut self, node: Node<'_>) -> Definition {
        let (mut weeks, mut starts) = (None, None);
        for child in node.clone().children() {
            let rule = child.rule();
            let Some(inner) = child.children().next() else { continue };
            match rule {
                Rule::plan_weeks => weeks = Some(self.plain_quantity(inner)),
                Rule::plan_starts => starts = Some(self.span(&inner)),
                _ => {}
            }
        }
        let (title, body, end) = self.header(node, Rule::plan_body);
        let mut plan = PlanDefinition { title, weeks, starts, blocks: Vec::new() };
        let open = match body {
            Some(body) => {
                plan.blocks = self.closed_body(body, |builder, child| builder.week(child));
                None
            }
            None => Some(end),
        };
        (StatementKind::Plan(Box::new(plan)), open)
    }

    /// Takes a header apart: its title, its body, where its words end.
    fn header<'i>(&mut self, node: Node<'i>, body_rule: Rule) -> (Text, Option<Node<'i>>, usize) {
        let whole = self.span(&node);
        let mut title = Text { span: whole, inner: Span::at(whole.start as usize) };
        let mut strays = Vec::new();
        let mut end = whole.start as usize;
        let mut body = None;
        for child in node.children() {
            let span = self.span(&child);
            let rule = child.rule();
            if rule == body_rule {
                body = Some(child);
                break;
            }
            end = span.end as usize;
            match rule {
                Rule::string => title = self.string(child),
                Rule::stray => strays.push(span),
                _ => {}
            }
        }
        self.left_over(&strays);
        (title, body, end)
    }

    /// Builds the children of a body whose statements are of its own kind, and reports one that is not closed.
    fn closed_body<T>(
        &mut self,
        node: Node<'_>,
        mut read: impl FnMut(&mut Self, Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let open = Span::new(self.base + node.start(), self.base + node.start() + 1);
        let end = self.base + node.end();
        let mut closed = false;
        let mut read_ones = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::comment => {}
                Rule::close => closed = true,
                _ => read_ones.extend(read(self, child)),
            }
        }
        if !closed {
            self.report_missing_close(open, end);
        }
        read_ones
    }

    fn fact(&mut self, node: Node<'_>) -> Option<Fact> {
        let span = self.span(&node);
        match node.rule() {
            Rule::text_statement => match self.text_statement(node) {
                StatementKind::Text(word, texts) => Some(Fact { span, kind: FactKind::Text(word, texts) }),
                _ => None,
            },
            Rule::facts => self.plain_fact(node, span),
            _ => {
                let text = self.at(span);
                self.report(
                    Diagnostic::new(Named::MovementStatement, span, format!("`{text}` says nothing about a movement"))
                        .help(
                            "in a movement's definition stand `also`, `pattern`, `muscles`, `secondary`, `equipment`, `sides`, `easier`, `harder`, `load`, `max`, `pace`, `why` and `cue`",
                        ),
                );
                None
            }
        }
    }

    fn plain_fact(&mut self, node: Node<'_>, span: Span) -> Option<Fact> {
        let mut word = FactWord::Max;
        let mut words = Vec::new();
        let mut amount = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::fact_word => word = fact_word(child.text()),
                Rule::item => words.push(self.span(&child)),
                Rule::amount => amount = Some(self.plain_quantity(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(&strays);
        Some(Fact {
            span,
            kind: match amount {
                Some(amount) => FactKind::Amount(word, amount),
                None => FactKind::Words(word, words.into()),
            },
        })
    }

    fn athlete_entry(&mut self, node: Node<'_>) -> Option<AthleteEntry> {
        let span = self.span(&node);
        let mut name = None;
        let mut amount = None;
        for child in node.children() {
            match child.rule() {
                Rule::name => name = Some(self.name(child).0),
                Rule::amount => amount = Some(self.plain_quantity(child)),
                _ => {}
            }
        }
        if name.is_none() {
            let text = self.at(span);
            self.report(
                Diagnostic::new(Named::Unreadable, span, format!("`{text}` says nothing about an athlete"))
                    .help("write what it is, then its figure: `bodyweight 70kg`, `max back squat 120kg`"),
            );
        }
        name.map(|name| AthleteEntry { span, name, amount })
    }

    fn week(&mut self, node: Node<'_>) -> Option<PlanWeek> {
        let span = self.span(&node);
        if node.rule() != Rule::week {
            self.report_not_in_plan(
                span,
                "a plan holds weeks: `every week < … >`, `week 3 < … >`, `weeks 4-6 < … >`",
            );
            return None;
        }
        let mut week = PlanWeek { span, weeks: Vec::new(), instead: false, days: Vec::new() };
        let mut strays = Vec::new();
        let mut has_body = false;
        for child in node.children() {
            match child.rule() {
                Rule::amount => week.weeks.push(self.plain_quantity(child)),
                Rule::instead => week.instead = true,
                Rule::stray => strays.push(self.span(&child)),
                Rule::week_body => {
                    has_body = true;
                    week.days = self.closed_body(child, |builder, child| builder.day(child));
                }
                _ => {}
            }
        }
        self.left_over(&strays);
        if !has_body {
            self.report_missing_open(span.end as usize);
        }
        Some(week)
    }

    fn day(&mut self, node: Node<'_>) -> Option<PlanDay> {
        let span = self.span(&node);
        if node.rule() != Rule::day {
            self.report_not_in_plan(span, "a week holds days: `tuesday < … >`, `monday, friday < … >`");
            return None;
        }
        let mut day = PlanDay { span, names: Vec::new(), instead: false, body: Vec::new() };
        let mut strays = Vec::new();
        let mut has_body = false;
        for child in node.children() {
            match child.rule() {
                Rule::day_name => day.names.push(self.span(&child)),
                Rule::instead => day.instead = true,
                Rule::stray => strays.push(self.span(&child)),
                Rule::body => {
                    has_body = true;
                    day.body = self.body(child).0;
                }
                _ => {}
            }
        }
        self.left_over(&strays);
        if !has_body {
            self.report_missing_open(span.end as usize);
        }
        Some(day)
    }

    fn report_not_in_plan(&mut self, span: Span, help: &str) {
        let text = self.at(span).split(['\n', '\r']).next().unwrap_or_default().trim_end();
        let message = format!("`{text}` cannot stand here in a plan");
        self.report(Diagnostic::new(Named::OutOfPlace, span, message).help(help));
    }
}

/// Reads the first word of a fact; the grammar lets no other word through.
fn fact_word(word: &str) -> FactWord {
    const WORDS: [(&str, FactWord); 8] = [
        ("pattern", FactWord::Pattern),
        ("muscles", FactWord::Muscles),
        ("secondary", FactWord::Secondary),
        ("equipment", FactWord::Equipment),
        ("sides", FactWord::Sides),
        ("load", FactWord::Load),
        ("max", FactWord::Max),
        ("pace", FactWord::Pace),
    ];
    let found = WORDS.iter().find(|(spelling, _)| spelling.eq_ignore_ascii_case(word));
    found.map_or(FactWord::Max, |&(_, word)| word)
}
