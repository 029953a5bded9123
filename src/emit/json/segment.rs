//! The timeline's segments.

use super::form::Form;
use super::model::{self, Count};
use super::number::{Thousandths, metres};
use super::{quantity, spelling, target};
use crate::check::program::{Amount, Choice, Open, Sides, Unit};
use crate::timeline::{self, Ending, Segment, SettledDose};

/// Returns segments in their order.
pub fn all<'a>(form: Form<'a>, segments: &'a [Segment<'a>]) -> Vec<model::Segment<'a>> {
    segments.iter().map(|segment| one(form, segment)).collect()
}

/// Returns a segment with all that is done inside it.
fn one<'a>(form: Form<'a>, segment: &'a Segment<'a>) -> model::Segment<'a> {
    let movement = segment.movement.map(|id| form.movement(id));
    let count = |unit| counted(segment.dose.as_ref(), unit);
    model::Segment {
        start_ms: form.spare(segment.start_ms),
        duration_ms: segment.duration_ms,
        kind: segment.kind.into(),
        movement: movement.map(|movement| movement.id.as_str()),
        name: movement.and_then(|movement| form.spare(movement.name.as_str()).0),
        side: segment.side.map(Into::into),
        direction: segment.direction,
        round: segment.round.map(of),
        once: segment.once.map(Into::into),
        set: segment.set.map(of),
        alternating: segment.choice.is_some_and(alternates),
        dose_text: segment.dose.as_ref().map(text),
        dose_range: segment.dose.as_ref().and_then(range),
        dose_women: segment.dose.as_ref().and_then(women),
        ending: segment.dose.and_then(|dose| model::Ending::of(dose.ending)),
        counted_in: segment.dose.and_then(|dose| dose.open).and_then(quantity::counted_in),
        build_to: segment.dose.and_then(|dose| dose.open).and_then(Open::reps_worked_up_to),
        reps: count(Unit::Count).map(|reps| reps.0 / 1000),
        distance_m: prescribed(segment.dose.as_ref()).and_then(|dose| metres(dose.value, dose.unit)),
        calories: count(Unit::Calorie),
        breaths: count(Unit::Breath),
        step_count: count(Unit::Step),
        stroke_count: count(Unit::Stroke),
        targets: target::settled(&segment.targets),
        tempo: segment.tempo().map(spelling::tempo),
        ratio: segment.ratio.map(|ratio| format!("{}:{}", ratio.work, ratio.rest)),
        hold_ms: segment.hold_ms,
        cue: segment.cue(),
        estimated: segment.estimated,
        open_ended: segment.open_ended,
        block: segment.block.0,
        steps: all(form, &segment.steps),
    }
}

/// Tells whether the sides of the body take turns within each bout.
fn alternates(choice: &Choice) -> bool {
    match choice.sides {
        Sides::Alternating | Sides::EachAlternating(_) => true,
        Sides::Together | Sides::Each(_) | Sides::Only(_) => false,
    }
}

/// Returns the n-th of so many.
fn of(count: timeline::Count) -> Count {
    Count { n: count.n, of: count.of }
}

/// Returns a dose if the coach asked for its figure. The figure of a `max` is only an estimate.
fn prescribed(dose: Option<&SettledDose>) -> Option<&SettledDose> {
    dose.filter(|dose| dose.ending != Ending::Max)
}

/// Returns a dose's figure if it counts `unit`.
fn counted(dose: Option<&SettledDose>, unit: Unit) -> Option<Thousandths> {
    prescribed(dose).filter(|dose| dose.unit == unit).map(|dose| Thousandths(dose.value))
}

/// Spells a dose as a coach writes it.
fn text(dose: &SettledDose) -> String {
    let figure = || match dose.women {
        Some(women) => spelling::pair(dose.value, women, dose.unit),
        None => spelling::figure(dose.value, dose.unit),
    };
    match dose.ending {
        Ending::Done => figure(),
        Ending::OrMore => figure() + "+",
        Ending::Max => spelling::max(dose.open),
        Ending::MaxWithin => spelling::max_within(dose.open, &figure()),
    }
}

/// Returns the women's figure of a dose, in metres for a distance.
fn women(dose: &SettledDose) -> Option<Thousandths> {
    dose.women.map(|women| metres(women, dose.unit).unwrap_or(Thousandths(women)))
}

/// Returns the range that a dose was taken from, if any.
fn range(dose: &SettledDose) -> Option<model::Quantity> {
    let range = Amount { high: dose.high, ..Amount::exactly(dose.low, dose.unit) };
    range.is_range().then(|| quantity::written(&range, Some(model::Unit::Reps)))
}
