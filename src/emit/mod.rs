//! The outputs. Each format is an [`Emitter`] in a file or folder of its own, and one row in
//! `registry.rs`: `docs/adding.md` shows how one is added.
//!
//! An emitter reads a [`Subject`]: a file, a workout or a plan, with its timeline. What several outputs need of it, such
//! as its card or its script, is made once, when the first of them asks for it.

pub mod card;
pub mod cues;
pub(crate) mod dates;
mod emitter;
pub mod figure;
mod first_letters;
mod fnv;
mod font;
mod format;
mod history;
#[cfg(feature = "html")]
pub(crate) mod html;
mod ics;
mod info;
pub mod json;
pub mod markdown;
mod options;
mod output;
pub mod overview;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod player;
pub(crate) mod readable;
mod registry;
mod shared;
pub mod strip;
pub mod whiteboard;
pub(crate) mod written;

pub use emitter::{Context, Emitter, Forecast, Subject};
pub use first_letters::FirstLetters;
pub use font::FontFile;
pub use format::Format;
pub use info::{FormatInfo, Per};
pub use options::{
    CalendarOptions, Figures, Knob, Options, Paper, PlanDate, ProjectId, SheetOptions, Sheets, TimeOfDay,
};
pub use output::{Collected, Content, Output, Planned, Sink};
pub(crate) use shared::{MadeOfPlan, MadeOfWorkout};
pub use shared::{OneFile, OnePlan, OneWorkout};

use crate::check::program::{Level, Program, Workout};
use crate::season::{LaidOut, Season};
use crate::timeline::Timeline;

/// A plan with its sessions laid out in time, ready to be written out.
#[derive(Debug, Clone, Copy)]
pub struct CompiledPlan<'a> {
    /// The file it was compiled from, as shown to people.
    pub source: &'a str,
    /// Where the movements are.
    pub program: &'a Program,
    /// The plan.
    pub season: &'a Season<'a>,
}

impl<'a> CompiledPlan<'a> {
    /// Returns the plan's title.
    pub fn title(&self) -> &'a str {
        &self.season.calendar.plan.title
    }

    /// Returns one of its sessions as a workout.
    pub fn workout(&self, session: &'a LaidOut<'a>) -> Compiled<'a> {
        let Self { source, program, .. } = *self;
        Compiled {
            source,
            program,
            workout: session.workout,
            level: session.level,
            timeline: &session.timeline,
        }
    }
}

/// A workout with its timeline, ready to be written out.
#[derive(Debug, Clone, Copy)]
pub struct Compiled<'a> {
    /// The file it was compiled from, as shown to people.
    pub source: &'a str,
    /// Where the movements are.
    pub program: &'a Program,
    /// What was written.
    pub workout: &'a Workout,
    /// The level the timeline was settled at.
    pub level: Level,
    /// What happens when.
    pub timeline: &'a Timeline<'a>,
}
