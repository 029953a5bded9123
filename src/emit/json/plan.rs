//! Plans: their weeks and days, and what they add up to.

use super::model::Workout;
use super::model::plan::{self as model, Distance, IntensityTimes, MuscleSets};
use super::number::Thousandths;
use super::quantity;
use crate::athlete::{Raise, RaiseByReps, Raises};
use crate::check::program::Amount;
use crate::date::{self, Date};
use crate::emit::{Compiled, CompiledPlan};
use crate::one_by_one::OneByOne;
use crate::plan::{Day, Session};
use crate::season::{Load, Season, Travel, Week};

/// Returns one plan of a document; `workout` writes what its sessions come to.
pub fn plan<'a, M: 'a>(
    compiled: &'a CompiledPlan<'a>,
    workout: fn(&Compiled<'a>) -> Workout<'a, M>,
) -> model::Plan<'a, M> {
    let season = compiled.season;
    model::Plan {
        title: compiled.title(),
        starts: season.calendar.plan.starts.map(date::write),
        first_day: Some(season.calendar.plan.first_day)
            .filter(|&first| first != date::WEEK[0])
            .map(Into::into),
        raises: raises(&season.calendar.plan.raises),
        raises_by_reps: season.calendar.plan.raises.by_reps().map(by_reps).collect(),
        workouts: OneByOne::new(move || {
            season.sessions.iter().map(move |session| workout(&compiled.workout(session)))
        }),
        weeks: OneByOne::new(|| season.weeks.iter().map(|week| one_week(season, week))),
    }
}

fn raises(raises: &Raises) -> Vec<model::Raise<'_>> {
    let one = |raise: &'_ Raise, athletes| model::Raise {
        of: raise.what.into(),
        movements: &[],
        by: quantity::measured(&raise.by),
        each: raise.each.into(),
        without_a_miss: raise.if_done,
        athletes,
    };
    let plans =
        raises.plans.iter().map(|raise| model::Raise { movements: &raise.movements, ..one(raise, false) });
    let own = raises.athletes().map(|raise| model::Raise { movements: &raise.movements, ..one(raise, true) });
    plans.chain(own).collect()
}

fn by_reps(raise: &RaiseByReps) -> model::RaiseByReps<'_> {
    let step = |(reps, by): &(u32, Amount)| model::RaiseStep { reps: *reps, by: quantity::measured(by) };
    let steps = raise.steps.iter().map(step).collect();
    model::RaiseByReps { of: raise.what.into(), movements: &raise.movements, steps }
}

fn one_week<'a>(season: &'a Season<'a>, week: &Week<'a>) -> model::Week<'a> {
    model::Week {
        week: week.number,
        date: written(week.starts),
        sessions: week.sessions,
        strength_sessions: week.strength_sessions,
        hard_days: week.hard_days,
        easy_days: week.easy_days,
        rest_days: week.rest_days,
        load: load(&week.load),
        days: season.days_of(week).iter().map(|day| one_day(season, day)).collect(),
    }
}

fn one_day<'a>(season: &'a Season<'a>, day: &'a Day<'a>) -> model::Day<'a> {
    model::Day {
        day: day.weekday.into(),
        date: written(day.date),
        intensity: season.intensity(day).map(Into::into),
        rest_day: day.rest.is_some(),
        race: day.race,
        sessions: day.sessions.iter().map(|session| one_session(season, day, session)).collect(),
    }
}

fn one_session<'a>(season: &'a Season<'a>, day: &Day<'a>, session: &Session) -> model::Session<'a> {
    let done = season.session(session);
    let filled = done.workout.values.as_deref();
    let values = filled.into_iter().flat_map(|filled| &filled.values);
    model::Session {
        title: &done.workout.title,
        workout: session.instance,
        time: session.clock().map(date::write_time),
        phase: day.phase,
        cycle: day.cycle,
        nth: session.nth,
        template: filled.map(|filled| filled.template.as_str()),
        values: values.map(|(name, value)| model::Value { name, value }).collect(),
        intensity: done.load.intensity().map(Into::into),
        load: load(&done.load),
    }
}

fn load<'a>(load: &Load<'a>) -> model::Load<'a> {
    let travels = Travel::ALL.into_iter().filter(|&travel| load.distance(travel) > 0);
    let times = IntensityTimes {
        easy: load.easy_ms,
        moderate: load.moderate_ms,
        hard: load.hard_ms,
        unsaid: load.unsaid_ms,
    };
    let is_said = times.easy + times.moderate + times.hard + times.unsaid > 0;
    let some = |figure: i64| (figure > 0).then_some(Thousandths(figure));
    model::Load {
        duration_ms: load.duration_ms,
        distances: travels
            .map(|travel| Distance { by: travel.into(), distance_m: Thousandths(load.distance(travel)) })
            .collect(),
        distance_estimated: load.is_distance_estimated || load.guessed_mm.iter().any(|&mm| mm > 0),
        intensity_ms: is_said.then_some(times),
        sets: some(load.sets),
        sets_estimated: load.guessed_sets > 0,
        muscle_sets: load
            .muscles
            .iter()
            .map(|&(muscle, sets)| MuscleSets { muscle, sets: Thousandths(sets) })
            .collect(),
        volume_kg: some(load.volume_g),
        volume_estimated: load.is_volume_guessed,
    }
}

fn written(date: Option<Date>) -> Option<String> {
    date.map(date::write)
}
