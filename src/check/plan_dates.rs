//! When a plan takes place: its first and its last day, and its races with a date.

use std::ops::Range;

use super::Checker;
use super::plan_weeks::{MOST_WEEKS, counted};
use super::program::{DayBlock, DayBody, WeekBlock};
use crate::date::{self, Date, NoDate, Weekday};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::source::{At, Span};
use crate::syntax::tree::{InPlan, PlanDefinition, PlanPart, PlanRace};

/// When a plan takes place.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// The first day of its first week.
    pub starts: Option<Date>,
    /// On which of its days anything is done. None for all.
    pub done: Option<Range<usize>>,
    /// How many weeks it has by its dates.
    pub weeks: Option<u32>,
    /// Its races with a date: each is all that is done on its day.
    pub races: Vec<WeekBlock>,
    /// Whether a date has a mistake, which was reported.
    pub failed: bool,
}

/// A date in the source.
type Written = At<Date>;

/// A race with a date.
struct Race {
    name: Box<str>,
    on: Written,
    span: Span,
}

impl Checker<'_> {
    /// Checks when a plan takes place. `weeks` is how many it has, if it says so.
    pub(super) fn plan_dates(
        &mut self,
        definition: &PlanDefinition,
        weeks: Option<u32>,
        first_day: Weekday,
    ) -> Dates {
        let reported = self.diagnostics.len();
        let starts = definition.starts.and_then(|place| self.plan_date(place));
        let ends = definition.ends.and_then(|place| self.plan_date(place));
        let races = self.races(definition);
        let failed = Dates { failed: true, ..Dates::default() };
        if self.diagnostics.has_error_since(reported, self.file) {
            return failed;
        }
        let last_race = races.iter().max_by_key(|race| race.on.value).map(|race| &race.on);
        // A race ends the plan where nothing else does.
        let ends = match (&ends, weeks, &starts) {
            (Some(_), ..) | (None, Some(_), Some(_)) => ends,
            (None, ..) => last_race.map(|race| At { value: race.value, span: race.span }),
        };
        let Some(mut dates) = self.first_and_last(starts.as_ref(), ends.as_ref(), weeks, first_day) else {
            return failed;
        };
        let Some((first, weeks)) = dates.starts.zip(weeks.or(dates.weeks)) else { return dates };
        let all = weeks as usize * 7;
        let done = dates.done.clone().map_or(0..all, |done| done.start..done.end.min(all));
        for race in races {
            match self.race_block(race, first, &done, first_day) {
                Some(block) => dates.races.push(block),
                None => dates.failed = true,
            }
        }
        dates
    }

    /// Finds the first day of the first week, and which days are done.
    fn first_and_last(
        &mut self,
        starts: Option<&Written>,
        ends: Option<&Written>,
        weeks: Option<u32>,
        first_day: Weekday,
    ) -> Option<Dates> {
        let in_week = |date: Date| date::days_from(first_day, date.weekday());
        let week_of = |date: Date| date::week_start(date, first_day);
        let mut dates = Dates::default();
        match (starts, ends) {
            (None, None) => {}
            (Some(starts), None) => {
                dates.starts = week_of(starts.value);
                dates.done = Some(in_week(starts.value)..MOST_WEEKS as usize * 7);
            }
            (None, Some(ends)) => {
                let weeks = weeks?;
                let last = week_of(ends.value)?;
                dates.starts = date::days_after(last, -7 * i64::from(weeks - 1));
                dates.done = Some(0..(weeks as usize - 1) * 7 + in_week(ends.value) + 1);
            }
            (Some(starts), Some(ends)) => {
                let (first, last) = week_of(starts.value).zip(week_of(ends.value))?;
                if ends.value < starts.value {
                    let message = format!("this plan ends on {}, before it starts", date::write(ends.value));
                    self.report(
                        Diagnostic::new(Rule::PlanStart, ends.span, message)
                            .and_at(starts.span, "it starts here")
                            .help("swap the two dates, or correct one of them"),
                    );
                    return None;
                }
                let between = date::days_between(first, last) / 7 + 1;
                let between = self.weeks_between(between, weeks, starts, ends, first, last)?;
                dates.starts = Some(first);
                dates.weeks = Some(between);
                dates.done =
                    Some(in_week(starts.value)..(between as usize - 1) * 7 + in_week(ends.value) + 1);
            }
        }
        Some(dates)
    }

    /// Checks that two dates fit the weeks of the plan, and returns how many there are. `first` and `last` are the first days
    /// of the first and the last week.
    fn weeks_between(
        &mut self,
        between: i64,
        weeks: Option<u32>,
        starts: &Written,
        ends: &Written,
        first: Date,
        last: Date,
    ) -> Option<u32> {
        let found = u32::try_from(between).ok().filter(|&weeks| weeks <= MOST_WEEKS);
        match weeks {
            None if found.is_none() => {
                let message = format!(
                    "a plan has at most {MOST_WEEKS} weeks, and these dates are {between} weeks apart"
                );
                self.report(
                    Diagnostic::new(Rule::PlanWeeks, ends.span, message)
                        .and_at(starts.span, "it starts here"),
                );
                None
            }
            None => found,
            Some(weeks) if found == Some(weeks) => found,
            Some(weeks) => {
                let message = format!(
                    "this plan has {}, and from {} to {} there are {between}",
                    counted(weeks),
                    date::write(starts.value),
                    date::write(ends.value)
                );
                let whole = i64::from(weeks);
                let start = date::days_after(last, -7 * (whole - 1)).map(date::write).unwrap_or_default();
                let end = date::days_after(first, 7 * whole - 1).map(date::write).unwrap_or_default();
                self.report(
                    Diagnostic::new(Rule::PlanStart, ends.span, message)
                        .and_at(starts.span, "it starts here")
                        .help(format!(
                            "write `starts {start}` or `ends {end}`, or leave out how many weeks there are"
                        ))
                        .choices([
                            Choice::showing(starts.span, &start, &format!("starts {start}")),
                            Choice::showing(ends.span, &end, &format!("ends {end}")),
                        ]),
                );
                None
            }
        }
    }

    /// Reads a date of a plan.
    fn plan_date(&mut self, place: Span) -> Option<Written> {
        match date::of_plan(self.text(place)) {
            Ok(date) => Some(At { value: date, span: place }),
            Err(NoDate { message, help }) => {
                let diagnostic = Diagnostic::new(Rule::PlanStart, place, message);
                self.report(match help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                });
                None
            }
        }
    }

    /// Checks the races with a date.
    fn races(&mut self, definition: &PlanDefinition) -> Vec<Race> {
        let mut races: Vec<Race> = Vec::new();
        for part in definition.parts.iter().filter_map(InPlan::part) {
            let PlanPart::Race(written) = part else { continue };
            let Some(race) = self.dated_race(written) else { continue };
            if let Some(first) = races.iter().find(|one| one.on.value == race.on.value) {
                let message = format!("{} has a race already", date::write(race.on.value));
                self.report(
                    Diagnostic::new(Rule::DuplicateStatement, race.span, message)
                        .and_at(first.span, "the first is here")
                        .help("delete one of them"),
                );
                continue;
            }
            races.push(race);
        }
        races
    }

    fn dated_race(&mut self, written: &PlanRace) -> Option<Race> {
        let name = self.title(written.name);
        if name.trim().is_empty() {
            let message = "this race has no name";
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, written.span, message)
                    .help("write which it is: `race day \"City Marathon\" 2026-10-11`"),
            );
            return None;
        }
        let Some(date) = written.date else {
            if !written.broken {
                let message = "this race has no date";
                self.report(
                    Diagnostic::new(Rule::MissingStatementPart, written.span, message).help(format!(
                        "write `race day \"{name}\" 2026-10-11`, or put it on a day: `week 12 < sunday < race day \
                         \"{name}\" > >`"
                    )),
                );
            }
            return None;
        };
        let on = self.plan_date(date)?;
        Some(Race { name: name.into(), on, span: written.span })
    }

    /// Makes a race with a date the only thing that is done on its day.
    fn race_block(
        &mut self,
        race: Race,
        first: Date,
        done: &Range<usize>,
        first_day: Weekday,
    ) -> Option<WeekBlock> {
        let place = usize::try_from(date::days_between(first, race.on.value)).ok();
        let Some(place) = place.filter(|place| done.contains(place)) else {
            let day = |number: usize| {
                let days = i64::try_from(number).unwrap_or(i64::MAX);
                date::days_after(first, days).map(date::write).unwrap_or_default()
            };
            let message = format!(
                "the race is on {}, and this plan goes from {} to {}",
                date::write(race.on.value),
                day(done.start),
                day(done.end.saturating_sub(1))
            );
            self.report(
                Diagnostic::new(Rule::PlanStart, race.on.span, message)
                    .help("leave out when the plan starts, and it is counted back from the race"),
            );
            return None;
        };
        let day = DayBlock {
            span: race.span,
            days: Vec::new(),
            when: None,
            instead: true,
            scale: None,
            body: DayBody::Race,
            race: Some(At { value: race.name, span: race.span }),
        };
        let mut block = WeekBlock {
            span: race.span,
            weeks: Vec::new(),
            instead: false,
            scale: None,
            date: Some(race.on.value),
            days: vec![day],
        };
        block.put_on(place, first_day);
        Some(block)
    }
}
