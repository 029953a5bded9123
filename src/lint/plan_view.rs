//! What a lint sees of a plan.

use rustc_hash::FxHashMap;

use super::found::Found;
use crate::diagnostic::{Diagnostic, Rule};
use crate::plan::{Day, Session};
use crate::season::{Intensity, LaidOut, Season, Travel};
use crate::source::Span;

/// A plan, laid out, with the text it was written in.
#[derive(Debug)]
pub struct PlanView<'s> {
    /// The plan.
    pub season: &'s Season<'s>,
    /// Its days, in order.
    pub days: Vec<DayView<'s>>,
    text: &'s str,
}

/// A day of a plan.
#[derive(Debug, Clone, Copy)]
pub struct DayView<'s> {
    /// The day.
    pub day: &'s Day<'s>,
    /// How hard it is; none if nothing is done, or if nothing says so.
    pub intensity: Option<Intensity>,
    /// Whether any session is for strength.
    pub is_strength: bool,
    /// Whether any is, or has, a long run.
    pub has_long_run: bool,
}

impl DayView<'_> {
    /// Tells whether the day is a hard one.
    pub fn is_hard(&self) -> bool {
        self.intensity == Some(Intensity::Hard)
    }

    /// Writes which day it is: `week 4, Saturday`.
    pub fn name(&self) -> String {
        format!("week {}, {}", self.day.week, self.day.weekday)
    }
}

impl<'s> PlanView<'s> {
    /// Returns what lints see of a plan.
    pub fn of(season: &'s Season<'s>, text: &'s str) -> Self {
        let view = |day: &'s Day<'s>| DayView {
            day,
            intensity: season.intensity(day),
            is_strength: season.on(day).any(|done| done.load.is_strength()),
            has_long_run: season.on(day).any(|done| done.load.has_long_run),
        };
        Self { season, days: season.calendar.days.iter().map(view).collect(), text }
    }

    /// Returns what is done in a session.
    pub fn done(&self, session: &Session) -> &'s LaidOut<'s> {
        self.season.session(session)
    }

    /// Tells whether the plan is mostly running: more than half of its time.
    pub fn is_for_runners(&self) -> bool {
        let weeks = &self.season.weeks;
        let on_foot: i64 = weeks.iter().map(|week| week.load.time(Travel::Foot)).sum();
        let all: i64 = weeks.iter().map(|week| week.load.duration_ms).sum();
        on_foot * 2 > all
    }

    /// Returns the days of the plan, cut into weeks.
    pub fn weeks(&self) -> impl Iterator<Item = &[DayView<'s>]> {
        self.days.chunks(7)
    }

    /// Returns the place of the days that a session is written under: `tuesday, thursday`.
    pub fn place(&self, session: &Session) -> Span {
        let block = self.season.calendar.block_of(session).span;
        self.head(block)
    }

    /// Returns the place of a day: that of its first session for which `is_it` holds, else of its last. Without
    /// sessions, it is the place of the plan's title.
    pub fn place_of(&self, day: &DayView<'_>, is_it: impl Fn(&LaidOut<'_>) -> bool) -> Span {
        let sessions = &day.day.sessions;
        let found = sessions.iter().find(|session| is_it(self.done(session))).or(sessions.last());
        found.map_or(self.season.calendar.plan.title_span, |session| self.place(session))
    }

    /// Returns the part of a block before its first `<`.
    fn head(&self, block: Span) -> Span {
        let range = block.range();
        let (start, end) = (range.start, range.end);
        let text = self.text.get(range).unwrap_or_default();
        let length = text.find('<').map_or(end - start, |at| text[..at].trim_end().len());
        Span::new(start, start + length)
    }

    /// Reports findings, once for each place: the first time, and how often it comes again.
    pub fn report(&self, findings: Vec<Finding>, found: &mut Found) {
        let mut places: FxHashMap<Span, usize> = FxHashMap::default();
        let mut first: Vec<(Finding, usize)> = Vec::new();
        for finding in findings {
            match places.get(&finding.place) {
                Some(&at) => first[at].1 += 1,
                None => {
                    places.insert(finding.place, first.len());
                    first.push((finding, 0));
                }
            }
        }
        for (finding, more) in first {
            let again = match more {
                0 => String::new(),
                1 => "; and once more".to_owned(),
                more => format!("; and {more} times more"),
            };
            found.report(
                Diagnostic::new(finding.rule, finding.place, finding.message + &again)
                    .help(finding.help)
                    .in_file(self.season.calendar.plan.file),
            );
        }
    }
}

/// Something that a lint has found in a plan.
#[derive(Debug)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Where it is written.
    pub place: Span,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Finding {
    /// Returns a finding.
    pub fn new(rule: Rule, place: Span, message: String, help: &str) -> Self {
        Self { rule, place, message, help: help.to_owned() }
    }
}
