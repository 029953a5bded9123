//! Where the words of a reading come from, so that what is said of it points at what was written.

use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::source::Span;

/// A stretch that is read otherwise than it is written.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// The stretch as it is written.
    pub written: Span,
    /// The same as it is read.
    pub read: Span,
    /// The parts of the reading, in order.
    pub parts: Vec<Part>,
}

/// A part of a reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Its place there.
    pub read: Span,
    /// What it was read from.
    pub from: Span,
    /// Whether it is read as it is written, so that each place of it is one of what it was read from.
    pub is_same: bool,
}

/// The places of a reading in what was written.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// In text order.
    changes: Vec<Change>,
    /// What is asked about words that are left out of the reading, each with its place there, in text order.
    questions: Vec<(u32, Diagnostic)>,
}

impl Map {
    /// Adds a stretch, behind those that are there.
    pub(super) fn push(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Adds what is asked about words that are left out of the reading. Returns what stands for it there.
    pub(super) fn ask(&mut self, question: Diagnostic) -> Diagnostic {
        let start = question.span().start;
        let is_before = |change: &Change| change.written.start < start && change.written.end <= start;
        let number = self.changes.partition_point(is_before);
        let at = self.changes.get(number).map_or(0, |change| change.read.start);
        let here = Diagnostic::new(question.rule, Span { start: at, end: at }, question.message.clone());
        self.questions.push((at, question));
        here
    }

    /// Tells whether everything is read as it is written.
    pub fn is_plain(&self) -> bool {
        self.changes.is_empty()
    }

    /// Returns the stretch that a place of the reading is in or touches.
    fn around(&self, span: Span) -> Option<&Change> {
        let number = self.changes.partition_point(|change| change.read.end < span.start);
        self.changes.get(number).filter(|change| change.read.start <= span.end)
    }

    /// Moves a byte of the reading that is in no changed stretch.
    fn moved(&self, at: u32) -> u32 {
        let number = self.changes.partition_point(|change| change.read.end <= at);
        match number.checked_sub(1).and_then(|number| self.changes.get(number)) {
            Some(change) => change.written.end + (at - change.read.end),
            None => at,
        }
    }

    /// Returns where the words begin that a place of the reading was read from.
    pub fn start_of(&self, span: Span) -> usize {
        let changed = self.around(span).filter(|change| change.read.start <= span.start);
        changed.map_or_else(|| self.moved(span.start), |change| change.written.start) as usize
    }

    /// Returns what a place of the reading was read from.
    pub fn place(&self, span: Span) -> Span {
        match self.around(span) {
            Some(change) if change.read.start <= span.start && span.end <= change.read.end => {
                within(change, span)
            }
            Some(change) if span.start <= change.read.start && change.read.end <= span.end => {
                let start = if span.start == change.read.start {
                    change.written.start
                } else {
                    self.moved(span.start)
                };
                Span { start, end: self.moved_end(span.end) }
            }
            Some(change) => {
                let start = if span.start < change.read.start {
                    self.moved(span.start)
                } else {
                    change.written.start
                };
                Span { start, end: self.moved_end(span.end).max(start) }
            }
            None => Span { start: self.moved(span.start), end: self.moved(span.end) },
        }
    }

    fn moved_end(&self, end: u32) -> u32 {
        match self.around(Span { start: end, end }) {
            Some(change) if change.read.start < end => change.written.end,
            _ => self.moved(end),
        }
    }

    /// Moves a diagnostic of the reading to what was written. A correction inside a changed stretch writes all of it as
    /// it is read.
    pub fn diagnostic(&self, mut diagnostic: Diagnostic, read: &str) -> Diagnostic {
        if self.is_plain() {
            return diagnostic;
        }
        let at = diagnostic.span().start;
        let from = self.questions.partition_point(|(place, _)| *place < at);
        let mut here = self.questions[from..].iter().take_while(|(place, _)| *place == at);
        let asked = here.find(|(_, one)| one.message == diagnostic.message);
        if let Some((_, question)) = asked {
            return Diagnostic { severity: diagnostic.severity, file: diagnostic.file, ..question.clone() };
        }
        for Label { span, .. } in &mut diagnostic.labels {
            *span = self.place(*span);
        }
        diagnostic.fix = diagnostic.fix.and_then(|fix| self.fix(fix, read));
        let edit = |edit: Edit| {
            let fix = Fix { span: edit.span, replacement: edit.replacement, more: Vec::new() };
            self.fix(fix, read).map(|fix| Edit { span: fix.span, replacement: fix.replacement })
        };
        let choices = diagnostic.choices.into_iter();
        diagnostic.choices = choices.filter_map(|choice| choice.moved(edit)).collect();
        diagnostic
    }

    fn fix(&self, fix: Fix, read: &str) -> Option<Fix> {
        let is_moved = |span: Span| self.around(span).is_none();
        if fix.spans().all(is_moved) {
            let move_all = |span: &Span| Span { start: self.moved(span.start), end: self.moved(span.end) };
            let more = fix.more.iter().map(move_all).collect();
            return Some(Fix { span: move_all(&fix.span), more, ..fix });
        }
        // Of several places the first is mended now, and the others when it is compiled again.
        let Some(change) = self.around(fix.span) else {
            let span = Span { start: self.moved(fix.span.start), end: self.moved(fix.span.end) };
            return Some(Fix { span, replacement: fix.replacement, more: Vec::new() });
        };
        let from = fix.span.start.min(change.read.start);
        let to = fix.span.end.max(change.read.end);
        let (before, after) = (
            read.get(from as usize..fix.span.start as usize)?,
            read.get(fix.span.end as usize..to as usize)?,
        );
        let start = if from < change.read.start { self.moved(from) } else { change.written.start };
        let end = if to > change.read.end { self.moved(to) } else { change.written.end };
        let is_alone = self
            .around(Span { start: from, end: change.read.start })
            .is_some_and(|one| one.read == change.read)
            && self
                .around(Span { start: change.read.end, end: to })
                .is_some_and(|one| one.read == change.read);
        is_alone.then(|| Fix {
            span: Span { start, end },
            replacement: format!("{before}{}{after}", fix.replacement),
            more: Vec::new(),
        })
    }
}

/// Returns what a place inside a changed stretch was read from: all parts that it touches.
fn within(change: &Change, span: Span) -> Span {
    let mut parts = change
        .parts
        .iter()
        .filter(|part| part.read.start < span.end.max(span.start + 1) && span.start < part.read.end);
    let Some(first) = parts.next() else { return change.written };
    if first.is_same && span.end <= first.read.end {
        let start = first.from.start + (span.start - first.read.start);
        return Span { start, end: start + span.end - span.start };
    }
    parts.fold(first.from, |all, part| Span {
        start: all.start.min(part.from.start),
        end: all.end.max(part.from.end),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;

    /// `10 squats; rest 5m` is read as `squats 10; rest 5m`.
    fn map() -> Map {
        let span = |start, end| Span { start, end };
        let mut map = Map::default();
        map.push(Change {
            written: span(4, 13),
            read: span(4, 14),
            parts: vec![
                Part { read: span(4, 10), from: span(7, 13), is_same: true },
                Part { read: span(11, 14), from: span(4, 6), is_same: false },
            ],
        });
        map
    }

    #[test]
    fn a_question_in_a_changed_stretch_is_asked_there() {
        let mut map = map();
        let question = Diagnostic::new(Rule::Unreadable, Span { start: 7, end: 9 }, "what is that?");
        assert_eq!(map.ask(question).span(), Span { start: 4, end: 4 });
    }

    #[test]
    fn places_of_a_reading_are_places_of_what_was_written() {
        let span = |start, end| Span { start, end };
        assert_eq!(map().place(span(4, 10)), span(7, 13));
        assert_eq!(map().place(span(11, 14)), span(4, 6));
        assert_eq!(map().place(span(4, 14)), span(4, 13));
        assert_eq!(map().place(span(16, 20)), span(15, 19));
        assert_eq!(map().place(span(0, 2)), span(0, 2));
        assert_eq!(map().place(span(0, 20)), span(0, 19));
    }
}
