//! What the pages of a plan say, before they take the form of any one format: its weeks, what they add up to, and the
//! card of each session with what changes in it.

mod brief;
mod changes;
pub mod log;
mod raises;
mod sums;
mod weeks;

#[cfg(test)]
mod tests;

use serde::Serialize;

use super::CompiledPlan;
use super::card::Card;
use crate::date::Date;
use crate::emit::dates::long_date;
use crate::season::Season;

/// Everything on the pages of one plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overview {
    /// The plan's title.
    pub title: String,
    /// What to know before it starts: labels with their texts.
    pub facts: Vec<(&'static str, String)>,
    /// The days of a week, in order.
    pub weekdays: [String; 7],
    /// Its weeks, in order.
    pub weeks: Vec<Week>,
    /// What each week adds up to: one row a week.
    pub sums: Table,
    /// The sets for each muscle, one row for each. It may have no rows.
    pub muscles: Table,
    /// What weeks add up to, as pictures. Only those that say something.
    pub plots: Vec<Plot>,
    /// The sessions, each once, in the order in which they are first done.
    pub sessions: Vec<SessionSheet>,
    /// The card of each of [`Season::sessions`].
    #[serde(skip)]
    pub cards: Vec<Card>,
}

/// A week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Week {
    /// Which, from 1.
    pub number: u32,
    /// Its first day, `5 Jan`, where the plan has dates.
    pub date: String,
    /// The phase or the cycle it is in: `Base`, `Cycle 2`.
    pub part: String,
    /// Its days, in order.
    pub days: Vec<Day>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Day {
    /// What is done, one after the other. Empty on a day that the plan does not mention.
    pub briefs: Vec<Brief>,
    /// Whether it is hard.
    pub is_hard: bool,
    /// Whether it is a rest day by name.
    pub is_rest: bool,
}

/// A session, a race or a rest day in a few short lines.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Brief {
    /// When on the day it is done: `06:30`, `Morning:`. Empty where the plan does not say.
    pub when: String,
    /// Its title. Empty where its only line says as much.
    pub title: String,
    /// How long it takes. Empty where that is known from its line.
    pub time: String,
    /// What is done.
    pub lines: Vec<BriefLine>,
}

/// A line of a [`Brief`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct BriefLine {
    /// What it says.
    pub text: String,
    /// Whether it is a warm-up or a cool-down, and so the first to be left out where there is no room.
    pub is_minor: bool,
}

impl Brief {
    /// Returns what is all said by its title.
    fn titled(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    /// Writes its title with how long it takes: `Strength, about 30 min`.
    pub fn head(&self) -> String {
        match (self.title.as_str(), self.time.as_str()) {
            (title, "") => title.to_owned(),
            (title, time) => format!("{title}, {time}"),
        }
    }

    /// Writes all of it in one line.
    pub fn in_one_line(&self) -> String {
        let lines = self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("; ");
        let said = match (self.head(), lines) {
            (head, lines) if lines.is_empty() => head,
            (head, lines) if head.is_empty() => lines,
            (head, lines) => format!("{head}: {lines}"),
        };
        if self.when.is_empty() { said } else { format!("{} {said}", self.when) }
    }
}

/// A table. Every row has as many cells as there are heads.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Table {
    /// What its columns are called.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// A picture: a bar a week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plot {
    /// What it shows.
    pub title: String,
    /// A bar for each week, in order.
    pub bars: Vec<f64>,
    /// The highest bar's figure, written.
    pub most: String,
}

/// The sheet of a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionSheet {
    /// When it is done: `Tue (weeks 1–3, 5), Thu (week 4)`.
    pub when: String,
    /// The session that is done for the first time: an index into [`Season::sessions`].
    #[serde(skip)]
    pub instance: usize,
    /// Its card, as it is done for the first time.
    pub card: Card,
    /// What changes from one time to the next: a row for each. Without rows where nothing does.
    pub changes: Table,
}

impl Overview {
    /// Returns what the pages of a plan say.
    pub fn of(compiled: &CompiledPlan<'_>) -> Self {
        let season = compiled.season;
        let days = first_days(season);
        let sessions = season.sessions.iter().zip(days);
        let cards: Vec<Card> =
            sessions.map(|(session, day)| Card::on(&compiled.workout(session), day)).collect();
        Self {
            title: compiled.title().to_owned(),
            facts: facts(compiled),
            weekdays: season.calendar.plan.weekdays().map(|day| day.to_string()),
            weeks: season.weeks.iter().map(|week| weeks::week(compiled, &cards, week)).collect(),
            sums: sums::sums(season),
            muscles: sums::muscles(season),
            plots: sums::plots(season),
            sessions: changes::sessions(compiled, &cards),
            cards,
        }
    }

    /// Tells whether any day is marked as hard.
    pub fn has_hard_days(&self) -> bool {
        self.weeks.iter().flat_map(|week| &week.days).any(|day| day.is_hard)
    }
}

/// Returns the day on which each session is done for the first time, where the plan has dates.
fn first_days(season: &Season<'_>) -> Vec<Option<Date>> {
    let mut days = vec![None; season.sessions.len()];
    for day in season.calendar.days.iter().rev() {
        for session in &day.sessions {
            days[session.instance] = day.date;
        }
    }
    days
}

/// Lists what is to be known before the plan starts.
fn facts(compiled: &CompiledPlan<'_>) -> Vec<(&'static str, String)> {
    let season = compiled.season;
    let plan = season.calendar.plan;
    let mut facts = vec![("Weeks", plan.weeks.to_string()), ("Sessions", sessions_a_week(season))];
    if let Some(cycle) = plan.cycle {
        facts.push(("Cycles", format!("{} of {cycle} weeks", plan.weeks / cycle)));
    }
    let done = || season.calendar.days.iter().filter(|day| !day.is_outside).filter_map(|day| day.date);
    if let (Some(first), Some(last)) = (done().next(), done().next_back()) {
        facts.push(("Dates", format!("{} – {}", long_date(first), long_date(last))));
    }
    let races: Vec<String> = season.calendar.days.iter().filter_map(race).collect();
    if !races.is_empty() {
        facts.push(("Race", races.join("; ")));
    }
    facts.extend(raises::facts(&plan.raises));
    if let Some(athlete) = &compiled.program.athlete {
        facts.push(("Athlete", athlete.name.clone()));
    }
    facts
}

/// Writes a day's race: `City 10k, week 6, Sunday, 15 Feb 2026`.
fn race(day: &crate::plan::Day<'_>) -> Option<String> {
    let name = day.race?;
    let date = day.date.map(|date: Date| format!(", {}", long_date(date))).unwrap_or_default();
    Some(format!("{name}, week {}, {}{date}", day.week, day.weekday))
}

/// Writes how many sessions the weeks have: `24, 3–5 a week`.
fn sessions_a_week(season: &Season<'_>) -> String {
    let counts = season.weeks.iter().map(|week| week.sessions);
    let all: u32 = counts.clone().sum();
    let (least, most) = (counts.clone().min().unwrap_or(0), counts.max().unwrap_or(0));
    if least == most { format!("{all}, {most} a week") } else { format!("{all}, {least}–{most} a week") }
}
