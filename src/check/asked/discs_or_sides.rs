//! `bench press 5 @ 20kg per side`: the discs on each side of the bar, or each side of the body.

use super::super::Checker;
use super::super::program::{BodyHalf, Choice, Sides};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::{Kind, Unit, decimal};
use crate::source::Span;
use crate::syntax::tree::{Half, ModifierKind, Performance, Quantity, TargetSyntax};

/// What a bar weighs, in thousandths of its unit: an Olympic barbell.
const BAR: [(Unit, i64, &str); 2] = [(Unit::Kilogram, 20_000, "kg"), (Unit::Pound, 45_000, "lb")];

impl Checker<'_> {
    /// Warns about `per side` behind a load on a barbell, on a movement that has no sides.
    pub(super) fn ask_discs_or_sides(&mut self, choice: &Choice, performance: &Performance) {
        if choice.sides != Sides::Each(BodyHalf::Side)
            || self.names.get(choice.movement).sides.is_some()
            || !self.is_of_barbell(choice)
        {
            return;
        }
        let modifiers = &performance.modifiers;
        let per = modifiers.iter().find(|one| matches!(one.kind, ModifierKind::Per(Half::Side)));
        let Some(per) = per else { return };
        let before = modifiers.iter().filter(|one| one.span.end <= per.span.start);
        let Some(load) = before.flat_map(|one| one.targets()).find_map(|target| load(&target.kind)) else {
            return;
        };
        let (name, text) = (self.name_as_written(performance), self.text(load.span));
        let at = self.text(Span::new(performance.name.end as usize, load.span.start as usize));
        let dose = at.trim_start_matches('"').trim_end().trim_end_matches('@').trim();
        let gone = self.room_of(per.span);
        let per_side = at.rfind('@').map(|sign| {
            let before = Span::at(performance.name.range().end + sign);
            diagnostic::Choice::new(format!("Write `{name} {dose} per side @ {text}`"), before, "per side ")
                .and(gone, "")
                .meaning("for each side of the body")
        });
        let in_all = BAR.iter().find(|(unit, ..)| Some(*unit) == load.unit).map(|(_, bar, unit)| {
            let in_all = decimal(load.low.saturating_mul(2).saturating_add(*bar));
            let bar = decimal(*bar);
            let meaning = format!("for {text} of discs on each side of a bar of {bar}{unit}");
            let shown = format!("{name} {dose} @ {in_all}{unit}");
            let choice = diagnostic::Choice::showing(load.span, format!("{in_all}{unit}"), &shown);
            (format!("write `{shown}` {meaning}"), choice.and(gone, "").meaning(&meaning))
        });
        let Some((in_all, on_bar)) = in_all else { return };
        self.report(
            Diagnostic::new(
                Rule::DiscsOrSides,
                per.span,
                format!("`{text} per side` may be the discs on each side of the bar, or a load for each side of the body"),
            )
            .help(format!("{in_all}, or `{name} {dose} per side @ {text}` for the dose on each side of the body"))
            .choices([on_bar].into_iter().chain(per_side)),
        );
    }
}

/// Returns a plain load of one bar.
fn load(kind: &TargetSyntax) -> Option<&Quantity> {
    match kind {
        TargetSyntax::Amount { times: None, amount, to: None, of: None } => {
            let is_mass = amount.unit.is_some_and(|unit| unit.kind() == Kind::Mass);
            (is_mass && !amount.is_range()).then_some(amount)
        }
        TargetSyntax::Amount { .. }
        | TargetSyntax::Measured { .. }
        | TargetSyntax::Minus(_)
        | TargetSyntax::RepMax(_)
        | TargetSyntax::Bodyweight(_)
        | TargetSyntax::Named { .. } => None,
    }
}
