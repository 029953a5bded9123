//! Two changes of one text, made together.

use similar::{DiffOp, DiffTag, TextDiff};

use crate::cli::diff::PATIENCE;

/// Lines that are replaced: where, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hunk<'t> {
    start: usize,
    end: usize,
    new: &'t [&'t str],
}

/// Returns a text with both changes in it. None where they touch the same lines, or lines next to each other, in
/// different ways.
pub fn merged(base: &str, mine: &str, theirs: &str) -> Option<String> {
    let lines = |text| -> Vec<&str> { str::split_inclusive(text, '\n').collect() };
    let (base, mine, theirs) = (lines(base), lines(mine), lines(theirs));
    let (mine, theirs) = (hunks(&base, &mine), hunks(&base, &theirs));
    let (mut mine, mut theirs) = (mine.into_iter().peekable(), theirs.into_iter().peekable());
    let mut merged = String::new();
    let mut at = 0;
    loop {
        let next = match (mine.peek(), theirs.peek()) {
            (None, None) => break,
            (Some(one), Some(other)) if one == other => {
                theirs.next();
                mine.next()
            }
            (Some(one), Some(other)) if one.end < other.start => mine.next(),
            (Some(one), Some(other)) if other.end < one.start => theirs.next(),
            (Some(_), Some(_)) => return None,
            (Some(_), None) => mine.next(),
            (None, Some(_)) => theirs.next(),
        }?;
        merged.extend(base.get(at..next.start)?.iter().copied());
        merged.extend(next.new.iter().copied());
        at = next.end;
    }
    merged.extend(base.get(at..)?.iter().copied());
    Some(merged)
}

/// Returns what was changed, in text order.
fn hunks<'t>(base: &[&str], new: &'t [&'t str]) -> Vec<Hunk<'t>> {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_slices(base, new);
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    let hunk = |op: &DiffOp| Hunk {
        start: op.old_range().start,
        end: op.old_range().end,
        new: &new[op.new_range()],
    };
    changed.map(hunk).collect()
}

#[cfg(test)]
mod tests {
    use super::merged;

    const BASE: &str = "a\nb\nc\nd\ne\n";

    #[test]
    fn changes_of_different_lines_are_made_together() {
        assert_eq!(merged(BASE, "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf").unwrap(), "A\nb\nc\nd\nE\nf");
        assert_eq!(merged(BASE, "b\nc\nd\ne\n", "a\nb\nc\nx\nd\ne\n").unwrap(), "b\nc\nx\nd\ne\n");
        assert_eq!(merged(BASE, BASE, "x\n").unwrap(), "x\n");
        assert_eq!(merged(BASE, "A\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n").unwrap(), "A\nb\nc\nd\nE\n");
        assert_eq!(merged("", "", "").unwrap(), "");
    }

    #[test]
    fn changes_of_the_same_lines_are_for_somebody_to_decide() {
        assert_eq!(merged(BASE, "A\nb\nc\nd\ne\n", "x\nb\nc\nd\ne\n"), None);
        assert_eq!(merged(BASE, "a\nB\nc\nd\ne\n", "a\nb\nC\nd\ne\n"), None, "next to each other");
        assert_eq!(merged(BASE, "x\na\nb\nc\nd\ne\n", "y\na\nb\nc\nd\ne\n"), None);
        assert_eq!(merged("", "x", "y"), None);
    }
}
