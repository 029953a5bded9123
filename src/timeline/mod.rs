//! Lays a workout out in time.
//!
//! ```text
//! Program ── outline ──> Part (a tree: levels and blocks resolved, ranges not yet)
//!                         │
//!                         └─ Walk, with one Run after another
//!                              Layout at the level         the segments, the likely total
//!                              Stopwatch at the extremes   least and most, where anything varies
//! ```
//!
//! Every pass walks the same expansion, so totals always fit the segments. Every pass stops at the bounds, so that no
//! workout takes more memory than 100,000 segments do.

mod block;
mod choose;
pub mod effort;
mod estimate;
pub mod expect;
mod gap;
mod given;
mod interval;
mod layout;
mod outline;
mod overrun;
mod progression;
mod rounds;
mod run;
mod segment;
mod set_up;
mod settle;
mod settled;
mod statement;
mod stopwatch;
mod walk;
mod worked;

#[cfg(test)]
mod tests;

pub use estimate::{KILOMETRE_MS, rep_ms};
pub use progression::Turn;
pub use run::{MAX_MS, MAX_SEGMENTS};
pub use segment::{
    BlockId, Count, Ending, NoteInPlace, Once, Ratio, Segment, SegmentKind, SettledDose, SettledTarget,
    Timeline,
};
pub use settle::on_day;
pub use settled::{settled, settled_set};

use crate::check::program::{Amount, Level, Program, Workout};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Place;
use layout::Layout;
use outline::{Part, outline};
use run::TooLong;
use settle::{Mode, Sense};
use stopwatch::Stopwatch;
use walk::Walk;

/// Lays `workout` out in time at `level`, with what there is to say about it.
///
/// Least and most take every range at its shortest and at its longest end, with the alternatives and the forms of
/// movements that the level has chosen; so likely lies between them. Without a range, a cap or an `until`, all three
/// are equal.
///
/// A workout of more than [`MAX_SEGMENTS`], or that may take longer than [`MAX_MS`], gives [`Rule::TooLong`] at the
/// step that most of it comes from, and an empty timeline.
pub fn lower<'p>(
    program: &'p Program,
    workout: &'p Workout,
    level: Level,
) -> (Timeline<'p>, Vec<Diagnostic>) {
    let outlined = outline(program, workout, level);
    let outcome = outlined.and_then(|outlined| {
        let mut layout = Layout::new();
        Walk::new(program, Mode::At(level), &mut layout).workout(&outlined.part)?;
        let (mut timeline, diagnostics) = layout.finish();
        if outlined.varies {
            timeline.least_ms = elapsed_ms(program, &outlined.part, Mode::Shortest)?;
            timeline.most_ms = elapsed_ms(program, &outlined.part, Mode::Longest)?;
        }
        timeline.rounds = rounds::in_all(&outlined.part, Mode::At(level));
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
    let mut stopwatch = Stopwatch::default();
    Walk::new(program, mode, &mut stopwatch).workout(part)?;
    Ok(stopwatch.elapsed_ms())
}

impl TooLong {
    /// Says at which block the workout grew past the bounds.
    fn diagnostic(self, workout: &Workout) -> Diagnostic {
        let Place { file, span } = self.place.unwrap_or(workout.place());
        Diagnostic::new(Rule::TooLong, span, self.bound.message()).help(self.bound.help()).in_file(file)
    }
}
