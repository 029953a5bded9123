//! When two names are the same.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// Returns what a name is compared by: case-folded, each word's plural dropped, then blanks, hyphens and apostrophes
/// dropped. `Push-ups`, `push up` and `pushup` have one key.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    if name.is_ascii() {
        for word in name.split_ascii_whitespace() {
            let start = key.len();
            key.extend(word.bytes().map(|byte| byte.to_ascii_lowercase() as char));
            drop_plural(&mut key, start);
        }
    } else {
        let composed: String = name.nfc().collect();
        for word in composed.split_whitespace() {
            let start = key.len();
            key.extend(word.chars().flat_map(char::to_lowercase));
            drop_plural(&mut key, start);
        }
    }
    key.retain(|c| !matches!(c, '-' | '\'' | '’'));
    key
}

/// Drops the plural of the word that begins at `start` and ends the key.
fn drop_plural(key: &mut String, start: usize) {
    let word = &key[start..];
    let has_es = ["sses", "shes", "ches", "xes"].iter().any(|ending| word.ends_with(ending));
    if word.len() > 3 && word.ends_with("ies") {
        key.truncate(key.len() - 3);
        key.push('y');
    } else if has_es {
        key.truncate(key.len() - 2);
    } else if word.len() > 1 && word.ends_with('s') && !word.ends_with("ss") {
        key.truncate(key.len() - 1);
    }
}

/// Hands out identifiers, each once.
#[derive(Debug, Default)]
pub struct Slugs {
    /// Those that are taken, with the number that the next of the same name is tried with.
    taken: FxHashMap<String, u32>,
}

impl Slugs {
    /// Returns `wanted`, with `-` and a number after it where it is taken.
    pub fn give(&mut self, wanted: &str) -> String {
        let mut slug = wanted.to_owned();
        while self.taken.contains_key(&slug) {
            let next = self.taken.entry(wanted.to_owned()).or_insert(2);
            slug = format!("{wanted}-{next}");
            *next = next.saturating_add(1);
        }
        self.taken.insert(slug.clone(), 2);
        slug
    }
}

/// Returns a name in lower case with `-` between its words, for use as an identifier.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in name.nfc().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !matches!(character, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_variants_have_one_key() {
        for name in ["Push-ups", "push up", "pushup", "PUSH UPS", "push  up"] {
            assert_eq!(key(name), "pushup", "{name}");
        }
        assert_eq!(key("farmer's carry"), key("Farmers carries"));
        assert_eq!(key("crunches"), "crunch");
        assert_eq!(key("boxes"), "box");
        assert_eq!(key("presses"), key("press"));
        assert_eq!(key("flies"), key("fly"));
        assert_eq!(key("entraînement en côte"), key("Entrai\u{302}nement en Co\u{302}te"));
        assert_ne!(key("press"), key("pres"));
    }

    #[test]
    fn a_slug_is_words_with_hyphens_between() {
        assert_eq!(slug("Single-leg balance"), "single-leg-balance");
        assert_eq!(slug("farmer's  carry "), "farmers-carry");
        assert_eq!(slug("90-90 stretch"), "90-90-stretch");
        assert_eq!(slug("clean & jerk"), "clean-jerk");
    }

    #[test]
    fn an_identifier_is_given_once() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.give("squat"), "squat");
        assert_eq!(slugs.give("squat-2"), "squat-2");
        assert_eq!(slugs.give("squat"), "squat-3");
        assert_eq!(slugs.give("squat-2"), "squat-2-2");
        assert_eq!(slugs.give("squat"), "squat-4");
    }
}
