//! Lines of a calendar: escaped, folded, and ended as RFC 5545 has it (§3.1, §3.3.11).

/// The most bytes of a line without its end (RFC 5545 §3.1).
const MOST_BYTES: usize = 75;

/// Writes a line, folded where it is too long. `value` is written as it is.
pub fn write(name: &str, value: &str, out: &mut String) {
    let mut room = MOST_BYTES;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        let bytes = letter.len_utf8();
        if bytes > room {
            out.push_str("\r\n ");
            // The blank counts.
            room = MOST_BYTES - 1;
        }
        out.push(letter);
        room -= bytes;
    }
    out.push_str("\r\n");
}

/// Writes a line whose value is a text for people.
pub fn write_text(name: &str, text: &str, out: &mut String) {
    write(name, &escape(text), out);
}

/// Returns a text as the value of a property. Control characters go, of which a reader may make what it likes; what parts
/// lines becomes the end of one, since some readers take any of it for the end of theirs.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn text_line(text: &str) -> String {
        let mut out = String::new();
        write_text("SUMMARY", text, &mut out);
        out
    }

    /// Returns the value of a folded line as a reader has it, by the letter of RFC 5545.
    fn read(line: &str) -> String {
        let whole = line.strip_suffix("\r\n").unwrap().replace("\r\n ", "");
        let mut letters = whole.strip_prefix("SUMMARY:").unwrap().chars();
        let mut text = String::new();
        while let Some(letter) = letters.next() {
            text.push(match letter {
                '\\' => match letters.next() {
                    Some('n') => '\n',
                    Some(other @ ('\\' | ';' | ',')) => other,
                    other => panic!("`\\` before {other:?} in {whole}"),
                },
                ';' | ',' => panic!("a bare {letter} in {whole}"),
                other => other,
            });
        }
        text
    }

    #[test]
    fn what_means_something_to_a_calendar_has_a_backslash_before_it() {
        assert_eq!(text_line("a;b, c\\d\r\ne\u{7}\tf"), "SUMMARY:a\\;b\\, c\\\\d\\ne f\r\n");
        assert_eq!(text_line("a\u{2028}b\u{85}c"), "SUMMARY:a\\nbc\r\n");
    }

    #[test]
    fn a_line_of_75_bytes_is_whole_and_one_of_76_is_folded() {
        let whole = "x".repeat(75 - "SUMMARY:".len());
        assert_eq!(text_line(&whole), format!("SUMMARY:{whole}\r\n"));
        assert_eq!(text_line(&format!("{whole}y")), format!("SUMMARY:{whole}\r\n y\r\n"));
        let second = "y".repeat(74);
        assert_eq!(
            text_line(&format!("{whole}{second}z")),
            format!("SUMMARY:{whole}\r\n {second}\r\n z\r\n")
        );
    }

    #[test]
    fn a_letter_of_several_bytes_is_never_cut() {
        let before = "x".repeat(75 - "SUMMARY:".len() - 1);
        assert_eq!(text_line(&format!("{before}ü")), format!("SUMMARY:{before}\r\n ü\r\n"));
        assert_eq!(text_line(&format!("{before}💪")), format!("SUMMARY:{before}\r\n 💪\r\n"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_it_was_written(text in "(?s)[ -~\n;,\\\\äß💪𓀀\u{301}]{0,300}") {
            let line = text_line(&text);
            for one in line.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(one.len() <= 75, "{}", one);
            }
            prop_assert_eq!(read(&line), text);
        }

        #[test]
        fn no_text_has_a_line_end_of_its_own(text in any::<String>()) {
            let line = text_line(&text);
            let bare = line.replace("\r\n", "");
            prop_assert!(!bare.contains(char::is_control), "{:?}", bare);
            prop_assert!(!bare.contains(['\u{2028}', '\u{2029}']), "{:?}", bare);
        }
    }
}
