//! From rows, one a set, to sessions.

use std::mem;

use rustc_hash::FxHashMap;

use super::moment::{self, Order};
use super::name::{Named, Names};
use super::session::{Did, Entry, Load, LoadKind, Name, Session, Set};
use super::{LeftOut, Report, Unknown};
use crate::catalog::fold;
use crate::date::{Date, Time};
use crate::quantity::{LoadUnit, Unit};

/// The most letters of a name or a title. Apps allow fewer.
const LONGEST_NAME: usize = 200;

/// The most letters of a remark that are kept. A page of text is about this long.
const LONGEST_NOTE: usize = 2_000;

/// What is said of a row in which a quote is not closed.
pub const OPEN_QUOTE: &str = "a quote is not closed, so the rest of the file is in one cell of this row";

/// A row of an export: a set, and the session that it is in. What an app doesn't say is left empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Row<'r> {
    pub line: usize,
    pub date: &'r str,
    pub title: &'r str,
    pub movement: &'r str,
    pub kind: Kind,
    pub load: Figure<'r, LoadUnit>,
    pub reps: &'r str,
    pub distance: Figure<'r, Unit>,
    pub time: &'r str,
    pub rpe: &'r str,
    pub note: &'r str,
    /// Whether the remark is about the movement, and repeated on each row of it.
    pub is_note_repeated: bool,
    /// What is remarked about the whole session; on any of its rows.
    pub about_session: &'r str,
}

/// A figure and its unit, which the file may not say.
#[derive(Debug, Clone, Copy)]
pub struct Figure<'r, U> {
    pub text: &'r str,
    pub unit: Option<U>,
}

impl<U> Default for Figure<'_, U> {
    fn default() -> Self {
        Self { text: "", unit: None }
    }
}

/// What kind of set it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Work,
    Warmup,
    /// With less than the set before, without a rest.
    Drop,
    /// Until nothing more was possible.
    Failure,
}

/// The sessions that were read so far.
pub struct Gather {
    sessions: Vec<Session>,
    /// Where in `sessions` each one is, by what tells it from others.
    places: FxHashMap<(Date, Option<Time>, Option<String>), usize>,
    names: Names,
    sets_unknown: FxHashMap<String, usize>,
    report: Report,
    order: Option<Order>,
    load_unit: Option<LoadUnit>,
    lacks_load_unit: bool,
}

impl Gather {
    /// Begins. A load without a unit gets `load_unit`, a distance the one that goes with it.
    pub fn new(order: Option<Order>, load_unit: Option<LoadUnit>) -> Self {
        Self {
            sessions: Vec::new(),
            places: FxHashMap::default(),
            names: Names::default(),
            sets_unknown: FxHashMap::default(),
            report: Report::default(),
            order,
            load_unit,
            lacks_load_unit: false,
        }
    }

    /// Adds a row, or reports why it can't be.
    pub fn add(&mut self, row: &Row<'_>) {
        if let Err(why) = self.try_add(row) {
            self.leave_out(row.line, why);
        }
    }

    /// Reports that a row was left out, or a part of it.
    pub fn leave_out(&mut self, line: usize, why: impl Into<String>) {
        self.report.left_out.push(LeftOut { line, why: why.into() });
    }

    /// Reports a row with a unit that nobody knows, and tells whether it has one. `said` are its figures with their units.
    pub fn refuse_units(&mut self, line: usize, said: [(&str, &str, bool); 2]) -> bool {
        let is_unknown = |&&(figure, unit, is_known): &&(&str, &str, bool)| {
            !figure.is_empty() && !unit.is_empty() && !is_known
        };
        let Some((_, unit, _)) = said.iter().find(is_unknown) else { return false };
        let why = format!("`{}` is not a unit of loads or distances that is known", shortened(unit));
        self.leave_out(line, why);
        true
    }

    /// Tells whether a load or a distance has no unit, and nobody said which it is.
    pub fn lacks_load_unit(&self) -> bool {
        self.lacks_load_unit
    }

    /// Returns the sessions by date, and what there is to say about them.
    pub fn finish(mut self) -> (Vec<Session>, Report) {
        self.sessions.retain(|session| !session.entries.is_empty());
        // The order within a day is that of the file where there are no clocks.
        self.sessions.sort_by_key(|session| (session.date, session.clock));
        let mut unknown: Vec<Unknown> =
            self.sets_unknown.into_iter().map(|(name, sets)| Unknown { name, sets }).collect();
        unknown.sort_by(|one, other| other.sets.cmp(&one.sets).then_with(|| one.name.cmp(&other.name)));
        (self.sessions, Report { unknown, ..self.report })
    }

