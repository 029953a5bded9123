//! Exports of Strong. There are three: with units in the app's settings alone, with columns for them, and with units in the
//! names of the columns. Each comes with commas or semicolons.

use csv::StringRecord;

use super::figure::{distance_unit, load_unit};
use super::gather::{Figure, Gather, Kind, Row};
use super::table::{Header, cell};

/// The columns that all of them have.
pub const SIGNS: [&str; 4] = ["date", "workout name", "exercise name", "set order"];

/// Where each value is.
pub struct Columns {
    date: Option<usize>,
    title: Option<usize>,
    movement: Option<usize>,
    set: Option<usize>,
    weight: Option<(usize, Option<String>)>,
    weight_unit: Option<usize>,
    reps: Option<usize>,
    distance: Option<(usize, Option<String>)>,
    distance_unit: Option<usize>,
    seconds: Option<usize>,
    rpe: Option<usize>,
    note: Option<usize>,
    about_session: Option<usize>,
}

impl Columns {
    pub fn of(header: &Header) -> Self {
        let with_unit = |name| header.with_unit(name).map(|(place, unit)| (place, unit.map(str::to_owned)));
        Self {
            date: header.place(&["date"]),
            title: header.place(&["workout name"]),
            movement: header.place(&["exercise name"]),
            set: header.place(&["set order"]),
            weight: with_unit("weight"),
            weight_unit: header.place(&["weight unit"]),
            reps: header.place(&["reps"]),
            distance: with_unit("distance"),
            distance_unit: header.place(&["distance unit"]),
            seconds: header.place(&["seconds"]),
            rpe: header.place(&["rpe"]),
            note: header.place(&["notes"]),
            about_session: header.place(&["workout notes"]),
        }
    }

    pub fn date<'r>(&self, record: &'r StringRecord) -> &'r str {
        cell(record, self.date)
    }

    /// Adds a row: a set, the note of a movement, or a rest, which is not a result.
    pub fn add(&self, line: usize, record: &StringRecord, to: &mut Gather) {
        let unit = |column: &Option<(usize, Option<String>)>, other| match column {
            Some((_, Some(unit))) => unit.clone(),
            Some((_, None)) | None => cell(record, other).to_owned(),
        };
        let figure =
            |column: &Option<(usize, Option<String>)>| cell(record, column.as_ref().map(|&(at, _)| at));
        let weight_unit = unit(&self.weight, self.weight_unit);
        let load = Figure { text: figure(&self.weight), unit: load_unit(&weight_unit) };
        let unit_of_distance = unit(&self.distance, self.distance_unit);
        let distance = Figure { text: figure(&self.distance), unit: distance_unit(&unit_of_distance) };
        let row = Row {
            line,
            date: self.date(record),
            title: cell(record, self.title),
            movement: cell(record, self.movement),
            kind: Kind::Work,
            load,
            reps: cell(record, self.reps),
            distance,
            time: cell(record, self.seconds),
            rpe: cell(record, self.rpe),
            note: cell(record, self.note),
            is_note_repeated: false,
            about_session: cell(record, self.about_session),
        };
        let set = cell(record, self.set).to_lowercase();
        let kind = match set.as_str() {
            "rest timer" => return,
            "note" => return to.remark(&row),
            "w" => Kind::Warmup,
            "d" => Kind::Drop,
            "f" => Kind::Failure,
            _ if row.movement.eq_ignore_ascii_case("rest timer") => return,
            // Where warm-ups have numbers, the app wrote it into the notes.
            _ if row.note.eq_ignore_ascii_case("warmup") => Kind::Warmup,
            _ => Kind::Work,
        };
        let said = [
            (load.text, &*weight_unit, load.unit.is_some()),
            (distance.text, &*unit_of_distance, distance.unit.is_some()),
        ];
        if to.refuse_units(line, said) {
            return;
        }
        let is_marked = kind == Kind::Warmup && row.note.eq_ignore_ascii_case("warmup");
        to.add(&Row { kind, note: if is_marked { "" } else { row.note }, ..row });
    }
}
