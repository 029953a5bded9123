//! Days of the calendar, as plans count them. Weeks run from Monday to Sunday.

use std::ops::RangeInclusive;

pub use time::{Date, PrimitiveDateTime as DateTime, Time, Weekday};
use time::{Duration, Month};

/// The years in which a plan may start. Other years are typing mistakes, and the limits keep all days of a plan within
/// the calendar.
const PLAN_YEARS: RangeInclusive<i32> = 1900..=2199;

/// The days of a week, in order.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Reads `2026-01-05`; none if there is no such day.
pub fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some()
        || !has_digits(year, 4..=4)
        || !has_digits(month, 1..=2)
        || !has_digits(day, 1..=2)
    {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Returns the last day of the month in `2026-02-30`; none if there is no such month.
pub fn last_of_month(text: &str) -> Option<Date> {
    let (month, day) = text.rsplit_once('-')?;
    if !has_digits(day, 1..=2) {
        return None;
    }
    (28..=31).rev().find_map(|day| read(&format!("{month}-{day}")))
}

/// Writes a day as [`read`] reads it.
pub fn write(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// Returns the Mondays before and after a day. A Monday itself is the first of the two. Returns none past the last date
/// that can be held.
pub fn mondays_around(date: Date) -> Option<(Date, Date)> {
    let since = i64::from(date.weekday().number_days_from_monday());
    let monday = date.checked_sub(Duration::days(since))?;
    Some((monday, monday.checked_add(Duration::days(7))?))
}

/// Returns a weekday, so many weeks after that of a Monday. Returns none past the last date that can be held.
pub fn after(monday: Date, weeks: u32, weekday: Weekday) -> Option<Date> {
    let days = i64::from(weeks) * 7 + i64::from(weekday.number_days_from_monday());
    monday.checked_add(Duration::days(days))
}

/// Why a plan cannot start on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoStart {
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: Option<String>,
}

/// Reads the day on which a plan starts: a Monday.
pub fn plan_start(text: &str) -> Result<Date, NoStart> {
    let Some(date) = read(text) else {
        let help = match last_of_month(text) {
            Some(last) => format!("that month ends on `{}`; a plan starts on a Monday", write(last)),
            None => "write the year, the month and the day, such as `2026-01-05`".to_owned(),
        };
        return Err(NoStart {
            message: format!("there is no day `{text}` in the calendar"),
            help: Some(help),
        });
    };
    if !PLAN_YEARS.contains(&date.year()) {
        let message = format!("a plan starts between {} and {}", PLAN_YEARS.start(), PLAN_YEARS.end());
        return Err(NoStart { message, help: None });
    }
    if date.weekday() == Weekday::Monday {
        return Ok(date);
    }
    let beside =
        |(before, after)| format!("the Mondays beside it are `{}` and `{}`", write(before), write(after));
    Err(NoStart {
        message: format!("a plan starts on a Monday, and {text} is a {}", date.weekday()),
        help: mondays_around(date).map(beside),
    })
}

/// Reads a time of day: `18:30`, `6:30`; none if there is no such time.
pub fn read_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    if !has_digits(hour, 1..=2) || !has_digits(minute, 2..=2) {
        return None;
    }
    Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}

/// Tells whether a text is so many digits and nothing else. Rust's `parse` would also accept a `+`.
fn has_digits(text: &str, count: RangeInclusive<usize>) -> bool {
    count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the moment so many minutes after another. Returns none past the last date that can be held.
pub fn minutes_after(moment: DateTime, minutes: i64) -> Option<DateTime> {
    moment.checked_add(Duration::minutes(minutes))
}

/// Returns the name of a day in small letters.
pub fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}

/// Reads the name of a day, or at least three letters of its start: `Monday`, `tues`.
pub fn weekday(written: &str) -> Option<Weekday> {
    let written = written.to_ascii_lowercase();
    WEEK.into_iter().find(|&day| written.len() >= 3 && name(day).starts_with(&*written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_not_in_the_calendar_are_not_read() {
        for text in ["2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", ""] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("2028-02-29").map(write).as_deref(), Some("2028-02-29"));
        assert_eq!(last_of_month("2026-02-30").map(write).as_deref(), Some("2026-02-28"));
        assert_eq!(last_of_month("2028-02-31").map(write).as_deref(), Some("2028-02-29"));
        assert_eq!(last_of_month("2026-13-30"), None);
    }

    #[test]
    fn a_date_is_written_in_digits_alone() {
        for text in [
            "+2026-+1-+5",
            "2026-+1-05",
            "2026-01-+5",
            "+2026-01-05",
            "02026-01-05",
            "2026-001-05",
            "2026- 1-05",
        ] {
            assert_eq!(read(text), None, "{text}");
            assert!(plan_start(text).is_err(), "{text}");
        }
        assert_eq!(last_of_month("+2026-+2-30"), None);
        assert_eq!(last_of_month("2026-02-+30"), None);
        assert_eq!(read("2026-1-5").map(write).as_deref(), Some("2026-01-05"));
    }

    #[test]
    fn the_neighbours_of_a_day_are_the_mondays_before_and_after_it() {
        let around = |text| read(text).and_then(mondays_around).map(|(a, b)| (write(a), write(b)));
        let expected = Some(("2026-01-05".to_owned(), "2026-01-12".to_owned()));
        assert_eq!(around("2026-01-06"), expected);
        assert_eq!(around("2026-01-11"), expected);
        assert_eq!(around("2026-01-01"), Some(("2025-12-29".to_owned(), "2026-01-05".to_owned())));
    }

    #[test]
    fn weeks_go_over_a_leap_day_and_the_end_of_a_year() {
        let day =
            |starts, weeks, weekday| read(starts).and_then(|from| after(from, weeks, weekday)).map(write);
        assert_eq!(day("2028-02-28", 0, Weekday::Tuesday).as_deref(), Some("2028-02-29"));
        assert_eq!(day("2028-02-28", 0, Weekday::Wednesday).as_deref(), Some("2028-03-01"));
        assert_eq!(day("2026-12-28", 0, Weekday::Friday).as_deref(), Some("2027-01-01"));
        assert_eq!(day("2026-01-05", 52, Weekday::Monday).as_deref(), Some("2027-01-04"));
    }

    #[test]
    fn a_time_of_day_has_two_figures_of_minutes_and_ends_before_midnight() {
        let time = |text| read_time(text).map(|time| (time.hour(), time.minute()));
        assert_eq!(time("18:30"), Some((18, 30)));
        assert_eq!(time("6:30"), Some((6, 30)));
        assert_eq!(time("06:05"), Some((6, 5)));
        assert_eq!(time("0:00"), Some((0, 0)));
        for text in ["24:00", "18:60", "18", "18:3", "18:030", "+6:30", "6:30pm", "6.30", ":30", "118:30", ""]
        {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn a_plan_starts_on_a_monday_of_this_age() {
        assert_eq!(plan_start("2026-01-05").map(write).as_deref(), Ok("2026-01-05"));
        let refused = |text| plan_start(text).map_err(|why| (why.message, why.help)).unwrap_err();
        let (message, help) = refused("2026-01-06");
        assert_eq!(message, "a plan starts on a Monday, and 2026-01-06 is a Tuesday");
        assert_eq!(help.as_deref(), Some("the Mondays beside it are `2026-01-05` and `2026-01-12`"));
        assert_eq!(refused("1026-01-05").0, "a plan starts between 1900 and 2199");
        assert_eq!(refused("monday").0, "there is no day `monday` in the calendar");
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(WEEK.map(|day| day.number_days_from_monday()), [0, 1, 2, 3, 4, 5, 6]);
    }
}
