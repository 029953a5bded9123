//! Targets: what is behind an `@`.

use super::Builder;
use crate::diagnostic::{Choice, Diagnostic, Rule as Named, ends_statement};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{Measure, Quantity, Reference, Step, Target, TargetSyntax};

/// The amounts of a dose or a target: three at the most (`2x110w to 180w`), so that no list need be made.
#[derive(Debug, Default)]
pub(super) struct Amounts([Option<Quantity>; 3]);

impl Amounts {
    pub(super) fn push(&mut self, amount: Quantity) {
        if let Some(free) = self.0.iter_mut().find(|amount| amount.is_none()) {
            *free = Some(amount);
        }
    }

    pub(super) fn in_order(self) -> impl Iterator<Item = Quantity> {
        self.0.into_iter().flatten()
    }
}

impl Builder<'_> {
    pub(super) fn targets(&mut self, node: Node<'_>) -> Box<[Target]> {
        let span = self.span(&node);
        if let Some(table) = node.children().find(|child| child.rule() == Rule::targets_table) {
            return [self.targets_table(table)].into();
        }
        let mut targets = Vec::with_capacity(1);
        targets.extend(
            node.children()
                .filter(|child| child.rule() == Rule::target)
                .filter_map(|child| self.target(child)),
        );
        if targets.is_empty() {
            self.report(
                Diagnostic::new(Named::MissingStatementPart, span, "nothing follows this `@`")
                    .help("write a load, a pace or an effort: `@ 24kg`, `@ 80%`, `@ rpe 8`, `@ easy`"),
            );
        } else {
            self.report_loose_and(span);
        }
        targets.into()
    }

    /// Reports an `and` behind targets that nothing follows in the statement.
    fn report_loose_and(&mut self, targets: Span) {
        let written = self.at(targets).trim_end();
        let Some(before) = written.len().checked_sub("and".len()) else { return };
        let is_and = written.get(before..).is_some_and(|word| word.eq_ignore_ascii_case("and"))
            && written.get(..before).is_some_and(|before| before.ends_with(' '));
        if is_and && ends_statement(self.text, targets.range().end) {
            let start = targets.start as usize;
            let place = Span::new(start + before, start + written.len());
            let gap = Span::new(start + written[..before].trim_end().len(), targets.range().end);
            self.report(
                Diagnostic::new(Named::MissingStatementPart, place, "nothing follows this `and`")
                    .help("write what else it is done at: `@ 80% and rir 2`")
                    .choices([Choice::new("Leave out `and`", gap, "")]),
            );
        }
    }

    fn target(&mut self, node: Node<'_>) -> Option<Target> {
        let span = self.span(&node);
        let mut amounts = Amounts::default();
        let mut measure = None;
        let mut of = None;
        let mut name = None;
        let mut steps: Vec<Step> = Vec::new();
        let (mut minus, mut has_times, mut has_to) = (false, false, false);
        for child in node.children() {
            match child.rule() {
                Rule::measured => {
                    let (word, first, to) = self.measured(child)?;
                    measure = Some(word);
                    amounts.push(first);
                    has_to = to.is_some();
                    if let Some(to) = to {
                        amounts.push(to);
                    }
                }
                Rule::amount => amounts.push(self.plain_quantity(child)),
                Rule::race_pace => name = Some(self.span(&child)),
                Rule::rep_max => {
                    return Some(Target { span, kind: TargetSyntax::RepMax(self.plain_quantity(child)) });
                }
                Rule::times => has_times = true,
                Rule::to => has_to = true,
                Rule::minus => minus = true,
                Rule::of => {
                    of = child.children().next().map(|name| match name.rule() {
                        Rule::string => Reference::Title(self.string(name)),
                        _ => Reference::Name(self.span(&name)),
                    });
                }
                Rule::bodyweight => {
                    let steps = child.children().filter_map(|step| self.step(step)).collect();
                    return Some(Target { span, kind: TargetSyntax::Bodyweight(steps) });
                }
                Rule::named => {
                    for part in child.children() {
                        match part.rule() {
                            Rule::target_name => name = Some(self.span(&part)),
                            _ => steps.extend(self.step(part)),
                        }
                    }
                }
                _ => {}
            }
        }
        if let Some(name) = name {
            return Some(Target { span, kind: TargetSyntax::Named { name, offset: steps.pop() } });
        }
        let mut amounts = amounts.in_order();
        let mut amount = amounts.next()?;
        let mut times = None;
        if has_times {
            times = Some(amount);
            amount = amounts.next()?;
        }
        let to = if has_to { amounts.next() } else { None };
        let kind = match measure {
            Some(measure) => TargetSyntax::Measured { measure, amount, to: to.map(Box::new) },
            None if minus => TargetSyntax::Minus(amount),
            None => TargetSyntax::Amount { times: times.map(Box::new), amount, to: to.map(Box::new), of },
        };
        Some(Target { span, kind })
    }

    fn measured(&mut self, node: Node<'_>) -> Option<(Measure, Quantity, Option<Quantity>)> {
        let mut measure = Measure::Rpe;
        let mut amounts = Amounts::default();
        for child in node.children() {
            match child.rule() {
                Rule::measure => measure = child.text().parse().unwrap_or(measure),
                Rule::amount => amounts.push(self.plain_quantity(child)),
                _ => {}
            }
        }
        let mut amounts = amounts.in_order();
        Some((measure, amounts.next()?, amounts.next()))
    }
}
