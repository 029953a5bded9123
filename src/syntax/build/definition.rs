//! Definitions: workouts, movements, athletes; plans have a file of their own.

use super::Builder;
use super::guess;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    AthleteDefinition, AthleteEntry, Fact, FactKind, FactWord, MovementDefinition, StatementKind, Text,
    WorkoutDefinition,
};

/// A definition and, when its `<` is missing, where its header ends.
pub(super) type Definition = (StatementKind, Option<usize>);

impl Builder<'_> {
    pub(super) fn workout(&mut self, node: Node<'_>) -> Definition {
        let list = node.children().find(|child| child.rule() == Rule::blanks);
        let blanks = list.and_then(|list| list.children().next()).map(|list| self.span(&list));
        let start = self.base + node.start();
        let (title, body, end) = self.header(node, Rule::body);
        let (blanks, uses, broken) = match blanks {
            Some(list) => self.blanks(start, list),
            None => Default::default(),
        };
        let (statements, open) = match body {
            // What is said of it would be about words that are no blanks.
            Some(body) if broken => (self.unheard(|builder| builder.body(body).0), None),
            Some(body) => (self.body(body).0, None),
            None => (Vec::new(), Some(end)),
        };
        let definition = WorkoutDefinition { title, blanks, uses, broken, body: statements };
        (StatementKind::Workout(Box::new(definition)), open)
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
                StatementKind::Athlete(Box::new(AthleteDefinition {
                    name,
                    entries: Vec::new(),
                    closed: false,
                })),
                Some(end),
            );
        };
        let closed = body.children().any(|child| child.rule() == Rule::close);
        let entries = self.closed_body(body, |builder, child| builder.athlete_entry(child));
        (StatementKind::Athlete(Box::new(AthleteDefinition { name, entries, closed })), None)
    }

    /// Takes a header apart: its title, its body, where its words end.
    pub(super) fn header<'i>(&mut self, node: Node<'i>, body_rule: Rule) -> (Text, Option<Node<'i>>, usize) {
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
                Rule::bare_title => title = self.bare_title(whole, span),
                Rule::stray => strays.push(span),
                _ => {}
            }
        }
        match body_rule {
            Rule::plan_body => self.left_over_in_plan(&strays),
            _ => self.left_over(self.span(&node), &strays),
        }
        (title, body, end)
    }

    /// Reads a title that has no quotes, or is missing.
    fn bare_title(&mut self, whole: Span, place: Span) -> Text {
        let written = self.at(place).trim();
        let end = place.end as usize;
        let title = Span::new(end - written.len(), end);
        let word = self.at(Span::new(whole.start as usize, place.start as usize)).to_lowercase();
        if written.is_empty() {
            let first = Span::new(whole.start as usize, place.start as usize);
            self.report(
                Diagnostic::new(Named::MissingStatementPart, first, format!("this `{word}` has no name"))
                    .help(format!("write it in quotes: `{word} \"…\" < … >`")),
            );
        } else {
            self.report(
                Diagnostic::new(
                    Named::KeywordForm,
                    title,
                    format!("what follows `{word}` needs quotes: `{word} \"{written}\"`"),
                )
                .fix(title, format!("\"{written}\"")),
            );
        }
        Text { span: title, inner: title }
    }

    /// Builds the children of a body whose statements are of its own kind, and reports one that is not closed.
    pub(super) fn closed_body<T>(
        &mut self,
        node: Node<'_>,
        mut read: impl FnMut(&mut Self, Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let open = Span::new(self.base + node.start(), self.base + node.start() + 1);
        let end = self.base + node.end();
        let unopened = std::mem::take(&mut self.unopened);
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
            self.note_missing_close(open, end);
        }
        self.unopened |= unopened;
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
                self.guess(guess::FACT, &self.stray(span, span));
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
                Rule::fact_word => word = FactWord::read(child.text()).unwrap_or(word),
                Rule::item => words.push(self.span(&child)),
                Rule::amount => amount = Some(self.plain_quantity(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
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
        if node.rule() == Rule::raise {
            let raise = self.raise(node);
            let (name, broken) =
                (Span::new(span.start as usize, span.start as usize + "raise".len()), raise.broken);
            let discs = Box::default();
            return Some(AthleteEntry {
                span,
                name,
                amount: None,
                discs,
                results: None,
                raise: Some(Box::new(raise)),
                broken,
            });
        }
        let mut name = None;
        let mut amount = None;
        let mut strays = Vec::new();
        let mut broken = false;
        let mut discs = Vec::new();
        let mut results = None;
        for child in node.children() {
            match child.rule() {
                Rule::entry_name => name = Some(self.span(&child)),
                Rule::discs => {
                    for part in child.children() {
                        match part.rule() {
                            Rule::disc_word => name = Some(self.span(&part)),
                            _ => discs.push(self.plain_quantity(part)),
                        }
                    }
                }
                Rule::results_file => {
                    name = Some(self.span(&child));
                    results = child.children().next().map(|path| self.string(path));
                }
                Rule::amount => amount = Some(self.plain_quantity(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                Rule::body => {
                    broken = true;
                    self.report_unknown_block(span);
                    self.body(child);
                }
                _ => {}
            }
        }
        if let Some(name) = name {
            let text = self.at(name);
            if text.ends_with(':') {
                broken = true;
                let colon = Span::new(name.end as usize - 1, name.end as usize);
                let message = format!("`{}` is written without a colon", text.trim_end_matches(':'));
                self.report(Diagnostic::new(Named::NameCharacter, colon, message).fix(colon, ""));
            }
            broken |= !strays.is_empty();
            self.left_over(self.span(&node), &strays);
        } else {
            let text = self.at(span);
            self.report(
                Diagnostic::new(
                    Named::Unreadable,
                    span,
                    format!("`{text}` is not part of an athlete's definition"),
                )
                .help("write what it is, then its figure: `bodyweight 70kg`, `max back squat 120kg`"),
            );
        }
        let discs = discs.into();
        name.map(|name| AthleteEntry { span, name, amount, discs, results, raise: None, broken })
    }
}
