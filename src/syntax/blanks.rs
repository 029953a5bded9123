//! Replaces all kinds of blanks by spaces and all kinds of line ends by `\n`. Every byte keeps its place.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// Returns `text` with every blank replaced by spaces and every line end by `\n`, of the same length in bytes. Runs of
/// control characters become spaces too, and each is reported.
///
/// Names and strings are later taken from the original text, so they do not change.
pub fn level_blanks(text: &str) -> (Cow<'_, str>, Vec<Diagnostic>) {
    if is_plain(text) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut levelled = String::with_capacity(text.len());
    let mut controls: Vec<(usize, usize, char)> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\n' => levelled.push('\n'),
            '\r' if characters.peek().is_some_and(|&(_, next)| next == '\n') => levelled.push(' '),
            '\r' => levelled.push('\n'),
            '\t' | '\u{b}' | '\u{c}' => levelled.push(' '),
            character if character.is_whitespace() || character == '\u{feff}' => {
                levelled.extend(std::iter::repeat_n(' ', character.len_utf8()));
            }
            character if character.is_control() => {
                levelled.extend(std::iter::repeat_n(' ', character.len_utf8()));
                let end = at + character.len_utf8();
                match controls.last_mut() {
                    Some((_, last, _)) if *last == at => *last = end,
                    Some(_) | None => controls.push((at, end, character)),
                }
            }
            character => levelled.push(character),
        }
    }
    debug_assert_eq!(levelled.len(), text.len());
    let diagnostics =
        controls.into_iter().map(|(start, end, character)| control(start, end, character)).collect();
    (Cow::Owned(levelled), diagnostics)
}

/// Tells whether a text has only spaces, line ends and visible ASCII. It is checked in blocks without branches, so that
/// the compiler can check many bytes in one step.
fn is_plain(text: &str) -> bool {
    let is_plain = |byte: u8| byte == b'\n' || (0x20..0x7f).contains(&byte);
    text.as_bytes().chunks(64).all(|block| block.iter().fold(true, |all, &byte| all & is_plain(byte)))
}

fn control(start: usize, end: usize, character: char) -> Diagnostic {
    let message = match character {
        '\0' => "there is a NUL character here, which can't be part of a text".to_owned(),
        character => format!("there is an invisible control character here (U+{:04X})", u32::from(character)),
    };
    Diagnostic::new(Rule::ControlCharacter, Span::new(start, end), message)
        .help("delete it; if the whole file looks odd, it may not be a text file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_stays_in_its_place() {
        let text = "\u{feff}a\u{a0}b\tc\r\nd\re\u{3000}f\u{2028}g";
        let (levelled, diagnostics) = level_blanks(text);
        assert_eq!(levelled, "   a  b c \nd\ne   f   g");
        assert_eq!(levelled.len(), text.len());
        assert!(diagnostics.is_empty());
    }

    #[test]
    fn control_characters_are_reported_once_a_run() {
        let (levelled, diagnostics) = level_blanks("a\0\0b\u{1b}");
        assert_eq!(levelled, "a  b ");
        assert_eq!(diagnostics.len(), 2);
        assert_eq!(diagnostics[0].span(), Span::new(1, 3));
    }

    #[test]
    fn an_ordinary_text_is_not_copied() {
        assert!(matches!(level_blanks("squat 30s\n").0, Cow::Borrowed(_)));
    }
}
