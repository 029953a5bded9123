//! Counts what was done in one session: what came of each of its statements, and what moves by that.

use std::sync::Arc;

use super::asked::{Asked, asked};
use super::ground::{Ground, Standings};
use super::lifts::Heaviest;
use super::maxes::{InPlan, OfSession};
use super::moved::Moving;
use super::paired::paired;
use super::standing::Limits;
use super::verdict::{Compared, Verdict, loads};
use crate::athlete::{OfMax, convert_mass};
use crate::catalog;
use crate::check::program::{Done, Lift, Load, LoadKind, MovementId, Step, StepKind, Workout};
use crate::source::Place;

/// The least that a dose may become, in thousandths: one repetition, one second.
const LEAST_DOSE: i64 = 1_000;

/// Counts what was done in one session.
pub struct Counting<'c, 'p> {
    pub ground: &'c Ground<'p>,
    /// Where in a plan the session is.
    pub at: Option<InPlan<'c>>,
    pub standings: &'c mut Standings,
}

/// What came of one statement in one session.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    /// The statement: the place of its name.
    pub place: Place,
    /// Its movement, as it is written.
    pub movement: MovementId,
    /// Whether too little was done, with all sets written down and none of them lighter than it was asked for.
    pub is_missed: bool,
    /// What the program says of misses.
    pub after_misses: AfterMisses,
}

/// What a program says is done after misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterMisses {
    /// A rule of the statement, or of the max or the session that its load is a part of.
    Ruled,
    /// Nothing, and its load or its dose is a figure of its own.
    Nothing,
    /// Nothing, and its load is a part of a max.
    NothingOfMax,
    /// It has neither a load nor anything that moves, so that nothing can be said.
    Unloaded,
}

/// A line of a result, with the statement that it is about.
pub struct Matched {
    /// The statement.
    pub place: Place,
    /// Which of the session's lifts it is.
    pub lift: usize,
    /// The load of each set.
    pub loads: Vec<Option<Load>>,
}

/// What came of one session.
#[derive(Default)]
pub struct Counted {
    /// Which of its lines is about which statement.
    pub matched: Vec<Matched>,
    /// What came of each statement that has a line.
    pub judged: Vec<Judged>,
    /// The lines that are about none.
    pub lines: Vec<usize>,
    /// The movements that move by results, and of which there is no line.
    pub movements: Vec<MovementId>,
}

impl Counting<'_, '_> {
    /// Counts a session. `workout` is the session as it is written.
    pub fn session(&mut self, workout: &Arc<Workout>, done: &Done) -> Counted {
        let level = (self.ground.level_of)(workout);
        let then = Moving::new(self.ground, self.at, self.standings).workout(workout);
        let shown = asked(&then, level);
        let written = asked(workout, level);
        let lines = paired(self.ground.program, &shown, done);
        let mut maxes = OfSession::testing(tested(&workout.steps));
        let mut counted = Counted {
            lines: unused(&lines, done.lifts.len()),
            movements: self.without_line(&shown, &lines),
            ..Counted::default()
        };
        for (number, (asked, line)) in shown.iter().zip(lines).enumerate() {
            let lift = line.and_then(|line| Some((line, done.lifts.get(line)?)));
            let Some((line, lift)) = lift.filter(|(_, lift)| !lift.is_skipped) else { continue };
            counted.matched.push(Matched { place: asked.place, lift: line, loads: loads(asked, lift) });
            if asked.sets.is_empty() {
                continue;
            }
            let compared = Compared::new(asked, lift);
            let tolerance = self.tolerance(asked);
            maxes.add(asked, &compared, tolerance);
            self.add_test(asked, lift, &mut maxes);
            counted.judged.push(Judged {
                place: asked.place,
                movement: asked.movement,
                is_missed: compared.verdict(tolerance) == Verdict::Miss && compared.has_all_loads(tolerance),
                after_misses: self.after_misses(asked),
            });
            self.standings.lifts.add(asked, lift, self.at);
            let Some(moves) = &asked.choice.moves else { continue };
            let limits = self.limits(written.get(number).unwrap_or(asked));
            self.standings.places.entry(asked.place).or_default().count(moves, &compared, tolerance, &limits);
        }
        if let Some(at) = self.at {
            self.standings.maxes.count(maxes, at);
        }
        counted
    }

