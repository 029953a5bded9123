//! Cuts any text into comments, texts in quotes, words, figures and signs, whether it is in the language or not.

use super::blanks::level_blanks;
use super::split::{end_of_line, end_of_string, quote_length};
use crate::source::Span;

/// What a [`Lexeme`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LexemeKind {
    /// From a `#` to the end of its line.
    Comment,
    /// A text with its quotes; without the last, if that is missing.
    Text,
    /// `<`
    Open,
    /// `>`
    Close,
    /// `;`, or the end of a line.
    End,
    /// `8`, `82.5`, `1:30`.
    Figure,
    /// Letters, with hyphens, apostrophes and figures in them: `push-up`, `T2B`.
    Word,
    /// Any other sign.
    Sign,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// What it is.
    pub kind: LexemeKind,
    /// Where it is.
    pub span: Span,
}

/// Returns what is between the quotes of a [`LexemeKind::Text`], of which the last may be missing.
pub fn between_quotes(text: &str) -> &str {
    let mut signs = text.chars();
    signs.next();
    let words = signs.as_str();
    words.strip_suffix(['"', '“', '”', '„']).unwrap_or(words)
}

/// Cuts a text up. Blanks are in none of the pieces.
pub fn lex(text: &str) -> Vec<Lexeme> {
    let (levelled, _) = level_blanks(text);
    let bytes = levelled.as_bytes();
    let mut lexemes = Vec::new();
    let mut at = 0;
    while let Some(first) = levelled[at..].chars().next() {
        let next = at + first.len_utf8();
        let (kind, end) = match first {
            '\n' | ';' => (LexemeKind::End, next),
            '<' | '{' => (LexemeKind::Open, next),
            '>' | '}' => (LexemeKind::Close, next),
            '#' => (LexemeKind::Comment, end_of_line(bytes, at)),
            _ if quote_length(&bytes[at..]) > 0 => {
                (LexemeKind::Text, end_of_string(bytes, at + quote_length(&bytes[at..])))
            }
            _ if first.is_ascii_digit() => (LexemeKind::Figure, at + figure_length(&bytes[at..])),
            // `3x8`
            'x' | 'X' if is_between_figures(bytes, at) => (LexemeKind::Sign, next),
            _ if first.is_alphabetic() => (LexemeKind::Word, at + word_length(&levelled[at..])),
            _ if first.is_whitespace() => {
                at = next;
                continue;
            }
            _ => (LexemeKind::Sign, next),
        };
        lexemes.push(Lexeme { kind, span: Span::new(at, end) });
        at = end;
    }
    lexemes
}

/// Tells whether the letter at a place has a figure right on each side.
fn is_between_figures(bytes: &[u8], at: usize) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    is_digit(at.checked_sub(1).and_then(|before| bytes.get(before))) && is_digit(bytes.get(at + 1))
}

/// Returns the length of a figure: digits, with single points, commas or colons between them.
fn figure_length(bytes: &[u8]) -> usize {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let joins = |at: usize| matches!(bytes.get(at), Some(b'.' | b',' | b':')) && is_digit(at + 1);
    (1..).find(|&at| !is_digit(at) && !joins(at)).unwrap_or(bytes.len())
}

/// Returns the length of a word.
fn word_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let joins = matches!(character, '-' | '\'' | '’') && next;
        if !character.is_alphanumeric() && !joins {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_piece_is_told() {
        let text = "circuit rounds 5 <\r\n  push-up 3x8 1:30 \"so <\" # > ;\n>; farmer's x 82.5kg @ T2B, ";
        let pieces: Vec<_> = lex(text).into_iter().map(|one| (one.kind, &text[one.span.range()])).collect();
        use LexemeKind::*;
        let wanted = [
            (Word, "circuit"),
            (Word, "rounds"),
            (Figure, "5"),
            (Open, "<"),
            (End, "\n"),
            (Word, "push-up"),
            (Figure, "3"),
            (Sign, "x"),
            (Figure, "8"),
            (Figure, "1:30"),
            (Text, "\"so <\""),
            (Comment, "# > ;"),
            (End, "\n"),
            (Close, ">"),
            (End, ";"),
            (Word, "farmer's"),
            (Word, "x"),
            (Figure, "82.5"),
            (Word, "kg"),
            (Sign, "@"),
            (Word, "T2B"),
            (Sign, ","),
        ];
        assert_eq!(pieces, wanted);
    }

    #[test]
    fn a_text_is_what_is_between_its_quotes() {
        for (text, words) in [("\"a\"", "a"), ("“a”", "a"), ("\"a", "a"), ("\"a\\\"\"", "a\\\""), ("\"", "")]
        {
            assert_eq!(between_quotes(text), words);
        }
    }

    #[test]
    fn a_text_that_is_not_closed_ends_with_its_line() {
        let text = "note \"open\nsquat";
        let pieces: Vec<_> = lex(text).into_iter().map(|one| &text[one.span.range()]).collect();
        assert_eq!(pieces, ["note", "\"open", "\n", "squat"]);
    }
}
