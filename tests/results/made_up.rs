//! Results of a year that nobody did: all going well, all missed, or as it comes.

use std::collections::BTreeSet;

use crate::day::Day;
use crate::exact::Exact;
use crate::lines::{Form, write_lift};
use crate::program::{Program, Replay, Session};
use crate::random::Random;
use crate::statement::{Counts, Kind, Set, Statement};

/// What becomes of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// Every set as it was asked for.
    Well,
    /// Every set one repetition short.
    Missed,
    /// Nothing lifted.
    Nothing,
    /// Some of everything, from a seed, but never every set heavier than it was asked for.
    Mixed(u64),
    /// Some of everything, from a seed.
    Heavier(u64),
}

impl Year {
    fn seed(self) -> Option<u64> {
        match self {
            Year::Well | Year::Missed | Year::Nothing => None,
            Year::Mixed(seed) | Year::Heavier(seed) => Some(seed),
        }
    }
}

/// What was done on a day.
#[derive(Debug, Clone)]
pub struct Done {
    pub day: Day,
    pub clock: Option<(i64, i64)>,
    pub title: String,
    pub plan: Option<&'static str>,
    pub body: Body,
    /// Lines that count for nothing.
    pub remarks: Vec<String>,
}

#[derive(Debug, Clone)]
pub enum Body {
    Skipped,
    Done { lifts: Vec<DoneLift>, now: Vec<(&'static str, DoneLoad)> },
}

/// What was done of one movement.
#[derive(Debug, Clone)]
pub struct DoneLift {
    pub movement: &'static str,
    pub sets: Vec<DoneSet>,
    /// What was to be done, where it is written down.
    pub asked: Vec<Set>,
    pub is_skipped: bool,
    /// The line that says so.
    pub text: String,
}

#[derive(Debug, Clone)]
pub struct DoneSet {
    pub amount: Exact,
    pub counts: Counts,
    /// None where it is the one that was asked for.
    pub load: Option<DoneLoad>,
    pub side: Option<Side>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
}

/// A load in the unit of its statement, and as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneLoad {
    exact: Exact,
    pub text: String,
}

impl DoneLoad {
    pub fn exact(&self) -> Exact {
        self.exact
    }

    /// Writes a load down as a statement would.
    pub fn of(statement: &Statement, load: Exact) -> Self {
        let figure = format!("{load}{}", statement.unit);
        let text = match statement.kind {
            Kind::Weight => figure,
            Kind::Pair => format!("2x{figure}"),
            Kind::OnTop | Kind::Help if load == Exact::ZERO => "bodyweight".to_owned(),
            Kind::OnTop => format!("bodyweight +{figure}"),
            Kind::Help => format!("-{figure}"),
        };
        Self { exact: load, text }
    }

    /// Writes kilograms down in pounds, as a gym abroad has them.
    fn in_pounds(load: Exact) -> Self {
        let pounds = load.nearest_pounds();
        Self { exact: Exact::of_pounds(pounds), text: format!("{pounds}lb") }
    }
}

impl DoneLift {
    /// Returns the sets of each side, where the sides are written down apart; else all of them.
    pub fn by_side(&self, is_per_side: bool) -> Vec<Vec<DoneSet>> {
        if !is_per_side || self.sets.iter().all(|set| set.side.is_none()) {
            return vec![self.sets.clone()];
        }
        let of =
            |side| self.sets.iter().filter(|set| set.side.is_none_or(|one| one == side)).cloned().collect();
        vec![of(Side::Right), of(Side::Left)]
    }
}

/// Makes up the results of a year, and takes them in.
pub fn made_up(program: &Program, year: Year) -> (Vec<Done>, Replay<'_>) {
    made_up_to(program, year, i64::MAX)
}

/// Makes up the results of the first weeks of a year, and takes them in.
pub fn made_up_to(program: &Program, year: Year, weeks: i64) -> (Vec<Done>, Replay<'_>) {
    let mut made = Making::new(program, year, Replay::new(program));
    let mut all = Vec::new();
    for planned in made.planned() {
        if planned.day.week() < weeks {
            let done = made.done(planned);
            made.replay.take(&done);
            all.push(done);
        }
    }
    (all, made.replay)
}

/// Returns what all sessions come to that are left after some results, if they all go one way.
pub fn foreseen<'p>(program: &'p Program, year: Year, replay: Replay<'p>) -> Vec<String> {
    let mut table = Vec::new();
    let mut made = Making::new(program, year, replay);
    for at in made.replay.next()..program.sessions.len() {
        table.extend(made.replay.coming(at));
        let Session { day, title, .. } = program.sessions[at].clone();
        let done = made.done(Planned { day, clock: None, title, what: Happens::Training });
        made.replay.take(&done);
    }
    table
}

