//! Targets: how hard to work, as written and as settled at a level.

use super::model;
use super::number::Thousandths;
use super::{quantity, spelling};
use crate::check::program::{Amount, Target, TargetKind};
use crate::timeline::SettledTarget;

/// The pace whose name needs no `pace` after it: critical swim speed.
const CRITICAL_SWIM_SPEED: &str = "css";

/// Returns targets as they are written.
pub fn written(targets: &[Target]) -> Vec<model::Target<'_>> {
    let written = |target| {
        let Target { kind, amount, to } = target;
        let quantity = |amount: &Option<Amount>| amount.as_ref().map(quantity::measured);
        model_of(kind, amount.as_ref(), to.as_ref(), quantity(amount), quantity(to))
    };
    targets.iter().map(written).collect()
}

/// Returns targets at the level they are settled at, with the ranges they were taken from.
pub fn settled(targets: &[SettledTarget]) -> Vec<model::Target<'_>> {
    let settled = |target| {
        let SettledTarget { kind, value, low, high, to, women, unit } = target;
        let amount = value.map(|value| Amount { women: *women, ..Amount::exactly(value, *unit) });
        let to = to.map(|to| Amount::exactly(to, *unit));
        let mut from = amount.as_ref().map(quantity::measured);
        if let (Some(from), Some(low), Some(high)) = (&mut from, low, high)
            && low != high
        {
            from.low = Some(Thousandths(*low));
            from.high = Some(Thousandths(*high));
        }
        model_of(kind, amount.as_ref(), to.as_ref(), from, to.as_ref().map(quantity::measured))
    };
    targets.iter().map(settled).collect()
}

/// Spells targets as they stand after the `@`.
pub fn spelled(targets: &[Target]) -> String {
    let texts: Vec<String> =
        targets.iter().map(|target| text(&target.kind, target.amount.as_ref(), target.to.as_ref())).collect();
    texts.join(" and ")
}

/// Returns one target of the contract.
fn model_of<'a>(
    kind: &'a TargetKind,
    from: Option<&Amount>,
    until: Option<&Amount>,
    amount: Option<model::Quantity>,
    to: Option<model::Quantity>,
) -> model::Target<'a> {
    let mut target = model::Target {
        kind: kind.into(),
        amount,
        to,
        implements: None,
        of: None,
        name: None,
        effort: None,
        text: text(kind, from, until),
    };
    match kind {
        TargetKind::Load { implements } => target.implements = Some(*implements).filter(|&count| count > 1),
        TargetKind::Percent { of } => target.of = of.as_deref(),
        TargetKind::NamedPace { name } => target.name = Some(name),
        TargetKind::Effort(effort) => target.effort = Some((*effort).into()),
        TargetKind::Bodyweight
        | TargetKind::Assistance
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
        | TargetKind::Slope => {}
    }
    target
}

/// Spells a target as a coach writes it.
fn text(kind: &TargetKind, amount: Option<&Amount>, to: Option<&Amount>) -> String {
    let figure = amount.map(spelling::amount).unwrap_or_default();
    let added = || amount.map(|amount| format!(" {}", spelling::signed(amount))).unwrap_or_default();
    let mut text = match kind {
        TargetKind::Load { implements } if *implements > 1 => format!("{implements}x{figure}"),
        TargetKind::Load { .. }
        | TargetKind::Size
        | TargetKind::Percent { of: None }
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Speed
        | TargetKind::Pace => figure,
        TargetKind::Percent { of: Some(of) } => format!("{figure} of {of}"),
        TargetKind::Bodyweight => format!("bodyweight{}", added()),
        TargetKind::Assistance => format!("-{figure}"),
        TargetKind::Rpe => format!("rpe {figure}"),
        TargetKind::Rir => format!("rir {figure}"),
        TargetKind::Zone => format!("zone {figure}"),
        TargetKind::Slope => format!("slope {figure}"),
        TargetKind::NamedPace { name } if &**name == CRITICAL_SWIM_SPEED => format!("{name}{}", added()),
        TargetKind::NamedPace { name } => format!("{name} pace{}", added()),
        TargetKind::Effort(effort) => effort.name().to_owned(),
    };
    if let Some(to) = to {
        text.push_str(" to ");
        text.push_str(&spelling::amount(to));
    }
    text
}
