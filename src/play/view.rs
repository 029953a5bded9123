//! What a player shows.

use super::player::{Phase, Player, dose, tasks_of};
use crate::emit::player::model::{Ends, Playbook, Stage};

/// The clock that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageClock {
    /// Runs down.
    Down {
        /// What is left.
        left_ms: i64,
        /// How long it runs in all.
        of_ms: i64,
    },
    /// Runs up.
    Up {
        /// What has passed.
        passed_ms: i64,
        /// About how long it takes, if that is known.
        about_ms: Option<i64>,
    },
    /// Runs up, with a limit.
    Both {
        /// What has passed.
        passed_ms: i64,
        /// What is left.
        left_ms: i64,
        /// When it ends.
        of_ms: i64,
    },
}

impl StageClock {
    /// Returns whole seconds of what is left: 30 in the first moment of 30 seconds, 1 in the last.
    pub fn seconds_left(left_ms: i64) -> i64 {
        (left_ms.max(0) + 999) / 1000
    }

    /// Returns whole seconds of what has passed.
    pub fn seconds_passed(passed_ms: i64) -> i64 {
        passed_ms.max(0) / 1000
    }
}

/// What is done for a task, after any swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doing<'p> {
    /// The movement's name.
    pub name: &'p str,
    /// The side; empty for none.
    pub side: &'p str,
    /// How much; empty if nothing is said of it.
    pub dose: &'p str,
    /// How hard.
    pub target: &'p str,
    /// Seconds down, hold, up, hold; none for as fast as you can.
    pub tempo: Option<[Option<u8>; 4]>,
    /// What to think of.
    pub cues: &'p [String],
}

impl<'p> Player<'p> {
    /// Returns the workout.
    pub fn playbook(&self) -> &'p Playbook {
        self.playbook
    }

    /// Returns what is done for a task of the playbook: that of a stage, or one inside it.
    pub fn doing(&self, task: usize) -> Option<Doing<'p>> {
        let (task, swap) = self.task(task)?;
        Some(match swap {
            None => Doing {
                name: &task.name,
                side: &task.side,
                dose: &task.dose,
                target: &task.target,
                tempo: task.tempo,
                cues: &task.cues,
            },
            Some(swap) => Doing {
                name: &swap.name,
                side: &swap.side,
                dose: dose(task, Some(swap)),
                target: &swap.target,
                tempo: None,
                cues: &swap.cues,
            },
        })
    }

    /// Returns the clock to show; none before the start and after the end.
    pub fn clock(&self) -> Option<StageClock> {
        let passed_ms = self.passed_ms();
        let down = |of_ms: i64| StageClock::Down { left_ms: of_ms.saturating_sub(passed_ms).max(0), of_ms };
        match self.phase() {
            Phase::Ready | Phase::End => None,
            Phase::LeadIn => Some(down(self.playbook.lead_in_ms)),
            Phase::Stage(_) => {
                let stage = self.stage()?;
                Some(match self.ends(stage) {
                    (Ends::Clock, Some(of_ms)) => down(of_ms),
                    (Ends::DoneOrClock, Some(of_ms)) => {
                        StageClock::Both { passed_ms, left_ms: of_ms.saturating_sub(passed_ms).max(0), of_ms }
                    }
                    (Ends::Clock | Ends::Done | Ends::DoneOrClock, _) => {
                        let (task, swap) = self.task(stage.task)?;
                        let is_as_written = swap.is_none_or(|swap| swap.dose == task.dose);
                        StageClock::Up { passed_ms, about_ms: is_as_written.then_some(stage.duration_ms) }
                    }
                })
            }
        }
    }

    /// Returns the tasks that can be swapped now: that of the stage, and those inside it.
    pub fn swappable(&self) -> Vec<usize> {
        let has_swaps =
            |task: &usize| self.playbook.tasks.get(*task).is_some_and(|task| !task.swaps.is_empty());
        self.stage().map_or(Vec::new(), |stage| tasks_of(stage).filter(has_swaps).collect())
    }

    /// Returns the swap after the current one, as an athlete goes through them: each swap in turn, then none, which is
    /// what was written.
    pub fn next_swap(&self, task: usize) -> Option<usize> {
        let swaps = self.playbook.tasks.get(task)?.swaps.len();
        let next = self.chosen(task).map_or(0, |swap| swap + 1);
        (next < swaps).then_some(next)
    }

    /// Returns the stages after this one; before the first, all.
    pub fn stages_ahead(&self) -> &'p [Stage] {
        let from = match self.phase() {
            Phase::Ready | Phase::LeadIn => 0,
            Phase::Stage(index) => index + 1,
            Phase::End => self.playbook.stages.len(),
        };
        self.playbook.stages.get(from..).unwrap_or_default()
    }

    /// Returns the position on the strip, in milliseconds from its start.
    pub fn on_strip_ms(&self) -> i64 {
        match self.phase() {
            Phase::Ready | Phase::LeadIn => 0,
            Phase::Stage(_) => {
                self.stage().map_or(0, |stage| stage.start_ms + self.passed_ms().clamp(0, stage.duration_ms))
            }
            Phase::End => self.playbook.likely_ms,
        }
    }
}
