//! How quantities are said, with their units written out for a speech engine.

use crate::check::program::{Amount, LAST_TIME, TOP_SET, TargetKind, Tempo, Unit};
use crate::emit::written::initialism;
use crate::quantity::as_said;
use crate::timeline::SettledTarget;

/// Returns a figure in thousandths as digits: `2.5`, `10`.
pub(super) fn number(milli: i64) -> String {
    let (sign, milli) = if milli < 0 { ("minus ", milli.unsigned_abs()) } else { ("", milli.unsigned_abs()) };
    let (whole, fraction) = (milli / 1000, milli % 1000);
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    let digits = format!("{fraction:03}");
    format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
}

/// Returns a count with its noun: `1 minute`, `2 minutes`.
fn counted(milli: i64, one: &str, many: &str) -> String {
    format!("{} {}", number(milli), if milli == 1000 { one } else { many })
}

/// Returns a time: `30 seconds`, `90 seconds`, `1 minute 45 seconds`, `1 hour 5 minutes`.
pub(super) fn time(ms: i64) -> String {
    /// Up to here a time that is not a whole minute is said in seconds: "ninety seconds", and then "one minute forty-five".
    const LONGEST_IN_SECONDS_MS: i64 = 90_000;
    let ms = as_said(ms);
    if ms <= LONGEST_IN_SECONDS_MS && ms != 60_000 {
        return counted(ms, "second", "seconds");
    }
    // Nobody says tenths of a second after a minute.
    let seconds = ms / 1000;
    let parts = [
        (seconds / 3600, "hour", "hours"),
        (seconds / 60 % 60, "minute", "minutes"),
        (seconds % 60, "second", "seconds"),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count * 1000, one, many))
        .collect();
    said.join(" ")
}

/// Returns an estimated time, the rounder the longer it is: `about 4 minutes 30 seconds`, `about 43 minutes`.
pub(super) fn about(ms: i64) -> String {
    /// Under this half a minute more or less matters.
    const TO_HALF_A_MINUTE_MS: i64 = 120_000;
    /// Under this a minute more or less matters.
    const TO_THE_MINUTE_MS: i64 = 600_000;
    let grain = if ms < TO_HALF_A_MINUTE_MS {
        1000
    } else if ms < TO_THE_MINUTE_MS {
        30_000
    } else {
        60_000
    };
    format!("about {}", time((ms + grain / 2) / grain * grain))
}

/// Returns a figure with its unit, the figure in thousandths: `24 kilograms`, `1 mile`, `5 minutes per kilometre`.
pub(super) fn quantity(milli: i64, unit: Unit) -> String {
    let with = |one: &str, many: &str| counted(milli, one, many);
    match unit {
        Unit::Count => number(milli),
        Unit::Second => time(milli),
        Unit::Metre => with("metre", "metres"),
        Unit::Kilometre => with("kilometre", "kilometres"),
        Unit::Mile => with("mile", "miles"),
        Unit::Yard => with("yard", "yards"),
        Unit::Foot => with("foot", "feet"),
        Unit::Calorie => with("calorie", "calories"),
        Unit::Breath => with("breath", "breaths"),
        Unit::Step => with("step", "steps"),
        Unit::Stroke => with("stroke", "strokes"),
        Unit::Kilogram => with("kilogram", "kilograms"),
        Unit::Pound => with("pound", "pounds"),
        Unit::Inch => with("inch", "inches"),
        Unit::Centimetre => with("centimetre", "centimetres"),
        Unit::Millimetre => with("millimetre", "millimetres"),
        Unit::Percent => with("per cent", "per cent"),
        Unit::BeatPerMinute => with("beat per minute", "beats per minute"),
        Unit::Watt => with("watt", "watts"),
        Unit::RevolutionPerMinute => with("revolution per minute", "revolutions per minute"),
        Unit::StrokePerMinute => with("stroke per minute", "strokes per minute"),
        Unit::KilometrePerHour => with("kilometre per hour", "kilometres per hour"),
        Unit::MilePerHour => with("mile per hour", "miles per hour"),
        Unit::SecondPer { mm } => format!("{} per {}", time(milli), per_distance(mm)),
    }
}

/// Returns the men's and the women's figure with their unit: `43 or 30 kilograms`.
pub(super) fn either(men: i64, women: Option<i64>, unit: Unit) -> String {
    match (women, unit) {
        (None, _) => quantity(men, unit),
        (Some(women), Unit::Second | Unit::SecondPer { .. }) => {
            format!("{} or {}", quantity(men, unit), quantity(women, unit))
        }
        (Some(women), _) => format!("{} or {}", number(men), quantity(women, unit)),
    }
}

/// Returns a range: `8 to 10`, `20 to 24 kilograms`, `5 minutes 45 seconds to 6 minutes per kilometre`.
pub(super) fn range(low: i64, high: i64, unit: Unit) -> String {
    match unit {
        Unit::Second | Unit::SecondPer { .. } => format!("{} to {}", time(low), quantity(high, unit)),
        _ => format!("{} to {}", number(low), quantity(high, unit)),
    }
}

