//! Amounts of things and the units they are counted in.

/// What a dose without a figure of its own is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// As many of these as a ladder says, or as can be done: `row cal`, `max cal`.
    In(Unit),
    /// A heavy set of so many repetitions, which is worked up to: `build to 3`.
    UpTo(u32),
}

impl Open {
    /// Returns how many repetitions the heavy set has that is worked up to.
    pub fn reps_worked_up_to(self) -> Option<u32> {
        match self {
            Open::In(_) => None,
            Open::UpTo(reps) => Some(reps),
        }
    }
}

/// Units. Times are always held in seconds, whatever they are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// No unit: repetitions, rungs, rounds, sets.
    Count,
    Second,
    Metre,
    Kilometre,
    Mile,
    Yard,
    Foot,
    Calorie,
    Breath,
    Step,
    Stroke,
    Kilogram,
    Pound,
    Inch,
    Centimetre,
    Millimetre,
    Percent,
    BeatPerMinute,
    Watt,
    RevolutionPerMinute,
    StrokePerMinute,
    KilometrePerHour,
    MilePerHour,
    /// Seconds for so many millimetres: `5:00/km`, `2:00/500m`.
    SecondPer {
        /// The distance.
        mm: i64,
    },
}

/// A pound and a kilogram in hundred-thousandths of a gram, both exact.
pub const POUND: i128 = 45_359_237;
pub const KILOGRAM: i128 = 100_000_000;

/// What kind of quantity a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Count,
    Time,
    Distance,
    Calories,
    Breaths,
    Steps,
    Strokes,
    Mass,
    Size,
    Percent,
    HeartRate,
    Power,
    Cadence,
    StrokeRate,
    Speed,
    Pace,
}

impl Unit {
    /// Returns what it measures. Feet and inches are lengths of both kinds; see [`Unit::is_size`].
    pub fn kind(self) -> Kind {
        match self {
            Unit::Count => Kind::Count,
            Unit::Second => Kind::Time,
            Unit::Metre | Unit::Kilometre | Unit::Mile | Unit::Yard | Unit::Foot => Kind::Distance,
            Unit::Calorie => Kind::Calories,
            Unit::Breath => Kind::Breaths,
            Unit::Step => Kind::Steps,
            Unit::Stroke => Kind::Strokes,
            Unit::Kilogram | Unit::Pound => Kind::Mass,
            Unit::Inch | Unit::Centimetre | Unit::Millimetre => Kind::Size,
            Unit::Percent => Kind::Percent,
            Unit::BeatPerMinute => Kind::HeartRate,
            Unit::Watt => Kind::Power,
            Unit::RevolutionPerMinute => Kind::Cadence,
            Unit::StrokePerMinute => Kind::StrokeRate,
            Unit::KilometrePerHour | Unit::MilePerHour => Kind::Speed,
            Unit::SecondPer { .. } => Kind::Pace,
        }
    }

    /// Tells whether it can say how large a thing is: a box, an edge.
    pub fn is_size(self) -> bool {
        matches!(self.kind(), Kind::Size) || matches!(self, Unit::Foot | Unit::Metre)
    }

    /// Returns its length in millimetres times ten (a yard is 914.4 mm), for distances.
    pub fn tenths_of_mm(self) -> Option<i64> {
        match self {
            Unit::Metre => Some(10_000),
            Unit::Kilometre => Some(10_000_000),
            Unit::Mile => Some(16_093_440),
            Unit::Yard => Some(9_144),
            Unit::Foot => Some(3_048),
            Unit::Count
            | Unit::Second
            | Unit::Calorie
            | Unit::Breath
            | Unit::Step
            | Unit::Stroke
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
            | Unit::SecondPer { .. } => None,
        }
    }
}

/// What a gym's plates are marked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum LoadUnit {
    #[strum(serialize = "kg")]
    Kilogram,
    #[strum(serialize = "lb")]
    Pound,
}

impl LoadUnit {
    /// Both of them.
    pub const ALL: [LoadUnit; 2] = [LoadUnit::Kilogram, LoadUnit::Pound];

    /// Returns its spelling after a figure.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the unit of quantities.
    pub fn unit(self) -> Unit {
        match self {
            LoadUnit::Kilogram => Unit::Kilogram,
            LoadUnit::Pound => Unit::Pound,
        }
    }
}

/// Writes thousandths as a plain figure without needless zeros: `24`, `2.5`, `-0.125`.
pub fn decimal(thousandths: i64) -> String {
    let (whole, part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let sign = if thousandths < 0 { "-" } else { "" };
    match part {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:03}").trim_end_matches('0').to_owned(),
    }
}

/// Writes milliseconds as a stopwatch shows them: `2:00`, `1:52.5`, `1:05:00`.
pub fn clock(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let (seconds, part) = (ms.unsigned_abs() / 1000, ms.unsigned_abs() % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{sign}{minutes}:{seconds:02}")
    };
    if part > 0 {
        text.push_str(format!(".{part:03}").trim_end_matches('0'));
    }
    text
}

/// Writes milliseconds as [`clock`] does, rounded to the second.
pub fn clock_to_the_second(ms: i64) -> String {
    clock(to_the_second(ms))
}

/// Rounds milliseconds to whole seconds.
pub fn to_the_second(ms: i64) -> i64 {
    ms.saturating_add(500).div_euclid(1000).saturating_mul(1000)
}

/// Rounds a time as a person says it. Beyond ten seconds nobody writes hundredths: they come from a step in per cent,
/// such as `33s +10% each round`, and go to the second.
pub fn as_said(ms: i64) -> i64 {
    const SHORTEST_ROUNDED_MS: i64 = 10_000;
    let has_hundredths = ms % 100 != 0;
    if has_hundredths && ms >= SHORTEST_ROUNDED_MS { to_the_second(ms) } else { ms }
}

/// A quantity as written, in thousandths of its unit: a plain figure, a range, or a men's and women's pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The low end, in thousandths of [`Amount::unit`]. Seconds are therefore milliseconds.
    pub low: i64,
    /// The high end; equal to `low` if it is not a range.
    pub high: i64,
    /// Its unit.
    pub unit: Unit,
    /// The women's figure of `43/30kg`, in thousandths.
    pub women: Option<i64>,
    /// What is added from one round, set, session or week to the next.
    pub progression: Option<Progression>,
}

impl Amount {
    /// Returns a plain figure, in thousandths of `unit`.
    pub const fn exactly(milli: i64, unit: Unit) -> Self {
        Self { low: milli, high: milli, unit, women: None, progression: None }
    }

    /// Tells whether the low and the high end differ.
    pub const fn is_range(&self) -> bool {
        self.low != self.high
    }
}

/// A signed step that is added at each turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progression {
    /// In thousandths of the amount's unit, or of a per cent if `percent`.
    pub by: i64,
    /// Whether the step is in per cent.
    pub percent: bool,
    /// What is counted.
    pub each: Each,
}

/// What a [`Progression`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Each {
    Set,
    Round,
    Session,
    Week,
    Cycle,
}

impl Each {
    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
