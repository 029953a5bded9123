//! From a plan's blocks to its days.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::contents::{Library, Number};
use super::counted::Counted;
use super::instance::{Instance, MOST_STEPS, Moment, Writer};
use super::occasion::Occasion;
use super::raised::Raising;
use super::turns::{Walk, last_counted};
use super::unreached::{Reached, Unreached, Written};
use crate::athlete::{Lift, OfMax};
use crate::check::program::{DayBlock, DayBody, InTurn, Plan, Scale, SessionBody, TimeOfDay, When, Words};
use crate::date::{self, Date, Time, Weekday};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{Place, Span};

/// A plan, day by day.
#[derive(Debug)]
pub struct Calendar<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// All its days, from the first of its first week to the last of its last.
    pub days: Vec<Day<'p>>,
    /// Its distinct sessions, in the order in which they are first done.
    pub distinct: Vec<Instance>,
}

/// One day of a plan.
#[derive(Debug)]
pub struct Day<'p> {
    /// Which week, from 1.
    pub week: u32,
    /// Which day of it.
    pub weekday: Weekday,
    /// The date, if the plan says when it starts.
    pub date: Option<Date>,
    /// The phase it is in.
    pub phase: Option<&'p str>,
    /// The cycle it is in, from 1.
    pub cycle: Option<u32>,
    /// Whether it is before the plan starts, or after it ends, within its week.
    pub is_outside: bool,
    /// The place of `rest day`, if it is one.
    pub rest: Option<Span>,
    /// The race on this day.
    pub race: Option<&'p str>,
    /// What is done, in the order in which it is done: in text order, except for what has a time.
    pub sessions: Vec<Session>,
}

/// One session of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The block it comes from: an index into [`Plan::blocks`], and one into the days of that block.
    pub block: (usize, usize),
    /// What is done: an index into [`Calendar::distinct`].
    pub instance: usize,
    /// When on the day it is done.
    pub when: Option<TimeOfDay>,
    /// How often its workout is done in the plan up to now, from 1: the workout of a single `do`, or else these steps.
    pub nth: u32,
}

impl Session {
    /// Returns the time of day at which it begins, where a clock is given.
    pub fn clock(&self) -> Option<Time> {
        match self.when {
            Some(TimeOfDay::Clock(time)) => Some(time),
            Some(TimeOfDay::Morning | TimeOfDay::Evening) | None => None,
        }
    }
}

impl Calendar<'_> {
    /// Returns the block of days that gives a session.
    pub fn block_of(&self, session: &Session) -> &DayBlock {
        &self.plan.blocks[session.block.0].days[session.block.1]
    }

    /// Returns what is done in a session.
    pub fn instance_of(&self, session: &Session) -> &Instance {
        &self.distinct[session.instance]
    }
}

/// Writes a plan out day by day, and returns what there is to say about its weeks.
///
/// Blocks apply in text order: each adds to what those before it gave to a day, or replaces it. If there are more
/// sessions than can be written out, [`Rule::TooLong`] is given at the first that does not fit, and the plan ends with
/// the day before.
pub fn expand<'p>(plan: &'p Plan, written: Written<'_>) -> (Calendar<'p>, Vec<Diagnostic>) {
    let mut expansion = Expansion::new(plan, written);
    for at in 0..expansion.days.len() {
        if let Err(TooLong(place)) = expansion.day(at) {
            let message = format!("written out, the sessions of this plan have more than {MOST_STEPS} steps");
            expansion.diagnostics.push(Diagnostic::new(Rule::TooLong, place, message).in_file(plan.file));
            expansion.days.truncate(at);
            break;
        }
    }
    expansion.finish()
}

/// The place of the first day that can no longer be written out.
struct TooLong(Span);

/// The most choices that are looked at in all sessions of a plan: a thousand in each of 20,000. Without a limit, a plan
/// of a few lines could look at a file full of tables on every day.
const MOST_LOOKED_AT: usize = 20_000_000;

