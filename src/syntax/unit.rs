//! How units are spelt. Other languages are added here.

use crate::diagnostic::nearest;
use crate::quantity::Unit;

/// A unit's meaning: how many thousandths of `unit` one of it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The unit it is held in.
    pub unit: Unit,
    /// Thousandths of that unit.
    pub thousandths: i64,
}

impl Meaning {
    /// Returns one of a unit.
    pub fn of(unit: Unit) -> Self {
        Self { unit, thousandths: 1000 }
    }

    /// Returns how it is written: `s`, `kg`, `breaths`. Empty for a pace, whose distance keeps its spelling.
    pub fn spelling(self) -> &'static str {
        match self.unit {
            Unit::Count => "reps",
            Unit::Second if self.thousandths == 3_600_000 => "h",
            Unit::Second if self.thousandths == 60_000 => "min",
            Unit::Second => "s",
            Unit::Metre => "m",
            Unit::Kilometre => "km",
            Unit::Mile => "mi",
            Unit::Yard => "yd",
            Unit::Foot => "ft",
            Unit::Calorie => "cal",
            Unit::Breath => "breaths",
            Unit::Step => "steps",
            Unit::Stroke => "strokes",
            Unit::Kilogram => "kg",
            Unit::Pound => "lb",
            Unit::Inch => "in",
            Unit::Centimetre => "cm",
            Unit::Millimetre => "mm",
            Unit::Percent => "%",
            Unit::BeatPerMinute => "bpm",
            Unit::Watt => "w",
            Unit::RevolutionPerMinute => "rpm",
            Unit::StrokePerMinute => "spm",
            Unit::KilometrePerHour => "km/h",
            Unit::MilePerHour => "mph",
            Unit::SecondPer { .. } => "",
        }
    }
}

/// Every spelling of every plain unit, in lower case, sorted. [`Meaning::spelling`] is the canonical one.
const SPELLINGS: &[(&str, Unit, i64)] = &[
    ("%", Unit::Percent, 1000),
    ("bpm", Unit::BeatPerMinute, 1000),
    ("breath", Unit::Breath, 1000),
    ("breaths", Unit::Breath, 1000),
    ("cal", Unit::Calorie, 1000),
    ("calorie", Unit::Calorie, 1000),
    ("calories", Unit::Calorie, 1000),
    ("cals", Unit::Calorie, 1000),
    ("centimeters", Unit::Centimetre, 1000),
    ("centimetres", Unit::Centimetre, 1000),
    ("cm", Unit::Centimetre, 1000),
    ("feet", Unit::Foot, 1000),
    ("foot", Unit::Foot, 1000),
    ("ft", Unit::Foot, 1000),
    ("h", Unit::Second, 3_600_000),
    ("hour", Unit::Second, 3_600_000),
    ("hours", Unit::Second, 3_600_000),
    ("hr", Unit::Second, 3_600_000),
    ("hrs", Unit::Second, 3_600_000),
    ("in", Unit::Inch, 1000),
    ("inch", Unit::Inch, 1000),
    ("inches", Unit::Inch, 1000),
    ("k", Unit::Kilometre, 1000),
    ("kg", Unit::Kilogram, 1000),
    ("kgs", Unit::Kilogram, 1000),
    ("kilo", Unit::Kilogram, 1000),
    ("kilogram", Unit::Kilogram, 1000),
    ("kilograms", Unit::Kilogram, 1000),
    ("kilometer", Unit::Kilometre, 1000),
    ("kilometers", Unit::Kilometre, 1000),
    ("kilometre", Unit::Kilometre, 1000),
    ("kilometres", Unit::Kilometre, 1000),
    ("kilos", Unit::Kilogram, 1000),
    ("km", Unit::Kilometre, 1000),
    ("km/h", Unit::KilometrePerHour, 1000),
    ("kmh", Unit::KilometrePerHour, 1000),
    ("kms", Unit::Kilometre, 1000),
    ("kph", Unit::KilometrePerHour, 1000),
    ("lb", Unit::Pound, 1000),
    ("lbs", Unit::Pound, 1000),
    ("m", Unit::Metre, 1000),
    ("meter", Unit::Metre, 1000),
    ("meters", Unit::Metre, 1000),
    ("metre", Unit::Metre, 1000),
    ("metres", Unit::Metre, 1000),
    ("mi", Unit::Mile, 1000),
    ("mile", Unit::Mile, 1000),
    ("miles", Unit::Mile, 1000),
    ("min", Unit::Second, 60_000),
    ("mins", Unit::Second, 60_000),
    ("minute", Unit::Second, 60_000),
    ("minutes", Unit::Second, 60_000),
    ("mm", Unit::Millimetre, 1000),
    ("mph", Unit::MilePerHour, 1000),
    ("percent", Unit::Percent, 1000),
    ("pound", Unit::Pound, 1000),
    ("pounds", Unit::Pound, 1000),
    ("rep", Unit::Count, 1000),
    ("reps", Unit::Count, 1000),
    ("rpm", Unit::RevolutionPerMinute, 1000),
    ("s", Unit::Second, 1000),
    ("sec", Unit::Second, 1000),
    ("second", Unit::Second, 1000),
    ("seconds", Unit::Second, 1000),
    ("secs", Unit::Second, 1000),
    ("spm", Unit::StrokePerMinute, 1000),
    ("step", Unit::Step, 1000),
    ("steps", Unit::Step, 1000),
    ("stroke", Unit::Stroke, 1000),
    ("strokes", Unit::Stroke, 1000),
    ("w", Unit::Watt, 1000),
    ("watt", Unit::Watt, 1000),
    ("watts", Unit::Watt, 1000),
    ("yard", Unit::Yard, 1000),
    ("yards", Unit::Yard, 1000),
    ("yd", Unit::Yard, 1000),
    ("yds", Unit::Yard, 1000),
];

