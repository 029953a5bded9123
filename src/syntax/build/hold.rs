//! `hold 5s` behind a dose, and the other orders it is written in: `5s hold`, `10 x 5s hold`, `3x10x5s`.

use super::Builder;
use super::movement::Gathered;
use super::vocabulary::HELD;
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{BoutSyntax, DoseItem, Modifier, ModifierKind, Quantity, Text};

impl Builder<'_> {
    /// Adds a hold, and as a cue where in the movement it is. Without a dose before it, its time is the dose, and `hold`
    /// is left over, unless the name says it already: `plank 30s hold`.
    pub(super) fn hold(&mut self, node: Node<'_>, gathered: &mut Gathered) {
        let whole = self.span(&node);
        let (mut amount, mut word, mut lead, mut place) = (None, None, None, None);
        for child in node.children() {
            match child.rule() {
                Rule::amount | Rule::amount_table => amount = Some(self.plain_quantity(child)),
                Rule::held_lead => lead = Some(self.span(&child)),
                Rule::hold_word => word = Some(self.span(&child)),
                Rule::hold_place => place = Some(self.span(&child)),
                _ => {}
            }
        }
        let Some(amount) = amount else { return };
        if let Some(word) = word.filter(|_| !gathered.has_dose()) {
            gathered.leave_over(lead);
            let item = DoseItem { span: amount.span, sets: None, bout: BoutSyntax::Of(amount), open: None };
            self.add_dose(item, gathered);
            gathered.leave_over(Some(word).filter(|_| !self.is_held(gathered)));
            gathered.leave_over(place);
            return;
        }
        gathered.add_hold(whole, amount);
        if let Some(place) = place {
            let cue = ModifierKind::Cue(Text { span: place, inner: place });
            gathered.modifiers.push(Modifier { span: place, kind: cue });
        }
    }

    /// Tells whether the name is that of something held.
    fn is_held(&self, gathered: &Gathered) -> bool {
        let last = gathered.name.and_then(|(name, _)| self.at(name).rsplit([' ', '-']).next());
        last.is_some_and(|last| HELD.iter().any(|held| held.eq_ignore_ascii_case(last)))
    }

    /// Reads the word `hold` in `10 x 5s hold`: what was read as ten sets are ten repetitions, each held so long.
    pub(super) fn hold_of_sets(&mut self, word: Span, gathered: &mut Gathered) -> bool {
        let is_hold = ["hold", "holds"].iter().any(|hold| hold.eq_ignore_ascii_case(self.at(word)));
        let [only] = gathered.items.as_mut_slice() else { return false };
        if !is_hold || !gathered.modifiers.is_empty() || !self.touch(only.item.span, word) {
            return false;
        }
        let BoutSyntax::Of(held) = &only.item.bout else { return false };
        if held.unit != Some(Unit::Second) {
            return false;
        }
        let Some(sets) = only.item.sets.take() else { return false };
        let place = held.span.to(word);
        let bout = std::mem::replace(&mut only.item.bout, BoutSyntax::Max(None));
        only.item = DoseItem { span: sets.span, sets: None, bout: BoutSyntax::Of(*sets), open: None };
        let BoutSyntax::Of(held) = bout else { return false };
        gathered.add_hold(place, held);
        true
    }

    /// Reads the last figure of `3x10x5s` as a hold. Returns the item if it is none.
    pub(super) fn hold_after_sets(&self, item: DoseItem, gathered: &mut Gathered) -> Option<DoseItem> {
        let begins_with_sign = self.at(item.span).starts_with(['x', 'X', '×']);
        let is_time = matches!(&item.bout, BoutSyntax::Of(amount) if amount.unit == Some(Unit::Second));
        let follows_count = gathered.items.last().is_some_and(|last| {
            let is_count = matches!(&last.item.bout, BoutSyntax::Of(amount) if amount.unit.is_none());
            is_count && last.item.sets.is_some() && self.touch(last.item.span, item.span)
        });
        let is_hold = begins_with_sign && is_time && follows_count && gathered.modifiers.is_empty();
        match item.bout {
            BoutSyntax::Of(held) if is_hold => {
                gathered.add_hold(item.span, held);
                None
            }
            bout => Some(DoseItem { bout, ..item }),
        }
    }
}

impl Gathered {
    /// Adds `hold 5s`, which may come after a comma.
    fn add_hold(&mut self, span: Span, amount: Quantity) {
        self.comma = None;
        self.modifiers.push(Modifier { span, kind: ModifierKind::Hold(Box::new(amount)) });
    }
}