    /// Adds what succeeded of a movement whose max is tested.
    fn add_test(&self, asked: &Asked<'_>, lift: &Lift, maxes: &mut OfSession) {
        if !maxes.has_tests() {
            return;
        }
        if let Some(heaviest) = Heaviest::succeeded(asked, lift) {
            let key = catalog::key(&self.ground.program.movement(asked.movement).name);
            let load = convert_mass(heaviest.figure, heaviest.unit, self.ground.athlete.units.unit());
            maxes.add_test(&key, load);
        }
    }

    /// Returns the movements that move by results, and of which neither they nor an alternative has a line.
    fn without_line(&self, asked: &[Asked<'_>], lines: &[Option<usize>]) -> Vec<MovementId> {
        let mut found = Vec::new();
        let mut is_written = false;
        for (one, line) in asked.iter().zip(lines).rev() {
            is_written |= line.is_some();
            if one.is_alternative {
                continue;
            }
            let moves = one.choice.moves.as_ref();
            // Of a ladder another form may have been done.
            let is_ladder = moves.is_some_and(|moves| moves.harder.is_some());
            let goes_by_results = moves.is_some() || one.maxes().any(|max| self.goes_by_results(max));
            if !is_written && goes_by_results && !is_ladder {
                found.push(one.movement);
            }
            is_written = false;
        }
        found
    }

    /// Tells whether a max is raised by what was done.
    fn goes_by_results(&self, max: &OfMax) -> bool {
        self.at.is_some_and(|at| at.plan().raises.go_by_results(&max.key))
    }

    /// Returns what the program says is done after misses of a statement.
    fn after_misses(&self, asked: &Asked<'_>) -> AfterMisses {
        let moves = asked.choice.moves.as_ref();
        let is_ruled = moves.is_some_and(|moves| moves.rules_misses());
        // What goes by another session goes by its rules.
        let goes_by_lifted = asked.choice.all_targets().any(|target| target.lifted.is_some());
        if is_ruled || goes_by_lifted || asked.maxes().any(|max| self.goes_by_results(max)) {
            AfterMisses::Ruled
        } else if asked.maxes().next().is_some() {
            AfterMisses::NothingOfMax
        } else if moves.is_some() || asked.sets.iter().all(|set| set.load.is_some()) {
            AfterMisses::Nothing
        } else {
            AfterMisses::Unloaded
        }
    }

    /// Returns how much less load still counts as the same: half a step of the athlete's.
    fn tolerance(&self, asked: &Asked<'_>) -> i64 {
        let own = self.ground.athlete.units.unit();
        let unit = asked.sets.iter().find_map(|set| set.load).map_or(own, |load| load.unit);
        convert_mass(self.ground.athlete.step(), own, unit) / 2
    }

    fn limits(&self, written: &Asked<'_>) -> Limits {
        let movement = self.ground.program.movement(written.movement);
        // Of sets that differ the heaviest counts: each of the others stays at what there is by itself.
        let heaviest = written.sets.iter().filter_map(|set| set.load).max_by_key(|load| load.exact);
        let load = heaviest.map(|load| {
            let least = match load.kind {
                LoadKind::OnTop | LoadKind::Help => 0,
                LoadKind::Weight => self.ground.least_load(movement, load.unit),
            };
            (load.exact, least)
        });
        let shortest = written.sets.iter().map(|set| set.low).filter(|&low| low > 0).min();
        let is_help = heaviest.is_some_and(|load| load.kind == LoadKind::Help);
        let exact = written.sets.first().and_then(|set| set.load).map(|load| load.exact);
        let harder = written.choice.moves.as_ref().map_or(0, |moves| moves.ladder.len());
        Limits { load, exact, is_help, dose: shortest.map(|low| (low, low.min(LEAST_DOSE))), harder }
    }
}

/// Returns which of so many lines no statement has.
fn unused(lines: &[Option<usize>], count: usize) -> Vec<usize> {
    let mut is_used = vec![false; count];
    lines.iter().flatten().for_each(|&line| is_used[line] = true);
    (0..count).filter(|&line| !is_used[line]).collect()
}

/// Returns the keys of the maxes that are tested among some steps.
pub fn tested(steps: &[Step]) -> Vec<Arc<str>> {
    let of = |step: &Step| match &step.kind {
        StepKind::Record(record) => record.max.iter().cloned().collect(),
        StepKind::Block(block) => tested(&block.steps),
        StepKind::Do(workout) => tested(&workout.steps),
        StepKind::Turns(turns) => turns.items.iter().flat_map(|item| tested(item)).collect(),
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) => Vec::new(),
    };
    steps.iter().flat_map(of).collect()
}
