//! What is said of an athlete's figures: what percentages are of, what is raised from turn to turn, who is in a team.

use super::Builder;
use super::definition::Definition;
use super::guess;
use crate::diagnostic::{Choice, Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{MoveOn, Raise, RaiseTurn, Raised, StatementKind, TeamDefinition};

impl Builder<'_> {
    pub(super) fn percent_of(&mut self, node: Node<'_>) -> StatementKind {
        let span = self.span(&node);
        let mut name = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::reference_name => name = Some(self.span(&child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        let Some(name) = name else {
            let message = format!("`{}` does not say of what", self.at(span).trim_end());
            self.report(
                Diagnostic::new(Named::MissingStatementPart, span, message)
                    .help("write `percent of training max`, `percent of ftp` or `percent of back squat`"),
            );
            return StatementKind::Unreadable(Box::default());
        };
        self.left_over(span, &strays);
        StatementKind::PercentOf(name)
    }

    pub(super) fn raise(&mut self, node: Node<'_>) -> Raise {
        let span = self.span(&node);
        let reported = self.reported();
        let mut raise = Raise {
            span,
            what: Raised::Max,
            movements: Box::default(),
            by: None,
            minus: None,
            from: Box::default(),
            if_done: None,
            each: None,
            broken: false,
        };
        let (mut movements, mut strays) = (Vec::new(), Vec::new());
        for child in node.children() {
            let place = self.span(&child);
            match child.rule() {
                Rule::raised => raise.what = Raised::read(child.text()),
                Rule::raise_of if movements.is_empty() => {
                    let names = child.children().filter(|name| name.rule() == Rule::raise_name);
                    movements.extend(names.map(|name| self.span(&name)));
                }
                Rule::raise_by if raise.by.is_none() => {
                    self.raised_by(child, &mut raise);
                }
                Rule::raise_if if raise.if_done.is_none() => raise.if_done = Some(place),
                Rule::raise_each if raise.each.is_none() => raise.each = self.raise_turn(child, place),
                Rule::body => {
                    self.report_unknown_block(span);
                    self.body(child);
                }
                Rule::raise_of
                | Rule::raise_by
                | Rule::raise_each
                | Rule::raise_if
                | Rule::stray
                | Rule::string => strays.push(place),
                _ => {}
            }
        }
        raise.movements = movements.into();
        self.left_over(span, &strays);
        if self.reported() == reported {
            self.report_missing_of_raise(&raise);
        }
        raise.broken = self.reported() > reported;
        raise
    }

    /// Reads `by 2.5kg`, and `by 2.5kg from 2 reps, 5kg from 4 reps`.
    fn raised_by(&mut self, node: Node<'_>, raise: &mut Raise) {
        let mut from = Vec::new();
        let mut amounts = Vec::new();
        for part in node.children() {
            match part.rule() {
                Rule::sign if !part.text().starts_with('+') => raise.minus = Some(self.span(&part)),
                Rule::disc => amounts.push(self.plain_quantity(part)),
                Rule::on_reps => {
                    let reps = self.move_on(part).map_or(1, MoveOn::count);
                    from.extend(amounts.last().cloned().map(|amount| (amount, reps)));
                }
                _ => {}
            }
        }
        raise.by = amounts.into_iter().next();
        raise.from = from.into();
    }

    /// Reads `each week`.
    fn raise_turn(&mut self, node: Node<'_>, place: Span) -> Option<RaiseTurn> {
        let word = node.children().find(|child| child.rule() == Rule::raise_turn)?;
        let turn = word.text().parse().ok();
        if turn.is_none() {
            let text = self.at(place);
            let message =
                format!("a max is raised each cycle, week or session, and `{text}` is none of these");
            let diagnostic = Diagnostic::new(Named::NothingToCount, place, message);
            let meant = match word.text().to_ascii_lowercase().as_str() {
                "workout" | "workouts" | "training" | "time" | "day" => Some("each session"),
                "block" | "phase" | "mesocycle" | "wave" | "cycles" | "month" => Some("each cycle"),
                _ => None,
            };
            self.report(match meant {
                Some(meant) => diagnostic.meant(&[meant], |meant| Choice::write(place, meant)),
                None => diagnostic.one_of(
                    ["each cycle", "each week", "each session"].map(|each| Choice::write(place, each)),
                ),
            });
        }
        turn
    }

    /// Reports what a `raise` lacks.
    fn report_missing_of_raise(&mut self, raise: &Raise) {
        let text = self.at(raise.span).trim_end();
        let what = raise.what.name();
        let said = match (&raise.by, raise.each) {
            (Some(_), None) if !raise.from.is_empty() => return,
            (Some(_), Some(_)) if raise.from.is_empty() => return,
            (Some(_), Some(_)) => Diagnostic::new(
                Named::ConflictingModifiers,
                raise.span,
                format!("`{text}` goes by the repetitions and by the turns at once"),
            )
            .help(format!("write `raise {what} by 2.5kg from 2 reps`, or `raise {what} by 2.5kg each week`")),
            (Some(_), None) => Diagnostic::new(
                Named::MissingStatementPart,
                raise.span,
                format!("`{text}` does not say how often"),
            )
            .help(format!("write `{text} each cycle`, `each week` or `each session`"))
            .choices(["week", "session"].map(|turn| {
                let place = Span::new(raise.span.range().start, raise.span.range().start + text.len());
                Choice::write(place, format!("{text} each {turn}"))
            })),
            (None, _) => Diagnostic::new(
                Named::MissingStatementPart,
                raise.span,
                format!("`{text}` does not say by how much"),
            )
            .help(format!("write `raise {what} by 2.5kg each week`, with the load that is added")),
        };
        self.report(said);
    }

    pub(super) fn team(&mut self, node: Node<'_>) -> Definition {
        let (name, body, end) = self.header(node, Rule::team_body);
        let Some(body) = body else {
            return (StatementKind::Team(Box::new(TeamDefinition { name, uses: Vec::new() })), Some(end));
        };
        let uses = self.closed_body(body, |builder, child| {
            let span = builder.span(&child);
            if child.rule() != Rule::use_file {
                builder.guess(guess::IN_TEAM, &builder.stray(span, span));
                return None;
            }
            match builder.use_file(child) {
                StatementKind::Use(path) => Some((path, span)),
                _ => None,
            }
        });
        (StatementKind::Team(Box::new(TeamDefinition { name, uses })), None)
    }
}
