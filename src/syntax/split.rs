//! Cuts a text into pieces that are parsed one by one. Signs in strings and comments do not count.
//!
//! This bounds the parser's memory by the size of a piece, stops an unclosed block from swallowing the definition after
//! it, and removes blocks that are nested too deep before anything recurses into them.

use std::borrow::Cow;
use std::ops::Range;

use super::word::DefinitionWord;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// How deep blocks may be nested. Coaches write three levels. 64 leaves room for generated files, and is far below what
/// fits a thread's stack.
pub const MAX_DEPTH: usize = 64;

/// Statements are gathered into pieces of at least this many bytes. It is large enough to make the fixed cost of a parse
/// negligible, and small enough for the tokens (about twenty times the text) to stay in the cache.
const PIECE: usize = 16 * 1024;

/// A text cut up.
#[derive(Debug)]
pub struct Pieces<'t> {
    /// The text, with blocks that are nested too deep blanked out.
    pub text: Cow<'t, str>,
    /// The pieces, which together are all of it.
    pub ranges: Vec<Range<usize>>,
    /// A diagnostic for each block that is nested too deep.
    pub diagnostics: Vec<Diagnostic>,
}

/// Cuts `text` (whose blanks are [levelled](super::blanks)) into pieces that begin and end between statements.
pub fn split(text: &str) -> Pieces<'_> {
    let bytes = text.as_bytes();
    let mut ranges = Vec::new();
    let mut too_deep: Vec<Range<usize>> = Vec::new();
    let mut diagnostics = Vec::new();
    let (mut start, mut depth, mut at) = (0, 0_usize, 0);
    // Whether a statement can begin here.
    let mut fresh = true;
    // Where the current line begins, and where its comment begins, if it has one.
    let (mut line, mut remark) = (0, None);
    while at < bytes.len() {
        if fresh {
            fresh = false;
            at = blanks_end(bytes, at);
            if depth > 0 && begins_definition(&bytes[at..]) {
                close_at(&mut too_deep, depth, at);
                ranges.push(start..at);
                (start, depth) = (at, 0);
            }
        }
        at = next_sign(bytes, at);
        let Some(&sign) = bytes.get(at) else { break };
        match sign {
            b'\n' | b';' => {
                fresh = true;
                at += 1;
                if sign == b';' {
                    continue;
                }
                let remarked = remark.take();
                let words = line..remarked.unwrap_or(at - 1);
                line = at;
                if depth == 0
                    && at - start >= PIECE
                    && !goes_on(&bytes[words], remarked.is_some(), &bytes[at..])
                {
                    ranges.push(start..at);
                    start = at;
                }
            }
            b'#' => {
                remark = Some(at);
                at = end_of_line(bytes, at);
            }
            b'<' | b'{' => {
                depth += 1;
                fresh = true;
                at += 1;
                if depth == MAX_DEPTH + 1 {
                    too_deep.push(at..bytes.len());
                }
            }
            b'>' | b'}' => {
                if depth == MAX_DEPTH + 1
                    && let Some(last) = too_deep.last_mut()
                {
                    last.end = at;
                }
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ => {
                at = match quote_length(&bytes[at..]) {
                    0 => at + 1,
                    length => end_of_string(bytes, at + length),
                }
            }
        }
    }
    ranges.push(start..bytes.len());
    for range in &too_deep {
        diagnostics.push(nested_too_deep(range));
    }
    Pieces { text: blank_out(text, &too_deep), ranges, diagnostics }
}

/// Reports a block, of which `range` is the inside, at its `<`.
fn nested_too_deep(range: &Range<usize>) -> Diagnostic {
    let message = format!("blocks are nested more than {MAX_DEPTH} deep here");
    Diagnostic::new(Rule::NestedTooDeep, Span::new(range.start - 1, range.start), message).help(
        "nobody can follow that many: write some of them one after the other, or as workouts of their own with `do`",
    )
}

/// Ends the last block that is too deep where a definition closes everything.
fn close_at(too_deep: &mut [Range<usize>], depth: usize, at: usize) {
    if depth > MAX_DEPTH
        && let Some(last) = too_deep.last_mut()
    {
        last.end = at;
    }
}

/// Puts spaces over `ranges`, except for line ends.
fn blank_out<'t>(text: &'t str, ranges: &[Range<usize>]) -> Cow<'t, str> {
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut blanked = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        blanked.push_str(&text[from..range.start]);
        blanked.extend(text[range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        from = range.end;
    }
    blanked.push_str(&text[from..]);
    Cow::Owned(blanked)
}

pub(super) fn end_of_line(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length)
}

/// Returns the position of the next byte that can change the state: a sign of the language, a line end, or a byte that
/// a quote can begin with.
pub(super) fn next_sign(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|&byte| IS_SIGN[usize::from(byte)]).map_or(bytes.len(), |length| at + length)
}

/// The bytes that [`next_sign`] stops at. It is a table because nearly every byte of a file is looked up in it.
const IS_SIGN: [bool; 256] = table(b"\n;#<>{}\"\xe2");

/// The bytes that [`next_in_string`] stops at.
const ENDS_STRING: [bool; 256] = table(b"\n\\\"\xe2");

/// Returns a table of all bytes in which these are marked.
const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut marked = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        marked[bytes[at] as usize] = true;
        at += 1;
    }
    marked
}

