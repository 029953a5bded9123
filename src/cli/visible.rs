//! Text from files as a terminal may see it.

use std::borrow::Cow;

/// Replaces what a terminal would obey instead of show. Tabs and line feeds stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_obeyed) {
        text.chars().map(|c| if is_obeyed(c) { symbol(c) } else { c }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// Tells whether a terminal does something else with it than show it: move, ring, change direction.
fn is_obeyed(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{FEFF}' => true,
        _ => c.is_control(),
    }
}

/// Returns the sign that is shown for it: ␛ for an escape, � where there is no picture.
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
}
