//! Plans: their weeks, their days, and how people write those who have not read how.

use super::Builder;
use super::definition::Definition;
use crate::date::{self, WEEK};
use crate::diagnostic::{Diagnostic, Rule as Named, nearest};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{InPlan, PlanDay, PlanDefinition, PlanWeek, StatementKind};

/// What a day without training is called, where `rest day` is meant.
const DAYS_OFF: [&str; 8] =
    ["rest", "off", "day off", "off day", "restday", "rest-day", "complete rest", "no training"];

/// What is said of `starts` without a date.
const START_FORM: &str = "a plan starts on a date, which is a Monday: `starts 2026-01-05`";

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

/// What holds something that should not stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Plan,
    Week,
}

impl Holder {
    /// Returns the first words of what stands in it.
    fn first_words(self) -> Vec<&'static str> {
        match self {
            Holder::Plan => vec!["week", "weeks", "every week"],
            Holder::Week => WEEK.map(date::name).to_vec(),
        }
    }

    /// Says what stands in it.
    fn help(self) -> &'static str {
        match self {
            Holder::Plan => "a plan holds weeks: `every week < … >`, `week 3 < … >`, `weeks 4-6 < … >`",
            Holder::Week => "a week holds days: `tuesday < … >`, `monday, friday < … >`",
        }
    }
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

    /// Reports what stands in a plan's header and is no part of it.
    pub(super) fn left_over_in_plan(&mut self, strays: &[Span]) {
        let Some((first, last)) = strays.first().zip(strays.last()) else { return };
        let run = first.to(*last);
        let text = self.at(run);
        if let Some(meant) = plan_header(text) {
            let message = format!("`{text}` is written `{meant}`");
            self.report(Diagnostic::new(Named::KeywordForm, run, message).fix(run, meant));
            return;
        }
        let word = text.split_whitespace().next().unwrap_or_default();
        let form = match word.to_lowercase().as_str() {
            "weeks" => "a plan says how many weeks it has: `weeks 6`",
            "starts" => START_FORM,
            _ => {
                self.left_over(strays);
                return;
            }
        };
        self.report(Diagnostic::new(Named::MissingStatementPart, run, form));
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
        let Some(meant) = plan_header(text) else {
            if is_week || !word.eq_ignore_ascii_case("starts") {
                return false;
            }
            let diagnostic = Diagnostic::new(Named::MissingStatementPart, place, START_FORM);
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

    /// Reads what stands in a plan or in a week, whose own parts are read by `part`.
    fn in_plan<'i, T>(
        &mut self,
        node: Node<'i>,
        part: impl FnOnce(&mut Self, Node<'i>) -> Option<T>,
    ) -> Option<InPlan<T>> {
        if node.rule() != Rule::allow {
            return part(self, node).map(InPlan::Part);
        }
        let span = self.span(&node);
        self.allow(node).map(|allow| InPlan::Allow(allow, span))
    }

    fn week(&mut self, node: Node<'_>, header: &mut PlanHeader) -> Option<PlanWeek> {
        let span = self.span(&node);
        if self.part_of_header(&node, header) {
            return None;
        }
        if node.rule() != Rule::week {
            self.not_in_plan(node, Holder::Plan);
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
            let message = "what each week holds stands in `every week`";
            self.report(Diagnostic::new(Named::KeywordForm, week.word, message).fix(week.word, "every week"));
        }
        if !self.needless_colon(&strays) {
            self.left_over(&strays);
        }
        if !has_body {
            self.report_unopened(span);
        }
        week.broken = !has_body || self.reported() > reported;
        Some(week)
    }

    fn day(&mut self, node: Node<'_>) -> Option<PlanDay> {
        let span = self.span(&node);
        if node.rule() != Rule::day {
            self.not_in_plan(node, Holder::Week);
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
            if !self.needless_colon(&strays) && !self.days_in_a_row(&day, &strays) {
                self.left_over(&strays);
            }
        } else if let Some(first) = strays.first() {
            // `tuesday squat 10`, `tuesday: squat 10`: its day's training stands where the `<` should.
            let place = Span::new(first.start as usize, span.end as usize);
            let written = self.at(place).trim_start_matches([':', '-', '–', '—']).trim_start();
            let diagnostic = Diagnostic::new(
                Named::MissingOpen,
                place,
                "what is done on a day stands between `<` and `>`",
            );
            let blank = if self.text[..place.start as usize].ends_with(' ') { "" } else { " " };
            self.report(match (written.is_empty(), is_day_off(written)) {
                (true, _) => diagnostic.help("write it there: `tuesday < run 5km >`"),
                (false, true) => diagnostic.fix(place, format!("{blank}< rest day >")),
                (false, false) => diagnostic.fix(place, format!("{blank}< {written} >")),
            });
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

    /// Reports what is no week, or no day, and reads its body all the same.
    fn not_in_plan(&mut self, node: Node<'_>, holder: Holder) {
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
            let text = self.at(header);
            let first = text.split_whitespace().next().unwrap_or_default();
            let diagnostic =
                Diagnostic::new(Named::OutOfPlace, header, format!("`{text}` cannot stand here in a plan"));
            let place = Span::new(header.start as usize, header.start as usize + first.len());
            self.report(match (days_of(text), holder) {
                (Some(days), Holder::Week) => diagnostic.fix(header, days),
                (Some(days), Holder::Plan) if !bodies.is_empty() => {
                    let held = self.at(Span::new(header.end as usize, span.end as usize)).trim_start();
                    diagnostic.fix(span, format!("every week < {days} {held} >"))
                }
                (Some(_), Holder::Plan) => diagnostic.help(holder.help()),
                (None, _) => match nearest(first, holder.first_words()) {
                    Some(near) => diagnostic.fix(place, near),
                    None => diagnostic.help(holder.help()),
                },
            });
        }
        for body in bodies {
            self.body(body);
        }
    }

    /// Reports the colon of `week 1: < … >` or `tuesday: < … >`, where that is all there is to report.
    fn needless_colon(&mut self, strays: &[Span]) -> bool {
        let [only] = strays else { return false };
        let is_colon = self.at(*only) == ":";
        if is_colon {
            let diagnostic = Diagnostic::new(Named::NameCharacter, *only, "a `<` follows without a colon");
            self.report(diagnostic.fix(*only, ""));
        }
        is_colon
    }

    /// Reports the `to friday` of `monday to friday < … >`, and tells whether it was that.
    fn days_in_a_row(&mut self, day: &PlanDay, strays: &[Span]) -> bool {
        let Some((first, last)) = day.names.last().zip(strays.last()) else { return false };
        let place = first.to(*last);
        let Some(days) = days_of(self.at(place)) else { return false };
        let message = format!("`{}` is written as a list", self.at(place));
        self.report(Diagnostic::new(Named::KeywordForm, place, message).fix(place, days));
        true
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
fn is_day_off(words: &str) -> bool {
    DAYS_OFF.iter().any(|off| off.eq_ignore_ascii_case(words))
}

/// Writes what is meant by `3 weeks starting 2026-01-05`: `weeks 3 starts 2026-01-05`.
fn plan_header(text: &str) -> Option<String> {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_digit());
    let is_date = |word: &str| word.len() == 10 && word.split('-').all(is_number);
    let mut meant = Vec::new();
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let word = word.to_lowercase();
        match word.trim_end_matches(':') {
            "for" | "on" if words.peek().is_some() => {}
            "week" | "weeks" => meant.push(format!("weeks {}", words.next().filter(|next| is_number(next))?)),
            "start" | "starts" | "starting" | "from" | "begin" | "begins" | "beginning" => {
                words.next_if(|next| matches!(&*next.to_lowercase(), "on" | "date" | "date:"));
                meant.push(format!("starts {}", words.next().filter(|next| is_date(next))?));
            }
            _ => {
                let is_weeks = |next: &&str| matches!(&*next.to_lowercase(), "week" | "weeks");
                let number = match word.strip_suffix("-week").or_else(|| word.strip_suffix("-weeks")) {
                    Some(number) => number,
                    None => words.next_if(is_weeks).map(|_| &*word)?,
                };
                meant.push(format!("weeks {}", Some(number).filter(|number| is_number(number))?));
            }
        }
    }
    Some(meant.join(" ")).filter(|meant| !meant.is_empty())
}

/// Writes the days that are meant by one word for several: `monday-friday`, `mon to fri`, `weekdays`, `daily`; or by days
/// that stand where a week should.
fn days_of(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    if text.contains(',') {
        let days = text.split(',').map(|day| date::weekday(day.trim()).map(date::name));
        return Some(days.collect::<Option<Vec<_>>>()?.join(", "));
    }
    let number = |day: &str| Some(date::weekday(day.trim())?.number_days_from_monday().into());
    let (from, to): (usize, usize) = match text.as_str() {
        "every day" | "each day" | "everyday" | "daily" => (0, 6),
        "weekdays" | "every weekday" | "weekday" => (0, 4),
        "weekend" | "weekends" | "every weekend" => (5, 6),
        days => {
            let marks = ["-", "–", "—", " to ", " through ", " thru ", " until ", " till "];
            match marks.iter().find_map(|mark| days.split_once(mark)) {
                Some((from, to)) => (number(from)?, number(to)?),
                None => (number(days)?, number(days)?),
            }
        }
    };
    let last = if to < from { to + WEEK.len() } else { to };
    let days = WEEK.into_iter().cycle().take(last + 1).skip(from);
    Some(days.map(date::name).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_other_words_are_understood() {
        let meant = |text: &str| plan_header(text).unwrap_or_default();
        assert_eq!(meant("3 weeks starting 2026-01-05"), "weeks 3 starts 2026-01-05");
        assert_eq!(meant("for 12 weeks, from 2026-01-05"), "weeks 12 starts 2026-01-05");
        assert_eq!(meant("6-week"), "weeks 6");
        assert_eq!(meant("begins on 2026-01-05"), "starts 2026-01-05");
        assert_eq!(meant("week 6"), "weeks 6");
        assert_eq!(meant("start date: 2026-01-05"), "starts 2026-01-05");
        assert_eq!(meant("starts: 2026-01-05"), "starts 2026-01-05");
        for unclear in ["", "hard", "3", "starting monday", "3 weeks hard", "6 months", "for"] {
            assert_eq!(meant(unclear), "", "{unclear}");
        }
    }

    #[test]
    fn days_in_other_words_are_understood() {
        let meant = |text: &str| days_of(text).unwrap_or_default();
        assert_eq!(meant("Monday-Wednesday"), "monday, tuesday, wednesday");
        assert_eq!(meant("sat to mon"), "saturday, sunday, monday");
        assert_eq!(meant("weekends"), "saturday, sunday");
        assert_eq!(meant("tues"), "tuesday");
        assert_eq!(meant("mon, thu"), "monday, thursday");
        for unclear in ["", "m-w", "someday", "day 1", "monday-"] {
            assert_eq!(meant(unclear), "", "{unclear}");
        }
    }
}
