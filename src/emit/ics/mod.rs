//! The calendar of a plan (iCalendar, RFC 5545): an event for each session and each race, to be subscribed to or taken
//! over by any calendar.
//!
//! Built again, a session is the same event as before, so that a calendar moves it and does not show it twice. So its
//! name (`UID`) says which plan it is of and where in it, and nothing of the date or of what is done.

mod emitter;
mod line;
#[cfg(test)]
mod tests;

use line::{write as write_line, write_text};

use super::card::Card;
use super::fnv::Fnv;
use super::readable::readable;
use super::{CompiledPlan, markdown};
use crate::date::{self, Date, DateTime, Time};
use crate::plan::{Day, Session};
use crate::season::LaidOut;

/// The longest description, in characters: calendars on the web cut or refuse what is longer than 8,192. It also bounds
/// what a plan of many sessions comes to.
const LONGEST_DESCRIPTION: usize = 8_000;
/// The longest title, in characters: more than any calendar shows of one. Each event repeats that of the plan.
const LONGEST_TITLE: usize = 250;
/// Stands for what is left out.
const AND_SO_ON: char = '…';

/// Writes the calendar of a plan. None of one that does not say when it starts.
pub fn write(plan: &CompiledPlan<'_>, at: Option<Time>) -> Option<String> {
    let starts = plan.season.calendar.plan.starts?;
    let mut calendar = Calendar::new(plan, starts);
    for day in &plan.season.calendar.days {
        if let Some(date) = day.date {
            calendar.day(day, date, at);
        }
    }
    Some(calendar.finish())
}

/// A calendar that is being written.
struct Calendar<'a> {
    plan: &'a CompiledPlan<'a>,
    /// What is the same in each event: its stamp and its category.
    shared: String,
    /// What tells the events of this plan from those of others.
    name: String,
    /// Of each thing that sessions come to, the line with its card.
    cards: Vec<String>,
    out: String,
}

/// When something is done.
enum When {
    /// On a day, at whatever time.
    AllDay(Date),
    /// From one moment to another, by the clock of wherever the athlete is.
    Between(DateTime, DateTime),
}

impl<'a> Calendar<'a> {
    fn new(plan: &'a CompiledPlan<'a>, starts: Date) -> Self {
        let title = title(plan.title());
        let mut shared = String::new();
        // A calendar is to be the same on every build, so no clock is looked at. The start of the plan is as good a moment
        // as any: a stamp only orders the versions of an event, and one that follows `starts` is newer where the plan is
        // put off. There is no `SEQUENCE` for the same reason: nobody knows how often the plan was changed before.
        write_line("DTSTAMP", &format!("{}T000000Z", day_of(starts)), &mut shared);
        write_text("CATEGORIES", &title, &mut shared);
        let card = |session: &'a LaidOut<'a>| {
            let mut line = String::new();
            write_text(
                "DESCRIPTION",
                &shortened(&markdown::write(&Card::of(&plan.workout(session)))),
                &mut line,
            );
            line
        };
        let mut calendar = Self {
            plan,
            shared,
            name: format!("{:016x}", fingerprint([plan.source, plan.title()])),
            cards: plan.season.sessions.iter().map(card).collect(),
            out: String::new(),
        };
        let out = &mut calendar.out;
        write_line("BEGIN", "VCALENDAR", out);
        write_line("VERSION", "2.0", out);
        write_line("PRODID", "-//wodc//wodc//EN", out);
        write_line("CALSCALE", "GREGORIAN", out);
        // Not of the standard, but what calendars show a subscription as.
        write_text("X-WR-CALNAME", &title, out);
        calendar
    }

