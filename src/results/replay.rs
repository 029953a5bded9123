//! One pass over all results by date: where each statement is before and after each of them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::asked::{Asked, asked};
use super::ground::{Ground, Standings};
use super::matching::{Slot, Slots};
use super::maxes::{InPlan, OfSession};
use super::moved::{Moved, Moving};
use super::standing::Limits;
use super::verdict::Compared;
use crate::athlete::convert_mass;
use crate::catalog;
use crate::check::program::{Done, Lift, LoadKind, Program, Results, Workout};
use crate::plan::{Calendar, Instance};

/// What the results of an athlete come to in a program.
#[derive(Debug)]
pub struct Replay {
    /// The sessions of each plan.
    plans: Vec<Slots>,
    /// Where each statement is before the first result.
    at_first: Arc<Standings>,
    /// Where each is after each result.
    after: Vec<Arc<Standings>>,
}

impl Replay {
    /// Goes through all results.
    pub fn new(ground: &Ground<'_>, calendars: &[Calendar<'_>], results: &Results) -> Self {
        let plans = calendars.iter().map(Slots::new).collect();
        let mut replay =
            Self { plans, at_first: Arc::default(), after: Vec::with_capacity(results.sessions.len()) };
        for (number, done) in results.sessions.iter().enumerate() {
            let session = replay.session_of(ground.program, calendars, number, done);
            let mut standings = replay.after.last().cloned().unwrap_or_default();
            if let Some((workout, at)) = session.filter(|_| !done.is_skipped) {
                Counting { ground, at, standings: Arc::make_mut(&mut standings) }.session(&workout, done);
            }
            replay.after.push(standings);
        }
        replay
    }

    /// Returns what a result is the result of, as it is written, and where in a plan that is.
    fn session_of<'c>(
        &mut self,
        program: &Program,
        calendars: &'c [Calendar<'_>],
        number: usize,
        done: &Done,
    ) -> Option<(Arc<Workout>, Option<InPlan<'c>>)> {
        let plans = self.plans.iter_mut().zip(calendars).enumerate();
        if let Some((plan, (slots, calendar))) =
            plans.into_iter().find(|(_, (slots, _))| slots.may_have(done))
        {
            let slot = slots.take(number, done).or_else(|| slots.like(done))?;
            let slot = slots.slots().get(slot)?;
            let instance = calendar.distinct.get(slot.instance)?;
            let at = InPlan { number: plan, plan: calendar.plan, week: slot.week };
            return Some((Arc::clone(&instance.workout), Some(at)));
        }
        let of_no_plan = || done.plan.is_none();
        let alone = program.workouts.iter().find(|workout| of_no_plan() && done.is_called(&workout.title))?;
        Some((Arc::clone(alone), None))
    }

    /// Returns where each statement is now.
    pub fn now(&self) -> &Standings {
        self.after.last().unwrap_or(&self.at_first)
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
        let Calendar { plan: of, mut days, distinct } = calendar;
        let mut moved: Vec<Instance> = Vec::with_capacity(distinct.len());
        let mut number = 0;
        let sessions = days.iter_mut().flat_map(|day| {
            let week = day.week;
            day.sessions.iter_mut().map(move |session| (week, session))
        });
        for (week, session) in sessions {
            let Some(instance) = distinct.get(session.instance) else { continue };
            let at = Some(InPlan { number: plan, plan: of, week });
            let moving = Moving { ground, at, standings: self.before(plan, number, results) };
            let key = (session.instance, moving.moved_in(&instance.workout));
            number += 1;
            session.instance = *written.entry(key).or_insert_with(|| {
                let workout = moving.workout(&instance.workout);
                moved.push(Instance { template: Arc::clone(&instance.template), workout });
                moved.len() - 1
            });
        }
        Calendar { plan: of, days, distinct: moved }
    }

    /// Returns a workout as it is now.
    pub fn workout(&self, ground: &Ground<'_>, workout: &Arc<Workout>) -> Arc<Workout> {
        Moving { ground, at: None, standings: self.now() }.workout(workout)
    }
}

/// Counts what was done in one session.
pub(super) struct Counting<'c, 'p> {
    pub ground: &'c Ground<'p>,
    /// Where in a plan the session is.
    pub at: Option<InPlan<'c>>,
    pub standings: &'c mut Standings,
}

impl Counting<'_, '_> {
    /// Counts a session. `workout` is the session as it is written.
    pub fn session(&mut self, workout: &Arc<Workout>, done: &Done) {
        let level = (self.ground.level_of)(workout);
        let then = Moving { ground: self.ground, at: self.at, standings: self.standings }.workout(workout);
        let shown = asked(&then, level);
        let written = asked(workout, level);
        let mut used = vec![false; done.lifts.len()];
        let mut maxes = OfSession::default();
        for (number, asked) in shown.iter().enumerate() {
            let lift = self.lift_of(asked, done, &mut used);
            let Some(lift) = lift.filter(|lift| !lift.is_skipped && !asked.sets.is_empty()) else { continue };
            let compared = Compared::new(asked, lift);
            let tolerance = self.tolerance(asked);
            maxes.add(asked, &compared, tolerance);
            let Some(moves) = &asked.choice.moves else { continue };
            let limits = self.limits(written.get(number).unwrap_or(asked));
            self.standings.places.entry(asked.place).or_default().count(moves, &compared, tolerance, &limits);
        }
        if let Some(at) = self.at {
            self.standings.maxes.count(maxes, at);
        }
        for now in &done.now {
            self.start_anew(&written, now);
        }
    }

    /// Returns what was done of a statement: the first line of its movement that no statement before it has.
    fn lift_of<'d>(&self, asked: &Asked<'_>, done: &'d Done, used: &mut [bool]) -> Option<&'d Lift> {
        let mut lifts = done.lifts.iter().enumerate();
        let (number, lift) = lifts.find(|(number, lift)| !used[*number] && self.is_of(asked, lift))?;
        used[number] = true;
        Some(lift)
    }

    /// Tells whether a line of results is about the movement of a statement.
    fn is_of(&self, asked: &Asked<'_>, lift: &Lift) -> bool {
        let movement = self.ground.program.movement(asked.movement);
        let names = std::iter::once(&movement.name).chain(&movement.also);
        names.into_iter().any(|name| catalog::key(name) == *lift.key)
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
        let exact = written.sets.first().and_then(|set| set.load).map(|load| load.exact);
        Limits { load, exact, dose: shortest.map(|low| (low, low.min(LEAST_DOSE))), harder: 0 }
    }

    /// Has all statements of a movement go on with a load.
    fn start_anew(&mut self, written: &[Asked<'_>], now: &Lift) {
        let Some(load) = now.sets.iter().find_map(|set| set.load) else { return };
        for asked in written {
            if !self.is_of(asked, now) || asked.choice.moves.is_none() {
                continue;
            }
            let heaviest = asked.sets.iter().filter_map(|set| set.load).max_by_key(|load| load.figure);
            let Some(heaviest) = heaviest else { continue };
            let figure = convert_mass(load.figure, load.unit, heaviest.unit);
            self.standings.places.entry(asked.place).or_default().start_anew(heaviest.exact, figure);
        }
    }
}

/// The least that a dose may become, in thousandths: one repetition, one second.
const LEAST_DOSE: i64 = 1_000;
