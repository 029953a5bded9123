//! The sheet: the card of a workout as it is printed, with boxes to tick and lines to write on.

use std::ops::Range;

use maud::{Markup, PreEscaped, html};

use super::cells::{self, Cells};
use super::places::{Fields, Places};
use super::strip::strip;
use crate::emit::card::mark::{BLANK, Mark};
use crate::emit::card::{Card, Felt, Item, MovementNotes, Part, Row};
use crate::emit::figure::{Colours, PageFigures, Picture};
use crate::emit::player::model::Playbook;
use crate::emit::{Figures, SheetOptions};
use crate::source::{FileId, Place};

/// HTML has no deeper heading.
const DEEPEST_HEADING: usize = 6;
/// Goes between the names of a part and of the parts around it.
const WITHIN: &str = " › ";
/// The worst pain imaginable, on the numeric rating scale.
const MOST_PAIN: u8 = 10;
/// How many lines there are to say how it felt.
const LINES_FOR_FEELINGS: usize = 3;

/// Returns the sheet of a workout.
pub fn sheet(card: &Card, playbook: &Playbook, options: SheetOptions) -> Markup {
    html! {
        article #sheet .sheet .large[options.large] aria-label="Sheet" tabindex="-1" {
            p .sheet-tools {
                button #show-player type="button" hidden { "Back to the timer" }
                button #sheet-results type="button" hidden { "Results" }
                button #print type="button" hidden { "Print" }
            }
            (contents(&html! { h1 .title { bdi { (card.title) } } }, card, strip(playbook), None, Some(&Fields::of(&playbook.asks)), options, &mut Drawings::of_one(options.figures)))
        }
    }
}

/// Returns what a sheet says, below a heading with its title. `changes` says how it is done at other times. Where it is
/// filled in on the screen, `fields` says what there is to fill in. Movements are drawn by `drawings`.
pub fn contents(
    title: &Markup,
    card: &Card,
    strip: Option<Markup>,
    changes: Option<Markup>,
    fields: Option<&Fields<'_>>,
    options: SheetOptions,
    drawings: &mut Drawings,
) -> Markup {
    html! {
        header {
            (title)
            p .date { @for what in ["Name ", "Date "] { span .fill { (what) span .line {} } " " } }
            dl .facts {
                @for (label, text) in &card.facts { div { dt { (label) } dd { bdi { (text) } } } }
            }
            @if let Some(strip) = strip { (strip) }
        }
        @if let Some(changes) = changes { (changes) }
        @for part in &card.parts { (part_of(part, fields, options)) }
        section .feelings {
            @match card.felt {
                Felt::Effort => { h3 { "How it felt" } }
                Felt::Pain => {
                    h3 { "Pain" }
                    p .pain {
                        "none "
                        @for figure in 0..=MOST_PAIN { span { (figure) } " " }
                        "the worst imaginable"
                    }
                }
            }
            @for _ in 0..LINES_FOR_FEELINGS { p .line {} }
        }
        @if !card.movements.is_empty() {
            section .movements {
                h3 { "Movements" }
                div .columns { @for movement in &card.movements { (notes(movement, drawings)) } }
            }
        }
    }
}

/// Returns a part, with the parts within it in their places.
fn part_of(part: &Part, fields: Option<&Fields<'_>>, options: SheetOptions) -> Markup {
    let runs = part.items.chunk_by(|a, b| row_of(a).is_some() && row_of(b).is_some());
    html! {
        section .part data-at=[at(part.written, options)] {
            @if let Some(name) = part.path.last() {
                (heading(2 + part.path.len(), &html! {
                    @for outer in &part.path[..part.path.len() - 1] { span .outer { bdi { (outer) } (WITHIN) } }
                    bdi { (name) }
                }))
            }
            @if !part.rules.is_empty() { p .rules { (part.rules) } }
            @for run in runs {
                @match run {
                    [Item::Note { text }] => { blockquote { p { bdi { (text) } } } }
                    [Item::Blank { what, marks }] => { p .result { bdi { (what) } ": " (recorded(what, marks, fields)) } }
                    [Item::Result { text }] => { p .result { (with_blanks(text)) } }
                    [Item::Part(inner)] => { (part_of(inner, fields, options)) }
                    rows => { (rows_of(part, &rows.iter().filter_map(row_of).collect::<Vec<_>>(), fields, options)) }
                }
            }
            @if let Some(result) = &part.result { p .result { (with_blanks(result)) } }
        }
    }
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
    class: &'static str,
    cell: fn(&Row) -> &str,
}

