//! How long work takes that is not timed.
//!
//! In this order: the statement's own tempo or target pace, the movement's pace, a default. The defaults are round
//! figures that a coach would plan with, for an unhurried pace. Whatever uses them is marked as estimated.

use crate::catalog::movement::REPETITION_MS;
use crate::check::program::{Movement, MovementPace, Pattern, Target, Tempo, Unit};
use crate::timeline::progression::Turn;
use crate::timeline::settle::{Mode, settle_figure};

/// A kilometre of running, rowing or walking when nobody says how fast: 6:00, an easy run.
pub const KILOMETRE_MS: i64 = 360_000;

/// A metre of anything else, such as a carry, a crawl or a sled: walking pace while carrying something.
pub const METRE_MS: i64 = 1_000;

/// One calorie on a machine: 15 a minute.
pub const CALORIE_MS: i64 = 4_000;

/// One slow breath: 15 a minute.
pub const BREATH_MS: i64 = 4_000;

/// One step: a lunge or a loaded step, not a walker's.
pub const STEP_MS: i64 = 1_000;

/// One stroke: 30 a minute, on the rower or in the water.
pub const STROKE_MS: i64 = 2_000;

/// The time that `max` is taken to last, and the most it may last.
pub const MAX_MS: i64 = 60_000;

/// How long working up to a heavy set takes where nobody says so: about six sets, two minutes apart.
pub const BUILD_MS: i64 = 12 * 60_000;

/// The time that `rest until ready` is taken to last: a common rest between heavy sets.
pub const UNTIL_READY_MS: i64 = 120_000;

/// Stands for a length that overflows: past every bound, and still safe to add to.
const BEYOND_MS: i64 = i64::MAX / 4;

/// What is known of how fast a bout is done.
#[derive(Debug, Clone, Copy)]
pub struct Pacing<'a> {
    /// The statement's tempo.
    pub tempo: Option<Tempo>,
    /// How long each repetition or step is held, in milliseconds.
    pub hold_ms: i64,
    /// What is done.
    pub movement: Option<&'a Movement>,
    /// The bout's targets, of which a pace or a speed counts.
    pub targets: [&'a [Target]; 2],
    /// At which end of its range such a pace is taken.
    pub mode: Mode,
    /// How far its progression has come.
    pub turn: Turn,
}

/// Returns the milliseconds that a dose takes, rounded half up once, and whether that is an estimate.
///
/// Work is never estimated at less than a millisecond, so that no bout vanishes from the timeline.
pub fn length_ms(value: i64, unit: Unit, pacing: &Pacing<'_>) -> (i64, bool) {
    let per_rep = pacing.movement.and_then(own_rep_ms);
    let each = match unit {
        Unit::Second => return (value, false),
        Unit::Count => {
            tempo_ms(pacing.tempo).or(per_rep).unwrap_or(REPETITION_MS).saturating_add(pacing.hold_ms)
        }
        Unit::Step => per_rep.unwrap_or(STEP_MS).saturating_add(pacing.hold_ms),
        Unit::Calorie => CALORIE_MS,
        Unit::Breath => BREATH_MS,
        Unit::Stroke => STROKE_MS,
        Unit::Metre | Unit::Kilometre | Unit::Mile | Unit::Yard | Unit::Foot => {
            return (distance_ms(value, unit, pacing).rounded(), true);
        }
        // No dose has these units. If one ever does, each counts as a second.
        Unit::Kilogram
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
        | Unit::SecondPer { .. } => 1_000,
    };
    (value.saturating_mul(each).saturating_add(500).div_euclid(1_000).clamp(1, BEYOND_MS), true)
}

/// Returns the milliseconds of one repetition of a movement without a tempo, and without what it is held.
pub fn rep_ms(movement: &Movement) -> i64 {
    own_rep_ms(movement).unwrap_or(REPETITION_MS)
}

/// Returns the milliseconds that a movement's pace gives to one repetition.
fn own_rep_ms(movement: &Movement) -> Option<i64> {
    match movement.pace {
        Some(MovementPace::PerRep(ms)) if ms > 0 => Some(ms),
        Some(MovementPace::PerRep(_) | MovementPace::PerDistance { .. }) | None => None,
    }
}

/// Returns the milliseconds of one repetition. A tempo of four zeros says nothing about time.
fn tempo_ms(tempo: Option<Tempo>) -> Option<i64> {
    tempo.map(|tempo| tempo.seconds() * 1_000).filter(|&ms| ms > 0)
}

