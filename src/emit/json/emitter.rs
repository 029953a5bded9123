//! JSON as an output.

use std::io;

use crate::emit::{Context, Emitter, Format, FormatInfo, Knob, Per, Subject};

impl Format {
    /// Data for other programs.
    pub const JSON: Format = Format::of(&Json);
}

struct Json;

static INFO: FormatInfo = FormatInfo {
    name: "json",
    extension: "json",
    per: &[Per::File],
    knobs: &[Knob::Starts, Knob::Compact],
    ..FormatInfo::PLAIN
};

impl Emitter for Json {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn emit(&self, subject: Subject<'_>, context: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        match subject {
            Subject::File(file) => super::write(file, context.options.json, out),
            Subject::Workout(_) | Subject::Plan(_) => Ok(()),
        }
    }
}
