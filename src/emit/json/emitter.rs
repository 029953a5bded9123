//! JSON as an output.

use std::io;

use super::Document;
use crate::emit::{Context, Emitter, Format, FormatInfo, Knob, OneFile, Per, Subject};

impl Format {
    /// Data for other programs.
    pub const JSON: Format = Format::of(&Json);
}

struct Json;

static INFO: FormatInfo = FormatInfo {
    name: "json",
    extension: "json",
    per: &[Per::File],
    knobs: &[Knob::Starts],
    ..FormatInfo::PLAIN
};

impl Emitter for Json {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn emit(&self, subject: Subject<'_>, _: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        match subject {
            Subject::File(file) => super::write_to(&document(file), out),
            Subject::Workout(_) | Subject::Plan(_) => Ok(()),
        }
    }
}

/// Returns the document of a whole file.
fn document<'a>(file: &OneFile<'a>) -> Document<'a> {
    Document {
        athlete: file.program.athlete.as_deref().map(|athlete| athlete.name.as_str()),
        plans: file.plans.iter().map(super::plan).collect(),
        ..super::document(file.source, file.level, file.workouts.iter().map(super::workout).collect())
    }
}
