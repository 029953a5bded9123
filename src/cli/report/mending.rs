//! What to write instead, for a diagnostic that has a correction.

use crate::diagnostic::Fix;
use crate::source::LineIndex;

/// The longest corrected line that is shown whole, in characters. Of a longer one, only the text around the correction
/// is shown.
const LONGEST_LINE: usize = 60;

/// How many characters of a long line are shown on each side of the correction.
const AROUND: usize = 20;

/// Marks what is left out.
const ELLIPSIS: char = '…';

/// Describes a correction: the whole corrected line if it is short.
pub fn describe(text: &str, lines: &LineIndex, fix: &Fix) -> String {
    let range = fix.span.range();
    if range.is_empty() && fix.replacement.starts_with(['\n', '\r']) {
        let line = lines.line(text, lines.place(text, range.start).line);
        let line = text.get(line.range()).unwrap_or_default().trim();
        return format!("Write `{}` on a line of its own below `{}`", fix.replacement.trim(), start_of(line));
    }
    let first = lines.line(text, lines.place(text, range.start).line);
    let last = lines.line(text, lines.place(text, range.end).line);
    let before = text.get(first.range().start..range.start).unwrap_or_default();
    let after = text.get(range.end..last.range().end.max(range.end)).unwrap_or_default();

    // Counting stops at the limit, since lines may be very long.
    let is_short =
        before.chars().chain(fix.replacement.chars()).chain(after.chars()).nth(LONGEST_LINE).is_none();
    let corrected = if is_short {
        format!("{before}{}{after}", fix.replacement)
    } else {
        format!("{}{}{}", end_of(before), fix.replacement, start_of(after))
    };
    match corrected.trim() {
        "" => format!("Leave out `{}`", start_of(text.get(range).unwrap_or_default().trim())),
        corrected => format!("Write `{corrected}`"),
    }
}

/// Returns the end of the text before a correction.
fn end_of(before: &str) -> String {
    match before.char_indices().rev().nth(AROUND) {
        Some((at, c)) => format!("{ELLIPSIS}{}", before.get(at + c.len_utf8()..).unwrap_or_default()),
        None => before.trim_start().into(),
    }
}

/// Returns the start of the text after a correction.
fn start_of(after: &str) -> String {
    match after.char_indices().nth(AROUND) {
        Some((at, _)) => format!("{}{ELLIPSIS}", after.get(..at).unwrap_or_default()),
        None => after.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn said(text: &str, old: &str, new: &str) -> String {
        let at = text.find(old).unwrap();
        let fix = Fix { span: Span::new(at, at + old.len()), replacement: new.into(), more: Vec::new() };
        describe(text, &LineIndex::new(text), &fix)
    }

    #[test]
    fn a_short_line_is_shown_corrected_and_whole() {
        assert_eq!(said("squat 5\n  rest 5m # long\nlunge 5", "5m", "5min"), "Write `rest 5min # long`");
    }

    #[test]
    fn of_a_long_line_only_what_is_around_the_correction_is_shown() {
        let line = format!("{}rest 5m; {}", "squat 30s; ".repeat(9), "lunge 30s; ".repeat(9));
        assert_eq!(said(&line, "5m", "5min"), "Write `…0s; squat 30s; rest 5min; lunge 30s; lunge 3…`");
    }

    #[test]
    fn a_line_of_its_own_is_said_to_be_one() {
        let fix = Fix { span: Span::at(20), replacement: "\r\n>".into(), more: Vec::new() };
        let text = "circuit <\r\n  squat 5\r\n";
        let said = describe(text, &LineIndex::new(text), &fix);
        assert_eq!(said, "Write `>` on a line of its own below `squat 5`");
    }

    #[test]
    fn what_is_only_taken_away_is_named() {
        assert_eq!(said("squat 5\n;;\n", ";;", ""), "Leave out `;;`");
    }
}
