//! Amounts and steps, each spelt in one way.

use super::words::{is_blank, single_blanks};
use crate::quantity::{Unit, decimal};
use crate::syntax::unit::{self, Meaning};

/// Where an amount is used, as far as that decides how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// As the dose of a movement that is counted in repetitions.
    Dose,
    /// As the dose of a movement that is measured in distance, where `400 reps` shows that the number is meant.
    DoseOfDistance,
    /// Anywhere else.
    Elsewhere,
}

/// A run that takes less than this as a clock raises a warning, and `90s` does not. So below it `1min30s` is written in
/// seconds.
const SHORTEST_CLOCK_MS: i64 = 5 * 60_000;

/// A number as written, with the unit after it, if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End<'t> {
    figure: &'t str,
    unit: &'t str,
}

/// What joins two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// `8-12`.
    Range,
    /// `43/30kg`.
    Women,
    /// `1min30s`.
    Sum,
}

/// Returns an amount, without its step, as it is to be written.
pub(super) fn amount(text: &str, place: Place) -> String {
    written(text, place).unwrap_or_else(|| single_blanks(text).to_lowercase())
}

/// Returns a step as it is to be written: `+2.5kg each week`.
pub(super) fn step(text: &str) -> String {
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => ('+', rest),
        None => ('-', text.trim_start_matches(['-', '−', '–'])),
    };
    let words = single_blanks(rest).to_lowercase();
    let (added, each) = words.split_once(' ').unwrap_or((&words, ""));
    let (figure, unit) = split_figure(added).unwrap_or((added, ""));
    let unit = match unit::read(unit) {
        // A blank before the unit would end the step, so even a unit that is a word touches its figure.
        Some(meaning) if !is_word(meaning) && !meaning.spelling().is_empty() => meaning.spelling(),
        Some(_) | None => unit,
    };
    let blank = if each.is_empty() { "" } else { " " };
    format!("{sign}{figure}{unit}{blank}{each}")
}

/// Writes an amount. Returns none for one that it cannot take apart, which is then left as it is.
fn written(text: &str, place: Place) -> Option<String> {
    let (first, second) = read(text)?;
    let meaning_of =
        |end: End<'_>| if end.unit.is_empty() { Some(None) } else { unit::read(end.unit).map(Some) };
    let one = meaning_of(first)?;
    let Some((link, second)) = second else {
        return match one {
            Some(Meaning { unit: Unit::SecondPer { .. }, .. }) => pace(first, one, first.unit),
            Some(meaning) => Some(with_unit(first.figure, first.figure, meaning, place)),
            None => Some(first.figure.to_owned()),
        };
    };
    let other = meaning_of(second)?;
    let shared = other.or(one);
    let sign = match link {
        Link::Range => '-',
        Link::Women => '/',
        Link::Sum => return sum((first, one?), (second, other?), place),
    };
    let Some(meaning) = shared else {
        return Some(format!("{}{sign}{}", first.figure, second.figure));
    };
    if matches!(meaning.unit, Unit::SecondPer { .. }) {
        let unit = if other.is_some() { second.unit } else { first.unit };
        let low = pace(first, one.or(shared), "")?;
        return Some(format!("{low}{sign}{}", pace(second, shared, unit)?));
    }
    let is_clock = |end: End<'_>| end.figure.contains(':');
    if is_clock(first) || is_clock(second) || (one.is_some() && other.is_some() && one != other) {
        // Each end keeps its own unit, or has none: `90s-2min`, `30s-1:30`.
        let end = |end: End<'_>, meaning: Option<Meaning>| match meaning {
            Some(meaning) => with_unit(end.figure, end.figure, meaning, place),
            None => end.figure.to_owned(),
        };
        return Some(format!("{}{sign}{}", end(first, one), end(second, other)));
    }
    let figures = format!("{}{sign}{}", first.figure, second.figure);
    Some(with_unit(&figures, second.figure, meaning, place))
}

/// Writes figures with their unit. The last figure decides whether a unit that is a word is in the plural.
fn with_unit(figures: &str, last: &str, meaning: Meaning, place: Place) -> String {
    let unit = meaning.spelling();
    if meaning.unit == Unit::Count && place == Place::Dose {
        figures.to_owned()
    } else if is_word(meaning) {
        let unit = if last == "1" { unit.trim_end_matches('s') } else { unit };
        format!("{figures} {unit}")
    } else {
        format!("{figures}{unit}")
    }
}

