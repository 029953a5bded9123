//! What a plan asked for, week by week, beside what was done.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::known::{Known, LookUp};
use super::lift::done;
use super::week::Week;
use crate::athlete::convert_mass;
use crate::catalog::fold;
use crate::check::program::{Done, Lift, Load, LoadKind, Program, Results, Unit};
use crate::date::{self, Date, Weekday};
use crate::results::{self, Asked, AskedSet, Slot, asked, paired};
use crate::season::{LaidOut, Season, Travel, Units};

/// A plan that is laid out with the figures that its sessions had after the results before them.
pub struct Laid<'a> {
    /// Its sessions and weeks.
    pub season: &'a Season<'a>,
    /// Its sessions in order, with the results that they are.
    pub slots: &'a [Slot],
}

/// What a plan asked for, beside what was done.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanProgress {
    /// Its title.
    pub title: String,
    /// How many weeks it has.
    pub all_weeks: u32,
    /// Its weeks up to the last of which anything is written down, in order.
    pub weeks: Vec<PlanWeek>,
    /// The sessions of those weeks, in order. What the plan did not ask for comes after the others of its week.
    pub sessions: Vec<PlanSession>,
    /// The units in which its distances are mostly written.
    pub units: Units,
}

/// A week of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanWeek {
    /// Which, from 1.
    pub number: u32,
    /// Its first day, where the plan has dates.
    pub starts: Option<Date>,
    /// The sets for each muscle, in thousandths.
    pub muscles: BTreeMap<String, Pair>,
    /// The distance in each way of travelling, in millimetres, in the order of [`Travel::ALL`].
    pub distance_mm: [Pair; Travel::ALL.len()],
    /// The time in each way of travelling, in milliseconds.
    pub time_ms: [Pair; Travel::ALL.len()],
    /// What was to be lifted and what was, in order of name.
    pub lifts: Vec<PlanLift>,
}

/// A figure that was planned, and what was done of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pair {
    pub planned: i64,
    pub done: i64,
}

/// The heaviest sets of a lift in a week.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanLift {
    /// The name of the movement.
    pub name: String,
    /// What its loads are.
    pub kind: LoadKind,
    /// What was asked for; none where no load was.
    pub planned: Option<TopSet>,
    /// What was lifted; none where nothing was, or nobody knows with what load.
    pub done: Option<TopSet>,
}

/// The heaviest set; with help, that with the least of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopSet {
    /// The low end of how much, in thousandths of its unit.
    pub low: i64,
    /// The high end. Both are zero for as much as can be done.
    pub high: i64,
    /// The unit of that.
    pub of: Unit,
    /// Whether it may be more.
    pub is_open: bool,
    /// The load, in thousandths of its unit.
    pub load: i64,
    /// Kilograms or pounds.
    pub unit: Unit,
}

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It was done.
    Done,
    /// It was skipped, which is written down.
    Skipped,
    /// Nothing of it is written down, though later sessions are.
    Unwritten,
    /// It comes after all that is written down.
    ToCome,
    /// It was done without being asked for.
    Extra,
}

/// A session of a plan, or one that it did not ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSession {
    /// Its week, from 1.
    pub week: u32,
    /// The day of the week for which it was planned; none if it was not.
    pub day: Option<Weekday>,
    /// The date for which it was planned, where the plan has dates.
    pub date: Option<Date>,
    /// Its title.
    pub title: Option<String>,
    /// What became of it.
    pub state: State,
    /// The day on which it was done, or skipped.
    pub on: Option<Date>,
}

impl PlanWeek {
    /// Returns the sums of a way of travelling: its distance and its time.
    pub fn by(&self, travel: Travel) -> (Pair, Pair) {
        (self.distance_mm[travel as usize], self.time_ms[travel as usize])
    }
}

impl PlanProgress {
    /// Returns how many sessions of a week came to this.
    pub fn count(&self, week: u32, state: State) -> usize {
        let of_week = |than: u32| self.sessions.partition_point(|one| one.week < than);
        let sessions = self.sessions.get(of_week(week)..of_week(week.saturating_add(1)));
        sessions.unwrap_or_default().iter().filter(|one| one.state == state).count()
    }

    /// Returns how many sessions of all its weeks came to this.
    pub fn count_all(&self, state: State) -> usize {
        self.sessions.iter().filter(|one| one.state == state).count()
    }
}

/// Puts what plans asked for beside what was done. The plans are all those of a program.
pub fn beside(
    plans: &[Laid<'_>],
    program: &Program,
    results: &Results,
    look_up: LookUp<'_>,
) -> Vec<PlanProgress> {
    let taken = plans.iter().flat_map(|plan| plan.slots.iter().filter_map(|slot| slot.result)).collect();
    let mut known = Known::new(look_up);
    plans.iter().map(|plan| Comparison { plan, program, results, taken: &taken }.all(&mut known)).collect()
}

/// A plan that is put beside results.
struct Comparison<'w> {
    plan: &'w Laid<'w>,
    program: &'w Program,
    results: &'w Results,
    /// The results that are sessions of any plan.
    taken: &'w FxHashSet<usize>,
}

