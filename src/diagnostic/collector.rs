//! Collects diagnostics within bounds.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::{Diagnostic, Label, Rule, Severity};
use crate::source::{FileId, Span};

/// How many diagnostics of one pass over a file are kept. Nobody reads a list of ten thousand, which takes a few
/// megabytes; a file of 4 MB with nothing but quotes in it would otherwise take hundreds.
const MOST_KEPT: usize = 10_000;

/// The diagnostics of a pass: kept up to a bound, and beyond it only counted, rule by rule.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    kept: Vec<Diagnostic>,
    more: Vec<(Rule, FileId, Span)>,
}

impl Collector {
    /// Adds a diagnostic.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        // Once some are only counted, all later ones are too, even if earlier ones have been taken back since.
        if self.kept.len() < MOST_KEPT && self.more.is_empty() {
            self.kept.push(diagnostic);
        } else {
            self.more.push((diagnostic.rule, diagnostic.file, diagnostic.span()));
        }
    }

    /// Adds several diagnostics.
    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Returns how many there are.
    pub(crate) fn len(&self) -> usize {
        self.kept.len() + self.more.len()
    }

    /// Takes back all but the first `length`.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.more.truncate(length.saturating_sub(self.kept.len()));
        self.kept.truncate(length);
    }

    /// Adds all that another holds, after what is there.
    pub(crate) fn append(&mut self, other: Self) {
        self.extend(other.kept);
        self.more.extend(other.more);
    }

    /// Tells whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.more.is_empty()
    }

    /// Returns all but what lies in one of these places of the file that is compiled. They are in order and apart.
    pub(crate) fn without(mut self, places: &[Span]) -> Self {
        let is_outside = |span: Span| {
            let at = places.partition_point(|place| place.end < span.end);
            places.get(at).is_none_or(|place| span.start < place.start)
        };
        self.kept.retain(|one| is_outside(one.span()));
        self.more.retain(|&(_, _, span)| is_outside(span));
        self
    }

    /// Returns all kept ones.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.kept.iter_mut()
    }

    /// Tells whether an error in a file comes after the first `length`.
    pub(crate) fn has_error_since(&self, length: usize, file: FileId) -> bool {
        let more = self.more.get(length.saturating_sub(self.kept.len())..).unwrap_or_default();
        let kept = self.kept.get(length..).unwrap_or_default();
        let mut of_kept = kept.iter().map(|one| (one.severity, one.file));
        let mut of_more = more.iter().map(|&(rule, file, _)| (rule.severity(), file));
        let is_such = |one: (Severity, FileId)| one == (Severity::Error, file);
        of_kept.any(is_such) || of_more.any(is_such)
    }

    /// Takes back those after the first `length` that repeat the rule and place of another, and asks once for a unit that
    /// is missing in several places.
    pub(crate) fn say_once_since(&mut self, length: usize) {
        let mut said = FxHashSet::default();
        let first_of_more = length.saturating_sub(self.kept.len()).min(self.more.len());
        let first_of_kept = length.min(self.kept.len());
        let again: Vec<Diagnostic> = self.kept.drain(first_of_kept..).collect();
        for one in again {
            if !said.insert((one.rule, one.span())) {
                continue;
            }
            match self.kept[first_of_kept..].iter_mut().find(|first| ask_the_same(first, &one)) {
                Some(first) => first.ask_there_too(one),
                None => self.kept.push(one),
            }
        }
        let again: Vec<_> = self.more.drain(first_of_more..).collect();
        self.more.extend(again.into_iter().filter(|&(rule, _, span)| said.insert((rule, span))));
    }

    /// Returns the kept ones. Those that were only counted are summed up in one more for each rule, at the first of their
    /// places.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        let mut counts: BTreeMap<(FileId, Rule), (Span, usize)> = BTreeMap::new();
        for (rule, file, span) in self.more {
            let (first, count) = counts.entry((file, rule)).or_insert((span, 0));
            *first = (*first).min(span);
            *count += 1;
        }
        for ((file, rule), (first, count)) in counts {
            let message = match count {
                1 => "there is one more mistake of this kind here".to_owned(),
                _ => format!("there are {count} more mistakes of this kind from here on"),
            };
            let mut rest = Diagnostic::new(rule, first, message)
                .help("they are counted but not listed; mend those above first")
                .in_file(file);
            rest.stands_for = count;
            self.kept.push(rest);
        }
        self.kept
    }
}

