//! Lays a workout out in time.
//!
//! ```text
//! Program ── plan ──> Part (a tree: levels and blocks resolved, ranges not yet)
//!                      │
//!                      └─ Walk, with one Run after another
//!                           Layout at the level     the segments, the likely total
//!                           Tally at the extremes   least and most, where anything varies
//! ```
//!
//! Every pass walks the same expansion, so a total cannot differ from the segments it is the total of; and every pass
//! ends at the bounds, so that no workout takes more than 100,000 segments' worth of memory.

mod block;
mod choose;
pub mod effort;
mod estimate;
pub mod expect;
mod gap;
mod interval;
mod layout;
mod overrun;
mod plan;
mod progression;
mod rounds;
mod run;
mod segment;
mod settle;
mod settled;
mod statement;
mod tally;
mod walk;

#[cfg(test)]
mod tests;

pub use estimate::KILOMETRE_MS;
pub use run::{MAX_MS, MAX_SEGMENTS};
pub use segment::{
    BlockId, Count, Ending, NoteInPlace, Segment, SegmentKind, SettledDose, SettledTarget, Timeline,
};
pub use settle::on_day;
pub use settled::{settled, settled_set};

use crate::check::program::{Amount, Level, Program, Workout};
use crate::diagnostic::{Diagnostic, Rule};
use layout::Layout;
use plan::{Part, plan};
use progression::Turn;
use run::TooLong;
use settle::{Mode, Sense};
use tally::Tally;
use walk::Walk;

/// Lays `workout` out in time at `level`, with what there is to say about it.
///
/// Least and most take every range at its shortest and at its longest end, with the alternatives and the forms of
/// movements that the level has chosen; so they bound what is likely at that level. Where there is no range, no cap
/// and no `until`, they are equal to it.
///
/// A workout of more than [`MAX_SEGMENTS`], or that may take longer than [`MAX_MS`], gives [`Rule::TooLong`] at what
/// most of it comes from, and an empty timeline.
pub fn lower<'p>(
    program: &'p Program,
    workout: &'p Workout,
    level: Level,
) -> (Timeline<'p>, Vec<Diagnostic>) {
    let planned = plan(program, workout, level);
    let outcome = planned.and_then(|planned| {
        let mut layout = Layout::new();
        Walk::new(program, Mode::At(level), &mut layout).workout(&planned.part)?;
        let (mut timeline, diagnostics) = layout.finish();
        if planned.varies {
            timeline.least_ms = elapsed_ms(program, &planned.part, Mode::Shortest)?;
            timeline.most_ms = elapsed_ms(program, &planned.part, Mode::Longest)?;
        }
        timeline.rounds = rounds::in_all(&planned.part, Mode::At(level));
        Ok((timeline, diagnostics))
    });
    outcome.unwrap_or_else(|too_long: TooLong| (Timeline::default(), vec![too_long.diagnostic(workout)]))
}

/// Returns the figure that a dose comes to at a level, the first time it is done, in thousandths of its unit.
pub fn dose_at(dose: &Amount, level: Level) -> i64 {
    settle::settle(dose, Sense::Work, Mode::At(level), Turn::default()).value
}

/// Walks the whole of `part` without keeping anything but its length, in milliseconds.
fn elapsed_ms(program: &Program, part: &Part<'_>, mode: Mode) -> Result<i64, TooLong> {
    let mut tally = Tally::default();
    Walk::new(program, mode, &mut tally).workout(part)?;
    Ok(tally.elapsed_ms())
}

impl TooLong {
    /// Says at which block the workout grew past the bounds.
    fn diagnostic(self, workout: &Workout) -> Diagnostic {
        let (span, file) = self.place.unwrap_or((workout.span, workout.file));
        Diagnostic::new(Rule::TooLong, span, self.bound.message()).help(self.bound.help()).in_file(file)
    }
}
