//! The outputs: one file a format. Each reads the program and the timeline, and nothing else.

pub mod card;
pub mod cues;
mod fnv;
#[cfg(feature = "html")]
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod overview;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod player;
mod readable;
mod sheet;
pub mod strip;
pub mod written;

pub use ics::CalendarOptions;
pub use sheet::{Paper, SheetOptions};

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
