//! The calendar of a plan (iCalendar, RFC 5545): an event for each session and each race, to be subscribed to or taken
//! over by any calendar.
//!
//! Built again, a session is the same event as before, so that a calendar moves it instead of showing it twice. Its
//! identifier (`UID`) is therefore made from its plan and its place in the plan, and not from the date or the workout.

mod description;
mod emitter;
mod line;
#[cfg(test)]
mod tests;
mod uid;

use line::{write as write_line, write_text};
use uid::Uids;

use super::card::Card;
use super::readable::readable;
use super::{CompiledPlan, ProjectId};
use crate::date::{self, Date, DateTime, Time};
use crate::plan::{Day, Session};
use crate::season::LaidOut;

/// The longest description, in characters: calendars on the web cut or refuse more than 8,192. It also bounds
/// the size of a plan of many sessions.
const LONGEST_DESCRIPTION: usize = 8_000;
/// The longest title, in characters: more than any calendar shows of one. Each event repeats that of the plan.
const LONGEST_TITLE: usize = 250;
/// Marks the place where text was left out.
const AND_SO_ON: char = '…';

/// Writes the calendar of a plan of a project, the first session of each day beginning `at` a time. Returns none if the plan
/// does not say when it starts.
pub fn write(plan: &CompiledPlan<'_>, project: ProjectId, at: Option<Time>) -> Option<String> {
    let starts = plan.season.calendar.plan.starts?;
    let mut calendar = Calendar::new(plan, project, starts);
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
    /// The lines that all events share: the stamp and the category.
    shared: String,
    /// Tells the events of this plan from those of others.
    uids: Uids,
    /// The line with the description of each distinct session.
    descriptions: Vec<String>,
    out: String,
}

/// When something is done.
enum When {
    /// On a day, at no particular time.
    AllDay(Date),
    /// From one moment to another, by the clock of wherever the athlete is.
    Between(DateTime, DateTime),
}

impl<'a> Calendar<'a> {
    fn new(plan: &'a CompiledPlan<'a>, project: ProjectId, starts: Date) -> Self {
        let title = title(plan.title());
        let mut shared = String::new();
        // The same plan must give the same bytes, so the stamp is the plan's start and not the time of the build. Stamps
        // only order the versions of an event, and a plan that is put off gets a later one. There is no `SEQUENCE`, since
        // the number of earlier changes is not known.
        write_line("DTSTAMP", &format!("{}T000000Z", day_of(starts)), &mut shared);
        write_text("CATEGORIES", &title, &mut shared);
        let description = |session: &'a LaidOut<'a>| {
            let mut line = String::new();
            write_text(
                "DESCRIPTION",
                &shortened(&description::write(&Card::of(&plan.workout(session)))),
                &mut line,
            );
            line
        };
        let mut calendar = Self {
            plan,
            shared,
            uids: Uids::of(plan, project),
            descriptions: plan.season.sessions.iter().map(description).collect(),
            out: String::new(),
        };
        let out = &mut calendar.out;
        write_line("BEGIN", "VCALENDAR", out);
        write_line("VERSION", "2.0", out);
        write_line("PRODID", "-//wodc//wodc//EN", out);
        write_line("CALSCALE", "GREGORIAN", out);
        // Not part of the standard, but calendars show a subscription under this name.
        write_text("X-WR-CALNAME", &title, out);
        calendar
    }

    /// Writes what is done on a day: its race, then its sessions, one after the other.
    fn day(&mut self, day: &Day<'_>, date: Date, at: Option<Time>) {
        let (season, calendar) = (self.plan.season, self.plan.season.calendar);
        let is_race = |session: &&Session| calendar.block_of(session).race.is_some();
        let place = format!("w{}-{}", day.week, date::name(day.weekday));
        if let Some(race) = day.race {
            // The organiser sets the time of a race, so its event lasts all day. The plan may or may not have its steps.
            let steps = day.sessions.iter().find(is_race).map(|session| session.instance);
            self.event(&format!("{place}-race"), &When::AllDay(date), &format!("Race: {race}"), steps);
        }
        let mut next = at.map(|at| DateTime::new(date, at));
        for (nth, session) in (1..).zip(day.sessions.iter().filter(|session| !is_race(session))) {
            let done = season.session(session);
            let clock = session.clock().map(|clock| DateTime::new(date, clock));
            let when = match clock.or(next) {
                None => When::AllDay(date),
                Some(begin) => {
                    // No plan comes near the end of all dates.
                    let Some(end) = date::minutes_after(begin, minutes(done.timeline.likely_ms)) else {
                        return;
                    };
                    if clock.is_none() {
                        next = Some(end);
                    }
                    When::Between(begin, end)
                }
            };
            self.event(&format!("{place}-{nth}"), &when, &done.workout.title, Some(session.instance));
        }
    }

    /// Writes one event. `session` is what is done in it: an index into the plan's distinct sessions.
    fn event(&mut self, place: &str, when: &When, summary: &str, session: Option<usize>) {
        let out = &mut self.out;
        write_line("BEGIN", "VEVENT", out);
        write_line("UID", &self.uids.event(place), out);
        out.push_str(&self.shared);
        match when {
            When::AllDay(date) => {
                write_line("DTSTART;VALUE=DATE", &day_of(*date), out);
                // `DTEND` is the first day after the event. Without it, an event lasts one day.
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
        if let Some(description) = session.and_then(|session| self.descriptions.get(session)) {
            out.push_str(description);
        }
        // A session without a time leaves the day free for other appointments.
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

/// Returns a description without the lines that are past the limit.
fn shortened(description: &str) -> String {
    let description = description.trim_end();
    match description.char_indices().nth(LONGEST_DESCRIPTION) {
        Some((at, _)) => {
            let fits = &description[..at];
            let whole_lines = fits.rfind('\n').map_or(fits, |end| &fits[..end]);
            format!("{whole_lines}\n{AND_SO_ON}")
        }
        None => description.to_owned(),
    }
}
