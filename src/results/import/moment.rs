//! Dates and times of day, as apps write them in whatever language they are set to.

use time::Month;

use crate::date::{Date, Time};

/// Names of months as they begin in the languages that the apps speak: English, German, French, Spanish, Italian,
/// Portuguese, Dutch, the Scandinavian ones, Polish, Turkish and Russian. No two months share a beginning.
#[rustfmt::skip]
const MONTHS: [(Month, &[&str]); 12] = [
    (Month::January, &["jan", "jän", "janv", "ene", "gen", "sty", "oca", "янв"]),
    (Month::February, &["feb", "fév", "fev", "lut", "şub", "фев"]),
    (Month::March, &["mar", "mär", "mrz", "mrt", "maa", "мар"]),
    (Month::April, &["apr", "avr", "abr", "kwi", "nis", "апр"]),
    (Month::May, &["may", "mai", "maj", "mag", "mei", "мая", "май"]),
    (Month::June, &["jun", "juin", "giu", "cze", "haz", "июн"]),
    (Month::July, &["jul", "juil", "lug", "lip", "tem", "июл"]),
    (Month::August, &["aug", "aoû", "aou", "ago", "sie", "ağu", "авг"]),
    (Month::September, &["sep", "set", "wrz", "eyl", "сен"]),
    (Month::October, &["oct", "okt", "ott", "out", "paź", "eki", "окт"]),
    (Month::November, &["nov", "lis", "kas", "ноя"]),
    (Month::December, &["dec", "dez", "des", "déc", "dic", "gru", "ara", "дек"]),
];

/// Words that stand in dates and say nothing: `3 de marzo de 2024`, `28 мар. 2024 г.`, `2024-03-28T17:29`.
const EMPTY_WORDS: [&str; 8] = ["de", "del", "г", "t", "at", "um", "à", "klokken"];

/// Which of two figures is the day, where a date has figures alone: `5/4/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// There is one reading.
    Exactly(Date),
    /// The year, and the two figures before it.
    Figures(i32, u8, u8),
}

/// A piece of a date: a figure with its number of digits, a word, or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Figure(u32, usize),
    Word(&'t str),
    Sign(char),
}

/// The dates of a file don't tell which of two figures is the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// A date that can be read both ways.
    pub example: String,
    /// Two dates of the same file that can each be read one way only: with the day first, and with the month first.
    pub mixed: Option<[String; 2]>,
}

/// Reads a date, with a time of day if one follows. Of two figures, `order` says which is the day where both may be.
pub fn read(text: &str, order: Option<Order>) -> Option<(Date, Option<Time>)> {
    let (date, clock) = parse(text)?;
    let date = match date {
        Written::Exactly(date) => date,
        Written::Figures(year, one, other) => match (day(year, other, one), day(year, one, other), order) {
            (Some(date), None, _) | (None, Some(date), _) => date,
            (Some(date), Some(_), Some(Order::DayFirst)) => date,
            (Some(_), Some(date), Some(Order::MonthFirst)) => date,
            (Some(date), Some(_), None) if one == other => date,
            (Some(_), Some(_), None) | (None, None, _) => return None,
        },
    };
    Some((date, clock))
}

/// Finds which figure is the day in the dates of a whole file. It is none if no date of it needs to be told; the error is
/// that nothing in the file tells, or that it tells both.
pub fn order_of<'t>(dates: impl Iterator<Item = &'t str>) -> Result<Option<Order>, Untold> {
    let mut example = None;
    let (mut day_first, mut month_first) = (None, None);
    for text in dates {
        let Some((Written::Figures(year, one, other), _)) = parse(text) else { continue };
        let may_be = |month, of| day(year, month, of).is_some();
        let kind = match (may_be(other, one), may_be(one, other)) {
            (true, false) => &mut day_first,
            (false, true) => &mut month_first,
            (true, true) if one != other => &mut example,
            (true, true) | (false, false) => continue,
        };
        kind.get_or_insert_with(|| text.trim().to_owned());
    }
    match (day_first, month_first, example) {
        (_, _, None) => Ok(None),
        (Some(_), None, Some(_)) => Ok(Some(Order::DayFirst)),
        (None, Some(_), Some(_)) => Ok(Some(Order::MonthFirst)),
        (Some(one), Some(other), Some(example)) => Err(Untold { example, mixed: Some([one, other]) }),
        (None, None, Some(example)) => Err(Untold { example, mixed: None }),
    }
}

