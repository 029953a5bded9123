//! Diagnostics as people see them: drawn around the lines they are about.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::excerpt::Excerpts;
use super::{MOST_SHOWN, mending, summary};
use crate::cli::visible::visible;
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::emit::written::capitalised;
use crate::source::{LineIndex, SourceFile};

/// The width of a report in columns, which the narrowest usual terminal has. It is the same everywhere, so that
/// what is piped or pasted looks as it did.
pub const WIDTH: usize = 80;

/// Draws the first of the findings, and says how many there are.
pub fn render(findings: &Findings<'_>, in_colour: bool) -> String {
    let theme = if in_colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .with_urls(false)
        .without_syntax_highlighting();
    let mut text = String::new();
    let mut told = 0;
    for (file, lines, diagnostic) in findings.first(MOST_SHOWN) {
        told += diagnostic.stands_for;
        let shown = Shown::new(file, &lines, diagnostic);
        if handler.render_report(&mut text, &shown).is_err() {
            // What cannot be drawn is still said.
            text += &format!("{}: {}\n", shown.name, shown.message);
        }
        text.push('\n');
    }
    if let Some(more) = findings.total().checked_sub(told).filter(|&more| more > 0) {
        text += &format!("… and {more} more\n");
    }
    text + &summary(findings).join("\n") + "\n"
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

    fn drawn(text: &str, diagnostic: Diagnostic) -> String {
        let file = SourceFile::new("a.wod", text);
        render(&Findings::new(vec![(&file, &diagnostic)]), false)
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
        `wodc explain duplicate-statement` says more
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
        `wodc explain conflicting-modifiers` says more
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
        `wodc explain too-long` says more
        "#);
    }

    #[test]
    fn what_two_compilations_say_of_one_file_is_said_once() {
        let diagnostic = Diagnostic::new(Rule::EmptyBlock, Span::new(0, 3), "there is nothing in this block");
        let files = [SourceFile::new("a.wod", "abc"), SourceFile::new("a.wod", "abc")];
        let both = files.iter().map(|file| (file, &diagnostic)).collect();
        assert_eq!(
            summary(&Findings::new(both)),
            ["1 warning in 1 file", "`wodc explain empty-block` says more"]
        );
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