struct Making<'p> {
    random: Random,
    year: Year,
    replay: Replay<'p>,
    program: &'p Program,
    /// What the statement at hand shows, and its movement.
    shown: Vec<Set>,
    movement: &'static str,
}

/// When something is done, and what: in the order in which it is done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Planned {
    day: Day,
    clock: Option<(i64, i64)>,
    title: String,
    what: Happens,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Happens {
    Training,
    Skipped,
    /// Something of the same title in another plan.
    OfAnotherPlan,
    /// Something that no plan has.
    Else,
}

impl<'p> Making<'p> {
    fn new(program: &'p Program, year: Year, replay: Replay<'p>) -> Self {
        let random = Random::new(year.seed().unwrap_or_default());
        Self { random, year, replay, program, shown: Vec::new(), movement: "" }
    }

    /// Returns what is done on which day of the year, in order.
    fn planned(&mut self) -> Vec<Planned> {
        let mut all = BTreeSet::new();
        let mut is_ill = false;
        for (at, session) in self.program.sessions.iter().enumerate() {
            let is_new_week = at == 0 || self.program.sessions[at - 1].day.week() != session.day.week();
            let Some(_) = self.year.seed() else {
                let (day, title) = (session.day, session.title.clone());
                all.insert(Planned { day, clock: None, title, what: Happens::Training });
                continue;
            };
            if is_new_week {
                is_ill = self.random.percent(3);
            }
            if is_ill || self.random.percent(6) {
                continue;
            }
            self.mixed(session, &mut all);
        }
        all.into_iter().collect()
    }

    /// Adds what becomes of a session in a year as it comes.
    fn mixed(&mut self, session: &Session, all: &mut BTreeSet<Planned>) {
        let what = if self.random.percent(4) { Happens::Skipped } else { Happens::Training };
        let is_moved = self.random.percent(15);
        let day = if is_moved { self.day_of_week(session.day) } else { session.day };
        let title = session.title.clone();
        let mut planned = vec![Planned { day, clock: None, title: title.clone(), what }];
        if self.random.percent(4) {
            let day = self.day_of_week(session.day);
            planned.push(Planned { day, clock: None, title: title.clone(), what: Happens::Training });
        }
        for (percent, what) in [(1, Happens::OfAnotherPlan), (1, Happens::Else)] {
            if self.random.percent(percent) {
                let day = self.day_of_week(session.day);
                planned.push(Planned { day, clock: None, title: title.clone(), what });
            }
        }
        for mut one in planned {
            if one.what == Happens::Else {
                one.title = "Open gym".to_owned();
            }
            let is_taken = |clock| {
                all.iter().any(|other: &Planned| {
                    (other.day, other.clock, &other.title) == (one.day, clock, &one.title)
                })
            };
            let mut clock =
                self.random.percent(20).then(|| (self.random.from(6, 21), self.random.from(0, 59)));
            while is_taken(clock) {
                clock = Some((self.random.from(6, 21), self.random.from(0, 59)));
            }
            one.clock = clock;
            all.insert(one);
        }
    }

    fn day_of_week(&mut self, day: Day) -> Day {
        crate::day::START.plus(day.week() * 7 + self.random.from(0, 6))
    }

    /// Makes up what was done.
    fn done(&mut self, planned: Planned) -> Done {
        let Planned { day, clock, title, what } = planned;
        let plan = match what {
            Happens::OfAnotherPlan => Some("Something else"),
            _ => self.random.percent(10).then_some(self.program.plan),
        };
        let mut done = Done { day, clock, title, plan, body: Body::Skipped, remarks: Vec::new() };
        if what == Happens::Skipped {
            return done;
        }
        let of_title = self.replay.slot_of(day, &done.title).or_else(|| self.replay.like(day, &done.title));
        let session = &self.program.sessions[of_title.unwrap_or_default()];
        let mut lifts = Vec::new();
        let mut now = Vec::new();
        for &place in &session.work {
            let statement = &self.program.statements[place];
            let shown = self.replay.now().shown(self.program, place, session);
            self.shown = shown.clone();
            let shown = as_chosen(statement, shown);
            self.movement = self.replay.now().lifts[place].movement(statement);
            let lift = match self.year {
                Year::Well => {
                    Some(self.written(statement, asked_for(statement, &shown, Exact::ZERO), Vec::new()))
                }
                Year::Missed => Some(self.written(statement, one_short(statement, &shown), Vec::new())),
                Year::Nothing => Some(self.written(statement, nothing(statement, &shown), Vec::new())),
                Year::Mixed(_) | Year::Heavier(_) => self.as_it_comes(statement, &shown),
            };
            lifts.extend(lift);
            let starts_anew = statement.moves() && self.year.seed().is_some() && self.random.percent(1);
            if let (true, Kind::Weight, Some(load)) = (starts_anew, statement.kind, statement.one_load()) {
                let load = load.plus(statement.step.times(self.random.from(0, 4)));
                now.push((statement.movement, DoneLoad::of(statement, load)));
            }
        }
        if self.year.seed().is_some() {
            done.remarks = self.remarks();
            // Only where no movement is done twice does the order of the lines say nothing.
            let movements: BTreeSet<_> = lifts.iter().map(|lift| lift.movement).collect();
            if movements.len() == lifts.len() && self.random.percent(30) {
                self.random.shuffle(&mut lifts);
            }
        }
        done.body = Body::Done { lifts, now };
        done
    }

