//! JSON: the contract that other programs build on. [`model`] is its shape, `docs/json.md` explains it.

mod block;
mod dose;
mod emitter;
pub mod model;
mod movement;
mod number;
mod plan;
mod quantity;
mod rest;
mod schema;
mod segment;
mod spelling;
mod target;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use model::Document;
pub use number::Thousandths;
pub use plan::plan;
pub use schema::schema;

use std::io;

use self::model::{Duration, Format, Note};
use self::movement::Mentions;
use super::Compiled;
use crate::check::program::Level;

/// Returns the document of one file's workouts. `level` is the one that was asked for, or the default one.
pub fn document<'a>(source: &'a str, level: Level, workouts: Vec<model::Workout<'a>>) -> Document<'a> {
    Document {
        format: Format::Wodc1,
        source,
        level: level.into(),
        athlete: None,
        workouts,
        plans: Vec::new(),
    }
}

/// Returns one workout of a document.
pub fn workout<'a>(compiled: &Compiled<'a>) -> model::Workout<'a> {
    let Compiled { program, workout, timeline, .. } = *compiled;
    let done = Mentions::in_timeline(program, &timeline.segments);
    model::Workout {
        title: &workout.title,
        by: workout.about.by.as_deref(),
        source: workout.about.source.as_deref(),
        tags: workout.tags.iter().map(String::as_str).collect(),
        notes: timeline
            .notes
            .iter()
            .map(|note| Note { at_ms: note.at_ms, before_segment: note.before, text: note.text })
            .collect(),
        level: compiled.level.into(),
        duration_ms: Duration {
            least: timeline.least_ms,
            likely: timeline.likely_ms,
            most: timeline.most_ms,
        },
        estimated: timeline.estimated,
        work_ms: timeline.work_ms,
        rest_ms: timeline.rest_ms(),
        rounds: timeline.rounds,
        equipment: timeline.equipment(program),
        muscles: done.muscles(),
        movements: Mentions::in_steps_and_timeline(program, &workout.steps, &timeline.segments).described(),
        transition: workout.transition.as_ref().map(quantity::measured),
        switch: workout.switch.as_ref().map(quantity::measured),
        blocks: block::steps(program, workout),
        timeline: segment::all(program, &timeline.segments),
    }
}

/// Returns a document as text, the same as [`write_to`] writes.
pub fn write(document: &Document<'_>) -> String {
    let mut bytes = Vec::new();
    // It fails only where a map has keys that are no strings, and the model has no map; memory takes what is written.
    let _ = write_to(document, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes a document: two blanks a level, a line end at the end, the same bytes each time.
pub fn write_to(document: &Document<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    out.write_all(b"\n")
}
