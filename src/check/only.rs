//! `only round 1`: in which rounds of its block a step is done.

use super::Checker;
use super::program::OnlyRounds;
use super::scope::{Rounds, Scope};
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{ModifierKind, Only, Statement, StatementKind};

impl Checker<'_> {
    /// Checks in which rounds a step is done. Returns none if there is an error, `Some(None)` where it does not say.
    pub(super) fn only_rounds(&mut self, statement: &Statement, scope: &Scope) -> Option<Option<OnlyRounds>> {
        let mut said = all_said(&statement.kind);
        let Some(only) = said.next() else { return Some(None) };
        if let Some(second) = said.find(|second| second.rounds() != only.rounds()) {
            let message = "one alternative is done in other rounds than the other";
            self.report(
                Diagnostic::new(Rule::OptionTwice, second.span, message)
                    .and_at(only.span, "the first says so here")
                    .help("write them as two steps, each with its own rounds"),
            );
            return None;
        }
        let (from, to) = (only.from, only.to);
        let rounds = |rounds: u32| if rounds == 1 { "round" } else { "rounds" };
        let (message, help) = match scope.rounds {
            Rounds::Once => (
                "there are no rounds here to choose from".to_owned(),
                "it goes on a step directly in a block with `rounds`, a `ladder` or intervals".to_owned(),
            ),
            Rounds::Unknown => (
                "nobody knows how many rounds an `amrap` has".to_owned(),
                "what is done once goes into a `buy-in < … >` before the rounds, or a `cash-out < … >` after them".to_owned(),
            ),
            Rounds::InTurns => (
                "the steps of this block take turns, and each has its own".to_owned(),
                "delete it, or delete `alternating` in the header".to_owned(),
            ),
            Rounds::Most(_) if from == 0 || to < from => (
                "this names no round".to_owned(),
                "rounds are counted from 1, the lower first: `only rounds 2-4`".to_owned(),
            ),
            Rounds::Most(most) if to > most => (
                format!("this block has {most} {}, so there is no round {to}", rounds(most)),
                "name rounds that there are, or give the block more".to_owned(),
            ),
            Rounds::Most(most) if only.not && from == 1 && to == most => {
                ("then it is never done".to_owned(), "delete the step, or leave it a round".to_owned())
            }
            Rounds::Most(_) => return Some(Some(OnlyRounds { not: only.not, from, to, every: 1 })),
        };
        self.report(Diagnostic::new(Rule::NothingToCount, only.span, message).help(help));
        None
    }
}

/// Returns what a statement says about its rounds, each alternative once.
pub(super) fn all_said(kind: &StatementKind) -> impl Iterator<Item = &Only> {
    let rest = if let StatementKind::Rest(_, only) = kind { only.as_deref() } else { None };
    let performances = if let StatementKind::Movement(all) = kind { all.as_ref() } else { &[] };
    rest.into_iter().chain(performances.iter().filter_map(|performance| {
        performance.modifiers.iter().find_map(|modifier| match &modifier.kind {
            ModifierKind::Only(only) => Some(&**only),
            _ => None,
        })
    }))
}
