//! Settles a range at one figure.

use crate::check::program::{Amount, Each, Level, OwnTarget, Target, TargetKind, Unit};
use crate::timeline::progression::{Ends, Turn, ends_at};
use crate::timeline::segment::SettledTarget;

/// Which end of its range every amount takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The end that suits a level.
    At(Level),
    /// The end that takes the least time.
    Shortest,
    /// The end that takes the most time.
    Longest,
}

impl Mode {
    /// Returns the modes between which an amount may be: none where it is settled at a level.
    pub fn bounds(self) -> Option<[Self; 2]> {
        match self {
            Mode::At(_) => None,
            Mode::Shortest | Mode::Longest => Some([Mode::Shortest, Mode::Longest]),
        }
    }
}

/// What more of an amount means for the athlete and for the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// Harder and longer: doses, rounds, sets, the time of an AMRAP or an EMOM, caps.
    Work,
    /// Easier and longer: rests, transitions, switches, and intervals, whose rest grows with them.
    Rest,
    /// Harder, and no matter for the clock: loads, efforts, heart rates, sizes.
    Load,
    /// Easier, and no matter for the clock: repetitions in reserve, assistance.
    Help,
    /// Easier and longer: a pace, which is slower the more it is.
    Pace,
    /// Harder and shorter.
    Speed,
}

/// Where in its range an amount is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    Middle,
    High,
}

/// Returns where in its range an amount of this sense is taken.
fn end(sense: Sense, mode: Mode) -> End {
    let (easy, hard) = match sense {
        Sense::Work | Sense::Load | Sense::Speed => (End::Low, End::High),
        Sense::Rest | Sense::Help | Sense::Pace => (End::High, End::Low),
    };
    let (short, long) = match sense {
        Sense::Work | Sense::Rest | Sense::Pace => (End::Low, End::High),
        Sense::Speed => (End::High, End::Low),
        Sense::Load | Sense::Help => (End::Middle, End::Middle),
    };
    match mode {
        Mode::At(Level::Beginner) => easy,
        Mode::At(Level::Intermediate) => End::Middle,
        Mode::At(Level::Advanced) => hard,
        Mode::Shortest => short,
        Mode::Longest => long,
    }
}

/// An amount at one turn, settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettledFigure {
    /// What counts, in thousandths of the unit.
    pub value: i64,
    /// The low end of the range it was taken from.
    pub low: i64,
    /// The high end of that range.
    pub high: i64,
    /// The women's figure.
    pub women: Option<i64>,
    /// Whether a progression stopped because it would have passed zero.
    pub stopped: bool,
}

impl SettledFigure {
    /// Returns a figure that is not from a range.
    pub fn exactly(value: i64) -> Self {
        Self { value, low: value, high: value, women: None, stopped: false }
    }

    /// Returns twice the figure, for both sides together.
    pub fn doubled(self) -> Self {
        Self {
            value: self.value.saturating_mul(2),
            low: self.low.saturating_mul(2),
            high: self.high.saturating_mul(2),
            women: self.women.map(|women| women.saturating_mul(2)),
            stopped: self.stopped,
        }
    }
}

/// Settles a dose, a rest, a count of rounds or sets, or a time.
///
/// A progression that reaches a part of a repetition, a set or a round is rounded down to a whole one.
pub fn settle(amount: &Amount, sense: Sense, mode: Mode, turn: Turn) -> SettledFigure {
    // A shortcut: most amounts are not ranges and do not progress, and they are settled once for each bout.
    if amount.low == amount.high && amount.progression.is_none() {
        return SettledFigure { women: amount.women, ..SettledFigure::exactly(amount.low) };
    }
    let counted = amount.unit == Unit::Count;
    let ends = ends_at(amount, turn, if counted { WHOLE } else { 1 });
    let value = pick(ends, end(sense, mode), grain(amount.unit));
    let whole =
        |figure: i64| if counted && amount.progression.is_some() { floor_to(figure, WHOLE) } else { figure };
    SettledFigure {
        value: whole(value),
        low: whole(ends.low),
        high: whole(ends.high),
        women: ends.women.map(whole),
        stopped: ends.stopped,
    }
}

/// Returns an amount as it is on a day of a plan, without its progression of weeks, cycles or sessions, and whether it would
/// have passed zero; `None` if it counts none of these. `turn` says which week, cycle and session it is.
///
/// A figure after `@` is not a count, even without a unit.
pub fn on_day(amount: &Amount, is_target: bool, turn: Turn) -> Option<(Amount, bool)> {
    match amount.progression?.each {
        Each::Week | Each::Cycle | Each::Session => {}
        Each::Set | Each::Round => return None,
    }
    let counted = amount.unit == Unit::Count && !is_target;
    let ends = ends_at(amount, turn, if counted { WHOLE } else { 1 });
    let whole = |figure: i64| if counted { floor_to(figure, WHOLE) } else { figure };
    let (low, high, women) = (whole(ends.low), whole(ends.high), ends.women.map(whole));
    Some((Amount { low, high, women, unit: amount.unit, progression: None }, ends.stopped))
}

