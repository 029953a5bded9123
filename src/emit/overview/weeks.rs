//! The weeks: what is in each of their days.

use super::{Day, Week};
use crate::check::program::{Step, StepKind, TimeOfDay};
use crate::date::{self, Date};
use crate::emit::card::{self, Card, Item, Role, Row};
use crate::emit::{CompiledPlan, written};
use crate::plan;
use crate::season::{self, Intensity, LaidOut};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns a week of a plan.
pub fn week(compiled: &CompiledPlan<'_>, week: &season::Week<'_>) -> Week {
    let season = compiled.season;
    let mut days: Vec<Day> = season.days_of(week).iter().map(|day| one(compiled, day)).collect();
    days.resize_with(7, Day::default);
    let date = week.starts.map(short_date).unwrap_or_default();
    Week { number: week.number, date, part: part(week), days }
}

/// Returns the phase or the cycle of a week.
pub fn part(week: &season::Week<'_>) -> String {
    match (week.phase, week.cycle) {
        (Some(phase), _) => phase.to_owned(),
        (None, Some(cycle)) => format!("Cycle {cycle}"),
        (None, None) => String::new(),
    }
}

fn one(compiled: &CompiledPlan<'_>, day: &plan::Day<'_>) -> Day {
    let season = compiled.season;
    let timed = |session: &plan::Session| {
        let line = line(compiled, season.session(session));
        match session.when {
            Some(TimeOfDay::Clock(time)) => format!("{} {line}", date::write_time(time)),
            Some(TimeOfDay::Morning) => format!("Morning: {line}"),
            Some(TimeOfDay::Evening) => format!("Evening: {line}"),
            None => line,
        }
    };
    let mut lines: Vec<String> = day.sessions.iter().map(timed).collect();
    if day.rest.is_some() {
        lines.push("Rest day".to_owned());
    }
    if let Some(race) = day.race {
        lines.push(format!("Race: {race}"));
    }
    let is_hard = season.intensity(day) == Some(Intensity::Hard);
    Day { lines, is_hard, is_rest: day.rest.is_some() }
}

/// Writes a session in a line: one movement with its dose, anything longer by its title and how long it takes.
fn line(compiled: &CompiledPlan<'_>, session: &LaidOut<'_>) -> String {
    let one = compiled.workout(session);
    let title = written::capitalised(&session.workout.title);
    if let [Step { kind: StepKind::Exercise(_), .. }] = session.workout.steps.as_slice()
        && let [row] = rows(&Card::of(&one)).as_slice()
        && row.movement == title
    {
        let short = Row { dose: rounded(&row.dose), ..(*row).clone() };
        return format!("{title} {}", said(&short));
    }
    format!("{title}, {}", card::total_time(&one))
}

/// Rounds a distance that has grown by per cents to a tenth of a kilometre: `21.296 km` is 21.3 km to a runner.
fn rounded(dose: &str) -> String {
    let grown =
        dose.strip_suffix(" km").filter(|figure| figure.split('.').nth(1).is_some_and(|part| part.len() > 1));
    match grown.and_then(|figure| figure.parse::<f64>().ok()) {
        Some(figure) => format!("{} km", written::plain((figure * 10.0).round() as i64 * 100)),
        None => dose.to_owned(),
    }
}

/// Returns the rows of a card that are done, or rested, in order.
pub fn rows(card: &Card) -> Vec<&Row> {
    fn gather<'c>(parts: &'c [card::Part], rows: &mut Vec<&'c Row>) {
        for part in parts {
            for item in &part.items {
                match item {
                    Item::Row(row) => match row.role {
                        Role::Movement | Role::Rest => rows.push(row),
                        Role::Part | Role::Before => {}
                    },
                    Item::Part(inner) => gather(std::slice::from_ref(inner), rows),
                    Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => {}
                }
            }
        }
    }
    let mut all = Vec::new();
    gather(&card.parts, &mut all);
    all
}

/// Writes how much and how hard: `3 × 5, 60 kg`.
pub fn said(row: &Row) -> String {
    let parts = [row.dose.as_str(), row.target.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Writes a date beside others: `5 Jan`.
pub fn short_date(date: Date) -> String {
    format!("{} {}", date.day(), MONTHS[usize::from(u8::from(date.month())) - 1])
}

/// Writes a date by itself: `5 Jan 2026`.
pub fn long_date(date: Date) -> String {
    format!("{} {}", short_date(date), date.year())
}
