//! One mistake, one message.

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
        "word-order",
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
