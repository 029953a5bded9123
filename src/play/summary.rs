//! What was done, for the end.

use super::player::{Place, Player, is_pause};
use crate::emit::player::model::{SegmentKind, Stage};
use crate::quantity::clock;

/// What came of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done<'p> {
    /// The name of what was done.
    pub name: &'p str,
    /// The side it was done on; empty for none.
    pub side: &'p str,
    /// How much was to be done; empty where that is not said.
    pub dose: &'p str,
    /// How long it took, in milliseconds.
    pub took_ms: i64,
    /// The rounds of an AMRAP.
    pub rounds: Option<u32>,
    /// Whether it was skipped.
    pub skipped: bool,
}

/// What was done of a workout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary<'p> {
    /// The workout's title.
    pub title: &'p str,
    /// Each stage of work that was gone through, in order.
    pub done: Vec<Done<'p>>,
    /// How long all of it took, in milliseconds.
    pub total_ms: i64,
    /// Whether the workout was gone through to its end.
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
        }
    }

    /// Returns what was done up to now. Rests and changes are not listed, and neither is what is not over.
    pub fn summary(&self) -> Summary<'p> {
        let stages = self.playbook.stages.iter().zip(&self.done);
        let work = stages.filter(|(stage, _)| !is_pause(stage.kind));
        Summary {
            title: &self.playbook.title,
            done: work.filter_map(|(_, done)| *done).collect(),
            total_ms: self.total_ms(),
            ended: self.place() == Place::End,
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

impl Done<'_> {
    /// Returns what it was: `Squat, right leg, 30 s`, `AMRAP, 7 rounds`.
    fn what(&self) -> String {
        let rounds =
            self.rounds.map(|rounds| format!("{rounds} round{}", if rounds == 1 { "" } else { "s" }));
        let said = [self.name, self.side, self.dose].map(|text| text.replace(['\n', '\r'], " "));
        let said = said.into_iter().chain(rounds).filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(", ")
    }

    fn how_long(&self) -> String {
        if self.skipped { "skipped".to_owned() } else { clock(self.took_ms / 1000 * 1000) }
    }
}