    /// Writes what is done on a day: its race, then its sessions, one after the other.
    fn day(&mut self, day: &Day<'_>, date: Date, at: Option<Time>) {
        let (season, calendar) = (self.plan.season, self.plan.season.calendar);
        let is_race = |session: &&Session| calendar.block_of(session).race.is_some();
        let place = format!("w{}-{}", day.week, date::name(day.weekday));
        if let Some(race) = day.race {
            // When a race begins is for others to say, so it has the day to itself. Its steps may be written, or not.
            let steps = day.sessions.iter().find(is_race).map(|session| session.instance);
            self.event(&format!("{place}-race"), &When::AllDay(date), &format!("Race: {race}"), steps);
        }
        let mut next = at.map(|at| DateTime::new(date, at));
        for (nth, session) in (1..).zip(day.sessions.iter().filter(|session| !is_race(session))) {
            let done = season.session(session);
            let when = match next {
                None => When::AllDay(date),
                Some(begin) => {
                    // No plan comes near the end of all dates.
                    let Some(end) = date::minutes_after(begin, minutes(done.timeline.likely_ms)) else {
                        return;
                    };
                    next = Some(end);
                    When::Between(begin, end)
                }
            };
            self.event(&format!("{place}-{nth}"), &when, &done.workout.title, Some(session.instance));
        }
    }

    /// Writes one event. `card` is what is done in it: an index into the plan's distinct sessions.
    fn event(&mut self, place: &str, when: &When, summary: &str, card: Option<usize>) {
        let out = &mut self.out;
        write_line("BEGIN", "VEVENT", out);
        write_line("UID", &format!("{}-{place}@wodc", self.name), out);
        out.push_str(&self.shared);
        match when {
            When::AllDay(date) => {
                write_line("DTSTART;VALUE=DATE", &day_of(*date), out);
                // The end is the first day that is no longer part of it. A day is also what is taken of none.
                if let Some(next) = date.next_day() {
                    write_line("DTEND;VALUE=DATE", &day_of(next), out);
                }
            }
            When::Between(begin, end) => {
                write_line("DTSTART", &moment(*begin), out);
                write_line("DTEND", &moment(*end), out);
            }
        }
        write_text("SUMMARY", &title(summary), out);
        if let Some(card) = card.and_then(|card| self.cards.get(card)) {
            out.push_str(card);
        }
        // Whoever trains some time on a day is not busy all of it.
        let busy = match when {
            When::AllDay(_) => "TRANSPARENT",
            When::Between(..) => "OPAQUE",
        };
        write_line("TRANSP", busy, out);
        write_line("END", "VEVENT", out);
    }

    fn finish(mut self) -> String {
        write_line("END", "VCALENDAR", &mut self.out);
        self.out
    }
}

/// Returns how many minutes something takes, rounded up: an event has to end after it begins.
fn minutes(ms: i64) -> i64 {
    const MINUTE_MS: i64 = 60_000;
    (ms + MINUTE_MS - 1).div_euclid(MINUTE_MS).max(1)
}

fn day_of(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), u8::from(date.month()), date.day())
}

/// Writes a moment without a time zone: half past six wherever the athlete is.
fn moment(moment: DateTime) -> String {
    format!("{}T{:02}{:02}00", day_of(moment.date()), moment.hour(), moment.minute())
}

fn title(text: &str) -> String {
    let text = readable(text);
    match text.char_indices().nth(LONGEST_TITLE) {
        Some((at, _)) => format!("{}{AND_SO_ON}", &text[..at]),
        None => text,
    }
}

/// Returns a card, without the lines that there is no room for.
fn shortened(card: &str) -> String {
    let card = card.trim_end();
    match card.char_indices().nth(LONGEST_DESCRIPTION) {
        Some((at, _)) => {
            let fits = &card[..at];
            let whole_lines = fits.rfind('\n').map_or(fits, |end| &fits[..end]);
            format!("{whole_lines}\n{AND_SO_ON}")
        }
        None => card.to_owned(),
    }
}

/// Returns a number for texts, the same in every version of wodc.
fn fingerprint(texts: [&str; 2]) -> u64 {
    let mut hash = Fnv::default();
    for text in texts {
        hash.add(text.as_bytes());
        // No text has this byte, so that `ab`, `c` is not `a`, `bc`.
        hash.add(&[0xff]);
    }
    hash.get()
}