    fn try_add(&mut self, row: &Row<'_>) -> Result<(), String> {
        if row.date.is_empty() {
            return Err("it has no date".to_owned());
        }
        let (date, clock) = moment::read(row.date, self.order)
            .ok_or_else(|| format!("`{}` is not a date", shortened(row.date)))?;
        let title = Some(one_line(row.title, LONGEST_NAME)).filter(|title| !title.is_empty());
        let movement = one_line(row.movement, usize::MAX);
        if movement.is_empty() {
            return Err("it names no movement".to_owned());
        }
        if movement.chars().count() > LONGEST_NAME {
            return Err(format!("the movement's name is longer than {LONGEST_NAME} letters"));
        }
        let place = self.session(date, clock, title);
        self.note_session(place, row);
        let Named { name, load } = self.names.named(&movement);
        let last = self.sessions.get(place).and_then(|session| session.entries.last());
        let is_going_on = last.is_some_and(|entry| entry.name == name);
        let row = if row.is_note_repeated && is_going_on { &Row { note: "", ..*row } } else { row };
        let Some(set) = self.set(row, load)? else { return Ok(()) };
        if let Name::AsWritten(name) = &name {
            *self.sets_unknown.entry(name.clone()).or_default() += 1;
        }
        self.report.sets += 1;
        let Some(session) = self.sessions.get_mut(place) else { return Ok(()) };
        match session.entries.last_mut() {
            Some(entry) if is_going_on => entry.sets.push(set),
            Some(_) | None => session.entries.push(Entry { name, sets: vec![set] }),
        }
        Ok(())
    }

    /// Returns the place of a session, which is added where it is new. Capitals make no other title.
    fn session(&mut self, date: Date, clock: Option<Time>, title: Option<String>) -> usize {
        let sessions = &mut self.sessions;
        *self.places.entry((date, clock, title.as_deref().map(fold))).or_insert_with(|| {
            sessions.push(Session { date, clock, title, entries: Vec::new(), note: None });
            sessions.len() - 1
        })
    }

    /// Keeps what is remarked about a session. Apps repeat it on each row.
    fn note_session(&mut self, place: usize, row: &Row<'_>) {
        let is_new = self.sessions.get(place).is_some_and(|session| session.note.is_none());
        if is_new && !row.about_session.is_empty() {
            let note = self.note(row.line, row.about_session);
            if let Some(session) = self.sessions.get_mut(place) {
                session.note = note;
            }
        }
    }

    /// Returns a remark on one line, if there is one.
    fn note(&mut self, line: usize, text: &str) -> Option<String> {
        let note = one_line(text, LONGEST_NOTE);
        if note.ends_with(CUT) && !text.trim_end().ends_with(CUT) {
            self.leave_out(line, format!("a remark is cut after {LONGEST_NOTE} letters"));
        }
        (!note.is_empty()).then_some(note)
    }

    /// Reads the set of a row. Returns none if it holds nothing: an app adds such a row with a movement.
    fn set(&mut self, row: &Row<'_>, kind: LoadKind) -> Result<Option<Set>, String> {
        let load = self.load(row, kind)?;
        let Some(did) = self.did(row, load.is_some())? else { return Ok(None) };
        let rpe = self.rpe(row);
        let manner = match row.kind {
            Kind::Work | Kind::Warmup => None,
            Kind::Drop => Some("drop set"),
            Kind::Failure => Some("to failure"),
        };
        let note = match (manner, self.note(row.line, row.note)) {
            (Some(manner), Some(note)) => Some(format!("{manner}; {note}")),
            (manner, note) => note.or(manner.map(str::to_owned)),
        };
        Ok(Some(Set { did, load, rpe, is_warmup: row.kind == Kind::Warmup, note }))
    }

    /// Reads a load. Below zero it is help, whatever the movement.
    fn load(&mut self, row: &Row<'_>, kind: LoadKind) -> Result<Option<Load>, String> {
        /// More than anybody lifts, in thousandths of a kilogram or a pound: what the language takes.
        const HEAVIEST: i64 = 2_000_000;
        let milli = figure(row.load.text, "load")?;
        if milli == 0 {
            return Ok(None);
        }
        if milli.abs() > HEAVIEST {
            return Err(format!("nobody lifts `{}`", shortened(row.load.text)));
        }
        let kind = if milli < 0 { LoadKind::Help } else { kind };
        let unit = row.load.unit.or(self.load_unit);
        self.lacks_load_unit |= unit.is_none();
        Ok(unit.map(|unit| Load { milli: milli.abs(), unit, kind }))
    }

