//! There is heavy or explosive work with no warm-up before it.
//!
//! # Why
//! Cold muscles tear more easily, and they are weaker. A warm-up is a `warmup` block, lighter sets of the same kind
//! of movement, three minutes of any easier work, or a word about it anywhere in the workout: a title, a note, a cue,
//! even a comment. The rule does not apply to a workout that another one in the file does, to AMRAPs and work for
//! time, or to jumps at the athlete's own pace.
//!
//! # Wrong
//! ```wod
//! back squat 5x3 @ 90% rest 3min
//! ```
//!
//! # Right
//! ```wod
//! warmup <
//!   bike 5min @ easy
//!   back squat 5 @ 50%, 3 @ 70%, 1 @ 80% rest 1min
//! >
//! back squat 5x3 @ 90% rest 3min
//! ```
//!
//! # Source
//! - **85 %** of the one-repetition maximum and more is heavy: it allows six repetitions at most (National Strength
//!   and Conditioning Association, Essentials of Strength Training and Conditioning). So is a set of up to six of a
//!   barbell lift at **rpe 9** or above, which leaves one repetition at most (Zourdos and others, Journal of Strength
//!   and Conditioning Research 2016). A percentage of a training max or of another lift is not taken for heavy.
//! - **Explosive** are sprints, jumps down from a box, and runs, rides and rows of a minute at most at rpe 9 and above:
//!   most strains of the hamstrings happen at full speed (Askling and others, British Journal of Sports Medicine 2013).
//! - **3 minutes**: 5 to 10 are advised (American College of Sports Medicine, Guidelines for Exercise Testing and
//!   Prescription). A coach who has planned three minutes has not forgotten it.

use super::demands::Demands;
use super::effort::{HARD_RPE, HEAVY_PERCENT, is_held_back, is_heavy, percent_of_own_max, rpe};
use super::found::Found;
use super::workout_view::WorkoutView;
use crate::training::rep_max;
use crate::check::program::{Pattern, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{Measure, Target, TargetSyntax};
use crate::timeline::{Segment, SegmentKind};

/// What it gives.
pub const RULE: Rule = Rule::NoWarmup;

/// How much easier work before is a warm-up. The page says why.
const WARM_MS: i64 = 3 * 60_000;

/// The longest all-out bout that is a sprint.
const SPRINT_MS: i64 = 60_000;

/// The most repetitions of a heavy set, in thousandths.
const HEAVY_REPETITIONS: i64 = 6_000;

/// What a workout says that has a warm-up in mind: in English, and the word itself in a few other languages.
const WORDS: [&str; 18] = [
    "warm", "ramp", "build up", "build to", "build-up", "work up", "working up", "prep", "activation", "priming",
    "primer", "mobili", "échauffement", "aufwärm", "calentamiento", "riscaldamento", "aquecimento", "opwarm",
];

/// Finds the first heavy or explosive bout, and what there is before it.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    if !view.asked.any(Demands::HEAVY.and(Demands::ALL_OUT).and(Demands::SUDDEN)) {
        return;
    }
    let mut before = Before::default();
    let Some(hard) = before.first_hard(view, &view.timeline.segments) else { return };
    let (Some(step), Some(choice)) = (hard.step, hard.choice) else { return };
    let pattern = hard.movement.and_then(|id| view.movement(id).pattern);
    let is_warm = before.ms >= WARM_MS || pattern.is_some_and(|pattern| before.patterns.contains(&pattern));
    if is_warm || view.around(step).is_none() || says_so(view) || view.is_done_by_another() {
        return;
    }
    let place = view.target_or_name(step, choice, is_hard_target);
    let what = if is_heavy(&hard.targets) {
        format!("{}% is heavy", percent_of_own_max(&hard.targets).unwrap_or_default() / 1_000)
    } else if rpe(&hard.targets).is_some_and(|rpe| rpe >= HARD_RPE) {
        "this takes all or nearly all there is".to_owned()
    } else {
        format!("`{}` is explosive", view.text(choice.name_span))
    };
    found.report(
        Diagnostic::new(RULE, place, format!("{what}, and there is no warm-up before it"))
            .help("write one, such as `warmup < bike 5min @ easy >`, or lighter sets first; a `note` about it does too"),
    );
}

