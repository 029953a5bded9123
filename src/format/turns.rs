//! What differs from turn to turn: tables, on one line if they fit and an item a line otherwise, and steps that are done
//! only some of the times.

use super::quantity::Place;
use super::{Body, Formatter};
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, RestAmount, Sometimes, Table, TableItem, Turn, When};

impl Formatter<'_> {
    /// Writes a table. Where it is broken, each item after the first has a line of its own.
    pub(super) fn table(&mut self, table: &Table, place: Place) {
        let items: Vec<String> = table.items.iter().map(|item| self.table_item(item, place)).collect();
        self.page.push("by ");
        self.page.push(table.by.name());
        self.page.push(" ");
        let whole = items.join(" then ");
        let end = table.span.end as usize;
        let has_comment = self.comments.first().is_some_and(|comment| (comment.start as usize) < end);
        if self.is_flat || (!has_comment && self.page.fits(&whole)) {
            self.page.push(&whole);
            return;
        }
        let depth = self.page.depth() + usize::from(!self.is_continued);
        for (number, item) in items.iter().enumerate() {
            if let Some(before) = number.checked_sub(1).and_then(|before| table.items.get(before)) {
                self.page.push(" then");
                self.end(start_of(before).map_or(table.span.start, |start| start + 1));
                let next = table.items.get(number).and_then(start_of).unwrap_or_default();
                self.comments_before(next as usize, depth);
                self.page.begin(depth, false);
            }
            self.page.push(item);
        }
        self.is_continued = true;
        self.end(table.span.end);
    }

    /// Returns one item as it is written.
    fn table_item(&mut self, item: &TableItem, place: Place) -> String {
        let mark = self.page.mark();
        match item {
            TableItem::Amount(amount) => self.quantity(amount, place),
            TableItem::Rest(rest) => self.rest_amount(rest, 0),
            TableItem::Targets(targets) => {
                for (number, target) in targets.iter().enumerate() {
                    self.page.push(if number == 0 { "" } else { " and " });
                    self.target(&target.kind);
                }
            }
            TableItem::Sets(sets) => {
                for (number, set) in sets.iter().enumerate() {
                    self.page.push(if number == 0 { "" } else { ", " });
                    let dose = self.dose(&set.item, place, "");
                    self.page.push(&dose);
                    self.targets(&set.targets);
                }
            }
        }
        self.page.cut(mark).trim_start().to_owned()
    }

    /// Writes steps that are done only some of the times.
    pub(super) fn sometimes(&mut self, sometimes: &Sometimes, whole: Span, depth: usize) {
        match &sometimes.when {
            When::InTurn => self.page.push("in turn"),
            When::Only(by, numbers) => {
                self.page.push(by.name());
                let is_one = matches!(numbers.as_slice(), [only] if !only.is_range());
                self.page.push(if is_one { " " } else { "s " });
                self.list(
                    numbers,
                    depth,
                    |number| number.span.start,
                    |formatter, number| formatter.quantity(number, Place::Elsewhere),
                );
            }
        }
        let body = Body { items: &sometimes.body, whole, header_end: sometimes.header.end };
        self.body(&body, depth, |statement| statement.span, Self::statement);
    }
}

/// Returns the table that a dose stands for.
pub(super) fn table_of(item: &DoseItem) -> Option<&Table> {
    match &item.bout {
        BoutSyntax::Of(amount) => amount.table(),
        BoutSyntax::AtLeast(_) | BoutSyntax::Max(_) => None,
    }
}

/// Tells whether a rest is a table that ends in words which may be part of a name.
pub(super) fn ends_in_movement(rest: &RestAmount) -> bool {
    let RestAmount::For(amount) = rest else { return false };
    let last = amount.table().filter(|table| table.by != Turn::Set).and_then(|table| table.items.last());
    matches!(last, Some(TableItem::Rest(RestAmount::Moving(_))))
}

/// Returns where an item starts in the text, if it is known.
fn start_of(item: &TableItem) -> Option<u32> {
    match item {
        TableItem::Amount(amount) => Some(amount.span.start),
        TableItem::Sets(sets) => sets.first().map(|set| set.item.span.start),
        TableItem::Targets(targets) => targets.first().map(|target| target.span.start),
        TableItem::Rest(RestAmount::For(amount)) => Some(amount.span.start),
        TableItem::Rest(RestAmount::Ratio { span, .. }) => Some(span.start),
        TableItem::Rest(RestAmount::Moving(performance)) => Some(performance.name.start),
        TableItem::Rest(RestAmount::Bare | RestAmount::UntilReady | RestAmount::Day) => None,
    }
}
