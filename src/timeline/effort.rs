//! How hard a bout is asked to be.

use super::{Ending, Segment, SettledTarget};
use crate::check::program::{Effort, TargetKind};
use crate::training::rep_max;

/// From this share of the one-repetition maximum on, a load is heavy, in thousandths of a per cent: it allows six
/// repetitions at most (National Strength and Conditioning Association, Essentials of Strength Training and
/// Conditioning, the table of repetitions at a percentage), and the same book counts sets of six or fewer as training
/// for strength.
pub const HEAVY_PERCENT: i64 = 85_000;

/// From here on, an effort is close to the limit, in thousandths: at 9 of 10, one more repetition would have been
/// possible (Zourdos and others, Journal of Strength and Conditioning Research 2016).
pub const HARD_RPE: i64 = 9_000;

/// The highest of the five heart rate zones, in thousandths: nobody can keep it up for long.
const HARD_ZONE: i64 = 5_000;

/// Returns the share of the movement's own one-repetition maximum, in thousandths of a per cent.
pub fn percent_of_own_max(targets: &[SettledTarget]) -> Option<i64> {
    let of_rep_max = || said(targets, &TargetKind::RepMax).map(rep_max::load_for);
    said(targets, &TargetKind::Percent { of: None }).or_else(of_rep_max)
}

/// Returns the effort out of ten, in thousandths, also from repetitions in reserve.
pub fn rpe(targets: &[SettledTarget]) -> Option<i64> {
    said(targets, &TargetKind::Rpe).or_else(|| said(targets, &TargetKind::Rir).map(|left| 10_000 - left))
}

/// Tells whether a bout is all-out: rpe 9 and above, zone 5, or `hard`.
pub fn is_all_out(targets: &[SettledTarget]) -> bool {
    rpe(targets).is_some_and(|rpe| rpe >= HARD_RPE)
        || said(targets, &TargetKind::Zone).is_some_and(|zone| zone >= HARD_ZONE)
        || targets.iter().any(|target| target.kind == TargetKind::Effort(Effort::Hard))
}

/// Tells whether a bout is easier than its name: a stride at an easy pace.
pub fn is_held_back(targets: &[SettledTarget]) -> bool {
    let efforts = [Effort::Easy, Effort::Moderate].map(TargetKind::Effort);
    rpe(targets).is_some_and(|rpe| rpe < HARD_RPE)
        || said(targets, &TargetKind::Zone).is_some_and(|zone| zone < HARD_ZONE)
        || targets.iter().any(|target| efforts.contains(&target.kind))
}

/// Tells whether the load is heavy, as a share of the movement's own maximum.
pub fn is_heavy(targets: &[SettledTarget]) -> bool {
    percent_of_own_max(targets).is_some_and(|percent| percent >= HEAVY_PERCENT)
}

/// Tells whether a bout goes on until no more can be done.
pub fn is_to_the_limit(segment: &Segment<'_>) -> bool {
    segment.dose.is_some_and(|dose| match dose.ending {
        Ending::Max | Ending::OrMore => true,
        Ending::Done | Ending::MaxWithin => false,
    })
}

/// Returns the figure of a target of this kind, at the level.
fn said(targets: &[SettledTarget], kind: &TargetKind) -> Option<i64> {
    targets.iter().find(|target| target.kind == *kind).and_then(|target| target.value)
}
