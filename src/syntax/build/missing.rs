//! Signs that are missing or in the wrong line, `<` and `>`, and where each certainly goes.

use super::Builder;
use super::vocabulary::is_less_than;
use crate::diagnostic::{Choice, Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::unit;

/// The last block that is not closed. What is said of it depends on the block around it, so it is not reported before
/// that ends.
#[derive(Debug)]
pub(super) struct Unclosed {
    /// Where it ends.
    end: usize,
    /// Its `<`, and where its `>` goes; nothing where it is not reported.
    report: Option<(Span, Close)>,
}

/// Where the `>` of a block goes.
#[derive(Debug)]
enum Close {
    /// This one is in a comment, where it closes nothing.
    InComment(Span),
    /// Here, and how it is written.
    At(usize, String),
    /// That is not certain.
    Unknown,
}

impl Builder<'_> {
    pub(super) fn report_missing_open(&mut self, header: Span) {
        if let Some(diagnostic) = self.part_with_a_dose(header) {
            self.report(diagnostic);
            return;
        }
        let diagnostic = self.missing_open(header);
        // Behind a text that is not closed it would be a part of that.
        let has_open_text = has_open_text(self.at(header));
        let end = Span::at(header.end as usize);
        self.report(if has_open_text { diagnostic } else { diagnostic.fix(end, " <") });
    }

    /// Returns what is said of `cool down 10 min`, which is a step rather than a header: what is done is not said.
    fn part_with_a_dose(&self, header: Span) -> Option<Diagnostic> {
        let text = self.at(header).trim();
        let at = text.find(|sign: char| sign.is_ascii_digit())?;
        let (words, dose) = (text[..at].trim_end().to_lowercase(), &text[at..]);
        let unit = dose.trim_start_matches(|sign: char| sign.is_ascii_digit() || "-.:".contains(sign)).trim();
        unit::read(unit)?;
        let part = match words.replace([' ', '-'], "").as_str() {
            "warmup" => "warmup",
            "cooldown" => "cooldown",
            _ => return None,
        };
        let message = format!("`{text}` does not say what is done");
        Some(Diagnostic::new(Named::MissingOpen, header, message).help(format!(
            "write what is done between `<` and `>`: `{part} < jog {dose} >`, with your own movement"
        )))
    }

    /// Reports a header without a `<` and without a `>` later on. A `<` alone would not mend it.
    pub(super) fn report_no_block(&mut self, header: Span) {
        let diagnostic = self.part_with_a_dose(header).unwrap_or_else(|| self.missing_open(header));
        self.report(diagnostic);
    }

    fn missing_open(&self, header: Span) -> Diagnostic {
        let end = Span::at(header.end as usize);
        let text = self.at(header);
        Diagnostic::new(Named::MissingOpen, end, "a `<` is missing at the end of this line")
            .here("`<` goes here")
            .help(format!("what it holds goes between `<` and `>`: `{text} < … >`"))
    }

    /// Reports a `>` right after a header, where its `<` should be.
    pub(super) fn report_turned_open(&mut self, close: Span) {
        self.report(
            Diagnostic::new(Named::MissingOpen, close, "a block opens with `<`, and `>` closes it")
                .fix(close, "<"),
        );
    }

    /// Reports a definition with its contents behind its name and no `<` before them.
    pub(super) fn report_open_after_name(&mut self, name: Span, close: Span) {
        let end = Span::at(name.end as usize);
        let diagnostic = Diagnostic::new(Named::MissingOpen, end, "a `<` is missing behind this name")
            .here("`<` goes here")
            .and_at(close, "this closes it");
        self.report(diagnostic.fix(end, " <"));
    }

    pub(super) fn report_late_open(&mut self, end: usize, body: Span) {
        let open = Span::new(body.start as usize, body.start as usize + 1);
        let between = Span::new(end, open.end as usize);
        let mut diagnostic =
            Diagnostic::new(Named::MissingOpen, open, "the `<` of a block must be on the line of its header")
                .and_at(Span::at(end), "it goes here");
        if self.at(between).trim_end_matches(['<', '{']).trim().is_empty() {
            diagnostic = diagnostic.fix(between, " <");
        }
        self.report(diagnostic);
    }

    /// Notes a block that is not closed, unless that was excused. It is reported with the next one, or at the end.
    pub(super) fn note_missing_close(&mut self, open: Span, end: usize) {
        let inner = self.unclosed.take();
        let ends_with_inner = inner
            .as_ref()
            .is_some_and(|inner| inner.end <= end && self.text[inner.end..end].trim().is_empty());
        if self.excused_closes > 0 {
            self.excused_closes -= 1;
            self.report_unclosed(inner);
            self.unclosed = Some(Unclosed { end, report: None });
            return;
        }
        self.late_closes += 1;
        let mut close = self.where_close_goes(open, end);
        if ends_with_inner && !matches!(close, Close::InComment(_)) {
            // Both blocks end in the same place, so nobody can tell which lines belong to which.
            close = Close::Unknown;
            let inner = inner.map(|inner| Unclosed {
                report: inner.report.map(|(open, close)| (open, close.without_place())),
                ..inner
            });
            self.report_unclosed(inner);
        } else {
            self.report_unclosed(inner);
        }
        self.unclosed = Some(Unclosed { end, report: Some((open, close)) });
    }

    fn where_close_goes(&self, open: Span, end: usize) -> Close {
        let inside = open.end as usize;
        if let Some(at) = close_in_comment(&self.text[inside..end]) {
            return Close::InComment(Span::new(inside + at, inside + at + 1));
        }
        missing_close(self.text, open, end).map_or(Close::Unknown, |(at, sign)| Close::At(at, sign))
    }

    /// Reports a block that is not closed, now that it is known what is around it.
    pub(super) fn report_unclosed(&mut self, unclosed: Option<Unclosed>) {
        let Some(Unclosed { report: Some((open, close)), .. }) = unclosed else { return };
        let diagnostic =
            Diagnostic::new(Named::MissingClose, open, "this block is never closed").here("opened here");
        let help = "write `>` where it ends";
        self.report(match close {
            Close::InComment(place) => {
                let line = self.text[..place.range().start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
                let comment = self.text[line..].find('#').map_or(place.range().start, |at| line + at);
                let before = Span::at(comment);
                let behind = self.text[place.range().end..].find(['\n', '\r']);
                let end = behind.map_or(self.text.len(), |at| place.range().end + at);
                diagnostic
                    .and_at(place, "this `>` is in a comment, where it closes nothing")
                    .help(help)
                    .choices([
                        Choice::new("Write `>` before the comment", before, "> "),
                        Choice::new("Write `>` on a line of its own below it", Span::at(end), "\n>"),
                    ])
            }
            Close::At(at, sign) => diagnostic.fix(Span::at(at), sign),
            Close::Unknown => diagnostic.help(help),
        });
    }
}

impl Unclosed {
    /// Tells whether it will be reported.
    pub(super) fn is_reported(&self) -> bool {
        self.report.is_some()
    }

    /// Returns it as one that is not reported.
    pub(super) fn unheard(self) -> Self {
        Self { report: None, ..self }
    }
}

impl Close {
    /// Returns it as one of which the place is not certain.
    fn without_place(self) -> Self {
        match self {
            Self::At(..) | Self::Unknown => Self::Unknown,
            Self::InComment(place) => Self::InComment(place),
        }
    }
}

/// Returns where the `>` of a block goes that ends at `end`, and how it is written; none where that is not certain. It
/// is where the block is on one line that nothing follows, and where all its lines are indented deeper than its header.
fn missing_close(text: &str, open: Span, end: usize) -> Option<(usize, String)> {
    let sign = if text[open.range()].starts_with('{') { '}' } else { '>' };
    let inside = text[open.end as usize..end].trim_end();
    let last = inside.rsplit(['\n', '\r']).next().unwrap_or_default();
    if has_open_text(last) || inside.ends_with(['<', '{']) {
        // After a text that is not closed either it would be part of that text; after a `<` it would close that.
        return None;
    }
    if is_less_than(inside) {
        return None;
    }
    let at = open.end as usize + inside.len();
    let before = &text[..open.start as usize];
    let header = before.rfind(['\n', '\r']).map_or(before, |line_end| &before[line_end + 1..]);
    let header = header.trim_start_matches('\u{feff}');
    let indent = &header[..header.len() - header.trim_start().len()];
    let Some(first_end) = inside.find(['\n', '\r']) else {
        let is_alone = !inside.is_empty() && !inside.contains('#');
        return is_alone.then(|| (at, format!(" {sign}")));
    };
    let (first, rest) = inside.split_at(first_end);
    let line_end = ["\r\n", "\r", "\n"].into_iter().find(|line_end| rest.starts_with(line_end))?;
    let first = first.trim_start();
    let is_deeper = |line: &str| {
        let blanks = line.len() - line.trim_start().len();
        blanks == line.len() || line.starts_with(indent) && blanks > indent.len()
    };
    let is_certain = (first.is_empty() || first.starts_with('#')) && rest.split(['\n', '\r']).all(is_deeper);
    is_certain.then(|| (at, format!("{line_end}{indent}{sign}")))
}

/// Tells whether a text in quotes begins in a line and does not end in it.
fn has_open_text(line: &str) -> bool {
    line.matches(['"', '“', '”', '„']).count() % 2 == 1
}

/// Returns where a `>` is in a comment.
fn close_in_comment(text: &str) -> Option<usize> {
    let mut from = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if let Some(comment) = line.find('#')
            && let Some(close) = line[comment..].find('>')
        {
            return Some(from + comment + close);
        }
        from += line.len();
    }
    None
}
