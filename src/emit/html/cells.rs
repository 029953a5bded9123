//! Where the weights, the repetitions and the times of a row are written down. The sheet in PDF has the same cells: see `cells-of`
//! in `src/emit/pdf/sheet.typ`.

use maud::{Markup, html};

use super::places::{Fields, Places};
use crate::emit::card::mark::Mark;
use crate::emit::card::{CellPast, Row};

/// With more cells than these a row is lost in: then it is ticked.
const MOST: usize = 14;
/// The most cells beside a row; more go below it.
const MOST_BESIDE: usize = 2;
/// The most cells for repetitions alone, which are small, in the row itself.
const MOST_OF_REPS: usize = 6;
/// The most cells for repetitions in the row where some of them are wide.
const MOST_OF_WIDE_REPS: usize = 4;

/// A place for what was done in one set or round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Whether only the athlete can say how much it was, so that there is more to write.
    is_wide: bool,
    /// Whether the set may be left out.
    is_optional: bool,
}

/// Where the cells of a row go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cells {
    /// Below the row, over its whole width.
    Below(Vec<Cell>),
    /// At its end.
    Beside(Vec<Cell>),
    /// At its end, for repetitions alone.
    OfReps(Vec<Cell>),
    /// None: it is only ticked.
    None,
}

impl Cells {
    /// Returns the cells of a row.
    pub fn of(row: &Row) -> Self {
        let Some(cells) = cells(&row.done).filter(|_| !row.log.once) else { return Self::None };
        let width: usize = cells.iter().map(|cell| if cell.is_wide { 2 } else { 1 }).sum();
        let has_wide = width > cells.len();
        match (row.log.weight.is_some() || row.log.time, row.log.reps) {
            (true, _) if width <= MOST_BESIDE => Self::Beside(cells),
            (true, _) => Self::Below(cells),
            (false, true) if has_wide && width > MOST_OF_WIDE_REPS => Self::Below(cells),
            (false, true) if cells.len() <= MOST_OF_REPS => Self::OfReps(cells),
            (false, _) => Self::None,
        }
    }
}

/// Returns what is printed at each of so many cells; nothing where results say nothing.
fn past(row: &Row, cells: usize) -> &[CellPast] {
    row.past.as_ref().map(|past| past.cells.as_slice()).filter(|past| past.len() == cells).unwrap_or_default()
}

/// Returns what was done of a row before, in a sentence: without the figures that its cells have.
pub fn said_of_past<'r>(row: &'r Row, cells: &Cells) -> &'r str {
    let Some(past) = row.past.as_ref() else { return "" };
    let has_figures = match cells {
        Cells::Below(cells) | Cells::Beside(cells) | Cells::OfReps(cells) => {
            !self::past(row, cells.len()).is_empty()
        }
        Cells::None => false,
    };
    if has_figures { &past.beside_cells } else { &past.sentence }
}

/// Returns a cell for each mark. None where the marks are of another kind, and where there are too many.
fn cells(marks: &[Mark]) -> Option<Vec<Cell>> {
    let mut cells = Vec::new();
    for mark in marks {
        let (count, cell) = match mark {
            Mark::Ticks { count } => (*count, Cell { is_wide: false, is_optional: false }),
            Mark::TicksAtMost { count } => (*count, Cell { is_wide: false, is_optional: true }),
            Mark::Blanks { count } => (*count, Cell { is_wide: true, is_optional: false }),
            Mark::Rungs { .. } | Mark::Total | Mark::OutOf { .. } => return None,
        };
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        if count > MOST - cells.len() {
            return None;
        }
        cells.extend(std::iter::repeat_n(cell, count));
    }
    Some(cells).filter(|cells| !cells.is_empty())
}

/// Returns the cells of a row as places to write in.
pub fn places(row: &Row, cells: &[Cell], fields: Option<&Fields<'_>>) -> Markup {
    let places = Places::of(row, cells.len(), fields);
    let (unit, what) = match (row.log.weight, row.log.reps) {
        (Some(weight), true) => (format!("{weight} ×"), format!("{weight} and reps")),
        (Some(weight), false) => (weight.to_owned(), weight.to_owned()),
        (None, _) if row.log.time => ("time".to_owned(), "the time".to_owned()),
        (None, _) => ("reps".to_owned(), "reps".to_owned()),
    };
    let is_pair = row.log.weight.is_some() && row.log.reps;
    html! {
        span .cells.pairs[is_pair] role="img" aria-label=(label(row, cells, &what)) {
            (slots(row, cells, &places, Some(&unit)))
        }
    }
}

/// Says of cells what they are for, and what is printed at them.
fn label(row: &Row, cells: &[Cell], what: &str) -> String {
    let mut label = format!("{} for {what}", count(cells.len()));
    let past = past(row, cells.len());
    let mut add = |name: &str, text: fn(&CellPast) -> &str| {
        let said: Vec<&str> = past.iter().map(text).filter(|text| !text.is_empty()).collect();
        if !said.is_empty() {
            label.push_str(&format!("; {name}: {}", said.join(", ")));
        }
    };
    add("last time", |past| &past.last);
    add("aim", |past| &past.aim);
    label
}