/// Tells whether a line ends in a comma or in `then`, or the next begins with `then`, so that its list or table may
/// continue there; or whether one of them is only a comment, which may be in the middle of it.
fn goes_on(line: &[u8], is_remarked: bool, next: &[u8]) -> bool {
    const THEN: &[u8] = b"then";
    let line = line.trim_ascii_end();
    let next = &next[blanks_end(next, 0)..];
    let is_then = |word: Option<&[u8]>| word.is_some_and(|word| word.eq_ignore_ascii_case(THEN));
    (is_remarked && line.is_empty())
        || next.starts_with(b"#")
        || line.ends_with(b",")
        || is_then(line.len().checked_sub(THEN.len()).and_then(|at| line.get(at..)))
        || is_then(next.get(..THEN.len()))
}

/// Skips blanks.
pub(super) fn blanks_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|&byte| byte != b' ').map_or(bytes.len(), |length| at + length)
}

/// Returns the length of the quote that `bytes` begins with, 0 for none: `"`, `“`, `”`, `„`.
pub(super) fn quote_length(bytes: &[u8]) -> usize {
    match bytes {
        [b'"', ..] => 1,
        [0xe2, 0x80, 0x9c..=0x9e, ..] => 3,
        _ => 0,
    }
}

/// Returns where a string ends, given where its words begin: after its closing quote, or at the end of the line.
pub(super) fn end_of_string(bytes: &[u8], at: usize) -> usize {
    match closed_string(bytes, at) {
        Ok(end) | Err(end) => end,
    }
}

/// Returns where a string ends after its closing quote, given where its words begin. Where it has none, the error is the
/// end of the line.
pub(super) fn closed_string(bytes: &[u8], mut at: usize) -> Result<usize, usize> {
    loop {
        at = next_in_string(bytes, at);
        if at >= bytes.len() || bytes[at] == b'\n' {
            return Err(at);
        }
        match (bytes[at], quote_length(&bytes[at..])) {
            (b'\\', _) => at += if matches!(bytes.get(at + 1), Some(b'"' | b'\\')) { 2 } else { 1 },
            (_, 0) => at += 1,
            (_, length) => match quoted_inside(&bytes[at..]) {
                Some(inside) => at += inside,
                None => return Ok(at + length),
            },
        }
    }
}

/// Returns the position of the next byte that can end a string or its line, or hide a quote.
fn next_in_string(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|&byte| ENDS_STRING[usize::from(byte)])
        .map_or(bytes.len(), |length| at + length)
}

/// Returns the length of the words in curly quotes, `“so”`, that the rest of a string begins with.
fn quoted_inside(bytes: &[u8]) -> Option<usize> {
    const OPEN: &[u8] = "“".as_bytes();
    const CLOSE: &[u8] = "”".as_bytes();
    let words = bytes.strip_prefix(OPEN)?;
    let is_end = |at: &usize| {
        let rest = &words[*at..];
        matches!(rest[0], b'"' | b'\n') || rest.starts_with(OPEN) || rest.starts_with(CLOSE)
    };
    let end = (0..words.len()).find(is_end)?;
    words[end..].starts_with(CLOSE).then_some(OPEN.len() + end + CLOSE.len())
}

/// Tells whether a definition begins here: one of its words, then a text. It closes every block left open before it.
pub(super) fn begins_definition(bytes: &[u8]) -> bool {
    DefinitionWord::SPELLINGS.iter().any(|word| {
        bytes.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word.as_bytes())) && {
            let rest = &bytes[word.len()..];
            let blanks = rest.iter().take_while(|&&byte| byte == b' ').count();
            let is_dated =
                || *word == DefinitionWord::Done.spelling() && blanks > 0 && rest[blanks..].starts_with(b"2");
            quote_length(&rest[blanks..]) > 0 || is_dated()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_closes_what_is_open_before_it() {
        let text = "workout \"a\" <\n  circuit <\n    squat 5\nworkout \"b\" < run 5km >";
        let pieces = split(text);
        let cut = text.rfind("workout").unwrap();
        assert_eq!(pieces.ranges, [0..cut, cut..text.len()]);
    }

    #[test]
    fn a_list_over_many_lines_stays_in_one_piece() {
        let list = format!("tags {}b", "a,  # and\n".repeat(PIECE));
        assert_eq!(split(&list).ranges.len(), 1);
        let ended = format!("tags {}\nrun 5km\n", "a,\n".repeat(PIECE));
        let end = ended.find("run").unwrap();
        assert_eq!(split(&ended).ranges, [0..end, end..ended.len()]);
    }

    #[test]
    fn signs_in_strings_and_comments_do_not_count() {
        for line in ["note \"<<<\" # <<<\n", "note \"so “<<<” it is\"\n", "note “<<<” # <<<\n"] {
            let text = line.repeat(100);
            assert!(split(&text).diagnostics.is_empty(), "{line}");
        }
    }

    #[test]
    fn what_is_too_deep_is_cut_out_and_said_once() {
        let text = format!("{}squat 5{}\nrun 5km", "circuit < ".repeat(100), " >".repeat(100));
        let pieces = split(&text);
        assert_eq!(pieces.diagnostics.len(), 1);
        assert_eq!(pieces.text.matches('<').count(), MAX_DEPTH + 1);
        assert_eq!(pieces.text.matches('>').count(), MAX_DEPTH + 1);
        assert!(pieces.text.ends_with("run 5km"));
        assert_eq!(pieces.text.len(), text.len());
    }
}
