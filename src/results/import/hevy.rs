//! Exports of Hevy: one table, with units in the names of its columns.

use csv::StringRecord;

use super::gather::{Figure, Gather, Kind, Row};
use super::table::{Header, cell};
use crate::quantity::{LoadUnit, Unit};

/// The columns that all of them have.
pub const SIGNS: [&str; 3] = ["start_time", "exercise_title", "set_type"];

/// Where each value is.
pub struct Columns {
    title: Option<usize>,
    start: Option<usize>,
    description: Option<usize>,
    movement: Option<usize>,
    note: Option<usize>,
    kind: Option<usize>,
    loads: [(Option<usize>, LoadUnit); 2],
    reps: Option<usize>,
    distances: [(Option<usize>, Unit); 4],
    seconds: Option<usize>,
    rpe: Option<usize>,
}

impl Columns {
    pub fn of(header: &Header) -> Self {
        Self {
            title: header.place(&["title"]),
            start: header.place(&["start_time"]),
            description: header.place(&["description"]),
            movement: header.place(&["exercise_title"]),
            note: header.place(&["exercise_notes"]),
            kind: header.place(&["set_type"]),
            loads: [
                (header.place(&["weight_kg"]), LoadUnit::Kilogram),
                (header.place(&["weight_lbs", "weight_lb"]), LoadUnit::Pound),
            ],
            reps: header.place(&["reps"]),
            distances: [
                (header.place(&["distance_km"]), Unit::Kilometre),
                (header.place(&["distance_miles", "distance_mi"]), Unit::Mile),
                (header.place(&["distance_meters", "distance_m"]), Unit::Metre),
                (header.place(&["distance_yards"]), Unit::Yard),
            ],
            seconds: header.place(&["duration_seconds"]),
            rpe: header.place(&["rpe"]),
        }
    }

    pub fn date<'r>(&self, record: &'r StringRecord) -> &'r str {
        cell(record, self.start)
    }

    pub fn add(&self, line: usize, record: &StringRecord, to: &mut Gather) {
        let kind = match cell(record, self.kind).to_lowercase().as_str() {
            "warmup" | "warm_up" => Kind::Warmup,
            "dropset" | "drop_set" => Kind::Drop,
            "failure" => Kind::Failure,
            _ => Kind::Work,
        };
        to.add(&Row {
            line,
            date: self.date(record),
            title: cell(record, self.title),
            movement: cell(record, self.movement),
            kind,
            load: filled(record, &self.loads),
            reps: cell(record, self.reps),
            distance: filled(record, &self.distances),
            time: cell(record, self.seconds),
            rpe: cell(record, self.rpe),
            note: cell(record, self.note),
            is_note_repeated: true,
            about_session: cell(record, self.description),
        });
    }
}

/// Returns the first of some columns that has a figure in a row.
fn filled<'r, U: Copy>(record: &'r StringRecord, columns: &[(Option<usize>, U)]) -> Figure<'r, U> {
    let cells = columns.iter().map(|&(place, unit)| Figure { text: cell(record, place), unit: Some(unit) });
    cells.into_iter().find(|figure| !figure.text.is_empty()).unwrap_or_default()
}
