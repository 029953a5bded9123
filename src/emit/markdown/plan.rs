//! Plans: the weeks to hang up, what they add up to, and the card of each session.

use super::escape::{OnLine, escape};
use super::{heading, item, paragraph, start_block, table, write_card};
use crate::emit::overview::{Brief, Day, Overview, SessionSheet, Table, Week};

/// Marks a day that the plan does not mention.
const FREE: &str = "–";
/// Marks a hard day.
const HARD: &str = "!";

/// Writes the pages of a plan.
pub fn write(overview: &Overview) -> String {
    let mut out = String::new();
    heading(1, &overview.title, &mut out);
    for (label, text) in &overview.facts {
        item(&format!("{label}: {text}"), &mut out);
    }
    heading(2, "Weeks", &mut out);
    write_table(&weeks(overview), &mut out);
    if overview.has_hard_days() {
        paragraph("", &format!("{HARD} marks a hard day."), &mut out);
    }
    heading(2, "What it adds up to", &mut out);
    write_table(&overview.sums, &mut out);
    if !overview.muscles.rows.is_empty() {
        write_table(&overview.muscles, &mut out);
    }
    for session in &overview.sessions {
        write_session(session, &mut out);
    }
    out
}

/// Writes the card of a session, with when it is done and what changes in it.
fn write_session(session: &SessionSheet, out: &mut String) {
    let mut card = session.card.clone();
    card.facts.insert(0, ("When", session.when.clone()));
    write_card(&card, 2, out);
    if !session.changes.rows.is_empty() {
        heading(3, "What changes", out);
        write_table(&session.changes, out);
    }
}

/// Returns the weeks as a table: a row a week, a column a day.
fn weeks(overview: &Overview) -> Table {
    let name = |week: &Week| {
        let number = week.number.to_string();
        let parts = [number.as_str(), week.part.as_str(), week.date.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let days = overview.weekdays.clone();
    Table {
        head: std::iter::once("Week".to_owned()).chain(days).collect(),
        rows: overview
            .weeks
            .iter()
            .map(|week| std::iter::once(name(week)).chain(week.days.iter().map(day)).collect())
            .collect(),
    }
}

fn day(day: &Day) -> String {
    if day.briefs.is_empty() {
        return FREE.to_owned();
    }
    let mark = if day.is_hard { format!(" {HARD}") } else { String::new() };
    let briefs: Vec<String> = day.briefs.iter().map(Brief::in_one_line).collect();
    format!("{}{mark}", briefs.join("; "))
}

fn write_table(written: &Table, out: &mut String) {
    start_block(out);
    let escaped = |cells: &Vec<String>| cells.iter().map(|cell| escape(cell, OnLine::Within)).collect();
    let rows: Vec<Vec<String>> = written.rows.iter().map(escaped).collect();
    let head: Vec<String> = escaped(&written.head);
    table::write(&head, &rows, out);
}