    fn remarks(&mut self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.random.percent(10) {
            remarks.push(format!("felt {}", self.random.from(1, 10)));
        }
        if self.random.percent(5) {
            remarks.push(format!("pain {}", self.random.from(0, 10)));
        }
        if self.random.percent(5) {
            remarks.push("note \"Left shoulder fine.\"".to_owned());
        }
        if self.random.percent(5) {
            remarks.push("warmup < back squat 5 @ 200kg; bench press 5 @ 150kg >".to_owned());
        }
        remarks
    }

    /// Makes up one movement of a session; none where it is not written down.
    fn as_it_comes(&mut self, statement: &Statement, shown: &[Set]) -> Option<DoneLift> {
        let mut asked = Vec::new();
        if !statement.is_per_side && self.random.percent(6) {
            asked = shown.to_vec();
            if self.random.percent(30) {
                for set in &mut asked {
                    set.low = set.low.plus(grain(set.counts));
                    set.high = set.high.plus(grain(set.counts));
                }
            }
        }
        let wanted: &[Set] = if asked.is_empty() { shown } else { &asked };
        let step = statement.step;
        let mut sets = asked_for(statement, wanted, Exact::ZERO);
        match self.random.from(1, 100) {
            1..=45 => self.open_up(wanted, &mut sets),
            46..=55 => self.vary(&mut sets, 0, 3),
            56..=68 => self.vary(&mut sets, -3, 0),
            69..=74 => self.somewhere(wanted, &mut sets),
            75..=79 if self.may_be_heavier() => {
                let more = step.times(self.random.from(1, 4));
                sets = asked_for(statement, wanted, more);
                self.open_up(wanted, &mut sets);
                if self.random.percent(20) {
                    self.vary(&mut sets, -2, 0);
                }
            }
            80..=83 => {
                let less = step.times(self.random.from(1, 3));
                self.lighter(statement, &mut sets, less);
            }
            84..=86 if wanted.len() > 1 || self.may_be_heavier() => self.one_heavier(statement, &mut sets),
            87..=89 => self.lighter(statement, &mut sets, step.half()),
            90..=92 => sets = one_short(statement, wanted),
            93..=95 => return Some(DoneLift::skipped(self.movement)),
            96..=100 => return None,
            _ => {}
        }
        if statement.is_per_side && self.random.percent(30) {
            sets = self.each_side(sets);
        }
        if !statement.goes_by_reps() && sets.iter().all(|set| set.side.is_none()) {
            if self.random.percent(15) {
                self.random.shuffle(&mut sets);
            }
            if self.random.percent(4) {
                sets.pop();
            }
        }
        if self.random.percent(6) {
            sets.extend(sets.last().cloned());
        }
        if sets.is_empty() {
            return None;
        }
        self.in_other_units(statement, &mut sets);
        Some(self.written(statement, sets, asked))
    }

    fn may_be_heavier(&self) -> bool {
        matches!(self.year, Year::Heavier(_))
    }

    /// Has more done in the open set.
    fn open_up(&mut self, wanted: &[Set], sets: &mut [DoneSet]) {
        for (set, wanted) in sets.iter_mut().zip(wanted) {
            if wanted.is_open {
                set.amount = set.amount.plus(grain(set.counts).times(self.random.from(0, 12)));
            }
        }
    }

    /// Has more or less done in all sets.
    fn vary(&mut self, sets: &mut [DoneSet], low: i64, high: i64) {
        for set in sets {
            let by = grain(set.counts).times(self.random.from(low, high));
            set.amount = set.amount.plus(by).max(Exact::ZERO);
        }
    }

    /// Has something done between the two ends of a range, or just below.
    fn somewhere(&mut self, wanted: &[Set], sets: &mut [DoneSet]) {
        let lowest = self.random.from(-1, 1);
        for (set, wanted) in sets.iter_mut().zip(wanted) {
            let mut amount = wanted.low.plus(grain(set.counts).times(lowest.min(0)));
            while amount < wanted.high && self.random.percent(60) {
                amount = amount.plus(grain(set.counts));
            }
            set.amount = amount.max(Exact::ZERO);
        }
    }