/// Returns how many rounds or sets an amount is: at least one.
pub fn count(amount: &Amount, mode: Mode, turn: Turn) -> u32 {
    u32::try_from((settle(amount, Sense::Work, mode, turn).value / WHOLE).max(1)).unwrap_or(u32::MAX)
}

/// Settles a target. The flag tells whether one of its progressions stopped before zero.
pub fn settle_target(target: &Target, mode: Mode, turn: Turn) -> (SettledTarget, bool) {
    let sense = sense_of(&target.kind);
    let at = |amount: &Amount| {
        let ends = ends_at(amount, turn, 1);
        (ends, pick(ends, end(sense, mode), target_grain(&target.kind, amount.unit)))
    };
    let from = target.amount.as_ref().map(at);
    let to = target.to.as_ref().map(at);
    let settled = SettledTarget {
        kind: target.kind.clone(),
        value: from.map(|(_, value)| value),
        low: from.map(|(ends, _)| ends.low),
        high: from.map(|(ends, _)| ends.high),
        to: to.map(|(_, value)| value),
        plus: target.plus.map(|plus| (ends_at(&plus, turn, 1).low, plus.unit)),
        women: from.and_then(|(ends, _)| ends.women),
        unit: target.amount.map_or(Unit::Count, |amount| amount.unit),
        own: target.own.as_deref().map(|own| Box::new(settle_own(own, mode, turn))),
    };
    let stopped = from.is_some_and(|(ends, _)| ends.stopped) || to.is_some_and(|(ends, _)| ends.stopped);
    (settled, stopped)
}

/// Settles what a target comes to for the athlete: what can be loaded, at that turn.
fn settle_own(own: &OwnTarget, mode: Mode, turn: Turn) -> SettledTarget {
    let (exact, _) = settle_target(&own.target, mode, turn);
    let rounded = |figure: Option<i64>| figure.map(|figure| own.rounded(figure));
    SettledTarget {
        value: rounded(exact.value),
        low: rounded(exact.low),
        high: rounded(exact.high),
        to: rounded(exact.to),
        ..exact
    }
}

/// Settles one figure of a target by itself.
pub fn settle_figure(kind: &TargetKind, amount: &Amount, mode: Mode, turn: Turn) -> i64 {
    pick(ends_at(amount, turn, 1), end(sense_of(kind), mode), target_grain(kind, amount.unit))
}

/// Returns what more of a target means.
fn sense_of(kind: &TargetKind) -> Sense {
    match kind {
        TargetKind::Load { .. }
        | TargetKind::Bodyweight
        | TargetKind::Size
        | TargetKind::Percent { .. }
        | TargetKind::RepMax
        | TargetKind::Rpe
        | TargetKind::Zone
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Slope
        | TargetKind::Effort(_) => Sense::Load,
        TargetKind::Assistance | TargetKind::Rir => Sense::Help,
        TargetKind::Speed => Sense::Speed,
        TargetKind::Pace | TargetKind::NamedPace { .. } => Sense::Pace,
    }
}

/// Takes an end of a range, or its middle rounded down to a whole `grain` but not below the range.
fn pick(ends: Ends, end: End, grain: i64) -> i64 {
    match end {
        End::Low => ends.low,
        End::High => ends.high,
        End::Middle if ends.low == ends.high => ends.low,
        End::Middle => floor_to(middle(ends.low, ends.high), grain).max(ends.low.min(ends.high)),
    }
}

/// One whole unit, in thousandths.
const WHOLE: i64 = 1000;

/// Half a unit, in thousandths: efforts are given as `rpe 7.5`.
const HALF: i64 = 500;

/// The finest figure there is: a metre of a kilometre, a gram, a thousandth of a per cent.
const UNROUNDED: i64 = 1;

/// Returns what the middle of a range in this unit is rounded down to.
fn grain(unit: Unit) -> i64 {
    match unit {
        Unit::Count
        | Unit::Second
        | Unit::Metre
        | Unit::Yard
        | Unit::Foot
        | Unit::Calorie
        | Unit::Breath
        | Unit::Step
        | Unit::Stroke
        | Unit::Inch
        | Unit::Centimetre
        | Unit::Millimetre
        | Unit::BeatPerMinute
        | Unit::Watt
        | Unit::RevolutionPerMinute
        | Unit::StrokePerMinute
        | Unit::KilometrePerHour
        | Unit::MilePerHour
        | Unit::SecondPer { .. } => WHOLE,
        Unit::Kilometre | Unit::Mile | Unit::Kilogram | Unit::Pound | Unit::Percent => UNROUNDED,
    }
}

/// Returns what the middle of a target's range is rounded down to.
fn target_grain(kind: &TargetKind, unit: Unit) -> i64 {
    if *kind == TargetKind::Rpe { HALF } else { grain(unit) }
}

/// Returns the middle of two figures, rounded down.
fn middle(low: i64, high: i64) -> i64 {
    let middle = (i128::from(low) + i128::from(high)).div_euclid(2);
    i64::try_from(middle).unwrap_or(low)
}

/// Rounds down to a whole number of `grain`.
fn floor_to(figure: i64, grain: i64) -> i64 {
    figure.saturating_sub(figure.rem_euclid(grain))
}
