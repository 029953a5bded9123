//! The figures and units in cells.

use crate::quantity::{Kind, LoadUnit, Unit};
use crate::syntax;

/// More digits before the point than any figure of a workout has.
const MOST_DIGITS: usize = 9;

/// Reads a decimal number into thousandths, the fourth digit rounded: `62.5`, `62,5`, `-20`, `64.9998`. Exports have no
/// signs between thousands, so a comma is a decimal comma.
pub fn decimal(text: &str) -> Option<i64> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && part.is_empty()
        || whole.len() > MOST_DIGITS
        || !are_digits(whole)
        || !are_digits(part)
    {
        return None;
    }
    let digit = |at: usize| part.as_bytes().get(at).map_or(0, |byte| i64::from(byte - b'0'));
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let rounded = i64::from(digit(3) >= 5);
    let milli = whole * 1000 + digit(0) * 100 + digit(1) * 10 + digit(2) + rounded;
    Some(if is_negative { -milli } else { milli })
}

/// Reads a time into milliseconds: `420.0` seconds, `1:30`, `0:28:00`.
pub fn time(text: &str) -> Option<i64> {
    let mut parts = text.trim().rsplit(':');
    let seconds = decimal(parts.next()?).filter(|&ms| ms >= 0)?;
    let mut ms = seconds;
    for of_one in [60_000, 3_600_000] {
        let Some(part) = parts.next() else { return Some(ms) };
        let is_figure = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let figure: i64 = is_figure.then(|| part.parse().ok())??;
        ms += figure * of_one;
    }
    parts.next().is_none().then_some(ms)
}

/// Reads the unit of a load: `kg`, `kgs`, `lbs`.
pub fn load_unit(text: &str) -> Option<LoadUnit> {
    let unit = unit_of(text)?;
    LoadUnit::ALL.into_iter().find(|one| one.unit() == unit)
}

/// Reads the unit of a distance: `km`, `miles`, `mi.`, `meters`.
pub fn distance_unit(text: &str) -> Option<Unit> {
    unit_of(text).filter(|unit| unit.kind() == Kind::Distance)
}

/// Reads a unit as the language spells it. Some apps put a point behind a short one.
fn unit_of(text: &str) -> Option<Unit> {
    syntax::unit::read(text.trim().trim_end_matches('.')).map(|meaning| meaning.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_have_a_point_or_a_comma() {
        for (text, milli) in [
            ("62.5", 62_500),
            ("62,5", 62_500),
            (" 60 ", 60_000),
            ("-20", -20_000),
            ("64.9998", 65_000),
            ("31.9994", 31_999),
            (".5", 500),
            ("0.0", 0),
        ] {
            assert_eq!(decimal(text), Some(milli), "{text}");
        }
        for text in ["", "-", ".", "1.2.3", "1,234.5", "1e5", "NaN", "inf", "5kg", "12345678901", "+5", "٥"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn units_are_spelt_as_in_the_language() {
        for (text, unit) in
            [("kgs", LoadUnit::Kilogram), (" LBS. ", LoadUnit::Pound), ("lb", LoadUnit::Pound)]
        {
            assert_eq!(load_unit(text), Some(unit), "{text}");
        }
        for (text, unit) in [
            ("kms", Unit::Kilometre),
            ("mi.", Unit::Mile),
            ("Yds", Unit::Yard),
            ("foot", Unit::Foot),
            ("Meters", Unit::Metre),
        ] {
            assert_eq!(distance_unit(text), Some(unit), "{text}");
        }
        for text in ["", "stone", "/km", "min"] {
            assert_eq!((load_unit(text), distance_unit(text)), (None, None), "{text}");
        }
        assert_eq!(load_unit("km"), None);
        assert_eq!(distance_unit("kg"), None);
    }

    #[test]
    fn times_are_clocks_or_seconds() {
        for (text, ms) in
            [("420.0", 420_000), ("1:30", 90_000), ("0:28:00", 1_680_000), ("30:00", 1_800_000), ("0", 0)]
        {
            assert_eq!(time(text), Some(ms), "{text}");
        }
        for text in ["", ":", "1:", ":30", "1:2:3:4", "-5", "1:-30", "99999:00", "5m"] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
