//! What was done before, beside the cells of a row in which today's sets are written down.

use serde::Serialize;

use super::{Mark, Row, RowSets};
use crate::emit::history::{Before, Did, words};
use crate::emit::written;

/// What was done before of the sets of a [`Row`](super::Row). What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RowPast {
    /// All of it in a sentence: `Last time, 9 Jan: 5, 5, 4 @ 60 kg; best: 5 @ 65 kg`.
    pub sentence: String,
    /// The same for a row whose cells have the figures of the last time: `Last time: 9 Jan; best: 5 @ 65 kg`.
    pub beside_cells: String,
    /// The last time: `9 Jan: 5, 5, 4 @ 60 kg`.
    pub last: String,
    /// The best: `5 @ 65 kg`.
    pub best: String,
    /// What is printed at each cell. Empty where nothing is.
    pub cells: Vec<CellPast>,
}

/// What is printed at the cell of a set, in few letters. The unit is left out where the cell has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CellPast {
    /// What was done in this same set the last time: `60 × 5`.
    pub last: String,
    /// What is aimed at: `62.5 × 5+`.
    pub aim: String,
}

/// Adds to the rows of a statement what was done of it before.
pub fn add(before: &Before, rows: &mut [Row]) {
    let count = rows.len();
    for (nth, row) in rows.iter_mut().enumerate() {
        let Some(sets) = row.sets else { continue };
        let past = past(before, row, sets, nth, nth + 1 == count);
        row.past = (past != RowPast::default()).then(|| Box::new(past));
    }
}

/// Returns what was done before of the sets of one row. Sets that the last time had beyond those of today are in the last
/// row.
fn past(before: &Before, row: &Row, sets: RowSets, nth: usize, is_last_row: bool) -> RowPast {
    let last = before.last.as_ref();
    let is_own = |number: &usize| {
        let in_round = number % sets.of;
        let is_of_row = (sets.before..sets.before.saturating_add(sets.count)).contains(&in_round);
        if *number < before.sets() { is_of_row } else { is_last_row }
    };
    let own: Vec<usize> = (0..last.map_or(0, |last| last.count())).filter(is_own).collect();
    let done: Vec<Did> =
        last.iter().flat_map(|last| own.iter().flat_map(|&number| last.set(number, None))).collect();
    let taken = last.and_then(|last| last.taken).filter(|_| nth == 0);
    let best = before.best(sets.before, sets.before.saturating_add(sets.count));
    let best = words::best(best, before.fastest());
    let cells = cells(before, row, sets, (own.len() == 1).then_some(taken).flatten());
    let day = last.map(|last| last.day.as_str()).filter(|_| nth == 0);
    let done = words::all(&done, taken);
    let sentence = |done: &str| {
        let head = day.map_or("Last time".to_owned(), |day| {
            if done.is_empty() { format!("Last time: {day}") } else { format!("Last time, {day}") }
        });
        let last = match (day, done) {
            (None, "") => String::new(),
            (Some(_), "") => head,
            (_, done) => format!("{head}: {done}"),
        };
        let best = if best.is_empty() { String::new() } else { format!("best: {best}") };
        let said = [last, best].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
        written::capitalised(&said)
    };
    // What no cell has is said in the sentence.
    let shown: Vec<usize> = (0..cells.len()).map(|cell| sets.set(cell)).collect();
    let all_shown = taken.is_none() && own.iter().all(|number| shown.contains(number));
    let head = day.filter(|_| !done.is_empty()).map_or(String::new(), |day| format!("{day}: "));
    RowPast {
        sentence: sentence(&done),
        beside_cells: sentence(if all_shown { "" } else { &done }),
        last: if done.is_empty() { String::new() } else { format!("{head}{done}") },
        best,
        cells,
    }
}

/// Returns what is printed at each cell of a row. `taken` is how long its only set took.
fn cells(before: &Before, row: &Row, sets: RowSets, taken: Option<i64>) -> Vec<CellPast> {
    let unit = row.log.weight;
    let is_load_alone = unit.is_some() && !row.log.reps;
    let cell = |number: usize| {
        let done = before.last.as_ref().map(|last| last.set(number, None)).unwrap_or_default();
        let asked = before.asked(number).filter(|_| !row.log.time);
        // A cell for the load alone says how much only where that was something else.
        let is_as_asked = |set: &Did| {
            let asked = asked.filter(|asked| asked.low == asked.high && !asked.is_open);
            set.amount.zip(asked).is_some_and(|(did, asked)| (did.low, did.unit) == (asked.low, asked.unit))
        };
        let hides_amount = is_load_alone && !done.is_empty() && done.iter().all(is_as_asked);
        let last = match taken.filter(|_| row.log.time) {
            Some(taken) => written::clock(taken),
            None if row.log.time => String::new(),
            None if hides_amount => words::loads_in_cell(&done, unit),
            None => words::in_cell(&done, unit),
        };
        let aim = asked.map(|set| {
            if hides_amount { words::asked_load_in_cell(set, unit) } else { words::asked_in_cell(set, unit) }
        });
        CellPast { last, aim: aim.unwrap_or_default() }
    };
    let all: Vec<CellPast> = (0..count(&row.done)).map(|nth| cell(sets.set(nth))).collect();
    if all.iter().all(|cell| *cell == CellPast::default()) { Vec::new() } else { all }
}

/// Returns how many cells marks come to. None where they are counted otherwise.
fn count(marks: &[Mark]) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Ticks { count } | Mark::TicksAtMost { count } | Mark::Blanks { count } => Some(*count as usize),
        Mark::Rungs { .. } | Mark::Total | Mark::OutOf { .. } => None,
    };
    marks.iter().map(of).sum::<Option<usize>>().unwrap_or(0)
}
