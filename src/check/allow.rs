//! `allow RULE "why"`: silences a warning in the block it stands in.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::Span;

/// What the `allow` statements of a file silence.
#[derive(Debug, Default)]
pub struct Silences {
    allowed: Vec<Silence>,
}

#[derive(Debug)]
struct Silence {
    rule: Rule,
    /// The name of the rule, in the statement.
    place: Span,
    /// Where it holds.
    scope: Span,
    used: bool,
}

impl Silences {
    /// Adds one that holds in `scope`.
    pub(super) fn add(&mut self, rule: Rule, place: Span, scope: Span) {
        self.allowed.push(Silence { rule, place, scope, used: false });
    }

    /// Takes out of a file's own diagnostics what is silenced, and reports each `allow` that silenced nothing.
    pub fn apply(mut self, diagnostics: &mut Vec<Diagnostic>) {
        if self.allowed.is_empty() {
            return;
        }
        diagnostics.retain(|diagnostic| {
            let span = diagnostic.span();
            let silence = self.allowed.iter_mut().find(|silence| {
                silence.rule == diagnostic.rule
                    && silence.scope.start <= span.start
                    && span.end <= silence.scope.end
            });
            match silence {
                Some(silence)
                    if diagnostic.severity() != Severity::Error && diagnostic.file == Default::default() =>
                {
                    silence.used = true;
                    false
                }
                Some(_) | None => true,
            }
        });
        for silence in self.allowed.iter().filter(|silence| !silence.used) {
            let message = if silence.rule.severity() == Severity::Error {
                format!("`{}` is an error, which cannot be allowed", silence.rule.name())
            } else {
                format!("nothing here is against `{}`, so there is nothing to allow", silence.rule.name())
            };
            diagnostics.push(Diagnostic::new(Rule::IdleAllow, silence.place, message).help("delete it"));
        }
    }
}
