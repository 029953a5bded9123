//! Rests.

use super::Builder;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{RestAmount, StatementKind};

impl Builder<'_> {
    pub(super) fn rest(&mut self, node: Node<'_>) -> StatementKind {
        let span = self.span(&node);
        let mut amount = RestAmount::Bare;
        let mut strays = Vec::new();
        let mut body = None;
        for child in node.children() {
            match child.rule() {
                Rule::stray | Rule::string => strays.push(self.span(&child)),
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
        StatementKind::Rest(Box::new(amount))
    }

    /// Builds what may say how long a rest is; none for another node.
    pub(super) fn rest_amount(&mut self, node: Node<'_>) -> Option<RestAmount> {
        match node.rule() {
            Rule::amount | Rule::ratio => match ratio(node.text()) {
                Some((work, rest)) => Some(RestAmount::Ratio { span: self.span(&node), work, rest }),
                None => Some(RestAmount::For(self.quantity(node))),
            },
            Rule::until_ready => Some(RestAmount::UntilReady),
            Rule::rest_day => Some(RestAmount::Day),
            Rule::moving => Some(RestAmount::Moving(Box::new(self.moving(node)))),
            _ => None,
        }
    }
}

/// Reads `1:2`. With two digits after the colon it is a clock: `1:10`.
fn ratio(text: &str) -> Option<(u8, u8)> {
    match text.as_bytes() {
        [work @ b'1'..=b'9', b':', rest @ b'1'..=b'9'] => Some((work - b'0', rest - b'0')),
        _ => None,
    }
}
