//! Unified diffs of what would change in a file.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use super::visible::{on_one_line, visible};

/// How long to look for the shortest diff, after which a longer one will do: if every line of a large file changes, the
/// search would take minutes.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// The number of lines shown around a change.
const CONTEXT: usize = 3;

/// Returns a unified diff between two texts of a file; empty if they are equal.
pub fn unified(name: &str, before: &str, after: &str, in_colour: bool) -> String {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    let paint = |code: &str, text: &str| {
        if in_colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    };
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    let name = on_one_line(name);
    let mut is_first = true;
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        if std::mem::take(&mut is_first) {
            line(&paint("1", &format!("--- {name}")));
            line(&paint("1", &format!("+++ {name}")));
        }
        line(&paint("36", &hunk.header().to_string()));
        for change in hunk.iter_changes() {
            let text = change.to_string_lossy();
            // The line end may be what changes, and a terminal would obey a carriage return.
            let shown = visible(text.strip_suffix('\n').unwrap_or(&text)).into_owned();
            line(&match change.tag() {
                ChangeTag::Delete => paint("31", &format!("-{shown}")),
                ChangeTag::Insert => paint("32", &format!("+{shown}")),
                ChangeTag::Equal => format!(" {shown}"),
            });
            if change.missing_newline() {
                line("\\ No newline at end of file");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_shown_with_the_lines_around_it() {
        let before = "a\nb\nc\nd\nsquat 30 sec\ne\nf\ng\nh";
        let after = "a\nb\nc\nd\nsquat 30s\ne\nf\ng\nh\n";
        let expected = "--- legs.wod\n+++ legs.wod\n@@ -2,8 +2,8 @@\n b\n c\n d\n-squat 30 sec\n+squat 30s\n e\n f\n g\n-h\n\
                        \\ No newline at end of file\n+h\n";
        assert_eq!(unified("legs.wod", before, after, false), expected);
    }

    #[test]
    fn equal_texts_give_nothing() {
        assert_eq!(unified("legs.wod", "squat 10\n", "squat 10\n", true), "");
    }

    #[test]
    fn only_whoever_wants_colours_gets_them_and_nobody_what_a_terminal_obeys() {
        let diff = unified("a\u{1b}.wod", "squat\u{7}\r\n", "squat\n", false);
        assert!(!diff.contains('\u{1b}') && !diff.contains('\u{7}') && !diff.contains('\r'), "{diff:?}");
        assert!(unified("a.wod", "a\n", "b\n", true).contains("\u{1b}[31m-a\u{1b}[0m\n\u{1b}[32m+b"));
    }
}
