//! What differs from turn to turn: tables, and steps that are done only some of the times.
//!
//! A statement with a table is read as it is written, with the table in place of an amount. Then `spread` makes it a
//! statement for each turn, so that everything after the formatter sees plain statements alone.

mod slot;

use super::Builder;
use crate::diagnostic::{Choice, Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    BoutSyntax, DoseItem, Quantity, Rare, RestAmount, Sometimes, Statement, StatementKind, Table, TableItem,
    Target, TargetSyntax, Turn, Turns, When,
};
use slot::{statement_tables, take_items};

/// The most items of a table: two years of weeks, as a plan has at most.
const MOST_ITEMS: usize = 104;

/// The most statements that the tables of a file may come to when they are written out. A table in the header of a
/// block repeats all that is in it, so a few bytes could otherwise fill the memory.
const MOST_WRITTEN_OUT: usize = 20_000;

impl Builder<'_> {
    /// Builds the dose that `by week 5x5 @ 70% then 4x4 @ 80%` stands for.
    pub(super) fn sets_table(&mut self, node: Node<'_>) -> DoseItem {
        let span = self.span(&node);
        let amount = self.table(node, |builder, child| {
            (child.rule() == Rule::table_sets).then(|| TableItem::Sets(builder.table_sets(child)))
        });
        self.check_targets_of(&amount);
        DoseItem { span, sets: None, bout: BoutSyntax::Of(amount), open: None }
    }

    /// Builds the target that `by week 70% then 75%` stands for.
    pub(super) fn targets_table(&mut self, node: Node<'_>) -> Target {
        let span = self.span(&node);
        let amount = self.table(node, |builder, child| {
            (child.rule() == Rule::table_targets).then(|| TableItem::Targets(builder.targets(child)))
        });
        Target { span, kind: TargetSyntax::Amount { times: None, amount, to: None, of: None } }
    }

    /// Builds the length that `by week 60s then 45s` stands for.
    pub(super) fn rest_table(&mut self, node: Node<'_>) -> Quantity {
        self.table(node, |builder, child| builder.rest_amount(child).map(TableItem::Rest))
    }

    /// Builds any other amount that a table stands for.
    pub(super) fn amount_table(&mut self, node: Node<'_>) -> Quantity {
        self.table(node, |builder, child| {
            (child.rule() == Rule::amount).then(|| TableItem::Amount(builder.quantity(child)))
        })
    }

    /// Builds a table of items, each of which `item` reads.
    fn table(
        &mut self,
        node: Node<'_>,
        mut item: impl FnMut(&mut Self, Node<'_>) -> Option<TableItem>,
    ) -> Quantity {
        let span = self.span(&node);
        let mut table = Table { span, by: Turn::Week, items: Vec::new() };
        let mut then: Option<Span> = None;
        let mut first = span;
        for child in node.children() {
            match child.rule() {
                Rule::table_turn => {
                    let word = child.text().rsplit(' ').next().unwrap_or_default();
                    table.by = word.to_ascii_lowercase().trim_end_matches('s').parse().unwrap_or(Turn::Week);
                    first = self.span(&child);
                }
                Rule::then => {
                    if let Some(before) = then.replace(self.word_then(&child)) {
                        self.report_nothing_after(before);
                    }
                }
                Rule::comment => {}
                _ => {
                    let read = item(self, child);
                    table.items.extend(read);
                    then = None;
                }
            }
        }
        if let Some(then) = then {
            self.report_nothing_after(then);
        } else if table.items.len() == 1 {
            self.report_lone_item(&table, first);
        } else if table.items.len() > MOST_ITEMS {
            let message = format!("this table has {} items, and at most {MOST_ITEMS} fit", table.items.len());
            self.report(Diagnostic::new(Named::TooLong, first, message).help(
                "a plan has at most 104 weeks; what goes on steadily is a step: `10km +500m each week`",
            ));
            table.items.truncate(MOST_ITEMS);
        }
        self.tables += 1;
        let end = Span::at(span.end as usize);
        Quantity {
            span,
            low: 1000,
            high: 1000,
            unit: None,
            unit_span: end,
            clock: false,
            broken: true,
            rare: Some(Box::new(Rare { table: Some(Box::new(table)), ..Rare::default() })),
        }
    }

    /// Returns the place of the word `then`, without what is around it.
    fn word_then(&self, node: &Node<'_>) -> Span {
        let text = node.text();
        let mut rest = text.trim_start();
        // Lines may end before it, with comments.
        while rest.starts_with('#') {
            rest = rest.find('\n').map_or("", |end| rest[end..].trim_start());
        }
        let start = self.base + node.start() + text.len() - rest.len();
        Span::new(start, start + "then".len())
    }

    fn report_nothing_after(&mut self, then: Span) {
        self.report(
            Diagnostic::new(
                Named::MissingStatementPart,
                then,
                "an item of the table is missing after this `then`",
            )
            .help("write what comes next, or delete the `then`")
            .choices([Choice::delete(self.text, then)]),
        );
    }

    /// Reports a table of one item. With commas in it, `then` was probably meant.
    fn report_lone_item(&mut self, table: &Table, first: Span) {
        let by = self.at(first).to_lowercase();
        let turn = table.by.name();
        let diagnostic = match table.items.as_slice() {
            [TableItem::Sets(sets)] if sets.len() > 1 => {
                let doses: Vec<&str> = sets
                    .iter()
                    .map(|one| {
                        let end = one.targets.last().map_or(one.item.span, |target| target.span);
                        self.at(one.item.span.to(end))
                    })
                    .collect();
                Diagnostic::new(
                    Named::BadList,
                    table.span,
                    format!("does the comma separate {turn}s here, or sets of one {turn}?"),
                )
                .help(format!(
                    "for one {turn} after the other, write `{by} {}`; for sets that differ, leave out `{by}`",
                    doses.join(" then ")
                ))
                .choices([
                    Choice::write(table.span, format!("{by} {}", doses.join(" then ")))
                        .meaning(&format!("for one {turn} after the other")),
                    self.without_word(first).meaning("for sets that differ"),
                ])
            }
            _ => Diagnostic::new(
                Named::MissingStatementPart,
                first,
                format!("this table has one item, so nothing changes from {turn} to {turn}"),
            )
            .help(format!("go on with `then`: `{by} 5x5 then 4x4 then 3x3`; or leave out `{by}`"))
            .choices([self.without_word(first)]),
        };
        self.report(diagnostic);
    }

    /// Offers to leave words out, with the blank after them.
    fn without_word(&self, words: Span) -> Choice {
        let behind = self.text.get(words.range().end..).unwrap_or_default();
        let blank = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        let place = Span::new(words.range().start, words.range().end + blank);
        Choice::new(format!("Delete `{}`", self.at(words)), place, "")
    }

    /// Builds one item of a table of doses.
    fn table_sets(&mut self, node: Node<'_>) -> Box<[crate::syntax::tree::ListItem]> {
        let mut gathered = super::movement::Gathered::default();
        for child in node.children() {
            self.part(child, &mut gathered);
        }
        gathered.items.into()
    }

    /// Reports a table in which only some doses say how hard they are.
    fn check_targets_of(&mut self, amount: &Quantity) {
        let Some(table) = amount.table() else { return };
        let sets = |item: &TableItem| match item {
            TableItem::Sets(sets) => sets.clone(),
            TableItem::Targets(_) | TableItem::Rest(_) | TableItem::Amount(_) => Box::default(),
        };
        let items: Vec<_> = table.items.iter().map(sets).collect();
        let says = |sets: &[crate::syntax::tree::ListItem]| sets.iter().any(|set| !set.targets.is_empty());
        let saying = items.iter().filter(|sets| says(sets)).count();
        if saying == 0 || saying == items.len() {
            return;
        }
        let (span, by) = (table.span, table.by.name());
        let message = "only some items of this table say how hard they are";
        let last = items.last().and_then(|sets| sets.last());
        let shared =
            last.filter(|_| saying == 1).and_then(|last| last.targets.first().zip(last.targets.last()));
        let diagnostic = Diagnostic::new(Named::MixedList, span, message);
        let mut for_all = None;
        let help = match shared {
            Some((first, last)) => {
                let target = self.at(first.span.to(last.span)).to_owned();
                let dealt: Vec<String> = items
                    .iter()
                    .filter_map(|sets| Some(self.at(sets.first()?.item.span.to(sets.last()?.item.span))))
                    .map(|dose| format!("{dose} @ {target}"))
                    .collect();
                let table = format!("by {by} {}", dealt.join(" then "));
                let help = format!(
                    "if `{target}` is for all, write `{table}`; otherwise give each item its own `@`"
                );
                for_all = Some(Choice::write(span, table));
                help
            }
            None => "give each item its own `@`, or none".to_owned(),
        };
        self.report(diagnostic.help(help).choices(for_all));
    }

    /// Makes a statement for each turn of one that has tables, until there is none left in it.
    pub(super) fn spread(&mut self, written: Statement) -> Statement {
        let tables = statement_tables(&written);
        let Some(&(by, ..)) = tables.first() else { return written };
        let of_turn: Vec<(Span, usize)> =
            tables.iter().filter(|(turn, ..)| *turn == by).map(|&(_, span, count)| (span, count)).collect();
        let turns = of_turn.iter().fold(1, |all, &(_, count)| least_common(all, count.max(1)));
        let size = size(&written).saturating_mul(turns);
        let is_said = self.written_out > MOST_WRITTEN_OUT;
        self.written_out = self.written_out.saturating_add(size);
        let unreadable = Statement { span: written.span, kind: StatementKind::Unreadable(Box::default()) };
        if is_said {
            return unreadable;
        }
        if turns > MOST_ITEMS || self.written_out > MOST_WRITTEN_OUT {
            let place = of_turn.first().map_or(written.span, |&(span, _)| span);
            let message = if turns > MOST_ITEMS {
                format!("the tables of this statement begin again together only after {turns} {}s", by.name())
            } else {
                format!("written out, the tables of this file come to more than {MOST_WRITTEN_OUT} steps")
            };
            self.report(
                Diagnostic::new(Named::TooLong, place, message)
                    .help("give its tables the same number of items, or put them on single steps"),
            );
            return unreadable;
        }
        let mut items = Vec::with_capacity(turns);
        for turn in 0..turns {
            let mut item = written.clone();
            take_items(&mut item, by, turn);
            let item = self.spread(item);
            if matches!(item.kind, StatementKind::Unreadable(_)) {
                return item;
            }
            items.push(item);
        }
        let span = written.span;
        let kind = StatementKind::Turns(Box::new(Turns { by, tables: of_turn.into(), written, items }));
        Statement { span, kind }
    }

    /// Builds `week 1 < … >`. The second value is where its header ends when its `<` is missing.
    pub(super) fn some_turns(&mut self, node: Node<'_>) -> (StatementKind, Option<usize>) {
        let reported = self.reported();
        let mut sometimes = self.sometimes(&node);
        let mut strays = Vec::new();
        let (mut by, mut numbers) = (Turn::Week, Vec::new());
        for child in node.children() {
            match child.rule() {
                Rule::turns_word => {
                    sometimes.word = self.span(&child);
                    sometimes.is_plural = child.text().ends_with(['s', 'S']);
                    by = child.text().to_ascii_lowercase().trim_end_matches('s').parse().unwrap_or(by);
                }
                Rule::amount => numbers.push(self.plain_quantity(child)),
                Rule::stray => strays.push(self.span(&child)),
                Rule::body => {
                    sometimes.body = self.body(child).0;
                    continue;
                }
                _ => {}
            }
            sometimes.header.end = self.span(&child).end;
        }
        self.left_over(sometimes.header, &strays);
        sometimes.broken = self.reported() > reported;
        sometimes.when = When::Only(by, numbers);
        (StatementKind::Sometimes(Box::new(sometimes)), None)
    }

    /// Builds `in turn < … >`.
    pub(super) fn in_turn(&mut self, node: Node<'_>) -> StatementKind {
        let mut sometimes = self.sometimes(&node);
        for child in node.children() {
            match child.rule() {
                Rule::body => sometimes.body = self.body(child).0,
                _ => {
                    sometimes.word = self.span(&child);
                    sometimes.header = sometimes.word;
                }
            }
        }
        StatementKind::Sometimes(Box::new(sometimes))
    }

    fn sometimes(&self, node: &Node<'_>) -> Sometimes {
        let start = Span::at(self.span(node).start as usize);
        Sometimes {
            word: start,
            header: start,
            when: When::InTurn,
            body: Vec::new(),
            broken: false,
            is_plural: false,
        }
    }
}

/// Returns how many statements a statement is when it is written out.
fn size(statement: &Statement) -> usize {
    match &statement.kind {
        StatementKind::Turns(turns) => turns.items.iter().map(size).sum(),
        kind => 1 + kind.inside().iter().map(size).sum::<usize>(),
    }
}

/// Returns the least number of turns after which two tables begin again together.
fn least_common(a: usize, b: usize) -> usize {
    let (mut divisor, mut rest) = (a, b);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    (a / divisor.max(1)).saturating_mul(b)
}

/// Returns the length of a rest, if it is that of a table.
pub(super) fn rest_of_table(rest: &RestAmount) -> Option<&Table> {
    match rest {
        RestAmount::For(amount) => amount.table(),
        RestAmount::Bare
        | RestAmount::Ratio { .. }
        | RestAmount::UntilReady
        | RestAmount::Day
        | RestAmount::Moving(_) => None,
    }
}