/// Returns the distance a pace is given for: `kilometre`, `500 metres`.
fn per_distance(mm: i64) -> String {
    const KILOMETRE: i64 = 1_000_000;
    const MILE: i64 = 1_609_344;
    match mm {
        KILOMETRE => "kilometre".to_owned(),
        MILE => "mile".to_owned(),
        _ => quantity(mm, Unit::Metre),
    }
}

/// Returns an amount as written: `20 minutes`, `18 to 20 minutes`.
pub(super) fn amount(amount: &Amount) -> String {
    if amount.is_range() {
        format!("{} to {}", quantity(amount.low, amount.unit), quantity(amount.high, amount.unit))
    } else {
        quantity(amount.low, amount.unit)
    }
}

/// Returns how hard to work: `at 24 kilograms`, `effort 8 out of 10`, `easy`.
///
/// With `ranges`, nothing was chosen from a range, and it is said as one.
pub(super) fn target(target: &SettledTarget, ranges: bool) -> String {
    // A load is what is put on the bar, whatever it was a part of; a pace goes by its name.
    let target = match (&target.own, &target.kind) {
        (Some(own), TargetKind::Percent { .. } | TargetKind::Load { .. }) => own,
        _ => target,
    };
    let unit = target.unit;
    let ends = target.low.zip(target.high).filter(|(low, high)| ranges && low < high && target.to.is_none());
    let figure = || {
        let Some(value) = target.value else { return String::new() };
        match (target.to, target.women) {
            (None, None) if let Some((low, high)) = ends => range(low, high, unit),
            (Some(to), _) => format!("from {} to {}", quantity(value, unit), quantity(to, unit)),
            (None, women) => either(value, women, unit),
        }
    };
    let at = || if target.to.is_some() { figure() } else { format!("at {}", figure()) };
    let plain = || match ends {
        Some((low, high)) => format!("{} to {}", number(low), number(high)),
        None => target.value.map(number).unwrap_or_default(),
    };
    match &target.kind {
        TargetKind::Load { implements: 0 | 1 } | TargetKind::Size => at(),
        TargetKind::Load { implements } => format!("with {implements} times {}", figure()),
        TargetKind::Bodyweight => match target.value {
            Some(added) if added < 0 => format!("at body weight minus {}", quantity(-added, unit)),
            Some(added) if added > 0 => format!("at body weight plus {}", quantity(added, unit)),
            Some(_) | None => "at body weight".to_owned(),
        },
        TargetKind::Assistance => format!("with {} of help", figure()),
        TargetKind::Percent { of: None } => at() + &plus(target),
        TargetKind::Percent { of: Some(of) } if &**of == LAST_TIME && target.value == Some(100_000) => {
            than_last_time(target)
        }
        TargetKind::Percent { of: Some(of) } => format!("{} of {}{}", at(), of_what(of), plus(target)),
        TargetKind::RepMax => format!("with what you could lift {} times", plain()),
        TargetKind::Rpe => format!("effort {} out of 10", plain()),
        TargetKind::Rir if target.value == Some(1000) => "1 rep in reserve".to_owned(),
        TargetKind::Rir => format!("{} reps in reserve", plain()),
        TargetKind::Zone => format!("zone {}", plain()),
        TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Speed
        | TargetKind::Pace => at(),
        TargetKind::Slope => format!("{} slope", figure()),
        TargetKind::NamedPace { name } => {
            let offset = match target.value {
                Some(ms) if ms < 0 => format!(" minus {}", time(-ms)),
                Some(ms) if ms > 0 => format!(" plus {}", time(ms)),
                Some(_) | None => String::new(),
            };
            let pace = if initialism(name).is_some() { "" } else { " pace" };
            format!("at {}{pace}{offset}", listed(name))
        }
        TargetKind::Effort(effort) => effort.name().to_owned(),
    }
}

/// Returns the mass on top of a percentage: ` plus 10 kilograms`.
fn plus(target: &SettledTarget) -> String {
    match target.plus {
        Some((mass, unit)) if mass < 0 => format!(" minus {}", quantity(-mass, unit)),
        Some((mass, unit)) if mass > 0 => format!(" plus {}", quantity(mass, unit)),
        Some(_) | None => String::new(),
    }
}

/// Returns a load by that of the last time: `with 2.5 kilograms more than last time`.
fn than_last_time(target: &SettledTarget) -> String {
    match target.plus {
        Some((mass, unit)) if mass < 0 => format!("with {} less than last time", quantity(-mass, unit)),
        Some((mass, unit)) if mass > 0 => format!("with {} more than last time", quantity(mass, unit)),
        Some(_) | None => "with what you lifted last time".to_owned(),
    }
}

