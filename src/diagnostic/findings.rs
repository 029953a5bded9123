//! The diagnostics of all files of one run.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{Diagnostic, Rule, Severity};
use crate::source::{LineIndex, SourceFile};

/// The diagnostics of several files, sorted by file and place, each once.
#[derive(Debug, Clone, Default)]
pub struct Findings<'a> {
    found: Vec<(&'a SourceFile, &'a Diagnostic)>,
}

impl<'a> Findings<'a> {
    /// Sorts diagnostics, each with the file it is about.
    pub fn new(mut found: Vec<(&'a SourceFile, &'a Diagnostic)>) -> Self {
        found.sort_by(|(file, one), (other_file, other)| {
            by_path(&file.name, &other_file.name)
                .then_with(|| (one.span(), one.rule).cmp(&(other.span(), other.rule)))
        });
        // A file may be built itself and also used by others; its diagnostics are reported once.
        found.dedup_by(|(file, a), (other_file, b)| {
            file.name == other_file.name
                && (&a.rule, &a.message, &a.labels) == (&b.rule, &b.message, &b.labels)
        });
        Self { found }
    }

    /// Tells whether there are no diagnostics.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Returns those that were kept.
    pub fn kept(&self) -> &[(&'a SourceFile, &'a Diagnostic)] {
        &self.found
    }

    /// Returns how many have this severity, including those that were only counted.
    pub fn count(&self, severity: Severity) -> usize {
        let such = self.found.iter().filter(|(_, diagnostic)| diagnostic.severity == severity);
        such.map(|(_, diagnostic)| diagnostic.stands_for).sum()
    }

    /// Returns how many there are in all, including those that were only counted.
    pub fn total(&self) -> usize {
        self.found.iter().map(|(_, diagnostic)| diagnostic.stands_for).sum()
    }

    /// Returns the rules that were reported, in the order of the table.
    pub fn rules(&self) -> Vec<Rule> {
        let mut rules: Vec<Rule> = self.found.iter().map(|(_, diagnostic)| diagnostic.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    }

    /// Returns those that were kept, with the lines of their files. Each file is indexed once.
    pub fn with_lines(&self) -> impl Iterator<Item = (&'a SourceFile, Rc<LineIndex>, &'a Diagnostic)> {
        with_lines(self.found.iter().copied())
    }

    /// Returns the `most` most serious ones, in order, with the lines of their files.
    pub fn first(
        &self,
        most: usize,
    ) -> impl Iterator<Item = (&'a SourceFile, Rc<LineIndex>, &'a Diagnostic)> {
        let mut chosen: Vec<usize> = (0..self.found.len()).collect();
        chosen.sort_by_key(|&at| self.found[at].1.severity);
        chosen.truncate(most);
        chosen.sort_unstable();
        with_lines(chosen.into_iter().map(|at| self.found[at]))
    }
}

/// Orders paths folder by folder, so that the files of a folder stay together.
fn by_path(one: &str, other: &str) -> Ordering {
    if one == other { Ordering::Equal } else { one.split('/').cmp(other.split('/')) }
}

fn with_lines<'a>(
    found: impl Iterator<Item = (&'a SourceFile, &'a Diagnostic)>,
) -> impl Iterator<Item = (&'a SourceFile, Rc<LineIndex>, &'a Diagnostic)> {
    let mut last: Option<(&SourceFile, Rc<LineIndex>)> = None;
    found.map(move |(file, diagnostic)| {
        let lines = match &last {
            Some((indexed, lines)) if indexed.name == file.name => Rc::clone(lines),
            _ => Rc::clone(&last.insert((file, Rc::new(LineIndex::new(&file.text)))).1),
        };
        (file, lines, diagnostic)
    })
}
