//! One pass over all results by date: where each statement is before and after each of them.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::asked::{Asked, AskedLoad, asked};
use super::ground::{Ground, Standings};
use super::lifts::Heaviest;
use super::matching::{Slot, Slots};
use super::maxes::{InPlan, OfSession};
use super::moved::{Moved, Moving};
use super::paired::{is_of, paired};
use super::standing::Limits;
use super::verdict::{Compared, Verdict, loads};
use crate::athlete::{OfMax, convert_mass};
use crate::catalog;
use crate::check::program::{
    Done, History, Lift, Load, LoadKind, MovementId, Program, ResultLine, Results, Step, StepKind, Workout,
};
use crate::plan::{Calendar, Instance};
use crate::source::Place;

/// What the results of an athlete come to in a program.
#[derive(Debug)]
pub struct Replay {
    /// The sessions of each plan.
    plans: Vec<Slots>,
    /// Where each statement is before the first result.
    at_first: Arc<Standings>,
    /// Where each is after each result.
    after: Vec<Arc<Standings>>,
    /// Which line of the results is about which statement.
    history: Arc<History>,
    /// What came of each statement in each result that is a session of its own, by date.
    judged: Vec<Judged>,
    /// What of the results is about nothing in the program, by date.
    unmatched: Vec<Unmatched>,
}

/// A result, or lines of it, that are about nothing in the program.
#[derive(Debug, Clone)]
pub struct Unmatched {
    /// The number of the result among all of them.
    pub result: usize,
    /// Its lines that are about no statement. None where no session has its title.
    pub lines: Option<Vec<usize>>,
    /// The movements of its session that move by results, and of which nothing is written down.
    pub movements: Vec<MovementId>,
}

/// What came of one statement in one session.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    /// The statement: the place of its name.
    pub place: Place,
    /// Its movement, as it is written.
    pub movement: MovementId,
    /// The number of the result among all of them.
    pub result: usize,
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

