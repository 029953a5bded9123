//! How a results file spells what a workout asks for.

use super::model::Measure;
use crate::check::largest;
use crate::emit::written;
use crate::quantity::{Unit, clock};

/// The least load that a results file takes, in thousandths: anything above nothing.
const LEAST_LOAD: i64 = 1;
/// From here on a time is spelled in minutes.
const MINUTE_MS: i64 = 60_000;

/// Returns what the amount of a set is in.
pub fn dose(unit: Unit) -> Measure {
    let (spelled, name, step) = match unit {
        Unit::Second => ("s", "time", 5_000),
        Unit::Metre => ("m", "m", 50_000),
        Unit::Kilometre => ("km", "km", 100),
        Unit::Mile => ("mi", "mi", 100),
        Unit::Yard => ("yd", "yd", 25_000),
        Unit::Foot => ("ft", "ft", 25_000),
        Unit::Calorie => ("cal", "cal", 1_000),
        Unit::Breath => (" breaths", "breaths", 1_000),
        Unit::Step => (" steps", "steps", 1_000),
        Unit::Stroke => (" strokes", "strokes", 1_000),
        // Nothing else is done so many times.
        Unit::Count
        | Unit::Kilogram
        | Unit::Pound
        | Unit::Inch
        | Unit::Centimetre
        | Unit::Millimetre
        | Unit::Percent
        | Unit::BeatPerMinute
        | Unit::Watt
        | Unit::RevolutionPerMinute
        | Unit::StrokePerMinute
        | Unit::KilometrePerHour
        | Unit::MilePerHour
        | Unit::SecondPer { .. } => ("", "reps", 1_000),
    };
    let whole = matches!(spelled, "" | " breaths" | " steps" | " strokes");
    // No repetition at all says that it was tried.
    let least = if spelled.is_empty() {
        0
    } else if whole {
        1_000
    } else {
        1
    };
    Measure { before: "", unit: spelled, name, step, least, most: largest(unit), whole }
}

/// Returns what a load is in. `before` is what comes before its figure.
pub fn load(before: &'static str, unit: Unit, step: i64) -> Measure {
    let spelled = if unit == Unit::Pound { "lb" } else { "kg" };
    let name = match (before, unit) {
        ("", _) => spelled,
        ("2x", Unit::Pound) => "lb each",
        ("2x", _) => "kg each",
        ("-", Unit::Pound) => "lb of help",
        ("-", _) => "kg of help",
        (_, Unit::Pound) => "lb added",
        _ => "kg added",
    };
    Measure { before, unit: spelled, name, step, least: LEAST_LOAD, most: largest(unit), whole: false }
}

/// Spells a figure with what it is in: `5`, `90s`, `2x24kg`.
pub fn figure(milli: i64, measure: &Measure) -> String {
    if measure.unit == "s" && milli >= MINUTE_MS && milli % 1000 == 0 {
        return clock(milli);
    }
    format!("{}{}{}", measure.before, written::plain(milli), measure.unit)
}

/// Spells an amount that is asked for, or a range of it: `8-12`, `30-45s`.
pub fn amount(low: i64, high: i64, measure: &Measure) -> String {
    if low == high {
        return figure(low, measure);
    }
    format!("{}-{}{}", written::plain(low), written::plain(high), measure.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_spelled_with_their_units() {
        assert_eq!(figure(5_000, &dose(Unit::Count)), "5");
        assert_eq!(figure(45_000, &dose(Unit::Second)), "45s");
        assert_eq!(figure(90_000, &dose(Unit::Second)), "1:30");
        assert_eq!(figure(10_000, &dose(Unit::Breath)), "10 breaths");
        assert_eq!(figure(24_000, &load("2x", Unit::Kilogram, 2_500)), "2x24kg");
        assert_eq!(figure(2_500, &load("bodyweight +", Unit::Pound, 5_000)), "bodyweight +2.5lb");
        assert_eq!(amount(8_000, 12_000, &dose(Unit::Count)), "8-12");
        assert_eq!(amount(60_000, 90_000, &dose(Unit::Second)), "60-90s");
    }
}
