//! `at 50% of sets, 90% of load, 70% of distance and time`: a workout with fewer sets, lighter loads, less ground and time.

use crate::athlete::Rounding;
use crate::check::program::{
    Amount, Block, BlockKind, Bout, LiftedIn, OwnTarget, Scale, SetGroup, Target, TargetKind, Unit,
};
use crate::quantity::Kind;

/// One whole set or round, in thousandths.
const ONE: i64 = 1000;

/// Returns a share of a number of sets or rounds, rounded up, so at least one.
pub(super) fn count(amount: &Amount, share: i64) -> Amount {
    let scaled = |figure: i64| part(figure, share, ONE).max(ONE);
    Amount { low: scaled(amount.low), high: scaled(amount.high), women: amount.women.map(scaled), ..*amount }
}

/// Returns a share of the sets of a statement. Of sets that differ, the first ones are kept; for more than all, the
/// last one is repeated. Of `3x5+` the last set stays open.
pub(super) fn sets(groups: Vec<SetGroup>, share: i64) -> Vec<SetGroup> {
    if let [before, open] = &*groups
        && is_one_dose(before, open)
    {
        let all = Amount::exactly(before.count.low.saturating_add(ONE), before.count.unit);
        let left = count(&all, share).low - ONE;
        let before = SetGroup { count: Amount::exactly(left, before.count.unit), ..before.clone() };
        return [before, open.clone()].into_iter().filter(|group| group.count.low > 0).collect();
    }
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

/// Tells whether sets are those of one dose whose last set is open: `3x5+`.
fn is_one_dose(before: &SetGroup, open: &SetGroup) -> bool {
    let is_alike =
        matches!((&before.bout, &open.bout), (Bout::Of(own), Bout::AtLeast(least)) if own == least);
    let is_one = open.count == Amount::exactly(ONE, open.count.unit) && !before.count.is_range();
    // In a list each set has a load of its own.
    let has_parts = |group: &SetGroup| !group.targets.is_empty() || group.own.is_some();
    is_alike && is_one && !has_parts(before) && !has_parts(open)
}

/// Returns a share of a distance or a time that is done once, rounded as coaches do. Other doses stay as they are.
pub(super) fn dose(amount: &Amount, scale: Scale) -> Amount {
    let (share, steps) = match amount.unit.kind() {
        Kind::Distance => (scale.distance, distance_steps(amount.unit)),
        Kind::Time => (scale.time, TIME_STEPS),
        Kind::Count
        | Kind::Calories
        | Kind::Breaths
        | Kind::Steps
        | Kind::Strokes
        | Kind::Mass
        | Kind::Size
        | Kind::Percent
        | Kind::HeartRate
        | Kind::Power
        | Kind::Cadence
        | Kind::StrokeRate
        | Kind::Speed
        | Kind::Pace => return *amount,
    };
    if share == Scale::WHOLE {
        return *amount;
    }
    let scaled = |figure: i64| stepped(nearest(figure, share), steps, amount.unit);
    Amount { low: scaled(amount.low), high: scaled(amount.high), women: amount.women.map(scaled), ..*amount }
}

/// Returns a share of the time of an EMOM: whole minutes, at least one.
pub(super) fn minutes(amount: &Amount, share: i64) -> Amount {
    const MINUTE: i64 = 60_000;
    if share == Scale::WHOLE {
        return *amount;
    }
    let scaled = |figure: i64| to_step(nearest(figure, share), MINUTE).max(MINUTE);
    Amount { low: scaled(amount.low), high: scaled(amount.high), women: amount.women.map(scaled), ..*amount }
}

/// From which figure on a scaled one is rounded to which step, in thousandths of the unit; the largest first.
type Steps = [(i64, i64); 3];

/// From ten minutes to a minute, else to five seconds.
const TIME_STEPS: Steps = [(600_000, 60_000), (5_000, 5_000), (0, 1_000)];

/// From 5 km to half a kilometre, from 1 km to 100 m, else to 50 m, and below that to a metre; in other units alike.
fn distance_steps(unit: Unit) -> Steps {
    if unit == Unit::Kilometre {
        [(5_000, 500), (1_000, 100), (0, 50)]
    } else if unit == Unit::Mile {
        [(3_000, 250), (1_000, 100), (0, 50)]
    } else {
        [(5_000_000, 500_000), (1_000_000, 100_000), (50_000, 50_000)]
    }
}

/// Rounds a scaled figure to the step of its size. Where even the smallest is larger than the figure, it goes to a whole unit.
fn stepped(figure: i64, steps: Steps, unit: Unit) -> i64 {
    let step = steps.into_iter().find(|&(from, _)| figure >= from).map_or(ONE, |(_, step)| step);
    let rounded = to_step(figure, step);
    let is_small = matches!(unit, Unit::Kilometre | Unit::Mile);
    if rounded > 0 { rounded } else { figure.max(if is_small { 1 } else { ONE }) }
}

/// Returns a figure at the nearest whole step.
fn to_step(figure: i64, step: i64) -> i64 {
    (figure + step / 2).div_euclid(step) * step
}

/// Returns the step to which a scaled load is rounded: the athlete's, if it is in the same unit, else that of common
/// plates.
fn load_step(unit: Unit, athlete: Option<Amount>) -> Option<i64> {
    let own = athlete.filter(|rounding| rounding.unit == unit).map(|rounding| rounding.low);
    let usual = if unit == Unit::Pound { 5_000 } else { 2_500 };
    (unit.kind() == Kind::Mass).then(|| own.unwrap_or(usual)).filter(|&step| step > 0)
}

/// Scales a load or a percentage, with the step of its progression. Other targets stay as they are. A load goes to the step
/// of `rounding`.
pub(super) fn load(target: Target, share: i64, rounding: Option<Amount>) -> Target {
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
    // What it is a part of is scaled itself.
    let is_of_scaled = matches!(
        target.lifted.as_deref().map(|lifted| &lifted.what),
        Some(LiftedIn::Day(_) | LiftedIn::Session(_) | LiftedIn::TopSet { has_load: true })
    );
    if share == Scale::WHOLE || is_of_scaled {
        return target;
    }
    let scale = |amount: Amount, rounds: bool| {
        let step = load_step(amount.unit, rounding).filter(|_| rounds);
        let scaled = |figure: i64| {
            let exact = nearest(figure, share);
            // A tie goes down, as for an athlete, and nothing becomes zero.
            let rounded = step.map_or(exact, |step| (exact + (step - 1) / 2).div_euclid(step) * step);
            if rounded == 0 { exact.max(i64::from(figure > 0)) } else { rounded }
        };
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
        // What the athlete lifts is rounded to what can be loaded when its figure is settled.
        let rounds = own.rounding == Rounding::Exactly;
        let amount = |amount: Amount| scale(amount, rounds);
        let scaled = Target { amount: target.amount.map(amount), to: target.to.map(amount), ..target };
        Box::new(OwnTarget { target: scaled, ..*own })
    });
    let amount = |amount: Amount| scale(amount, true);
    // The load that is added to bodyweight is scaled, but the athlete weighs the same as before.
    let own = own.filter(|_| target.kind != TargetKind::Bodyweight);
    Target {
        amount: target.amount.map(amount),
        to: target.to.map(amount),
        plus: target.plus.map(amount),
        own,
        lifted: target.lifted,
        kind: target.kind,
    }
}

/// Returns the scale of what is within a block of so many `rounds`. Only the outermost repetition is scaled, so if the block
/// itself repeats, neither sets nor distances nor times in it are.
pub(super) fn within(block: &Block, rounds: Option<&Amount>, scale: Scale) -> Scale {
    let once = Scale { load: scale.load, ..Scale::default() };
    match block.kind {
        BlockKind::Amrap { .. } | BlockKind::Emom { .. } | BlockKind::Every { .. } | BlockKind::Tabata => {
            once
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
            if repeats { once } else { scale }
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
