//! A workout that is all timed and does not say how long it takes.
//!
//! # Why
//! Where every bout and every rest is on the clock, the length is known to the second. Written down as `expect duration`,
//! it is checked from then on, and a slip of the finger in one of the figures does not go unnoticed. It is a note, for
//! those who ask for it: a coach may well leave it out.
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
//! There is no figure in it: it is only said where no part of the length is an estimate.

use super::{Found, Session};
use crate::check::program::ExpectationKind;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;

/// What it gives.
pub const RULE: Rule = Rule::MissingDuration;

/// Looks whether a length that is known is said.
pub fn check(session: &Session<'_>, found: &mut Found) {
    let timeline = session.timeline;
    let says_so = |kind: &ExpectationKind| match kind {
        ExpectationKind::Exactly(_)
        | ExpectationKind::Between(..)
        | ExpectationKind::AtMost(_)
        | ExpectationKind::AtLeast(_) => true,
        ExpectationKind::Equipment(_) => false,
    };
    let is_said = session.workout.expectations.iter().any(|expectation| says_so(&expectation.kind));
    if is_said || timeline.estimated || timeline.likely_ms == 0 {
        return;
    }
    let (least, most) = (clock(timeline.least_ms), clock(timeline.most_ms));
    let length = if least == most { least } else { format!("{least}-{most}") };
    let message = format!("every part of this is timed, {length} in all, and it does not say so");
    let help = format!("`expect duration {length}` keeps it so");
    found.report(Diagnostic::new(RULE, session.title_place(), message).help(help));
}
