//! Text for the screen: cleaned of control characters, and cut or wrapped to a width in columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cli::visible::visible;

/// Marks where a text was cut.
const CUT: char = '…';

/// Returns a text from a file on one line, safe to show in a terminal.
pub fn clean(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the width of a text in columns.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Cuts a text to a width.
pub fn fit(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut taken = 0;
    for letter in text.chars() {
        taken += letter.width().unwrap_or(0);
        // One column is kept for the ellipsis.
        if taken + 1 > columns {
            break;
        }
        cut.push(letter);
    }
    // No separator at the end.
    cut.truncate(cut.trim_end_matches([' ', ',', '·']).len());
    if columns > 0 {
        cut.push(CUT);
    }
    cut
}

/// Wraps a text between words into lines of this width, and cuts it after this many lines.
pub fn wrap(text: &str, columns: usize, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let is_full = lines.len() >= most_lines;
        match lines.last_mut() {
            Some(line) if is_full || width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| fit(line, columns)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut_by_columns() {
        assert_eq!(fit("squat", 5), "squat");
        assert_eq!(fit("squats", 5), "squa…");
        assert_eq!(fit("俯卧撑俯卧撑", 6), "俯卧…");
        assert_eq!(fit("俯卧撑俯卧撑", 7), "俯卧撑…");
        assert_eq!(fit("squat", 1), "…");
        assert_eq!(fit("squat", 0), "");
    }

    #[test]
    fn lines_break_between_words_and_the_last_is_cut() {
        assert_eq!(wrap("single-leg balance on a pad", 12, 3), ["single-leg", "balance on a", "pad"]);
        assert_eq!(wrap("single-leg balance on a pad", 12, 2), ["single-leg", "balance on…"]);
        assert_eq!(wrap("Oberschenkelstrecker", 12, 2), ["Oberschenke…"]);
        assert_eq!(wrap("", 12, 2), [""]);
    }

    #[test]
    fn what_a_terminal_obeys_is_shown_and_line_ends_are_blanks() {
        assert_eq!(clean("a\u{1b}[31m\n\tb\u{7}"), "a␛[31m b␇");
    }
}