impl Replay {
    /// Goes through all results.
    pub fn new(ground: &Ground<'_>, calendars: &[Calendar<'_>], results: &Results) -> Self {
        let plans = calendars.iter().map(Slots::new).collect();
        let mut replay = Self {
            plans,
            at_first: Arc::default(),
            after: Vec::with_capacity(results.sessions.len()),
            history: Arc::default(),
            judged: Vec::new(),
            unmatched: Vec::new(),
        };
        let mut history = History::default();
        let mut statements = None;
        for (number, done) in results.sessions.iter().enumerate() {
            let session = replay.session_of(ground.program, calendars, number, done);
            let is_own = session.as_ref().is_some_and(|session| session.is_own);
            let mut standings = replay.after.last().cloned().unwrap_or_default();
            let mut own = Vec::new();
            if session.is_none() && replay.may_be_of(ground.program, done) {
                replay.unmatched.push(Unmatched { result: number, lines: None, movements: Vec::new() });
            }
            if let Some(Session { workout, at, .. }) = &session {
                let standings = Arc::make_mut(&mut standings);
                if !done.is_skipped {
                    let counted = Counting { ground, at: *at, standings }.session(workout, done);
                    for Matched { place, lift, loads } in counted.matched {
                        history.add(place, ResultLine { session: number, lift }, loads);
                    }
                    if let (lines @ [_, ..], movements @ [_, ..]) = (&*counted.lines, &*counted.movements) {
                        let (lines, movements) = (Some(lines.to_vec()), movements.to_vec());
                        replay.unmatched.push(Unmatched { result: number, lines, movements });
                    }
                    // What was done more often than planned may be from before the plan.
                    if is_own {
                        let judged = counted.judged.into_iter();
                        replay.judged.extend(judged.map(|one| Judged { result: number, ..one }));
                    }
                }
                if !done.now.is_empty() {
                    own = Statement::of(std::iter::once(workout), ground);
                }
            }
            // What another program is named for says nothing of this one.
            let is_of_another = session.is_none() && done.plan.is_some();
            for now in done.now.iter().filter(|_| !is_of_another) {
                // Where the session doesn't have it, it is said of all that do.
                let is_own = own.iter().any(|one| is_of(ground.program, one.movement, now));
                let all = || Statement::of(workouts_of(ground.program, calendars), ground);
                let statements = if is_own { &own } else { statements.get_or_insert_with(all) };
                start_anew(ground.program, statements, now, Arc::make_mut(&mut standings));
            }
            replay.after.push(standings);
        }
        replay.history = Arc::new(history);
        replay
    }

    /// Returns what a result is the result of, as it is written, and where in a plan that is.
    fn session_of<'c>(
        &mut self,
        program: &Program,
        calendars: &'c [Calendar<'_>],
        number: usize,
        done: &Done,
    ) -> Option<Session<'c>> {
        let plans = self.plans.iter_mut().zip(calendars).enumerate();
        if let Some((plan, (slots, calendar))) =
            plans.into_iter().find(|(_, (slots, _))| slots.may_have(done))
        {
            let taken = slots.take(number, done);
            let slot = taken.or_else(|| slots.like(done))?;
            let slot = slots.slots().get(slot)?;
            let (day, session) = slot.at;
            let at = InPlan { number: plan, calendar, day, session };
            let workout = Arc::clone(at.workout());
            return Some(Session { workout, at: Some(at), is_own: taken.is_some() });
        }
        let of_no_plan = || done.plan.is_none();
        let alone = program.workouts.iter().find(|workout| of_no_plan() && done.is_called(&workout.title))?;
        Some(Session { workout: Arc::clone(alone), at: None, is_own: true })
    }

    /// Tells whether a result may be meant for this program: it has a title, and names no other plan.
    fn may_be_of(&self, program: &Program, done: &Done) -> bool {
        let is_plan =
            |plan: &str| program.plans.iter().any(|one| catalog::fold(&one.title) == catalog::fold(plan));
        done.title.is_some() && done.plan.as_deref().is_none_or(is_plan)
    }

    /// Returns the titles of all sessions of plans.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.plans.iter().flat_map(Slots::titles)
    }

    /// Returns what of the results is about nothing in the program, by date.
    pub fn unmatched(&self) -> &[Unmatched] {
        &self.unmatched
    }

    /// Returns which line of the results is about which statement.
    pub fn history(&self) -> Arc<History> {
        Arc::clone(&self.history)
    }

    /// Returns where each statement is now.
    pub fn now(&self) -> &Standings {
        self.after.last().unwrap_or(&self.at_first)
    }

    /// Returns what came of each statement in each result that is a session of its own, by date.
    pub fn judged(&self) -> &[Judged] {
        &self.judged
    }

    /// Returns the number of the result of each session of a plan, in the order in which they are done.
    pub fn results_of(&self, plan: usize) -> impl Iterator<Item = Option<usize>> {
        self.slots(plan).iter().map(|slot| slot.result)
    }

    /// Returns the results that are sessions of other plans.
    pub fn of_other_plans(&self, plan: usize) -> FxHashSet<usize> {
        let others = (0..self.plans.len()).filter(|&other| other != plan);
        others.flat_map(|other| self.results_of(other)).flatten().collect()
    }

    /// Returns the sessions of a plan, with the results that they are.
    pub fn slots(&self, plan: usize) -> &[Slot] {
        self.plans.get(plan).map_or(&[], Slots::slots)
    }

    /// Returns the number of the next session of a plan, among all of its sessions in order. None if it is over.
    pub fn next(&self, plan: usize) -> Option<usize> {
        let slots = self.plans.get(plan)?;
        Some(slots.next()).filter(|&next| next < slots.slots().len())
    }

    /// Returns where each statement is before a session of a plan.
    fn before(&self, plan: usize, number: usize, results: &Results) -> &Standings {
        let Some(slot) = self.slots(plan).get(number) else { return self.now() };
        let known = match (slot.result, slot.date) {
            (Some(result), _) => result,
            (None, Some(date)) => results.sessions.partition_point(|done| done.date < date),
            // Without dates, what is not written down goes with what was done before it.
            (None, None) => {
                let later = self.slots(plan).get(number..).unwrap_or_default();
                later.iter().find_map(|slot| slot.result).unwrap_or(results.sessions.len())
            }
        };
        match known.checked_sub(1) {
            Some(last) => self.after.get(last).map_or_else(|| self.now(), |standings| &**standings),
            None => &self.at_first,
        }
    }

    /// Returns a plan with its sessions as they are after the results before them.
    pub fn plan<'p>(
        &self,
        ground: &Ground<'_>,
        plan: usize,
        calendar: Calendar<'p>,
        results: &Results,
    ) -> Calendar<'p> {
        let mut written: FxHashMap<(usize, Moved), usize> = FxHashMap::default();
        let mut moved: Vec<Instance> = Vec::with_capacity(calendar.distinct.len());
        let mut instances = Vec::new();
        for (day, of_day) in calendar.days.iter().enumerate() {
            for (nth, session) in of_day.sessions.iter().enumerate() {
                let at = InPlan { number: plan, calendar: &calendar, day, session: nth };
                let instance = calendar.instance_of(session);
                let moving = Moving::new(ground, Some(at), self.before(plan, instances.len(), results));
                let key = (session.instance, moving.moved_in(&instance.workout));
                instances.push(*written.entry(key).or_insert_with(|| {
                    let workout = moving.workout(&instance.workout);
                    moved.push(Instance { template: Arc::clone(&instance.template), workout });
                    moved.len() - 1
                }));
            }
        }
        let Calendar { plan: of, mut days, .. } = calendar;
        let sessions = days.iter_mut().flat_map(|day| &mut day.sessions);
        sessions.zip(instances).for_each(|(session, instance)| session.instance = instance);
        Calendar { plan: of, days, distinct: moved }
    }

    /// Returns a workout as it is now.
    pub fn workout(&self, ground: &Ground<'_>, workout: &Arc<Workout>) -> Arc<Workout> {
        Moving::new(ground, None, self.now()).workout(workout)
    }
}