/// Two sessions with the same key are the same: the workout, its scale, every number that its progressions count, and
/// everything that is chosen in it.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key<'p> {
    number: Number,
    scale: Scale,
    /// The week and the cycle that progressions count. Where steps are chosen, they are among the turns.
    week: u32,
    cycle: u32,
    /// Those of the week, the cycle and the phase that texts name.
    words: Words<'p>,
    turns: Box<[u32]>,
    /// By how much each of the maxes of what is done is raised; none where none is.
    lifts: Box<[Lift]>,
}

struct Expansion<'p, 'w> {
    plan: &'p Plan,
    written: Written<'w>,
    days: Vec<Day<'p>>,
    /// What the blocks give to each day.
    given: Vec<Vec<Given>>,
    library: Library<'p>,
    /// The last week and the last cycle that tables count in each of its blocks.
    last_counted: Vec<Counted>,
    /// How often each workout was done up to now, by its number.
    times: Vec<u32>,
    /// How far what is raised has come.
    raising: Raising,
    /// By the number of a session's workout, the workouts in it whose progressions count sessions.
    counted: FxHashMap<Number, Box<[Number]>>,
    /// How often each `in turn` was come to, by its place.
    rotations: FxHashMap<Place, u32>,
    /// How many choices were looked at.
    looked_at: usize,
    /// How far the tables have come.
    reached: Reached,
    known: FxHashMap<Key<'p>, usize>,
    distinct: Vec<Instance>,
    writer: Writer,
    /// Where a progression that stopped before zero was reported.
    stopped: FxHashSet<Place>,
    /// Whether cycles are counted that the plan does not have.
    lacks_cycles: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'p, 'w> Expansion<'p, 'w> {
    fn new(plan: &'p Plan, written: Written<'w>) -> Self {
        let days = days(plan);
        let given = given(plan);
        let mut library = Library::new(&plan.raises);
        let mut own = Vec::new();
        for body in plan.blocks.iter().flat_map(|block| &block.days).flat_map(|days| days.body.sessions()) {
            own.push(library.number(&body.workout));
        }
        own.sort_unstable();
        own.dedup();
        let mut is_counted = vec![false; library.len()];
        for &number in &own {
            is_counted[number] = true;
            for &inner in &library.contents(number).by_session {
                is_counted[inner] = true;
            }
        }
        let counted_in = |number| {
            let all = library.contents(number).all.iter().copied();
            (number, all.filter(|&inner| is_counted[inner]).collect())
        };
        let counted = own.into_iter().map(counted_in).collect();
        Self {
            plan,
            written,
            days,
            given,
            last_counted: plan.blocks.iter().map(|block| last_counted(block, plan.cycle)).collect(),
            times: vec![0; library.len()],
            raising: Raising::default(),
            counted,
            library,
            rotations: FxHashMap::default(),
            looked_at: 0,
            reached: Reached::default(),
            known: FxHashMap::default(),
            distinct: Vec::new(),
            writer: Writer { rounding: plan.rounding, ..Writer::default() },
            lacks_cycles: false,
            stopped: FxHashSet::default(),
            diagnostics: Vec::new(),
        }
    }

    /// Writes one day out, after all days before it.
    fn day(&mut self, at: usize) -> Result<(), TooLong> {
        let mut given = std::mem::take(&mut self.given[at]);
        given.sort_by_key(|given| order(self.plan.blocks[given.block.0].days[given.block.1].when));
        for Given { block, scale } in given {
            let weeks = &self.plan.blocks[block.0];
            let days = &weeks.days[block.1];
            if let Some(race) = &days.race {
                self.days[at].race = Some(&race.value);
            }
            let body = match &days.body {
                DayBody::Rest(place) => {
                    self.days[at].rest = Some(*place);
                    continue;
                }
                DayBody::Race | DayBody::Nothing => continue,
                DayBody::Session(body) => body,
                DayBody::InTurn(turns) => self.next_of(turns, days),
            };
            let occasion = Occasion::of(self.plan, &weeks.weeks, self.days[at].week);
            let session = self.session(body, block, occasion, body.scale.of(scale))?;
            self.days[at].sessions.push(session);
        }
        Ok(())
    }

    /// Returns which of several sessions it is the turn of.
    fn next_of(&mut self, turns: &'p InTurn, days: &'p DayBlock) -> &'p SessionBody {
        let place = Place::new(self.plan.file, turns.span);
        let before = self.rotations.entry(place).or_default();
        let at = *before as usize % turns.sessions.len().max(1);
        *before += 1;
        self.reached.rotation(place, turns.sessions.len(), *before, days.span);
        &turns.sessions[at]
    }

