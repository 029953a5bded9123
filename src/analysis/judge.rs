//! What becomes of diagnostics before anybody reads them: what is silenced or says nothing new is taken out, and each of
//! the others gets the level that its rule is set to.

use rustc_hash::FxHashSet;

use super::compilation::has_errors;
use crate::check::{Silences, summarise_unknown};
use crate::diagnostic::{Diagnostic, Levels, Rule, Severity};
use crate::source::{FileId, LineIndex};

/// What rules about the whole of a workout need to have read: the workout, what it needs, or its other side may be in
/// what could not be read.
const NEED_ALL: [Rule; 4] =
    [Rule::NothingToBuild, Rule::UnusedDefinition, Rule::UnusedUse, Rule::UnevenSides];

/// The diagnostics of one file, as they are judged: first what is said of the text, then what its outputs warn of.
pub struct Judge<'a> {
    levels: &'a Levels,
    silences: Silences,
    /// Whether the text has errors, whatever the levels are.
    is_broken: bool,
    judged: Vec<Diagnostic>,
}

impl<'a> Judge<'a> {
    /// Judges what is said of a file with this text.
    pub fn of_text(
        mut diagnostics: Vec<Diagnostic>,
        mut silences: Silences,
        text: &str,
        levels: &'a Levels,
    ) -> Self {
        let is_broken = has_errors(&diagnostics);
        silences.silence(&mut diagnostics);
        if is_broken {
            diagnostics.retain(|diagnostic| !NEED_ALL.contains(&diagnostic.rule));
        }
        drop_beside_errors(&mut diagnostics, text);
        summarise_unknown(&mut diagnostics, text);
        levels.apply(&mut diagnostics);
        Self { levels, silences, is_broken, judged: diagnostics }
    }

    /// Tells whether any diagnostic so far is an error.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.judged)
    }

    /// Judges what the outputs warn of.
    pub fn add_of_outputs(&mut self, mut diagnostics: Vec<Diagnostic>) {
        self.silences.silence(&mut diagnostics);
        self.levels.apply(&mut diagnostics);
        self.judged.extend(diagnostics);
    }

    /// Returns all diagnostics, sorted. An `allow` that silenced nothing is reported, unless its rule is one of
    /// `not_looked_for`.
    pub fn finish(mut self, not_looked_for: &[Rule]) -> Vec<Diagnostic> {
        let is_looked_for =
            |rule: Rule| self.levels.severity(rule).is_some() && !not_looked_for.contains(&rule);
        let mut idle = self.silences.idle(self.is_broken, is_looked_for);
        self.levels.apply(&mut idle);
        self.judged.extend(idle);
        crate::diagnostic::sort(&mut self.judged);
        self.judged
    }
}

/// Drops what a coach would ask about a line that cannot be read as it was meant: one mistake, one message.
fn drop_beside_errors(diagnostics: &mut Vec<Diagnostic>, text: &str) {
    let is_asked = |one: &Diagnostic| one.rule.is_of_training() && one.file == FileId::default();
    if !has_errors(diagnostics) || !diagnostics.iter().any(is_asked) {
        return;
    }
    let lines = LineIndex::new(text);
    let line = |one: &Diagnostic| lines.line_at(one.span().start as usize);
    let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let broken: FxHashSet<usize> = errors.filter(|one| one.file == FileId::default()).map(line).collect();
    diagnostics.retain(|one| !is_asked(one) || !broken.contains(&line(one)));
}
