//! There are all-out bouts by the clock for more than 5 minutes, with no rest at all.
//!
//! # Why
//! With six or more short bouts, each as hard as possible and one straight after the other, the second half is not
//! hard any more, only slow. Usually a `rest` was forgotten. All-out bouts are high jumps, sprints and burpees, and
//! anything at rpe 9, in zone 5 or `@ hard`. An easier bout in between, or a rest or transition of any length, counts
//! as a break. The rule does not apply to AMRAPs and work for time, where athletes choose their own pace, or to bouts
//! of more than a minute, which nobody starts at a sprint.
//!
//! # Wrong
//! ```wod
//! circuit rounds 6 work 40s <
//!   jump squat
//!   burpee
//! >
//! ```
//!
//! # Right
//! ```wod
//! circuit rounds 6 work 40s rest 20s <
//!   jump squat
//!   burpee
//! >
//! ```
//!
//! # Source
//! - **5 minutes**: trained runners keep up the speed at which they take in the most oxygen for about 6 minutes on
//!   average (Billat and Koralsztein, Sports Medicine 1996). Bouts harder than that cannot be kept up for longer.
//! - **60 seconds** for a bout: in all-out work of more than about 75 seconds most of the energy comes from oxygen
//!   (Gastin, Sports Medicine 2001), so longer bouts are paced, whatever they are called.

use rustc_hash::FxHashSet;

use super::demands::Demands;
use super::effort;
use super::found::Found;
use super::workout_view::WorkoutView;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;
use crate::source::Span;
use crate::timeline::{Segment, SegmentKind};

/// What it gives.
pub const RULE: Rule = Rule::NoRest;

/// The longest that all-out bouts may follow each other. The page says why.
const LONGEST_MS: i64 = 5 * 60_000;

/// The longest bout that is begun at full speed. The page says why.
const SHORT_BOUT_MS: i64 = 60_000;

/// Looks for a chain of all-out bouts that is too long, and reports each block that has one, once.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    let asked = Demands::EXPLOSIVE.and(Demands::ALL_OUT);
    if view.timeline.likely_ms <= LONGEST_MS || !view.asked.any(asked) {
        return;
    }
    let is_all_out = |segment: &Segment<'_>| {
        let is_timed = !segment.estimated && segment.duration_ms <= SHORT_BOUT_MS;
        is_timed && (view.demands(segment).any(Demands::EXPLOSIVE) || effort::is_all_out(&segment.targets))
    };
    let mut reported = FxHashSet::default();
    let mut chain = Chain::default();
    for segment in &view.timeline.segments {
        match segment.kind {
            SegmentKind::Work if is_all_out(segment) => chain.add(segment),
            SegmentKind::Switch => {}
            SegmentKind::Work
            | SegmentKind::Rest
            | SegmentKind::Transition
            | SegmentKind::Interval
            | SegmentKind::Amrap
            | SegmentKind::ForTime => std::mem::take(&mut chain).report(view, &mut reported, found),
        }
    }
    chain.report(view, &mut reported, found);
}

/// Bouts that follow each other.
#[derive(Debug, Default)]
struct Chain<'s, 'p> {
    ends: Option<(&'s Segment<'p>, &'s Segment<'p>)>,
    ms: i64,
}

impl<'s, 'p> Chain<'s, 'p> {
    fn add(&mut self, segment: &'s Segment<'p>) {
        self.ends = Some((self.ends.map_or(segment, |(first, _)| first), segment));
        self.ms += segment.duration_ms;
    }

    fn report(self, view: &WorkoutView<'_>, reported: &mut FxHashSet<Span>, found: &mut Found) {
        if self.ms <= LONGEST_MS {
            return;
        }
        let Some(place) = self.ends.and_then(|(first, last)| place(view, first, last)) else { return };
        if reported.insert(place) {
            let message = format!("this is {} of all-out work with no rest at all", clock(self.ms));
            found.report(Diagnostic::new(RULE, place, message).help(
                "give each bout a rest, such as `work 40s rest 20s` in the block's first line, or `rest 20s` between two",
            ));
        }
    }
}

/// Returns the first line of the innermost block that holds both ends of a chain; the first movement's name where there
/// is none. None where either end is of a workout that this one does.
fn place(view: &WorkoutView<'_>, first: &Segment<'_>, last: &Segment<'_>) -> Option<Span> {
    let (around, other) = (view.around(first.step?)?, view.around(last.step?)?);
    let shared = around.iter().zip(&other).take_while(|(one, other)| std::ptr::eq(**one, **other)).last();
    match shared {
        Some((block, _)) => view.written_block(block).map(|block| block.header),
        None => first.choice.map(|choice| choice.name_span),
    }
}
