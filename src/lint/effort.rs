//! What the figures of a bout demand of the athlete.

use super::demands::Demands;
use crate::check::program::TargetKind;
use crate::timeline::Segment;
pub use crate::timeline::effort::*;

/// Returns what the figures of a bout demand, whatever the movement.
pub fn of(segment: &Segment<'_>) -> Demands {
    let mut demands = Demands::NOTHING;
    demands.add(Demands::LIMIT, is_to_the_limit(segment));
    if segment.targets.iter().any(|target| is_effort(&target.kind)) {
        demands.add(Demands::ALL_OUT, is_all_out(&segment.targets));
        demands.add(Demands::HEAVY, is_heavy(&segment.targets));
    }
    demands
}

/// Tells whether a target says how hard the work is. Most are plain loads and distances.
fn is_effort(kind: &TargetKind) -> bool {
    matches!(
        kind,
        TargetKind::Percent { .. }
            | TargetKind::RepMax
            | TargetKind::Rpe
            | TargetKind::Rir
            | TargetKind::Zone
            | TargetKind::Effort(_)
    )
}
