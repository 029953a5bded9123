//! What a lint sees of the last weeks of a plan, as they were done.
//!
//! A history may have holes: of a session that is not written down, nobody knows whether it was done. So lints compare
//! whole weeks alone. Only a plan with dates says which they are.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::all_done::AllDone;
use super::plan_view::PlanView;
use crate::athlete::{Athlete, convert_mass};
use crate::check::program::{Done, Lift, LoadKind, Program, Unit};
use crate::date;
use crate::progress::{Known, Week};
use crate::season::{Travel, is_strength_work};

/// So many weeks are looked at, up to the last with results: as many as any lint compares, and one that is not over.
/// What is long past can't be mended any more.
const WEEKS: usize = 8;

/// A week is whole if so many per cent of its sessions are written down: all of up to five, and all but one of up to
/// eleven.
const WHOLE_PERCENT: u32 = 83;

/// The last weeks of a plan in which anything was done.
#[derive(Debug)]
pub struct WeeksDone<'s> {
    /// The plan.
    pub plan: &'s PlanView<'s>,
    /// The program that it is of.
    pub program: &'s Program,
    /// The last week with results, from 0.
    pub last: usize,
    /// Where `weeks` begin, from 0.
    first: usize,
    weeks: Vec<WeekDone>,
}

/// What was done in one week of a plan.
#[derive(Debug)]
pub struct WeekDone {
    /// How many sessions the plan has.
    planned: u32,
    /// How many of them are written down, with those that are skipped.
    written: u32,
    /// How many of them were not skipped.
    done: u32,
    /// What they add up to, with what was done besides.
    pub sum: Week,
    /// The heaviest load of each movement, in grams, as far as loads are written down.
    pub heaviest: FxHashMap<Arc<str>, i64>,
    /// Whether anything goes on with another load from here.
    pub starts_anew: bool,
    /// Whether the distance of everything on foot is written down.
    pub is_ground_known: bool,
    /// Whether all movements are known.
    pub are_movements_known: bool,
}

impl<'s> WeeksDone<'s> {
    /// Returns what was done in the last weeks of a plan; none if it has no dates, or if nothing of it is written down.
    pub fn of(plan: &'s PlanView<'s>, all: &AllDone<'s>) -> Option<Self> {
        let calendar = plan.season.calendar;
        let starts = calendar.plan.starts?;
        let number = all.program.plans.iter().position(|other| std::ptr::eq(other, calendar.plan))?;
        let sessions =
            calendar.days.iter().flat_map(|day| day.sessions.iter().map(|_| day.week as usize - 1));
        let sessions: Vec<_> = sessions.zip(all.replay.results_of(number)).collect();
        let last = sessions.iter().filter(|(_, result)| result.is_some()).map(|(week, _)| *week).max()?;
        let first = (last + 1).saturating_sub(WEEKS);
        let week = |at: usize| date::days_after(starts, i64::try_from(at).ok()? * 7).map(WeekDone::starting);
        let mut weeks: Vec<WeekDone> = (first..=last).map(week).collect::<Option<_>>()?;
        for (at, result) in sessions.into_iter().filter(|(week, _)| (first..=last).contains(week)) {
            let done = result.and_then(|number| all.results.sessions.get(number));
            weeks[at - first].planned += 1;
            weeks[at - first].written += u32::from(done.is_some());
            weeks[at - first].done += u32::from(done.is_some_and(|done| !done.is_skipped));
        }
        let of_others = all.replay.of_other_plans(number);
        let look_up = |name: &str| all.program.known_movement(name).map(Cow::into_owned);
        let mut known = Known::new(&look_up);
        for (number, done) in all.results.sessions.iter().enumerate().rev() {
            let Some(at) = usize::try_from(date::days_between(starts, done.date).div_euclid(7)).ok() else {
                break;
            };
            if at < first {
                break;
            }
            if at <= last && !of_others.contains(&number) {
                weeks[at - first].add(done, &mut known, all.program.athlete.as_deref());
            }
        }
        Some(Self { plan, program: all.program, last, first, weeks })
    }

    /// Returns what was done in a week, from 0: one of the last.
    pub fn week(&self, at: usize) -> &WeekDone {
        &self.weeks[at - self.first]
    }

    /// Returns the last weeks, up to the last that is whole: so many of them, each whole. None where there are fewer.
    pub fn last_whole(&self, count: usize) -> Option<std::ops::Range<usize>> {
        let end = if self.is_whole(self.last) { self.last + 1 } else { self.last };
        let first = end.checked_sub(count)?;
        (first..end).all(|at| self.is_whole(at)).then_some(first..end)
    }

    /// Tells whether it is known of a week what was done in it, and whether it can be compared with others.
    pub fn is_whole(&self, at: usize) -> bool {
        let Some(week) = at.checked_sub(self.first).and_then(|at| self.weeks.get(at)) else { return false };
        let is_partial = self.plan.season.weeks.get(at).is_none_or(|week| week.is_partial);
        let is_written = week.planned > 0 && week.written * 100 >= week.planned * WHOLE_PERCENT;
        is_written && !is_partial && !week.starts_anew
    }
}

impl WeekDone {
    fn starting(first: date::Date) -> Self {
        Self {
            planned: 0,
            written: 0,
            done: 0,
            sum: Week::starting(first),
            heaviest: FxHashMap::default(),
            starts_anew: false,
            is_ground_known: true,
            are_movements_known: true,
        }
    }

    /// Returns the distance on foot, in millimetres.
    pub fn foot_mm(&self) -> i64 {
        self.sum.by(Travel::Foot).distance_mm
    }

    /// Tells whether less than half of the plan's sessions were done.
    pub fn is_break(&self) -> bool {
        self.done * 2 < self.planned
    }

    fn add(&mut self, done: &Done, known: &mut Known<'_>, athlete: Option<&Athlete>) {
        self.starts_anew |= !done.now.is_empty();
        if done.is_skipped {
            return;
        }
        self.sum.session(done);
        for lift in done.lifts.iter().filter(|lift| !lift.is_skipped) {
            let (named, _) = known.of(lift);
            self.sum.lift(lift, &named, athlete);
            self.are_movements_known &= named.movement.is_some();
            if named.travel == Some(Travel::Foot) {
                let has_distance = lift
                    .sets
                    .iter()
                    .filter_map(|set| set.amount)
                    .any(|amount| amount.unit.tenths_of_mm().is_some());
                self.is_ground_known &= has_distance;
            }
            if named.movement.as_ref().is_some_and(is_strength_work) {
                self.add_loads(lift);
            }
        }
    }

    fn add_loads(&mut self, lift: &Lift) {
        let loads = lift.sets.iter().filter_map(|set| set.load).filter(|load| load.kind == LoadKind::Weight);
        if let Some(load) = loads.map(|load| convert_mass(load.figure, load.unit, Unit::Kilogram)).max() {
            let most = self.heaviest.entry(Arc::clone(&lift.key)).or_default();
            *most = load.max(*most);
        }
    }
}