    /// Reads what was achieved.
    fn did(&mut self, row: &Row<'_>, is_loaded: bool) -> Result<Option<Did>, String> {
        /// The most that one set has, as the language takes it.
        const MOST_REPS: i64 = 100_000;
        const LONGEST_MS: i64 = 24 * 60 * 60 * 1000;
        const FARTHEST: i64 = 1_000_000_000;
        let reps = figure(row.reps, "number of repetitions")?;
        let distance = figure(row.distance.text, "distance")?;
        let ms = if row.time.is_empty() { Some(0) } else { super::figure::time(row.time) };
        let ms = ms.ok_or_else(|| format!("`{}` is not a time", shortened(row.time)))?;
        if ms > LONGEST_MS {
            return Err(format!("`{}` is longer than a day", shortened(row.time)));
        }
        if reps < 0 || distance < 0 {
            return Err("it has less than nothing".to_owned());
        }
        if distance > 0 {
            let unit = row.distance.unit.or(self.load_unit.map(|unit| match unit {
                LoadUnit::Kilogram => Unit::Kilometre,
                LoadUnit::Pound => Unit::Mile,
            }));
            let Some(unit) = unit else {
                self.lacks_load_unit = true;
                return Ok(None);
            };
            if distance > FARTHEST {
                return Err(format!("nobody goes `{}`", shortened(row.distance.text)));
            }
            return Ok(Some(Did::Over { milli: distance, unit, ms: (ms > 0).then_some(ms) }));
        }
        if reps > 0 {
            let whole = (reps % 1000 == 0 && reps / 1000 <= MOST_REPS).then_some(reps / 1000);
            let whole = whole.and_then(|reps| u32::try_from(reps).ok());
            let not_counted = || format!("`{}` is not a number of repetitions", shortened(row.reps));
            return Ok(Some(Did::Reps(whole.ok_or_else(not_counted)?)));
        }
        if ms > 0 {
            return Ok(Some(Did::For(ms)));
        }
        match (row.reps.is_empty(), is_loaded || self.lacks_load_unit && !row.load.text.is_empty()) {
            (false, true) => Ok(Some(Did::Missed)),
            (true, true) => Err("it has a load, but neither repetitions nor a time or a distance".to_owned()),
            (true | false, false) => Ok(None),
        }
    }

    /// Reads an effort from 1 to 10. One that is something else is reported, and the set kept.
    fn rpe(&mut self, row: &Row<'_>) -> Option<i64> {
        let milli = super::figure::decimal(row.rpe);
        let is_said = !row.rpe.is_empty() && milli != Some(0);
        let rpe = milli.filter(|rpe| (1_000..=10_000).contains(rpe));
        if is_said && rpe.is_none() {
            self.leave_out(
                row.line,
                format!("its effort is left out: `{}` is not from 1 to 10", shortened(row.rpe)),
            );
        }
        rpe
    }

    /// Adds a remark to the last set of a movement in a session that is already there.
    pub fn remark(&mut self, row: &Row<'_>) {
        let note = self.note(row.line, row.note);
        let (Some((date, clock)), Some(note)) = (moment::read(row.date, self.order), note) else { return };
        let title = Some(one_line(row.title, LONGEST_NAME)).filter(|title| !title.is_empty());
        let key = (date, clock, title.as_deref().map(fold));
        let name = self.names.named(&one_line(row.movement, usize::MAX)).name;
        let place = self.places.get(&key).copied();
        let entry = place
            .and_then(|place| self.sessions.get_mut(place))
            .and_then(|session| session.entries.iter_mut().rev().find(|entry| entry.name == name));
        match entry.and_then(|entry| entry.sets.last_mut()) {
            Some(set) => {
                let before = mem::take(&mut set.note).map(|before| format!("{before}; ")).unwrap_or_default();
                set.note = Some(before + &note);
            }
            None => self.leave_out(row.line, "it is a remark about a movement without sets"),
        }
    }
}

/// Reads a figure; a cell without one is zero.
fn figure(text: &str, what: &str) -> Result<i64, String> {
    if text.is_empty() {
        return Ok(0);
    }
    super::figure::decimal(text).ok_or_else(|| format!("`{}` is not a {what}", shortened(text)))
}

/// The end of a text that was cut.
const CUT: char = '…';

/// Returns a text on one line, with single blanks and without control characters. Line ends become ` / `.
fn one_line(text: &str, longest: usize) -> String {
    let mut line = String::new();
    for part in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let words = part.split(|sign: char| sign.is_whitespace() || sign.is_control());
        let mut words = words.filter(|word| !word.is_empty()).peekable();
        if words.peek().is_some() && !line.is_empty() {
            line.push_str(" / ");
        }
        for (at, word) in words.enumerate() {
            if at > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    match line.char_indices().nth(longest) {
        Some((at, _)) => {
            line.truncate(at);
            line.push(CUT);
            line
        }
        None => line,
    }
}

/// Returns the beginning of a cell, for messages.
pub fn shortened(cell: &str) -> String {
    /// Enough to recognise it.
    const LETTERS: usize = 40;
    one_line(cell, LETTERS)
}
