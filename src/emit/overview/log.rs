//! The log of a plan: for each session by its title what is done on each of its dates, side by side.

use rustc_hash::FxHashMap;

use super::changes;
use crate::check::program::TimeOfDay;
use crate::date::{self, Weekday};
use crate::emit::CompiledPlan;
use crate::emit::card::{Card, Felt, Item, Mark, Part, Role, Row, mark};
use crate::emit::dates::short_date;
use crate::emit::written;

/// How many rows ahead the row of another date is looked for: where none is as near, sessions of one title have so little
/// in common that their rows need not stand side by side.
const ROWS_AHEAD: usize = 40;

/// The sessions of one title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Their title.
    pub title: String,
    /// When they are done: `Tue (weeks 1–3, 5)`.
    pub when: String,
    /// What to know before they start: labels with their texts, as on the card of the first.
    pub facts: Vec<(&'static str, String)>,
    /// Their dates, in order.
    pub dates: Vec<LogDate>,
    /// What is done, in order.
    pub rows: Vec<LogRow>,
    /// What the athlete is asked for at the end.
    pub felt: Felt,
}

/// One time that a session is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogDate {
    /// In which week, from 1.
    pub week: u32,
    /// On which day, and when on it: `Mon`, `Mon 06:30`.
    pub day: String,
    /// Its date, `5 Jan`, where the plan has dates.
    pub date: String,
}

/// Something that is done, or said, on one date or on several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// What it is.
    pub kind: LogKind,
    /// What it is called; a note in full.
    pub name: String,
    /// The cue for it.
    pub cue: String,
    /// What was done of it before the first of its dates: `Last time, 9 Jan: 5 × 5 @ 60 kg; best: 5 @ 65 kg`.
    pub past: String,
    /// In which part it is, as far as rows of several dates are told apart by that.
    pub place: LogPlace,
    /// What is to be written down: `kg × reps`. Empty where nothing is.
    pub write: &'static str,
    /// What it comes to on each date; `None` on a date that does not have it.
    pub cells: Vec<Option<LogCell>>,
}

/// In which part a row is. Parts are not told apart by their names, which may have figures: `AMRAP 10 min`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LogPlace {
    /// How many parts it is in.
    depth: usize,
    /// Whether it is in a warm-up or a cool-down.
    is_loosening: bool,
}

/// What a [`LogRow`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogKind {
    /// The name of a part.
    Part,
    /// What the coach wrote to be read in this place.
    Note,
    /// A movement.
    Movement,
    /// More sets of the movement before it, or another that may be done in its place.
    More,
    /// A rest.
    Rest,
    /// A result.
    Result,
}

/// What a row comes to on one date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogCell {
    /// What it says, piece by piece; see [`PIECES`].
    pub pieces: [String; PIECES.len()],
    /// How many sets or rounds it has.
    pub sets: u32,
}

/// What the pieces of a [`LogCell`] are called.
pub const PIECES: [&str; 5] = ["Dose", "Share", "Load", "Discs a side", "Rest"];

/// A row of one card.
struct Line {
    kind: LogKind,
    name: String,
    cue: String,
    past: String,
    place: LogPlace,
    write: &'static str,
    cell: LogCell,
}

/// Returns the sessions of a plan by their titles, in the order in which these are first done. `cards` has the card of
/// each of its sessions.
pub fn logs(compiled: &CompiledPlan<'_>, cards: &[Card]) -> Vec<Log> {
    let season = compiled.season;
    let mut all: Vec<Gathered> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    for day in &season.calendar.days {
        for session in &day.sessions {
            let card = &cards[session.instance];
            let title = written::capitalised(&card.title);
            let place = *places.entry(title).or_insert_with(|| {
                all.push(Gathered::default());
                all.len() - 1
            });
            let date = LogDate {
                week: day.week,
                day: on(day.weekday, session.when),
                date: day.date.map(short_date).unwrap_or_default(),
            };
            all[place].add(session.instance, card, date, (day.week, day.weekday));
        }
    }
    let weekdays = season.calendar.plan.weekdays();
    all.into_iter().filter_map(|gathered| gathered.finish(cards, weekdays)).collect()
}

/// Writes a day, and when on it something is done: `Mon`, `Mon 06:30`, `Mon evening`.
fn on(weekday: Weekday, when: Option<TimeOfDay>) -> String {
    let day = &weekday.to_string()[..3];
    match when {
        None => day.to_owned(),
        Some(TimeOfDay::Clock(time)) => format!("{day} {}", date::write_time(time)),
        Some(TimeOfDay::Morning) => format!("{day} morning"),
        Some(TimeOfDay::Evening) => format!("{day} evening"),
    }
}

/// The sessions of one title, while they are gathered.
#[derive(Default)]
struct Gathered {
    dates: Vec<LogDate>,
    days: Vec<(u32, Weekday)>,
    /// The session on each date.
    instances: Vec<usize>,
    /// Which row each line of a session is in, with what it says there.
    lines: FxHashMap<usize, Vec<(usize, LogCell)>>,
    /// The rows in order, each by its number, with its first line's words.
    rows: Vec<(usize, LogRow)>,
}

