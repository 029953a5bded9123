//! A program as a list of sessions, and what the results of a year come to in it.

use std::collections::HashMap;

use crate::day::Day;
use crate::made_up::{Body, Done};
use crate::standing::Standing;
use crate::statement::{Counts, Kind, Set, Statement};

/// A year of a program.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The title of its plan.
    pub plan: &'static str,
    pub statements: Vec<Statement>,
    pub sessions: Vec<Session>,
}

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

/// Where all statements of a program are.
pub type Standings = Vec<Standing>;

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
        let standings = vec![program.statements.iter().map(Standing::new).collect()];
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
        let before = of_title().filter(|(_, session)| session.day <= day).last();
        before.or(of_title().next()).map(|(at, _)| at)
    }

    /// Takes in a result. They come in the order in which they were done.
    pub fn take(&mut self, done: &Done) {
        let mut standings = self.now().clone();
        let is_of_plan = done.plan.is_none_or(|plan| plan == self.program.plan);
        if is_of_plan {
            let slot = self.slot_of(done.day, &done.title);
            if let Some(slot) = slot {
                self.taken.insert(slot, self.days.len());
            }
            if let Some(session) = slot.or_else(|| self.like(done.day, &done.title)) {
                self.count(&mut standings, &self.program.sessions[session], done);
            }
        }
        self.days.push(done.day);
        self.standings.push(standings);
    }

    fn count(&self, standings: &mut Standings, session: &Session, done: &Done) {
        let Body::Done { lifts, now } = &done.body else { return };
        let mut used = vec![false; lifts.len()];
        for &place in &session.work {
            let statement = &self.program.statements[place];
            let mut lines = lifts.iter().enumerate();
            let line = lines.find(|(at, lift)| !used[*at] && lift.movement == statement.movement);
            if let Some((at, lift)) = line {
                used[at] = true;
                standings[place].count(statement, lift);
            }
        }
        for (movement, load) in now {
            for &place in &session.work {
                let statement = &self.program.statements[place];
                if statement.movement == *movement && statement.moves() {
                    standings[place].start_anew(statement, load.exact());
                }
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
        for (at, session) in self.program.sessions.iter().enumerate() {
            let standings = self.before(at);
            table.push(format!("{} {}", session.day, session.title));
            for &place in &session.work {
                let statement = &self.program.statements[place];
                for set in standings[place].shown(statement) {
                    lines(statement, &set, &mut table);
                }
            }
        }
        table
    }
}

/// Writes a set as the table has it: `split squat 8-12 right @ 2x10kg`.
fn lines(statement: &Statement, set: &Set, table: &mut Vec<String>) {
    let dose = match set.counts {
        _ if set.low != set.high => format!("{}-{}", set.low, set.high),
        Counts::Reps => set.low.to_string(),
        Counts::Seconds => format!("{}s", set.low),
        Counts::Metres => format!("{}m", set.low),
    };
    let load = set.load.map_or(String::new(), |load| {
        let figure = format!("{load}{}", statement.unit);
        match statement.kind {
            Kind::Weight => format!(" @ {figure}"),
            Kind::Pair => format!(" @ 2x{figure}"),
            Kind::OnTop => format!(" @ bodyweight +{figure}"),
            Kind::Help => format!(" @ -{figure}"),
        }
    });
    let movement = statement.movement;
    if statement.is_per_side {
        table.extend(["right", "left"].map(|side| format!("{movement} {dose} {side}{load}")));
    } else {
        table.push(format!("{movement} {dose}{load}"));
    }
}