/// Tells whether a unit is a word, with a blank before it.
fn is_word(meaning: Meaning) -> bool {
    matches!(meaning.unit, Unit::Count | Unit::Breath | Unit::Step | Unit::Stroke)
}

/// Writes `1min30s` as a clock, or in seconds if a clock could be taken for hours and minutes.
fn sum(first: (End<'_>, Meaning), second: (End<'_>, Meaning), place: Place) -> Option<String> {
    let ms = |(end, meaning): (End<'_>, Meaning)| {
        let is_time = meaning.unit == Unit::Second;
        is_time.then(|| thousandths(end.figure))?.map(|figure| figure * (meaning.thousandths / 1000))
    };
    let ms = ms(first)?.checked_add(ms(second)?)?;
    if place != Place::Elsewhere && ms < SHORTEST_CLOCK_MS {
        return Some(format!("{}s", decimal(ms)));
    }
    clock(ms)
}

/// Writes one end of a pace as a clock, with the distance in `unit`: `5min/km` is `5:00/km`.
fn pace(end: End<'_>, meaning: Option<Meaning>, unit: &str) -> Option<String> {
    let time = if end.figure.contains(':') {
        end.figure.to_owned()
    } else {
        let ms = thousandths(end.figure)?.checked_mul(meaning?.thousandths / 1000)?;
        (ms % 1000 == 0).then(|| clock(ms))??
    };
    let Some((_, distance)) = unit.split_once('/') else { return Some(time) };
    let distance = distance.trim_matches(is_blank);
    let digits = distance.len() - distance.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, word) = distance.split_at(digits);
    let count = if count == "1" { "" } else { count };
    Some(format!("{time}/{count}{}", unit::read(word)?.spelling()))
}

/// Writes milliseconds as `m:ss` or `h:mm:ss`.
fn clock(ms: i64) -> Option<String> {
    let (seconds, rest) = (ms / 1000, ms % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = if rest == 0 { String::new() } else { format!(".{rest:03}").trim_end_matches('0').to_owned() };
    // A clock with more hours than this cannot be read.
    (hours < 1_000_000).then(|| match hours {
        0 => format!("{minutes}:{seconds:02}{rest}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}{rest}"),
    })
}

/// Reads a figure that is not a clock, in thousandths.
fn thousandths(figure: &str) -> Option<i64> {
    let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
    if decimals.len() > 3 || whole.len() > 9 {
        return None;
    }
    let decimals: i64 = format!("{decimals:0<3}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 1000 + decimals)
}

/// Takes an amount apart.
fn read(text: &str) -> Option<(End<'_>, Option<(Link, End<'_>)>)> {
    let (figure, rest) = split_figure(text.trim_matches(is_blank))?;
    let rest = rest.trim_start_matches(is_blank);
    let alone = End { figure, unit: "" };
    if rest.is_empty() {
        return Some((alone, None));
    }
    let is_clock = figure.contains(':');
    if let Some((link, second)) = linked(rest, is_clock) {
        return Some((alone, Some((link, end(second)?))));
    }
    if is_clock {
        return Some((End { figure, unit: rest }, None));
    }
    let (unit, rest) = split_unit(rest);
    let first = End { figure, unit };
    let rest = rest.trim_start_matches(is_blank);
    if unit.is_empty() {
        None
    } else if rest.is_empty() {
        Some((first, None))
    } else if let Some((link, second)) = linked(rest, false) {
        Some((first, Some((link, end(second)?))))
    } else {
        Some((first, Some((Link::Sum, end(rest)?))))
    }
}

/// Takes the sign of a range, or of a women's figure, off what follows a number.
fn linked(rest: &str, is_clock: bool) -> Option<(Link, &str)> {
    let range = ["-", "–", ".."].iter().find_map(|sign| rest.strip_prefix(sign));
    let women = || {
        rest.strip_prefix('/').filter(|after| !is_clock && after.starts_with(|c: char| c.is_ascii_digit()))
    };
    range.map(|after| (Link::Range, after)).or_else(|| women().map(|after| (Link::Women, after)))
}

/// Reads a number, and everything after it as its unit.
fn end(text: &str) -> Option<End<'_>> {
    let (figure, unit) = split_figure(text.trim_start_matches(is_blank))?;
    Some(End { figure, unit: unit.trim_matches(is_blank) })
}

