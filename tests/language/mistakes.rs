//! One mistake, one message.

use wodc::analysis::apply;
use wodc::diagnostic::Diagnostic;
use wodc::source::LineIndex;

use crate::input::{Input, project};

/// Returns the line and the rule of everything that is said of a file, in order.
fn said(input: &Input) -> Vec<(usize, &'static str)> {
    let lines = LineIndex::new(&input.text);
    let line = |at: u32| lines.place(&input.text, at as usize).line;
    input.diagnostics().iter().map(|one| (line(one.span().start), one.rule.name())).collect()
}

#[test]
fn twenty_mistakes_give_twenty_messages_in_order() {
    let input = Input::read(&project().join("tests/fixtures/mistakes/twenty.wod"));
    let expected = [
        "keyword-form",
        "unreadable",
        "modifier-needs-sets",
        "missing-dose",
        "bare-rest-in-header",
        "absurd-amount",
        "reversed-range",
        "absurd-amount",
        "metres-for-minutes",
        "unreadable",
        "unknown-unit",
        "bad-tempo",
        "target-twice",
        "missing-unit",
        "bad-ladder",
        "option-twice",
        "unknown-block",
        "unknown-workout",
        "stray-close",
        "unclosed-string",
    ];
    // Each mistake stands on a line that says which it is.
    let numbered = input.text.lines().enumerate().filter(|(_, line)| line.contains("# mistake "));
    let lines: Vec<usize> = numbered.map(|(number, _)| number + 1).collect();
    let expected: Vec<(usize, &str)> = lines.into_iter().zip(expected).collect();
    assert_eq!(expected.len(), 20);
    assert_eq!(said(&input), expected, "{}", input.said(&input.diagnostics()));
}

#[test]
fn a_fix_mends_its_own_mistake_and_makes_no_other() {
    let input = Input::read(&project().join("tests/fixtures/mistakes/twenty.wod"));
    let before = input.diagnostics();
    let mut fixes = 0;
    for (at, one) in before.iter().enumerate() {
        let Some(fix) = &one.fix else { continue };
        fixes += 1;
        let text = apply(&input.text, [fix]);
        let rules =
            |diagnostics: &[Diagnostic]| -> Vec<_> { diagnostics.iter().map(|one| one.rule).collect() };
        let mut left = rules(&before);
        left.remove(at);
        let mended = input.with_text(text).diagnostics();
        assert_eq!(rules(&mended), left, "after the fix of: {}", one.message);
    }
    assert!(fixes > 0);
}

#[test]
fn a_title_with_a_slip_is_found_whatever_its_capitals() {
    let diagnostics =
        Input::of("workout \"Lower Body\" < squat 30s >\nworkout \"B\" < do \"Lower Bdoy\" >\n")
            .diagnostics();
    let fixes: Vec<_> = diagnostics.iter().filter_map(|one| one.fix.as_ref()).collect();
    assert_eq!(fixes.len(), 1, "{diagnostics:#?}");
    assert_eq!(fixes[0].replacement, "Lower Body");
}

#[test]
fn a_statement_that_is_out_of_place_is_shown_by_its_first_line_whatever_ends_it() {
    for line_end in ["\n", "\r\n", "\r"] {
        let text =
            ["plan \"P\" weeks 2 starts 2026-01-05 <", "  everyweek <", "    squat 30s", "  >", ">", ""];
        let diagnostics = Input::of(text.join(line_end)).diagnostics();
        let shown = diagnostics.iter().find(|one| one.rule.name() == "out-of-place").unwrap();
        assert_eq!(shown.message, "`everyweek` can't be used here in a plan", "{line_end:?}");
    }
}