/// Returns what a percentage is of. A session goes by its title.
fn of_what(of: &str) -> String {
    match of {
        TOP_SET => "the top set".to_owned(),
        LAST_TIME => "what you lifted last time".to_owned(),
        of => listed(of.trim_matches('"')),
    }
}

/// Returns the name of something an athlete lists; the short forms everybody spells are spelled.
fn listed(name: &str) -> String {
    let name = name.strip_suffix(" pace").unwrap_or(name);
    match initialism(name) {
        Some(letters) => letters.chars().map(String::from).collect::<Vec<_>>().join(" "),
        None => super::speech::one_line(name),
    }
}

/// Returns a tempo: `3 down, 1 hold, 1 up`.
pub(super) fn tempo(tempo: Tempo) -> String {
    const PHASES: [&str; 4] = ["down", "hold", "up", "hold"];
    let said: Vec<String> =
        tempo
            .phases
            .iter()
            .zip(PHASES)
            .filter(|(seconds, _)| **seconds > 0)
            .map(|(&seconds, phase)| {
                if seconds == Tempo::EXPLOSIVE {
                    format!("fast {phase}")
                } else {
                    format!("{seconds} {phase}")
                }
            })
            .collect();
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::program::Effort;

    fn settled(kind: TargetKind, value: i64, unit: Unit) -> SettledTarget {
        SettledTarget {
            kind,
            value: Some(value),
            low: None,
            high: None,
            to: None,
            plus: None,
            women: None,
            unit,
            own: None,
        }
    }

    #[test]
    fn times_are_written_out() {
        let said = [1000, 30_000, 60_000, 90_000, 105_000, 3_600_000, 3_900_000, 2500].map(time);
        assert_eq!(
            said.join(" | "),
            "1 second | 30 seconds | 1 minute | 90 seconds | 1 minute 45 seconds | 1 hour | \
             1 hour 5 minutes | 2.5 seconds"
        );
        assert_eq!(about(2_570_000), "about 43 minutes");
        assert_eq!(about(95_300), "about 1 minute 35 seconds");
        assert_eq!(about(268_000), "about 4 minutes 30 seconds");
    }

    #[test]
    fn targets_are_said_as_a_coach_says_them() {
        let load = TargetKind::Load { implements: 1 };
        let mut for_both = settled(load.clone(), 43_000, Unit::Kilogram);
        for_both.women = Some(30_000);
        let mut ramp = settled(TargetKind::Power, 110_000, Unit::Watt);
        ramp.to = Some(180_000);
        let said = [
            settled(load, 24_000, Unit::Kilogram),
            for_both,
            settled(TargetKind::Load { implements: 2 }, 22_500, Unit::Kilogram),
            settled(TargetKind::Bodyweight, 10_000, Unit::Kilogram),
            settled(TargetKind::Assistance, 30_000, Unit::Kilogram),
            settled(TargetKind::Percent { of: None }, 80_000, Unit::Percent),
            settled(TargetKind::Percent { of: Some("ftp".into()) }, 95_000, Unit::Percent),
            settled(TargetKind::Rpe, 8000, Unit::Count),
            settled(TargetKind::Rir, 1000, Unit::Count),
            settled(TargetKind::Zone, 2000, Unit::Count),
            settled(TargetKind::HeartRate, 140_000, Unit::BeatPerMinute),
            ramp,
            settled(TargetKind::Pace, 300_000, Unit::SecondPer { mm: 1_000_000 }),
            settled(TargetKind::Pace, 120_000, Unit::SecondPer { mm: 500_000 }),
            settled(TargetKind::Slope, 6000, Unit::Percent),
            settled(TargetKind::NamedPace { name: "marathon pace".into() }, 0, Unit::Second),
            settled(TargetKind::NamedPace { name: "css".into() }, 2000, Unit::Second),
            SettledTarget { value: None, ..settled(TargetKind::Effort(Effort::Easy), 0, Unit::Count) },
        ]
        .map(|settled| target(&settled, false));
        insta::assert_snapshot!(said.join("\n"), @r"
        at 24 kilograms
        at 43 or 30 kilograms
        with 2 times 22.5 kilograms
        at body weight plus 10 kilograms
        with 30 kilograms of help
        at 80 per cent
        at 95 per cent of F T P
        effort 8 out of 10
        1 rep in reserve
        zone 2
        at 140 beats per minute
        from 110 watts to 180 watts
        at 5 minutes per kilometre
        at 2 minutes per 500 metres
        6 per cent slope
        at marathon pace
        at C S S plus 2 seconds
        easy
        ");
    }

    #[test]
    fn a_tempo_is_said_by_its_phases() {
        assert_eq!(tempo(Tempo { phases: [3, 1, 1, 0] }), "3 down, 1 hold, 1 up");
        assert_eq!(tempo(Tempo { phases: [3, 1, Tempo::EXPLOSIVE, 1] }), "3 down, 1 hold, fast up, 1 hold");
    }
}
