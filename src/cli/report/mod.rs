//! Diagnostics as people see them.

mod excerpt;
mod mending;

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

pub use self::excerpt::Excerpts;
use super::outcome::Outcome;
use super::streams;
use super::visible::visible;
use super::words::count;
use crate::diagnostic::{Diagnostic, Severity};
use crate::driver::Compilation;
use crate::emit::written::capitalised;
use crate::source::{LineIndex, SourceFile};

/// How many diagnostics are shown in one run: more than anybody mends in one go.
const MOST_SHOWN: usize = 50;

/// The width of a report in columns, which the narrowest usual terminal has. It is the same everywhere, so that
/// what is piped or pasted looks as it did.
pub const WIDTH: usize = 80;

/// All that is to be said about several compilations, sorted by file and place, nothing twice.
pub struct Report<'a> {
    findings: Vec<(&'a SourceFile, &'a Diagnostic)>,
}

impl<'a> Report<'a> {
    /// Collects the diagnostics.
    pub fn new(compilations: impl Iterator<Item = &'a Compilation>) -> Self {
        let mut findings: Vec<(&SourceFile, &Diagnostic)> = compilations
            .flat_map(|compilation| {
                compilation.diagnostics.iter().filter_map(|diagnostic| {
                    Some((compilation.files.get(usize::from(diagnostic.file.0))?, diagnostic))
                })
            })
            .collect();
        findings
            .sort_by_key(|(file, diagnostic)| (Path::new(&*file.name), diagnostic.span(), diagnostic.rule));
        // A file that is used by others as well as built itself is told about once.
        findings.dedup_by(|(file, a), (other_file, b)| {
            file.name == other_file.name
                && (&a.rule, &a.message, &a.labels) == (&b.rule, &b.message, &b.labels)
        });
        Self { findings }
    }

    /// Tells whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Returns how the run ends because of it.
    pub fn outcome(&self) -> Outcome {
        if self.count(Severity::Error) > 0 { Outcome::Mistakes } else { Outcome::Fine }
    }

    /// Prints it to standard error.
    pub fn print(&self) {
        if !self.is_empty() {
            streams::print_error(&self.render(streams::error_in_colour()));
        }
    }

    /// Returns it as text.
    fn render(&self, in_colour: bool) -> String {
        let theme = if in_colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .with_urls(false)
            .without_syntax_highlighting();
        let mut text = String::new();
        let mut index: Option<(&SourceFile, LineIndex)> = None;
        for &(file, diagnostic) in &self.shown() {
            let lines = match &index {
                Some((indexed, lines)) if indexed.name == file.name => lines,
                _ => &index.insert((file, LineIndex::new(&file.text))).1,
            };
            let shown = Shown::new(file, lines, diagnostic);
            if handler.render_report(&mut text, &shown).is_err() {
                // What cannot be drawn is still said.
                text += &format!("{}: {}\n", shown.name, shown.message);
            }
            text.push('\n');
        }
        if let Some(more) = self.findings.len().checked_sub(MOST_SHOWN).filter(|&more| more > 0) {
            text += &format!("… and {more} more\n");
        }
        text + &self.summary() + "\n"
    }

    /// Returns the diagnostics there is room for: errors before others, in the order of the report.
    fn shown(&self) -> Vec<(&'a SourceFile, &'a Diagnostic)> {
        let mut by_severity: Vec<usize> = (0..self.findings.len()).collect();
        by_severity.sort_by_key(|&at| self.findings.get(at).map(|(_, diagnostic)| diagnostic.severity));
        let chosen: BTreeSet<usize> = by_severity.into_iter().take(MOST_SHOWN).collect();
        chosen.into_iter().filter_map(|at| self.findings.get(at).copied()).collect()
    }

    /// Returns the last line: `3 errors, 1 warning in 2 files`.
    fn summary(&self) -> String {
        let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .map(|severity| (severity, self.count(severity)))
            .filter(|&(_, number)| number > 0)
            .map(|(severity, number)| count(number, severity.name()))
            .collect();
        let files: BTreeSet<_> = self.findings.iter().map(|(file, _)| &file.name).collect();
        format!("{} in {}", counts.join(", "), count(files.len(), "file"))
    }

    /// Returns how many diagnostics are this serious.
    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|(_, diagnostic)| diagnostic.severity == severity).count()
    }
}

/// A diagnostic in the form that miette draws.
struct Shown {
    rule: &'static str,
    severity: Severity,
    name: String,
    message: String,
    help: Option<String>,
    excerpts: Excerpts,
}

