//! What comes of a plan if all goes well, if everything is missed, and as it is now.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::asked::{Asked, AskedSet, asked};
use super::counting::{Counting, tested};
use super::ground::{Ground, Standings};
use super::maxes::InPlan;
use super::moved::Moving;
use super::replay::Replay;
use crate::athlete::OfMax;
use crate::catalog;
use crate::check::program::{Amount, Done, DoneSet, Lift, Load, Results, Unit};
use crate::date::Date;
use crate::plan::Calendar;
use crate::source::Place;

/// The sessions of a plan that are still to come.
#[derive(Debug, Clone, Default)]
pub struct Foreseen {
    /// If every set is done as asked, and an open set with just what it asks for.
    pub if_well: Vec<Coming>,
    /// If nothing is lifted.
    pub if_missed: Vec<Coming>,
    /// With the figures as they are now.
    pub as_it_goes: Vec<Coming>,
}

/// A session that is still to come.
#[derive(Debug, Clone)]
pub struct Coming {
    /// Its week, from 1.
    pub week: u32,
    /// The day of that week.
    pub weekday: crate::date::Weekday,
    /// The date, where the plan has dates.
    pub date: Option<Date>,
    /// Its title.
    pub title: String,
    /// What is done, in text order.
    pub statements: Vec<Statement>,
}

/// One movement statement of a session.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The name of the movement.
    pub movement: String,
    /// Its sets, in order.
    pub sets: Vec<AskedSet>,
    /// Whether anything of it moves by results.
    pub moves: bool,
}

/// How the sessions to come go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Well,
    Missed,
    AsNow,
}

/// Foresees what is left of a plan, which is the one of this number among the calendars.
pub fn foresee(ground: &Ground<'_>, calendars: &[Calendar<'_>], results: &Results, plan: usize) -> Foreseen {
    let replay = Replay::new(ground, calendars, results);
    let (Some(calendar), Some(next)) = (calendars.get(plan), replay.next(plan)) else {
        return Foreseen::default();
    };
    let workouts = calendar.distinct.iter().map(|one| &one.workout);
    let tested: FxHashSet<Arc<str>> = workouts.flat_map(|workout| tested(&workout.steps)).collect();
    let run = |course| {
        Run { ground, calendar, plan, standings: replay.now().clone(), tested: &tested }.all(next, course)
    };
    Foreseen { if_well: run(Course::Well), if_missed: run(Course::Missed), as_it_goes: run(Course::AsNow) }
}

struct Run<'r, 'p> {
    ground: &'r Ground<'p>,
    calendar: &'r Calendar<'r>,
    /// The number of the plan.
    plan: usize,
    standings: Standings,
    /// The keys of the maxes that it tests.
    tested: &'r FxHashSet<Arc<str>>,
}

impl Run<'_, '_> {
    fn all(mut self, next: usize, course: Course) -> Vec<Coming> {
        let calendar = self.calendar;
        let days = calendar.days.iter().enumerate();
        let all = days.flat_map(|(number, day)| (0..day.sessions.len()).map(move |nth| (number, day, nth)));
        let mut coming = Vec::new();
        for (number, day, session) in all.skip(next) {
            let at = InPlan { number: self.plan, calendar, day: number, session };
            let workout = at.workout();
            let at = Some(at);
            let then = Moving::new(self.ground, at, &self.standings).workout(workout);
            let asked = asked(&then, (self.ground.level_of)(&then));
            let statements = asked.iter().map(|one| self.statement(one)).collect();
            let (title, week, weekday, date) = (then.title.clone(), day.week, day.weekday, day.date);
            coming.push(Coming { week, weekday, date, title, statements });
            if course != Course::AsNow {
                let done = self.done(&asked, course);
                Counting { ground: self.ground, at, standings: &mut self.standings }.session(workout, &done);
            }
        }
        coming
    }

    fn statement(&self, asked: &Asked<'_>) -> Statement {
        let movement = self.ground.program.movement(asked.movement).name.clone();
        let raises = &self.calendar.plan.raises;
        let goes_by = |max: &OfMax| raises.go_by_results(&max.key) || self.tested.contains(&max.key);
        let moves = asked.choice.moves.is_some()
            || asked.choice.all_targets().any(|target| target.lifted.is_some())
            || asked.maxes().any(goes_by);
        Statement { movement, sets: asked.sets.clone(), moves }
    }

    /// Returns what is written down of a session that goes well, or that is missed.
    fn done(&self, asked: &[Asked<'_>], course: Course) -> Done {
        let lifts = asked.iter().map(|one| self.lift(one, course)).collect();
        Done { lifts, ..Done::on(Date::MIN, Place::default()) }
    }

    fn lift(&self, asked: &Asked<'_>, course: Course) -> Lift {
        let name = &self.ground.program.movement(asked.movement).name;
        let sets = asked.sets.iter().map(|set| done_set(set, course)).collect();
        Lift {
            name: name.as_str().into(),
            key: catalog::key(name).into(),
            sets,
            asked: Vec::new(),
            taken: None,
            is_skipped: false,
            per_side: asked.is_per_side,
        }
    }
}

/// Returns a set as it is done on such a course.
fn done_set(set: &AskedSet, course: Course) -> DoneSet {
    let amount = match course {
        Course::Well => Amount::exactly(set.high, set.unit),
        Course::Missed | Course::AsNow => Amount::exactly(0, Unit::Count),
    };
    let load = set.load.map(|load| Load { figure: load.figure, unit: load.unit, kind: load.kind });
    DoneSet { amount: Some(amount), at_least: false, load, rpe: None, heart_rate: None, is_left: None }
}
