//! Plans: their weeks, their days, and how people write those who have not read how.

use super::Builder;
use super::definition::Definition;
use super::guess::{self, Around, Explains, Find, Stray};
use crate::date::{self, WEEK};
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{InPlan, PlanDefinition, PlanPart, Quantity, Statement, StatementKind};

/// What a day without training is called, where `rest day` is meant.
const DAYS_OFF: [&str; 8] =
    ["rest", "off", "day off", "off day", "restday", "rest-day", "complete rest", "no training"];

/// The first line of a plan, to which belongs what some write among its weeks.
pub(super) struct PlanHeader {
    /// All of it but the `<`, and what follows directly and belongs in it.
    place: Span,
    /// What it should say.
    text: String,
    /// Where it says how many weeks there are.
    weeks: Option<Span>,
    /// Where it says when the plan starts.
    starts: Option<Span>,
    /// Where it says when the plan ends.
    ends: Option<Span>,
}

/// A part of a plan, as the tree holds it.
pub(super) type Part = InPlan<PlanPart>;

/// What the first line of a plan says.
#[derive(Default)]
struct Said {
    weeks: Option<Quantity>,
    cycles: Option<(Quantity, Span)>,
    starts: Option<Span>,
    ends: Option<Span>,
    turned: Option<[Span; 2]>,
}

