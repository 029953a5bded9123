//! A program as a list of sessions, and what the results of a year come to in it.

use std::collections::{BTreeSet, HashMap};

use crate::day::Day;
use crate::exact::Exact;
use crate::made_up::{Body, Done, DoneLift};
use crate::standing::{Standing, Verdict, judge};
use crate::statement::{Counts, Kind, Set, Statement};

/// A year of a program.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The title of its plan.
    pub plan: &'static str,
    pub statements: Vec<Statement>,
    pub sessions: Vec<Session>,
    /// The maxima that loads are parts of.
    pub maxes: Vec<Max>,
}

/// A training max.
#[derive(Debug, Clone)]
pub struct Max {
    pub start: Exact,
    pub raise: Raise,
}

/// When a training max is raised, and by how many kilograms.
#[derive(Debug, Clone)]
pub enum Raise {
    EachCycle(f64),
    /// Each cycle in which no set of it was missed.
    WithoutAMiss(f64),
    /// After each session, by the repetitions of its open set: so much from so many.
    FromReps(Vec<(i64, f64)>),
}

/// How many weeks a cycle has.
const CYCLE: i64 = 4;

/// One session that is planned.
#[derive(Debug, Clone)]
pub struct Session {
    pub day: Day,
    pub title: String,
    /// What is done in it, as places among the statements.
    pub work: Vec<usize>,
}

impl Program {
    pub fn new(plan: &'static str) -> Self {
        Self { plan, ..Self::default() }
    }

    /// Adds a statement, and returns its place.
    pub fn add(&mut self, statement: Statement) -> usize {
        self.statements.push(statement);
        self.statements.len() - 1
    }

    /// Adds a session on a day.
    pub fn session(&mut self, day: Day, title: &str, work: &[usize]) {
        self.sessions.push(Session { day, title: title.to_owned(), work: work.to_vec() });
    }
}

impl Session {
    /// Returns the cycle of the program, from 0.
    fn cycle(&self) -> i64 {
        self.day.week() / CYCLE
    }
}

/// Where all statements of a program are, and its maxima.
#[derive(Debug, Clone)]
pub struct Standings {
    pub lifts: Vec<Standing>,
    maxes: Vec<MaxStanding>,
    /// The heaviest load that was last lifted of each statement, or tried where none was, with its week.
    of_week: HashMap<usize, (i64, Exact)>,
    /// The heaviest load that was last lifted of each statement.
    lifted: HashMap<usize, Exact>,
}

#[derive(Debug, Clone, Default)]
struct MaxStanding {
    /// By how much it was raised by what was done, in kilograms.
    raised: f64,
    /// The cycles in which a set of it was missed.
    missed: BTreeSet<i64>,
}

impl Standings {
    fn new(program: &Program) -> Self {
        let lifts = program.statements.iter().map(Standing::new).collect();
        Self {
            lifts,
            maxes: vec![MaxStanding::default(); program.maxes.len()],
            of_week: HashMap::new(),
            lifted: HashMap::new(),
        }
    }

    /// Returns the sets of a statement as they are shown in a session.
    pub fn shown(&self, program: &Program, place: usize, session: &Session) -> Vec<Set> {
        let statement = &program.statements[place];
        let mut shown = self.lifts[place].shown(statement);
        if let Some((max, percents)) = &statement.share {
            let (max, standing) = (&program.maxes[*max], &self.maxes[*max]);
            let cycle = session.cycle();
            let raised = match &max.raise {
                Raise::EachCycle(by) => Exact::of(*by).times(cycle),
                Raise::WithoutAMiss(by) => {
                    let missed = standing.missed.range(..cycle).count();
                    Exact::of(*by).times(cycle - i64::try_from(missed).unwrap())
                }
                Raise::FromReps(_) => Exact::of(standing.raised),
            };
            let max = max.start.plus(raised);
            for (set, percent) in shown.iter_mut().zip(percents) {
                set.load = Some(max.percent_of(*percent).to_step(statement.step).max(statement.least));
            }
        }
        if let Some((other, percent)) = statement.of_week {
            let lifted = self.of_week.get(&other).filter(|(week, _)| *week == session.day.week());
            let planned =
                || self.shown(program, other, session).iter().filter_map(|set| set.load).max().unwrap();
            let load = lifted.map_or_else(planned, |(_, load)| *load).percent_of(percent);
            let shown_load = load.to_step(statement.step).max(statement.least);
            shown.iter_mut().for_each(|set| set.load = Some(shown_load));
        }
        if let (Some((by, ..)), Some(load)) = (statement.last_time, self.lifted.get(&place)) {
            let load = by.on(*load).to_step(statement.step).max(statement.least);
            shown.iter_mut().for_each(|set| set.load = Some(load));
        }
        shown
    }

