//! Names as identifiers.

use unicode_normalization::UnicodeNormalization;

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
    use super::slug;

    #[test]
    fn a_slug_is_words_with_hyphens_between() {
        assert_eq!(slug("Single-leg balance"), "single-leg-balance");
        assert_eq!(slug("farmer's  carry "), "farmers-carry");
        assert_eq!(slug("90-90 stretch"), "90-90-stretch");
        assert_eq!(slug("clean & jerk"), "clean-jerk");
    }
}
