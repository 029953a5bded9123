//! The lines of the formatted text, with their indents and comments.

use unicode_width::UnicodeWidthStr;

use super::words::is_blank;
use crate::source::Span;

/// How wide a line may be, in columns, before the block on it is broken into lines. The narrowest common terminals have
/// this many columns, and a printed page has room for them.
pub(super) const WIDTH: usize = 80;

/// How wide a line may be, in columns, for its comment to be aligned with those of its neighbours. Comments far to the
/// right of a short line are hard to follow.
const WIDEST_ALIGNED: usize = 40;

/// The indent of a line, once for each block around it.
const INDENT: &str = "  ";

/// A line.
#[derive(Debug)]
struct Line {
    /// Where its words begin in [`Page::words`].
    start: usize,
    /// How many blocks are around it.
    depth: usize,
    /// Whether there is an empty line before it.
    blank_before: bool,
    /// Its comment, as a place in the text that is formatted.
    comment: Option<Span>,
}

/// The text that is written, line by line.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The words of all lines.
    words: String,
    lines: Vec<Line>,
    /// While a block is tried on one line, how far [`Page::words`] may reach.
    limit: Option<usize>,
}

impl Page {
    /// Begins a line.
    pub(super) fn begin(&mut self, depth: usize, blank_before: bool) {
        self.lines.push(Line { start: self.words.len(), depth, blank_before, comment: None });
    }

    /// Adds words to the line.
    pub(super) fn push(&mut self, words: &str) {
        if self.limit.is_none_or(|limit| self.words.len() <= limit) {
            self.words.push_str(words);
        }
    }

    /// Returns how many blocks are around the line.
    pub(super) fn depth(&self) -> usize {
        self.lines.last().map_or(0, |line| line.depth)
    }

    /// Tells whether words fit on the line.
    pub(super) fn fits(&self, words: &str) -> bool {
        let before = self.lines.last().map_or(0, |line| {
            INDENT.len() * line.depth + self.words.get(line.start..).unwrap_or_default().width()
        });
        before + words.width() <= WIDTH
    }

    /// Returns this moment, for [`Page::cut`].
    pub(super) fn mark(&self) -> usize {
        self.words.len()
    }

    /// Takes back what was added to the line since a moment, and returns it.
    pub(super) fn cut(&mut self, mark: usize) -> String {
        self.words.split_off(mark)
    }

    /// Adds a comment at the end of the line. Returns false if the line has one already.
    pub(super) fn trail(&mut self, comment: Span) -> bool {
        match self.lines.last_mut() {
            Some(line) if line.comment.is_none() => {
                line.comment = Some(comment);
                true
            }
            Some(_) | None => false,
        }
    }

    /// Begins a trial of how much fits on the line, and returns what [`Page::end_trial`] needs.
    pub(super) fn begin_trial(&mut self) -> usize {
        let start = self.lines.last().map_or(0, |line| line.start);
        // A column takes at most four bytes, except for marks that combine with a letter, and nobody writes 80 of those.
        self.limit = Some(start + 4 * WIDTH);
        self.words.len()
    }

    /// Tells whether so much has been written since the trial began that nothing more fits.
    pub(super) fn is_full(&self) -> bool {
        self.limit.is_some_and(|limit| self.words.len() > limit)
    }

    /// Ends a trial. Keeps what was written if it fits and removes it otherwise, and returns whether it fits.
    pub(super) fn end_trial(&mut self, mark: usize) -> bool {
        let fits = !self.is_full()
            && self
                .lines
                .last()
                .is_some_and(|line| INDENT.len() * line.depth + self.words[line.start..].width() <= WIDTH);
        self.limit = None;
        if !fits {
            self.words.truncate(mark);
        }
        fits
    }

    /// Returns the whole page, or none if it is longer than `most` bytes. Comments are copied from `text`, the text that
    /// is formatted.
    pub(super) fn finish(self, text: &str, most: usize) -> Option<String> {
        let mut out = String::with_capacity(self.words.len() + self.words.len() / 4);
        let mut number = 0;
        while number < self.lines.len() {
            let end = self.group_end(number);
            let column = self.comment_column(number..end);
            for at in number..end {
                self.write(at, column, text, &mut out);
                if out.len() > most {
                    return None;
                }
            }
            number = end;
        }
        Some(out)
    }

    /// Returns the words of a line.
    fn words_of(&self, number: usize) -> &str {
        let end = self.lines.get(number + 1).map_or(self.words.len(), |next| next.start);
        self.lines.get(number).map_or("", |line| &self.words[line.start..end])
    }

    /// Returns the first line after the paragraph that begins at a line. A paragraph is lines of the same depth that follow
    /// each other, none of which is only a comment or opens or closes a block.
    fn group_end(&self, first: usize) -> usize {
        let depth = self.lines[first].depth;
        let is_plain = |number: usize| {
            let words = self.words_of(number);
            !(words.is_empty() || words.ends_with(" <") || words == ">")
        };
        let belongs = |number: usize| {
            let line = &self.lines[number];
            line.depth == depth && !line.blank_before && is_plain(number)
        };
        if !is_plain(first) {
            return first + 1;
        }
        (first + 1..self.lines.len()).find(|&number| !belongs(number)).unwrap_or(self.lines.len())
    }

    /// Returns the column in which the comments of a paragraph are aligned.
    fn comment_column(&self, lines: std::ops::Range<usize>) -> usize {
        let commented = lines.filter(|&number| self.lines[number].comment.is_some());
        let widths = commented.map(|number| self.words_of(number).width());
        widths.filter(|&width| width <= WIDEST_ALIGNED).max().unwrap_or(0)
    }

    fn write(&self, number: usize, column: usize, text: &str, out: &mut String) {
        let (line, words) = (&self.lines[number], self.words_of(number));
        if line.blank_before && !out.is_empty() {
            out.push('\n');
        }
        for _ in 0..line.depth {
            out.push_str(INDENT);
        }
        out.push_str(words);
        if let Some(comment) = line.comment {
            if !words.is_empty() {
                let width = words.width();
                let blanks = 2 + if width <= WIDEST_ALIGNED { column.saturating_sub(width) } else { 0 };
                out.extend(std::iter::repeat_n(' ', blanks));
            }
            out.push_str(text[comment.range()].trim_end_matches(is_blank));
        }
        out.push('\n');
    }
}