/// What a result is the result of.
struct Session<'c> {
    /// As it is written.
    workout: Arc<Workout>,
    /// Where in a plan it is.
    at: Option<InPlan<'c>>,
    /// Whether no other result is this session.
    is_own: bool,
}

/// Counts what was done in one session.
pub(super) struct Counting<'c, 'p> {
    pub ground: &'c Ground<'p>,
    /// Where in a plan the session is.
    pub at: Option<InPlan<'c>>,
    pub standings: &'c mut Standings,
}

/// A line of a result, with the statement that it is about.
pub(super) struct Matched {
    /// The statement.
    place: Place,
    /// Which of the session's lifts it is.
    lift: usize,
    /// The load of each set.
    loads: Vec<Option<Load>>,
}

/// What came of one session.
#[derive(Default)]
pub(super) struct Counted {
    /// Which of its lines is about which statement.
    matched: Vec<Matched>,
    judged: Vec<Judged>,
    /// The lines that are about none.
    lines: Vec<usize>,
    /// The movements that move by results, and of which there is no line.
    movements: Vec<MovementId>,
}

impl Counting<'_, '_> {
    /// Counts a session. `workout` is the session as it is written.
    pub fn session(&mut self, workout: &Arc<Workout>, done: &Done) -> Counted {
        let level = (self.ground.level_of)(workout);
        let then = Moving::new(self.ground, self.at, self.standings).workout(workout);
        let shown = asked(&then, level);
        let written = asked(workout, level);
        let lines = paired(self.ground.program, &shown, done);
        let tests = tested(&workout.steps);
        let (mut maxes, mut counted) = (OfSession::testing(tests.into_iter()), Counted::default());
        counted.lines = (0..done.lifts.len()).filter(|&line| !lines.contains(&Some(line))).collect();
        counted.movements = self.without_line(&shown, &lines);
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
                result: 0,
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
        let key = catalog::key(&self.ground.program.movement(asked.movement).name);
        if maxes.tests(&key)
            && let Some(heaviest) = Heaviest::succeeded(asked, lift)
        {
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
        let goes_by_results =
            |max: &OfMax| self.at.is_some_and(|at| at.plan().raises.go_by_results(&max.key));
        // What goes by another session goes by its rules.
        let goes_by_lifted = asked.choice.all_targets().any(|target| target.lifted.is_some());
        if is_ruled || goes_by_lifted || asked.maxes().any(goes_by_results) {
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

/// A statement whose load moves, as it is first done in the program.
struct Statement {
    place: Place,
    movement: MovementId,
    /// Its heaviest load, as it is written.
    heaviest: AskedLoad,
}

impl Statement {
    /// Returns the statements of some workouts whose loads move, each once.
    fn of<'w>(workouts: impl Iterator<Item = &'w Arc<Workout>>, ground: &Ground<'_>) -> Vec<Self> {
        let mut seen = FxHashSet::default();
        let mut found = Vec::new();
        for workout in workouts {
            for asked in asked(workout, (ground.level_of)(workout)) {
                let heaviest = asked.sets.iter().filter_map(|set| set.load).max_by_key(|load| load.exact);
                if let Some(heaviest) = heaviest.filter(|_| asked.choice.moves.is_some())
                    && seen.insert(asked.place)
                {
                    found.push(Self { place: asked.place, movement: asked.movement, heaviest });
                }
            }
        }
        found
    }
}

/// Returns the keys of the maxes that are tested among some steps.
fn tested(steps: &[Step]) -> Vec<Arc<str>> {
    let of = |step: &Step| match &step.kind {
        StepKind::Record(record) => record.max.iter().cloned().collect(),
        StepKind::Block(block) => tested(&block.steps),
        StepKind::Do(workout) => tested(&workout.steps),
        StepKind::Turns(turns) => turns.items.iter().flat_map(|item| tested(item)).collect(),
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) => Vec::new(),
    };
    steps.iter().flat_map(of).collect()
}

/// Returns all workouts that are done in a program.
fn workouts_of<'w>(
    program: &'w Program,
    calendars: &'w [Calendar<'_>],
) -> impl Iterator<Item = &'w Arc<Workout>> {
    let in_plans = calendars.iter().flat_map(|calendar| calendar.distinct.iter().map(|one| &one.workout));
    in_plans.chain(&program.workouts)
}

/// Has the statements of a movement go on with a load: `now back squat 80kg`.
fn start_anew(program: &Program, statements: &[Statement], now: &Lift, standings: &mut Standings) {
    let Some(load) = now.sets.iter().find_map(|set| set.load) else { return };
    for one in statements.iter().filter(|one| is_of(program, one.movement, now)) {
        let figure = convert_mass(load.figure, load.unit, one.heaviest.unit);
        standings.places.entry(one.place).or_default().start_anew(one.heaviest.exact, figure);
    }
}

/// The least that a dose may become, in thousandths: one repetition, one second.
const LEAST_DOSE: i64 = 1_000;
