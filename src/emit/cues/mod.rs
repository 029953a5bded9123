//! The script of spoken cues: what a coach would say, and when.
//!
//! ```text
//! timeline ──plan──▶ calls that stand at their second, asides that find room
//!          ──fit───▶ utterances, none running into the next
//!          ──write─▶ m:ss  text
//! ```
//!
//! The text has one utterance a line, `m:ss  text` (`h:mm:ss` from the first hour on), in time order, counted from the workout's
//! start; the lead-in stands at negative times. A `~` directly before the time marks it as estimated.

mod blocks;
mod bout;
mod calls;
mod fit;
mod overlong;
mod plan;
mod plural;
mod quantity;
mod script;
mod speech;

pub use script::{CueKind, CueScript, Utterance, Voice};

use crate::diagnostic::Diagnostic;
use crate::emit::Compiled;
use crate::timeline::{Segment, Timeline};

/// Returns the script of a workout, and a warning for each of the coach's own words that finds no room in it.
pub fn script(compiled: &Compiled<'_>, voice: Voice) -> (CueScript, Vec<Diagnostic>) {
    let rate = speech::Rate::new(voice);
    let plan = plan::plan(compiled, rate);
    let (utterances, unsaid) = fit::fit(plan, rate);
    (CueScript { utterances }, overlong::warnings(compiled, unsaid))
}

/// Tells whether the coach has put words of their own into a workout: notes, or cues for one use.
pub fn has_own_words(timeline: &Timeline<'_>) -> bool {
    fn any_cue(segments: &[Segment<'_>]) -> bool {
        segments.iter().any(|segment| {
            segment.choice.is_some_and(|choice| choice.cue.is_some()) || any_cue(&segment.steps)
        })
    }
    !timeline.notes.is_empty() || any_cue(&timeline.segments)
}

#[cfg(test)]
mod tests;
