//! Places as the protocol counts them: lines from 0, and in a line bytes or UTF-16 units.

use serde::{Deserialize, Serialize};

use crate::source::{LineIndex, Span, floor_to_char};

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 units, as everywhere where nothing else was agreed.
    #[default]
    Utf16,
}

impl Encoding {
    /// Returns its name in the protocol.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
        }
    }

    fn length(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 0.
    pub line: u32,
    /// What is before it in its line.
    pub character: u32,
}

/// A stretch between two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    pub start: Position,
    /// The first place that is not in it.
    pub end: Position,
}

/// The lines of a text, with what columns count.
#[derive(Debug, Clone, Copy)]
pub struct Places<'t> {
    pub text: &'t str,
    pub lines: &'t LineIndex,
    pub encoding: Encoding,
}

impl Places<'_> {
    /// Returns the place of a byte.
    pub fn position(self, at: usize) -> Position {
        let at = floor_to_char(self.text, at);
        let line = self.lines.line_at(at);
        let start = self.lines.line(self.text, line).start as usize;
        let character = self.encoding.length(&self.text[start.min(at)..at]);
        Position { line: (line - 1) as u32, character: character as u32 }
    }

    /// Returns the place of a stretch.
    pub fn range(self, span: Span) -> Range {
        Range { start: self.position(span.start as usize), end: self.position(span.end as usize) }
    }

    /// Returns the byte of a place: in a line that is shorter its end, behind the last line the end of the text.
    pub fn offset(self, position: Position) -> usize {
        let line = position.line as usize + 1;
        if line > self.lines.count() {
            return self.text.len();
        }
        let span = self.lines.line(self.text, line);
        let mut before = 0;
        let wanted = position.character as usize;
        let within = &self.text[span.range()];
        let found = within.char_indices().find(|(_, sign)| {
            let is_here = before >= wanted;
            before += match self.encoding {
                Encoding::Utf8 => sign.len_utf8(),
                Encoding::Utf16 => sign.len_utf16(),
            };
            // A place inside of a letter is that of the letter.
            is_here || before > wanted
        });
        span.start as usize + found.map_or(within.len(), |(at, _)| at)
    }

    /// Returns the bytes of a stretch.
    pub fn span(self, range: Range) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_found_again_in_both_encodings() {
        let text = "a💪é\r\nb\rç日\n\n𝕏 ";
        let lines = LineIndex::new(text);
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let places = Places { text, lines: &lines, encoding };
            for (at, _) in text.char_indices().filter(|(at, sign)| {
                // Between the two bytes of one line end there is no place.
                *sign != '\n' || !text[..*at].ends_with('\r')
            }) {
                assert_eq!(places.offset(places.position(at)), at, "{encoding:?} {at}");
            }
            assert_eq!(places.offset(places.position(text.len())), text.len());
            assert_eq!(places.offset(Position { line: 99, character: 0 }), text.len());
            assert_eq!(places.offset(Position { line: 0, character: 99 }), "a💪é".len());
        }
        let places = Places { text, lines: &lines, encoding: Encoding::Utf16 };
        assert_eq!(places.position("a💪".len()), Position { line: 0, character: 3 });
        // In the middle of a pair of units.
        assert_eq!(places.offset(Position { line: 0, character: 2 }), 1);
    }
}
