//! Exports of Jefit: a file of sections, each a table of its own, of which three matter: the settings say the unit of loads,
//! and the logs of exercises have a row for all sets of a movement, whose session is in a third.

use csv::StringRecord;
use rustc_hash::FxHashMap;

use super::figure::load_unit;
use super::gather::{Figure, Gather, Kind, OPEN_QUOTE, Row, shortened};
use super::table::{Header, Rows, SEPARATORS, cell};
use crate::date::{self, Date};
use crate::quantity::LoadUnit;

/// The start of a line between sections.
const BANNER: &str = "###";

/// The section with the sets.
const LOGS: &str = "EXERCISE LOGS";

/// Tells whether a text has the sections of Jefit.
pub fn is_export(text: &str) -> bool {
    text.trim_start().starts_with(BANNER) && text.lines().any(|line| section_of(line) == Some(LOGS))
}

/// Returns the name of the section that a line begins; empty for one that only ends a section.
fn section_of(line: &str) -> Option<&str> {
    // A spreadsheet fills such a line up to the width of the others.
    let line = line.trim().trim_end_matches(SEPARATORS.map(char::from));
    line.starts_with(BANNER).then(|| line.trim_matches('#').trim())
}

/// Finds what is between the values: it is in the header of the sets.
fn separator_of(text: &str) -> u8 {
    let logs = text.lines().skip_while(|line| section_of(line) != Some(LOGS)).skip(1);
    let header = logs.map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let is_between = |separator: &u8| {
        let mut names = header.split(char::from(*separator)).map(|name| name.trim_matches([' ', '"']));
        names.any(|name| name.eq_ignore_ascii_case("ename"))
    };
    SEPARATORS.into_iter().find(is_between).unwrap_or(SEPARATORS[0])
}

/// What a file has of interest.
#[derive(Default)]
pub struct Export {
    /// The unit that the app is set to.
    unit: Option<LoadUnit>,
    /// The days of sessions, by their numbers.
    days: FxHashMap<String, String>,
    logs: Vec<Log>,
    /// The row in which a quote is not closed.
    open_quote: Option<usize>,
}

/// The sets of a movement.
struct Log {
    line: usize,
    day: String,
    session: String,
    movement: String,
    sets: String,
}

impl Export {
    /// Reads the sections.
    pub fn read(text: &str) -> Self {
        let mut export = Self::default();
        let mut section = String::new();
        let mut header: Option<Header> = None;
        let mut rows = Rows::new(text, separator_of(text));
        while let Some((line, record)) = rows.next() {
            if let Some(name) = section_of(record.get(0).unwrap_or_default()) {
                name.clone_into(&mut section);
                header = None;
            } else if let Some(header) = &header {
                export.row(&section, header, line, record);
            } else {
                header = Some(Header::of(record));
            }
        }
        export.open_quote = rows.open_quote();
        export
    }

    fn row(&mut self, section: &str, header: &Header, line: usize, record: &StringRecord) {
        let of = |names: &[&str]| cell(record, header.place(names)).to_owned();
        match section {
            "SETTING" | "SETTINGS" => self.unit = self.unit.or(load_unit(&of(&["mass"]))),
            "WORKOUT SESSIONS" => {
                let began = ["starttime", "starttimie"].iter().find_map(|name| day_of_epoch(&of(&[name])));
                let day = Some(of(&["mydate"])).filter(|day| !day.is_empty());
                if let Some(day) = day.or(began.map(date::write)) {
                    self.days.entry(of(&["_id"])).or_insert(day);
                }
            }
            LOGS => self.logs.push(Log {
                line,
                day: of(&["mydate"]),
                session: of(&["belongsession"]),
                movement: of(&["ename"]),
                sets: of(&["logs"]),
            }),
            // Routines, measurements and settings that are no results.
            _ => {}
        }
    }

    /// Returns the days that it has, as they are written.
    pub fn dates(&self) -> impl Iterator<Item = &str> {
        self.logs.iter().map(|log| self.day(log))
    }

    fn day<'e>(&'e self, log: &'e Log) -> &'e str {
        if log.day.is_empty() { self.days.get(&log.session).map_or("", String::as_str) } else { &log.day }
    }

