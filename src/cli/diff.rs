//! What a change would come to, line by line.

use similar::{ChangeTag, TextDiff};

use super::visible::visible;

/// How many lines are shown around a change, as `diff -u` does.
const AROUND: usize = 3;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const CYAN: &str = "\u{1b}[36m";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// Returns the lines that differ between two texts of a file, as a unified diff; nothing where none does. Line ends
/// are not shown, nor is what a terminal would obey.
pub fn unified(name: &str, before: &str, after: &str, in_colour: bool) -> String {
    let painted = |colour: &str, line: &str| {
        if in_colour { format!("{colour}{line}{PLAIN}\n") } else { format!("{line}\n") }
    };
    let name = visible(name).replace('\n', " ");
    let diff = TextDiff::from_lines(before, after);
    let mut text = String::new();
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        if text.is_empty() {
            text += &painted(BOLD, &format!("--- {name}"));
            text += &painted(BOLD, &format!("+++ {name}"));
        }
        text += &painted(CYAN, hunk.header().to_string().trim_end());
        for change in hunk.iter_changes() {
            let line = visible(change.value().trim_end_matches(['\n', '\r']));
            text += &match change.tag() {
                ChangeTag::Equal => format!(" {line}\n"),
                ChangeTag::Delete => painted(RED, &format!("-{line}")),
                ChangeTag::Insert => painted(GREEN, &format!("+{line}")),
            };
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_differ_are_shown_with_those_around_them() {
        let before = "a\r\nb\r\nc\r\nrest 5m\r\nd\r\ne\r\nf\r\ng\r\n";
        insta::assert_snapshot!(unified("legs.wod", before, &before.replace("5m", "5min"), false), @"
        --- legs.wod
        +++ legs.wod
        @@ -1,7 +1,7 @@
         a
         b
         c
        -rest 5m
        +rest 5min
         d
         e
         f
        ");
    }

    #[test]
    fn of_two_texts_that_are_the_same_nothing_is_shown() {
        assert_eq!(unified("a.wod", "squat 5", "squat 5", true), "");
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_a_sign() {
        let shown = unified("a\u{1b}[2J.wod", "note \"\u{1b}[31m\u{202e}\"\n", "note \"\0\"\n", false);
        assert!(!shown.contains(['\u{1b}', '\0', '\u{202e}']), "{shown}");
        assert!(shown.contains("--- a␛[2J.wod\n"), "{shown}");
        assert!(unified("a.wod", "a\n", "b\n", true).contains("\u{1b}[31m-a\u{1b}[0m\n"));
    }
}