/// Splits a number or a clock off a text: digits, and the points and colons between them.
fn split_figure(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while is_digit(at) || (at > 0 && matches!(bytes.get(at), Some(b'.' | b':')) && is_digit(at + 1)) {
        at += 1;
    }
    (at > 0).then(|| text.split_at(at))
}

/// Splits a unit off a text: letters or `%`, and what they are counted for: `km/h`, `min/500m`.
fn split_unit(text: &str) -> (&str, &str) {
    let letters = |text: &str| {
        let is_letter = |c: char| c.is_alphabetic() || c == '%';
        text.find(|c: char| !is_letter(c)).unwrap_or(text.len())
    };
    let mut length = letters(text);
    let after = text[length..].trim_start_matches(is_blank);
    if let Some(distance) = after.strip_prefix('/') {
        let word = distance.trim_start_matches(|c: char| c.is_ascii_digit());
        if letters(word) > 0 {
            length = text.len() - word.len() + letters(word);
        }
    }
    text.split_at(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_one_spelling() {
        for (text, expected) in [
            ("30", "30"),
            ("30 sec", "30s"),
            ("30S", "30s"),
            ("2 Minutes", "2min"),
            ("1 hr", "1h"),
            ("90s", "90s"),
            ("1:30", "1:30"),
            ("1min30s", "1:30"),
            ("1h30min", "1:30:00"),
            ("1h 30s", "1:00:30"),
            ("8 - 12", "8-12"),
            ("8..12", "8-12"),
            ("8–12 reps", "8-12 reps"),
            ("1 reps", "1 rep"),
            ("18lb - 26lb", "18-26lb"),
            ("18lb-26", "18-26lb"),
            ("90s-2min", "90s-2min"),
            ("30s - 1:30", "30s-1:30"),
            ("43/30 KG", "43/30kg"),
            ("15/12 cals", "15/12cal"),
            ("5k", "5km"),
            ("400 metres", "400m"),
            ("5 breath", "5 breaths"),
            ("1 breaths", "1 breath"),
            ("5breaths", "5 breaths"),
            ("80 percent", "80%"),
            ("80 %", "80%"),
            ("10 km/h", "10km/h"),
            ("10kph", "10km/h"),
            ("5:00 / km", "5:00/km"),
            ("5:00 min/km", "5:00/km"),
            ("5min/km", "5:00/km"),
            ("5.5min/km", "5:30/km"),
            ("90s/500m", "1:30/500m"),
            ("5-6min/km", "5:00-6:00/km"),
            ("1:28–1:30/400 metres", "1:28-1:30/400m"),
            ("4.333min/km", "4.333min/km"),
        ] {
            assert_eq!(amount(text, Place::Elsewhere), expected, "{text}");
            assert_eq!(amount(expected, Place::Elsewhere), expected);
        }
    }

    #[test]
    fn a_dose_of_repetitions_needs_no_unit_and_a_short_time_no_clock() {
        assert_eq!(amount("10 reps", Place::Dose), "10");
        assert_eq!(amount("8-12 reps", Place::Dose), "8-12");
        assert_eq!(amount("400 reps", Place::DoseOfDistance), "400 reps");
        assert_eq!(amount("1min30s", Place::Dose), "90s");
        assert_eq!(amount("5min30s", Place::Dose), "5:30");
    }

    #[test]
    fn steps_have_one_spelling() {
        for (text, expected) in [
            ("+2.5KG  Each Week", "+2.5kg each week"),
            ("−5s each round", "-5s each round"),
            ("–5seconds each round", "-5s each round"),
            ("+1breath each round", "+1breath each round"),
            ("+2s", "+2s"),
            ("+0:05 each round", "+0:05 each round"),
        ] {
            assert_eq!(step(text), expected, "{text}");
        }
    }
}
