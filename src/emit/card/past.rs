//! What was done before, beside the cells of a row in which today's sets are written down.

use serde::Serialize;

use super::{Mark, Row, RowSets};
use crate::emit::history::{Before, Did, LastTime, words};
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
    let numbered = before.last.as_ref().map(LastTime::numbered).unwrap_or_default();
    let own = shared_out(before, rows, numbered.len());
    for (nth, (row, own)) in rows.iter_mut().zip(own).enumerate() {
        let Some(sets) = row.sets else { continue };
        let past = Own { before, numbered: &numbered, numbers: own, sets, is_first: nth == 0 }.of(row);
        row.past = (past != RowPast::default()).then(|| Box::new(past));
    }
}

/// Returns for each row the numbers of the sets of the last time that are its own. Those beyond the sets of today are the
/// last row's.
fn shared_out(before: &Before, rows: &[Row], count: usize) -> Vec<Vec<usize>> {
    let mut own = vec![Vec::new(); rows.len()];
    let of = rows.first().and_then(|row| row.sets).map_or(1, |sets| sets.of.max(1));
    for number in 0..count {
        let is_before = |row: &Row| row.sets.is_some_and(|sets| sets.before <= number % of);
        let row = if number < before.sets() { rows.partition_point(is_before) } else { rows.len() };
        if let Some(own) = row.checked_sub(1).and_then(|row| own.get_mut(row)) {
            own.push(number);
        }
    }
    own
}

/// The sets of the last time that are those of one row.
struct Own<'b> {
    before: &'b Before,
    /// All sets of the last time by their numbers, each on both sides.
    numbered: &'b [Vec<Did>],
    /// The numbers of those that are the row's own.
    numbers: Vec<usize>,
    sets: RowSets,
    /// Whether it is the first row of its statement.
    is_first: bool,
}

impl Own<'_> {
    /// Returns what was done before of the sets of the row.
    fn of(&self, row: &Row) -> RowPast {
        let Self { before, sets, .. } = self;
        let last = before.last.as_ref().filter(|_| self.is_first);
        let taken = last.and_then(|last| last.taken);
        let day = last.map(|last| last.day.as_str());
        let done = self.numbers.iter().filter_map(|&number| self.numbered.get(number));
        let done = words::all(&done.flatten().copied().collect::<Vec<_>>(), taken);
        let best = before.best(sets.before, sets.before.saturating_add(sets.count));
        let best = words::best(best, before.fastest());
        let cells = self.cells(row, taken.filter(|_| self.numbers.len() == 1));
        // What no cell has is said in the sentence.
        let shown: Vec<usize> = (0..cells.len()).map(|cell| sets.set(cell)).collect();
        let are_all_shown = taken.is_none() && self.numbers.iter().all(|number| shown.contains(number));
        let beside_cells = sentence(day, if are_all_shown { "" } else { &done }, &best);
        let head = day.map_or(String::new(), |day| format!("{day}: "));
        RowPast {
            sentence: sentence(day, &done, &best),
            beside_cells,
            last: if done.is_empty() { String::new() } else { format!("{head}{done}") },
            best,
            cells,
        }
    }

    /// Returns what is printed at each cell of the row. `taken` is how long its only set took.
    fn cells(&self, row: &Row, taken: Option<i64>) -> Vec<CellPast> {
        let count = count(&row.done);
        let cells: Vec<CellPast> =
            (0..count).map(|cell| self.cell(row, self.sets.set(cell), taken)).collect();
        if cells.iter().all(|cell| *cell == CellPast::default()) { Vec::new() } else { cells }
    }

    /// Returns what is printed at the cell of a set.
    fn cell(&self, row: &Row, number: usize, taken: Option<i64>) -> CellPast {
        if row.log.time {
            let last = taken.map(written::clock).unwrap_or_default();
            return CellPast { last, aim: String::new() };
        }
        let unit = row.log.weight;
        let done = self.numbered.get(number).map_or(&[][..], Vec::as_slice);
        let asked = self.before.asked(number);
        // A cell for the load alone says how much only where that was something else.
        let is_as_asked = |set: &Did| {
            let asked = asked.filter(|asked| asked.low == asked.high && !asked.is_open);
            set.amount.zip(asked).is_some_and(|(did, asked)| (did.low, did.unit) == (asked.low, asked.unit))
        };
        let is_load_alone = unit.is_some() && !row.log.reps;
        if is_load_alone && !done.is_empty() && done.iter().all(is_as_asked) {
            let aim = asked.map(|set| words::asked_load_in_cell(set, unit)).unwrap_or_default();
            return CellPast { last: words::loads_in_cell(done, unit), aim };
        }
        let aim = asked.map(|set| words::asked_in_cell(set, unit)).unwrap_or_default();
        CellPast { last: words::in_cell(done, unit), aim }
    }
}

/// Writes what was done before: `Last time, 9 Jan: 5, 5, 4 @ 60 kg; best: 5 @ 65 kg`.
fn sentence(day: Option<&str>, done: &str, best: &str) -> String {
    let last = match (day, done) {
        (None, "") => String::new(),
        (None, done) => format!("last time: {done}"),
        (Some(day), "") => format!("last time: {day}"),
        (Some(day), done) => format!("last time, {day}: {done}"),
    };
    let best = if best.is_empty() { String::new() } else { format!("best: {best}") };
    let said = [last, best].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
    written::capitalised(&said)
}

/// Returns how many cells marks come to; 0 where they are counted otherwise.
fn count(marks: &[Mark]) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Ticks { count } | Mark::TicksAtMost { count } | Mark::Blanks { count } => Some(*count as usize),
        Mark::Rungs { .. } | Mark::Total | Mark::OutOf { .. } => None,
    };
    marks.iter().map(of).sum::<Option<usize>>().unwrap_or(0)
}
