//! From the syntax tree and the comments to the canonical text, which lays out and spells a file in one way.
//!
//! ```text
//! tree ─ statement, definition, header, movement ─> words, in the order and spelling of the language reference
//!      ─ quantity                                 ─> amounts
//!      ─ page                                     ─> lines, indented, with the comments behind them
//! ```
//!
//! The meaning of the file does not change: all outputs and all diagnostics stay the same. The coach's own layout is kept
//! as far as possible: a block on one line stays on one line if it fits, lists break where they broke before, and every
//! comment and single empty line keeps its place.

mod by_date;
mod definition;
mod figures;
mod header;
mod movement;
mod page;
mod plan;
mod quantity;
mod results;
mod statement;
mod turns;
mod words;

use std::borrow::Cow;

use crate::source::{LineIndex, SourceFile, Span};
use crate::syntax::tree::Tree;
pub use by_date::by_date;
use page::Page;

/// What the formatter has to know about movements to write their names and doses.
pub trait Names {
    /// Returns how a name is written. Only its case may change.
    fn spelling<'n>(&mut self, name: &'n str) -> Cow<'n, str>;

    /// Tells whether a name is that of a movement.
    fn is_known(&mut self, name: &str) -> bool;

    /// Tells whether a number without a unit after this name means repetitions, and raises no warning.
    fn is_counted(&mut self, name: &str) -> bool;

    /// Tells whether the dose of the movement that is named here is to be written before it.
    fn is_dose_first(&self, name: Span) -> bool;
}

/// Returns the canonical text of a file that was read without errors. Returns none if the text would be longer than a
/// file may be, which happens when thousands of statements on one line, deep inside blocks, each get a line.
///
/// `comments` are those of [`parse_with_comments`](crate::syntax::parse_with_comments).
pub fn format(text: &str, tree: &Tree, comments: &[Span], names: &mut dyn Names) -> Option<String> {
    let mut formatter = Formatter {
        text,
        lines: LineIndex::new(text),
        comments,
        names,
        page: Page::default(),
        last_line: 0,
        is_fresh: true,
        is_flat: false,
        is_continued: false,
    };
    formatter.statements(&tree.statements, 0);
    formatter.comments_before(text.len(), 0);
    formatter.page.finish(text, SourceFile::MAX_BYTES)
}

/// Walks a tree and writes it.
struct Formatter<'t> {
    text: &'t str,
    lines: LineIndex,
    /// The comments that are not written yet.
    comments: &'t [Span],
    names: &'t mut dyn Names,
    page: Page,
    /// The line, in the text, of the last thing written.
    last_line: usize,
    /// Whether nothing was written yet in the file, or in the current block.
    is_fresh: bool,
    /// Whether the current block is written on one line.
    is_flat: bool,
    /// Whether the current line goes on with the statement of the line before.
    is_continued: bool,
}

impl<'t> Formatter<'t> {
    /// Returns the text at a place.
    fn at(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// Returns the line that a byte of the text lies on.
    fn line_at(&self, offset: usize) -> usize {
        self.lines.line_at(offset)
    }

    /// Tells whether two bytes of the text lie on different lines.
    fn is_broken_between(&self, from: u32, to: u32) -> bool {
        self.line_at(from as usize) != self.line_at(to as usize)
    }

    /// Begins the line for the statement at `start` in the text, after the comments before it.
    fn begin(&mut self, start: usize, depth: usize) {
        self.comments_before(start, depth);
        let blank_before = self.is_blank_before(start);
        self.page.begin(depth, blank_before);
        self.is_fresh = false;
        self.is_continued = false;
    }

    /// Notes where the last thing written ends in the text.
    fn end(&mut self, end: u32) {
        self.last_line = self.line_at((end as usize).saturating_sub(1));
    }

    /// Writes the comments that start before `end`, each at the end of its line or on a line of its own.
    fn comments_before(&mut self, end: usize, depth: usize) {
        while let Some((&comment, rest)) = self.comments.split_first()
            && (comment.start as usize) < end
        {
            self.comments = rest;
            let line = self.line_at(comment.start as usize);
            let trails = line == self.last_line && self.page.trail(comment);
            if !trails {
                let blank_before = self.is_blank_before(comment.start as usize);
                self.page.begin(depth, blank_before);
                self.page.trail(comment);
                self.is_fresh = false;
            }
            self.last_line = line;
        }
    }

    /// Tells whether there is an empty line between the last thing written and `start`.
    fn is_blank_before(&self, start: usize) -> bool {
        let line = self.line_at(start);
        let is_blank = |number| {
            let line = self.lines.line(self.text, number);
            self.at(line).chars().all(words::is_blank)
        };
        !self.is_fresh && (self.last_line + 1..line).any(is_blank)
    }

    /// Writes the items of a list with commas between them. Lines break after the same commas as in the text.
    ///
    /// `start` returns where an item starts in the text.
    fn list<T>(
        &mut self,
        items: &[T],
        depth: usize,
        start: impl Fn(&T) -> u32,
        mut write: impl FnMut(&mut Self, &T),
    ) {
        for (number, item) in items.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|before| items.get(before));
            if let Some(before) = before {
                self.page.push(",");
                if self.is_broken_between(start(before), start(item)) {
                    self.end(start(before) + 1);
                    self.comments_before(start(item) as usize, depth + 1);
                    self.page.begin(depth + 1, false);
                    self.is_continued = true;
                } else {
                    self.page.push(" ");
                }
            }
            write(self, item);
        }
    }

    /// Writes a body, from ` <` to `>`: on one line if it was on one line and fits, otherwise on several.
    ///
    /// `whole` is the whole statement in the text, and `header_end` is where its header ends, or a little earlier.
    fn body<T>(
        &mut self,
        body: &Body<'_, T>,
        depth: usize,
        span_of: impl Fn(&T) -> Span + Copy,
        write: impl Fn(&mut Self, &T, usize) + Copy,
    ) {
        if self.is_flat {
            self.body_on_one_line(body.items, depth, write);
            return;
        }
        if !self.is_broken_between(body.header_end, body.whole.end) {
            let mark = self.page.begin_trial();
            self.is_flat = true;
            self.body_on_one_line(body.items, depth, write);
            self.is_flat = false;
            if self.page.end_trial(mark) {
                self.end(body.whole.end);
                return;
            }
        }
        self.page.push(" <");
        self.last_line = self.line_at(body.header_end as usize);
        self.is_fresh = true;
        for item in body.items {
            let span = span_of(item);
            self.begin(span.start as usize, depth + 1);
            write(self, item, depth + 1);
            self.end(span.end);
        }
        self.comments_before(body.whole.end as usize, depth + 1);
        self.page.begin(depth, false);
        self.page.push(">");
        self.is_fresh = false;
        self.end(body.whole.end);
    }

    fn body_on_one_line<T>(&mut self, items: &[T], depth: usize, write: impl Fn(&mut Self, &T, usize)) {
        self.page.push(" <");
        for (number, item) in items.iter().enumerate() {
            self.page.push(if number == 0 { " " } else { "; " });
            write(self, item, depth);
            if self.page.is_full() {
                return;
            }
        }
        self.page.push(" >");
    }
}

/// The contents of a `<` … `>`, and where they are.
struct Body<'b, T> {
    items: &'b [T],
    /// The whole statement in the text.
    whole: Span,
    /// Where its header ends in the text, or a little earlier on the same line.
    header_end: u32,
}
