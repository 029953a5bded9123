//! Rests.

use super::Builder;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{Only, RestAmount, StatementKind};

impl Builder<'_> {
    pub(super) fn rest(&mut self, node: Node<'_>) -> StatementKind {
        let span = self.span(&node);
        let mut amount = RestAmount::Bare;
        let mut strays = Vec::new();
        let (mut body, mut only) = (None, None);
        for child in node.children() {
            match child.rule() {
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                Rule::only => only = Some(Box::new(self.only(child))),
                Rule::body => body = Some(self.body(child).0),
                _ => amount = self.rest_amount(child).unwrap_or(amount),
            }
        }
        if let Some(body) = body {
            self.report_unknown_block(span);
            return StatementKind::Unreadable(body.into());
        }
        self.left_over_after_rest(&strays, span, &amount);
        if !strays.is_empty() && matches!(amount, RestAmount::Bare) {
            // What it lacks may be what could not be read.
            return StatementKind::Unreadable(Box::default());
        }
        StatementKind::Rest(Box::new(amount), only)
    }

    /// Builds in which rounds a step is done. A number that is too large for any block stays so.
    pub(super) fn only(&mut self, node: Node<'_>) -> Only {
        let mut only = Only { span: self.span(&node), not: false, from: 0, to: 0 };
        for child in node.children() {
            if child.rule() == Rule::only_word {
                only.not = child.text().eq_ignore_ascii_case("not");
                continue;
            }
            let mut numbers = child.children().map(|number| number.text().parse().unwrap_or(u32::MAX));
            only.from = numbers.next().unwrap_or_default();
            only.to = numbers.next().unwrap_or(only.from);
        }
        only
    }

    /// Builds what may say how long a rest is; none for another node.
    pub(super) fn rest_amount(&mut self, node: Node<'_>) -> Option<RestAmount> {
        match node.rule() {
            Rule::amount | Rule::ratio => {
                let span = self.span(&node);
                match ratio(node.text()) {
                    Some((work, rest)) => Some(RestAmount::Ratio { span, work, rest }),
                    None if node.rule() == Rule::ratio => {
                        self.report_zero_in_ratio(span);
                        None
                    }
                    None => Some(RestAmount::For(self.quantity(node))),
                }
            }
            Rule::rest_table => Some(RestAmount::For(self.rest_table(node))),
            Rule::until_ready => Some(RestAmount::UntilReady),
            Rule::rest_day => Some(RestAmount::Day),
            Rule::moving => Some(RestAmount::Moving(Box::new(self.moving(node)))),
            _ => None,
        }
    }

    fn report_zero_in_ratio(&mut self, ratio: Span) {
        let message = format!("`{}` is not a ratio of work to rest, which has no 0", self.at(ratio));
        self.report(
            Diagnostic::new(Named::MalformedNumber, ratio, message)
                .help("write `rest 1:2` for a rest twice as long as the work, or how long it is: `rest 60s`"),
        );
    }
}

/// Reads `1:2`. With two digits after the colon it is a clock: `1:10`.
fn ratio(text: &str) -> Option<(u8, u8)> {
    match text.as_bytes() {
        [work @ b'1'..=b'9', b':', rest @ b'1'..=b'9'] => Some((work - b'0', rest - b'0')),
        _ => None,
    }
}
