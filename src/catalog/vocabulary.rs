//! The words that the names of movements consist of.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::{TEXT, key};

/// Tells whether a word is part of any name in the catalogue, in the singular or the plural: `frog`, `sun`, `salutation`.
/// Such a word is not misspelt, even where the name that it is in is not known.
pub fn is_in_a_name(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<String>> = OnceLock::new();
    WORDS.get_or_init(|| words(TEXT)).contains(&key(word))
}

/// Returns the keys of the words of all names in a text of definitions.
fn words(text: &str) -> FxHashSet<String> {
    let is_named = |line: &&str| line.starts_with("movement \"") || line.starts_with("  also \"");
    let names = text.lines().filter(is_named).flat_map(|line| line.split('"').skip(1).step_by(2));
    let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '\'' | '’');
    names
        .flat_map(|name| name.split(move |sign: char| !is_part(sign)))
        .filter(|word| !word.is_empty())
        .map(key)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_any_name_is_known_and_a_misspelt_one_is_not() {
        for word in ["frog", "Jumps", "salutation", "hop", "log", "OHP", "air", "farmers", "calf", "calves"] {
            assert!(is_in_a_name(word), "{word}");
        }
        for word in ["suqat", "dumbell", "ronds", "metrs", ""] {
            assert!(!is_in_a_name(word), "{word}");
        }
    }
}
