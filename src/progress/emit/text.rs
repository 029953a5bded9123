//! Progress in a terminal.

use unicode_width::UnicodeWidthStr;

use super::part::Part;
use super::plot::Plot;
use super::report::Report;
use crate::emit::overview::Table;
use crate::emit::readable::readable;

/// The gap between two columns.
const GAP: &str = "  ";

/// A column is not widened beyond this for one long cell, which then pushes the others of its row.
const WIDEST_COLUMN: usize = 40;

/// Writes a report. What is written down cannot end a line or move the cursor.
pub fn write(report: &Report) -> String {
    let mut out = format!("{}\n{}\n", readable(&report.title), report.span);
    for section in &report.sections {
        out += &format!("\n{}\n{}\n", section.title, "-".repeat(section.title.width()));
        for (nth, one) in section.parts.iter().enumerate() {
            if nth > 0 {
                out.push('\n');
            }
            part(one, &mut out);
        }
    }
    for note in &report.notes {
        out += &format!("\n{}\n", readable(note));
    }
    out
}

fn part(part: &Part, out: &mut String) {
    if !part.title.is_empty() {
        *out += &format!("{}\n", readable(&part.title));
    }
    let facts = part.facts.iter().map(|(label, text)| vec![(*label).to_owned(), text.clone()]);
    lines(&facts.collect::<Vec<_>>(), out);
    table(&part.table, out);
    lines(&part.plots.iter().map(picture).collect::<Vec<_>>(), out);
}

fn table(table: &Table, out: &mut String) {
    if !table.rows.is_empty() {
        let all: Vec<Vec<String>> = std::iter::once(&table.head).chain(&table.rows).cloned().collect();
        lines(&all, out);
    }
}

fn picture(plot: &Plot) -> Vec<String> {
    let (bottom, top) = &plot.written_bounds;
    vec![plot.title.clone(), format!("{}  {bottom} to {top}", plot.in_text())]
}

/// Writes rows of cells in columns. Nothing is behind the last cell of a line.
fn lines(rows: &[Vec<String>], out: &mut String) {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| readable(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0).min(WIDEST_COLUMN)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in &rows {
        let mut line = String::new();
        for (cell, &width) in row.iter().zip(&widths) {
            line += GAP;
            line += cell;
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width())));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
