//! What a player knows, and what changes it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::done::Done;
use super::words::{self, Part, Work};
use crate::emit::player::model::{Ends, Measured, Playbook, Say, SegmentKind, Stage, Swap, Task};

/// Anything that is overdue by more than this is not said any more.
const OVERDUE_MS: i64 = 2000;
/// An athlete who goes back this soon after the start of a stage means the stage before.
const BACK_WITHIN_MS: i64 = 3000;
/// An athlete who presses `done` this soon after the clock has ended a stage means that stage: it takes about this long
/// to notice and to press.
const LATE_DONE_MS: i64 = 1000;

/// What an athlete asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Begins the lead-in.
    Start,
    /// Stops the clock.
    Pause,
    /// Lets the clock go on from where it stopped.
    Resume,
    /// Ends a stage that the athlete ends; in an AMRAP, counts a round.
    Done,
    /// Goes to the next stage.
    Skip,
    /// Goes to the start of this stage, or to the stage before.
    Back,
    /// Goes back to before the start.
    Restart,
    /// Does another movement instead of one that is done now.
    Swap {
        /// The stage's task, or one inside it: an index into [`Playbook::tasks`].
        task: usize,
        /// What is done instead: an index into the task's swaps. With none, what was written.
        swap: Option<usize>,
    },
}

/// Where in the workout the athlete is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Before the start.
    Ready,
    /// In the lead-in.
    LeadIn,
    /// In a stage, by its index in [`Playbook::stages`].
    Stage(usize),
    /// After the last stage.
    End,
}

/// Something that is to be said now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken<'p> {
    /// What was written in the playbook.
    pub say: &'p Say,
    /// The words, with the name of the movement that is done.
    pub text: Cow<'p, str>,
}

/// What moves during a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Running {
    /// Since this moment.
    Since(i64),
    /// Stopped, when this much time had passed.
    Paused(i64),
}

/// A workout that is being run.
#[derive(Debug, Clone)]
pub struct Player<'p> {
    pub(super) playbook: &'p Playbook,
    pub(super) phase: Phase,
    running: Running,
    /// The last moment that it was told.
    now_ms: i64,
    /// How many of the phrases of this phase were said or left out.
    said: usize,
    /// The rounds of an AMRAP that were counted in this stage.
    pub(super) rounds: u32,
    /// What is done instead of each task, an index into its swaps.
    pub(super) chosen: Vec<Option<usize>>,
    /// What came of each stage, the last time that the athlete went on from it.
    pub(super) done: Vec<Option<Done<'p>>>,
    /// The time in stages that were left, whichever way, without pauses.
    pub(super) before_ms: i64,
    /// For each stage, the first one from there on that is not a pause; none if there are only pauses.
    work_from: Vec<Option<usize>>,
}

impl<'p> Player<'p> {
    /// Returns a player of a workout, before its start.
    pub fn new(playbook: &'p Playbook) -> Self {
        Self {
            playbook,
            phase: Phase::Ready,
            running: Running::Paused(0),
            now_ms: i64::MIN,
            said: 0,
            rounds: 0,
            chosen: vec![None; playbook.tasks.len()],
            done: vec![None; playbook.stages.len()],
            before_ms: 0,
            work_from: work_from(&playbook.stages),
        }
    }

