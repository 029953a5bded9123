//! Names as identifiers.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

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
    use super::{Slugs, slug};

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
