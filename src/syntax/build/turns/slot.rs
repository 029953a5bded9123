//! The places of a statement where a table can be, and what is put there in its turn.

use super::rest_of_table;
use crate::source::Span;
use crate::syntax::tree::{
    Block, BoutSyntax, DoseSyntax, ListItem, Modifier, ModifierKind, OptionKind, Performance, Quantity,
    RestAmount, Statement, StatementKind, Table, TableItem, Target, TargetSyntax, Turn,
};

/// A place where a table may be.
enum Slot<'s> {
    Sets(&'s mut Performance),
    Targets(&'s mut Box<[Target]>),
    Rest(&'s mut RestAmount),
    Amount(&'s mut Quantity),
}

impl Slot<'_> {
    /// Returns the table that is there.
    fn table(&self) -> Option<&Table> {
        match self {
            Slot::Sets(performance) => match &performance.dose {
                DoseSyntax::One(item) => match &item.bout {
                    BoutSyntax::Of(amount) => amount.table(),
                    BoutSyntax::AtLeast(_) | BoutSyntax::Max(_) => None,
                },
                DoseSyntax::None | DoseSyntax::List(_) => None,
            },
            Slot::Targets(targets) => match &***targets {
                [Target { kind: TargetSyntax::Amount { amount, .. }, .. }] => amount.table(),
                _ => None,
            },
            Slot::Rest(rest) => rest_of_table(rest),
            Slot::Amount(amount) => amount.table(),
        }
    }

    /// Puts an item in place of the table.
    fn put(self, item: TableItem) {
        match (self, item) {
            (Slot::Sets(performance), TableItem::Sets(sets)) => put_sets(performance, sets),
            (Slot::Targets(targets), TableItem::Targets(item)) => *targets = item,
            (Slot::Rest(rest), TableItem::Rest(item)) => *rest = item,
            (Slot::Amount(amount), TableItem::Amount(item)) => *amount = item,
            // Each place reads items of its own kind alone.
            (Slot::Sets(_) | Slot::Targets(_) | Slot::Rest(_) | Slot::Amount(_), _) => {}
        }
    }
}

/// Gives a movement the dose of one turn. The targets of a single dose hold for all of it, as without a table.
fn put_sets(performance: &mut Performance, sets: Box<[ListItem]>) {
    let mut sets = sets.into_vec();
    if sets.len() != 1 {
        performance.dose = DoseSyntax::List(sets.into());
        return;
    }
    let Some(only) = sets.pop() else { return };
    performance.dose = DoseSyntax::One(only.item);
    if let (Some(first), Some(last)) = (only.targets.first(), only.targets.last()) {
        let at = Modifier { span: first.span.to(last.span), kind: ModifierKind::At(only.targets) };
        performance.modifiers =
            std::iter::once(at).chain(std::mem::take(&mut performance.modifiers)).collect();
    }
}

/// Returns what the tables of a statement count, where they are, and how many items they have. Those of the rounds of
/// a block itself are read with its header.
pub(super) fn statement_tables(statement: &Statement) -> Vec<(Turn, Span, usize)> {
    let mut tables = Vec::new();
    // The places are those that items are put in later, so that none can be forgotten.
    visit(&mut statement_without_body(statement), &mut |slot| {
        tables.extend(slot.table().map(|table| (table.by, table.span, table.items.len())));
    });
    tables
}

/// Returns a statement without what its block holds, whose tables are spread already.
fn statement_without_body(statement: &Statement) -> Statement {
    match &statement.kind {
        StatementKind::Block(block) => {
            let header = Block {
                body: Vec::new(),
                amounts: block.amounts.clone(),
                options: block.options.clone(),
                ..**block
            };
            Statement { span: statement.span, kind: StatementKind::Block(Box::new(header)) }
        }
        StatementKind::Movement(_) | StatementKind::Rest(..) => statement.clone(),
        _ => Statement { span: statement.span, kind: StatementKind::Unreadable(Box::default()) },
    }
}

/// Puts the items of a turn in place of the tables that count it.
pub(super) fn take_items(statement: &mut Statement, by: Turn, turn: usize) {
    visit(statement, &mut |slot| {
        let item = slot.table().filter(|table| table.by == by).and_then(|table| table.item(turn));
        if let Some(item) = item {
            slot.put(item);
        }
    });
}

fn visit(statement: &mut Statement, see: &mut dyn FnMut(Slot<'_>)) {
    match &mut statement.kind {
        StatementKind::Movement(performances) => {
            performances.iter_mut().for_each(|performance| in_performance(performance, see));
        }
        StatementKind::Rest(rest, _) => in_rest(rest, see),
        StatementKind::Block(block) => in_header(block, see),
        _ => {}
    }
}

fn in_performance(performance: &mut Performance, see: &mut dyn FnMut(Slot<'_>)) {
    // Before its dose is put there, since the targets of the dose have no tables.
    performance.modifiers.iter_mut().for_each(|modifier| in_modifier(modifier, see));
    if let DoseSyntax::List(items) = &mut performance.dose {
        for item in items {
            see(Slot::Targets(&mut item.targets));
            item.own.iter_mut().for_each(|modifier| in_modifier(modifier, see));
        }
    }
    see(Slot::Sets(performance));
}

fn in_modifier(modifier: &mut Modifier, see: &mut dyn FnMut(Slot<'_>)) {
    match &mut modifier.kind {
        ModifierKind::At(targets) => see(Slot::Targets(targets)),
        ModifierKind::Rest(rest) => in_rest(rest, see),
        ModifierKind::Every(amount) | ModifierKind::Hold(amount) => see(Slot::Amount(amount)),
        ModifierKind::Per(_)
        | ModifierKind::Alternating
        | ModifierKind::Right
        | ModifierKind::Left
        | ModifierKind::Tempo(_)
        | ModifierKind::Only(_)
        | ModifierKind::Move(_)
        | ModifierKind::AfterMiss(_)
        | ModifierKind::Harder(_)
        | ModifierKind::Cue(_) => {}
    }
}

fn in_rest(rest: &mut RestAmount, see: &mut dyn FnMut(Slot<'_>)) {
    if let RestAmount::Moving(performance) = rest {
        in_performance(performance, see);
    }
    see(Slot::Rest(rest));
}

fn in_header(block: &mut Block, see: &mut dyn FnMut(Slot<'_>)) {
    block.amounts.iter_mut().for_each(|amount| see(Slot::Amount(amount)));
    for option in &mut block.options {
        match &mut option.kind {
            // The rests between the rounds of the block itself, one after the other.
            OptionKind::BetweenRounds(rest)
                if rest_of_table(rest).is_some_and(|table| table.by == Turn::Round) => {}
            OptionKind::Rounds(amount)
            | OptionKind::Work(amount)
            | OptionKind::Transition(amount)
            | OptionKind::Switch(amount)
            | OptionKind::Cap(amount) => see(Slot::Amount(amount)),
            OptionKind::Rest(rest) | OptionKind::BetweenRounds(rest) | OptionKind::BetweenMovements(rest) => {
                in_rest(rest, see);
            }
            OptionKind::Per(_) | OptionKind::Ladder(_) | OptionKind::Until(_) | OptionKind::Alternating => {}
        }
    }
}
