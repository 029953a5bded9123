//! The script as an output.

use std::io;

use crate::emit::{Context, Emitter, Format, FormatInfo, Knob, Per, Subject};

impl Format {
    /// A script to read aloud.
    pub const CUES: Format = Format::of(&Cues);
}

struct Cues;

static INFO: FormatInfo = FormatInfo {
    name: "cues",
    extension: "cues.txt",
    per: &[Per::Workout],
    knobs: &[Knob::Rate],
    ..FormatInfo::PLAIN
};

impl Emitter for Cues {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn emit(&self, subject: Subject<'_>, _: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        match subject {
            Subject::Workout(workout) => out.write_all(workout.script().write().as_bytes()),
            Subject::File(_) | Subject::Plan(_) => Ok(()),
        }
    }
}
