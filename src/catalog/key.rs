//! When two names of movements are the same.

use unicode_normalization::UnicodeNormalization;

/// Returns what a name is compared by: case-folded, the plural of each word dropped, then blanks, hyphens and apostrophes
/// dropped. `Push-ups`, `push up` and `pushup` have one key.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    if name.is_ascii() {
        for word in name.split(|sign: char| sign == '-' || sign.is_ascii_whitespace()) {
            let start = key.len();
            key.extend(word.bytes().map(|byte| byte.to_ascii_lowercase() as char));
            drop_plural(&mut key, start);
        }
    } else {
        let composed: String = name.nfc().collect();
        for word in composed.split(|sign: char| sign == '-' || sign.is_whitespace()) {
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
        assert_eq!(key("hands-elevated push-up"), key("hands elevated push up"));
        assert_ne!(key("press"), key("pres"));
    }
}
