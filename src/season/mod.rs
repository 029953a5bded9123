//! A plan with its sessions laid out in time, and what its weeks add up to.
//!
//! ```text
//! Calendar ── each distinct instance once ──> timeline ── load ──> what one session asks for
//!     └─ week by week ──────────────────────────────────────────> Season: the sums of its weeks
//! ```

mod intensity;
mod known;
mod load;
mod travel;
mod units;

#[cfg(test)]
mod tests;

use crate::check::program::{Level, Program, Workout};
use crate::date::{self, Date};
use crate::diagnostic::Diagnostic;
use crate::plan::{Calendar, Day, Session};
use crate::timeline::{self, Timeline};

pub use intensity::Intensity;
pub use load::{Load, MILLI, beside, is_strength_work, lifted_g, sets_of_muscles};
pub use travel::Travel;
pub use units::{KILOMETRE_MM, MILE_MM, Units};

/// A plan, laid out in time.
#[derive(Debug)]
pub struct Season<'p> {
    /// The plan, day by day.
    pub calendar: &'p Calendar<'p>,
    /// Its distinct sessions: [`Session::instance`] is an index into them.
    pub sessions: Vec<LaidOut<'p>>,
    /// Its weeks, in order.
    pub weeks: Vec<Week<'p>>,
}

/// A session, laid out in time.
#[derive(Debug)]
pub struct LaidOut<'p> {
    /// As it was written, before any progression.
    pub template: &'p Workout,
    /// As it is done.
    pub workout: &'p Workout,
    /// The level it is settled at.
    pub level: Level,
    /// What happens when.
    pub timeline: Timeline<'p>,
    /// What it adds up to.
    pub load: Load<'p>,
}

/// One week of a plan.
#[derive(Debug)]
pub struct Week<'p> {
    /// Which, from 1.
    pub number: u32,
    /// Its first day, if the plan says when it starts.
    pub starts: Option<Date>,
    /// The phase it is in.
    pub phase: Option<&'p str>,
    /// The cycle it is in, from 1.
    pub cycle: Option<u32>,
    /// Whether the plan starts or ends within it.
    pub is_partial: bool,
    /// What its sessions add up to.
    pub load: Load<'p>,
    /// How many sessions it has.
    pub sessions: u32,
    /// How many of these are for strength.
    pub strength_sessions: u32,
    /// How many of its days are hard: see [`Season::intensity`].
    pub hard_days: u32,
    /// How many of its days have sessions of which none is hard. A day of which nobody can know is neither.
    pub easy_days: u32,
    /// How many of its days have no sessions.
    pub rest_days: u32,
}

impl<'p> Season<'p> {
    /// Returns the units that the plan is mostly written in, so that all its sums are said alike.
    pub fn units(&self) -> Units {
        let mut units = Units::default();
        self.weeks.iter().for_each(|week| units.add(&week.load.units));
        units
    }

    /// Returns what is done in a session.
    pub fn session(&self, session: &Session) -> &LaidOut<'p> {
        &self.sessions[session.instance]
    }

    /// Returns the days of a week, in its order. The last week may have lost some: see [`crate::plan::expand`].
    pub fn days_of(&self, week: &Week<'_>) -> &'p [Day<'p>] {
        days_of(self.calendar, week.number)
    }

    /// Returns what is done on a day, in text order.
    pub fn on<'s>(&'s self, day: &'s Day<'p>) -> impl Iterator<Item = &'s LaidOut<'p>> {
        day.sessions.iter().map(|session| self.session(session))
    }

    /// Returns how hard a day is: as hard as its hardest session, and hard with a race or a long run. Returns none if
    /// nothing is done, or if nobody can know: a session does not say how hard it is, and no other is hard.
    pub fn intensity(&self, day: &Day<'p>) -> Option<Intensity> {
        if day.race.is_some() {
            return Some(Intensity::Hard);
        }
        let all = || self.on(day).map(|session| session.load.intensity());
        if all().any(|intensity| intensity == Some(Intensity::Hard)) {
            return Some(Intensity::Hard);
        }
        all()
            .try_fold(None, |most: Option<Intensity>, own| {
                own.map(|own| Some(most.map_or(own, |most| most.max(own))))
            })
            .flatten()
    }
}

/// Lays out each distinct session of a plan once. `level_of` returns the level of a workout.
///
/// Bare steps of a day are reported for the first session that they are in. Workouts that are done by their title are
/// checked where they are written.
pub fn lay_out<'p>(
    program: &'p Program,
    calendar: &'p Calendar<'p>,
    level_of: &dyn Fn(&Workout) -> Level,
) -> (Season<'p>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    let is_titled = |workout: &Workout| {
        // One whose blanks were filled is laid out only here.
        workout.values.is_none()
            && (workout.file != calendar.plan.file
                || !calendar.plan.span.range().contains(&(workout.span.start as usize)))
    };
    let sessions: Vec<LaidOut<'p>> = calendar
        .distinct
        .iter()
        .map(|instance| {
            let (template, workout) = (&*instance.template, &*instance.workout);
            let level = level_of(workout);
            let (mut timeline, found) = timeline::lower(program, workout, level);
            timeline.segments.shrink_to_fit();
            if !is_titled(template) && seen.insert(std::ptr::from_ref(template)) {
                diagnostics.extend(found);
            }
            let load = Load::of(program, workout, &timeline);
            LaidOut { template, workout, level, timeline, load }
        })
        .collect();
    let mut season = Season { calendar, sessions, weeks: Vec::new() };
    season.weeks = (1..=calendar.plan.weeks).map(|number| season.week(number)).collect();
    (season, diagnostics)
}

impl<'p> Season<'p> {
    fn week(&self, number: u32) -> Week<'p> {
        let plan = self.calendar.plan;
        let days = days_of(self.calendar, number);
        let mut week = Week {
            number,
            starts: plan.starts.and_then(|first| date::days_after(first, 7 * (i64::from(number) - 1))),
            phase: plan.phase_of(number).map(|phase| &*phase.title),
            cycle: plan.cycle_of(number),
            is_partial: days.iter().any(|day| day.is_outside),
            load: Load::default(),
            sessions: 0,
            strength_sessions: 0,
            hard_days: 0,
            easy_days: 0,
            rest_days: 0,
        };
        for day in days.iter().filter(|day| !day.is_outside) {
            for session in self.on(day) {
                week.load.add(&session.load);
                week.sessions += 1;
                week.strength_sessions += u32::from(session.load.is_strength());
            }
            match self.intensity(day) {
                Some(Intensity::Hard) => week.hard_days += 1,
                Some(Intensity::Easy | Intensity::Moderate) => week.easy_days += 1,
                None => week.rest_days += u32::from(day.sessions.is_empty()),
            }
        }
        week
    }
}

fn days_of<'p>(calendar: &'p Calendar<'p>, week: u32) -> &'p [Day<'p>] {
    let from = (week as usize).saturating_sub(1) * 7;
    let all = &calendar.days;
    &all[from.min(all.len())..(from + 7).min(all.len())]
}
