//! From the bytes of an export to its text.

/// Returns the text of a file in UTF-8 or, where its first two bytes say so, in UTF-16, without its byte-order mark. Returns
/// none if it is neither.
pub fn decode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let text = str::from_utf8(bytes).ok()?;
            Some(text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned())
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, left_over) = bytes.as_chunks::<2>();
    if !left_over.is_empty() {
        return None;
    }
    char::decode_utf16(pairs.iter().map(|&pair| unit(pair))).collect::<Result<_, _>>().ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn byte_order_marks_say_what_a_file_is_in() {
        let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{FEFF}Kniebeuge \u{1F3CB}".encode_utf16().flat_map(to_bytes).collect()
        };
        let expected = Some("Kniebeuge \u{1F3CB}".to_owned());
        assert_eq!(decode("\u{FEFF}Kniebeuge \u{1F3CB}".as_bytes()), expected);
        assert_eq!(decode("Kniebeuge \u{1F3CB}".as_bytes()), expected);
        assert_eq!(decode(&utf16(u16::to_le_bytes)), expected);
        assert_eq!(decode(&utf16(u16::to_be_bytes)), expected);
    }

    #[test]
    fn what_is_not_text_is_not_guessed_at() {
        assert_eq!(decode(b"Kniebeuge \xFC"), None);
        assert_eq!(decode(b"\xFF\xFEa"), None);
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), None);
    }
}
