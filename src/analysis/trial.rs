//! Tries corrections, since no correction may leave more mistakes than it found.
//!
//! Corrections that do not touch each other are made together; then the file is compiled again, since what could not
//! be read before may hold mistakes of its own, until nothing is left to correct. What came of it is then held against
//! what there was, statement by statement. Where a statement got worse, it stays as it is, and the others are tried again:
//! the whole file is compiled a few times, however many corrections there are.

use super::certain::STATEMENT_ENDS;
use super::compilation::Compilation;
use super::corrections::{apply, choose, helped};
use crate::diagnostic::{Diagnostic, Fix, Rule, Severity};
use crate::source::{FileId, SourceFile, Span};

/// How often a file is compiled at most in one trial. One time is enough for most files, a second for what is inside what
/// could not be read; the rest is for texts that nobody typed.
const MOST_ROUNDS: usize = 32;

/// How often corrections are tried at most: together, twice without those of statements that got worse, and once without
/// those that change where statements and blocks begin and end. Then none is made.
const MOST_TRIALS: usize = 4;

/// Compiles a text.
type Diagnose<'d> = &'d dyn Fn(SourceFile) -> Compilation;

/// Tries the corrections of a file. Returns which of them may be made, and what comes of them.
pub(super) fn tried(source: &SourceFile, before: Compilation, diagnose: Diagnose<'_>) -> (Statements, Trial) {
    let mut statements = Statements::of(&source.text, &before.diagnostics);
    for _ in 0..MOST_TRIALS {
        let trial = Trial::of(source, &before, &statements, diagnose);
        if trial.mistakes == 0 || !statements.restrict(&trial) {
            return (statements, trial);
        }
    }
    statements.allowed.fill(Allowed::Nothing);
    let trial = Trial::of(source, &before, &statements, diagnose);
    (statements, trial)
}

/// Which corrections may be made in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Allowed {
    Nothing,
    /// Those that write one word for another.
    Spelling,
    All,
}

/// What was changed of a statement.
#[derive(Debug, Clone, Copy, Default)]
struct Touched {
    /// Whether anything was.
    at_all: bool,
    /// Whether more was than the spelling of words, so that all of the statement has to be understood afterwards.
    rewritten: bool,
    /// Whether it may begin or end elsewhere, or a text or a block in it.
    bounds: bool,
}

impl Touched {
    fn by(fix: &Fix, text: &str) -> Self {
        let spelling = is_spelling(fix, text);
        let bounds = fix.replacement.contains(['<', '>', '"', ';', '\n', '\r', '{', '}']);
        // Signs that are added to words say nothing of what they mean.
        let words = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
        let is_added =
            bounds && fix.spans().all(|span| words(&text[span.range()]) == words(&fix.replacement));
        Self { at_all: true, rewritten: !spelling && !is_added, bounds }
    }

    fn and(self, other: Self) -> Self {
        Self {
            at_all: self.at_all || other.at_all,
            rewritten: self.rewritten || other.rewritten,
            bounds: self.bounds || other.bounds,
        }
    }
}

/// Tells whether a correction writes one word for another.
fn is_spelling(fix: &Fix, text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|sign| sign.is_alphabetic() || sign == '-');
    is_word(&fix.replacement) && fix.spans().all(|span| is_word(&text[span.range()]))
}

/// How many mistakes there are in a statement.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    errors: usize,
    all: usize,
    /// Movements that nobody knows.
    unknown: usize,
}

/// The statements and headers of a file, with the mistakes that were found in each.
pub(super) struct Statements {
    /// Where each begins.
    starts: Vec<u32>,
    found: Vec<Count>,
    allowed: Vec<Allowed>,
}

impl Statements {
    fn of(text: &str, diagnostics: &[Diagnostic]) -> Self {
        let ends = text.match_indices(STATEMENT_ENDS).map(|(at, end)| (at + end.len()) as u32);
        let starts: Vec<u32> = std::iter::once(0).chain(ends).collect();
        let found = count(diagnostics, &starts);
        Self { allowed: vec![Allowed::All; starts.len()], starts, found }
    }

    /// Tells whether a correction of the file may be made.
    pub(super) fn allow(&self, fix: &Fix, text: &str) -> bool {
        allow(&self.starts, &self.allowed, fix, text)
    }

    /// Restricts what may be corrected to what was no worse than before in a trial. Tells whether anything was worse.
    fn restrict(&mut self, trial: &Trial) -> bool {
        let now = count(&trial.compilation.diagnostics, &trial.starts);
        let found = self.found.clone();
        // Unknown movements are said one by one only up to a number, so that one that is mended lets another be said.
        let is_worse = |number: usize| {
            let (before, now, touched) = (found[number], now[number], trial.touched[number]);
            let more = now.errors > before.errors || now.all - now.unknown > before.all - before.unknown;
            let is_half_understood = now.errors > 0 || now.unknown > before.unknown;
            touched.at_all && more || touched.rewritten && is_half_understood
        };
        if self.restrict_where(&trial.touched, is_worse) {
            return true;
        }
        let sum = |counts: &[Count]| {
            let add = |sum: (usize, usize), one: &Count| (sum.0 + one.errors, sum.1 + one.all);
            counts.iter().fold((0, 0), add)
        };
        let (before, after) = (sum(&found), sum(&now));
        if after.0 <= before.0 && after.1 <= before.1 {
            return false;
        }
        let has_more = |number: usize| trial.touched[number].at_all && now[number].all > found[number].all;
        let has_bounds = |number: usize| trial.touched[number].bounds;
        if !self.restrict_where(&trial.touched, has_more) && !self.restrict_where(&trial.touched, has_bounds)
        {
            self.allowed.fill(Allowed::Nothing);
        }
        true
    }