impl Comparison<'_> {
    fn all(&self, known: &mut Known<'_>) -> PlanProgress {
        let season = self.plan.season;
        let plan = season.calendar.plan;
        let last = self.last_week().min(plan.weeks);
        let mut weeks: Vec<Sums> = season.weeks.iter().take(last as usize).map(Sums::of).collect();
        let mut sessions = Vec::new();
        let furthest = self.plan.slots.iter().rposition(|slot| slot.result.is_some());
        let days = season.calendar.days.iter();
        let planned = days.flat_map(|day| day.sessions.iter().map(move |session| (day, session)));
        for (number, ((day, session), slot)) in planned.zip(self.plan.slots).enumerate() {
            let Some(sums) = weeks.get_mut((day.week as usize).saturating_sub(1)) else { break };
            let laid = season.session(session);
            let result = slot.result.and_then(|result| self.results.sessions.get(result));
            let state = self.state(slot, result, furthest.is_some_and(|furthest| number < furthest));
            self.session(sums, laid, result.filter(|_| state == State::Done), known);
            sessions.push(PlanSession {
                week: day.week,
                day: Some(day.weekday),
                date: day.date,
                title: Some(laid.workout.title.clone()),
                state,
                on: result.map(|result| result.date),
            });
        }
        for (week, result) in self.extra(last) {
            let Some(sums) = weeks.get_mut((week as usize).saturating_sub(1)) else { continue };
            self.done(sums, result, &[], known);
            let title = result.title.as_deref().map(str::to_owned);
            let (state, on) = (State::Extra, Some(result.date));
            sessions.push(PlanSession { week, day: None, date: None, title, state, on });
        }
        // A stable sort: those of a week stay in order.
        sessions.sort_by_key(|session| session.week);
        let weeks = weeks.into_iter().map(Sums::finish).collect();
        let title = plan.title.clone();
        PlanProgress { title, all_weeks: plan.weeks, weeks, sessions, units: season.units() }
    }

    /// Returns the last week of which anything is written down; 0 where nothing is.
    fn last_week(&self) -> u32 {
        match (self.plan.season.calendar.plan.starts, self.results.sessions.last()) {
            (Some(starts), Some(last)) => week_of(starts, last.date),
            (Some(_), None) => 0,
            (None, _) => {
                let taken = self.plan.slots.iter().filter(|slot| slot.result.is_some());
                taken.map(|slot| slot.week).max().unwrap_or(0)
            }
        }
    }

    /// Returns what became of a session. `is_passed` says whether a later one is written down.
    fn state(&self, slot: &Slot, result: Option<&Done>, is_passed: bool) -> State {
        let last = self.results.sessions.last().map(|last| last.date);
        match (result, slot.date) {
            (Some(result), _) if result.is_skipped => State::Skipped,
            (Some(_), _) => State::Done,
            (None, Some(date)) if last.is_some_and(|last| date < last) => State::Unwritten,
            (None, None) if is_passed => State::Unwritten,
            (None, _) => State::ToCome,
        }
    }

    /// Returns what was done in the plan's weeks without any plan asking for it, each with its week.
    fn extra(&self, last: u32) -> Vec<(u32, &Done)> {
        let plan = self.plan.season.calendar.plan;
        let is_of_this =
            |done: &Done| done.plan.as_deref().is_none_or(|named| fold(named) == fold(&plan.title));
        let free =
            self.results.sessions.iter().enumerate().filter(|(number, done)| {
                !done.is_skipped && !self.taken.contains(number) && is_of_this(done)
            });
        match plan.starts {
            Some(starts) => {
                let all = free.map(|(_, done)| (week_of(starts, done.date), done));
                all.filter(|(week, _)| (1..=last).contains(week)).collect()
            }
            // Without dates, it is what was done between two sessions of the plan.
            None => {
                let mut taken: Vec<(usize, u32)> =
                    self.plan.slots.iter().filter_map(|slot| Some((slot.result?, slot.week))).collect();
                taken.sort_unstable();
                let week = |number: usize| {
                    let after = taken.partition_point(|(result, _)| *result < number);
                    taken.get(after)?;
                    taken.get(after.checked_sub(1)?).map(|(_, week)| *week)
                };
                free.filter_map(|(number, done)| Some((week(number)?, done))).collect()
            }
        }
    }

    /// Adds a session, with its result where it was done.
    fn session(&self, sums: &mut Sums, laid: &LaidOut<'_>, result: Option<&Done>, known: &mut Known<'_>) {
        let asked = asked(laid.workout, laid.level);
        let lines = match result {
            Some(result) => paired(self.program, &asked, result),
            None => vec![None; asked.len()],
        };
        for (one, line) in asked.iter().zip(&lines) {
            // Of alternatives one is done: the first, unless another is written down.
            if !one.is_alternative || line.is_some() {
                let name = &self.program.movement(one.movement).name;
                one.sets.iter().for_each(|set| sums.planned(name, set));
            }
        }
        if let Some(result) = result {
            let of_line = |number: usize| {
                lines.iter().position(|line| *line == Some(number)).and_then(|at| asked.get(at))
            };
            let shown: Vec<Option<&Asked<'_>>> = (0..result.lifts.len()).map(of_line).collect();
            self.done(sums, result, &shown, known);
        }
    }

    /// Adds what was done in a session. `shown` has what was asked for with each of its lines.
    fn done(&self, sums: &mut Sums, result: &Done, shown: &[Option<&Asked<'_>>], known: &mut Known<'_>) {
        for (number, lift) in result.lifts.iter().enumerate().filter(|(_, lift)| !lift.is_skipped) {
            let shown = shown.get(number).copied().flatten();
            let (named, _) = known.of(lift);
            sums.done.lift(lift, &named, None);
            if named.travel.is_none() {
                let name = shown.map(|shown| self.program.movement(shown.movement).name.as_str());
                sums.lifted(name.unwrap_or(&named.name), lift, shown);
            }
        }
    }
}

