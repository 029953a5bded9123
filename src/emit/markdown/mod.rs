//! The card as Markdown: to be pinned on a wall, read on GitHub, or looked at in a terminal as it is.
//!
//! No HTML, no emphasis, nothing that only makes sense rendered: headings, lists, quotations for the coach's notes,
//! and tables whose columns line up. Every text that comes from a source goes through `escape` once.

pub(crate) mod escape;
mod plan;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub mod whiteboard;

use std::borrow::Cow;

use std::io;

use super::card::{Card, Felt, Item, MovementNotes, Part, Row, RowPast, mark};
use super::{Context, Emitter, Format, FormatInfo, Knob, Per, Subject};
use escape::{OnLine, escape};
use unicode_width::UnicodeWidthStr;

/// Markdown knows no deeper heading.
const DEEPEST_HEADING: usize = 6;
/// The head of the column of cues.
const CUE: &str = "Cue";
/// A table that is wider has its cues below it. So many characters fit across a sheet of A4 on its short side.
const WIDEST_WITH_CUES: usize = 100;
/// A longer cue is a sentence, not an entry of a table.
const LONGEST_CUE_IN_COLUMN: usize = 32;
/// Goes between the names of a part and of the parts around it.
const WITHIN: &str = " › ";
/// Leads each row of a part that is written out among the rows of another.
const DEEPER: &str = "– ";

impl Format {
    /// A card for the wall.
    pub const MARKDOWN: Format = Format::of(&Markdown);
}

struct Markdown;

static INFO: FormatInfo = FormatInfo {
    name: "md",
    extension: "md",
    per: &[Per::Workout, Per::Plan],
    joinable: true,
    knobs: &[Knob::Starts],
    ..FormatInfo::PLAIN
};

impl Emitter for Markdown {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn emit(&self, subject: Subject<'_>, _: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        match subject {
            Subject::Workout(workout) => out.write_all(write(workout.card()).as_bytes()),
            Subject::Plan(plan) => out.write_all(plan::write(plan.overview()).as_bytes()),
            Subject::File(_) => Ok(()),
        }
    }
}

/// Writes the card of a workout.
pub fn write(card: &Card) -> String {
    let mut out = String::new();
    write_card(card, 1, &mut out);
    out
}

/// Writes a card under a heading of this level.
fn write_card(card: &Card, level: usize, out: &mut String) {
    heading(level, &card.title, out);
    for (label, text) in &card.facts {
        item(&format!("{label}: {text}"), out);
    }
    for part in &card.parts {
        write_part(part, level, out);
    }
    match card.felt {
        Felt::Effort => {}
        Felt::Pain => {
            heading(level + 1, "Pain", out);
            let asked = "From 0, none, to 10, the worst imaginable:";
            paragraph("", &format!("{asked} {}", mark::BLANK), out);
        }
    }
    if card.movements.iter().any(MovementNotes::says_something) {
        heading(level + 1, "Movements", out);
        for movement in card.movements.iter().filter(|movement| movement.says_something()) {
            write_movement(movement, level, out);
        }
    }
}

/// Writes a part of a card under a heading of this level, with the parts within it in their places.
fn write_part(part: &Part, level: usize, out: &mut String) {
    if !part.path.is_empty() {
        heading(level + part.path.len(), &part.path.join(WITHIN), out);
    }
    if !part.rules.is_empty() {
        paragraph("", &part.rules, out);
    }
    for items in part.items.chunk_by(|a, b| row_of(a).is_some() && row_of(b).is_some()) {
        match items {
            [Item::Note { text }] => paragraph("> ", text, out),
            [Item::Blank { what, marks }] => paragraph("", &format!("{what}: {}", mark::written(marks)), out),
            [Item::Result { text }] => paragraph("", text, out),
            [Item::Part(inner)] => write_part(inner, level, out),
            rows => write_rows(part, &rows.iter().filter_map(row_of).collect::<Vec<_>>(), out),
        }
    }
    if let Some(result) = &part.result {
        paragraph("", result, out);
    }
}

/// Writes neighbouring rows of a part: names alone, as before a note, as lines, and all else as a table.
fn write_rows(part: &Part, rows: &[&Row], out: &mut String) {
    if !rows.iter().all(|row| row.is_name()) {
        return write_table(part, rows, out);
    }
    for row in rows {
        paragraph("", &movement_cell(row), out);
    }
}