/// Returns neighbouring rows of a part: names alone, as before a note, as lines, and all else as a table.
fn rows_of(part: &Part, rows: &[&Row], fields: Option<&Fields<'_>>, options: SheetOptions) -> Markup {
    if !rows.iter().all(|row| row.is_name()) {
        return table(part, rows, fields, options);
    }
    html! {
        @for row in rows { p .rules data-at=[at(row.written, options)] { b { bdi { (row.movement) } } " " (row.rules) } }
    }
}

/// Returns neighbouring rows of a part as a table: the cue below its movement, and room for the
/// weight where there are loads.
fn table(part: &Part, rows: &[&Row], fields: Option<&Fields<'_>>, options: SheetOptions) -> Markup {
    let all = [
        Column { head: part.turn_head, class: "turn", cell: |row| &row.turn },
        Column { head: "Movement", class: "movement", cell: |row| &row.movement },
        Column { head: "Dose", class: "dose", cell: |row| &row.dose },
        Column { head: part.target_head, class: "target", cell: |row| &row.target },
        Column { head: "Tempo", class: "tempo", cell: |row| &row.tempo },
        Column { head: "Rest", class: "rest", cell: |row| &row.between_sets },
    ];
    let says_something = |column: &Column| rows.iter().any(|row| !(column.cell)(row).is_empty());
    let columns: Vec<Column> = all.into_iter().filter(says_something).collect();
    let cells: Vec<Cells> = rows.iter().copied().map(Cells::of).collect();
    let has_done = rows.iter().zip(&cells).any(|(row, cells)| is_done_beside(row, cells));
    let across = columns.len() + usize::from(has_done);
    let turn_head = columns.iter().find(|column| column.class == "turn").map(|column| column.head);
    html! {
        table {
            thead {
                tr {
                    @for column in &columns { th scope="col" class=(column.class) { (column.head) } }
                    @if has_done { th .done scope="col" { "Done" } }
                }
            }
            @for (row, cells) in rows.iter().zip(&cells) {
                // A row and the cells below it stay on one page.
                @if row.is_name() {
                    (name_of_part(row, across, turn_head, options))
                } @else { tbody data-deep=[deep(row)] data-at=[at(row.written, options)] {
                    tr {
                        @for column in &columns {
                            @let text = (column.cell)(row);
                            td class=(column.class) data-head=[(!text.is_empty()).then_some(column.head)] {
                                bdi { (text) }
                                @if column.class == "movement" && !row.cue.is_empty() {
                                    p .cue { bdi { (row.cue) } }
                                }
                                @let past = cells::said_of_past(row, cells);
                                @if column.class == "movement" && !past.is_empty() { p .past { (past) } }
                            }
                        }
                        @if has_done { td .done { (done(row, cells, fields)) } }
                    }
                    @if let Cells::Below(below) = cells {
                        tr .below { td colspan=(across) { (cells::places(row, below, fields)) } }
                    }
                } }
            }
        }
    }
}

/// Returns the row with the name and the rules of a part, across all columns but that of the turns.
fn name_of_part(row: &Row, across: usize, turn_head: Option<&str>, options: SheetOptions) -> Markup {
    html! {
        tbody .inner data-deep=[deep(row)] data-at=[at(row.written, options)] {
            tr {
                @if let Some(turn_head) = turn_head { td .turn data-head=[(!row.turn.is_empty()).then_some(turn_head)] { (row.turn) } }
                th scope="rowgroup" colspan=(across - usize::from(turn_head.is_some())) {
                    bdi { (row.movement) }
                    @if !row.rules.is_empty() { " " span .rules { (row.rules) } }
                }
            }
        }
    }
}

/// Returns how far a row is set in, if it is in a part among other rows.
fn deep(row: &Row) -> Option<u8> {
    /// On narrow paper there is no room for more.
    const DEEPEST: u8 = 4;
    (row.depth > 0).then_some(row.depth.min(DEEPEST))
}

/// Returns the first byte of what was written in the file itself, where that is asked for.
fn at(written: Option<Place>, options: SheetOptions) -> Option<u32> {
    let written = written.filter(|place| options.places && place.file == FileId::default())?;
    Some(written.span.start)
}

/// Tells whether there is anything in the last column of a row.
fn is_done_beside(row: &Row, cells: &Cells) -> bool {
    match cells {
        Cells::Below(_) => false,
        Cells::Beside(_) | Cells::OfReps(_) => true,
        Cells::None => !row.done.is_empty() || row.log.weight.is_some(),
    }
}