fn parse(text: &str) -> Option<(Written, Option<Time>)> {
    /// No date is longer, so a cell that is can't be one.
    const LONGEST: usize = 64;
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let pieces = pieces(text)?;
    let clock_at = pieces.windows(2).position(|two| matches!(two, [Piece::Figure(..), Piece::Sign(':')]));
    let (date, clock) = pieces.split_at(clock_at.unwrap_or(pieces.len()));
    let clock = if clock.is_empty() { None } else { Some(time_of_day(clock)?) };
    let date = match written(date)? {
        // With points between the figures, the day comes first everywhere.
        Written::Figures(year, one, other) if is_dotted(text) => Written::Exactly(day(year, other, one)?),
        date => date,
    };
    Some((date, clock))
}

/// Tells whether the first sign between figures is a point.
fn is_dotted(text: &str) -> bool {
    text.trim_start_matches(|sign: char| sign.is_ascii_digit()).starts_with('.')
}

fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same: fn(char) -> bool = match first {
            '0'..='9' => |sign| sign.is_ascii_digit(),
            _ if first.is_alphabetic() => char::is_alphabetic,
            _ => |_| false,
        };
        let length = rest.find(|sign| !is_same(sign)).unwrap_or(rest.len()).max(first.len_utf8());
        let (piece, after) = rest.split_at_checked(length)?;
        rest = after;
        if first.is_ascii_digit() {
            pieces.push(Piece::Figure(piece.parse().ok()?, piece.len()));
        } else if first.is_alphabetic() {
            pieces.push(Piece::Word(piece));
        } else if !first.is_whitespace() && !matches!(first, '.' | ',') {
            pieces.push(Piece::Sign(first));
        }
    }
    Some(pieces)
}

