//! Which sets are written down in which place of the sheet.

use rustc_hash::FxHashMap;

use crate::emit::card::{Row, RowSets};
use crate::emit::player::model::{AskedLine, Asks};

/// What is filled in on the screen: each statement with its line, each `record` with its number.
#[derive(Debug)]
pub struct Fields<'a> {
    lines: FxHashMap<usize, (usize, &'a AskedLine)>,
    records: FxHashMap<&'a str, usize>,
}

impl<'a> Fields<'a> {
    /// Returns what is asked for, to be looked up.
    pub fn of(asks: &'a Asks) -> Self {
        let mut lines = FxHashMap::default();
        for (number, line) in asks.lines.iter().enumerate() {
            // A workout that is done twice is on the sheet once.
            lines.entry(line.statement).or_insert((number, line));
        }
        let records = asks.records.iter().enumerate().map(|(number, what)| (what.as_str(), number)).collect();
        Self { lines, records }
    }

    /// Returns the number of a `record`.
    pub fn record(&self, what: &str) -> Option<usize> {
        self.records.get(what).copied()
    }
}

/// The sets that the places of a row are for.
#[derive(Debug, Default)]
pub struct Places<'a>(Option<Found<'a>>);

/// The statement of a row.
#[derive(Debug)]
struct Found<'a> {
    /// Which of the lines it is.
    number: usize,
    line: &'a AskedLine,
    row: RowSets,
    /// How many sets each place is for: two where it is for both sides.
    each: usize,
}

impl<'a> Places<'a> {
    /// Returns the sets of a row with so many places. They have none where nothing is filled in on the screen, and where
    /// there are more or fewer sets than places, as of three to five sets.
    pub fn of(row: &Row, places: usize, fields: Option<&Fields<'a>>) -> Self {
        let found = fields.zip(row.sets).and_then(|(fields, row)| {
            let (number, line) = *fields.lines.get(&row.statement)?;
            let all = row.all(places);
            let each = [1, 2].into_iter().find(|each| all > 0 && all * each == line.sets.len())?;
            Some(Found { number, line, row, each })
        });
        Self(found)
    }

    /// Returns the sets of a place: `3.0`, or `3.0 3.1` for both sides.
    pub fn sets(&self, place: usize) -> Option<String> {
        let Found { number, line, row, each } = self.0.as_ref()?;
        let first = row.set(place) * each;
        let all = (first..first + each).filter(|&set| set < line.sets.len());
        let all: Vec<String> = all.map(|set| format!("{number}.{set}")).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::player::model::{AskedSet, Scale};

    fn asks(sets: usize) -> Asks {
        let set = |stage| AskedSet { stage, ..AskedSet::default() };
        let line = AskedLine {
            name: String::new(),
            spelled: String::new(),
            asked: String::new(),
            dose: 0,
            load: None,
            timed: false,
            statement: 7,
            is_form: false,
            last: None,
            sets: (0..sets).map(set).collect(),
        };
        Asks {
            whose: None,
            file: String::new(),
            title: String::new(),
            scale: Scale { word: "felt", least: 1, most: 10 },
            records: Vec::new(),
            scores: Vec::new(),
            lines: vec![line],
            measures: Vec::new(),
        }
    }

    fn sets(row: RowSets, places: usize, of: usize) -> Vec<Option<String>> {
        let asks = asks(of);
        let row = Row { sets: Some(row), ..Row::default() };
        let found = Places::of(&row, places, Some(&Fields::of(&asks)));
        (0..places).map(|place| found.sets(place)).collect()
    }

    #[test]
    fn a_place_is_for_the_set_of_its_round() {
        // Two sets of three a round, in two rounds, after another row with the first.
        let row = RowSets { statement: 7, before: 1, count: 2, of: 3 };
        assert_eq!(sets(row, 4, 6), ["0.1", "0.2", "0.4", "0.5"].map(|set| Some(set.to_owned())));
    }

    #[test]
    fn a_place_on_two_sides_is_for_both() {
        let row = RowSets { statement: 7, before: 0, count: 1, of: 1 };
        assert_eq!(sets(row, 2, 4), ["0.0 0.1", "0.2 0.3"].map(|set| Some(set.to_owned())));
    }

    #[test]
    fn where_places_and_sets_differ_in_number_there_are_none() {
        let row = RowSets { statement: 7, before: 0, count: 5, of: 5 };
        assert_eq!(sets(row, 5, 4), vec![None; 5]);
        assert_eq!(sets(RowSets { statement: 6, ..row }, 5, 5), vec![None; 5]);
    }
}
