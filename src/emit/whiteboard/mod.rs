//! A page for each day of training of a team: athletes down, lifts across, each with the load and the discs a side.
//!
//! ```text
//!  CompiledPlan of each athlete ──part──▶ Part ──▶ Whiteboard ──▶ Markdown, PDF
//! ```
//!
//! It is no [`Emitter`](super::Emitter), since it is made of several compilations: one for each athlete.

mod part;

use serde::Serialize;

use crate::date::Date;

pub use part::{Cell, DayOfOne, Part, Sets};

/// The most columns of a table: what fits beside the names on a landscape page in letters that are read from two metres.
const MOST_COLUMNS: usize = 8;

/// The days of a plan for a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Whiteboard {
    /// The plan's title.
    pub title: String,
    /// Its days with lifts, in order.
    pub days: Vec<Day>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// Which: `Monday, 5 Jan 2026 (week 1)`.
    pub name: String,
    /// Its date, where the plan has dates.
    #[serde(skip)]
    pub date: Option<Date>,
    /// The titles of its sessions.
    pub sessions: Vec<String>,
    /// Its lifts, in as many tables as are needed.
    pub tables: Vec<Table>,
}

/// Lifts beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The lifts, each with how many of the columns it has.
    pub lifts: Vec<(String, usize)>,
    /// How much, a column each: `5 @ 65%`.
    pub doses: Vec<String>,
    /// The athletes, each with a cell for each column.
    pub rows: Vec<(String, Vec<Cell>)>,
}

impl Whiteboard {
    /// Puts the parts of several athletes together, who are named. They are of one plan.
    pub fn of(parts: &[(String, &Part)]) -> Self {
        let Some((_, first)) = parts.first() else { return Self { title: String::new(), days: Vec::new() } };
        let days = first.days.iter().enumerate().map(|(at, day)| {
            let of_each: Vec<(&str, &DayOfOne)> =
                parts.iter().filter_map(|(name, part)| Some((name.as_str(), part.days.get(at)?))).collect();
            Day {
                name: day_name(day),
                date: day.date,
                sessions: day.sessions.clone(),
                tables: tables(&of_each),
            }
        });
        // What is only run or held is on no whiteboard.
        let days = days.filter(|day| !day.tables.is_empty());
        Self { title: first.title.clone(), days: days.collect() }
    }

    /// Leaves only the day of this date, and tells whether there is one.
    pub fn keep_day(&mut self, date: Date) -> bool {
        self.days.retain(|day| day.date == Some(date));
        !self.days.is_empty()
    }
}

/// Writes which day it is.
fn day_name(day: &DayOfOne) -> String {
    match day.date {
        Some(date) => {
            format!("{}, {} (week {})", day.weekday, super::dates::long_date(date), day.week)
        }
        None => format!("Week {}, {}", day.week, day.weekday),
    }
}

/// Returns the lifts of a day as tables.
fn tables(of_each: &[(&str, &DayOfOne)]) -> Vec<Table> {
    let columns = columns(of_each);
    let mut tables: Vec<Table> = Vec::new();
    let mut rest = columns.as_slice();
    while !rest.is_empty() {
        let (now, later) = rest.split_at(cut(rest));
        tables.push(table(now, of_each));
        rest = later;
    }
    tables
}

/// What a column is, for all athletes: a lift, a dose, and which of several that are alike.
type Column<'a> = (&'a Sets, usize);

/// Returns the columns of all athletes, each once, in order.
fn columns<'a>(of_each: &[(&str, &'a DayOfOne)]) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = Vec::new();
    for (_, day) in of_each {
        let mut at = 0;
        for (number, sets) in day.sets.iter().enumerate() {
            let nth = day.sets[..number].iter().filter(|other| other.is_like(sets)).count();
            match columns.iter().position(|(other, of)| other.is_like(sets) && *of == nth) {
                Some(known) => at = known + 1,
                None => {
                    columns.insert(at.min(columns.len()), (sets, nth));
                    at += 1;
                }
            }
        }
    }
    columns
}

/// Returns how many columns the next table has: whole lifts, as many as fit, or else a part of one.
fn cut(columns: &[Column<'_>]) -> usize {
    if columns.len() <= MOST_COLUMNS {
        return columns.len();
    }
    let begins = |at: &usize| columns[*at].0.lift != columns[*at - 1].0.lift;
    (1..=MOST_COLUMNS).rev().find(begins).unwrap_or(MOST_COLUMNS)
}

fn table(columns: &[Column<'_>], of_each: &[(&str, &DayOfOne)]) -> Table {
    let mut lifts: Vec<(String, usize)> = Vec::new();
    for (sets, _) in columns {
        match lifts.last_mut() {
            Some((lift, width)) if *lift == sets.lift => *width += 1,
            Some(_) | None => lifts.push((sets.lift.clone(), 1)),
        }
    }
    let cell = |day: &DayOfOne, (column, nth): &Column<'_>| {
        let found = day.sets.iter().filter(|sets| sets.is_like(column)).nth(*nth);
        found.map_or_else(Cell::default, |sets| sets.cell.clone())
    };
    let row = |&(name, day): &(&str, &DayOfOne)| {
        (name.to_owned(), columns.iter().map(|column| cell(day, column)).collect())
    };
    Table {
        lifts,
        doses: columns.iter().map(|(sets, _)| sets.dose_and_share()).collect(),
        rows: of_each.iter().map(row).collect(),
    }
}
