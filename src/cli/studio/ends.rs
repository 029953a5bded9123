//! The line ends of a file. A text field has lines that end in LF, and no byte order mark; a file keeps its own.

use similar::{DiffTag, TextDiff};

use crate::cli::diff::PATIENCE;

/// Marks a text as UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Returns a file's text as a text field has it.
pub fn for_page(file: &str) -> String {
    let text = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file);
    if !text.contains('\r') {
        text.to_owned()
    } else {
        lines(text).map(|(line, end)| line.to_owned() + lf(end)).collect()
    }
}

fn lf(end: &str) -> &str {
    if end.is_empty() { "" } else { "\n" }
}

/// Returns what a file holds whose text was changed in a text field: each line that was there keeps its end, and others end
/// as most do.
pub fn for_file(before: &str, text: &str) -> String {
    let mark = if before.starts_with(BYTE_ORDER_MARK) { "\u{feff}" } else { "" };
    let old: Vec<(&str, &str)> = lines(before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before)).collect();
    let usual = usual(&old);
    if old.iter().all(|(_, end)| end.is_empty() || *end == usual) {
        let text = if usual == "\n" { text.to_owned() } else { text.replace('\n', usual) };
        return format!("{mark}{text}");
    }
    let new: Vec<(&str, &str)> = lines(text).collect();
    let ends = ends(&old, &new, usual);
    let written = new.iter().zip(ends).map(|((line, end), own)| {
        let end = if end.is_empty() { "" } else { own };
        format!("{line}{end}")
    });
    format!("{mark}{}", written.collect::<String>())
}

/// Returns the end that most lines have.
fn usual<'t>(lines: &[(&str, &'t str)]) -> &'t str {
    let count = |end: &str| lines.iter().filter(|(_, own)| *own == end).count();
    ["\n", "\r\n", "\r"].into_iter().rev().max_by_key(|end| count(end)).unwrap_or("\n")
}

/// Returns the end of each line of a new text, where it is not the last.
fn ends<'t>(old: &[(&'t str, &'t str)], new: &[(&str, &str)], usual: &'t str) -> Vec<&'t str> {
    let [before, after] = [old, new].map(|lines| lines.iter().map(|(line, _)| *line).collect::<Vec<_>>());
    let mut ends = vec![usual; new.len()];
    let diff = TextDiff::configure().timeout(PATIENCE).diff_slices(&before, &after);
    for op in diff.ops().iter().filter(|op| op.tag() == DiffTag::Equal) {
        for (from, to) in op.old_range().zip(op.new_range()) {
            if !old[from].1.is_empty() {
                ends[to] = old[from].1;
            }
        }
    }
    ends
}

/// Returns the lines of a text with their ends. The last has none; it is empty where the text ends in a line end.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.find(['\n', '\r']) else {
            rest = None;
            return Some((text, ""));
        };
        let end = if text[at..].starts_with("\r\n") { 2 } else { 1 };
        rest = Some(&text[at + end..]);
        Some((&text[..at], &text[at..at + end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_changed_is_written_as_it_was() {
        for file in [
            "",
            "\n",
            "a",
            "a\nb\n",
            "a\r\nb\r\n",
            "\u{feff}a\r\nb",
            "a\rb\r",
            "a\nb\r\nc\rd",
            "\u{feff}\r\n\n",
        ] {
            assert_eq!(for_file(file, &for_page(file)), file, "{file:?}");
            assert!(!for_page(file).contains(['\r', BYTE_ORDER_MARK]));
        }
    }

    #[test]
    fn a_new_line_ends_as_most_do() {
        assert_eq!(for_file("\u{feff}a\r\nb\r\n", "a\nx\nb\n"), "\u{feff}a\r\nx\r\nb\r\n");
        assert_eq!(for_file("a\r\nb\nc\r\n", "a\nb\nx\nc\n"), "a\r\nb\nx\r\nc\r\n");
        assert_eq!(for_file("a\r\nb\nc\r\n", "b\nc"), "b\nc");
        assert_eq!(for_file("", "a\nb"), "a\nb");
    }
}
