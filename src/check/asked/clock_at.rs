//! `run 8x400m @ 1:25`: a pace, or when the next one starts.

use super::super::Checker;
use super::super::program::{Movement, MovementId, MovementPace};
use super::{Ground, ground};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::{Kind, Unit};
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, Quantity};

/// The distance of a bout, which a clock behind `@` may be the pace of.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Distance {
    /// Where it is written.
    span: Span,
    /// How long it is, in millimetres.
    mm: i64,
    /// Its unit.
    unit: Unit,
    /// The movement's name and all up to the end of the dose.
    before: Span,
    /// Whether there are several sets, which may start by the clock.
    has_sets: bool,
}

impl Distance {
    /// Returns the distance of an item; none where it has none.
    pub(in crate::check) fn of(item: &DoseItem, name: Span, is_list: bool) -> Option<Self> {
        let BoutSyntax::Of(amount) = &item.bout else { return None };
        let unit = amount.unit.filter(|unit| unit.kind() == Kind::Distance)?;
        let tenths = i128::from(unit.tenths_of_mm()?) * i128::from(amount.low) / 10_000;
        let mm = i64::try_from(tenths).ok()?;
        let has_sets = !is_list && item.sets.is_some();
        let before = Span::new(name.start as usize, item.span.end as usize);
        Some(Self { span: amount.span, mm, unit, before, has_sets })
    }
}

/// How much of a movement's usual time for a distance is still meant, in tenths: the fastest runner of 400 m takes a third
/// of an easy run's time, and twice as long is a walk.
const PLAUSIBLE: std::ops::RangeInclusive<i128> = 3..=20;

impl Checker<'_> {
    /// Reports a clock after `@`: a pace of what distance, or the time from set to set.
    pub(in crate::check) fn report_clock_at(
        &mut self,
        clock: &Quantity,
        distance: Option<Distance>,
        movement: MovementId,
    ) {
        let text = self.text(clock.span);
        let message = format!("`{text}` is a pace for what distance?");
        let diagnostic = Diagnostic::new(Rule::MissingUnit, clock.span, message);
        let movement = self.names.get(movement);
        let Some(distance) = distance else {
            let paces: Vec<String> =
                usual(movement, None).iter().map(|(of, _)| format!("`@ {text}/{of}`")).collect();
            self.report(diagnostic.help(format!("write {}", or(&paces))));
            return;
        };
        let own = self.text(distance.span);
        let before = self.text(distance.before);
        let mut paces: Vec<String> = Vec::new();
        let mut offer = |of: &str, mm: i64| {
            let pace = format!("`{before} @ {text}/{of}`");
            if is_plausible(clock.low, mm, movement) && !paces.contains(&pace) {
                paces.push(pace);
            }
        };
        offer(&own.replace(' ', ""), distance.mm);
        for (of, mm) in usual(movement, Some(distance.unit)) {
            offer(of, mm);
        }
        if paces.is_empty() {
            paces.push(format!("`{before} @ {text}/{}`", own.replace(' ', "")));
        }
        let mut help = format!("for how fast, write {}", or(&paces));
        if distance.has_sets {
            help.push_str(&format!("; for when each sets off, write `{before} every {text}`"));
        }
        self.report(diagnostic.help(help));
    }
}

/// Returns the distances that a movement's pace is usually given for, with their lengths in millimetres.
fn usual(movement: &Movement, unit: Option<Unit>) -> Vec<(&'static str, i64)> {
    let is_in_yards = unit == Some(Unit::Yard);
    match ground(movement) {
        Some(Ground::Water) if is_in_yards => vec![("100yd", 91_440)],
        Some(Ground::Water) => vec![("100m", 100_000)],
        Some(Ground::Machine("500m")) => vec![("500m", 500_000)],
        Some(Ground::Machine(_) | Ground::Way | Ground::Room) => vec![("km", 1_000_000), ("mi", 1_609_344)],
        None => vec![("km", 1_000_000), ("mi", 1_609_344), ("500m", 500_000)],
    }
}

/// Tells whether somebody may cover a distance in that time.
fn is_plausible(ms: i64, mm: i64, movement: &Movement) -> bool {
    let Some(MovementPace::PerDistance { ms: usual_ms, mm: usual_mm }) = movement.pace else { return true };
    if mm <= 0 || usual_ms <= 0 || usual_mm <= 0 {
        return true;
    }
    let wanted = i128::from(ms) * i128::from(usual_mm) * 10;
    PLAUSIBLE.contains(&(wanted / (i128::from(usual_ms) * i128::from(mm))))
}

/// Joins what is offered.
fn or(offered: &[String]) -> String {
    offered.join(" or ")
}
