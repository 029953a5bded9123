//! Warns about a coach's own words that take longer to say than there is time.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::program::{Choice, StepKind, Workout};
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::Compiled;
use crate::source::{FileId, Span};

use super::fit::Unsaid;

/// Returns a warning for each of the coach's words that found no room.
pub(super) fn warnings(compiled: &Compiled<'_>, unsaid: Vec<Unsaid<'_>>) -> Vec<Diagnostic> {
    if unsaid.is_empty() {
        return Vec::new();
    }
    let mut places = OwnTexts::default();
    places.add(compiled.workout);
    unsaid.into_iter().map(|unsaid| warning(&unsaid, places.of(unsaid.text, compiled.workout))).collect()
}

/// Returns the warning for words at a place.
fn warning(unsaid: &Unsaid<'_>, (file, span): (FileId, Span)) -> Diagnostic {
    let what = if unsaid.is_note { "note" } else { "cue" };
    // Rounded apart, so that the two figures never look equal.
    let needs = (unsaid.needs_ms + 999) / 1000;
    let message = match unsaid.room_ms / 1000 {
        0 => format!("this {what} takes about {needs} s to say, and there is no time for it"),
        1 => format!("this {what} takes about {needs} s to say, and there is 1 s"),
        room => format!("this {what} takes about {needs} s to say, and there are {room} s"),
    };
    Diagnostic::new(Rule::CueTooLong, span, message)
        .in_file(file)
        .here("left out of the spoken script")
        .help("shorten it, or give it more time: a longer bout, or a rest before it")
}

/// Where the coach's own texts were written, by the memory they are in: a timeline borrows them from the program.
#[derive(Default)]
struct OwnTexts {
    places: FxHashMap<*const u8, (FileId, Span)>,
    seen: FxHashSet<*const Workout>,
}

impl OwnTexts {
    /// Adds the notes and cues of a workout, and of those it does, each workout once.
    fn add(&mut self, workout: &Workout) {
        let mut workouts = vec![workout];
        while let Some(workout) = workouts.pop() {
            if !self.seen.insert(workout) {
                continue;
            }
            let mut steps: Vec<_> = workout.steps.iter().collect();
            while let Some(step) = steps.pop() {
                let place = (workout.file, step.span);
                match &step.kind {
                    StepKind::Exercise(exercise) => {
                        let cues = exercise.choices.iter().flat_map(Choice::cues);
                        self.places.extend(cues.map(|cue| (cue.as_ptr(), place)));
                    }
                    StepKind::Note(note) => {
                        self.places.insert(note.as_ptr(), place);
                    }
                    StepKind::Block(block) => steps.extend(&block.steps),
                    StepKind::Do(done) => workouts.push(done),
                    StepKind::Rest(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
                }
            }
        }
    }

    /// Returns where a text was written; the workout itself where it was not.
    fn of(&self, text: &str, workout: &Workout) -> (FileId, Span) {
        self.places.get(&text.as_ptr()).copied().unwrap_or((workout.file, workout.span))
    }
}