impl Shown {
    /// Prepares a diagnostic for a terminal.
    fn new(file: &SourceFile, lines: &LineIndex, diagnostic: &Diagnostic) -> Self {
        let mending = diagnostic.fix.as_ref().map(|fix| mending::describe(&file.text, lines, fix));
        let help: Vec<_> = diagnostic.help.iter().map(|help| capitalised(help)).chain(mending).collect();
        let name = visible(&file.name).into_owned();
        Self {
            rule: diagnostic.rule.name(),
            severity: diagnostic.severity,
            message: visible(&diagnostic.message).into_owned(),
            help: (!help.is_empty()).then(|| visible(&help.join("\n")).into_owned()),
            excerpts: Excerpts::new(&name, &file.text, lines, &diagnostic.labels),
            name,
        }
    }
}

impl miette::Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.rule))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpts.labels().iter().cloned()))
    }
}

impl std::error::Error for Shown {}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::{Label, Rule};
    use crate::source::Span;

    fn compilation(text: &str, diagnostics: Vec<Diagnostic>) -> Compilation {
        let files = vec![SourceFile::new("a.wod", text)];
        Compilation { files, diagnostics, workouts: Vec::new(), outputs: Vec::new() }
    }

    fn drawn(text: &str, diagnostic: Diagnostic) -> String {
        Report::new(std::iter::once(&compilation(text, vec![diagnostic]))).render(false)
    }

    fn span(text: &str, part: &str) -> Span {
        let at = text.find(part).unwrap();
        Span::new(at, at + part.len())
    }

    #[test]
    fn places_far_from_each_other_are_drawn_apart() {
        let text = "title \"A\"\nsquat 1\nsquat 2\nsquat 3\nsquat 4\nsquat 5\ntitle \"B\"\n";
        let diagnostic =
            Diagnostic::new(Rule::DuplicateStatement, span(text, "title \"B\""), "a second title")
                .here("this one")
                .and_at(span(text, "title \"A\""), "after this one");
        insta::assert_snapshot!(drawn(text, diagnostic), @r#"
        duplicate-statement

          × a second title
           ╭─[a.wod:1:1]
         1 │ title "A"
           · ────┬────
           ·     ╰── after this one
         2 │ squat 1
           ╰────
           ╭─[a.wod:7:1]
         6 │ squat 5
         7 │ title "B"
           · ────┬────
           ·     ╰── this one
           ╰────

        1 error in 1 file
        "#);
    }

    #[test]
    fn two_places_on_one_line_are_drawn_on_it() {
        let text = "squat 30s rest 5s every 1min";
        let diagnostic =
            Diagnostic::new(Rule::ConflictingModifiers, span(text, "every 1min"), "one or the other")
                .here("starts the next set")
                .and_at(span(text, "rest 5s"), "so does this");
        insta::assert_snapshot!(drawn(text, diagnostic), @r#"
        conflicting-modifiers

          × one or the other
           ╭─[a.wod:1:19]
         1 │ squat 30s rest 5s every 1min
           ·           ───┬─── ─────┬────
           ·              │         ╰── starts the next set
           ·              ╰── so does this
           ╰────

        1 error in 1 file
        "#);
    }

    #[test]
    fn of_a_place_over_several_lines_the_first_is_marked() {
        let text = "circuit <\n  squat 30s\n  lunge 30s\n>\n";
        let diagnostic = Diagnostic::new(Rule::TooLong, Span::new(0, text.len() - 1), "it is too long");
        insta::assert_snapshot!(drawn(text, diagnostic), @r#"
        too-long

          × it is too long
           ╭─[a.wod:1:1]
         1 │ circuit <
           · ─────────
         2 │   squat 30s
           ╰────

        1 error in 1 file
        "#);
    }

    #[test]
    fn what_two_compilations_say_of_one_file_is_said_once() {
        let diagnostic = Diagnostic::new(Rule::EmptyBlock, Span::new(0, 3), "there is nothing in this block");
        let both = [compilation("abc", vec![diagnostic.clone()]), compilation("abc", vec![diagnostic])];
        assert_eq!(Report::new(both.iter()).summary(), "1 warning in 1 file");
    }

    proptest! {
        #[test]
        fn every_place_in_every_text_can_be_drawn(
            text in "[a\té\u{1b}日\n\r ]{0,160}",
            places in prop::collection::vec((0_usize..400, 0_usize..400), 1..4),
        ) {
            let labels = places.iter().map(|&(start, length)| {
                let boundary = |mut at: usize| {
                    while !text.is_char_boundary(at.min(text.len())) {
                        at -= 1;
                    }
                    at.min(text.len())
                };
                Label { span: Span::new(boundary(start), boundary(start + length)), text: "here".into() }
            });
            let mut diagnostic = Diagnostic::new(Rule::Unreadable, Span::at(0), "it cannot be read");
            diagnostic.labels = labels.collect();
            let fix_at = diagnostic.span();
            let shown = drawn(&text, diagnostic.fix(fix_at, "x"));
            prop_assert!(shown.contains("[a.wod:"), "{}", shown);
            prop_assert!(!shown.contains("Failed to read"), "{}", shown);
            prop_assert!(!shown.contains(['\u{1b}', '\r']), "{}", shown);
        }
    }
}