/// Returns which week a day is in, from 1; 0 before the first.
fn week_of(starts: Date, day: Date) -> u32 {
    u32::try_from(date::days_between(starts, day).div_euclid(7) + 1).unwrap_or(0)
}

/// The sums of a week while they are made.
struct Sums {
    number: u32,
    starts: Option<Date>,
    muscles: BTreeMap<String, Pair>,
    distance_mm: [Pair; Travel::ALL.len()],
    time_ms: [Pair; Travel::ALL.len()],
    /// What was done.
    done: Week,
    lifts: BTreeMap<(String, u8), PlanLift>,
}

impl Sums {
    fn of(week: &crate::season::Week<'_>) -> Self {
        let planned = |planned: i64| Pair { planned, done: 0 };
        // The sums of plans have what is carried; here it is a lift, as in the rest of progress.
        let mut distance_mm = Travel::ALL.map(|travel| week.load.known_distance(travel));
        let mut time_ms = week.load.travel_ms;
        distance_mm[Travel::Foot as usize] -= week.load.carried_mm;
        time_ms[Travel::Foot as usize] -= week.load.carried_ms;
        let of_muscle = |(muscle, sets): &(&str, i64)| ((*muscle).to_owned(), planned(*sets));
        Self {
            number: week.number,
            starts: week.starts,
            muscles: week.load.muscles.iter().map(of_muscle).collect(),
            distance_mm: distance_mm.map(planned),
            time_ms: time_ms.map(planned),
            done: Week::starting(week.starts.unwrap_or(Date::MIN)),
            lifts: BTreeMap::new(),
        }
    }

    /// Returns the lift of a name.
    fn of_lift(&mut self, name: &str, kind: LoadKind) -> &mut PlanLift {
        let new = || PlanLift { name: name.to_owned(), kind, planned: None, done: None };
        self.lifts.entry((name.to_lowercase(), kind as u8)).or_insert_with(new)
    }

    fn planned(&mut self, name: &str, set: &AskedSet) {
        let Some(load) = set.load else { return };
        let &AskedSet { low, high, unit: of, is_open, .. } = set;
        let top = TopSet { low, high, of, is_open, load: load.figure, unit: load.unit };
        keep_heaviest(&mut self.of_lift(name, load.kind).planned, top, load.kind);
    }

    fn lifted(&mut self, name: &str, lift: &Lift, shown: Option<&Asked<'_>>) {
        // A set that does not say with what load was done with what was asked for.
        let loads = shown.map_or_else(|| lift.own_loads(), |shown| results::loads(shown, lift));
        for (set, load) in lift.sets.iter().zip(loads) {
            let Some((amount, of)) = done(set) else { continue };
            let Some(Load { figure, unit, kind }) = load else { continue };
            let top = TopSet { low: amount, high: amount, of, is_open: false, load: figure, unit };
            keep_heaviest(&mut self.of_lift(name, kind).done, top, kind);
        }
    }

    fn finish(mut self) -> PlanWeek {
        for (muscle, sets) in &self.done.muscles {
            self.muscles.entry(muscle.clone()).or_default().done = *sets;
        }
        for travel in Travel::ALL {
            let ground = self.done.by(travel);
            self.distance_mm[travel as usize].done = ground.distance_mm;
            self.time_ms[travel as usize].done = ground.time_ms;
        }
        let Self { number, starts, muscles, distance_mm, time_ms, lifts, .. } = self;
        PlanWeek { number, starts, muscles, distance_mm, time_ms, lifts: lifts.into_values().collect() }
    }
}

/// Keeps the heavier of two sets, of equals the longer.
fn keep_heaviest(kept: &mut Option<TopSet>, set: TopSet, kind: LoadKind) {
    let is_more = |before: &TopSet| {
        let own = convert_mass(set.load, set.unit, before.unit);
        let (own, other) = if kind == LoadKind::Help { (before.load, own) } else { (own, before.load) };
        let is_longer = set.of == before.of && (set.high, set.is_open) > (before.high, before.is_open);
        own > other || own == other && is_longer
    };
    if kept.as_ref().is_none_or(is_more) {
        *kept = Some(set);
    }
}
