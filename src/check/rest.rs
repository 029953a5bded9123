//! Rests.

use super::Checker;
use super::amount::QuantityName;
use super::movement::first_line;
use super::program::{self, StepKind};
use super::scope::Scope;
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::{Kind, Unit};
use crate::source::Span;
use crate::syntax::tree::{DoseSyntax, Performance, RestAmount};

impl Checker<'_> {
    /// Checks a rest among the steps.
    pub(super) fn rest(&mut self, amount: &RestAmount, span: Span, scope: &Scope) -> Option<StepKind> {
        match amount {
            RestAmount::Bare if scope.alternating => Some(step(program::RestAmount::TurnOff)),
            RestAmount::Bare => {
                self.report(
                    Diagnostic::new(Rule::BareRest, span, "how long is this rest?").help(
                        "write `rest 30s` or `rest until ready`; `rest` alone is a turn off in an `emom` or `every` that is `alternating`",
                    )
                    .choices([Choice::write(span, "rest until ready")]),
                );
                None
            }
            RestAmount::Moving(performance) if matches!(performance.dose, DoseSyntax::None) => {
                self.named_rest(performance, span)
            }
            RestAmount::For(_)
            | RestAmount::Ratio { .. }
            | RestAmount::UntilReady
            | RestAmount::Day
            | RestAmount::Moving(_) => self.rest_amount(amount, span, scope).map(step),
        }
    }

    /// Reports a rest that is measured by the work before it where there is none.
    pub(super) fn check_work_before(&mut self, amount: &RestAmount, has_work_before: bool) {
        let RestAmount::Ratio { span, .. } = amount else { return };
        if !has_work_before {
            self.report(
                Diagnostic::new(Rule::BareRest, *span, "there is no work before this rest to measure it by")
                    .help(
                        "put it after the movement or the block that it is for, or say how long: `rest 60s`",
                    ),
            );
        }
    }

    /// Reports `rest` followed by words that are not an amount.
    fn named_rest(&mut self, performance: &Performance, span: Span) -> Option<StepKind> {
        let text = first_line(self.text(span));
        let name = self.text(performance.name);
        let known = self.known_movement(performance.name, performance.quoted).is_some();
        let help = if known {
            format!("say how much: `rest {name} 200m` or `rest {name} 2min`")
        } else {
            "a rest is written `rest 30s`, `rest until ready` or, moving, `rest jog 200m`".to_owned()
        };
        self.report(
            Diagnostic::new(Rule::KeywordForm, span, format!("`{text}` does not say how long to rest"))
                .help(help),
        );
        None
    }

    /// Checks how long a rest is, as a step or as part of something else.
    pub(super) fn rest_amount(
        &mut self,
        amount: &RestAmount,
        span: Span,
        scope: &Scope,
    ) -> Option<program::RestAmount> {
        match amount {
            RestAmount::For(quantity) if let Some(table) = quantity.table() => {
                self.rest_by_round(table, span, scope)
            }
            RestAmount::For(quantity) => {
                if quantity.unit.is_some_and(|unit| unit.kind() == Kind::Breaths) {
                    return self.sized(quantity, Unit::Breath, scope).map(program::RestAmount::For);
                }
                self.time(quantity, QuantityName("a rest"), scope).map(program::RestAmount::For)
            }
            RestAmount::Ratio { span: _, work, rest } => {
                Some(program::RestAmount::Ratio { work: *work, rest: *rest })
            }
            RestAmount::UntilReady => Some(program::RestAmount::UntilReady),
            RestAmount::Day => {
                self.report(
                    Diagnostic::new(
                        Rule::OutOfPlace,
                        span,
                        "a rest day is a day of a plan, not a step of a workout",
                    )
                    .help("for a break, write `rest 2min` or `rest until ready`")
                    .choices([Choice::write(span, "rest until ready")]),
                );
                None
            }
            RestAmount::Bare => {
                self.report(
                    Diagnostic::new(Rule::BareRest, span, "how long is this rest?").help("write `rest 30s`"),
                );
                None
            }
            RestAmount::Moving(performance) => self.moving_rest(performance, span, scope),
        }
    }

    fn moving_rest(
        &mut self,
        performance: &Performance,
        span: Span,
        scope: &Scope,
    ) -> Option<program::RestAmount> {
        let Some(movement) = self.known_movement(performance.name, performance.quoted) else {
            let name = self.text(performance.name);
            let message =
                format!("`rest` is followed by a time or a known movement, and `{name}` is neither");
            let mut diagnostic = Diagnostic::new(Rule::KeywordForm, performance.name, message);
            let filler = ["for", "of", "about", "a"].contains(&name.to_lowercase().as_str());
            let dose = match &performance.dose {
                DoseSyntax::One(item) if filler => Some(self.text(item.span)),
                DoseSyntax::One(_) | DoseSyntax::None | DoseSyntax::List(_) => None,
            };
            self.report(match dose {
                Some(dose) => {
                    diagnostic.message = format!("`{name}` is not needed here: `rest {dose}`");
                    diagnostic.fix(span, format!("rest {dose}"))
                }
                None => diagnostic
                    .help("a rest is written `rest 30s`, `rest until ready` or, moving, `rest jog 200m`"),
            });
            return None;
        };
        self.note_use(movement, performance.name);
        let name = self.text(performance.name);
        let item = match &performance.dose {
            DoseSyntax::One(item) if item.sets.is_none() => item,
            DoseSyntax::None => {
                self.report(
                    Diagnostic::new(
                        Rule::MissingDose,
                        performance.name,
                        format!("how much `{name}` is this rest?"),
                    )
                    .help(format!("write `rest {name} 200m` or `rest {name} 2min`")),
                );
                return None;
            }
            DoseSyntax::One(_) | DoseSyntax::List(_) => {
                self.report(
                    Diagnostic::new(Rule::WrongUnit, span, "a rest takes one plain amount, without sets")
                        .help("write `rest jog 200m`"),
                );
                return None;
            }
        };
        let bout = self.bout(&item.bout, scope)?;
        self.ask_way_of_rest(movement, item);
        let targets = self.rest_targets(&performance.modifiers, movement, scope);
        Some(program::RestAmount::Moving { movement, bout, targets })
    }
}

fn step(amount: program::RestAmount) -> StepKind {
    StepKind::Rest(Box::new(program::Rest { amount }))
}
