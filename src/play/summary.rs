//! What was done, shown at the end.

use super::done::Done;
use super::player::{Phase, Player, is_pause};
use crate::emit::player::model::{SegmentKind, Stage};
use crate::quantity::clock;

/// What was done of a workout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary<'p> {
    /// The workout's title.
    pub title: &'p str,
    /// Each stage of work that was done, in order.
    pub done: Vec<Done<'p>>,
    /// How long all of it took, in milliseconds.
    pub total_ms: i64,
    /// Whether the workout was done to its end.
    pub ended: bool,
}

impl<'p> Player<'p> {
    /// Returns what came of a stage.
    pub(super) fn done(&self, stage: &Stage, took_ms: i64, skipped: bool) -> Done<'p> {
        let doing = self.doing(stage.task);
        Done {
            name: doing.map_or("", |doing| doing.name),
            side: doing.map_or("", |doing| doing.side),
            dose: doing.map_or("", |doing| doing.dose),
            took_ms,
            rounds: (stage.kind == SegmentKind::Amrap).then_some(self.rounds),
            skipped,
            swap: self.chosen(stage.task),
        }
    }

    /// Returns what came of the stage with this index, the last time that the athlete went on from it.
    pub fn came(&self, stage: usize) -> Option<&Done<'p>> {
        self.done.get(stage)?.as_ref()
    }

    /// Returns what was done up to now. Rests, changes and the current stage are not listed.
    pub fn summary(&self) -> Summary<'p> {
        let stages = self.playbook.stages.iter().zip(&self.done);
        let work = stages.filter(|(stage, _)| !is_pause(stage.kind));
        Summary {
            title: &self.playbook.title,
            done: work.filter_map(|(_, done)| *done).collect(),
            total_ms: self.total_ms(),
            ended: self.phase() == Phase::End,
        }
    }
}

impl Summary<'_> {
    /// Writes it as text, one line a stage.
    pub fn write(&self) -> String {
        let mut text = format!("{}, {}\n", self.title.replace(['\n', '\r'], " "), self.time());
        let names: Vec<String> = self.done.iter().map(Done::what).collect();
        let times: Vec<String> = self.done.iter().map(Done::how_long).collect();
        let widest = times.iter().map(|time| time.chars().count()).max().unwrap_or(0);
        for (name, time) in names.iter().zip(&times) {
            text.push_str(&format!("  {time:>widest$}  {name}\n"));
        }
        text
    }

    /// Returns the time of all of it: `12:30`, `12:30, not to its end`.
    fn time(&self) -> String {
        let time = clock(self.total_ms / 1000 * 1000);
        if self.ended { time } else { format!("{time}, not to its end") }
    }
}
