//! The playbook: a workout as players run it, whether on a page or in a terminal. [`model`] is its shape.
//!
//! ```text
//! Timeline ──stage──▶ stages and their tasks ───┐
//! CueScript ──say───▶ what is said in each ─────┼─▶ Playbook
//! Timeline ──asks───▶ what is to be written down ┤
//! Results ───past───▶ what was done before ──────┘
//! ```

mod asks;
mod given;
mod measures;
pub mod model;
mod parts;
mod past;
mod say;
mod spelled;
mod stage;
mod task;
#[cfg(test)]
mod tests;

use self::asks::Asking;
use self::measures::Measures;
use self::model::{Asks, Playbook, Stage, Task};
use self::parts::Parts;
#[cfg(feature = "play")]
pub(crate) use self::spelled::figure;
use self::task::Tasks;
use super::cues::CueScript;
use super::fnv::Fnv;
use super::strip::Strip;
use super::{Compiled, card};

/// Returns the playbook of a workout, with what its script says and its timeline to scale.
pub fn playbook(compiled: &Compiled<'_>, script: &CueScript, strip: &Strip) -> Playbook {
    let timeline = compiled.timeline;
    let parts = Parts::of(compiled.workout);
    let mut measures = Measures::default();
    let mut tasks = Tasks::of(compiled, &mut measures);
    let mut stages: Vec<_> = timeline
        .segments
        .iter()
        .enumerate()
        .map(|(index, segment)| stage::stage(index, segment, &parts, &mut tasks, compiled))
        .collect();
    let mut last_notes = Vec::new();
    for note in &timeline.notes {
        stages
            .get_mut(note.before)
            .map_or(&mut last_notes, |stage| &mut stage.notes)
            .push(note.text.to_owned());
    }
    let (lead_in, closing) = say::share_out(script, &mut stages);
    let tasks = tasks.finish();
    let asks = asks(compiled, &stages, &tasks, &parts, &mut measures);
    let mut playbook = Playbook {
        title: compiled.workout.title.clone(),
        by: compiled.workout.about.by.clone(),
        key: String::new(),
        time: card::total_time(compiled),
        lead_in_ms: lead_in.iter().map(|say| -say.after_ms).max().unwrap_or(0),
        likely_ms: timeline.likely_ms,
        estimated: timeline.estimated,
        tasks,
        stages,
        lead_in,
        closing,
        last_notes,
        strip: strip.clone(),
        asks,
    };
    playbook.key = key(&playbook);
    past::add(compiled, &mut playbook.asks.lines);
    playbook
}

/// Returns what the athlete is asked to write down.
fn asks(
    compiled: &Compiled<'_>,
    stages: &[Stage],
    tasks: &[Task],
    parts: &Parts<'_>,
    measures: &mut Measures,
) -> Asks {
    let mut asking = Asking::of(compiled, measures);
    for (index, (segment, stage)) in compiled.timeline.segments.iter().zip(stages).enumerate() {
        asking.add(index, segment, stage, parts);
    }
    asking.finish(stages, tasks)
}

/// Returns what tells a playbook from others: the same for the same one, on every machine, and another for one that
/// differs in anything but what was done before. A session goes on when its results are written down.
fn key(playbook: &Playbook) -> String {
    let mut hash = Fnv::default();
    // Writing into a hash cannot fail; if it did, the key would be that of what was written.
    let _ = serde_json::to_writer(&mut hash, playbook);
    format!("{:016x}", hash.get())
}
