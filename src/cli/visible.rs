//! Making text from files safe to show. File names, titles and quoted text may contain characters that a terminal
//! obeys, or words that a build service takes for a command.

use std::borrow::Cow;
use std::path::Path;

use super::paths::with_slashes;

/// Replaces control characters and marks that change the direction of text. Tabs and line feeds stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_obeyed) || text.contains("##") {
        replaced(text, is_obeyed).into()
    } else {
        Cow::Borrowed(text)
    }
}

/// Does the same for text on one line, such as a title: also replaces tabs and line feeds.
pub fn on_one_line(text: &str) -> String {
    replaced(text, |c| is_obeyed(c) || matches!(c, '\t' | '\n'))
}

/// Returns the path of a file or folder for messages.
pub fn name(path: &Path) -> String {
    on_one_line(&with_slashes(path))
}

/// Breaks the commands that build services such as GitHub's look for at the start of a line: `::error file=…::` becomes
/// `\::error file=…::`. Only messages for people pass through here, so that what is made for programs stays as it is.
pub fn without_commands(text: &str) -> Cow<'_, str> {
    if !text.contains("::") {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let (indent, rest) = line.split_at(indent);
        safe.push_str(indent);
        if rest.starts_with("::") {
            safe.push('\\');
        }
        safe.push_str(rest);
    }
    safe.into()
}

/// Replaces the unwanted characters by symbols, and breaks `##[command]`, which build services obey anywhere in a line.
fn replaced(text: &str, is_unwanted: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    // The number of `#` directly before this character, or before the letters directly before it.
    let mut hashes = 0;
    for c in text.chars() {
        if c == '[' && hashes >= 2 {
            shown.push('\\');
        }
        hashes = match c {
            '#' => hashes + 1,
            c if c.is_ascii_alphabetic() && hashes >= 2 => hashes,
            _ => 0,
        };
        shown.push(if is_unwanted(c) { symbol(c) } else { c });
    }
    shown
}

/// Tells whether a terminal acts on a character rather than showing it.
fn is_obeyed(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{FEFF}' => true,
        _ => c.is_control(),
    }
}

/// Returns the symbol to show instead: ␛ for an escape, � if there is no symbol.
fn symbol(c: char) -> char {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7F}' => '␡',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_shown_as_a_sign() {
        assert_eq!(visible("\u{1b}[31m\u{7}\0\u{7f}\r"), "␛[31m␇␀␡␍");
        assert_eq!(visible("a\u{202e}b\u{2066}c\u{9b}d\u{feff}"), "a�b�c�d�");
        assert!(matches!(visible("plain\té\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_name_stays_on_its_line() {
        assert_eq!(name(Path::new("a\n::error::b\t\u{1b}.wod")), "a␊::error::b␉␛.wod");
    }

    #[test]
    fn what_a_build_service_obeys_is_broken() {
        assert_eq!(
            without_commands("::error::a\n  ::debug::b\nc ::d\n"),
            "\\::error::a\n  \\::debug::b\nc ::d\n"
        );
        assert_eq!(visible("# ##[error]a ##vso[task]b ###[c"), "# ##\\[error]a ##vso\\[task]b ###\\[c");
        assert_eq!(visible("## a [b] #[c]"), "## a [b] #[c]");
    }
}