/// Returns what is in the last column of a row.
fn done(row: &Row, cells: &Cells, fields: Option<&Fields<'_>>) -> Markup {
    let places = Places::of(row, row.done.iter().map(Mark::boxes).sum(), fields);
    html! {
        @match cells {
            Cells::Below(_) => {}
            Cells::Beside(beside) => { (cells::places(row, beside, fields)) }
            Cells::OfReps(small) => { (cells::of_reps(row, small, fields)) }
            Cells::None => {
                @if let Some(weight) = row.log.weight { span .one { (blank()) (weight) } " " }
                (marked(&row.done, &places))
            }
        }
    }
}

/// Returns the blank of a `record`, which is filled in on the screen where it is the only one.
fn recorded(what: &str, marks: &[Mark], fields: Option<&Fields<'_>>) -> Markup {
    let number = fields.and_then(|fields| fields.record(what));
    match (number, marks) {
        (Some(number), [Mark::Blanks { count: 1 }]) => {
            html! { span .blank role="img" aria-label="blank" data-record=(number) {} }
        }
        (None | Some(_), _) => marked(marks, &Places::default()),
    }
}

/// Returns what there is to tick off and to fill in, as places to do it.
fn marked(marks: &[Mark], places: &Places<'_>) -> Markup {
    let mut before = 0;
    let mut next = |count: u32| {
        let first = before;
        before += count as usize;
        boxes(first..before, places)
    };
    html! {
        @for (nth, mark) in marks.iter().enumerate() {
            @if nth > 0 { " " }
            @match mark {
                Mark::Ticks { count } => { (next(*count)) }
                Mark::TicksAtMost { count } => { "(" (next(*count)) ")" }
                Mark::Rungs { rungs } => { @for rung in rungs { (next(1)) " " (rung) " " } }
                Mark::Blanks { count } => { @for _ in 0..*count { (blank()) " " } }
                Mark::Total => { "total " (blank()) }
                Mark::OutOf { all } => { (blank()) " of " (all) }
            }
        }
    }
}

/// Returns a line of text, with a place to write at each of its blanks.
fn with_blanks(text: &str) -> Markup {
    html! {
        @for (nth, between) in text.split(BLANK).enumerate() {
            @if nth > 0 { (blank()) }
            (between)
        }
    }
}

fn blank() -> Markup {
    html! { span .blank role="img" aria-label="blank" {} }
}

fn boxes(numbers: Range<usize>, places: &Places<'_>) -> Markup {
    let count = numbers.len();
    let label = if count == 1 { "1 box".to_owned() } else { format!("{count} boxes") };
    html! {
        span .boxes role="img" aria-label=(label) {
            @for number in numbers { span .box data-sets=[places.sets(number)] {} }
        }
    }
}

/// How movements are drawn on a page.
pub struct Drawings {
    size: Figures,
    /// What was drawn on a page of many sheets. The player moves the figures of its one sheet, so there each is drawn.
    page: Option<PageFigures>,
}

impl Drawings {
    /// Returns those of a page of one sheet.
    pub fn of_one(size: Figures) -> Self {
        Self { size, page: None }
    }

    /// Returns those of a page of many sheets.
    pub fn of_many(size: Figures) -> Self {
        Self { size, page: Some(PageFigures::default()) }
    }

    /// Draws a movement; none if it has no figure, or none is wanted.
    fn draw(&mut self, movement: &MovementNotes) -> Option<Markup> {
        let drawn =
            movement.figure.as_ref().filter(|_| self.size != Figures::None).and_then(Picture::drawn)?;
        let svg = match &mut self.page {
            Some(page) => page.svg(&drawn),
            None => drawn.svg(Colours::Classes),
        };
        Some(html! { div .drawn .large[self.size == Figures::Large] { (PreEscaped(svg)) } })
    }
}

/// Returns what is known of a movement, with its figure. The player takes it from here, by the movement's name.
fn notes(movement: &MovementNotes, drawings: &mut Drawings) -> Markup {
    html! {
        section .notes data-movement=(movement.name.to_lowercase()) {
            @if let Some(drawn) = drawings.draw(movement) { (drawn) }
            h4 { bdi { (movement.name) } }
            @if let Some(why) = &movement.why { p { bdi { (why) } } }
            @if !movement.cues.is_empty() {
                ul { @for cue in &movement.cues { li { bdi { (cue) } } } }
            }
            @for (label, forms) in [("Easier", &movement.easier), ("Harder", &movement.harder)] {
                @if !forms.is_empty() {
                    p .forms { b { (label) ": " } bdi { (forms.join(", ")) } }
                }
            }
        }
    }
}

fn heading(level: usize, text: &Markup) -> Markup {
    match level.min(DEEPEST_HEADING) {
        0..=3 => html! { h3 { (text) } },
        4 => html! { h4 { (text) } },
        5 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}
