//! Everything in the workout is timed, but it does not say how long it takes.
//!
//! # Why
//! If every bout and every rest is timed, the length is known to the second. If you write it down as `expect
//! duration`, it is checked from then on, and you notice a typing mistake in any of the figures. It is a note and off
//! by default, since a coach may well leave the duration out.
//!
//! # Wrong
//! ```wod
//! circuit rounds 4 work 40s rest 20s <
//!   squat
//!   push-up
//! >
//! ```
//!
//! # Right
//! ```wod
//! circuit rounds 4 work 40s rest 20s <
//!   squat
//!   push-up
//! >
//! expect duration 8min
//! ```
//!
//! # Source
//! The rule has no figure: it applies if no part of the length is an estimate.

use super::found::Found;
use super::workout_view::WorkoutView;
use crate::check::program::ExpectationKind;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;

/// What it gives.
pub const RULE: Rule = Rule::MissingDuration;

/// Looks whether a length that is known is said.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    let timeline = view.timeline;
    let says_so = |kind: &ExpectationKind| match kind {
        ExpectationKind::Exactly(_)
        | ExpectationKind::Between(..)
        | ExpectationKind::AtMost(_)
        | ExpectationKind::AtLeast(_) => true,
        ExpectationKind::Equipment(_) => false,
    };
    let is_said = view.workout.expectations.iter().any(|expectation| says_so(&expectation.kind));
    if is_said || timeline.estimated || timeline.likely_ms == 0 {
        return;
    }
    let (least, most) = (clock(timeline.least_ms), clock(timeline.most_ms));
    let length = if least == most { least } else { format!("{least}-{most}") };
    let message = format!("every part of this is timed, so it takes {length}, and it does not say so");
    let help = format!("`expect duration {length}` keeps it so");
    found.report(Diagnostic::new(RULE, view.title_place(), message).help(help));
}
