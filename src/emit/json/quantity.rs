//! Amounts as quantities of the contract.

use super::model::{Progression, Quantity, Unit};
use super::number::Thousandths;
use super::spelling;
use crate::check::program::{self, Amount, Open};

/// Returns an amount as it is written. `counted` says what a bare number counts.
pub fn written(amount: &Amount, counted: Option<Unit>) -> Quantity {
    let end = |value| amount.is_range().then_some(Thousandths(value));
    Quantity {
        value: (!amount.is_range()).then_some(Thousandths(amount.low)),
        low: end(amount.low),
        high: end(amount.high),
        women: amount.women.map(Thousandths),
        unit: unit(amount.unit, counted),
        per_m: per_m(amount.unit),
        progression: amount.progression.map(progression),
        text: spelling::amount(amount),
    }
}

/// Returns a time, a distance or a target as it is written; a bare number counts nothing.
pub fn measured(amount: &Amount) -> Quantity {
    written(amount, None)
}

/// Returns the unit of what is counted without a figure; none for repetitions.
pub fn counted_in(open: Open) -> Option<Unit> {
    match open {
        Open::In(unit) => self::unit(unit, None),
        Open::UpTo(_) => None,
    }
}

/// Returns the unit of a quantity; `counted` for bare numbers.
fn unit(unit: program::Unit, counted: Option<Unit>) -> Option<Unit> {
    Some(match unit {
        program::Unit::Count => return counted,
        program::Unit::Second | program::Unit::SecondPer { .. } => Unit::Second,
        program::Unit::Metre => Unit::Metre,
        program::Unit::Kilometre => Unit::Kilometre,
        program::Unit::Mile => Unit::Mile,
        program::Unit::Yard => Unit::Yard,
        program::Unit::Foot => Unit::Foot,
        program::Unit::Calorie => Unit::Calorie,
        program::Unit::Breath => Unit::Breath,
        program::Unit::Step => Unit::Step,
        program::Unit::Stroke => Unit::Stroke,
        program::Unit::Kilogram => Unit::Kilogram,
        program::Unit::Pound => Unit::Pound,
        program::Unit::Inch => Unit::Inch,
        program::Unit::Centimetre => Unit::Centimetre,
        program::Unit::Millimetre => Unit::Millimetre,
        program::Unit::Percent => Unit::Percent,
        program::Unit::BeatPerMinute => Unit::BeatPerMinute,
        program::Unit::Watt => Unit::Watt,
        program::Unit::RevolutionPerMinute => Unit::RevolutionPerMinute,
        program::Unit::StrokePerMinute => Unit::StrokePerMinute,
        program::Unit::KilometrePerHour => Unit::KilometrePerHour,
        program::Unit::MilePerHour => Unit::MilePerHour,
    })
}

/// Returns the metres that a pace is held against.
fn per_m(unit: program::Unit) -> Option<Thousandths> {
    if let program::Unit::SecondPer { mm } = unit { Some(Thousandths(mm)) } else { None }
}

/// Returns what is added at each turn.
fn progression(step: program::Progression) -> Progression {
    Progression { add: Thousandths(step.by), percent: step.percent, each: step.each.into() }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::check::program::Each;

    fn json_of(amount: Amount) -> Value {
        serde_json::to_value(written(&amount, Some(Unit::Reps))).unwrap()
    }

    #[test]
    fn quantities_have_their_figures_unit_and_text() {
        let count = |milli| Amount::exactly(milli, program::Unit::Count);
        let kilograms = |milli| Amount::exactly(milli, program::Unit::Kilogram);
        let week = program::Progression { by: 2_500, percent: false, each: Each::Week };
        let row = program::Unit::SecondPer { mm: 500_000 };
        for (amount, expected) in [
            (kilograms(24_000), json!({ "value": 24, "unit": "kg", "text": "24kg" })),
            (
                Amount { high: 12_000, ..count(8_000) },
                json!({ "low": 8, "high": 12, "unit": "reps", "text": "8-12" }),
            ),
            (
                Amount::exactly(90_000, program::Unit::Second),
                json!({ "value": 90, "unit": "s", "text": "90s" }),
            ),
            (
                Amount { women: Some(30_000), ..kilograms(43_000) },
                json!({ "value": 43, "women": 30, "unit": "kg", "text": "43/30kg" }),
            ),
            (
                Amount::exactly(120_000, row),
                json!({ "value": 120, "unit": "s", "per_m": 500, "text": "2:00/500m" }),
            ),
            (
                Amount { progression: Some(week), ..kilograms(60_000) },
                json!({
                    "value": 60,
                    "unit": "kg",
                    "progression": { "add": 2.5, "each": "week" },
                    "text": "60kg +2.5kg each week"
                }),
            ),
        ] {
            assert_eq!(json_of(amount), expected);
        }
    }

    #[test]
    fn a_bare_number_that_counts_nothing_has_no_unit() {
        let rpe = measured(&Amount::exactly(8_000, program::Unit::Count));
        assert_eq!(serde_json::to_value(rpe).unwrap(), json!({ "value": 8, "text": "8" }));
    }
}
