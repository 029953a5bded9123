//! How much a set asks for, and with what load.

use super::model::Measure;
use super::spelled;
use crate::check::program::{Amount, Bout, Choice, Movement, MovementId, Open, TargetKind, Unit};
use crate::emit::Compiled;
use crate::emit::card::is_timed_ground;
use crate::quantity::as_said;
use crate::results;
use crate::timeline::{Ending, Segment, SettledDose, SettledTarget};

/// The smallest step of load where the athlete's is not known, in thousandths.
const STEP_IN_KILOGRAMS: i64 = 2_500;
const STEP_IN_POUNDS: i64 = 5_000;

/// What one set asks for, in thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What its amount is in.
    pub dose: Measure,
    /// How much, at this level. None where only the athlete can say.
    pub amount: Option<i64>,
    /// The range it was taken from.
    pub range: Option<(i64, i64)>,
    /// Whether it may be more.
    pub or_more: bool,
    /// What its load is in, where it has one.
    pub load: Option<Measure>,
    /// Its load, where it is known.
    pub weight: Option<i64>,
    /// Whether it is covered ground of which one takes the time.
    pub is_timed: bool,
}

/// How much a set asks for.
struct Dose {
    unit: Unit,
    amount: Option<i64>,
    range: Option<(i64, i64)>,
    or_more: bool,
}

impl Dose {
    /// As much as can be done.
    fn open(open: Option<Open>) -> Self {
        let (unit, amount) = match open {
            Some(Open::In(unit)) => (unit, None),
            Some(Open::UpTo(reps)) => (Unit::Count, Some(i64::from(reps) * 1000)),
            None => (Unit::Count, None),
        };
        Self { unit, amount, range: None, or_more: false }
    }

    fn of(unit: Unit, value: i64, range: (i64, i64), has_two: bool, or_more: bool) -> Self {
        let said = |value| if unit == Unit::Second { as_said(value) } else { value };
        // Which of two figures holds, only the athlete knows.
        let amount = (!has_two).then_some(said(value));
        let range = (!has_two).then_some((said(range.0), said(range.1)));
        Self { unit, amount, range, or_more }
    }

    fn settled(dose: &SettledDose) -> Self {
        let range = (dose.low, dose.high);
        match dose.ending {
            Ending::Done => Self::of(dose.unit, dose.value, range, dose.women.is_some(), false),
            Ending::OrMore => Self::of(dose.unit, dose.value, range, dose.women.is_some(), true),
            Ending::Max | Ending::MaxWithin => Self::open(dose.open),
        }
    }

    fn of_segment(segment: &Segment<'_>) -> Self {
        match &segment.dose {
            Some(dose) => Self::settled(dose),
            None if segment.estimated || segment.open_ended => Self::open(None),
            None => {
                let ms = segment.duration_ms;
                Self::of(Unit::Second, ms, (ms, ms), false, false)
            }
        }
    }

    fn of_bout(bout: &Bout, open: Option<Open>) -> Self {
        let of = |amount: &Amount, or_more| {
            Self::of(amount.unit, amount.low, (amount.low, amount.high), amount.women.is_some(), or_more)
        };
        match bout {
            Bout::Of(amount) => of(amount, false),
            Bout::AtLeast(amount) => of(amount, true),
            Bout::Max(_) => Self::open(open),
        }
    }
}

impl Given {
    /// Returns what a bout asks for.
    pub fn of_segment(compiled: &Compiled<'_>, segment: &Segment<'_>, movement: MovementId) -> Self {
        let movement = compiled.program.movement(movement);
        let open = segment.choice.and_then(|choice| choice.open);
        Self::new(compiled, Dose::of_segment(segment), movement, &segment.targets, open)
    }

    /// Returns what an alternative asks for, whose bout is that of the segment where it has none of its own.
    pub fn of_alternative(
        compiled: &Compiled<'_>,
        other: &Choice,
        bout: Option<&Bout>,
        targets: &[SettledTarget],
        segment: &Segment<'_>,
    ) -> Self {
        let dose = bout.map_or_else(|| Dose::of_segment(segment), |bout| Dose::of_bout(bout, other.open));
        Self::new(compiled, dose, compiled.program.movement(other.movement), targets, other.open)
    }

