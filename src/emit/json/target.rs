//! Targets: how hard to work, as written and as settled at a level.

use super::model;
use super::number::Thousandths;
use super::{quantity, spelling};
use crate::check::program::{Amount, LAST_TIME, Target, TargetKind, Unit};
use crate::timeline::SettledTarget;

/// Critical swim speed, which is a pace without the word `pace` after it.
const CRITICAL_SWIM_SPEED: &str = "css";

/// Returns targets as they are written.
pub fn written(targets: &[Target]) -> Vec<model::Target<'_>> {
    targets.iter().map(one_written).collect()
}

/// Returns targets at the level they are settled at, with the ranges they were taken from.
pub fn settled(targets: &[SettledTarget]) -> Vec<model::Target<'_>> {
    targets.iter().map(one_settled).collect()
}

/// Returns a target as it is written.
fn one_written(target: &Target) -> model::Target<'_> {
    let (amount, to) = (target.amount.as_ref(), target.to.as_ref());
    let own = target.own.as_deref().and_then(|own| {
        let rounded = |amount: &Amount| own.rounded_amount(amount);
        Some(own_figures(
            &own.target.kind,
            &rounded(own.target.amount.as_ref()?),
            own.target.to.as_ref().map(rounded),
        ))
    });
    model::Target { own, ..with_figures(&target.kind, amount, to, target.plus.as_ref()) }
}

/// Returns a target as it is settled at a level, with the range it was taken from.
fn one_settled(target: &SettledTarget) -> model::Target<'_> {
    let figure = |value| Amount::exactly(value, target.unit);
    let amount = target.value.map(|value| Amount { women: target.women, ..figure(value) });
    let plus = target.plus.filter(|(mass, _)| *mass != 0).map(|(mass, unit)| Amount::exactly(mass, unit));
    let mut settled =
        with_figures(&target.kind, amount.as_ref(), target.to.map(figure).as_ref(), plus.as_ref());
    if let (Some(amount), Some(low), Some(high)) = (&mut settled.amount, target.low, target.high)
        && low != high
    {
        amount.low = Some(Thousandths(low));
        amount.high = Some(Thousandths(high));
    }
    settled.own = target.own.as_deref().and_then(|own| {
        let figure = |value| Amount::exactly(value, own.unit);
        Some(own_figures(&own.kind, &figure(own.value?), own.to.map(figure)))
    });
    settled
}

/// Returns what a target comes to for the athlete.
fn own_figures(kind: &TargetKind, amount: &Amount, to: Option<Amount>) -> model::OwnTarget {
    model::OwnTarget {
        kind: kind.into(),
        amount: quantity::measured(amount),
        to: to.as_ref().map(quantity::measured),
        text: text(kind, Some(amount), to.as_ref(), None),
    }
}

/// Spells targets as a coach writes them after the `@`.
pub fn spelled(targets: &[Target]) -> String {
    let spelled = |target: &Target| {
        text(&target.kind, target.amount.as_ref(), target.to.as_ref(), target.plus.as_ref())
    };
    let texts: Vec<String> = targets.iter().map(spelled).collect();
    texts.join(" and ")
}

/// Returns a target with the figures it has.
fn with_figures<'a>(
    kind: &'a TargetKind,
    amount: Option<&Amount>,
    to: Option<&Amount>,
    plus: Option<&Amount>,
) -> model::Target<'a> {
    let mut target = model::Target {
        kind: kind.into(),
        amount: amount.map(quantity::measured),
        to: to.map(quantity::measured),
        plus: plus.map(quantity::measured),
        implements: None,
        of: None,
        name: None,
        effort: None,
        own: None,
        text: text(kind, amount, to, plus),
    };
    match kind {
        TargetKind::Load { implements } => target.implements = Some(*implements).filter(|&count| count > 1),
        TargetKind::Percent { of } => target.of = of.as_deref(),
        TargetKind::NamedPace { name } => target.name = Some(name),
        TargetKind::Effort(effort) => target.effort = Some((*effort).into()),
        TargetKind::Bodyweight
        | TargetKind::Assistance
        | TargetKind::Size
        | TargetKind::RepMax
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

/// All of a load, in thousandths of a per cent.
const ALL: i64 = 100_000;

/// Spells a target as a coach writes it.
fn text(kind: &TargetKind, amount: Option<&Amount>, to: Option<&Amount>, plus: Option<&Amount>) -> String {
    let mut figure = amount.map(spelling::amount).unwrap_or_default();
    // All of what was lifted the last time goes without its 100%.
    let is_last_time = matches!(kind, TargetKind::Percent { of: Some(of) } if &**of == LAST_TIME)
        && amount == Some(&Amount::exactly(ALL, Unit::Percent));
    if is_last_time {
        LAST_TIME.clone_into(&mut figure);
    }
    if let Some(plus) = plus {
        figure.push(' ');
        figure.push_str(&spelling::added(plus));
    }
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
        TargetKind::Percent { .. } if is_last_time => figure,
        TargetKind::Percent { of: Some(of) } => format!("{figure} of {of}"),
        TargetKind::RepMax => format!("{figure}rm"),
        TargetKind::Bodyweight => format!("bodyweight{}", added()),
        TargetKind::Assistance => format!("-{figure}"),
        TargetKind::Rpe => format!("rpe {figure}"),
        TargetKind::Rir => format!("rir {figure}"),
        TargetKind::Zone => format!("zone {figure}"),
        TargetKind::Slope => format!("slope {figure}"),
        TargetKind::NamedPace { name } if name.ends_with("pace") || &**name == CRITICAL_SWIM_SPEED => {
            format!("{name}{}", added())
        }
        TargetKind::NamedPace { name } => format!("{name} pace{}", added()),
        TargetKind::Effort(effort) => effort.name().to_owned(),
    };
    if let Some(to) = to {
        text.push_str(" to ");
        text.push_str(&spelling::amount(to));
    }
    text
}
