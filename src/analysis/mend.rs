//! Applies the corrections that diagnostics carry, and nothing else.
//!
//! Corrections that do not touch each other are made together; then the file is compiled again, since what could not
//! be read before may hold mistakes of its own, until nothing is left to correct.

use std::collections::BTreeMap;

use super::analyse::diagnose;
use super::compilation::Compilation;
use super::files::ReadFile;
use super::request::Request;
use crate::diagnostic::{Diagnostic, Fix};
use crate::source::{FileId, SourceFile, Span};

/// How often a file is compiled at most while it is mended. One time is enough for most files, a second for what
/// is inside what could not be read; the rest is for texts that nobody typed.
const MOST_ROUNDS: usize = 32;

/// A file with its certain mistakes mended.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Mended {
    /// All of it.
    pub text: String,
    /// How many mistakes were mended.
    pub mistakes: usize,
    /// What came of the mended text.
    pub compilation: Compilation,
}

/// Mends what is certain in a file, and compiles it. Only corrections of the file itself are made: a file it uses is
/// mended when it is compiled itself.
pub fn mend(source: SourceFile, request: &Request, files: &dyn ReadFile) -> Mended {
    let name = source.name.clone();
    let mut mended = Mended {
        text: source.text.as_ref().to_owned(),
        mistakes: 0,
        compilation: diagnose(source, request, files),
    };
    let mut rounds = 0;
    while rounds < MOST_ROUNDS {
        let mut chosen = choose(&mended.compilation.diagnostics);
        loop {
            let text = apply(&mended.text, chosen.iter().filter_map(|one| one.fix.as_ref()));
            if chosen.is_empty() || rounds >= MOST_ROUNDS || text.len() > SourceFile::MAX_BYTES {
                return mended;
            }
            rounds += 1;
            let compilation = diagnose(SourceFile::new(name.clone(), text.as_str()), request, files);
            // A correction that is offered once more did not help, so it is left out.
            let helped = helped(&chosen, &compilation.diagnostics);
            if helped.iter().all(|helped| *helped) {
                mended = Mended { text, mistakes: mended.mistakes + chosen.len(), compilation };
                break;
            }
            let mut helped = helped.into_iter();
            chosen.retain(|_| helped.next().unwrap_or(false));
        }
    }
    mended
}

/// Returns the diagnostics of the compiled file whose corrections can be made together, in the order of the text.
/// Those that touch one before them wait.
fn choose(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
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
    let mut edits: Vec<(Span, &str)> = fixes.into_iter().flat_map(edits).collect();
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
fn helped(chosen: &[Diagnostic], after: &[Diagnostic]) -> Vec<bool> {
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
    use crate::analysis::NoFiles;
    use crate::diagnostic::Rule;

    fn mended(text: &str) -> (String, usize) {
        let mended = mend(SourceFile::new("a.wod", text), &Request::default(), &NoFiles);
        (mended.text, mended.mistakes)
    }

    #[test]
    fn all_that_is_certain_is_mended_at_once_and_the_rest_stays() {
        let text =
            "circuit ronds 3 <\r\n  burpees 10 times\r\n  rest 5m\r\n  squat 8 to 12\r\n>\r\nrest 30\r\n";
        let expected =
            "circuit rounds 3 <\r\n  burpees 10 reps\r\n  rest 5min\r\n  squat 8 to 12\r\n>\r\nrest 30\r\n";
        assert_eq!(mended(text), (expected.into(), 3));
    }

    #[test]
    fn what_a_correction_uncovers_is_mended_in_the_next_round() {
        let text = "\u{feff}squat 10 \"go; lunge ten; rest 5m";
        assert_eq!(mended(text), ("\u{feff}squat 10 \"go\"; lunge 10; rest 5min".into(), 3));
    }

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

    #[test]
    fn a_used_file_is_left_alone() {
        struct Used;
        impl ReadFile for Used {
            fn read(&self, _: &str) -> Result<String, String> {
                Ok("workout \"A\" < rest 5m; sqat 5 >".into())
            }
        }
        let text = "use \"a.wod\"; workout \"B\" < do \"A\" >";
        let mended = mend(SourceFile::new("b.wod", text), &Request::default(), &Used);
        assert_eq!((mended.text.as_str(), mended.mistakes), (text, 0));
    }
}