impl Builder<'_> {
    pub(super) fn plan(&mut self, node: Node<'_>) -> Definition {
        let reported = self.reported();
        let mut said = Said::default();
        for child in node.children() {
            let (rule, place) = (child.rule(), self.span(&child));
            let mut inner = child.children();
            let Some(first) = inner.next() else { continue };
            match rule {
                Rule::plan_weeks => {
                    self.once_in_header("weeks", said.weeks.as_ref().map(|weeks| weeks.span), place);
                    said.weeks = Some(self.plain_quantity(first));
                }
                Rule::plan_cycles => {
                    self.once_in_header("cycles", said.cycles.as_ref().map(|(_, span)| *span), place);
                    said.cycles = Some((self.plain_quantity(first), place));
                    if let Some(weeks) = inner.next() {
                        self.once_in_header("weeks", said.weeks.as_ref().map(|weeks| weeks.span), place);
                        said.weeks = Some(self.plain_quantity(weeks));
                    }
                }
                Rule::plan_starts => {
                    self.once_in_header("starts", said.starts, place);
                    said.starts = Some(self.span(&first));
                }
                Rule::plan_ends => {
                    self.once_in_header("ends", said.ends, place);
                    said.ends = Some(self.span(&first));
                }
                Rule::plan_turned => {
                    said.turned = inner.next().map(|last| [self.span(&first), self.span(&last)]);
                }
                _ => {}
            }
        }
        let node_end = self.span(&node).end as usize;
        let (title, body, end) = self.header(node, Rule::plan_body);
        let Said { weeks, cycles, starts, ends, turned } = said;
        let mut header = PlanHeader {
            place: Span::new(self.span(&node).start as usize, end),
            text: self.at(Span::new(self.span(&node).start as usize, end)).trim_end().to_owned(),
            weeks: weeks.as_ref().map(|weeks| weeks.span),
            starts,
            ends,
        };
        let may_say_weeks = self.reported() > reported;
        let parts = Vec::new();
        let mut plan = PlanDefinition {
            title,
            weeks,
            cycles,
            turned,
            starts,
            ends,
            parts,
            broken: true,
            may_say_weeks: true,
        };
        let open = match body {
            Some(body) => {
                plan.parts = self.closed_body(body, |builder, child| {
                    builder.in_plan(child, |builder, child| builder.plan_part(child, Some(&mut header)))
                });
                plan.broken = self.reported() > reported;
                let names_phases = plan.broken && self.at(Span::new(end, node_end)).contains("phase");
                plan.may_say_weeks = may_say_weeks || header.weeks.is_some() || names_phases;
                None
            }
            None => Some(end),
        };
        (StatementKind::Plan(Box::new(plan)), open)
    }

    /// Reports what is said a second time in a plan's first line.
    fn once_in_header(&mut self, word: &str, first: Option<Span>, second: Span) {
        let Some(first) = first else { return };
        let message = format!("this plan has its `{word}` already");
        self.report(
            Diagnostic::new(Named::DuplicateStatement, second, message)
                .and_at(first, "the first is here")
                .help("delete one of them"),
        );
    }

    /// Reports what is in a plan's header and is not part of it.
    pub(super) fn left_over_in_plan(&mut self, strays: &[Span]) {
        let Some((first, last)) = strays.first().zip(strays.last()) else { return };
        let run = first.to(*last);
        if !self.guess(guess::IN_PLAN_HEADER, &self.stray(run, run)) {
            self.left_over(run, strays);
        }
    }

    /// Reports what belongs in a plan's first line and is written among its weeks, and tells whether it was that.
    fn part_of_header(&mut self, node: &Node<'_>, header: &mut PlanHeader) -> bool {
        let holds_something = node
            .children()
            .any(|child| matches!(child.rule(), Rule::body | Rule::week_body | Rule::plan_body));
        let place = self.span(node);
        let text = self.at(place);
        let word = text.split_whitespace().next().unwrap_or_default().trim_end_matches(':');
        let is_week = node.rule() == Rule::week;
        if holds_something || self.unopened || (is_week && header.weeks.is_some()) {
            return false;
        }
        let Some(meant) = guess::plan_header(text) else {
            if is_week || !word.eq_ignore_ascii_case("starts") {
                return false;
            }
            let diagnostic = Diagnostic::new(Named::MissingStatementPart, place, guess::START_FORM);
            self.report(diagnostic.help("write it in the first line of the plan, after the weeks"));
            return true;
        };
        let word = meant.split(' ').next().unwrap_or_default();
        let given = match word {
            "starts" => &mut header.starts,
            "ends" => &mut header.ends,
            _ => &mut header.weeks,
        };
        if let Some(first) = given.replace(place) {
            self.once_in_header(word, Some(first), place);
            return true;
        }
        header.text = format!("{} {meant}", header.text);
        let message = format!("`{text}` belongs in the first line of the plan");
        let diagnostic = Diagnostic::new(Named::OutOfPlace, place, message);
        // Only if nothing is between them can one replacement move it.
        let between = self.at(Span::new(header.place.end as usize, place.start as usize));
        let is_next = between.trim().trim_start_matches(['<', '{']).trim().is_empty();
        self.report(if is_next {
            header.place = header.place.to(place);
            diagnostic.fix(header.place, format!("{} <", header.text))
        } else {
            diagnostic.help(format!("write it there: `{} < … >`", header.text))
        });
        true
    }

    /// Reads what is in a plan or in a week, whose own parts are read by `part`.
    pub(super) fn in_plan<'i, T>(
        &mut self,
        node: Node<'i>,
        part: impl FnOnce(&mut Self, Node<'i>) -> Option<T>,
    ) -> Option<InPlan<T>> {
        let span = self.span(&node);
        let kind = match node.rule() {
            Rule::allow => return self.allow(node).map(|allow| InPlan::Allow(allow, span)),
            Rule::raise => StatementKind::Raise(Box::new(self.raise(node))),
            Rule::percent_of => self.percent_of(node),
            _ => return part(self, node).map(InPlan::Part),
        };
        Some(InPlan::Said(Box::new(Statement { span, kind })))
    }

    /// Builds a part of a plan, or of a cycle or phase in it. At the top of a plan, `header` is its first line.
    pub(super) fn plan_part(&mut self, node: Node<'_>, header: Option<&mut PlanHeader>) -> Option<PlanPart> {
        if let Some(header) = header
            && self.part_of_header(&node, header)
        {
            return None;
        }
        match node.rule() {
            Rule::week => Some(PlanPart::Week(self.week(node))),
            Rule::day => self.day(node).map(PlanPart::Day),
            Rule::plan_cycle => Some(PlanPart::Cycle(self.plan_cycle(node))),
            Rule::plan_phase => Some(PlanPart::Phase(self.plan_phase(node))),
            Rule::plan_race => self.plan_race(node).map(PlanPart::Race),
            _ => {
                self.not_in_plan(node, guess::IN_PLAN);
                None
            }
        }
    }

    /// Reports a week or a day whose `<` is missing. What follows up to the next one is its own.
    pub(super) fn report_unopened(&mut self, header: Span) {
        self.report_missing_open(header);
        self.excused_closes += 1;
        self.unopened = true;
    }

    /// Reports what is in a plan or a week and does not belong there, and reads its body all the same.
    pub(super) fn not_in_plan(&mut self, node: Node<'_>, list: &[Find]) {
        let span = self.span(&node);
        let mut header = span;
        let mut bodies = Vec::new();
        for child in node.children() {
            if child.rule() == Rule::body {
                bodies.push(child);
            } else {
                header.end = self.span(&child).end;
            }
        }
        if !self.unopened && self.excused_closes == 0 {
            if bodies.is_empty() {
                header = span;
            }
            self.guess(list, &self.stray(header, span));
        }
        for body in bodies {
            // Days would be taken for blocks with an unknown name.
            let held = self.at(self.span(&body));
            let first = held.trim_start_matches(['<', '{']).split_whitespace().next().unwrap_or_default();
            if !is_day(first.trim_end_matches(',')) {
                self.body(body);
            }
        }
    }

    /// Reports words in the header of a week or of a day, `name`.
    pub(super) fn left_over_in_days(&mut self, header: Span, name: Option<Span>, strays: &[Span]) {
        let around = Around { name, last: strays.last().copied(), ..Around::default() };
        for run in self.runs(strays) {
            let stray = Stray { around, ..self.stray(run, header) };
            match guess::first(guess::IN_DAY_HEADER, &stray) {
                Some(guess) => {
                    let is_all = guess.explains == Explains::Statement;
                    self.diagnostics.extend(guess.diagnostic);
                    if is_all {
                        return;
                    }
                }
                None => {
                    self.guess(guess::AFTER_STATEMENT, &stray);
                }
            }
        }
    }
}

/// Tells whether a word is the whole name of a day.
pub(super) fn is_day(word: &str) -> bool {
    WEEK.into_iter().any(|day| date::name(day).eq_ignore_ascii_case(word))
}

/// Tells whether words say that nothing is done on a day.
pub(crate) fn is_day_off(words: &str) -> bool {
    DAYS_OFF.iter().any(|off| off.eq_ignore_ascii_case(words))
}
