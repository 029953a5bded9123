//! `allow RULE "why"`, which silences a warning in the block around it.

use std::cmp::Reverse;

use super::Checker;
use super::names::SUGGESTIONS;
use crate::diagnostic::{Choice, Diagnostic, Rule, Severity, near, nearest};
use crate::source::{FileId, Span};
use crate::syntax::tree::Allow;

/// What the `allow` statements of a file silence.
#[derive(Debug, Default)]
pub struct Silences {
    allowed: Vec<Silence>,
    /// How many rules were unknown.
    unknown: usize,
}

#[derive(Debug)]
struct Silence {
    rule: Rule,
    /// The name of the rule, in the statement.
    place: Span,
    /// Where it holds.
    scope: Span,
    /// The index of the one around it that names the same rule.
    around: Option<usize>,
    used: bool,
}

impl Silences {
    /// Adds one that holds in `scope`.
    pub(super) fn add(&mut self, rule: Rule, place: Span, scope: Span) {
        self.allowed.push(Silence { rule, place, scope, around: None, used: false });
    }

    /// Adds one whose rule is misspelt. That was reported, so it does not have to silence anything.
    fn add_misspelt(&mut self, rule: Rule, place: Span, scope: Span) {
        self.allowed.push(Silence { rule, place, scope, around: None, used: true });
    }

    /// Removes what is silenced from the diagnostics of a file.
    pub fn silence(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        if self.allowed.is_empty() {
            return;
        }
        self.nest();
        diagnostics.retain(|diagnostic| {
            let is_silenced = diagnostic.severity != Severity::Error
                && diagnostic.file == FileId::default()
                && self.is_silenced(diagnostic.rule, diagnostic.span());
            !is_silenced
        });
    }

    /// Reports each `allow` that silenced nothing, of the rules that are looked for. A workout with errors is not checked
    /// far enough to tell.
    pub fn idle(self, is_broken: bool, is_looked_for: impl Fn(Rule) -> bool) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for silence in self.allowed.iter().filter(|one| !one.used && is_looked_for(one.rule)) {
            let message = if silence.rule.severity() == Severity::Error {
                format!("`{}` is an error, and errors can't be allowed", silence.rule.name())
            } else if is_broken {
                continue;
            } else {
                format!("there is no `{}` here to allow", silence.rule.name())
            };
            found.push(Diagnostic::new(Rule::IdleAllow, silence.place, message).help("delete it"));
        }
        found
    }

    /// Finds the one around each. The blocks that they hold in are either nested or apart.
    fn nest(&mut self) {
        self.allowed.sort_by_key(|one| (one.rule, one.scope.start, Reverse(one.scope.end), one.place));
        // What a table repeats is checked once for each of its items.
        self.allowed.dedup_by_key(|one| (one.rule, one.scope, one.place));
        let mut open: Vec<usize> = Vec::new();
        for number in 0..self.allowed.len() {
            let Silence { rule, scope, .. } = self.allowed[number];
            while let Some(&last) = open.last()
                && let last = &self.allowed[last]
                && (last.rule != rule || last.scope.end < scope.end)
            {
                open.pop();
            }
            self.allowed[number].around = open.last().copied();
            // A second one for the same block never silences anything, so it can be left out.
            if open.last().is_none_or(|&last| self.allowed[last].scope != scope) {
                open.push(number);
            }
        }
    }

    /// Finds the innermost one that holds at a place, and marks it as used.
    fn is_silenced(&mut self, rule: Rule, place: Span) -> bool {
        let after = self.allowed.partition_point(|one| (one.rule, one.scope.start) <= (rule, place.start));
        let mut next = after.checked_sub(1).filter(|&last| self.allowed[last].rule == rule);
        while let Some(number) = next {
            let first = self.first_of_its_block(number);
            let silence = &mut self.allowed[first];
            if place.end <= silence.scope.end {
                silence.used = true;
                return true;
            }
            next = silence.around;
        }
        false
    }

    /// Returns the first one that holds in exactly the same block.
    fn first_of_its_block(&self, number: usize) -> usize {
        let scope = self.allowed[number].scope;
        self.allowed[number].around.filter(|&around| self.allowed[around].scope == scope).unwrap_or(number)
    }
}

impl Checker<'_> {
    /// Returns a place of the file at hand in the first file: that of the template in a filled workout. None where it is
    /// in neither.
    fn in_main(&self, mut span: Span) -> Option<Span> {
        let Some(filling) = self.files.filling(self.file) else {
            return (self.file == FileId::default()).then_some(span);
        };
        if let Some(written) = &self.files.get(self.file).written {
            span = written.map.place(span);
        }
        let from = filling.origin(span);
        let is_main = from.place.file == FileId::default() && from.used.is_none();
        is_main.then_some(from.place.span)
    }

    /// Checks an `allow`, which holds in the block around it.
    pub(super) fn allow(&mut self, allow: &Allow, around: Span) {
        let name = self.text(allow.rule);
        match Rule::ALL.iter().find(|rule| rule.name().eq_ignore_ascii_case(name)) {
            Some(&rule) => {
                if let Some((place, scope)) = self.in_main(allow.rule).zip(self.in_main(around)) {
                    self.silences.add(rule, place, scope);
                }
            }
            None => {
                self.silences.unknown += 1;
                let is_looked_at = self.silences.unknown <= SUGGESTIONS;
                let known = Rule::ALL.iter().filter(|_| is_looked_at).map(|rule| rule.name());
                let meant = nearest(name, known.clone());
                let near = near(name, known);
                let diagnostic = Diagnostic::new(
                    Rule::UnknownRule,
                    allow.rule,
                    format!("there is no rule called `{name}`"),
                );
                if let Some(&rule) = Rule::ALL.iter().find(|rule| Some(rule.name()) == meant)
                    && let Some((place, scope)) = self.in_main(allow.rule).zip(self.in_main(around))
                {
                    self.silences.add_misspelt(rule, place, scope);
                }
                self.report(match (meant, near.as_slice()) {
                    (Some(meant), _) => diagnostic.fix(allow.rule, meant),
                    (None, near @ [_, ..]) => diagnostic.meant(near, |name| Choice::write(allow.rule, name)),
                    (None, []) => diagnostic.help("the name of its rule is printed above each message"),
                });
            }
        }
    }
}
