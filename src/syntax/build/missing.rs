//! Signs that are missing or stand in the wrong line: `<`, `>` and quotes, and where each certainly goes.

use super::Builder;
use super::guess::is_modifier;
use super::movement::LeftOver;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::word::DefinitionWord;

/// What to do about a block that is not closed.
const WHERE_IT_ENDS: &str = "write `>` where it ends";

impl Builder<'_> {
    pub(super) fn report_missing_open(&mut self, header: Span) {
        let diagnostic = self.missing_open(header);
        // Behind a text that is not closed it would be a part of that.
        let has_open_text = has_open_text(self.at(header));
        let end = Span::at(header.end as usize);
        self.report(if has_open_text { diagnostic } else { diagnostic.fix(end, " <") });
    }

    /// Reports a header that no `<` follows, and no `>` later on. A `<` alone would mend nothing.
    pub(super) fn report_no_block(&mut self, header: Span) {
        let diagnostic = self.missing_open(header);
        self.report(diagnostic);
    }

    fn missing_open(&self, header: Span) -> Diagnostic {
        let end = Span::at(header.end as usize);
        let text = self.at(header);
        Diagnostic::new(Named::MissingOpen, end, "a `<` is missing at the end of this line")
            .here("`<` goes here")
            .help(format!("what it holds stands between `<` and `>`: `{text} < … >`"))
    }

    /// Reports a `>` right after a header, where its `<` should be.
    pub(super) fn report_turned_open(&mut self, close: Span) {
        self.report(
            Diagnostic::new(Named::MissingOpen, close, "a block opens with `<`, and `>` closes it")
                .fix(close, "<"),
        );
    }

    pub(super) fn report_late_open(&mut self, end: usize, body: Span) {
        let open = Span::new(body.start as usize, body.start as usize + 1);
        let between = Span::new(end, open.end as usize);
        let mut diagnostic =
            Diagnostic::new(Named::MissingOpen, open, "the `<` of a block stands on the line of its header")
                .and_at(Span::at(end), "it goes here");
        if self.at(between).trim_end_matches(['<', '{']).trim().is_empty() {
            diagnostic = diagnostic.fix(between, " <");
        }
        self.report(diagnostic);
    }

    pub(super) fn report_missing_close(&mut self, open: Span, end: usize) {
        if self.excused_closes > 0 {
            self.excused_closes -= 1;
            self.unclosed = Some((end, usize::MAX));
            return;
        }
        self.late_closes += 1;
        let mut diagnostic =
            Diagnostic::new(Named::MissingClose, open, "this block is never closed").here("opened here");
        let inside = &self.text[open.end as usize..end];
        if let Some(at) = close_in_comment(inside) {
            let at = open.end as usize + at;
            diagnostic = diagnostic
                .and_at(Span::new(at, at + 1), "this `>` stands in a comment, where it closes nothing");
        } else if let Some((before, number)) = self.unclosed
            && before <= end
            && self.text[before..end].trim().is_empty()
        {
            // A block inside ends in the same place: which lines are whose is anybody's guess.
            if let Some(inner) =
                self.diagnostics.get_mut(number).filter(|one| one.rule == Named::MissingClose)
            {
                inner.fix = None;
                inner.help = Some(WHERE_IT_ENDS.into());
            }
        } else if let Some((at, close)) = missing_close(self.text, open, end) {
            diagnostic = diagnostic.fix(Span::at(at), close);
        }
        self.unclosed = Some((end, self.diagnostics.len()));
        self.report(if diagnostic.fix.is_none() { diagnostic.help(WHERE_IT_ENDS) } else { diagnostic });
    }

    /// Reports `squat 10 knees out"`: words whose first quote is missing.
    pub(super) fn report_missing_first_quote(&mut self, run: Span, place: &LeftOver) -> bool {
        let after = &self.text[run.end as usize..];
        let is_closed = after.starts_with('"')
            && after[1..]
                .trim_start_matches([' ', '\t'])
                .chars()
                .next()
                .is_none_or(|next| "\r\n;>}#".contains(next));
        let starts = |words: &str| words.starts_with(char::is_alphabetic) && !is_modifier(words);
        if !is_closed || !starts(self.at(run).split(' ').next().unwrap_or_default()) {
            return false;
        }
        // What was said of the second quote, which opens nothing.
        let is_of_quote = |one: &Diagnostic| one.rule == Named::UnclosedString && one.span().start == run.end;
        if self.diagnostics.len() <= place.reported || !self.diagnostics.last().is_some_and(is_of_quote) {
            return false;
        }
        if after.split(['\n', '\r']).next().is_some_and(|line| line.contains('>')) {
            self.excused_closes = self.excused_closes.saturating_sub(1);
            return false;
        }
        self.diagnostics.pop();
        self.report(
            Diagnostic::new(
                Named::UnclosedString,
                Span::new(run.start as usize, run.end as usize + 1),
                "this text is not opened: its first `\"` is missing",
            )
            .fix(Span::at(run.start as usize), "\""),
        );
        true
    }

    /// Reports `title Leg day"`, whose first quote is missing.
    pub(super) fn report_half_quoted(&mut self, whole: Span, reported: usize) -> bool {
        let text = self.at(whole);
        let word = text.split(' ').next().unwrap_or_default();
        let inside = text[word.len()..].trim_start();
        let is_half =
            inside.len() > 1 && inside.find(['"', '“', '”', '„', ';', '>', '}']) == Some(inside.len() - 1);
        if !is_half || !inside.ends_with('"') || DefinitionWord::SPELLINGS.contains(&word) {
            return false;
        }
        self.diagnostics.truncate(reported);
        let place = Span::new(whole.end as usize - inside.len(), whole.end as usize);
        self.report(
            Diagnostic::new(
                Named::UnclosedString,
                place,
                "this text is not opened: its first `\"` is missing",
            )
            .fix(Span::at(place.start as usize), "\""),
        );
        true
    }
}

/// Returns where the `>` of a block goes that ends at `end`, and how it is written; none where that is not certain. It
/// is where the block stands on one line that nothing follows, and where all its lines are set in deeper than its header.
fn missing_close(text: &str, open: Span, end: usize) -> Option<(usize, String)> {
    let sign = if text[open.range()].starts_with('{') { '}' } else { '>' };
    let inside = text[open.end as usize..end].trim_end();
    let last = inside.rsplit(['\n', '\r']).next().unwrap_or_default();
    if has_open_text(last) || inside.ends_with(['<', '{']) {
        // Behind a text that is not closed either it would be a part of that; behind a `<`, close that.
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

/// Returns where a `>` stands in a comment.
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