    fn session(
        &mut self,
        body: &SessionBody,
        block: (usize, usize),
        occasion: Occasion<'p>,
        scale: Scale,
    ) -> Result<Session, TooLong> {
        let days = &self.plan.blocks[block.0].days[block.1];
        let number = self.library.number(&body.workout);
        let contents = self.library.contents(number);
        if contents.by_cycle && self.plan.cycle.is_none() && !std::mem::replace(&mut self.lacks_cycles, true)
        {
            self.diagnostics.push(no_cycles(self.plan, days));
        }
        let walked = contents
            .chooses
            .then(|| Walk::new(&self.library, occasion, &self.times, &self.rotations).of(number));
        self.looked_at += walked.as_ref().map_or(0, |walked| walked.looked_at);
        if self.looked_at > MOST_LOOKED_AT {
            return Err(TooLong(days.span));
        }
        let raisable = walked.as_ref().map_or(&contents.raisable, |walked| &walked.raisable);
        let lifts = self.raising.lifts(self.plan, raisable, occasion.plan_week);
        let lift_of = |max: &OfMax| lifts.get(&max.key).copied().unwrap_or_default();
        let key = Key {
            number,
            scale,
            week: if contents.by_week && walked.is_none() { occasion.week } else { 0 },
            cycle: if contents.by_cycle && walked.is_none() { occasion.cycle } else { 0 },
            words: occasion.words.only(walked.as_ref().map_or(contents.named, |walked| walked.named)),
            turns: match &walked {
                Some(walked) => walked.turns.clone(),
                None => contents.by_session.iter().map(|&inner| self.times[inner]).collect(),
            },
            lifts: if lifts.is_empty() {
                Box::default()
            } else {
                raisable.maxes.iter().map(lift_of).collect()
            },
        };
        self.raising.count(raisable);
        let instance = match self.known.get(&key) {
            Some(&instance) => instance,
            None => {
                self.diagnostics.extend(self.raising.steep(self.plan, raisable, &lifts));
                let moment = Moment {
                    occasion,
                    rotations: &self.rotations,
                    sessions: &self.times,
                    scales: &body.scales,
                    lifts: &lifts,
                };
                let workout = self.writer.write(&self.library, &body.workout, scale, &moment);
                if self.writer.steps > MOST_STEPS {
                    return Err(TooLong(days.span));
                }
                self.report_stopped(days);
                self.distinct.push(Instance { template: Arc::clone(&body.workout), workout });
                self.known.insert(key, self.distinct.len() - 1);
                self.distinct.len() - 1
            }
        };
        match walked {
            Some(walked) => {
                for met in &walked.met {
                    let counted = (occasion.counted, self.last_counted[block.0]);
                    self.reached.meet(met, block.0, counted, days.span);
                    if met.turns.when == When::InTurn {
                        *self.rotations.entry(met.place).or_default() += 1;
                    }
                }
                walked.done.iter().for_each(|&inner| self.times[inner] += 1);
            }
            None => self.counted.get(&number).into_iter().flatten().for_each(|&inner| self.times[inner] += 1),
        }
        Ok(Session { block, instance, when: days.when, nth: self.times[number] })
    }

    /// Reports each progression that stopped before zero once: in its place, or at the day if it is in another file.
    fn report_stopped(&mut self, days: &DayBlock) {
        for place in std::mem::take(&mut self.writer.stopped).into_iter().map(self.written) {
            if !self.stopped.insert(place) {
                continue;
            }
            let span = if place.file == self.plan.file { place.span } else { days.span };
            let title = &self.plan.title;
            let message = format!(
                "within the weeks of \"{title}\" this progression would pass zero, and stays at its last value above it"
            );
            self.diagnostics.push(
                Diagnostic::new(Rule::ProgressionReachesZero, span, message)
                    .help("take a smaller step, or fewer turns")
                    .in_file(self.plan.file),
            );
        }
    }