    /// Has some sets done with less.
    fn lighter(&mut self, statement: &Statement, sets: &mut [DoneSet], less: Exact) {
        let is_every = self.random.percent(50);
        for set in sets {
            if is_every || self.random.percent(50) {
                let load = set.load.as_ref().map(|load| load.exact.minus(less));
                set.load = match load {
                    Some(load) if load > Exact::ZERO => Some(DoneLoad::of(statement, load)),
                    _ => set.load.clone(),
                };
            }
        }
    }

    /// Has the first set done with more.
    fn one_heavier(&mut self, statement: &Statement, sets: &mut [DoneSet]) {
        if let Some(load) = sets[0].load.clone() {
            let more = statement.step.times(self.random.from(1, 3));
            sets[0].load = Some(DoneLoad::of(statement, load.exact.plus(more)));
        }
    }

    /// Writes the sides down apart, the left one now and then with less.
    fn each_side(&mut self, sets: Vec<DoneSet>) -> Vec<DoneSet> {
        let is_weaker = self.random.percent(40);
        let mut both = Vec::new();
        for set in sets {
            let mut left = DoneSet { side: Some(Side::Left), ..set.clone() };
            if is_weaker {
                left.amount = left.amount.minus(grain(set.counts).times(self.random.from(0, 6)));
                left.amount = left.amount.max(Exact::ZERO);
            }
            both.extend([DoneSet { side: Some(Side::Right), ..set }, left]);
        }
        both
    }

    /// Writes loads down in pounds now and then, or not at all where they are those that were asked for.
    fn in_other_units(&mut self, statement: &Statement, sets: &mut [DoneSet]) {
        if statement.unit == "kg" && statement.kind == Kind::Weight && self.random.percent(8) {
            for set in sets.iter_mut() {
                set.load = set.load.as_ref().map(|load| DoneLoad::in_pounds(load.exact));
            }
        }
    }

    /// Writes a line down, in one of the ways in which it may be.
    fn written(&mut self, statement: &Statement, mut sets: Vec<DoneSet>, asked: Vec<Set>) -> DoneLift {
        let mut form = Form::Short;
        if self.year.seed().is_some() {
            form =
                [Form::Short, Form::List, Form::EachItsOwn][usize::try_from(self.random.from(0, 2)).unwrap()];
            // Loads need not be written where they are the one that was asked for.
            let wanted = self.shown[0].load;
            let is_wanted = |load: Option<Exact>| load.is_some() && load == wanted;
            let is_as_asked = sets.iter().all(|set| is_wanted(set.load.as_ref().map(DoneLoad::exact)));
            let is_one = self.shown.iter().all(|set| is_wanted(set.load));
            if asked.is_empty() && is_one && is_as_asked && self.random.percent(20) {
                sets.iter_mut().for_each(|set| set.load = None);
            }
        }
        let remark = self.year.seed().is_some() && self.random.percent(5);
        let text = write_lift(statement, self.movement, (&sets, &asked), form, remark);
        DoneLift { movement: self.movement, sets, asked, is_skipped: false, text }
    }
}

impl DoneLift {
    fn skipped(movement: &'static str) -> Self {
        let text = format!("{movement} skipped \"no time\"");
        Self { movement, sets: Vec::new(), asked: Vec::new(), is_skipped: true, text }
    }
}

/// Returns the smallest amount by which people do more or less.
fn grain(counts: Counts) -> Exact {
    match counts {
        Counts::Reps => Exact::whole(1),
        Counts::Seconds | Counts::Metres => Exact::whole(5),
    }
}

/// Returns sets with the load that is chosen where nothing is known of the last time.
fn as_chosen(statement: &Statement, shown: Vec<Set>) -> Vec<Set> {
    let first = statement.last_time.map(|(_, first, _)| first);
    shown.into_iter().map(|set| Set { load: set.load.or(first), ..set }).collect()
}

/// Returns sets as they were asked for, with so much more load.
fn asked_for(statement: &Statement, shown: &[Set], more: Exact) -> Vec<DoneSet> {
    let done = |set: &Set| DoneSet {
        amount: set.high,
        counts: set.counts,
        load: set.load.map(|load| DoneLoad::of(statement, load.plus(more))),
        side: None,
    };
    shown.iter().map(done).collect()
}

/// Returns sets that were tried and of which nothing was lifted.
fn nothing(statement: &Statement, shown: &[Set]) -> Vec<DoneSet> {
    let tried = asked_for(statement, shown, Exact::ZERO);
    tried.into_iter().map(|set| DoneSet { amount: Exact::ZERO, ..set }).collect()
}

/// Returns sets of which each is one short of what was asked for.
fn one_short(statement: &Statement, shown: &[Set]) -> Vec<DoneSet> {
    let mut sets = asked_for(statement, shown, Exact::ZERO);
    for (set, wanted) in sets.iter_mut().zip(shown) {
        set.amount = wanted.low.minus(grain(set.counts)).max(Exact::ZERO);
    }
    sets
}
