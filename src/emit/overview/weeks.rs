//! The weeks: what is in each of their days.

use super::brief::brief;
use super::{Brief, Day, Week};
use crate::check::program::TimeOfDay;
use crate::date;
use crate::emit::CompiledPlan;
use crate::emit::card::{self, Card, Item, Role, Row};
use crate::emit::dates::short_date;
use crate::plan;
use crate::season::{self, Intensity};

/// Returns a week of a plan. `cards` has the card of each of its sessions.
pub fn week(compiled: &CompiledPlan<'_>, cards: &[Card], week: &season::Week<'_>) -> Week {
    let season = compiled.season;
    let mut days: Vec<Day> = season.days_of(week).iter().map(|day| one(compiled, cards, day)).collect();
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

fn one(compiled: &CompiledPlan<'_>, cards: &[Card], day: &plan::Day<'_>) -> Day {
    let season = compiled.season;
    let of_session = |session: &plan::Session| {
        let time = card::total_time(&compiled.workout(season.session(session)));
        let when = session.when.map(when).unwrap_or_default();
        Brief { when, ..brief(&cards[session.instance], &time) }
    };
    let mut briefs: Vec<Brief> = day.sessions.iter().map(of_session).collect();
    if day.rest.is_some() {
        briefs.push(Brief::titled("Rest day".to_owned()));
    }
    if let Some(race) = day.race {
        briefs.push(Brief::titled(format!("Race: {race}")));
    }
    let is_hard = season.intensity(day) == Some(Intensity::Hard);
    Day { briefs, is_hard, is_rest: day.rest.is_some() }
}

/// Writes when on a day a session is done, before its title: `06:30`, `Morning:`.
fn when(when: TimeOfDay) -> String {
    match when {
        TimeOfDay::Clock(time) => date::write_time(time),
        TimeOfDay::Morning => "Morning:".to_owned(),
        TimeOfDay::Evening => "Evening:".to_owned(),
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