    fn finish(mut self) -> (Calendar<'p>, Vec<Diagnostic>) {
        let is_whole = self.days.len() == self.plan.weeks as usize * 7;
        let unreached = Unreached { plan: self.plan, written: self.written, is_whole };
        self.diagnostics.extend(unreached.diagnostics(std::mem::take(&mut self.reached)));
        (Calendar { plan: self.plan, days: self.days, distinct: self.distinct }, self.diagnostics)
    }
}

/// Says that a session counts cycles in a plan without any. It is said once: what is missing is missing in the plan.
fn no_cycles(plan: &Plan, days: &DayBlock) -> Diagnostic {
    Diagnostic::new(Rule::NothingToCount, days.span, Plan::NO_CYCLES)
        .here("what is done here counts them")
        .help("say how many it has after its title: `cycles 3 of 4 weeks`; or count weeks or sessions")
        .in_file(plan.file)
}

/// Returns the days of a plan, without what is done on them.
fn days(plan: &Plan) -> Vec<Day<'_>> {
    let weekdays = plan.weekdays();
    let weeks = (1..=plan.weeks).flat_map(|week| weekdays.into_iter().map(move |weekday| (week, weekday)));
    weeks
        .enumerate()
        .map(|(number, (week, weekday))| Day {
            week,
            weekday,
            date: plan.starts.and_then(|first| date::days_after(first, i64::try_from(number).ok()?)),
            phase: plan.phase_of(week).map(|phase| &*phase.title),
            cycle: plan.cycle_of(week),
            is_outside: !plan.done.contains(&number),
            rest: None,
            race: None,
            sessions: Vec::new(),
        })
        .collect()
}

/// What a block gives to a day.
#[derive(Debug, Clone, Copy)]
struct Given {
    /// The block of weeks, and that of days in it.
    block: (usize, usize),
    /// How much of it the blocks below leave.
    scale: Scale,
}

/// Returns what the blocks give to each day, in text order.
fn given(plan: &Plan) -> Vec<Vec<Given>> {
    let mut given = vec![Vec::new(); plan.weeks as usize * 7];
    for (number, block) in plan.blocks.iter().enumerate() {
        for &week in &block.weeks {
            let first = (week as usize).saturating_sub(1) * 7;
            let Some(of_week) = given.get_mut(first..first + 7) else { continue };
            if block.instead {
                of_week.iter_mut().for_each(Vec::clear);
            }
            if let Some(scale) = block.scale {
                of_week
                    .iter_mut()
                    .flatten()
                    .for_each(|given: &mut Given| given.scale = given.scale.of(scale));
            }
            for (inner, days) in block.days.iter().enumerate() {
                for weekday in &days.days {
                    let of_day = &mut of_week[date::days_from(plan.first_day, *weekday)];
                    if days.instead {
                        of_day.clear();
                    }
                    if let Some(scale) = days.scale {
                        of_day.iter_mut().for_each(|given| given.scale = given.scale.of(scale));
                    }
                    of_day.push(Given { block: (number, inner), scale: Scale::default() });
                }
            }
        }
    }
    for (number, of_day) in given.iter_mut().enumerate() {
        if !plan.done.contains(&number) {
            of_day.clear();
        }
    }
    given
}

/// From which hour on a clock goes with what is done in the evening; up to noon it goes with what is done in the morning.
const EVENING: u8 = 17;

/// Returns where a session comes among those of its day: what is done in the morning, then what has no time, then what is
/// done in the evening. What has a clock comes before what has only the word.
fn order(when: Option<TimeOfDay>) -> (u8, bool, Option<Time>) {
    match when {
        Some(TimeOfDay::Clock(time)) if time.hour() < 12 => (0, false, Some(time)),
        Some(TimeOfDay::Morning) => (0, true, None),
        Some(TimeOfDay::Clock(time)) if time.hour() < EVENING => (1, false, Some(time)),
        None => (1, true, None),
        Some(TimeOfDay::Clock(time)) => (2, false, Some(time)),
        Some(TimeOfDay::Evening) => (2, true, None),
    }
}
