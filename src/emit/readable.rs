//! What of a coach's text can be seen.

/// Returns the text without what cannot be seen, with single blanks between words.
pub fn readable(text: &str) -> String {
    let keep = |letter: char| match letter {
        letter if letter.is_whitespace() => Some(' '),
        // Zero-width blanks, embeddings, overrides and isolates of the writing direction. The zero-width joiners
        // stay: Persian is spelt with them, and emoji are made of them.
        '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    };
    let kept: String = text.chars().filter_map(keep).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
