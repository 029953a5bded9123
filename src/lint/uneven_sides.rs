//! There is more work on one side than on the other.
//!
//! # Why
//! `split squat 10 right` with no `left` anywhere is half an exercise, and fifteen lunges that alternate are eight on
//! one leg and seven on the other. The script does what is written.
//!
//! The rule adds up the whole workout, with turns and rounds as they are done at its level. It does not apply to `per
//! leg` alone, which is always even, to alternatives (`or`), to alternating repetitions in an AMRAP, a `for time`, an
//! interval or on the rungs of a ladder, or to a range of them.
//!
//! One side alone may be intended, as after an injury: `allow uneven-sides "the left knee is still swollen"`. A workout
//! with `scale pain` or `tags rehab` is not looked at.
//!
//! # Wrong
//! ```wod
//! single-arm overhead carry 30m right
//! single-arm overhead carry 20m left
//! lunge 15 alternating
//! ```
//!
//! # Right
//! ```wod
//! single-arm overhead carry 30m right
//! single-arm overhead carry 30m left
//! lunge 16 alternating
//! ```
//!
//! # Source
//! Reasoning: one alternating repetition too many on a side is a mistake if it is more than a tenth of that side's
//! work. `5x5 alternating`, thirteen and twelve, is not reported.

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::Words;
use super::found::Found;
use super::here::each_step;
use super::workout_view::WorkoutView;
use crate::check::program::{Choice, Dose, MovementId, Side, Sides, Step, StepKind, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock;
use crate::syntax::tree::ModifierKind;
use crate::timeline::{Ending, Segment, SegmentKind};

/// What it gives.
pub const RULE: Rule = Rule::UnevenSides;

/// How many repetitions of a side there are for one too many to be lost among them.
const LOST_AMONG: i64 = 10;

/// What is done of one movement.
struct Work<'p> {
    /// The statement it is first done by on one side.
    first: Option<&'p Step>,
    /// The statement it is first done by alternating.
    first_alternating: Option<&'p Step>,
    /// With `right` or `left`: how much on either side, by what it is counted in.
    sides: Vec<(Measure, [i64; 2])>,
    /// With `alternating`: all repetitions, in thousandths.
    alternating: i64,
}

/// What a bout is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// In thousandths of a unit that is not a length.
    Of(Unit),
    /// In tenths of a millimetre, in thousandths.
    Distance,
    /// Bouts that last as long as they can.
    Max,
}

/// Adds up what is done at the workout's level, and looks at each movement.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    // After an injury one side is what it is about.
    if view.workout.felt_scale().is_some() {
        return;
    }
    let mut own = FxHashSet::default();
    let mut may_differ = false;
    each_step(&view.workout.steps, &mut |step, _| {
        if let StepKind::Exercise(exercise) = &step.kind
            && let [choice] = exercise.choices.as_slice()
            && choice.sides != Sides::Together
        {
            may_differ |= matches!(choice.sides, Sides::Only(_) | Sides::Alternating);
            own.insert(std::ptr::from_ref(step));
        }
    });
    if !may_differ {
        return;
    }
    let mut works = Works { own, order: Vec::new(), of: FxHashMap::default() };
    works.add_all(&view.timeline.segments, true);
    for movement in works.order {
        let Some(work) = works.of.get(&movement) else { continue };
        if let Some(diagnostic) = work.uneven_sides(view).or_else(|| work.odd_repetitions(view)) {
            found.report(diagnostic);
        }
    }
}

/// What is done of each movement by the statements that are looked at.
struct Works<'p> {
    /// Those statements: what another workout does, that workout answers for.
    own: FxHashSet<*const Step>,
    /// The movements in the order of their first use.
    order: Vec<MovementId>,
    of: FxHashMap<MovementId, Work<'p>>,
}

