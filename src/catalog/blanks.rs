//! Blanks between words.

/// Returns words with one blank between them: `no  running` is `no running`.
pub fn single_blanks(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