/// Returns how long a distance takes.
fn distance_ms(value: i64, unit: Unit, pacing: &Pacing<'_>) -> Ratio {
    let distance = i128::from(value) * tenths_of_millimetre(unit);
    if let Some(time) = target_time(distance, pacing) {
        return time;
    }
    match pacing.movement.and_then(|movement| movement.pace) {
        Some(MovementPace::PerDistance { ms, mm }) if ms > 0 && mm > 0 => at_pace(distance, ms, mm),
        Some(MovementPace::PerDistance { .. } | MovementPace::PerRep(_)) | None => {
            let travels =
                pacing.movement.is_some_and(|movement| movement.pattern == Some(Pattern::Locomotion));
            if travels {
                at_pace(distance, KILOMETRE_MS, 1_000_000)
            } else {
                at_pace(distance, METRE_MS, 1_000)
            }
        }
    }
}

/// Returns how long a distance takes at the bout's target pace or speed; at the mean of both where it changes.
fn target_time(distance: i128, pacing: &Pacing<'_>) -> Option<Ratio> {
    pacing.targets.into_iter().flatten().find_map(|target| {
        // A named pace has its figure where the athlete lists it.
        let target = target.own.as_ref().map_or(target, |own| &own.target);
        let time = |amount| {
            let figure = settle_figure(&target.kind, amount, pacing.mode, pacing.turn);
            at_target(distance, figure, amount.unit)
        };
        let from = time(target.amount.as_ref()?)?;
        Some(match target.to.as_ref().and_then(time) {
            Some(to) => from.mean(to),
            None => from,
        })
    })
}

/// Returns how long a distance takes at a pace or a speed; None for every other target.
fn at_target(distance: i128, figure: i64, unit: Unit) -> Option<Ratio> {
    if figure <= 0 {
        return None;
    }
    // A distance over a speed, in hours, for a speed of so many millimetres an hour (times a thousand for miles).
    let hours = |scale: i128, per_unit: i128| {
        let den = i128::from(figure).checked_mul(per_unit).and_then(|den| den.checked_mul(SCALE));
        Ratio::of(distance.checked_mul(3_600_000 * scale), den)
    };
    match unit {
        Unit::SecondPer { mm } if mm > 0 => Some(at_pace(distance, figure, mm)),
        Unit::KilometrePerHour => Some(hours(1, 1_000)),
        Unit::MilePerHour => Some(hours(1_000, 1_609_344)),
        Unit::SecondPer { .. }
        | Unit::Count
        | Unit::Second
        | Unit::Metre
        | Unit::Kilometre
        | Unit::Mile
        | Unit::Yard
        | Unit::Foot
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
        | Unit::StrokePerMinute => None,
    }
}

/// Returns how long a distance takes at `ms` for every `mm`.
fn at_pace(distance: i128, ms: i64, mm: i64) -> Ratio {
    Ratio::of(distance.checked_mul(i128::from(ms)), i128::from(mm).checked_mul(SCALE))
}

/// Distances are held in ten-thousandths of a millimetre: a thousandth of a yard or a foot is then a whole number.
const SCALE: i128 = 10_000;

/// Returns the length of a unit of distance in tenths of a millimetre, and so of its thousandth in [`SCALE`].
fn tenths_of_millimetre(unit: Unit) -> i128 {
    unit.tenths_of_mm().map_or(SCALE, i128::from)
}

/// Milliseconds as an exact fraction; None beyond all arithmetic.
#[derive(Debug, Clone, Copy)]
struct Ratio(Option<(i128, i128)>);

impl Ratio {
    /// Returns a fraction, if both its parts could be worked out.
    fn of(num: Option<i128>, den: Option<i128>) -> Self {
        Self(num.zip(den))
    }

    /// Returns the mean of two.
    fn mean(self, other: Ratio) -> Self {
        let mean = || {
            let ((a, b), (c, d)) = self.0.zip(other.0)?;
            let num = a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?;
            Some((num, b.checked_mul(d)?.checked_mul(2)?))
        };
        Self(mean())
    }

    /// Rounds half up to whole milliseconds, at least one.
    fn rounded(self) -> i64 {
        let rounded = || {
            let (num, den) = self.0?;
            let half_up = num.checked_mul(2)?.checked_add(den)?.div_euclid(den.checked_mul(2)?);
            i64::try_from(half_up).ok()
        };
        rounded().map_or(BEYOND_MS, |ms| ms.clamp(1, BEYOND_MS))
    }
}
