//! Plans: their header, weeks, days, cycles, phases and races.

use super::quantity::Place;
use super::{Body, Formatter};
use crate::date;
use crate::source::Span;
use crate::syntax::tree::{
    DayTime, DefinitionWord, InPlan, PhaseWeeks, PlanCycle, PlanDay, PlanDefinition, PlanPart, PlanPhase,
    PlanRace, PlanWeek, Quantity, ScaleSyntax, WeekNumber, WhichWeeks,
};

impl Formatter<'_> {
    pub(super) fn plan(&mut self, plan: &PlanDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Plan);
        self.quoted(plan.title);
        match (&plan.cycles, &plan.weeks) {
            (Some((cycles, _)), Some(weeks)) => {
                self.page.push(" cycles ");
                self.quantity(cycles, Place::Elsewhere);
                self.page.push(" of ");
                self.quantity(weeks, Place::Elsewhere);
                self.page.push(" weeks");
            }
            (Some((cycles, _)), None) => {
                self.page.push(" cycles ");
                self.quantity(cycles, Place::Elsewhere);
            }
            (None, Some(weeks)) => {
                self.page.push(" weeks ");
                self.quantity(weeks, Place::Elsewhere);
            }
            (None, None) => {}
        }
        if let Some([first, last]) = plan.turned {
            self.page.push(", ");
            self.day_name(first);
            self.page.push(" to ");
            self.day_name(last);
        }
        for (word, date) in [(" starts ", plan.starts), (" ends ", plan.ends)] {
            if let Some(date) = date {
                self.page.push(word);
                self.page.push(self.at(date));
            }
        }
        let body = Body { items: &plan.parts, whole, header_end: plan.title.span.end };
        self.in_plan(&body, depth, PlanPart::span, Self::plan_part);
    }

    fn plan_part(&mut self, part: &PlanPart, depth: usize) {
        match part {
            PlanPart::Week(week) => self.week(week, depth),
            PlanPart::Day(day) => self.day(day, depth),
            PlanPart::Cycle(cycle) => self.plan_cycle(cycle, depth),
            PlanPart::Phase(phase) => self.plan_phase(phase, depth),
            PlanPart::Race(race) => self.plan_race(race),
        }
    }

    /// Writes the contents of a plan or of a part of it, whose own parts `write` writes.
    fn in_plan<T>(
        &mut self,
        body: &Body<'_, InPlan<T>>,
        depth: usize,
        span_of: impl Fn(&T) -> Span + Copy,
        write: impl Fn(&mut Self, &T, usize) + Copy,
    ) {
        let span_of = |one: &InPlan<T>| match one {
            InPlan::Part(part) => span_of(part),
            InPlan::Allow(_, span) => *span,
        };
        self.body(body, depth, span_of, |formatter, one, depth| match one {
            InPlan::Part(part) => write(formatter, part, depth),
            InPlan::Allow(allow, _) => formatter.allow(allow),
        });
    }

    fn week(&mut self, week: &PlanWeek, depth: usize) {
        match &week.which {
            // Numbers after it are a mistake, and it is left for the author to correct.
            WhichWeeks::Every(numbers) => {
                self.page.push("every week");
                if !numbers.is_empty() {
                    self.page.push(" ");
                    self.week_numbers(numbers, depth);
                }
            }
            WhichWeeks::Odd => self.page.push("odd weeks"),
            WhichWeeks::Even => self.page.push("even weeks"),
            WhichWeeks::EveryNth { each, from } => self.nth_week(each, from.as_ref()),
            WhichWeeks::Listed(numbers) => match numbers.as_slice() {
                [] => self.page.push("week"),
                [WeekNumber::Last(_)] => self.page.push("last week"),
                numbers => {
                    let one = matches!(numbers, [only] if only.is_one());
                    self.page.push(if one { "week " } else { "weeks " });
                    self.week_numbers(numbers, depth);
                }
            },
        }
        if week.instead {
            self.page.push(" instead");
        }
        self.shares(&week.scales);
        if week.has_body || week.broken {
            let header_end = self.header_line(week.span, week.header_end);
            let body = Body { items: &week.days, whole: week.span, header_end };
            self.in_plan(&body, depth, |day| day.span, Self::day);
        }
    }

    /// Returns a place on the line on which a header ends.
    fn header_line(&self, whole: Span, header_end: u32) -> u32 {
        let header = self.at(Span::new(whole.start as usize, header_end as usize));
        whole.start + u32::try_from(header.trim_end().len()).unwrap_or_default()
    }

    /// Writes `odd weeks`, `even weeks` or `every 4 weeks from 4`.
    fn nth_week(&mut self, each: &Quantity, from: Option<&Quantity>) {
        match (whole(each), from.map(whole)) {
            (Some(2), None | Some(Some(1))) => self.page.push("odd weeks"),
            (Some(2), Some(Some(2))) => self.page.push("even weeks"),
            _ => {
                self.page.push("every ");
                self.quantity(each, Place::Elsewhere);
                self.page.push(" weeks");
                if let Some(from) = from {
                    self.page.push(" from ");
                    self.quantity(from, Place::Elsewhere);
                }
            }
        }
    }

    fn week_numbers(&mut self, numbers: &[WeekNumber], depth: usize) {
        let start = |number: &WeekNumber| number.span().start;
        self.list(numbers, depth, start, |formatter, number| match number {
            WeekNumber::Is(number) => formatter.quantity(number, Place::Elsewhere),
            WeekNumber::Last(_) => formatter.page.push("last"),
            WeekNumber::ToLast(number, _) => {
                formatter.quantity(number, Place::Elsewhere);
                formatter.page.push(" to last");
            }
        });
    }

    /// Writes ` at 50% of sets, 90% of load and time`.
    fn shares(&mut self, scales: &[ScaleSyntax]) {
        let mut scales: Vec<&ScaleSyntax> = scales.iter().collect();
        scales.sort_by_key(|scale| scale.word);
        let mut before: Option<&ScaleSyntax> = None;
        for scale in scales {
            match before {
                Some(before) if self.is_same_share(before, scale) => {
                    self.page.push(" and ");
                    self.page.push(scale.word.name());
                }
                _ => {
                    self.page.push(if before.is_some() { ", " } else { " at " });
                    self.quantity(&scale.amount, Place::Elsewhere);
                    self.page.push(" of ");
                    self.page.push(scale.word.name());
                }
            }
            before = Some(scale);
        }
    }

    /// Tells whether two shares are the same figure, so that it is written once.
    fn is_same_share(&self, one: &ScaleSyntax, other: &ScaleSyntax) -> bool {
        let figure = |scale: &ScaleSyntax| self.at(scale.amount.full_span()).replace(' ', "");
        figure(one) == figure(other)
    }

    fn plan_cycle(&mut self, cycle: &PlanCycle, depth: usize) {
        match cycle.numbers.as_slice() {
            [] if cycle.is_every => self.page.push("every cycle"),
            [] => self.page.push("cycle"),
            [WeekNumber::Last(_)] => self.page.push("last cycle"),
            numbers => {
                self.page.push(match numbers {
                    _ if cycle.is_every => "every cycle ",
                    [only] if only.is_one() => "cycle ",
                    _ => "cycles ",
                });
                self.week_numbers(numbers, depth);
            }
        }
        if cycle.instead {
            self.page.push(" instead");
        }
        let header_end = self.header_line(cycle.span, cycle.header_end);
        let body = Body { items: &cycle.parts, whole: cycle.span, header_end };
        self.in_plan(&body, depth, PlanPart::span, Self::plan_part);
    }

    fn plan_phase(&mut self, phase: &PlanPhase, depth: usize) {
        self.page.push("phase ");
        if let Some(title) = phase.title {
            self.quoted(title);
        }
        match &phase.weeks {
            Some(PhaseWeeks::Long(weeks)) => {
                self.page.push(" ");
                self.quantity(weeks, Place::Elsewhere);
                self.page.push(if whole(weeks) == Some(1) { " week" } else { " weeks" });
            }
            Some(PhaseWeeks::Are { weeks, is_plural }) => {
                self.page.push(if *is_plural { " weeks " } else { " week " });
                self.quantity(weeks, Place::Elsewhere);
            }
            None => {}
        }
        let header_end = self.header_line(phase.span, phase.header_end);
        let body = Body { items: &phase.parts, whole: phase.span, header_end };
        self.in_plan(&body, depth, PlanPart::span, Self::plan_part);
    }

    fn plan_race(&mut self, race: &PlanRace) {
        self.page.push("race day ");
        self.quoted(race.name);
        if let Some(date) = race.date {
            self.page.push(" ");
            self.page.push(self.at(date));
        }
    }

    fn day_name(&mut self, name: Span) {
        let written = self.at(name);
        self.page.push(date::weekday(written).map_or(written, |day| date::name(day)));
    }

    fn day(&mut self, day: &PlanDay, depth: usize) {
        self.list(&day.names, depth, |name| name.start, |formatter, name| formatter.day_name(*name));
        match day.time {
            Some(DayTime::Clock(clock)) => {
                let written = self.at(clock);
                let zero = if written.len() < "06:30".len() { "0" } else { "" };
                self.page.push(" ");
                self.page.push(&format!("{zero}{written}"));
            }
            Some(DayTime::Part(part)) => {
                self.page.push(" ");
                self.page.push(part.name());
            }
            None => {}
        }
        if day.instead {
            self.page.push(" instead");
        }
        self.shares(&day.scales);
        if day.has_body || day.scales.is_empty() {
            let header_end = self.header_line(day.span, day.header_end);
            let body = Body { items: &day.body, whole: day.span, header_end };
            self.body(&body, depth, |statement| statement.span, Self::statement);
        }
    }
}

/// Returns a plain whole number.
fn whole(quantity: &Quantity) -> Option<i64> {
    let is_plain = !quantity.is_range() && quantity.unit.is_none() && quantity.step().is_none();
    (is_plain && quantity.low % 1000 == 0).then_some(quantity.low / 1000)
}
