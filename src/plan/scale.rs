//! `sets 50% load 90%`: a workout with fewer sets and lighter loads.

use crate::check::program::{Amount, Block, BlockKind, OwnTarget, Scale, SetGroup, Target, TargetKind, Unit};

/// One whole set or round, in thousandths.
const ONE: i64 = 1000;

/// Returns a share of a number of sets or rounds, rounded up, so at least one.
pub(super) fn count(amount: &Amount, share: i64) -> Amount {
    let scaled = |figure: i64| part(figure, share, ONE).max(ONE);
    Amount { low: scaled(amount.low), high: scaled(amount.high), women: amount.women.map(scaled), ..*amount }
}

/// Returns a share of the sets of a statement. Of sets that differ, the first ones are kept; for more than all, the
/// last one is repeated.
pub(super) fn sets(groups: Vec<SetGroup>, share: i64) -> Vec<SetGroup> {
    let is_list = groups.len() > 1 && groups.iter().all(|group| !group.count.is_range());
    if !is_list {
        let scaled = |group: SetGroup| SetGroup { count: count(&group.count, share), ..group };
        return groups.into_iter().map(scaled).collect();
    }
    let all = groups.iter().fold(0i64, |sum, group| sum.saturating_add(group.count.low));
    let mut left = part(all, share, ONE).max(ONE);
    let last = groups.len() - 1;
    let mut scaled = Vec::with_capacity(groups.len());
    for (at, group) in groups.into_iter().enumerate() {
        let sets = if at == last { left } else { group.count.low.min(left) };
        left -= sets;
        if sets > 0 {
            let count = Amount { low: sets, high: sets, ..group.count };
            scaled.push(SetGroup { count, ..group });
        }
    }
    scaled
}

/// Scales a load or a percentage, with the step of its progression. Other targets stay as they are.
pub(super) fn load(target: Target, share: i64) -> Target {
    match target.kind {
        TargetKind::Load { .. } | TargetKind::Bodyweight | TargetKind::Percent { .. } => {}
        TargetKind::Assistance
        | TargetKind::RepMax
        | TargetKind::Size
        | TargetKind::Rpe
        | TargetKind::Rir
        | TargetKind::Zone
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Speed
        | TargetKind::Pace
        | TargetKind::Slope
        | TargetKind::NamedPace { .. }
        | TargetKind::Effort(_) => return target,
    }
    if share == Scale::WHOLE {
        return target;
    }
    let scaled = |figure: i64| nearest(figure, share);
    let amount = |amount: Amount| {
        let mut progression = amount.progression;
        if let Some(step) = &mut progression
            && (!step.percent || amount.unit == Unit::Percent)
        {
            step.by = scaled(step.by);
        }
        Amount {
            low: scaled(amount.low),
            high: scaled(amount.high),
            women: amount.women.map(scaled),
            unit: amount.unit,
            progression,
        }
    };
    let own = target.own.map(|own| {
        let target = own.target;
        let scaled = Target { amount: target.amount.map(amount), to: target.to.map(amount), ..target };
        Box::new(OwnTarget { target: scaled, ..*own })
    });
    // The load that is added to bodyweight is scaled, but the athlete weighs the same as before.
    let own = own.filter(|_| target.kind != TargetKind::Bodyweight);
    Target {
        amount: target.amount.map(amount),
        to: target.to.map(amount),
        plus: target.plus.map(amount),
        own,
        kind: target.kind,
    }
}

/// Returns the scale of the sets within a block of so many `rounds`. Only the outermost repetition is scaled, so if the
/// block itself repeats, its sets are not.
pub(super) fn sets_within(block: &Block, rounds: Option<&Amount>, share: i64) -> i64 {
    match block.kind {
        BlockKind::Amrap { .. } | BlockKind::Emom { .. } | BlockKind::Every { .. } | BlockKind::Tabata => {
            Scale::WHOLE
        }
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::ForTime
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => {
            let repeats = block.ladder.is_some() || rounds.is_some_and(|rounds| rounds.high > ONE);
            if repeats { Scale::WHOLE } else { share }
        }
    }
}

/// Returns a share of a figure, rounded up to a whole `grain`.
fn part(figure: i64, share: i64, grain: i64) -> i64 {
    let exact = i128::from(figure) * i128::from(share);
    let grain = i128::from(grain);
    let grains = (exact + i128::from(Scale::WHOLE) * grain - 1).div_euclid(i128::from(Scale::WHOLE) * grain);
    i64::try_from(grains * grain).unwrap_or(i64::MAX)
}

/// Returns a share of a figure, to the nearest thousandth.
fn nearest(figure: i64, share: i64) -> i64 {
    let exact = i128::from(figure) * i128::from(share);
    let whole = i128::from(Scale::WHOLE);
    i64::try_from((exact + whole / 2).div_euclid(whole)).unwrap_or(i64::MAX)
}
