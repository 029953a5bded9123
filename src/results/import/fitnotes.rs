//! Exports of FitNotes: of the Android app, which has one weight and its unit, and of the iOS app, which has two.

use csv::StringRecord;

use super::figure::{distance_unit, load_unit};
use super::gather::{Figure, Gather, Kind, Row};
use super::table::{Header, cell};
use crate::quantity::LoadUnit;

/// The columns that all of them have.
pub const SIGNS: [&str; 3] = ["date", "exercise", "category"];

/// Where each value is.
pub struct Columns {
    date: Option<usize>,
    movement: Option<usize>,
    kilograms: Option<usize>,
    pounds: Option<usize>,
    weight: Option<usize>,
    weight_unit: Option<usize>,
    reps: Option<usize>,
    distance: Option<usize>,
    distance_unit: Option<usize>,
    time: Option<usize>,
    note: Option<usize>,
    /// Which of two weights is the one that was lifted: the other is computed from it.
    preferred: LoadUnit,
}

impl Columns {
    /// Finds the columns. Where a row has both weights, that in the unit of the athlete counts.
    pub fn of(header: &Header, load_unit: Option<LoadUnit>) -> Self {
        Self {
            date: header.place(&["date"]),
            movement: header.place(&["exercise"]),
            kilograms: header.place(&["weight (kg)", "weight (kgs)"]),
            pounds: header.place(&["weight (lbs)", "weight (lb)"]),
            weight: header.place(&["weight"]),
            weight_unit: header.place(&["weight unit"]),
            reps: header.place(&["reps"]),
            distance: header.place(&["distance"]),
            distance_unit: header.place(&["distance unit"]),
            time: header.place(&["time"]),
            note: header.place(&["comment", "notes"]),
            preferred: load_unit.unwrap_or(LoadUnit::Kilogram),
        }
    }

    pub fn date<'r>(&self, record: &'r StringRecord) -> &'r str {
        cell(record, self.date)
    }

    pub fn add(&self, line: usize, record: &StringRecord, to: &mut Gather) {
        let unit_said = cell(record, self.distance_unit);
        let distance = Figure { text: cell(record, self.distance), unit: distance_unit(unit_said) };
        let weight_unit = cell(record, self.weight_unit);
        let load = self.load(record);
        let said = [
            (distance.text, unit_said, distance.unit.is_some()),
            (load.text, weight_unit, load_unit(weight_unit).is_some()),
        ];
        if to.refuse_units(line, said) {
            return;
        }
        to.add(&Row {
            line,
            date: self.date(record),
            title: "",
            movement: cell(record, self.movement),
            kind: Kind::Work,
            load,
            reps: cell(record, self.reps),
            distance,
            time: cell(record, self.time),
            rpe: "",
            note: cell(record, self.note),
            is_note_repeated: false,
            about_session: "",
        });
    }

    fn load<'r>(&self, record: &'r StringRecord) -> Figure<'r, LoadUnit> {
        let kilograms = Figure { text: cell(record, self.kilograms), unit: Some(LoadUnit::Kilogram) };
        let pounds = Figure { text: cell(record, self.pounds), unit: Some(LoadUnit::Pound) };
        let (first, second) = match self.preferred {
            LoadUnit::Kilogram => (kilograms, pounds),
            LoadUnit::Pound => (pounds, kilograms),
        };
        let single =
            Figure { text: cell(record, self.weight), unit: load_unit(cell(record, self.weight_unit)) };
        [first, second].into_iter().find(|figure| !figure.text.is_empty()).unwrap_or(single)
    }
}