    /// Returns what an easier form asks for: as much, with whatever load.
    pub fn of_easier(compiled: &Compiled<'_>, name: &str, segment: &Segment<'_>) -> Self {
        let known = compiled.program.movement_called(name).map(|id| compiled.program.movement(id).clone());
        let movement = known.unwrap_or_else(|| Movement::unknown(name));
        Self::new(compiled, Dose::of_segment(segment), &movement, &[], None)
    }

    fn new(
        compiled: &Compiled<'_>,
        dose: Dose,
        movement: &Movement,
        targets: &[SettledTarget],
        open: Option<Open>,
    ) -> Self {
        let (load, weight) = match load(compiled, movement, targets, open) {
            Some((load, weight)) => (Some(load), weight),
            None => (None, None),
        };
        let is_timed = dose.amount.is_some_and(|amount| is_timed_ground(amount, dose.unit, movement));
        Self {
            dose: spelled::dose(dose.unit),
            amount: dose.amount,
            range: dose.range,
            or_more: dose.or_more,
            load,
            weight,
            is_timed,
        }
    }

    /// Tells whether both are asked in the same words.
    pub fn is_asked_like(&self, other: &Self) -> bool {
        (self.range, self.or_more, self.weight) == (other.range, other.or_more, other.weight)
    }

    /// Spells how much is asked for.
    pub fn asked(&self) -> String {
        let Some((low, high)) = self.range else { return String::new() };
        let plus = if self.or_more { "+" } else { "" };
        format!("{}{plus}", spelled::amount(low, high, &self.dose))
    }

    /// Spells with what load, with a blank before it.
    pub fn asked_load(&self) -> String {
        match (self.weight, &self.load) {
            (Some(weight), Some(load)) => format!(" @ {}", spelled::figure(weight, load)),
            (None | Some(_), _) => String::new(),
        }
    }
}

/// Returns what a load is in, and how much it is where that is known. None where there is no load to write down.
fn load(
    compiled: &Compiled<'_>,
    movement: &Movement,
    targets: &[SettledTarget],
    open: Option<Open>,
) -> Option<(Measure, Option<i64>)> {
    let athlete = compiled.program.athlete.as_deref();
    let own_unit = athlete.map_or(Unit::Kilogram, |athlete| athlete.units.unit());
    let measure = |before, unit| {
        let step = match athlete {
            Some(athlete) if unit == own_unit => athlete.step(),
            Some(_) | None if unit == Unit::Pound => STEP_IN_POUNDS,
            Some(_) | None => STEP_IN_KILOGRAMS,
        };
        spelled::load(before, unit, step)
    };
    // The body alone is no load to write down.
    let is_bare = |target: &SettledTarget| target.kind == TargetKind::Bodyweight && target.value.is_none();
    let target = targets.iter().find(|target| target.kind.is_weight() && !is_bare(target));
    let Some(target) = target else {
        let is_open = open.and_then(Open::reps_worked_up_to).is_some();
        return (is_open || movement.is_loaded()).then(|| (measure("", own_unit), None));
    };
    let before = [
        (matches!(target.kind, TargetKind::Load { implements: 2.. }), "2x"),
        (target.kind == TargetKind::Bodyweight, "bodyweight +"),
        (target.kind == TargetKind::Assistance, "-"),
    ];
    let before = before.into_iter().find(|(is_it, _)| *is_it).map_or("", |(_, before)| before);
    let has_two = target.women.is_some() && target.own.is_none();
    match results::load_of(target).filter(|_| !has_two) {
        Some(load) => Some((measure(before, load.unit), Some(load.figure))),
        None if matches!(target.unit, Unit::Kilogram | Unit::Pound) => {
            Some((measure(before, target.unit), None))
        }
        None => Some((measure(before, own_unit), None)),
    }
}
