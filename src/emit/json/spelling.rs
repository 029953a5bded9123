//! Quantities as a coach writes them, in canonical spelling: `8-12`, `1:30`, `43/30kg`, `2:00/500m`.

use std::fmt::Write;

use crate::check::program::{Amount, By, Open, Progression, Tempo, Unit};
use crate::quantity::{clock, decimal};

/// Times up to this are spelled in seconds: coaches say "ninety seconds", but "one forty-five".
const LONGEST_IN_SECONDS_MS: u64 = 90_000;

/// One mile. No other distance of a pace is a fraction of a metre.
const MILE_MM: i64 = 1_609_344;

/// Spells an amount as it is written: a range, a pair or a plain figure, and its progression.
pub fn amount(amount: &Amount) -> String {
    let mut text = match amount.women {
        Some(women) => pair(amount.low, women, amount.unit),
        None if amount.is_range() => figures(&[amount.low, amount.high], '-', amount.unit),
        None => figures(&[amount.low], '-', amount.unit),
    };
    if let Some(step) = amount.progression {
        text.push(' ');
        text.push_str(&progression(step, amount.unit));
    }
    text
}

/// Spells one figure, in thousandths of `unit`.
pub fn figure(value: i64, unit: Unit) -> String {
    figures(&[value], '-', unit)
}

/// Spells the men's and the women's figure, in thousandths of `unit`.
pub fn pair(men: i64, women: i64, unit: Unit) -> String {
    figures(&[men, women], '/', unit)
}

/// Spells a figure with its sign, as it is added to something: `+10kg`.
pub fn signed(amount: &Amount) -> String {
    let text = self::amount(amount);
    if amount.low < 0 { text } else { format!("+{text}") }
}

/// Spells what is added to something: what has been added so far, or how it grows from nothing.
pub fn added(amount: &Amount) -> String {
    match &amount.progression {
        Some(step) => progression(*step, amount.unit),
        None => signed(amount),
    }
}

/// Spells figures that share a unit, with `joint` between them.
fn figures(values: &[i64], joint: char, unit: Unit) -> String {
    match unit {
        Unit::Second => times(values, joint),
        Unit::SecondPer { mm } => format!("{}/{}", join(values, joint, clock), pace_distance(mm)),
        Unit::Count => join(values, joint, decimal),
        Unit::Breath | Unit::Step | Unit::Stroke if values == [1000] => format!("1 {}", singular(unit)),
        Unit::Breath | Unit::Step | Unit::Stroke => {
            format!("{} {}s", join(values, joint, decimal), singular(unit))
        }
        Unit::Metre
        | Unit::Kilometre
        | Unit::Mile
        | Unit::Yard
        | Unit::Foot
        | Unit::Calorie
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
        | Unit::MilePerHour => join(values, joint, decimal) + singular(unit),
    }
}

/// Returns how a unit is spelled after the figure one.
fn singular(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "",
        Unit::Second | Unit::SecondPer { .. } => "s",
        Unit::Metre => "m",
        Unit::Kilometre => "km",
        Unit::Mile => "mi",
        Unit::Yard => "yd",
        Unit::Foot => "ft",
        Unit::Calorie => "cal",
        Unit::Breath => "breath",
        Unit::Step => "step",
        Unit::Stroke => "stroke",
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
    }
}

/// Spells times, all in one unit: `20-30s`, `1-2min`, `1:30-2:00`.
fn times(values: &[i64], joint: char) -> String {
    let all = |holds: fn(u64) -> bool| values.iter().all(|ms| holds(ms.unsigned_abs()));
    let whole = |unit_ms: i64, suffix: &str| {
        let count = |ms: i64| decimal(ms.saturating_mul(1000) / unit_ms);
        join(values, joint, count) + suffix
    };
    if all(|ms| ms <= LONGEST_IN_SECONDS_MS) || !all(|ms| ms % 1000 == 0) {
        join(values, joint, decimal) + "s"
    } else if all(|ms| ms % 3_600_000 == 0) {
        whole(3_600_000, "h")
    } else if all(|ms| ms % 60_000 == 0) {
        whole(60_000, "min")
    } else {
        join(values, joint, clock)
    }
}

/// Spells the distance that a pace is held against: `km`, `500m`, `mi`, `100yd`.
fn pace_distance(mm: i64) -> String {
    let counted =
        |count: i64, unit: &str| if count == 1 { unit.to_owned() } else { format!("{count}{unit}") };
    if mm % 1_000_000 == 0 {
        counted(mm / 1_000_000, "km")
    } else if mm % MILE_MM == 0 {
        counted(mm / MILE_MM, "mi")
    } else if mm % 1000 != 0 && mm % 4572 == 0 {
        // Five yards are 4572 mm exactly.
        format!("{}yd", mm / 4572 * 5)
    } else {
        format!("{}m", decimal(mm))
    }
}

