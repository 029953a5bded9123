//! Statements that can be read as they are, and are meant otherwise.

use super::step::is_load;
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, DoseSyntax, ModifierKind, Performance, Quantity, Statement, StatementKind, Tree};

/// Returns the places of movements whose words have another meaning than the one that the grammar gives them: equal
/// figures, fractions of a mile, a load for a dose, a list of rests.
pub(super) fn doubted(tree: &Tree, text: &str) -> Vec<Span> {
    let mut places = Vec::new();
    let mut waiting: Vec<&Statement> = tree.statements.iter().collect();
    while let Some(statement) = waiting.pop() {
        waiting.extend(statement.kind.inside());
        if let StatementKind::Plan(plan) = &statement.kind {
            waiting.extend(plan.days().flat_map(|day| &day.body));
        }
        let StatementKind::Movement(performances) = &statement.kind else { continue };
        if performances.iter().any(|one| is_doubted(one, text)) {
            places.push(statement.span);
        }
    }
    places.sort_unstable();
    places
}

fn is_doubted(performance: &Performance, text: &str) -> bool {
    let items: Vec<&DoseItem> = match &performance.dose {
        DoseSyntax::None => Vec::new(),
        DoseSyntax::One(item) => vec![item],
        DoseSyntax::List(items) => items.iter().map(|item| &item.item).collect(),
    };
    let is_list_of_rests = || {
        let first_rest = performance.modifiers.iter().find(|one| matches!(one.kind, ModifierKind::Rest(_)));
        items.len() > 1 && first_rest.is_some_and(|rest| items.iter().any(|item| item.span.start > rest.span.start))
    };
    let is_of_a_hand = |modifier: &crate::syntax::tree::Modifier| {
        matches!(modifier.kind, ModifierKind::Per(_)) && text[modifier.span.range()].to_ascii_lowercase().contains("hand")
    };
    let is_plural = |modifier: &crate::syntax::tree::Modifier| {
        modifier.targets().iter().any(|target| text[target.span.range()].ends_with(['s', 'S']))
    };
    items.iter().any(|item| is_doubted_dose(item, text))
        || is_list_of_rests()
        || performance.modifiers.iter().any(|one| is_of_a_hand(one) || is_plural(one))
}

fn is_doubted_dose(item: &DoseItem, text: &str) -> bool {
    let bout = match &item.bout {
        BoutSyntax::Of(amount) | BoutSyntax::AtLeast(amount) => Some(amount),
        BoutSyntax::Max(amount) => amount.as_ref(),
    };
    let amounts = bout.into_iter().chain(item.sets.as_deref());
    amounts.into_iter().any(|amount| is_doubted_amount(amount, text))
}

fn is_doubted_amount(amount: &Quantity, text: &str) -> bool {
    let equal_or_part = amount.women().is_some_and(|women| {
        let is_part = amount.low < women && matches!(amount.unit, Some(Unit::Mile | Unit::Kilometre | Unit::Second));
        women == amount.low || is_part
    });
    // `1h15`: the end of the figure is the next one's.
    let is_cut = || text[amount.span.end as usize..].starts_with(|next: char| next.is_ascii_digit());
    equal_or_part || is_load(amount.unit) || is_cut()
}
