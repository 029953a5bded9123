//! One pass over all results by date: where each statement is before and after each of them.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::asked::{AskedLoad, asked};
use super::counting::{Counting, Judged, Matched};
use super::ground::{Ground, Standings};
use super::matching::{Slot, Slots};
use super::maxes::InPlan;
use super::moved::{Moved, Moving};
use super::paired::is_of;
use crate::athlete::convert_mass;
use crate::catalog::fold;
use crate::check::program::{Done, History, Lift, MovementId, Program, ResultLine, Results, Workout};
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
    /// What came of each statement in each result that is a session of its own, by date, with the number of the result.
    judged: Vec<(usize, Judged)>,
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
            let is_of_another = session.is_none() && is_of_another(ground.program, done);
            if session.is_none() && done.title.is_some() && !is_of_another {
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
                        replay.judged.extend(counted.judged.into_iter().map(|one| (number, one)));
                    }
                }
                if !done.now.is_empty() {
                    own = Statement::of(std::iter::once(workout), ground);
                }
            }
            // What another program is named for says nothing of this one.
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

    /// Returns what came of each statement in each result that is a session of its own, by date, with the number of the
    /// result.
    pub fn judged(&self) -> &[(usize, Judged)] {
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

/// Returns all workouts that are done in a program.
fn workouts_of<'w>(
    program: &'w Program,
    calendars: &'w [Calendar<'_>],
) -> impl Iterator<Item = &'w Arc<Workout>> {
    let in_plans = calendars.iter().flat_map(|calendar| calendar.distinct.iter().map(|one| &one.workout));
    in_plans.chain(&program.workouts)
}

/// Tells whether a result names a plan that is not in this program.
fn is_of_another(program: &Program, done: &Done) -> bool {
    let is_in = |named: &str| program.plans.iter().any(|plan| fold(&plan.title) == fold(named));
    done.plan.as_deref().is_some_and(|named| !is_in(named))
}

/// Has the statements of a movement go on with a load: `now back squat 80kg`.
fn start_anew(program: &Program, statements: &[Statement], now: &Lift, standings: &mut Standings) {
    let Some(load) = now.sets.iter().find_map(|set| set.load) else { return };
    for one in statements.iter().filter(|one| is_of(program, one.movement, now)) {
        let figure = convert_mass(load.figure, load.unit, one.heaviest.unit);
        standings.places.entry(one.place).or_default().start_anew(one.heaviest.exact, figure);
    }
}
