//! Corrections that are made together: which do not touch each other, what the text is with them, and whether they helped.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Fix};
use crate::source::{FileId, Span};

/// Returns the diagnostics of the compiled file whose corrections can be made together, in the order of the text.
/// Those that touch one before them wait.
pub(super) fn choose(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_own = |one: &&Diagnostic| one.file == FileId::default() && one.fix.is_some();
    let mut waiting: Vec<&Diagnostic> = diagnostics.iter().filter(is_own).collect();
    waiting.sort_by_key(|one| one.fix.as_ref().map(|fix| fix.span));
    let mut chosen: Vec<Diagnostic> = Vec::new();
    // The ends of what is replaced, by the starts.
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    for one in waiting {
        let Some(fix) = &one.fix else { continue };
        let is_free = |span: Span| {
            let before = taken.range(..=span.end).next_back();
            before.is_none_or(|(_, &end)| end < span.start)
        };
        if fix.spans().all(is_free) {
            taken.extend(fix.spans().map(|span| (span.start, span.end)));
            chosen.push(one.clone());
        }
    }
    chosen
}

/// Makes corrections that do not overlap.
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> String {
    let edits = |fix: &'f Fix| fix.spans().map(|span| (span, fix.replacement.as_str()));
    replaced(text, fixes.into_iter().flat_map(edits).collect())
}

/// Puts texts in the place of others that do not overlap.
pub(crate) fn replaced(text: &str, mut edits: Vec<(Span, &str)>) -> String {
    edits.sort_unstable();
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for (span, replacement) in edits {
        let range = span.range();
        mended.push_str(text.get(from..range.start).unwrap_or_default());
        mended.push_str(replacement);
        from = range.end;
    }
    mended.push_str(text.get(from..).unwrap_or_default());
    mended
}

/// Tells of each of `chosen` whether its correction helped: the same one is not offered again where it was made. What
/// only takes text away always helps, since there is less of it than before.
pub(super) fn helped(chosen: &[Diagnostic], after: &[Diagnostic]) -> Vec<bool> {
    let mut offered: Vec<(Span, &str)> = after
        .iter()
        .filter(|one| one.file == FileId::default())
        .filter_map(|one| one.fix.as_ref())
        .map(|fix| (fix.span, fix.replacement.as_str()))
        .collect();
    offered.sort_unstable();
    let mut edits: Vec<(Span, usize)> = chosen
        .iter()
        .filter_map(|one| one.fix.as_ref())
        .flat_map(|fix| fix.spans().map(|span| (span, fix.replacement.len())))
        .collect();
    edits.sort_unstable();
    // Where what is replaced begins in the text after all corrections, by where it begins before.
    let mut grown = 0;
    let moved: BTreeMap<u32, u32> = edits
        .into_iter()
        .map(|(span, length)| {
            let start = (i64::from(span.start) + grown) as u32;
            grown += length as i64 - span.len() as i64;
            (span.start, start)
        })
        .collect();
    let helped = |fix: &Fix| {
        let Some(&start) = moved.get(&fix.span.start) else { return true };
        let end = start + fix.replacement.len() as u32;
        let first = offered.partition_point(|(span, _)| span.start < start);
        let mut there = offered[first..].iter().take_while(|(span, _)| span.start <= end);
        fix.replacement.is_empty() || !there.any(|&(_, replacement)| replacement == fix.replacement)
    };
    chosen.iter().filter_map(|one| one.fix.as_ref()).map(helped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;

    #[test]
    fn corrections_that_touch_each_other_are_made_one_after_the_other() {
        let fix = |start, end, replacement: &str| {
            Diagnostic::new(Rule::Unreadable, Span::new(start, end), "wrong")
                .fix(Span::new(start, end), replacement)
        };
        let all = [fix(4, 6, "c"), fix(0, 2, "a"), fix(2, 4, "b"), fix(7, 7, "d"), fix(0, 2, "a")];
        let chosen: Vec<u32> = choose(&all).iter().map(|one| one.span().start).collect();
        assert_eq!(chosen, [0, 4, 7]);
    }
}
