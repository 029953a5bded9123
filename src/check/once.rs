//! Where a `buy-in` and a `cash-out` belong.

use super::Checker;
use super::scope::Scope;
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{Block, BlockWord, Statement, StatementKind, TextWord};

impl Checker<'_> {
    /// Reports each buy-in and cash-out among statements that can't be where it is. Returns whether there is none.
    pub(super) fn check_once(&mut self, statements: &[Statement], scope: &Scope) -> bool {
        let mut fits = true;
        for (at, statement) in statements.iter().enumerate() {
            let StatementKind::Block(block) = &statement.kind else { continue };
            let (is_misplaced, others) = match block.word {
                BlockWord::BuyIn => (is_step_among(&statements[..at]), &statements[..at]),
                BlockWord::CashOut => (is_step_among(&statements[at + 1..]), &statements[..at]),
                BlockWord::Circuit
                | BlockWord::Superset
                | BlockWord::Amrap
                | BlockWord::Emom
                | BlockWord::Every
                | BlockWord::ForTime
                | BlockWord::Tabata
                | BlockWord::Warmup
                | BlockWord::Cooldown
                | BlockWord::Section => continue,
            };
            let first = others.iter().find_map(|other| match &other.kind {
                StatementKind::Block(other) if other.word == block.word => Some(&**other),
                _ => None,
            });
            if let Some(diagnostic) = self.misplaced(block, is_misplaced, first, scope) {
                self.report(diagnostic);
                fits = false;
            }
        }
        fits
    }

    /// Says what is wrong with the place of a buy-in or a cash-out, if anything is.
    fn misplaced(
        &self,
        block: &Block,
        is_misplaced: bool,
        first: Option<&Block>,
        scope: &Scope,
    ) -> Option<Diagnostic> {
        let word = block.word.spelling();
        let is_first = block.word == BlockWord::BuyIn;
        let beside = if is_first { "before" } else { "after" };
        let has_it = matches!(scope.around, Some(BlockWord::Amrap | BlockWord::ForTime | BlockWord::Circuit));
        let place = block.word_span;
        if let (false, around) = (has_it, scope.around) {
            let message = match around {
                Some(outer) => format!("`{}` has no `{word}`", outer.spelling()),
                None => format!("this `{word}` is not in a block"),
            };
            let whose = match around {
                Some(_) => format!("write its steps {beside} the block"),
                None => format!(
                    "put it {} the block whose clock it is on",
                    if is_first { "first in" } else { "last in" }
                ),
            };
            return Some(Diagnostic::new(Rule::OutOfPlace, place, message).help(format!(
                "{whose}; `amrap`, `for time` and `circuit` have one: `amrap 12min < {} >`",
                if is_first { "buy-in < run 800m >; pull-up 5" } else { "pull-up 5; cash-out < run 800m >" }
            )));
        }
        if let Some(outer) = scope.per_side {
            return Some(
                Diagnostic::new(Rule::OutOfPlace, place, format!("this `{word}` would be done on each side"))
                    .and_at(outer, "all of the block is done on one side, then on the other")
                    .help(format!("write its steps {beside} the block")),
            );
        }
        if let Some(first) = first {
            return Some(
                Diagnostic::new(Rule::OptionTwice, place, format!("a block has one `{word}`"))
                    .and_at(first.word_span, "the first is here")
                    .help("put the steps of both into one"),
            );
        }
        is_misplaced.then(|| {
            let (message, help) = if is_first {
                ("a buy-in is done before everything else in its block", "move it to the start of the block")
            } else {
                ("a cash-out is done after everything else in its block", "move it to the end of the block")
            };
            Diagnostic::new(Rule::OutOfPlace, place, message).help(help)
        })
    }
}

/// Tells whether there is anything to do among statements.
fn is_step_among(statements: &[Statement]) -> bool {
    statements.iter().any(|statement| match &statement.kind {
        StatementKind::Movement(_)
        | StatementKind::Rest(..)
        | StatementKind::Block(_)
        | StatementKind::Do(_)
        | StatementKind::Turns(_)
        | StatementKind::Sometimes(_) => true,
        StatementKind::Text(TextWord::Step(_), _) => false,
        _ => false,
    })
}
