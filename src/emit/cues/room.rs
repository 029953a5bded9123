//! Tells whether a coach's own words are sure to find room, without making the script.
//!
//! Most notes and cues are a few words beside minutes of work and rest, and making a script takes as long as everything
//! before it. So each text is first compared with the widest place that it may go to, as if all the others had to be said
//! there too. A text that does not fit there may still fit: then the script is made to find out.

use crate::check::program::{Step, StepKind};
use crate::emit::Compiled;
use crate::timeline::{Segment, SegmentKind};

use super::calls::is_pause;
use super::plan::COUNTED_DOWN_MS;
use super::speech::Rate;

/// How many texts are held against the places of each other. A workout with more has its script made.
const MOST_TEXTS: usize = 8;

/// The time that is kept for the call before the words, cut as short as it goes: twice what a name of [`LONGEST_NAME`]
/// takes, with as much again to spare.
const CALL_MS: i64 = 8_000;

/// Time that is kept for the silence around each text, and for its beginning at a whole second.
const AROUND_MS: i64 = 2_000;

/// The longest name of a movement and the longest title of a block that are short beside [`CALL_MS`], in bytes.
const LONGEST_NAME: usize = 32;

/// Calls in the middle of a rest come at multiples of this, so it may be that much shorter on one side.
const MIDDLE_MS: i64 = 15_000;

/// How often a clock is called in long work at the most, less what the call takes.
const CLOCK_MS: i64 = 4 * 60_000;

/// A text of the coach's, told from others by its address in memory.
struct Own<'p> {
    text: &'p str,
    /// Whether a place for it was looked at.
    is_met: bool,
    /// Whether a place was found that is wide enough.
    has_room: bool,
}

impl<'p> Own<'p> {
    fn new(text: &'p str) -> Self {
        Self { text, is_met: false, has_room: false }
    }
}

/// Tells whether all of a coach's own words are sure to be said in the script.
pub(super) fn is_sure(compiled: &Compiled<'_>, rate: Rate) -> bool {
    let timeline = compiled.timeline;
    if timeline.notes.is_empty() && !has_cues(&compiled.workout.steps) {
        return true;
    }
    let mut own: Vec<Own<'_>> = Vec::new();
    for note in &timeline.notes {
        own.push(Own::new(note.text));
        if own.len() > MOST_TEXTS {
            return false;
        }
    }
    let notes = own.len();
    for segment in timeline.segments.iter().flat_map(with_steps) {
        let Some(cue) = segment.cue() else { continue };
        if !own.iter().any(|own| std::ptr::eq(own.text, cue)) {
            own.push(Own::new(cue));
            if own.len() > MOST_TEXTS {
                return false;
            }
        }
    }
    if own.is_empty() {
        return true;
    }
    let all_ms: i64 = own.iter().map(|own| rate.length_ms(own.text) + AROUND_MS).sum();
    let needs_ms = all_ms + CALL_MS;
    for (own, note) in own.iter_mut().zip(&timeline.notes) {
        let after = timeline.segments.get(note.before);
        own.has_room = after.is_some_and(|after| !is_pause(after) && room_ms(after, None) >= needs_ms);
    }
    for (at, segment) in timeline.segments.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| timeline.segments.get(before));
        for step in with_steps(segment) {
            let Some(cue) = step.cue() else { continue };
            let Some(own) = own.iter_mut().skip(notes).find(|own| std::ptr::eq(own.text, cue)) else {
                continue;
            };
            // Where the athlete sets the pace, what was tried before is not said again.
            let is_tried = !own.is_met || !is_at_own_pace(segment);
            own.is_met = true;
            own.has_room |= is_tried && room_ms(segment, before) >= needs_ms;
        }
    }
    own.iter().all(|own| own.has_room) && has_short_names(compiled)
}

/// Tells whether there is a coach's cue anywhere in these steps, or may be: there are fewer of them than segments.
fn has_cues(steps: &[Step]) -> bool {
    steps.iter().any(|step| match &step.kind {
        StepKind::Exercise(exercise) => exercise.choices.iter().any(|choice| choice.cues().next().is_some()),
        StepKind::Block(block) => has_cues(&block.steps),
        StepKind::Do(_) => true,
        StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => false,
    })
}

/// Returns the time between two calls in which the words for a segment may be said, in milliseconds; nothing where that
/// is not plain to see.
fn room_ms(segment: &Segment<'_>, before: Option<&Segment<'_>>) -> i64 {
    let ms = segment.duration_ms;
    match segment.kind {
        // Its first half has only the call at its start.
        SegmentKind::Work if ms >= COUNTED_DOWN_MS => ms / 2,
        SegmentKind::Work => {
            let rest = before.filter(|before| before.kind == SegmentKind::Rest && before.movement.is_none());
            rest.map_or(0, |rest| rest.duration_ms / 2 - MIDDLE_MS)
        }
        SegmentKind::Amrap | SegmentKind::ForTime => (ms / 2).min(CLOCK_MS),
        SegmentKind::Interval | SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => 0,
    }
}

/// Tells whether a segment is an AMRAP or work for time.
fn is_at_own_pace(segment: &Segment<'_>) -> bool {
    matches!(segment.kind, SegmentKind::Amrap | SegmentKind::ForTime)
}

/// Tells whether all names that a call may have in it are short.
fn has_short_names(compiled: &Compiled<'_>) -> bool {
    let segments = compiled.timeline.segments.iter();
    let mut moved = segments.flat_map(with_steps).filter_map(|one| one.movement);
    let mut last = None;
    moved.all(|id| last.replace(id) == Some(id) || is_short(&compiled.program.movement(id).name))
        && has_short_titles(&compiled.workout.steps)
}

/// Tells whether all blocks have short titles. Those of other workouts that are done are not looked for.
fn has_short_titles(steps: &[Step]) -> bool {
    steps.iter().all(|step| match &step.kind {
        StepKind::Block(block) => {
            block.title.as_deref().is_none_or(is_short) && has_short_titles(&block.steps)
        }
        StepKind::Do(_) => false,
        StepKind::Exercise(_)
        | StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Turns(_) => true,
    })
}

fn is_short(name: &str) -> bool {
    name.len() <= LONGEST_NAME
}

/// Returns a segment and what is in it.
fn with_steps<'s, 'p>(segment: &'s Segment<'p>) -> impl Iterator<Item = &'s Segment<'p>> {
    segment.steps.iter().chain([segment])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::program::{Level, Program, Sides};
    use crate::emit::cues::Voice;
    use crate::emit::cues::tests::lay::{exercise, pause, timeline, work, workout};

    #[test]
    fn a_few_words_beside_a_long_bout_or_a_long_rest_are_sure_to_be_said() {
        let workout = workout("Squats", vec![exercise("squat", Sides::Together, Some("Elbows in"))]);
        let squat = &workout.steps[0];
        let program = Program { movements: crate::emit::cues::tests::lay::movements(), ..Program::default() };
        let said = |laid| {
            let timeline = &timeline(laid, &[]);
            let level = Level::default();
            let compiled =
                Compiled { source: "test.wod", program: &program, workout: &workout, level, timeline };
            is_sure(&compiled, Rate::new(Voice::default()))
        };
        assert!(said(vec![work(squat, 40)]));
        assert!(said(vec![work(squat, 10), pause(90), work(squat, 10)]));
        assert!(!said(vec![work(squat, 10), pause(10), work(squat, 10)]));
    }
}