/// Returns every spelling of every plain unit, sorted.
pub(crate) fn spellings() -> impl Iterator<Item = &'static str> {
    SPELLINGS.iter().map(|&(spelling, _, _)| spelling)
}

/// Words for "rounds". They follow a number as units do (`5 rounds`), but are not units.
pub const ROUNDS: [&str; 2] = ["round", "rounds"];

/// Tells whether a word is used for "rounds". Some coaches say sets, since each round of a superset is one.
pub fn is_said_for_rounds(word: &str) -> bool {
    ["round", "rounds", "set", "sets"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Words for what is counted in a workout. They are not misspelt units, however near they are to one.
const COUNTED: [&str; 8] = ["round", "rounds", "set", "sets", "session", "sessions", "week", "weeks"];

/// The longest spelling of a unit is 10 letters; a pace such as `/ 1000 kilometres` is a little longer.
const LONGEST: usize = 24;

/// Reads a unit as written, in any case: `s`, `kg`, `/km`, `min/km`, `/ 500m`.
pub fn read(written: &str) -> Option<Meaning> {
    if written.len() > LONGEST {
        return None;
    }
    // These two make up most of any file.
    match written {
        "s" => return Some(Meaning { unit: Unit::Second, thousandths: 1000 }),
        "kg" => return Some(Meaning { unit: Unit::Kilogram, thousandths: 1000 }),
        _ => {}
    }
    // Most are in lower case and have no blank.
    if let Some(meaning) = plain(written) {
        return Some(meaning);
    }
    let word: String = written.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if let Some(meaning) = plain(&word) {
        return Some(meaning);
    }
    let (time, distance) = word.split_once('/')?;
    let thousandths = match time {
        "" => 1000,
        time => plain(time).filter(|meaning| meaning.unit == Unit::Second)?.thousandths,
    };
    let letters = distance.find(|c: char| !c.is_ascii_digit()).unwrap_or(distance.len());
    let (count, unit) = distance.split_at(letters);
    let count: i64 = if count.is_empty() { 1 } else { count.parse().ok()? };
    let tenths = plain(unit)?.unit.tenths_of_mm()?;
    let mm = tenths.checked_mul(count)? / 10;
    (mm > 0).then_some(Meaning { unit: Unit::SecondPer { mm }, thousandths })
}

/// Reads a unit that can be a dose without a figure: `row cal`, `run m`, `plank s`.
pub(crate) fn alone(word: &str) -> Option<Unit> {
    let Meaning { unit, thousandths: 1000 } = read(word)? else { return None };
    matches!(unit, Unit::Calorie | Unit::Metre | Unit::Second).then_some(unit)
}

/// Reads a unit that is one word in lower case.
fn plain(word: &str) -> Option<Meaning> {
    let at = SPELLINGS.binary_search_by_key(&word, |&(spelling, _, _)| spelling).ok()?;
    let (_, unit, thousandths) = SPELLINGS[at];
    Some(Meaning { unit, thousandths })
}

/// Returns the spelling of the only unit that a misspelt one can mean. Of a short unit it is the shortest spelling.
pub(crate) fn meant(written: &str) -> Option<&'static str> {
    // `stes` may be `sets` as well as `steps`.
    if read(written).is_some() || COUNTED.contains(&written) || nearest(written, COUNTED).is_some() {
        return None;
    }
    let near = SPELLINGS.iter().filter(|(spelling, _, _)| nearest(written, [*spelling]).is_some());
    let near: Vec<_> = near.collect();
    let (first, last) = (near.first()?, near.last()?);
    let is_one_unit = near.iter().all(|one| (one.1, one.2) == (first.1, first.2));
    is_one_unit.then_some(if first.0.len() < 3 { first.0 } else { last.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_sorted_so_that_each_is_found() {
        assert!(SPELLINGS.is_sorted_by_key(|&(spelling, _, _)| spelling));
        for &(spelling, unit, thousandths) in SPELLINGS {
            assert_eq!(read(spelling), Some(Meaning { unit, thousandths }), "{spelling}");
            assert_eq!(read(&spelling.to_uppercase()), Some(Meaning { unit, thousandths }), "{spelling}");
        }
    }

    #[test]
    fn what_is_written_for_a_unit_means_that_unit() {
        for &(spelling, unit, thousandths) in SPELLINGS {
            let meaning = Meaning { unit, thousandths };
            assert_eq!(read(meaning.spelling()), Some(meaning), "{spelling}");
        }
    }

    #[test]
    fn a_misspelt_unit_is_known_if_only_one_is_near_however_it_is_spelt() {
        for (written, expected) in [
            ("metrs", Some("metres")),
            ("kgg", Some("kg")),
            ("secnds", Some("seconds")),
            ("bmp", Some("bpm")),
            ("stpes", Some("steps")),
            ("ste", None),
            ("stes", None),
            ("kmm", None),
            ("klicks", None),
            ("round", None),
            ("pounds", None),
        ] {
            assert_eq!(meant(written), expected, "{written}");
        }
    }

    #[test]
    fn paces_are_seconds_for_a_distance() {
        let pace = |text| read(text).map(|meaning| meaning.unit);
        assert_eq!(pace("/km"), Some(Unit::SecondPer { mm: 1_000_000 }));
        assert_eq!(pace("/500m"), Some(Unit::SecondPer { mm: 500_000 }));
        assert_eq!(pace(" / mi"), Some(Unit::SecondPer { mm: 1_609_344 }));
        assert_eq!(read("min/km").map(|meaning| meaning.thousandths), Some(60_000));
        assert_eq!(pace("/kg"), None);
        assert_eq!(pace("/0m"), None);
        assert_eq!(pace("/99999999999999999m"), None);
    }
}
