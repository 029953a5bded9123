//! Diagnostics for people: drawn around the lines they are about.

use super::drawing::Drawing;
use super::excerpt::Excerpts;
use super::{MOST_SHOWN, mending, summary};
use crate::cli::visible::{on_one_line, visible};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::emit::written::capitalised;
use crate::source::{LineIndex, SourceFile};

/// Draws the first findings, and adds a summary of all of them.
pub fn render(findings: &Findings<'_>, in_colour: bool) -> String {
    let mut text = String::new();
    let mut told = 0;
    for (file, lines, diagnostic) in findings.first(MOST_SHOWN) {
        told += diagnostic.stands_for;
        text += &drawing(file, &lines, diagnostic).draw(in_colour);
        text.push('\n');
    }
    if let Some(more) = findings.total().checked_sub(told).filter(|&more| more > 0) {
        text += &format!("… and {more} more\n");
    }
    text + &summary(findings).join("\n") + "\n"
}

/// Makes a diagnostic safe to show in a terminal.
fn drawing(file: &SourceFile, lines: &LineIndex, diagnostic: &Diagnostic) -> Drawing {
    let mending = diagnostic.fix.as_ref().map(|fix| mending::describe(&file.text, lines, fix));
    let help: Vec<_> = diagnostic.help.iter().map(|help| capitalised(help)).chain(mending).collect();
    let name = on_one_line(&file.name);
    Drawing {
        rule: Some(diagnostic.rule.name()),
        severity: match diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        },
        message: visible(&diagnostic.message).into_owned(),
        help: (!help.is_empty()).then(|| visible(&help.join("\n")).into_owned()),
        excerpts: Excerpts::new(&name, &file.text, lines, &diagnostic.labels),
        name,
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