    /// Goes on to this moment, and returns what is said in the meantime. The clock never goes back: an earlier moment
    /// counts as the last one.
    pub fn look(&mut self, now_ms: i64) -> Vec<Spoken<'p>> {
        self.now_ms = self.now_ms.max(now_ms);
        let mut spoken = Vec::new();
        while let Running::Since(begun_ms) = self.running {
            self.speak(begun_ms, &mut spoken);
            let end_ms = self.limit_ms().map(|limit_ms| begun_ms.saturating_add(limit_ms));
            match end_ms.filter(|&end_ms| end_ms <= self.now_ms) {
                Some(end_ms) => self.go_on(end_ms, false),
                None => break,
            }
        }
        spoken
    }

    /// Does what is asked at this moment, and returns what is said because of it. An action that makes no sense in this
    /// phase changes nothing.
    pub fn act(&mut self, action: Action, now_ms: i64) -> Vec<Spoken<'p>> {
        let mut spoken = self.look(now_ms);
        match action {
            Action::Start if self.phase == Phase::Ready => {
                self.running = Running::Since(self.now_ms);
                self.enter(Phase::LeadIn, self.now_ms);
            }
            Action::Pause if matches!(self.phase, Phase::LeadIn | Phase::Stage(_)) => {
                self.running = Running::Paused(self.passed_ms());
            }
            Action::Resume if self.is_paused() => {
                self.running = Running::Since(self.now_ms.saturating_sub(self.passed_ms()));
            }
            Action::Done => self.finish(),
            Action::Skip if matches!(self.phase, Phase::LeadIn | Phase::Stage(_)) => {
                self.go_on(self.now_ms, true);
            }
            Action::Back => self.back(),
            Action::Restart => *self = Self { now_ms: self.now_ms, ..Self::new(self.playbook) },
            Action::Swap { task, swap } => self.swap(task, swap),
            Action::Start | Action::Pause | Action::Resume | Action::Skip => {}
        }
        spoken.extend(self.look(now_ms));
        spoken
    }

    /// Returns the phase.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Tells whether the clock was stopped.
    pub fn is_paused(&self) -> bool {
        let stops = matches!(self.phase, Phase::LeadIn | Phase::Stage(_));
        stops && matches!(self.running, Running::Paused(_))
    }

    /// Returns how many rounds of this AMRAP were counted.
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// Returns the time since the start of the first stage, up to the end of the last, without pauses.
    pub fn total_ms(&self) -> i64 {
        match self.phase {
            Phase::Stage(_) => self.before_ms.saturating_add(self.passed_ms()),
            Phase::Ready | Phase::LeadIn | Phase::End => self.before_ms,
        }
    }

    /// Tells whether everything was said, including the closing words.
    pub fn is_over(&self) -> bool {
        self.phase == Phase::End && self.said >= self.playbook.closing.len()
    }

    /// Returns how long this phase has lasted.
    pub(super) fn passed_ms(&self) -> i64 {
        match self.running {
            Running::Since(begun_ms) => self.now_ms.saturating_sub(begun_ms),
            Running::Paused(passed_ms) => passed_ms,
        }
    }

    /// Returns the current stage.
    pub fn stage(&self) -> Option<&'p Stage> {
        self.current().map(|(_, stage)| stage)
    }

    /// Returns the current stage with its index.
    pub fn current(&self) -> Option<(usize, &'p Stage)> {
        match self.phase {
            Phase::Stage(index) => self.playbook.stages.get(index).map(|stage| (index, stage)),
            Phase::Ready | Phase::LeadIn | Phase::End => None,
        }
    }

    /// Returns a task of the playbook, and what is done instead of it.
    pub(super) fn task(&self, index: usize) -> Option<(&'p Task, Option<&'p Swap>)> {
        let task = self.playbook.tasks.get(index)?;
        Some((task, self.chosen(index).and_then(|swap| task.swaps.get(swap))))
    }

    /// Returns which of its swaps is done instead of a task of the playbook; none if it is done as it was written.
    pub fn chosen(&self, task: usize) -> Option<usize> {
        self.chosen.get(task).copied().flatten()
    }

    /// Returns who ends a stage, and when the clock does.
    pub fn ends(&self, stage: &Stage) -> (Ends, Option<i64>) {
        match self.task(stage.task) {
            // The same dose of another movement ends when the movement that was written would end.
            Some((task, Some(swap))) if swap.dose != task.dose => match swap.duration_ms {
                Some(duration_ms) => (Ends::Clock, Some(duration_ms)),
                None => (Ends::Done, None),
            },
            Some((_, _)) | None => {
                let limit_ms = match stage.ends {
                    Ends::Clock => Some(match &stage.measured {
                        Some(measured) => self.measured_ms(measured),
                        None => stage.duration_ms,
                    }),
                    Ends::Done => None,
                    Ends::DoneOrClock => Some(stage.cap_ms.unwrap_or(stage.duration_ms)),
                };
                (stage.ends, limit_ms)
            }
        }
    }

    /// Returns how long a rest is that is measured by the work before it. What was not done counts as long as it was
    /// planned.
    fn measured_ms(&self, measured: &Measured) -> i64 {
        let took_ms = |index: usize| {
            let stage = self.playbook.stages.get(index).filter(|stage| !is_pause(stage.kind))?;
            let done = self.done.get(index).and_then(Option::as_ref);
            Some(done.map_or(stage.duration_ms, |done| done.took_ms))
        };
        let all_ms = (measured.from..measured.to).filter_map(took_ms).fold(0, i64::saturating_add);
        let (rest, work) = (i64::from(measured.rest), i64::from(measured.work).max(1));
        // To the nearest millisecond.
        all_ms.saturating_mul(rest).saturating_mul(2).saturating_add(work) / (2 * work)
    }

    /// Returns how long the phase may last before the clock ends it.
    fn limit_ms(&self) -> Option<i64> {
        match self.phase {
            Phase::LeadIn => Some(self.playbook.lead_in_ms),
            Phase::Stage(_) => self.stage().and_then(|stage| self.ends(stage).1),
            Phase::Ready | Phase::End => None,
        }
    }

    /// Says what is due in this phase, which began at `begun_ms`.
    fn speak(&mut self, begun_ms: i64, spoken: &mut Vec<Spoken<'p>>) {
        let (says, from_ms): (&'p [Say], i64) = match self.phase {
            Phase::Ready => (&[], begun_ms),
            // What is said in the lead-in is timed from its end.
            Phase::LeadIn => (&self.playbook.lead_in, begun_ms.saturating_add(self.playbook.lead_in_ms)),
            Phase::Stage(_) => (self.stage().map_or(&[][..], |stage| &stage.says), begun_ms),
            Phase::End => (&self.playbook.closing, begun_ms),
        };
        let end_ms = self.limit_ms().map_or(i64::MAX, |limit_ms| begun_ms.saturating_add(limit_ms));
        while let Some(say) = says.get(self.said) {
            let at_ms = from_ms.saturating_add(say.after_ms);
            if at_ms > self.now_ms || at_ms >= end_ms {
                break;
            }
            self.said += 1;
            if self.now_ms.saturating_sub(at_ms) <= OVERDUE_MS
                && let Some(text) = self.words(say)
            {
                spoken.push(Spoken { say, text });
            }
        }
    }

    /// Returns the words for something that is said here; none if they are about a movement that is not done.
    fn words(&self, say: &'p Say) -> Option<Cow<'p, str>> {
        let Phase::Stage(index) = self.phase else { return Some(Cow::Borrowed(&say.text)) };
        match self.stage().is_some_and(|stage| is_pause(stage.kind)) {
            // In a pause, the words are about what comes after it.
            true => words::in_pause(say, &self.work(index)),
            false => words::in_work(say, &self.work(index), &self.work(index + 1)),
        }
    }

    /// Returns what is done in the first stage, from this index on, that is not a pause.
    fn work(&self, from: usize) -> Work<'p> {
        let index = self.work_from.get(from).copied().flatten();
        let Some(stage) = index.and_then(|index| self.playbook.stages.get(index)) else {
            return Work::default();
        };
        let part = |index| {
            let (task, swap) = self.task(index)?;
            Some(Part { task, swap, is_inside: index != stage.task })
        };
        Work { parts: tasks_of(stage).filter_map(part).collect() }
    }

    /// Goes to the start of a phase.
    fn enter(&mut self, phase: Phase, at_ms: i64) {
        self.phase = phase;
        self.said = 0;
        self.rounds = 0;
        self.running = match (self.running, phase) {
            (Running::Paused(_), Phase::LeadIn | Phase::Stage(_)) => Running::Paused(0),
            // The end has nothing to pause.
            (Running::Since(_) | Running::Paused(_), _) => Running::Since(at_ms),
        };
    }

    /// Goes to a stage that has already lasted so long, and is paused there.
    pub(super) fn pause_in(&mut self, stage: usize, passed_ms: i64, rounds: u32) {
        self.enter(Phase::Stage(stage), self.now_ms);
        self.running = Running::Paused(passed_ms);
        self.rounds = rounds;
        // What was due by now was said before.
        let says = self.stage().map_or(&[][..], |stage| &stage.says);
        self.said = says.iter().take_while(|say| say.after_ms <= passed_ms).count();
    }

    /// Goes to the end, with everything said.
    pub(super) fn go_to_end(&mut self) {
        self.enter(Phase::End, self.now_ms);
        self.said = self.playbook.closing.len();
    }

    /// Goes forward from this phase at a moment.
    fn go_on(&mut self, at_ms: i64, skipped: bool) {
        let took_ms = match self.running {
            Running::Since(begun_ms) => at_ms.saturating_sub(begun_ms),
            Running::Paused(passed_ms) => passed_ms,
        };
        let next = match self.phase {
            Phase::Ready | Phase::LeadIn => 0,
            Phase::Stage(index) => {
                let came = self.playbook.stages.get(index).map(|stage| self.done(stage, took_ms, skipped));
                if let Some(done) = self.done.get_mut(index) {
                    *done = came;
                }
                self.before_ms = self.before_ms.saturating_add(took_ms);
                index + 1
            }
            Phase::End => return,
        };
        let is_stage = next < self.playbook.stages.len();
        self.enter(if is_stage { Phase::Stage(next) } else { Phase::End }, at_ms);
    }

    /// Ends a stage that the athlete ends, or counts a round.
    fn finish(&mut self) {
        let Some(stage) = self.stage() else { return };
        if self.is_late_done() {
            return;
        }
        match self.ends(stage).0 {
            Ends::Done | Ends::DoneOrClock => self.go_on(self.now_ms, false),
            Ends::Clock if stage.kind == SegmentKind::Amrap => self.rounds = self.rounds.saturating_add(1),
            Ends::Clock => {}
        }
    }

    /// Tells whether `done` is meant for the stage before, which the clock has just ended.
    fn is_late_done(&self) -> bool {
        let Phase::Stage(index) = self.phase else { return false };
        let Some(before) = index.checked_sub(1) else { return false };
        let (Some(stage), Some(Some(done))) = (self.playbook.stages.get(before), self.done.get(before))
        else {
            return false;
        };
        let (by, limit_ms) = self.ends(stage);
        let by_the_clock = !done.skipped && limit_ms.is_some_and(|limit_ms| done.took_ms >= limit_ms);
        let was_asked_for = by == Ends::DoneOrClock || stage.kind == SegmentKind::Amrap;
        by_the_clock && was_asked_for && self.passed_ms() < LATE_DONE_MS
    }

    fn back(&mut self) {
        let to = match self.phase {
            Phase::LeadIn => Phase::LeadIn,
            Phase::Stage(index) if self.passed_ms() < BACK_WITHIN_MS => Phase::Stage(index.saturating_sub(1)),
            Phase::Stage(index) => Phase::Stage(index),
            Phase::Ready | Phase::End => return,
        };
        self.before_ms = self.total_ms();
        self.enter(to, self.now_ms);
    }

    fn swap(&mut self, task: usize, swap: Option<usize>) {
        let Some(stage) = self.stage().filter(|stage| tasks_of(stage).any(|other| other == task)) else {
            return;
        };
        let Some(task) = self.playbook.tasks.get(task) else { return };
        if swap.is_some_and(|swap| swap >= task.swaps.len()) {
            return;
        }
        let before = self.task(stage.task).map(|(task, swap)| dose(task, swap));
        for (other, chosen) in self.playbook.tasks.iter().zip(&mut self.chosen) {
            if is_alike(task, other) {
                *chosen = swap;
            }
        }
        if self.task(stage.task).map(|(task, swap)| dose(task, swap)) != before {
            self.before_ms = self.total_ms();
            self.enter(self.phase, self.now_ms);
        }
    }
}