    /// Takes in what was done of a statement.
    fn count(&mut self, program: &Program, place: usize, session: &Session, lift: &DoneLift) {
        let statement = &program.statements[place];
        let shown = self.shown(program, place, session);
        if let (Some((max, _)), false) = (&statement.share, lift.is_skipped) {
            let judged = judge(statement, &shown, lift);
            let standing = &mut self.maxes[*max];
            if judged.verdict == Verdict::Miss {
                standing.missed.insert(session.cycle());
            }
            if let (Raise::FromReps(steps), Some(done)) = (&program.maxes[*max].raise, judged.open) {
                let step = steps.iter().rfind(|(from, _)| done >= Exact::whole(*from));
                standing.raised += step.map_or(0.0, |(_, by)| *by);
            }
        }
        let loads = lift.sets.iter().filter(|set| set.amount > Exact::ZERO).map(|set| match &set.load {
            Some(load) => Some(load.exact()),
            None => shown[0].load,
        });
        let lifted = loads.max().flatten();
        self.lifted.extend(lifted.map(|load| (place, load)));
        let tried = || shown.iter().filter_map(|set| set.load).max().filter(|_| !lift.is_skipped);
        self.of_week.extend(lifted.or_else(tried).map(|load| (place, (session.day.week(), load))));
        self.lifts[place].count(statement, lift);
    }
}

/// What the results of a year come to: one pass in order of their dates.
pub struct Replay<'p> {
    program: &'p Program,
    /// Where everything is before the first result, and after each.
    standings: Vec<Standings>,
    /// The days of the results.
    days: Vec<Day>,
    /// Which result each planned session is.
    taken: HashMap<usize, usize>,
}

impl<'p> Replay<'p> {
    pub fn new(program: &'p Program) -> Self {
        let standings = vec![Standings::new(program)];
        Self { program, standings, days: Vec::new(), taken: HashMap::new() }
    }

    /// Returns where everything is now.
    pub fn now(&self) -> &Standings {
        self.standings.last().unwrap()
    }

    /// Returns the planned session that a result on a day is: the nearest of its title in that week which no other result
    /// is. Of two that are as near, the first.
    pub fn slot_of(&self, day: Day, title: &str) -> Option<usize> {
        let sessions = self.program.sessions.iter().enumerate();
        sessions
            .filter(|(at, session)| session.title == title && !self.taken.contains_key(at))
            .filter(|(_, session)| session.day.week() == day.week())
            .min_by_key(|(_, session)| session.day.since(day).abs())
            .map(|(at, _)| at)
    }

    /// Returns the session whose work a result of this title is, where it takes none: the last one before it.
    pub fn like(&self, day: Day, title: &str) -> Option<usize> {
        let of_title = || {
            let sessions = self.program.sessions.iter().enumerate();
            sessions.filter(|(_, session)| session.title == title)
        };
        let before = of_title().rfind(|(_, session)| session.day <= day);
        before.or(of_title().next()).map(|(at, _)| at)
    }

    /// Takes in a result. They come in the order in which they were done.
    pub fn take(&mut self, done: &Done) {
        let mut standings = self.now().clone();
        let is_of_plan = done.plan.is_none_or(|plan| plan == self.program.plan);
        let mut work: &[usize] = &[];
        if is_of_plan {
            let slot = self.slot_of(done.day, &done.title);
            if let Some(slot) = slot {
                self.taken.insert(slot, self.days.len());
            }
            if let Some(session) = slot.or_else(|| self.like(done.day, &done.title)) {
                let session = &self.program.sessions[session];
                self.count(&mut standings, session, done);
                work = &session.work;
            }
        }
        if let (true, Body::Done { now, .. }) = (is_of_plan, &done.body) {
            now.iter()
                .for_each(|(movement, load)| self.start_anew(&mut standings, work, movement, load.exact()));
        }
        self.days.push(done.day);
        self.standings.push(standings);
    }