/// Spells what is added at each turn: `+2.5kg each week`.
pub fn progression(step: Progression, unit: Unit) -> String {
    let sign = if step.by < 0 { '-' } else { '+' };
    let unit = match (step.percent, unit) {
        (true, _) => Unit::Percent,
        (false, Unit::SecondPer { .. }) => Unit::Second,
        (false, unit) => unit,
    };
    let size = figure(step.by.saturating_abs(), unit);
    format!("{sign}{size} each {}", step.each.name())
}

/// Spells by how much something moves: `+2.5kg`, `-10%`.
pub fn move_by(by: By) -> String {
    let (by, unit) = match by {
        By::Amount(by, unit) => (by, unit),
        By::Percent(by) => (by, Unit::Percent),
    };
    let sign = if by < 0 { '-' } else { '+' };
    format!("{sign}{}", figure(by.saturating_abs(), unit))
}

/// Spells what is done as often as can be, with what is counted: `max`, `max cal`.
pub fn max(open: Option<Open>) -> String {
    match open {
        None => "max".to_owned(),
        Some(Open::In(unit)) => format!("max {}", singular(unit)),
        Some(Open::UpTo(reps)) => format!("build to {reps}"),
    }
}

/// Spells the same with the time there is for it: `max cal 60s`, `build to 3 in 15min`.
pub fn max_within(open: Option<Open>, time: &str) -> String {
    let seam = if matches!(open, Some(Open::UpTo(_))) { " in" } else { "" };
    format!("{}{seam} {time}", max(open))
}

/// Spells a tempo: `3-1-X-0`.
pub fn tempo(tempo: Tempo) -> String {
    let mut text = String::with_capacity(7);
    for (at, phase) in tempo.phases.into_iter().enumerate() {
        if at > 0 {
            text.push('-');
        }
        if phase == Tempo::EXPLOSIVE {
            text.push('X');
        } else {
            // Writing to a string cannot fail.
            let _ = write!(text, "{phase}");
        }
    }
    text
}

/// Spells each value and puts `joint` between them.
fn join(values: &[i64], joint: char, spell: impl Fn(i64) -> String) -> String {
    let mut text = String::new();
    for (at, &value) in values.iter().enumerate() {
        if at > 0 {
            text.push(joint);
        }
        text.push_str(&spell(value));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::program::Each;

    fn range(low: i64, high: i64, unit: Unit) -> String {
        amount(&Amount { high, ..Amount::exactly(low, unit) })
    }

    #[test]
    fn times_read_as_a_coach_writes_them() {
        let time = |ms| figure(ms, Unit::Second);
        assert_eq!(time(30_000), "30s");
        assert_eq!(time(90_000), "90s");
        assert_eq!(time(120_000), "2min");
        assert_eq!(time(105_000), "1:45");
        assert_eq!(time(825_000), "13:45");
        assert_eq!(time(3_600_000), "1h");
        assert_eq!(time(3_900_000), "65min");
        assert_eq!(time(3_930_000), "1:05:30");
        assert_eq!(time(1_500), "1.5s");
    }

    #[test]
    fn both_ends_of_a_range_have_one_unit() {
        assert_eq!(range(20_000, 30_000, Unit::Second), "20-30s");
        assert_eq!(range(60_000, 120_000, Unit::Second), "1-2min");
        assert_eq!(range(90_000, 120_000, Unit::Second), "1:30-2:00");
        assert_eq!(range(8_000, 12_000, Unit::Count), "8-12");
        assert_eq!(range(18_000, 26_000, Unit::Pound), "18-26lb");
        assert_eq!(range(1_000, 5_000, Unit::Breath), "1-5 breaths");
        assert_eq!(range(88_000, 90_000, Unit::SecondPer { mm: 400_000 }), "1:28-1:30/400m");
    }

    #[test]
    fn paces_name_their_distance() {
        let pace = |mm| figure(300_000, Unit::SecondPer { mm });
        assert_eq!(pace(1_000_000), "5:00/km");
        assert_eq!(pace(500_000), "5:00/500m");
        assert_eq!(pace(1_609_344), "5:00/mi");
        assert_eq!(pace(91_440), "5:00/100yd");
        assert_eq!(figure(112_500, Unit::SecondPer { mm: 500_000 }), "1:52.5/500m");
    }

    #[test]
    fn pairs_and_progressions_are_part_of_the_text() {
        let kilograms = Amount::exactly(60_000, Unit::Kilogram);
        assert_eq!(amount(&Amount { women: Some(43_500), ..kilograms }), "60/43.5kg");
        let week = Progression { by: 2_500, percent: false, each: Each::Week };
        assert_eq!(amount(&Amount { progression: Some(week), ..kilograms }), "60kg +2.5kg each week");
        let tenth = Progression { by: -10_000, percent: true, each: Each::Round };
        assert_eq!(amount(&Amount { progression: Some(tenth), ..kilograms }), "60kg -10% each round");
        assert_eq!(signed(&kilograms), "+60kg");
        assert_eq!(figure(1_000, Unit::Stroke), "1 stroke");
    }

    #[test]
    fn an_explosive_phase_is_an_x() {
        assert_eq!(tempo(Tempo { phases: [3, 1, Tempo::EXPLOSIVE, 10] }), "3-1-X-10");
    }
}
