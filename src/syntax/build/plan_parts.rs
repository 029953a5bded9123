//! The parts of a plan: weeks, days, cycles, phases, races.

use super::Builder;
use super::guess;
use super::plan::is_day_off;
use crate::date;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    DayTime, PhaseWeeks, PlanCycle, PlanDay, PlanPhase, PlanRace, PlanWeek, WeekNumber, WhichWeeks,
};

impl Builder<'_> {
    pub(super) fn week(&mut self, node: Node<'_>) -> PlanWeek {
        let span = self.span(&node);
        self.unopened = false;
        let reported = self.reported();
        let mut week = PlanWeek {
            span,
            word: Span::at(span.start as usize),
            which: WhichWeeks::Listed(Vec::new()),
            instead: false,
            scales: Box::default(),
            days: Vec::new(),
            header_end: span.end,
            has_body: false,
            broken: false,
        };
        let mut strays = Vec::new();
        let mut numbers = Vec::new();
        let mut only_scales = false;
        for child in node.children() {
            match child.rule() {
                Rule::week_word => week.word = self.span(&child),
                Rule::nth_week => {
                    week.word = self.span(&child);
                    week.which = self.nth_week(child);
                }
                Rule::week_number => numbers.extend(self.week_number(child)),
                Rule::instead => week.instead = true,
                Rule::shares => {
                    only_scales = true;
                    week.scales = self.shares(child).into();
                }
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                Rule::week_body => {
                    week.has_body = true;
                    week.header_end = self.span(&child).start;
                    week.days = self.closed_body(child, |builder, child| {
                        builder.in_plan(child, |builder, child| builder.day_in_week(child))
                    });
                }
                _ => {}
            }
        }
        if !week.has_body
            && let Some(diagnostic) = self.week_in_words(span, &strays, &numbers)
        {
            self.report(diagnostic);
            week.broken = true;
            return week;
        }
        if !week.has_body && !only_scales && self.days_without_block(span, &strays) {
            week.broken = true;
            return week;
        }
        self.name_weeks(&mut week, numbers);
        self.left_over_in_days(span, None, &strays);
        if !week.has_body && !only_scales {
            self.report_unopened(span);
        }
        week.broken = self.reported() > reported;
        week
    }

    /// Returns what is said of `week 3 same as week 1` and of `week 4 taper 60%`, which say in words what a week holds.
    fn week_in_words(&self, span: Span, strays: &[Span], numbers: &[WeekNumber]) -> Option<Diagnostic> {
        let said =
            strays.iter().map(|&stray| self.at(stray).to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
        let text = self.at(span).trim_end();
        let number = |number: &WeekNumber| self.at(number.span()).trim().to_owned();
        let first = number(numbers.first()?);
        if said.contains("same as") || said.contains("repeat") || said.contains("copy") {
            let other = numbers.get(1).map_or_else(|| "1".to_owned(), number);
            let message = format!("`{text}` repeats a week");
            return Some(
                Diagnostic::new(Named::KeywordForm, span, message)
                    .help(format!("say so where that week is written: `weeks {other}, {first} < … >`")),
            );
        }
        let is_less =
            ["taper", "deload", "easy", "easier", "light", "lighter", "recovery", "back", "cut", "reduced"];
        let share = numbers.iter().skip(1).map(number).find(|share| share.ends_with('%'))?;
        said.split(' ').any(|word| is_less.contains(&word)).then(|| {
            let message = format!("`{text}` does not say of what it is less");
            Diagnostic::new(Named::KeywordForm, span, message).help(format!(
                "for running write `week {first} at {share} of distance and time`, for lifting `week {first} at {share} of \
                 sets` or `at {share} of load`"
            ))
        })
    }

    /// Finds which weeks are meant by the words and the numbers of a week.
    fn name_weeks(&mut self, week: &mut PlanWeek, numbers: Vec<WeekNumber>) {
        let words = self.at(week.word).to_ascii_lowercase();
        let mut words = words.split(' ').filter(|word| !word.is_empty());
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        match (first, second) {
            (_, "other") | ("odd", _) => week.which = WhichWeeks::Odd,
            ("even", _) => week.which = WhichWeeks::Even,
            ("last", _) => week.which = WhichWeeks::Listed(vec![WeekNumber::Last(week.word)]),
            ("week" | "weeks", _) => {
                week.which = WhichWeeks::Listed(numbers);
                return;
            }
            (_, "week") => {
                week.which = WhichWeeks::Every(numbers);
                if first == "each" {
                    let message = "what every week holds goes in `every week`";
                    self.report(
                        Diagnostic::new(Named::KeywordForm, week.word, message).fix(week.word, "every week"),
                    );
                }
                return;
            }
            _ => {}
        }
        if let Some((first, last)) = numbers.first().zip(numbers.last()) {
            let place = first.span().to(last.span());
            let message = format!("`{}` says which weeks already", self.at(week.word));
            self.report(
                Diagnostic::new(Named::OutOfPlace, place, message)
                    .help("delete one of the two, or write two blocks"),
            );
        }
    }

    /// Builds `every 4 weeks from 4`.
    fn nth_week(&mut self, node: Node<'_>) -> WhichWeeks {
        let mut figures = Vec::new();
        for child in node.children() {
            figures.push(self.plain_quantity(child));
        }
        let mut figures = figures.into_iter();
        match figures.next() {
            Some(each) => WhichWeeks::EveryNth { each, from: figures.next() },
            None => WhichWeeks::Listed(Vec::new()),
        }
    }

    /// Builds `4-6`, `last` or `6 to last`.
    fn week_number(&mut self, node: Node<'_>) -> Option<WeekNumber> {
        let span = self.span(&node);
        let mut number = None;
        let mut last = None;
        for child in node.children() {
            match child.rule() {
                Rule::amount => number = Some(self.plain_quantity(child)),
                Rule::week_last => last = Some(self.span(&child)),
                _ => {}
            }
        }
        match (number, last) {
            (Some(number), Some(_)) => Some(WeekNumber::ToLast(number, span)),
            (Some(number), None) => Some(WeekNumber::Is(number)),
            (None, last) => last.map(WeekNumber::Last),
        }
    }

    pub(super) fn plan_cycle(&mut self, node: Node<'_>) -> PlanCycle {
        let span = self.span(&node);
        self.unopened = false;
        let reported = self.reported();
        let mut cycle = PlanCycle {
            span,
            word: Span::at(span.start as usize),
            numbers: Vec::new(),
            is_every: false,
            instead: false,
            parts: Vec::new(),
            header_end: span.end,
            broken: false,
        };
        let mut strays = Vec::new();
        let mut has_body = false;
        for child in node.children() {
            match child.rule() {
                Rule::cycle_word => {
                    cycle.word = self.span(&child);
                    let word = child.text().to_ascii_lowercase();
                    cycle.is_every = word.starts_with('e');
                    if word.starts_with("last") {
                        cycle.numbers.push(WeekNumber::Last(cycle.word));
                    }
                }
                Rule::week_number => cycle.numbers.extend(self.week_number(child)),
                Rule::instead => cycle.instead = true,
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                Rule::plan_body => {
                    has_body = true;
                    cycle.header_end = self.span(&child).start;
                    cycle.parts = self.plan_body(child);
                }
                _ => {}
            }
        }
        if !has_body && self.days_without_block(span, &strays) {
            cycle.broken = true;
            return cycle;
        }
        self.left_over_in_days(span, None, &strays);
        if !has_body {
            self.report_unopened(span);
        }
        cycle.broken = self.reported() > reported;
        cycle
    }

    pub(super) fn plan_phase(&mut self, node: Node<'_>) -> PlanPhase {
        let span = self.span(&node);
        self.unopened = false;
        let reported = self.reported();
        let mut phase = PlanPhase {
            span,
            word: Span::at(span.start as usize),
            title: None,
            weeks: None,
            parts: Vec::new(),
            header_end: span.end,
            broken: false,
        };
        let mut strays = Vec::new();
        let mut has_body = false;
        for child in node.children() {
            match child.rule() {
                Rule::phase_word => phase.word = self.span(&child),
                Rule::string if phase.title.is_none() => phase.title = Some(self.string(child)),
                Rule::phase_weeks if phase.weeks.is_none() => phase.weeks = self.phase_weeks(child),
                Rule::stray | Rule::string | Rule::phase_weeks => strays.push(self.span(&child)),
                Rule::plan_body => {
                    has_body = true;
                    phase.header_end = self.span(&child).start;
                    phase.parts = self.plan_body(child);
                }
                _ => {}
            }
        }
        if !has_body && phase.title.is_some() && self.days_without_block(span, &strays) {
            phase.broken = true;
            return phase;
        }
        self.left_over_in_phase(&phase, &strays);
        if !has_body {
            self.report_unopened(span);
        }
        phase.broken = self.reported() > reported;
        phase
    }

    /// Reports words in the header of a phase. Without a title they are probably it.
    fn left_over_in_phase(&mut self, phase: &PlanPhase, strays: &[Span]) {
        match (&phase.title, strays.first().zip(strays.last())) {
            (None, Some((first, last))) => {
                let title = first.to(*last);
                let message = format!(
                    "what follows `phase` needs quotes: `phase \"{}\"`",
                    self.at(title).trim_matches(['\'', '’', '‘'])
                );
                let quoted = format!("\"{}\"", self.at(title).trim_matches(['\'', '’', '‘']));
                self.report(Diagnostic::new(Named::KeywordForm, title, message).fix(title, quoted));
            }
            _ => self.left_over_in_days(phase.span, None, strays),
        }
    }

    /// Builds `4 weeks` or `weeks 1-4`.
    fn phase_weeks(&mut self, node: Node<'_>) -> Option<PhaseWeeks> {
        let is_plural = node.text().to_ascii_lowercase().starts_with("weeks");
        let mut are = false;
        let mut figure = None;
        for child in node.children() {
            match child.rule() {
                Rule::phase_are => are = true,
                Rule::amount => figure = Some(self.plain_quantity(child)),
                _ => {}
            }
        }
        let weeks = figure?;
        Some(if are { PhaseWeeks::Are { weeks, is_plural } } else { PhaseWeeks::Long(weeks) })
    }

    fn plan_body(&mut self, node: Node<'_>) -> Vec<super::plan::Part> {
        self.closed_body(node, |builder, child| {
            builder.in_plan(child, |builder, child| builder.plan_part(child, None))
        })
    }

    pub(super) fn plan_race(&mut self, node: Node<'_>) -> Option<PlanRace> {
        let span = self.span(&node);
        let reported = self.reported();
        let mut name = None;
        let mut date = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::string if name.is_none() => name = Some(self.string(child)),
                Rule::date => date = Some(self.span(&child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over_in_race(span, date, &strays);
        let broken = self.reported() > reported;
        name.map(|name| PlanRace { span, name, date, broken })
    }

    /// Reports what follows the name of a race. Without a date, it may be one in words.
    fn left_over_in_race(&mut self, whole: Span, date: Option<Span>, strays: &[Span]) {
        if let (None, Some((first, last))) = (date, strays.first().zip(strays.last())) {
            let place = first.to(*last);
            let text = self.at(place);
            let words = text.trim_start_matches(|sign: char| sign == ',' || sign.is_whitespace());
            let words = words.strip_prefix("on ").unwrap_or(words);
            if let Some(date) = date::in_words(words) {
                let meant = date::write(date);
                let message = format!("`{text}` is written `{meant}`");
                self.report(Diagnostic::new(Named::KeywordForm, place, message).fix(place, meant));
                return;
            }
        }
        self.left_over(whole, strays);
    }

    /// Reports what is done in a week, a cycle or a phase and follows its header without `<`, and tells whether it was that.
    fn days_without_block(&mut self, whole: Span, strays: &[Span]) -> bool {
        let Some(first) = strays.first() else { return false };
        let days = Span::new(first.start as usize, whole.end as usize);
        guess::is_step(self.at(days)) && self.guess(guess::AFTER_WEEK, &self.stray(days, whole))
    }

    fn day_in_week(&mut self, node: Node<'_>) -> Option<PlanDay> {
        if node.rule() != Rule::day {
            self.not_in_plan(node, guess::IN_WEEK);
            return None;
        }
        self.day(node)
    }

    pub(super) fn day(&mut self, node: Node<'_>) -> Option<PlanDay> {
        let span = self.span(&node);
        self.unopened = false;
        let reported = self.reported();
        let mut day = PlanDay {
            span,
            names: Vec::new(),
            time: None,
            instead: false,
            scales: Box::default(),
            body: Vec::new(),
            header_end: span.end,
            has_body: false,
            broken: false,
        };
        let mut strays: Vec<Span> = Vec::new();
        let mut only_scales = false;
        for child in node.children() {
            match child.rule() {
                Rule::day_name => day.names.push(self.span(&child)),
                Rule::instead => day.instead = true,
                Rule::day_time if day.time.is_none() => day.time = self.day_time(child),
                Rule::stray | Rule::string | Rule::day_time => strays.push(self.span(&child)),
                Rule::shares => {
                    // Behind the first step, it is about that.
                    only_scales |= strays.is_empty();
                    day.scales = self.shares(child).into();
                }
                Rule::body => {
                    day.has_body = true;
                    day.header_end = self.span(&child).start;
                    if !self.report_day_off(&child) {
                        day.body = self.body(child).0;
                    }
                }
                _ => {}
            }
        }
        let steps = strays.first().map(|first| Span::new(first.start as usize, span.end as usize));
        match steps {
            Some(steps) if !day.has_body && (!only_scales || guess::is_step(self.at(steps))) => {
                let stray = self.stray(steps, span);
                let has_more = !guess::more_on_line(stray.behind()).is_empty();
                self.guess(guess::AFTER_DAY, &stray);
                self.unopened = has_more;
                day.scales = Box::default();
                day.broken = true;
            }
            Some(_) => self.left_over_in_days(span, day.names.last().copied(), &strays),
            None if day.has_body || only_scales => {}
            None => self.report_unopened(span),
        }
        day.broken |= self.reported() > reported;
        Some(day)
    }

    /// Builds `06:30` or `morning`.
    fn day_time(&mut self, node: Node<'_>) -> Option<DayTime> {
        node.children().find_map(|child| match child.rule() {
            Rule::clock_time => Some(DayTime::Clock(self.span(&child))),
            Rule::day_part => child.text().parse().ok().map(DayTime::Part),
            _ => None,
        })
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
