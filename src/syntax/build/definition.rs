//! Definitions: workouts, movements, poses, athletes; plans have a file of their own.

use super::Builder;
use super::guess;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    AthleteDefinition, AthleteEntry, Fact, FactKind, FactWord, MovementDefinition, PoseDefinition,
    StatementKind, Text, WorkoutDefinition,
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

    pub(super) fn pose(&mut self, node: Node<'_>) -> Definition {
        let base = node.children().find(|child| child.rule() == Rule::pose_base);
        let (name, body, end) = self.header(node, Rule::pose_body);
        let base = base.and_then(|base| self.pose_base(base));
        let (lines, open) = match body {
            Some(body) => (self.closed_body(body, Self::pose_line), None),
            None => (Vec::new(), Some(end)),
        };
        (StatementKind::Pose(Box::new(PoseDefinition { name, base, lines })), open)
    }

    /// Reads `as stand` in the header of a pose. Returns the name without its quotes.
    fn pose_base(&mut self, node: Node<'_>) -> Option<Span> {
        let whole = self.span(&node);
        match node.children().next() {
            Some(name) if name.rule() == Rule::string => Some(self.string(name).inner),
            Some(name) => Some(self.span(&name)),
            None => {
                self.report(
                    Diagnostic::new(Named::MissingStatementPart, whole, "this `as` names no pose")
                        .help("write the pose that it is like: `pose \"…\" as stand < … >`"),
                );
                None
            }
        }
    }

    /// Reads a line of a pose as the place of its words.
    fn pose_line(&mut self, node: Node<'_>) -> Option<Span> {
        let whole = self.span(&node);
        let mut line = None;
        for child in node.children() {
            if child.rule() == Rule::raw {
                line = Some(self.trimmed(self.span(&child)));
            } else {
                self.report_body_after_line(whole, "a line of a pose", child);
                return None;
            }
        }
        line
    }

    /// Reports a `<` behind a line that is complete without it: the `>` of the definition before it is missing, perhaps.
    fn report_body_after_line(&mut self, line: Span, what: &str, body: Node<'_>) {
        let line = self.trimmed(Span::new(line.start as usize, self.span(&body).start as usize));
        let message = format!("this is read as {what}, so `<` can't follow it");
        self.report(
            Diagnostic::new(Named::UnknownBlock, line, message)
                .help("delete the `<`, or close the definition before this line with `>`"),
        );
        self.unheard(|builder| builder.body(body));
    }

    /// Returns a place without the blanks at its end.
    fn trimmed(&self, place: Span) -> Span {
        Span::new(place.start as usize, place.start as usize + self.at(place).trim_end().len())
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
                Rule::bare_title | Rule::bare_pose => title = self.bare_title(whole, span),
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
        let mut figure = None;
        for child in node.children() {
            match child.rule() {
                Rule::body if word == FactWord::Figure => {
                    self.report_body_after_line(span, "a figure", child);
                    return None;
                }
                Rule::raw => figure = Some(self.trimmed(self.span(&child))),
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
            kind: match (figure, amount) {
                (Some(figure), _) => FactKind::Figure(figure),
                (None, Some(amount)) => FactKind::Amount(word, amount),
                (None, None) => FactKind::Words(word, words.into()),
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