/// Reads the pieces before the time of day.
fn written(pieces: &[Piece<'_>]) -> Option<Written> {
    let mut figures = Vec::new();
    let mut named = None;
    for &piece in pieces {
        match piece {
            Piece::Figure(figure, digits) => figures.push((figure, digits)),
            Piece::Word(word) => match month(word) {
                Some(month) if named.is_none() => named = Some(month),
                Some(_) => return None,
                None if is_empty_word(word) => {}
                None => return None,
            },
            Piece::Sign('-' | '/') => {}
            Piece::Sign(_) => return None,
        }
    }
    let small = |(figure, digits): (u32, usize)| (digits <= 2).then(|| u8::try_from(figure).ok()).flatten();
    let year = |(figure, digits): (u32, usize)| (digits == 4).then(|| i32::try_from(figure).ok()).flatten();
    match (named, figures.as_slice()) {
        (Some(month), &[one, other]) => {
            let (of, in_year) = small(one).zip(year(other)).or_else(|| small(other).zip(year(one)))?;
            day(in_year, month, of).map(Written::Exactly)
        }
        (None, &[one, two, three]) => match (year(one), year(three)) {
            (Some(in_year), None) => day(in_year, small(two)?, small(three)?).map(Written::Exactly),
            (None, Some(in_year)) => Some(Written::Figures(in_year, small(one)?, small(two)?)),
            (Some(_), Some(_)) | (None, None) => None,
        },
        _ => None,
    }
}

/// Reads `17:29`, `6:30:00 PM`, `17:29:00+01:00`. Seconds and zones are left out: the clock is where the workout was done.
fn time_of_day(pieces: &[Piece<'_>]) -> Option<Time> {
    let [Piece::Figure(hour, 1..=2), Piece::Sign(':'), Piece::Figure(minute, 2), rest @ ..] = pieces else {
        return None;
    };
    let words: String = rest
        .iter()
        .filter_map(|piece| match piece {
            Piece::Word(word) => Some(word.to_lowercase()),
            Piece::Figure(..) | Piece::Sign(_) => None,
        })
        .collect();
    let hour = match words.as_str() {
        "" | "z" | "h" | "uhr" => *hour,
        "am" if (1..=12).contains(hour) => hour % 12,
        "pm" if (1..=12).contains(hour) => hour % 12 + 12,
        _ => return None,
    };
    Time::from_hms(hour.try_into().ok()?, (*minute).try_into().ok()?, 0).ok()
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let mut rows = MONTHS.iter();
    let found = rows.find(|(_, names)| names.iter().any(|name| word.starts_with(name)))?;
    Some(u8::from(found.0))
}

fn is_empty_word(word: &str) -> bool {
    let word = word.to_lowercase();
    EMPTY_WORDS.contains(&word.as_str())
}

fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    /// Nobody logged a workout in an app before, and later years are typing mistakes.
    const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    YEARS.contains(&year).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date;

    fn shown(text: &str, order: Option<Order>) -> Option<String> {
        let (day, clock) = read(text, order)?;
        Some(match clock {
            Some(clock) => format!("{} {}", date::write(day), date::write_time(clock)),
            None => date::write(day),
        })
    }

    #[test]
    fn dates_are_read_as_the_apps_write_them() {
        for text in [
            "2024-03-28 17:29:43",
            "2024-03-28 5:29:43\u{202F}PM",
            "2024-03-28 5:29 p.m.",
            "2024-03-28T17:29:43Z",
            "2024-03-28T17:29:43.123+01:00",
            "28 Mar 2024, 17:29",
            "28 March 2024, 17:29",
            "Mar 28, 2024, 5:29\u{A0}PM",
            "28. März 2024, 17:29",
            "28 mars 2024, 17:29",
            "28 mar 2024, 17:29",
            "28 de mar. de 2024, 17:29",
            "28 mrt. 2024, 17:29",
            "28 мар. 2024 г., 17:29",
            "28 Mar 2024, 17:29 Uhr",
        ] {
            assert_eq!(shown(text, None).as_deref(), Some("2024-03-28 17:29"), "{text}");
        }
        assert_eq!(shown("2024-03-28", None).as_deref(), Some("2024-03-28"));
        assert_eq!(shown("Mar 4, 2024, 12:05 AM", None).as_deref(), Some("2024-03-04 00:05"));
        assert_eq!(shown("Mar 4, 2024, 12:05 PM", None).as_deref(), Some("2024-03-04 12:05"));
    }

    #[test]
    fn french_summers_have_two_months() {
        assert_eq!(shown("3 juin 2024", None).as_deref(), Some("2024-06-03"));
        assert_eq!(shown("3 juil. 2024", None).as_deref(), Some("2024-07-03"));
        assert_eq!(shown("3 août 2024", None).as_deref(), Some("2024-08-03"));
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for text in [
            "",
            "yesterday",
            "2024-02-30",
            "31 Feb 2024",
            "28 Mar",
            "28 Mar 24",
            "2024",
            "1 2 3 4",
            "28 Foo 2024",
            "2024-03-28 25:00",
            "2024-03-28 17:60",
            "2024-03-28 13:00 PM",
            "12:30",
            "0001-01-01",
            "28 Mar Apr 2024",
        ] {
            assert_eq!(read(text, Some(Order::DayFirst)), None, "{text}");
        }
    }

    #[test]
    fn no_two_months_begin_alike() {
        let all = MONTHS.iter().flat_map(|(month, names)| names.iter().map(move |name| (month, name)));
        for (month, name) in all.clone() {
            for (other, longer) in all.clone() {
                assert!(month == other || !longer.starts_with(name), "{name}, {longer}");
            }
        }
    }

    #[test]
    fn the_whole_file_tells_days_from_months() {
        let order = |dates: &[&str]| order_of(dates.iter().copied());
        assert_eq!(order(&["5/4/2024", "13/4/2024"]), Ok(Some(Order::DayFirst)));
        assert_eq!(order(&["5/4/2024", "5/13/2024", "nonsense"]), Ok(Some(Order::MonthFirst)));
        let untold = |example: &str, mixed: Option<[&str; 2]>| {
            Err(Untold { example: example.to_owned(), mixed: mixed.map(|two| two.map(str::to_owned)) })
        };
        assert_eq!(order(&["04/05/2024 18:30", "06/07/2024"]), untold("04/05/2024 18:30", None));
        assert_eq!(
            order(&["5/4/2024", "13/4/2024", "4/14/2024"]),
            untold("5/4/2024", Some(["13/4/2024", "4/14/2024"]))
        );
        assert_eq!(order(&["13/4/2024", "4/14/2024"]), Ok(None));
        assert_eq!(order(&["2024-04-05", "5/5/2024"]), Ok(None));
        assert_eq!(shown("5/4/2024", Some(Order::DayFirst)).as_deref(), Some("2024-04-05"));
        assert_eq!(shown("5/4/2024", Some(Order::MonthFirst)).as_deref(), Some("2024-05-04"));
        assert_eq!(shown("5/4/2024", None), None);
        for order in [None, Some(Order::DayFirst), Some(Order::MonthFirst)] {
            assert_eq!(shown("13/4/2024", order).as_deref(), Some("2024-04-13"));
            assert_eq!(shown("4/13/2024", order).as_deref(), Some("2024-04-13"));
            assert_eq!(shown("13/13/2024", order), None);
        }
        assert_eq!(shown("5/5/2024", None).as_deref(), Some("2024-05-05"));
        assert_eq!(shown("4.5.2024, 18:30", None).as_deref(), Some("2024-05-04 18:30"));
    }
}
