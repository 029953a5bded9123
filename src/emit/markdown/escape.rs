//! Text that stays text: nothing in it is read as markup, and characters that need no escape stay as they are.

use crate::emit::readable::readable;

/// Where on its line a text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnLine {
    /// First on the line, or first after the mark of a list or a quotation: a `-` may open a list here.
    Start,
    /// After other text, in a heading or in a cell of a table.
    Within,
}

/// An invisible character without width. It keeps the text before it from being taken for a mention, an address, a
/// reference or the name of an emoji. A backslash does not help with these: GitHub looks for them in the rendered text.
pub const WORD_JOINER: char = '\u{2060}';

/// What GitHub makes a link of when `//` follows.
const SCHEMES: [&str; 3] = ["http", "https", "ftp"];

/// Returns Markdown that is rendered as `text`: no emphasis, no link, no HTML, no cell or block of its own.
///
/// The text is for one line, so any run of blanks and line breaks becomes one blank, and the ends are trimmed. Control
/// characters, invisible marks, and marks that change the direction of the text around them are removed.
pub fn escape(text: &str, on_line: OnLine) -> String {
    let letters: Vec<char> = readable(text).chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    let opening = if on_line == OnLine::Start { opening_mark(&letters) } else { None };
    for (at, &letter) in letters.iter().enumerate() {
        if opening == Some(at) || is_markup(&letters, at) {
            out.push('\\');
        }
        out.push(letter);
        let next = letters.get(at + 1);
        let joins = match letter {
            '@' => next.is_some_and(|next| next.is_alphanumeric() || "-_.".contains(*next)),
            '#' => next.is_some_and(char::is_ascii_digit),
            ':' => names_emoji(letters.get(at + 1..).unwrap_or_default()),
            _ => false,
        };
        if joins {
            out.push(WORD_JOINER);
        }
    }
    out
}

/// Returns where the mark is that would open a block at the start of a line.
fn opening_mark(letters: &[char]) -> Option<usize> {
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let mark = *letters.get(digits)?;
    let next = letters.get(digits + 1).copied();
    let opens = match mark {
        '.' | ')' => digits > 0 && is_blank(next),
        '>' => digits == 0,
        '#' | '+' | '-' | '*' | '_' | '~' => digits == 0 && (is_blank(next) || next == Some(mark)),
        _ => false,
    };
    opens.then_some(digits)
}

/// Tells whether the character at `at` would be markup among its neighbours.
fn is_markup(letters: &[char], at: usize) -> bool {
    let (before, rest) = letters.split_at(at.min(letters.len()));
    let Some((&letter, rest)) = rest.split_first() else { return false };
    let next = rest.first().copied();
    match letter {
        '`' | '|' | '[' | '$' => true,
        // A backslash is one, unless what follows (here, or after this text) can be escaped.
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '*' | '_' | '~' => {
            let is_other = |other: &&char| **other != letter;
            let before = before.iter().rev().find(is_other).copied();
            !is_plain_run(letter, before, rest.iter().find(is_other).copied())
        }
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
        '&' => opens_entity(rest),
        // At the end of a heading it would be taken for the heading's own.
        '#' => next.is_none(),
        ':' => rest.starts_with(&['/', '/']) && SCHEMES.iter().any(|scheme| ends_with(before, scheme)),
        '.' => !is_blank(next) && ends_with(before, "www"),
        _ => false,
    }
}

/// Tells whether a run of `*`, `_` or `~` between these neighbours can neither open nor close anything.
fn is_plain_run(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let in_word = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    match mark {
        _ if is_blank(before) && is_blank(after) => true,
        '_' => in_word(before) && in_word(after),
        // It could only open, as in `~20 min`; anything that could close it is escaped.
        '~' => is_blank(before),
        _ => false,
    }
}

/// Tells whether what follows a `:` makes it the name of an emoji: `:fire:`, but not `1:30:00`.
fn names_emoji(rest: &[char]) -> bool {
    let in_name = |letter: &&char| letter.is_ascii_alphanumeric() || "_+-".contains(**letter);
    let name = rest.iter().take_while(in_name).count();
    rest.get(name) == Some(&':') && rest.iter().take(name).any(|letter| !letter.is_ascii_digit())
}

fn is_blank(letter: Option<char>) -> bool {
    letter.is_none_or(char::is_whitespace)
}

/// Tells whether what follows a `&` makes it an entity: `&amp;`, `&#38;`.
fn opens_entity(rest: &[char]) -> bool {
    let name = rest.iter().take_while(|letter| letter.is_ascii_alphanumeric() || **letter == '#').count();
    name > 0 && rest.get(name) == Some(&';')
}

/// Tells whether letters end in a word of ASCII, in any case.
fn ends_with(letters: &[char], word: &str) -> bool {
    letters.len() >= word.len()
        && letters.iter().rev().zip(word.chars().rev()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(text: &str) -> String {
        escape(text, OnLine::Within)
    }

    #[test]
    fn ordinary_writing_is_left_as_it_is() {
        for text in [
            "Single-leg balance, 30 s. Don't rush!",
            "clean & jerk (heavy) – 3 * 5 @ 60%",
            "~20 min, < 5 min, > 3; 1:30/400 m = fast",
            "snake_case + 5+ / ____",
            "Pull-up? Yes: \"full\" range",
        ] {
            assert_eq!(within(text), text);
        }
        assert_eq!(escape("-5 kg", OnLine::Start), "-5 kg");
        assert_eq!(escape("1.5 km", OnLine::Start), "1.5 km");
    }

    #[test]
    fn what_would_open_a_block_is_escaped_at_the_start_of_a_line_only() {
        for (text, escaped) in [
            ("- a", "\\- a"),
            ("1. a", "1\\. a"),
            ("> a", "\\> a"),
            ("# a", "\\# a"),
            ("---", "\\---"),
            ("12) a", "12\\) a"),
        ] {
            assert_eq!(escape(text, OnLine::Start), escaped);
            assert_eq!(within(text), text);
        }
    }

    #[test]
    fn what_github_looks_for_in_rendered_text_is_parted_unseen() {
        assert_eq!(
            within("by @sam, #12, sam@a.bc :fire:"),
            "by @\u{2060}sam, #\u{2060}12, sam@\u{2060}a.bc :\u{2060}fire:"
        );
        assert_eq!(within("squat @ 24kg, 1:30:00"), "squat @ 24kg, 1:30:00");
    }

    #[test]
    fn what_cannot_be_seen_goes() {
        assert_eq!(within(" a\u{202E}b\u{200B}c\0\u{1b}d\r\ne "), "abcd e");
        assert_eq!(within("می\u{200C}خواهم"), "می\u{200C}خواهم");
    }
}