impl<'p> Works<'p> {
    /// Adds what is done in some segments. Alternating repetitions count only where they stand free of intervals.
    fn add_all(&mut self, segments: &[Segment<'p>], is_free: bool) {
        for segment in segments {
            self.add_all(&segment.steps, false);
            let (Some(step), Some(choice)) = (segment.step, segment.choice) else { continue };
            if segment.kind != SegmentKind::Work || !self.own.contains(&std::ptr::from_ref(step)) {
                continue;
            }
            let work = self.of.entry(choice.movement).or_insert_with(|| {
                self.order.push(choice.movement);
                Work { first: None, first_alternating: None, sides: Vec::new(), alternating: 0 }
            });
            work.add(segment, step, choice, is_free);
        }
    }
}

impl<'p> Work<'p> {
    fn add(&mut self, segment: &Segment<'p>, step: &'p Step, choice: &Choice, is_free: bool) {
        let Some(dose) = segment.dose else { return };
        if let Some(side) = segment.side {
            if matches!(choice.sides, Sides::Only(_)) {
                self.first.get_or_insert(step);
            }
            let (measure, amount) = match (dose.ending, dose.unit.tenths_of_mm()) {
                (Ending::Max | Ending::MaxWithin, _) => (Measure::Max, 1),
                (Ending::Done | Ending::OrMore, Some(tenths)) => {
                    (Measure::Distance, dose.value.saturating_mul(tenths))
                }
                (Ending::Done | Ending::OrMore, None) => (Measure::Of(dose.unit), dose.value),
            };
            let at = self.sides.iter().position(|(other, _)| *other == measure);
            let at = at.unwrap_or_else(|| {
                self.sides.push((measure, [0, 0]));
                self.sides.len() - 1
            });
            let sum = &mut self.sides[at].1[side as usize];
            *sum = sum.saturating_add(amount);
        } else if is_free
            && choice.sides == Sides::Alternating
            && choice.dose != Dose::FromBlock
            && dose.unit == Unit::Count
            && dose.low == dose.high
            && dose.ending == Ending::Done
        {
            self.first_alternating.get_or_insert(step);
            self.alternating = self.alternating.saturating_add(dose.value);
        }
    }

    /// Reports right and left that differ.
    fn uneven_sides(&self, view: &WorkoutView<'_>) -> Option<Diagnostic> {
        let (measure, [right, left]) = self.sides.iter().find(|(_, [right, left])| right != left)?;
        let (words, name) = words(view, self.first?)?;
        let place = words.modifier(0, |kind| matches!(kind, ModifierKind::Right | ModifierKind::Left))?;
        let (more, less) = if right > left { (Side::Right, Side::Left) } else { (Side::Left, Side::Right) };
        let (much, little) = (measure.write(*right.max(left)), measure.write(*right.min(left)));
        let message = if right.min(left) == &0 {
            format!("`{name}` is done {much} on the {} and not at all on the {}", more.name(), less.name())
        } else {
            format!("`{name}` is done {much} on the {} and {little} on the {}", more.name(), less.name())
        };
        let help = format!(
            "give the {} as much, or write `per side` for both; if it is meant, `allow {} \"…\"` with the reason",
            less.name(),
            RULE.name()
        );
        Some(Diagnostic::new(RULE, place, message).help(help))
    }

    /// Reports an odd number of alternating repetitions.
    fn odd_repetitions(&self, view: &WorkoutView<'_>) -> Option<Diagnostic> {
        let all = self.alternating / 1000;
        let is_odd = self.alternating % 1000 == 0 && all % 2 == 1;
        if !is_odd || all / 2 >= LOST_AMONG {
            return None;
        }
        let (words, name) = words(view, self.first_alternating?)?;
        let message = format!(
            "`{name}` alternates through {all} repetitions, {} on one side and {} on the other",
            all / 2 + 1,
            all / 2
        );
        let help = format!("write an even number, or how many on each, such as `{} per side alternating`", all / 2 + 1);
        Some(Diagnostic::new(RULE, words.dose_span(0)?, message).help(help))
    }
}

/// Returns the words of a statement with the name of its movement.
fn words<'p>(view: &WorkoutView<'p>, step: &Step) -> Option<(Words<'p>, &'p str)> {
    let name = view.performances(step).first()?.name;
    Some((view.words(step), view.text(name)))
}

impl Measure {
    /// Writes so much of it, for a sentence.
    fn write(self, amount: i64) -> String {
        let (figure, unit) = match self {
            Measure::Max => (amount * 1000, "times to failure"),
            Measure::Distance => (amount / 10_000, "m"),
            Measure::Of(Unit::Second) if amount < 60_000 => (amount, "s"),
            Measure::Of(Unit::Second) => return clock(amount),
            Measure::Of(Unit::Calorie) => (amount, "cal"),
            Measure::Of(Unit::Breath) => (amount, "breaths"),
            Measure::Of(Unit::Step) => (amount, "steps"),
            Measure::Of(Unit::Stroke) => (amount, "strokes"),
            Measure::Of(_) => (amount, "times"),
        };
        match (figure / 1000, figure % 1000 / 100) {
            (whole, 0) => format!("{whole} {unit}"),
            (whole, tenth) => format!("{whole}.{tenth} {unit}"),
        }
    }
}