impl Gathered {
    fn add(&mut self, instance: usize, card: &Card, date: LogDate, day: (u32, Weekday)) {
        self.dates.push(date);
        self.days.push(day);
        self.instances.push(instance);
        if self.lines.contains_key(&instance) {
            return;
        }
        let mut at = 0;
        let mut placed = Vec::new();
        for Line { kind, name, cue, past, place, write, cell } in lines(card) {
            let is_same = |(_, row): &(usize, LogRow)| {
                let asks_the_same = row.write == write || row.write.is_empty() || write.is_empty();
                row.kind == kind && row.name == name && row.cue == cue && row.place == place && asks_the_same
            };
            // What goes on with a row comes right after it.
            let ahead = if kind == LogKind::More { 1 } else { ROWS_AHEAD };
            let found = self.rows.iter().skip(at).take(ahead).position(is_same);
            match found {
                Some(ahead) => at += ahead,
                None => {
                    // Nothing comes between a row and what goes on with it.
                    if kind != LogKind::More {
                        let goes_on = |(_, row): &&(usize, LogRow)| row.kind == LogKind::More;
                        at += self.rows[at..].iter().take_while(goes_on).count();
                    }
                    let row = LogRow { kind, name, cue, past, place, write, cells: Vec::new() };
                    self.rows.insert(at, (self.rows.len(), row));
                }
            }
            let (number, row) = &mut self.rows[at];
            if row.write.is_empty() {
                row.write = write;
            }
            placed.push((*number, cell));
            at += 1;
        }
        self.lines.insert(instance, placed);
    }

    fn finish(self, cards: &[Card], weekdays: [Weekday; 7]) -> Option<Log> {
        let first = &cards[*self.instances.first()?];
        let mut rows = self.rows;
        let mut place_of = vec![0; rows.len()];
        for (place, (number, _)) in rows.iter().enumerate() {
            place_of[*number] = place;
        }
        for (_, row) in &mut rows {
            row.cells = vec![None; self.instances.len()];
        }
        for (at, instance) in self.instances.iter().enumerate() {
            for (number, cell) in &self.lines[instance] {
                rows[place_of[*number]].1.cells[at] = Some(cell.clone());
            }
        }
        Some(Log {
            title: written::capitalised(&first.title),
            when: changes::when(&self.days, weekdays),
            facts: first.facts.clone(),
            dates: self.dates,
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            felt: first.felt,
        })
    }
}

/// Returns the rows of a card, in order.
fn lines(card: &Card) -> Vec<Line> {
    let mut lines = Vec::new();
    card.parts.iter().for_each(|part| add(part, LogPlace::default(), &mut lines));
    lines
}

fn add(part: &Part, around: LogPlace, lines: &mut Vec<Line>) {
    let place = LogPlace {
        depth: around.depth + usize::from(part.brief.is_named),
        is_loosening: around.is_loosening || part.brief.is_loosening,
    };
    let plain = |kind, name: &str, write| Line {
        kind,
        name: name.to_owned(),
        cue: String::new(),
        past: String::new(),
        place,
        write,
        cell: LogCell { sets: 1, ..LogCell::default() },
    };
    if part.brief.is_named {
        let mut line = plain(LogKind::Part, part.path.last().map_or("", String::as_str), "");
        line.cell.pieces[0].clone_from(&part.rules);
        lines.push(line);
    }
    for item in &part.items {
        match item {
            Item::Note { text } => lines.push(plain(LogKind::Note, text, "")),
            Item::Blank { what, .. } => lines.push(plain(LogKind::Result, what, "result")),
            Item::Result { text } => lines.push(plain(LogKind::Result, &result(text), "result")),
            Item::Row(row) => lines.push(line(row, place)),
            Item::Part(inner) => add(inner, place, lines),
        }
    }
    if let Some(text) = &part.result {
        lines.push(plain(LogKind::Result, &result(text), "result"));
    }
}

/// Writes what is to be written down, without the places for it: `Result: rounds + reps`.
fn result(text: &str) -> String {
    let words = text.replace(mark::BLANK, " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(':').to_owned()
}

fn line(row: &Row, place: LogPlace) -> Line {
    let place = LogPlace { depth: place.depth + usize::from(row.depth), ..place };
    let kind = match row.role {
        Role::Part => LogKind::Part,
        Role::Rest => LogKind::Rest,
        Role::Movement | Role::Before if row.goes_on => LogKind::More,
        Role::Movement | Role::Before => LogKind::Movement,
    };
    let target = &row.pieces.target;
    let joined =
        |texts: [&str; 2]| texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let turn = if row.turn.is_empty() { String::new() } else { format!("turn {}", row.turn) };
    let dose = joined([if kind == LogKind::Part { &row.rules } else { &row.dose }, &turn]);
    let dose = if row.tempo.is_empty() { dose } else { joined([&dose, &format!("tempo {}", row.tempo)]) };
    let pieces = [
        dose,
        target.share.clone(),
        joined([&target.load, &target.effort]),
        row.pieces.discs.clone(),
        row.between_sets.clone(),
    ];
    let sets = row.done.iter().map(places).sum::<u32>().max(1);
    let cell = LogCell { pieces, sets };
    let past = row.past.as_ref().map(|past| past.sentence.clone()).unwrap_or_default();
    let (name, cue) = (row.movement.clone(), row.cue.clone());
    Line { kind, name, cue, past, place, write: asked(row, kind), cell }
}

/// Returns how many times there is something to write down.
fn places(mark: &Mark) -> u32 {
    match mark {
        Mark::Ticks { count } | Mark::TicksAtMost { count } | Mark::Blanks { count } => *count,
        Mark::Rungs { rungs } => u32::try_from(rungs.len()).unwrap_or(u32::MAX),
        Mark::Total | Mark::OutOf { .. } => 1,
    }
}

/// Names what is to be written down of a row.
fn asked(row: &Row, kind: LogKind) -> &'static str {
    if matches!(kind, LogKind::Part | LogKind::Rest) {
        return "";
    }
    let log = &row.log;
    match log.weight {
        Some("lb") if log.reps && !log.once => "lb × reps",
        Some(_) if log.reps && !log.once => "kg × reps",
        Some(unit) => unit,
        // Against the clock, the result is what is written down.
        None if log.once => "",
        None if log.time => "time",
        None if log.distance => "distance",
        None if log.reps => "reps",
        None => "done",
    }
}
