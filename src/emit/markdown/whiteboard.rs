//! A whiteboard as Markdown.

use super::escape::{OnLine, escape};
use super::{heading, paragraph, start_block, table};
use crate::emit::whiteboard::{Cell, Day, Table, Whiteboard};

/// Stands where an athlete has nothing to lift.
const NOTHING: &str = "–";

/// Writes a whiteboard: a table a day, or several where it is wide.
pub fn write(board: &Whiteboard) -> String {
    let mut out = String::new();
    heading(1, &board.title, &mut out);
    for day in &board.days {
        write_day(day, &mut out);
    }
    out
}

fn write_day(day: &Day, out: &mut String) {
    heading(2, &day.name, out);
    paragraph("", &day.sessions.join("; "), out);
    for table in &day.tables {
        write_table(table, out);
    }
}

fn write_table(written: &Table, out: &mut String) {
    start_block(out);
    let escaped = |text: &str| escape(text, OnLine::Within);
    let lifts = written.lifts.iter().flat_map(|(lift, width)| std::iter::repeat_n(lift.as_str(), *width));
    let heads = lifts.zip(&written.doses).map(|(lift, dose)| escaped(format!("{lift} {dose}").trim_end()));
    let head: Vec<String> = std::iter::once("Athlete".to_owned()).chain(heads).collect();
    let row = |(name, cells): &(String, Vec<Cell>)| {
        std::iter::once(escaped(name)).chain(cells.iter().map(|cell| escaped(&said(cell)))).collect()
    };
    let rows: Vec<Vec<String>> = written.rows.iter().map(row).collect();
    table::write(&head, &rows, out);
}

fn said(cell: &Cell) -> String {
    match (cell.load.as_str(), cell.discs.as_str()) {
        ("", _) => NOTHING.to_owned(),
        (load, "") => load.to_owned(),
        (load, discs) => format!("{load} ({discs} a side)"),
    }
}