/// Returns how much is to be done.
pub(super) fn dose<'p>(task: &'p Task, swap: Option<&'p Swap>) -> &'p str {
    swap.map_or(&task.dose, |swap| &swap.dose)
}

/// Returns the task of a stage, then each of those inside it, once.
pub(super) fn tasks_of(stage: &Stage) -> impl Iterator<Item = usize> {
    let mut found = BTreeSet::new();
    let tasks = std::iter::once(stage.task).chain(stage.inside.iter().copied());
    tasks.filter(move |&task| found.insert(task))
}

/// Tells whether two tasks are the same movement with the same alternatives.
fn is_alike<'p>(one: &'p Task, other: &'p Task) -> bool {
    let names = |task: &'p Task| task.swaps.iter().map(|swap| &swap.name);
    one.name == other.name && names(one).eq(names(other))
}

/// Tells whether a stage is a pause, in which the words are about what comes next.
pub(crate) fn is_pause(kind: SegmentKind) -> bool {
    match kind {
        SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => true,
        SegmentKind::Work | SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => false,
    }
}

/// Returns, for each stage, the first one from there on that is not a pause.
fn work_from(stages: &[Stage]) -> Vec<Option<usize>> {
    let mut work = None;
    let mut found: Vec<Option<usize>> = Vec::with_capacity(stages.len());
    for (index, stage) in stages.iter().enumerate().rev() {
        if !is_pause(stage.kind) {
            work = Some(index);
        }
        found.push(work);
    }
    found.reverse();
    found
}
