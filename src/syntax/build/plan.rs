//! Plans: their weeks, their days, and how people write those who have not read how.

use super::Builder;
use super::definition::Definition;
use super::guess::{self, Around, Explains, Find, Stray};
use crate::date::{self, WEEK};
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{InPlan, PlanDay, PlanDefinition, PlanWeek, Statement, StatementKind};

/// What a day without training is called, where `rest day` is meant.
const DAYS_OFF: [&str; 8] =
    ["rest", "off", "day off", "off day", "restday", "rest-day", "complete rest", "no training"];

/// The first line of a plan, to which belongs what some write among its weeks.
struct PlanHeader {
    /// All of it but the `<`, and what follows directly and belongs in it.
    place: Span,
    /// What it should say.
    text: String,
    /// Where it says how many weeks there are.
    weeks: Option<Span>,
    /// Where it says when the plan starts.
    starts: Option<Span>,
}

impl Builder<'_> {
    pub(super) fn plan(&mut self, node: Node<'_>) -> Definition {
        let (mut weeks, mut starts) = (None, None);
        let reported = self.reported();
        for child in node.children() {
            let rule = child.rule();
            let Some(inner) = child.children().next() else { continue };
            match rule {
                Rule::plan_weeks => weeks = Some(self.plain_quantity(inner)),
                Rule::plan_starts => starts = Some(self.span(&inner)),
                _ => {}
            }
        }
        let (title, body, end) = self.header(node, Rule::plan_body);
        let mut header = PlanHeader {
            place: Span::new(self.span(&node).start as usize, end),
            text: self.at(Span::new(self.span(&node).start as usize, end)).trim_end().to_owned(),
            weeks: weeks.as_ref().map(|weeks| weeks.span),
            starts,
        };
        let mut plan = PlanDefinition { title, weeks, starts, blocks: Vec::new(), broken: true };
        let open = match body {
            Some(body) => {
                plan.blocks = self.closed_body(body, |builder, child| {
                    builder.in_plan(child, |builder, child| builder.week(child, &mut header))
                });
                plan.broken = self.reported() > reported;
                None
            }
            None => Some(end),
        };
        (StatementKind::Plan(Box::new(plan)), open)
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
        let holds_something =
            node.children().any(|child| matches!(child.rule(), Rule::body | Rule::week_body));
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
        let is_start = meant.starts_with("starts");
        let given = if is_start { &mut header.starts } else { &mut header.weeks };
        if let Some(first) = given.replace(place) {
            let message =
                format!("this plan has its `{}` already", if is_start { "starts" } else { "weeks" });
            self.report(
                Diagnostic::new(Named::DuplicateStatement, place, message)
                    .and_at(first, "the first is here")
                    .help("delete one of them"),
            );
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
    fn in_plan<'i, T>(
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

    fn week(&mut self, node: Node<'_>, header: &mut PlanHeader) -> Option<PlanWeek> {
        let span = self.span(&node);
        if self.part_of_header(&node, header) {
            return None;
        }
        if node.rule() != Rule::week {
            self.not_in_plan(node, guess::IN_PLAN);
            return None;
        }
        self.unopened = false;
        let reported = self.reported();
        let word = Span::at(span.start as usize);
        let mut week = PlanWeek {
            span,
            word,
            is_every: false,
            weeks: Vec::new(),
            instead: false,
            days: Vec::new(),
            broken: false,
        };
        let mut strays = Vec::new();
        let mut has_body = false;
        for child in node.children() {
            match child.rule() {
                Rule::week_word => {
                    week.word = self.span(&child);
                    week.is_every = !child.text().to_ascii_lowercase().starts_with("week");
                }
                Rule::amount => week.weeks.push(self.plain_quantity(child)),
                Rule::instead => week.instead = true,
                Rule::stray => strays.push(self.span(&child)),
                Rule::week_body => {
                    has_body = true;
                    week.days = self.closed_body(child, |builder, child| builder.in_plan(child, Self::day));
                }
                _ => {}
            }
        }
        if self.at(week.word).to_ascii_lowercase().starts_with("each") {
            let message = "what every week holds goes in `every week`";
            self.report(Diagnostic::new(Named::KeywordForm, week.word, message).fix(week.word, "every week"));
        }
        self.left_over_in_days(span, None, &strays);
        if !has_body {
            self.report_unopened(span);
        }
        week.broken = !has_body || self.reported() > reported;
        Some(week)
    }

    fn day(&mut self, node: Node<'_>) -> Option<PlanDay> {
        let span = self.span(&node);
        if node.rule() != Rule::day {
            self.not_in_plan(node, guess::IN_WEEK);
            return None;
        }
        self.unopened = false;
        let reported = self.reported();
        let mut day = PlanDay { span, names: Vec::new(), instead: false, body: Vec::new(), broken: false };
        let mut strays: Vec<Span> = Vec::new();
        let mut has_body = false;
        for child in node.children() {
            match child.rule() {
                Rule::day_name => day.names.push(self.span(&child)),
                Rule::instead => day.instead = true,
                Rule::stray => strays.push(self.span(&child)),
                Rule::body => {
                    has_body = true;
                    if !self.report_day_off(&child) {
                        day.body = self.body(child).0;
                    }
                }
                _ => {}
            }
        }
        if has_body {
            self.left_over_in_days(span, day.names.last().copied(), &strays);
        } else if let Some(first) = strays.first() {
            let steps = Span::new(first.start as usize, span.end as usize);
            self.guess(guess::AFTER_DAY, &self.stray(steps, span));
        } else {
            self.report_unopened(span);
        }
        day.broken = !has_body || self.reported() > reported;
        Some(day)
    }

    /// Reports a week or a day whose `<` is missing. What follows up to the next one is its own.
    fn report_unopened(&mut self, header: Span) {
        self.report_missing_open(header);
        self.excused_closes += 1;
        self.unopened = true;
    }

    /// Reports what is in a plan or a week and does not belong there, and reads its body all the same.
    fn not_in_plan(&mut self, node: Node<'_>, list: &[Find]) {
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
            self.body(body);
        }
    }

    /// Reports words in the header of a week or of a day, `name`.
    fn left_over_in_days(&mut self, header: Span, name: Option<Span>, strays: &[Span]) {
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

    /// Reports a day whose body says `rest` or `off`, and tells whether it was that.
    fn report_day_off(&mut self, body: &Node<'_>) -> bool {
        let span = self.span(body);
        let held = self.at(span).trim_start_matches(['<', '{']).trim_end_matches(['>', '}']);
        let words = held.trim();
        if !is_day_off(words) {
            return false;
        }
        let start = span.start as usize + 1 + (held.len() - held.trim_start().len());
        let place = Span::new(start, start + words.len());
        let message = "a day without training is a `rest day`";
        self.report(Diagnostic::new(Named::KeywordForm, place, message).fix(place, "rest day"));
        true
    }
}

/// Tells whether a word is the whole name of a day.
pub(super) fn is_day(word: &str) -> bool {
    WEEK.into_iter().any(|day| date::name(day).eq_ignore_ascii_case(word))
}

/// Tells whether words say that nothing is done on a day.
pub(super) fn is_day_off(words: &str) -> bool {
    DAYS_OFF.iter().any(|off| off.eq_ignore_ascii_case(words))
}
