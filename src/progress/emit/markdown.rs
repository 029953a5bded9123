//! Progress in Markdown. Pictures are lines of text.

use super::part::Part;
use super::report::Report;
use crate::emit::markdown::escape::{OnLine, escape};
use crate::emit::markdown::table;

/// Writes a report.
pub fn write(report: &Report) -> String {
    let mut out = format!("# {}\n\n{}\n", within(&report.title), within(&report.span));
    for section in &report.sections {
        out += &format!("\n## {}\n", section.title);
        section.parts.iter().for_each(|one| part(one, &mut out));
    }
    for note in &report.notes {
        out += &format!("\n{}\n", escape(note, OnLine::Start));
    }
    out
}

fn part(part: &Part, out: &mut String) {
    if !part.title.is_empty() {
        *out += &format!("\n### {}\n", within(&part.title));
    }
    let facts = part.facts.iter().map(|(label, text)| format!("- {label}: {}\n", within(text)));
    block(facts.collect(), out);
    if !part.table.rows.is_empty() {
        let cells = |row: &Vec<String>| row.iter().map(|cell| within(cell)).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = part.table.rows.iter().map(cells).collect();
        out.push('\n');
        table::write(&cells(&part.table.head), &rows, out);
    }
    let plots = part.plots.iter().map(|plot| {
        let (bottom, top) = &plot.written_bounds;
        format!("- {}: {} ({} to {})\n", within(&plot.title), plot.in_text(), within(bottom), within(top))
    });
    block(plots.collect(), out);
}

/// Writes lines after a blank one.
fn block(lines: String, out: &mut String) {
    if !lines.is_empty() {
        out.push('\n');
        *out += &lines;
    }
}

fn within(text: &str) -> String {
    escape(text, OnLine::Within)
}
