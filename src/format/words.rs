//! How words and texts are written.

/// Tells whether a character is read as a blank.
pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{feff}'
}

/// Returns words with one blank between them.
pub(super) fn single_blanks(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !single.is_empty() {
            single.push(' ');
        }
        single.push_str(word);
    }
    single
}

/// Tells whether a character opens or closes a text.
fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„')
}

/// Returns words, some of which are in quotes, with one blank between them and straight quotes.
pub(super) fn words_and_texts(written: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = written.trim_matches(is_blank);
    while !rest.is_empty() {
        let Some(open) = rest.find(is_quote) else {
            parts.push(single_blanks(rest));
            break;
        };
        let (words, text) = rest.split_at(open);
        parts.push(single_blanks(words));
        let inner = &text[text.chars().next().map_or(0, char::len_utf8)..];
        let mut escaped = false;
        let close = inner.find(|sign| {
            let closes = is_quote(sign) && !escaped;
            escaped = sign == '\\' && !escaped;
            closes
        });
        let close = close.unwrap_or(inner.len());
        parts.push(format!("\"{}\"", &inner[..close]));
        let after = &inner[close..];
        rest = after[after.chars().next().map_or(0, char::len_utf8)..].trim_start_matches(is_blank);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Returns words and texts with one blank between them and after each comma, and none before a comma.
pub(super) fn with_commas(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut in_quotes = false;
    for sign in words_and_texts(written).chars() {
        match sign {
            '"' => in_quotes = !in_quotes,
            ',' if !in_quotes => {
                text.truncate(text.trim_end_matches(' ').len());
                text.push_str(", ");
                continue;
            }
            ' ' if !in_quotes && text.ends_with(' ') => continue,
            _ => {}
        }
        text.push(sign);
    }
    text.truncate(text.trim_end().len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_one_blank_between_them() {
        assert_eq!(single_blanks("\u{feff} push \u{a0}\tup "), "push up");
    }

    #[test]
    fn commas_have_a_blank_behind_them_and_none_before() {
        assert_eq!(
            with_commas("stand ,hands  chest,with bar to squat , neck 4"),
            "stand, hands chest, with bar to squat, neck 4"
        );
        assert_eq!(with_commas("as  “a , b”"), "as \"a , b\"");
    }

    #[test]
    fn texts_among_words_get_straight_quotes() {
        assert_eq!(words_and_texts("max  “clean  & jerk”"), "max \"clean  & jerk\"");
        assert_eq!(words_and_texts("training  max"), "training max");
        assert_eq!(words_and_texts(r#"max "a \" b" c"#), r#"max "a \" b" c"#);
    }
}
