//! Days of the calendar, as plans count them. Weeks run from Monday to Sunday, if a plan does not turn them.

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

/// Returns the first day of the week that a day is in, if weeks begin with `first`. Returns none before the first date that
/// can be held.
pub fn week_start(day: Date, first: Weekday) -> Option<Date> {
    days_after(day, -(days_from(first, day.weekday()) as i64))
}

/// Returns how many days a weekday is after the first of a week.
pub fn days_from(first: Weekday, day: Weekday) -> usize {
    let (first, day) = (first.number_days_from_monday(), day.number_days_from_monday());
    usize::from((day + 7 - first) % 7)
}

/// Returns the day so many days after another, or before it. Returns none past the dates that can be held.
pub fn days_after(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Duration::days(days))
}

/// Returns how many days a day is after another.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to - from).whole_days()
}

/// Why a plan cannot have a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoDate {
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: Option<String>,
}

/// Reads the day on which a plan starts or ends.
pub fn of_plan(text: &str) -> Result<Date, NoDate> {
    let Some(date) = read(text) else {
        let help = match last_of_month(text) {
            Some(last) => format!("that month ends on `{}`", write(last)),
            None => "write the year, the month and the day, such as `2026-01-05`".to_owned(),
        };
        return Err(NoDate {
            message: format!("there is no day `{text}` in the calendar"),
            help: Some(help),
        });
    };
    if !PLAN_YEARS.contains(&date.year()) {
        let message = format!("a plan is between {} and {}", PLAN_YEARS.start(), PLAN_YEARS.end());
        return Err(NoDate { message, help: None });
    }
    Ok(date)
}

/// Reads a date in words, as people say it: `5 Jan 2026`, `January 5th, 2026`, `5th of January 2026`, `5.1.2026`.
/// Returns none where the year is missing, or where it may be one of two days, as in `5/1/2026`.
pub fn in_words(text: &str) -> Option<Date> {
    let is_sign = |sign: char| matches!(sign, ' ' | ',' | '.');
    let words: Vec<String> =
        text.split(is_sign).filter(|word| !matches!(*word, "" | "of")).map(str::to_lowercase).collect();
    let [one, two, year] = words.as_slice() else { return None };
    let day = |word: &str| {
        let figure = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        has_digits(figure, 1..=2).then(|| figure.to_owned())
    };
    let is_dotted = text.contains('.') && !text.contains(char::is_alphabetic);
    let (day, month) = match (day(one), day(two)) {
        (Some(day), Some(month)) if is_dotted => (day, month.parse().ok()?),
        (Some(day), None) => (day, month(two)?),
        (None, Some(day)) => (day, month(one)?),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    read(&format!("{year}-{month}-{day}"))
}

/// Reads the name of a month, or at least three letters of its start.
fn month(word: &str) -> Option<u8> {
    let months = (1..=12).filter_map(|number| Month::try_from(number).ok());
    let mut found = months.filter(|month| {
        let name = month.to_string().to_lowercase();
        word == "sept" && *month == Month::September || word.len() >= 3 && name.starts_with(word)
    });
    found.next().map(u8::from)
}

/// Reads a time of day: `18:30`, `6:30`; none if there is no such time.
pub fn read_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    if !has_digits(hour, 1..=2) || !has_digits(minute, 2..=2) {
        return None;
    }
    Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}

/// Writes a time of day: `06:30`.
pub fn write_time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
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

/// How many letters of a day's name must be written.
pub const SHORTEST: usize = 3;

/// Reads the name of a day, or at least three letters of its start: `Monday`, `tues`.
pub fn weekday(written: &str) -> Option<Weekday> {
    let written = written.to_ascii_lowercase();
    WEEK.into_iter().find(|&day| written.len() >= SHORTEST && name(day).starts_with(&*written))
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
            assert!(of_plan(text).is_err(), "{text}");
        }
        assert_eq!(last_of_month("+2026-+2-30"), None);
        assert_eq!(last_of_month("2026-02-+30"), None);
        assert_eq!(read("2026-1-5").map(write).as_deref(), Some("2026-01-05"));
    }

    #[test]
    fn a_week_starts_with_the_day_it_is_asked_to() {
        let start = |text, first| read(text).and_then(|day| week_start(day, first)).map(write);
        assert_eq!(start("2026-01-06", Weekday::Monday).as_deref(), Some("2026-01-05"));
        assert_eq!(start("2026-01-11", Weekday::Monday).as_deref(), Some("2026-01-05"));
        assert_eq!(start("2026-01-11", Weekday::Sunday).as_deref(), Some("2026-01-11"));
        assert_eq!(start("2026-01-01", Weekday::Sunday).as_deref(), Some("2025-12-28"));
        assert_eq!(days_from(Weekday::Sunday, Weekday::Saturday), 6);
    }

    #[test]
    fn days_go_over_a_leap_day_and_the_end_of_a_year() {
        let day = |from, days| read(from).and_then(|from| days_after(from, days)).map(write);
        assert_eq!(day("2028-02-28", 1).as_deref(), Some("2028-02-29"));
        assert_eq!(day("2028-03-01", -1).as_deref(), Some("2028-02-29"));
        assert_eq!(day("2026-12-28", 4).as_deref(), Some("2027-01-01"));
        assert_eq!(day("2026-01-05", 364).as_deref(), Some("2027-01-04"));
        assert_eq!(days_between(read("2026-01-05").unwrap(), read("2027-01-04").unwrap()), 364);
    }

    #[test]
    fn a_date_in_words_is_read_only_if_it_is_one_day() {
        let meant = |text| in_words(text).map(write).unwrap_or_default();
        for text in [
            "5 Jan 2026",
            "January 5th, 2026",
            "5. January 2026",
            "5.1.2026",
            "jan 5 2026",
            "5th of January 2026",
        ] {
            assert_eq!(meant(text), "2026-01-05", "{text}");
        }
        assert_eq!(meant("3 sept 2026"), "2026-09-03");
        for text in ["5 Jan", "5/1/2026", "5 1 2026", "monday", "31 feb 2026", "", "ja 5 2026"] {
            assert_eq!(meant(text), "", "{text}");
        }
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
    fn a_plan_starts_on_any_day_of_this_age() {
        assert_eq!(of_plan("2026-01-06").map(write).as_deref(), Ok("2026-01-06"));
        let refused = |text| of_plan(text).map_err(|why| (why.message, why.help)).unwrap_err();
        assert_eq!(refused("2026-02-30").1.as_deref(), Some("that month ends on `2026-02-28`"));
        assert_eq!(refused("1026-01-05").0, "a plan is between 1900 and 2199");
        assert_eq!(refused("monday").0, "there is no day `monday` in the calendar");
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(WEEK.map(|day| day.number_days_from_monday()), [0, 1, 2, 3, 4, 5, 6]);
    }
}
