//! JSON: the contract that other programs build on. [`model`] is its shape, `docs/json.md` explains it.
//! [`model::compact`] is the same without repetition, for storing and sending.

mod block;
mod dose;
mod emitter;
mod form;
pub mod model;
mod movement;
mod moves;
mod number;
mod past;
mod plan;
mod quantity;
mod rest;
mod schema;
mod segment;
mod sets;
mod spelling;
mod target;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use number::Thousandths;
pub use schema::{compact_schema, schema};

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use self::form::Form;
use self::model::{Document, Duration, Format, Note, compact};
use self::movement::Mentions;
use super::history::Past;
use super::{Compiled, OneFile};
use crate::check::program::Movement;
use crate::one_by_one::OneByOne;

/// How many bytes are written at a time: enough that writing them costs little for each.
const BUFFER: usize = 64 * 1024;

/// How JSON is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JsonOptions {
    /// Write `wodc/1-compact` instead of `wodc/1`.
    pub compact: bool,
}

/// Writes the document of a file: the same bytes each time.
pub fn write(file: &OneFile<'_>, options: JsonOptions, out: &mut dyn Write) -> io::Result<()> {
    if options.compact {
        write_as(&compact_document(file), CompactFormatter, out)
    } else {
        write_as(&document(file), PrettyFormatter::new(), out)
    }
}

/// Returns the document of `wodc/1`.
fn document<'a>(file: &'a OneFile<'a>) -> Document<'a> {
    Document {
        format: Format::Wodc1,
        source: file.source,
        level: file.level.into(),
        athlete: athlete(file),
        workouts: OneByOne::new(|| file.workouts.iter().map(workout)),
        plans: OneByOne::new(|| file.plans.iter().map(|plan| plan::plan(plan, session))),
    }
}

/// Returns the document of `wodc/1-compact`.
fn compact_document<'a>(file: &'a OneFile<'a>) -> compact::Document<'a> {
    let mut mentions = Mentions::default();
    file.workouts.iter().for_each(|one| mentions.add_workout(one));
    for plan in &file.plans {
        plan.season.sessions.iter().for_each(|session| mentions.add_workout(&plan.workout(session)));
    }
    let movements = mentions.movements(file.program);
    compact::Document {
        format: compact::Format::Wodc1Compact,
        source: file.source,
        level: file.level.into(),
        athlete: athlete(file),
        movements: OneByOne::new(move || movements.clone().into_iter().map(movement::described)),
        workouts: OneByOne::new(|| file.workouts.iter().map(compact_workout)),
        plans: OneByOne::new(|| file.plans.iter().map(|plan| plan::plan(plan, compact_session))),
    }
}

fn athlete<'a>(file: &OneFile<'a>) -> Option<&'a str> {
    file.program.athlete.as_deref().map(|athlete| athlete.name.as_str())
}

/// Returns one workout of a document.
pub fn workout<'a>(compiled: &Compiled<'a>) -> model::Workout<'a> {
    in_form(Form::plain(compiled.program), compiled, Past::of(compiled, None), movement::described)
}

/// Returns a session of a plan. It may be done on many days, and each has another past.
fn session<'a>(compiled: &Compiled<'a>) -> model::Workout<'a> {
    in_form(Form::plain(compiled.program), compiled, None, movement::described)
}

/// Returns one workout of a compact document, which names its movements.
fn compact_workout<'a>(compiled: &Compiled<'a>) -> model::Workout<'a, &'a str> {
    let past = Past::of(compiled, None);
    in_form(Form::compact(compiled.program), compiled, past, |movement| movement.id.as_str())
}

/// Returns a session of a plan in a compact document.
fn compact_session<'a>(compiled: &Compiled<'a>) -> model::Workout<'a, &'a str> {
    in_form(Form::compact(compiled.program), compiled, None, |movement| movement.id.as_str())
}

fn in_form<'a, M>(
    form: Form<'a>,
    compiled: &Compiled<'a>,
    past: Option<Past<'a>>,
    mention: impl Fn(&'a Movement) -> M,
) -> model::Workout<'a, M> {
    let Compiled { program, workout, timeline, .. } = *compiled;
    let done = Mentions::in_timeline(&timeline.segments).movements(program);
    let named = Mentions::in_workout(compiled).movements(program);
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
        scale: workout.felt_scale().map(model::FeltScale::from),
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
        muscles: movement::muscles(&done),
        movements: named.into_iter().map(mention).collect(),
        transition: workout.transition.as_ref().map(quantity::measured),
        switch: workout.switch.as_ref().map(quantity::measured),
        blocks: block::steps(form, workout, past),
        timeline: segment::all(form, &timeline.segments),
    }
}

/// Writes a document. It ends in a line end.
fn write_as(document: &impl Serialize, formatter: impl Formatter, out: &mut dyn Write) -> io::Result<()> {
    // The serialiser writes a few bytes at a time.
    let mut out = io::BufWriter::with_capacity(BUFFER, out);
    document.serialize(&mut Serializer::with_formatter(&mut out, formatter))?;
    out.write_all(b"\n")?;
    out.flush()
}