/// Returns cells, each below what was done in it the last time and what is aimed at.
fn slots(row: &Row, cells: &[Cell], places: &Places<'_>, unit: Option<&str>) -> Markup {
    let past = past(row, cells.len());
    let place = |number: usize, cell: &Cell| {
        html! {
            span .cell.wide[cell.is_wide].optional[cell.is_optional] data-sets=[places.sets(number)] {
                @if let Some(unit) = unit { span .unit { (unit) } }
            }
        }
    };
    html! {
        @for (number, cell) in cells.iter().enumerate() {
            @match past.get(number) {
                None => { (place(number, cell)) }
                Some(past) => {
                    span .slot.wide[cell.is_wide] {
                        span .past {
                            span { (past.last) }
                            @if !past.aim.is_empty() { " " span .aim { "→\u{A0}" (past.aim) } }
                        }
                        (place(number, cell))
                    }
                }
            }
        }
    }
}

/// Returns small cells for repetitions, followed by the word.
pub fn of_reps(row: &Row, cells: &[Cell], fields: Option<&Fields<'_>>) -> Markup {
    let places = Places::of(row, cells.len(), fields);
    html! {
        span .cells.small role="img" aria-label=(label(row, cells, "reps")) { (slots(row, cells, &places, None)) }
        " " span .unit { "reps" }
    }
}

fn count(cells: usize) -> String {
    if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Cells};
    use crate::emit::card::Row;
    use crate::emit::card::mark::{Log, Mark};

    const NARROW: Cell = Cell { is_wide: false, is_optional: false };
    const WIDE: Cell = Cell { is_wide: true, is_optional: false };
    const OPTIONAL: Cell = Cell { is_wide: false, is_optional: true };

    fn cells(done: Vec<Mark>, weight: Option<&'static str>, reps: bool) -> Cells {
        Cells::of(&Row { done, log: Log { weight, reps, ..Log::default() }, ..Row::default() })
    }

    #[test]
    fn weights_stand_beside_a_row_or_below_it() {
        let sets = |count| vec![Mark::Ticks { count }];
        assert_eq!(cells(sets(2), Some("kg"), true), Cells::Beside(vec![NARROW; 2]));
        assert_eq!(cells(sets(5), Some("kg"), false), Cells::Below(vec![NARROW; 5]));
        assert_eq!(cells(sets(15), Some("kg"), true), Cells::None);
        assert_eq!(cells(sets(u32::MAX), Some("kg"), true), Cells::None);
    }

    #[test]
    fn times_stand_where_weights_would() {
        let row = Row {
            done: vec![Mark::Ticks { count: 6 }],
            log: Log { time: true, ..Log::default() },
            ..Row::default()
        };
        assert_eq!(Cells::of(&row), Cells::Below(vec![NARROW; 6]));
    }

    #[test]
    fn repetitions_stand_in_the_row_where_they_fit() {
        assert_eq!(cells(vec![Mark::Ticks { count: 6 }], None, true), Cells::OfReps(vec![NARROW; 6]));
        assert_eq!(cells(vec![Mark::Ticks { count: 7 }], None, true), Cells::None);
        assert_eq!(cells(vec![Mark::Blanks { count: 2 }], None, true), Cells::OfReps(vec![WIDE; 2]));
        assert_eq!(cells(vec![Mark::Blanks { count: 3 }], None, true), Cells::Below(vec![WIDE; 3]));
    }

    #[test]
    fn a_set_that_may_be_left_out_is_marked_and_one_to_the_limit_is_wide() {
        let marks = vec![Mark::Ticks { count: 1 }, Mark::TicksAtMost { count: 1 }, Mark::Blanks { count: 1 }];
        assert_eq!(cells(marks, Some("lb"), true), Cells::Below(vec![NARROW, OPTIONAL, WIDE]));
    }

    #[test]
    fn what_is_ticked_otherwise_has_no_cells() {
        assert_eq!(cells(vec![Mark::Total], Some("kg"), true), Cells::None);
        assert_eq!(cells(vec![Mark::Rungs { rungs: vec![21, 15, 9] }], Some("kg"), true), Cells::None);
        assert_eq!(cells(Vec::new(), Some("kg"), true), Cells::None);
        assert_eq!(cells(vec![Mark::Ticks { count: 3 }], None, false), Cells::None);
        let row = Row {
            done: vec![Mark::Ticks { count: 3 }],
            log: Log { weight: Some("kg"), reps: true, once: true, ..Log::default() },
            ..Row::default()
        };
        assert_eq!(Cells::of(&row), Cells::None);
    }
}
