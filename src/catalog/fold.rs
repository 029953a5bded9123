//! When two titles are the same, two athletes, two pieces of equipment.

use unicode_normalization::UnicodeNormalization;

/// Returns what titles, athletes and equipment are compared by: in Unicode's composed form (NFC), which keyboards and files
/// differ in, in small letters, with single blanks between words.
pub fn fold(name: &str) -> String {
    if name.is_ascii() && !name.contains("  ") && !name.bytes().any(|byte| byte < b' ') {
        return name.trim().to_ascii_lowercase();
    }
    let composed: String = name.nfc().collect();
    let mut folded = String::with_capacity(composed.len());
    for word in composed.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_blanks_and_normal_forms_make_no_other_title() {
        for title in ["Séance A", "Se\u{301}ance A", "SÉANCE  a", " se\u{301}ance\tA "] {
            assert_eq!(fold(title), "séance a", "{title}");
        }
        assert_eq!(fold(" Lower  Body\n"), "lower body");
        assert_eq!(fold("Lower Body"), "lower body");
        assert_ne!(fold("Seance"), fold("Séance"));
        assert_ne!(fold("squats"), fold("squat"));
    }
}
