//! `hold 5s`: how long each repetition is held.

use super::Checker;
use super::amount::QuantityName;
use super::modifier::Modifiers;
use super::program::{Amount, Bout, Dose, MovementId, SetGroup, Unit};
use super::scope::Scope;
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::Kind;
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseSyntax};

impl<'f> Checker<'f> {
    /// Tells whether repetitions that are held are sets: of a movement that is a hold itself, `plank 10 hold 5s` is
    /// `plank 10x5s`. The rounds of a superset are its sets, so there they stay repetitions.
    pub(super) fn holds_are_sets(
        &self,
        dose: &DoseSyntax,
        modifiers: &Modifiers<'_>,
        movement: MovementId,
        scope: &Scope,
    ) -> bool {
        let DoseSyntax::One(item) = dose else { return false };
        let is_counted = matches!(&item.bout, BoutSyntax::Of(amount) if amount.unit.is_none());
        modifiers.hold.is_some()
            && item.sets.is_none()
            && is_counted
            && !scope.superset
            && self.names.get(movement).is_held()
    }

    /// Checks how long each repetition is held. Returns none if there is an error, `Some(None)` without a hold.
    pub(super) fn hold(
        &mut self,
        modifiers: &Modifiers<'_>,
        movement: MovementId,
        dose: Option<&Dose>,
        name: Span,
        scope: &Scope,
    ) -> Option<Option<Amount>> {
        let Some((amount, place)) = modifiers.hold else { return Some(None) };
        if let Some((_, tempo)) = modifiers.tempo {
            self.report(
                Diagnostic::new(Rule::ConflictingModifiers, place, "a tempo says how long it is held")
                    .and_at(tempo, "the tempo is here")
                    .help(
                        "put the seconds into the tempo, as its second or fourth figure, or delete the tempo",
                    )
                    .choices(self.delete_one(tempo, place)),
            );
            return None;
        }
        let unit = dose.and_then(unit_of);
        let (text, movement_text) = (self.text(place), self.text(name));
        if unit.is_some_and(|unit| {
            matches!(unit.kind(), Kind::Distance | Kind::Calories | Kind::Strokes | Kind::Breaths)
        }) {
            let message = format!("`{text}` is for repetitions, and this dose has none");
            self.report(
                Diagnostic::new(Rule::ConflictingModifiers, place, message)
                    .help("delete it, or give the dose in repetitions: `10`")
                    .choices([self.delete(place)]),
            );
            return None;
        }
        if unit == Some(Unit::Second) && self.names.get(movement).is_held() {
            let message = format!("`{movement_text}` is held for all of its dose");
            let held = self.text(amount.span);
            self.report(
                Diagnostic::new(Rule::ConflictingModifiers, place, message)
                    .help(format!("for short holds write `{movement_text} 10x{held}`, else delete `{text}`"))
                    .choices([self.delete(place)]),
            );
            return None;
        }
        self.time(amount, QuantityName("a hold"), scope).map(Some)
    }
}

/// Returns the unit of what is done first.
fn unit_of(dose: &Dose) -> Option<Unit> {
    let bout = match dose {
        Dose::FromBlock => return None,
        Dose::Bout(bout) => bout,
        Dose::Sets(groups) => &groups.first()?.bout,
    };
    match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) => Some(amount.unit),
        Bout::Max(_) => None,
    }
}

/// Returns repetitions that are held as sets of a hold.
pub(super) fn held_sets(dose: Dose, hold: Option<Amount>) -> Dose {
    match (dose, hold) {
        (Dose::Bout(Bout::Of(count)), Some(hold)) => {
            Dose::Sets([SetGroup { count, bout: Bout::Of(hold), targets: Vec::new(), own: None }].into())
        }
        (dose @ (Dose::Bout(_) | Dose::Sets(_) | Dose::FromBlock), _) => dose,
    }
}