    /// Restricts the statements of these numbers by a step. Tells whether there are any.
    fn restrict_where(&mut self, touched: &[Touched], is_worse: impl Fn(usize) -> bool) -> bool {
        let mut is_any = false;
        for (number, (allowed, touched)) in self.allowed.iter_mut().zip(touched).enumerate() {
            if *allowed > Allowed::Nothing && is_worse(number) {
                let may_be_spelt = *allowed == Allowed::All && touched.rewritten;
                *allowed = if may_be_spelt { Allowed::Spelling } else { Allowed::Nothing };
                is_any = true;
            }
        }
        is_any
    }
}

fn allow(starts: &[u32], allowed: &[Allowed], fix: &Fix, text: &str) -> bool {
    let needed = if is_spelling(fix, text) { Allowed::Spelling } else { Allowed::All };
    fix.spans().all(|span| {
        let (first, last) = (number(starts, span.start), number(starts, span.end));
        allowed[first..=last].iter().all(|allowed| *allowed >= needed)
    })
}

/// A file as it is while its corrections are tried.
pub(super) struct Trial {
    /// All of it.
    pub text: String,
    /// How many mistakes were mended.
    pub mistakes: usize,
    /// What comes of it.
    pub compilation: Compilation,
    /// Where the statements begin by now.
    starts: Vec<u32>,
    touched: Vec<Touched>,
}

impl Trial {
    /// Makes corrections, round by round, until nothing is left to correct but what is not allowed.
    fn of(
        source: &SourceFile,
        before: &Compilation,
        statements: &Statements,
        diagnose: Diagnose<'_>,
    ) -> Self {
        let mut trial = Self {
            text: source.text.as_ref().to_owned(),
            mistakes: 0,
            compilation: before.clone(),
            starts: statements.starts.clone(),
            touched: vec![Touched::default(); statements.starts.len()],
        };
        let mut rounds = 0;
        while rounds < MOST_ROUNDS {
            let mut chosen = choose(&trial.compilation.diagnostics);
            chosen.retain(|one| {
                one.fix
                    .as_ref()
                    .is_some_and(|fix| allow(&trial.starts, &statements.allowed, fix, &trial.text))
            });
            loop {
                let text = apply(&trial.text, chosen.iter().filter_map(|one| one.fix.as_ref()));
                if chosen.is_empty() || rounds >= MOST_ROUNDS || text.len() > SourceFile::MAX_BYTES {
                    return trial;
                }
                rounds += 1;
                let compilation = diagnose(SourceFile::new(source.name.clone(), text.as_str()));
                // A correction that is offered once more did not help, so it is left out.
                let helped = helped(&chosen, &compilation.diagnostics);
                if helped.iter().all(|helped| *helped) {
                    trial.note(&chosen);
                    trial = Self { text, compilation, ..trial };
                    break;
                }
                let mut helped = helped.into_iter();
                chosen.retain(|_| helped.next().unwrap_or(false));
            }
        }
        trial
    }

    /// Notes which statements corrections touch, and where all statements are after them.
    fn note(&mut self, chosen: &[Diagnostic]) {
        let mut edits: Vec<(Span, &str)> = Vec::new();
        for fix in chosen.iter().filter_map(|one| one.fix.as_ref()) {
            let by = Touched::by(fix, &self.text);
            for span in fix.spans() {
                let last = number(&self.starts, span.end);
                for touched in &mut self.touched[number(&self.starts, span.start)..=last] {
                    *touched = touched.and(by);
                }
                edits.push((span, &fix.replacement));
            }
        }
        edits.sort_unstable();
        self.mistakes += chosen.len();
        move_starts(&mut self.starts, &edits);
    }
}

/// Returns the number of the statement that a byte is in.
fn number(starts: &[u32], at: u32) -> usize {
    starts.partition_point(|&start| start <= at).saturating_sub(1)
}

/// Moves places in a text to where they are after edits of it. Both are sorted. A place that is replaced moves to the end
/// of the replacement.
fn move_starts(starts: &mut [u32], edits: &[(Span, &str)]) {
    let mut grown = 0;
    let mut edits = edits.iter().peekable();
    let mut end = 0;
    for start in starts {
        while let Some((span, replacement)) = edits.next_if(|(span, _)| span.start < *start) {
            grown += replacement.len() as i64 - span.len() as i64;
            end = span.end;
        }
        *start = (i64::from((*start).max(end)) + grown) as u32;
    }
}

/// Counts the mistakes in each statement of the compiled file.
fn count(diagnostics: &[Diagnostic], starts: &[u32]) -> Vec<Count> {
    let mut found = vec![Count::default(); starts.len()];
    for one in diagnostics.iter().filter(|one| one.file == FileId::default()) {
        let count = &mut found[number(starts, one.span().start)];
        count.all += one.stands_for;
        count.errors += if one.severity == Severity::Error { one.stands_for } else { 0 };
        count.unknown += if one.rule == Rule::UnknownMovement { one.stands_for } else { 0 };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_found_again_after_edits() {
        let span = |start, end| Span::new(start, end);
        let mut starts = [0, 5, 10, 15, 20];
        move_starts(
            &mut starts,
            &[(span(0, 2), ""), (span(5, 5), "abc"), (span(8, 12), "x"), (span(20, 20), "end")],
        );
        assert_eq!(starts, [0, 3, 10, 13, 18]);
    }
}