    fn count(&self, standings: &mut Standings, session: &Session, done: &Done) {
        let Body::Done { lifts, .. } = &done.body else { return };
        let mut used = vec![false; lifts.len()];
        let before = standings.clone();
        for &place in &session.work {
            let statement = &self.program.statements[place];
            let mut lines = lifts.iter().enumerate();
            let movement = before.lifts[place].movement(statement);
            let line = lines.find(|(at, lift)| !used[*at] && lift.movement == movement);
            if let Some((at, lift)) = line {
                used[at] = true;
                standings.count(self.program, place, session, lift);
            }
        }
    }

    /// Has a movement go on with a load: in the session, or where that has none of it, everywhere.
    fn start_anew(&self, standings: &mut Standings, work: &[usize], movement: &str, load: Exact) {
        let is_it = |place: &usize| {
            let statement = &self.program.statements[*place];
            statement.movement == movement && statement.moves()
        };
        let own: Vec<usize> = work.iter().copied().filter(is_it).collect();
        let all = || (0..self.program.statements.len()).filter(is_it).collect();
        for place in if own.is_empty() { all() } else { own } {
            standings.lifts[place].start_anew(&self.program.statements[place], load);
        }
    }

    /// Returns the planned session that comes next: the first one after the furthest that a result is.
    pub fn next(&self) -> usize {
        self.taken.keys().max().map_or(0, |furthest| furthest + 1)
    }

    /// Returns what a planned session comes to where everything is now.
    pub fn coming(&self, at: usize) -> Vec<String> {
        let mut table = Vec::new();
        self.session(at, self.now(), &mut table);
        table
    }

    fn session(&self, at: usize, standings: &Standings, table: &mut Vec<String>) {
        let session = &self.program.sessions[at];
        table.push(format!("{} {}", session.day, session.title));
        for &place in &session.work {
            let statement = &self.program.statements[place];
            let movement = standings.lifts[place].movement(statement);
            for set in standings.shown(self.program, place, session) {
                lines(statement, movement, &set, table);
            }
        }
    }

    /// Returns where everything is before a planned session: before the result that it is, or else after all results of the
    /// days before it.
    fn before(&self, at: usize) -> &Standings {
        let day = self.program.sessions[at].day;
        let known = self.taken.get(&at).copied();
        &self.standings[known.unwrap_or_else(|| self.days.iter().filter(|&&done| done < day).count())]
    }

    /// Returns what each planned session comes to.
    pub fn table(&self) -> Vec<String> {
        let mut table = Vec::new();
        for at in 0..self.program.sessions.len() {
            self.session(at, self.before(at), &mut table);
        }
        table
    }
}

/// Writes a set as the table has it: `split squat 8-12 right @ 2x10kg`.
fn lines(statement: &Statement, movement: &str, set: &Set, table: &mut Vec<String>) {
    let dose = match set.counts {
        _ if set.low != set.high => format!("{}-{}", set.low, set.high),
        Counts::Reps => set.low.to_string(),
        Counts::Seconds => format!("{}s", set.low),
        Counts::Metres => format!("{}m", set.low),
    };
    // What nothing is known of stays as it is written.
    let open = || statement.last_time.map_or(String::new(), |(.., text)| format!(" @ {text}"));
    let load = set.load.map_or_else(open, |load| {
        let figure = format!("{load}{}", statement.unit);
        match statement.kind {
            Kind::Weight => format!(" @ {figure}"),
            Kind::Pair => format!(" @ 2x{figure}"),
            Kind::OnTop => format!(" @ bodyweight +{figure}"),
            Kind::Help if figure.starts_with('0') && !figure.starts_with("0.") => " @ bodyweight".to_owned(),
            Kind::Help => format!(" @ -{figure}"),
        }
    });
    // The catalogue's name of it.
    let movement = if movement == "barbell row" { "bent-over row" } else { movement };
    if statement.is_per_side {
        table.extend(["right", "left"].map(|side| format!("{movement} {dose} {side}{load}")));
    } else {
        table.push(format!("{movement} {dose}{load}"));
    }
}