/// Writes neighbouring rows of a part, with their cues: in a column where there is room, else below.
fn write_table(part: &Part, rows: &[&Row], out: &mut String) {
    let mut columns = columns(part, rows);
    let is_cue = |column: &Column| column.head == CUE;
    let too_wide = width(&columns, rows) > WIDEST_WITH_CUES
        || rows.iter().any(|row| row.cue.width() > LONGEST_CUE_IN_COLUMN);
    let cues_below = too_wide && columns.iter().any(is_cue);
    if cues_below {
        columns.retain(|column| !is_cue(column));
    }
    let head: Vec<String> = columns.iter().map(|column| column.head.to_owned()).collect();
    let cells = |row: &&Row| {
        columns.iter().map(|column| escape(&(column.cell)(row), OnLine::Within)).collect::<Vec<_>>()
    };
    start_block(out);
    table::write(&head, &rows.iter().map(cells).collect::<Vec<_>>(), out);
    if cues_below {
        start_block(out);
        for row in rows.iter().filter(|row| !row.cue.is_empty()) {
            item(&format!("{}: {}", row.movement, row.cue), out);
        }
    }
}

/// Returns how many columns of characters a table takes.
fn width(columns: &[Column], rows: &[&Row]) -> usize {
    let widest = |column: &Column| {
        rows.iter().map(|row| (column.cell)(row).width()).max().unwrap_or_default().max(column.head.width())
    };
    columns.iter().map(|column| widest(column) + " | ".len()).sum::<usize>() + 1
}

fn row_of(item: &Item) -> Option<&Row> {
    match item {
        Item::Row(row) => Some(row),
        Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } | Item::Part(_) => None,
    }
}

/// A column of a part's table.
struct Column {
    head: &'static str,
    cell: fn(&Row) -> Cow<'_, str>,
}

/// Returns the columns that have something to say in any of these rows.
fn columns(part: &Part, rows: &[&Row]) -> Vec<Column> {
    let all = [
        Column { head: part.turn_head, cell: |row| Cow::Borrowed(&row.turn) },
        Column { head: "Movement", cell: movement_cell },
        Column { head: "Dose", cell: |row| Cow::Borrowed(&row.dose) },
        Column { head: part.target_head, cell: |row| Cow::Borrowed(&row.target) },
        Column { head: "Tempo", cell: |row| Cow::Borrowed(&row.tempo) },
        Column { head: "Rest", cell: |row| Cow::Borrowed(&row.between_sets) },
        Column { head: CUE, cell: |row| Cow::Borrowed(&row.cue) },
        Column { head: "Last time", cell: |row| past(row, |past| &past.last) },
        Column { head: "Best", cell: |row| past(row, |past| &past.best) },
        Column { head: "Done", cell: |row| mark::written(&row.done).into() },
    ];
    let says_something = |column: &Column| rows.iter().any(|row| !(column.cell)(row).is_empty());
    all.into_iter().filter(says_something).collect()
}

/// Writes something of what was done of a row before.
fn past(row: &Row, text: fn(&RowPast) -> &str) -> Cow<'_, str> {
    row.past.as_ref().map_or(Cow::Borrowed(""), |past| Cow::Borrowed(text(past)))
}

/// Writes a movement, or a part with its rules, after a dash for each part around it.
fn movement_cell(row: &Row) -> Cow<'_, str> {
    if row.depth == 0 && row.rules.is_empty() {
        return Cow::Borrowed(&row.movement);
    }
    let seam = if row.rules.is_empty() { "" } else { ": " };
    format!("{}{}{seam}{}", DEEPER.repeat(row.depth.into()), row.movement, row.rules).into()
}

/// Writes what is known of a movement of a card under a heading of this level.
fn write_movement(movement: &MovementNotes, level: usize, out: &mut String) {
    heading(level + 2, &movement.name, out);
    if let Some(why) = &movement.why {
        paragraph("", why, out);
    }
    start_block(out);
    for cue in &movement.cues {
        item(cue, out);
    }
    for (label, forms) in [("Easier", &movement.easier), ("Harder", &movement.harder)] {
        if !forms.is_empty() {
            item(&format!("{label}: {}", forms.join(", ")), out);
        }
    }
}

fn heading(level: usize, text: &str, out: &mut String) {
    start_block(out);
    out.push_str(&"#".repeat(level.min(DEEPEST_HEADING)));
    out.push(' ');
    out.push_str(&escape(text, OnLine::Within));
    out.push_str("\n\n");
}

/// Writes a paragraph after a mark such as that of a quotation.
fn paragraph(mark: &str, text: &str, out: &mut String) {
    start_block(out);
    out.push_str(mark);
    out.push_str(&escape(text, OnLine::Start));
    out.push('\n');
}

fn item(text: &str, out: &mut String) {
    out.push_str("- ");
    out.push_str(&escape(text, OnLine::Start));
    out.push('\n');
}

/// Sees to the blank line that parts a block from the one before.
fn start_block(out: &mut String) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}