    /// Adds all sets.
    pub fn add(&self, to: &mut Gather) {
        for log in &self.logs {
            let sets = sets_of(&log.sets);
            if is_timed(&sets) {
                to.leave_out(log.line, "it is a time or a distance, and the export doesn't say in what unit");
                continue;
            }
            for set in sets {
                let Some((load, reps)) = set.split_once(['x', 'X', '×']) else {
                    to.leave_out(log.line, format!("`{}` is not a load and repetitions", shortened(&set)));
                    continue;
                };
                to.add(&Row {
                    line: log.line,
                    date: self.day(log),
                    movement: &log.movement,
                    kind: Kind::Work,
                    load: Figure { text: load.trim(), unit: self.unit },
                    reps: reps.trim(),
                    ..Row::default()
                });
            }
        }
        if let Some(line) = self.open_quote {
            to.leave_out(line, OPEN_QUOTE);
        }
    }
}

/// Cuts `60x5,62.5x5` into sets. In `60,5x5` the comma is of a decimal, since no set is a figure alone.
fn sets_of(logs: &str) -> Vec<String> {
    let mut sets: Vec<String> = Vec::new();
    let mut whole = None;
    let is_whole = |piece: &str| piece.bytes().all(|byte| byte.is_ascii_digit());
    for piece in logs.split(',').map(str::trim).filter(|piece| !piece.is_empty()) {
        let is_decimal = piece.starts_with(|sign: char| sign.is_ascii_digit()) && !is_whole(piece);
        match (whole.take(), is_whole(piece)) {
            (Some(before), false) if is_decimal => sets.push(format!("{before},{piece}")),
            (before, is_next) => {
                sets.extend(before.map(str::to_owned));
                match is_next {
                    true => whole = Some(piece),
                    false => sets.push(piece.to_owned()),
                }
            }
        }
    }
    sets.extend(whole.map(str::to_owned));
    sets
}

/// Tells whether what looks like sets are the figures of a run or a hold: calories, distance, speed, laps, time, all of
/// them written like repetitions without a load.
fn is_timed(sets: &[String]) -> bool {
    /// As many figures as such a log has, or one fewer, which older versions left out.
    const FEWEST: usize = 4;
    let parts: Option<Vec<_>> = sets.iter().map(|set| set.split_once(['x', 'X'])).collect();
    let Some(parts) = parts.filter(|parts| parts.len() >= FEWEST) else { return false };
    let is_zero = |figure: &str| super::figure::decimal(figure) == Some(0);
    parts.iter().all(|(load, _)| is_zero(load)) && parts.iter().any(|(_, reps)| is_zero(reps))
}

/// Returns the day of a number of seconds since the start of 1970, in UTC.
fn day_of_epoch(seconds: &str) -> Option<Date> {
    const FIRST: i32 = 1970;
    const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;
    let seconds: i64 = seconds.parse().ok().filter(|&seconds| seconds > 0)?;
    let first = Date::from_ordinal_date(FIRST, 1).ok()?;
    date::days_after(first, seconds / SECONDS_OF_A_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_a_run_are_no_sets() {
        let timed = |logs: &str| is_timed(&sets_of(logs));
        assert!(timed("0x0,0x0,0x0,0x10,0x60"));
        assert!(timed("0x0.0,0x2.5,0x0,0x0,0x900"));
        assert!(!timed("0x5,0x4,0x3,0x3"));
        assert!(!timed("60x10,65x8,65x0,65x8"));
    }

    #[test]
    fn a_comma_in_a_figure_is_not_between_sets() {
        assert_eq!(sets_of("60x5, 62.5x5"), ["60x5", "62.5x5"]);
        assert_eq!(sets_of("60,5x5,62,25x5,70x3"), ["60,5x5", "62,25x5", "70x3"]);
        assert_eq!(sets_of("60,x,40xten,50"), ["60", "x", "40xten", "50"]);
        assert_eq!(sets_of("1,2,3x4"), ["1", "2,3x4"]);
    }

    #[test]
    fn seconds_since_1970_are_a_day() {
        assert_eq!(day_of_epoch("1770220318").map(date::write).as_deref(), Some("2026-02-04"));
        for text in ["", "0", "-5", "nonsense", "9223372036854775807", "99999999999999999999"] {
            assert_eq!(day_of_epoch(text), None, "{text}");
        }
    }
}
