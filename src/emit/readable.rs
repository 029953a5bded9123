//! What of a coach's text can be seen.

/// Returns the text without what cannot be seen, with single blanks between words.
pub fn readable(text: &str) -> String {
    let keep = |letter: char| match letter {
        letter if letter.is_whitespace() => Some(' '),
        letter if is_unseen(letter) || letter.is_control() => None,
        letter => Some(letter),
    };
    let kept: String = text.chars().filter_map(keep).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether a character is a zero-width blank, or an embedding, an override or an isolate of the writing direction.
/// The zero-width joiners are not: Persian is spelt with them, and emoji are made of them.
pub fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