/// What is done before the first hard bout.
#[derive(Debug, Default)]
struct Before {
    ms: i64,
    patterns: Vec<Pattern>,
}

impl Before {
    /// Goes through segments until the first hard one.
    fn first_hard<'s, 'p>(&mut self, view: &WorkoutView<'_>, segments: &'s [Segment<'p>]) -> Option<&'s Segment<'p>> {
        for segment in segments {
            match segment.kind {
                SegmentKind::Work if is_hard(view, segment) => return Some(segment),
                SegmentKind::Interval => {
                    if let Some(hard) = self.first_hard(view, &segment.steps) {
                        return Some(hard);
                    }
                }
                SegmentKind::Amrap | SegmentKind::ForTime => self.ms += segment.duration_ms,
                SegmentKind::Rest if segment.movement.is_none() => {}
                SegmentKind::Work | SegmentKind::Rest => self.add(view, segment),
                SegmentKind::Transition | SegmentKind::Switch => {}
            }
            // Nothing that follows could be said to be cold.
            if self.ms >= WARM_MS {
                return None;
            }
        }
        None
    }

    fn add(&mut self, view: &WorkoutView<'_>, segment: &Segment<'_>) {
        self.ms += segment.duration_ms;
        let pattern = segment.movement.and_then(|id| view.movement(id).pattern);
        self.patterns.extend(pattern.filter(|pattern| !self.patterns.contains(pattern)));
    }
}

/// Tells whether a bout is heavy or explosive.
fn is_hard(view: &WorkoutView<'_>, segment: &Segment<'_>) -> bool {
    let Some(movement) = segment.movement.map(|id| view.movement(id)) else { return false };
    let Some(dose) = segment.dose else { return false };
    let is_near_the_limit = rpe(&segment.targets).is_some_and(|rpe| rpe >= HARD_RPE);
    let is_short_set = dose.unit == Unit::Count && dose.value <= HEAVY_REPETITIONS;
    let is_sprint = movement.pattern == Some(Pattern::Locomotion) && segment.duration_ms <= SPRINT_MS;
    is_heavy(&segment.targets)
        || is_near_the_limit && (movement.has_max && is_short_set || is_sprint)
        || view.demands(segment).any(Demands::SUDDEN) && !is_held_back(&segment.targets)
}

/// Tells whether a target is what makes a bout heavy or near the limit.
fn is_hard_target(target: &Target) -> bool {
    match &target.kind {
        TargetSyntax::Measured { measure: Measure::Rpe, amount, .. } => amount.high >= HARD_RPE,
        TargetSyntax::Measured { measure: Measure::Rir, .. } => true,
        TargetSyntax::Amount { amount, of: None, .. } => {
            amount.unit == Some(Unit::Percent) && amount.high >= HEAVY_PERCENT
        }
        TargetSyntax::RepMax(repetitions) => rep_max::load_for(repetitions.low) >= HEAVY_PERCENT,
        TargetSyntax::Measured { measure: Measure::Zone | Measure::Slope, .. }
        | TargetSyntax::Amount { .. }
        | TargetSyntax::Minus(_)
        | TargetSyntax::Bodyweight(_)
        | TargetSyntax::Named { .. } => false,
    }
}

/// Tells whether the workout speaks of a warm-up, in whatever place.
fn says_so(view: &WorkoutView<'_>) -> bool {
    // An `allow` of the rule names a warm-up without being about one.
    let text = view.text(view.workout.span).to_lowercase().replace(RULE.name(), "");
    WORDS.iter().any(|word| text.contains(word))
}
