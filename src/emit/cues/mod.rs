//! The script of spoken cues: what a coach would say, and when.
//!
//! ```text
//! timeline ──plan──▶ calls at their second, asides that find room
//!          ──fit───▶ utterances, none running into the next
//!          ──write─▶ m:ss  text
//! ```
//!
//! The text has one utterance a line, `m:ss  text` (`h:mm:ss` from the first hour on), in time order, counted from the workout's
//! start; the lead-in has negative times. A `~` directly before the time marks it as estimated.

mod blocks;
pub(super) mod bout;
mod calls;
mod emitter;
mod fit;
mod overlong;
mod plan;
mod plural;
mod quantity;
mod room;
mod script;
mod speech;

pub use script::{CueKind, CueScript, Utterance, Voice};

use crate::diagnostic::Diagnostic;
use crate::emit::Compiled;

/// Returns the script of a workout, and a warning for each of the coach's own words that finds no room in it.
pub fn script(compiled: &Compiled<'_>, voice: Voice) -> (CueScript, Vec<Diagnostic>) {
    let rate = speech::Rate::new(voice);
    let plan = plan::plan(compiled, rate);
    let (utterances, unsaid) = fit::fit(plan, rate);
    (CueScript { utterances }, overlong::warnings(compiled, unsaid))
}

/// Tells, without making the script, whether all of the coach's own words surely find room in it.
pub fn has_room(compiled: &Compiled<'_>, voice: Voice) -> bool {
    room::is_sure(compiled, speech::Rate::new(voice))
}

#[cfg(test)]
mod tests;