impl Diagnostic {
    /// Asks the same in the place of another. A choice is then made in all places.
    fn ask_there_too(&mut self, other: Self) {
        self.labels.push(Label { span: other.span(), text: "and here".to_owned() });
        let mut others = other.choices;
        self.choices.retain_mut(|choice| {
            let same = others.iter_mut().find(|other| other.title == choice.title);
            let is_same = same.map(|same| choice.edits.append(&mut same.edits)).is_some();
            choice.edits.sort_unstable();
            is_same
        });
    }
}

/// Tells whether two diagnostics ask for the unit of the same figure. One that knows it corrects each place by itself.
fn ask_the_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    let may_be_one = |one: &Diagnostic| one.rule == Rule::MissingUnit && one.fix.is_none();
    may_be_one(one) && may_be_one(other) && one.message == other.message
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(at: usize) -> Diagnostic {
        let rule = if at.is_multiple_of(2) { Rule::Unreadable } else { Rule::IdleOption };
        Diagnostic::new(rule, Span::at(at), "wrong")
    }

    #[test]
    fn what_is_not_kept_is_counted() {
        let mut collector = Collector::default();
        collector.extend((0..MOST_KEPT + 5).map(one));
        assert_eq!(collector.len(), MOST_KEPT + 5);
        collector.truncate(MOST_KEPT + 3);
        collector.push(one(0));
        assert!(collector.has_error_since(MOST_KEPT + 3, FileId::default()));
        assert!(!collector.has_error_since(MOST_KEPT + 4, FileId::default()));
        collector.say_once_since(MOST_KEPT);
        let said = collector.finish();
        let stands_for: Vec<_> = said[MOST_KEPT..].iter().map(|one| (one.rule, one.stands_for)).collect();
        assert_eq!(stands_for, [(Rule::Unreadable, 3), (Rule::IdleOption, 1)]);
        assert_eq!(said.iter().map(|one| one.stands_for).sum::<usize>(), MOST_KEPT + 4);
    }

    #[test]
    fn what_is_gathered_apart_is_kept_and_counted_as_if_it_were_not() {
        let mut apart = Collector::default();
        apart.extend((0..MOST_KEPT + 5).map(one));
        assert!(!apart.is_empty());
        let mut collector = Collector::default();
        collector.extend((0..3).map(one));
        collector.append(apart);
        assert_eq!(collector.len(), MOST_KEPT + 8);
        let said = collector.finish();
        assert_eq!(said[3].span(), Span::at(0));
        assert_eq!(said.iter().map(|one| one.stands_for).sum::<usize>(), MOST_KEPT + 8);
    }

    #[test]
    fn what_lies_in_a_place_is_left_out_whether_it_is_kept_or_counted() {
        let mut collector = Collector::default();
        collector.extend((0..MOST_KEPT + 5).map(one));
        let collector = collector.without(&[Span::new(3, 6), Span::new(MOST_KEPT + 1, MOST_KEPT + 2)]);
        assert_eq!(collector.len(), MOST_KEPT + 5 - 4 - 2);
    }

    #[test]
    fn taking_back_leaves_what_came_before() {
        let mut collector = Collector::default();
        collector.extend((0..MOST_KEPT + 5).map(one));
        collector.truncate(7);
        assert_eq!((collector.len(), collector.finish().len()), (7, 7));
    }
}
