//! Every rule has a page, and texts that show it: what a rule says, why, what is wrong and what is right.
//!
//! A rule's page is written once, as a doc comment: of its row in `src/diagnostic/table.rs`, or, for a rule of
//! training, of its file in `src/lint`. What lies in `docs/rules` is made from these. To make it again:
//!
//! ```sh
//! WODC_BLESS=1 cargo test --test rules
//! ```
//!
//! `tests/rules/NAME` has two small workouts more for each rule: `bad.wod`, which gives it, and `good.wod`, of which
//! nothing at all is said. Where the rule has a fix, `bad.wod` shows that as well: mended, it is good.

use std::path::{Path, PathBuf};

use wodc::diagnostic::{Diagnostic, Levels, Rule, Setting, Severity};
use wodc::driver::{self, Format, ReadFile, Request};
use wodc::source::SourceFile;

mod book;
mod examples;
mod exempt;
mod fixtures;
mod page;

/// The rules whose page and workouts are still to be written. Once all are, this stays empty.
#[rustfmt::skip]
const PENDING: &[&str] = &[
    "file-too-large",
    "not-utf8",
    "control-character",
    "nested-too-deep",
    "unreadable",
    "reserved",
    "placeholder",
    "unclosed-string",
    "bad-escape",
    "missing-open",
    "missing-close",
    "stray-close",
    "missing-separator",
    "missing-part",
    "unknown-block",
    "unknown-option",
    "option-not-here",
    "option-twice",
    "keyword-form",
    "word-order",
    "name-character",
    "bad-list",
    "out-of-place",
    "metres-for-minutes",
    "missing-unit",
    "unknown-unit",
    "wrong-unit",
    "malformed-number",
    "unknown-target",
    "absurd-amount",
    "reversed-range",
    "lone-step",
    "nothing-to-count",
    "count-of-distance",
    "clock-for-hours",
    "progression-reaches-zero",
    "unknown-movement",
    "ambiguous-movement",
    "missing-dose",
    "modifier-needs-sets",
    "conflicting-modifiers",
    "mixed-list",
    "target-twice",
    "percent-of-nothing",
    "bad-tempo",
    "bare-rest",
    "bare-rest-in-header",
    "conflicting-options",
    "missing-option",
    "bad-ladder",
    "timed-block-inside",
    "not-in-tabata",
    "sets-in-superset",
    "sides-inside-per-side",
    "sets-inside-rounds",
    "idle-option",
    "empty-block",
    "interval-overrun",
    "too-long",
    "expect-duration",
    "expect-equipment",
    "steps-and-workouts",
    "nothing-to-build",
    "duplicate-title",
    "duplicate-movement",
    "duplicate-statement",
    "movement-statement",
    "unknown-workout",
    "does-itself",
    "file-not-found",
    "unknown-rule",
    "idle-allow",
    "not-yet",
    "used-file-has-errors",
    "cue-too-long",
];

/// Returns a path of the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns what is said of a text, with a rule switched on.
fn diagnose(text: &str, rule: Rule, beside: &dyn ReadFile) -> Vec<Diagnostic> {
    let mut rules = Levels::default();
    if !rule.is_on() {
        rules.set(rule, Setting::Warn).unwrap();
    }
    let request = Request { formats: Format::ALL.to_vec(), rules, ..Request::default() };
    driver::compile(SourceFile::new("workout.wod", text), &request, beside).diagnostics
}

/// Tells whether a rule is given.
fn gives(said: &[Diagnostic], rule: Rule) -> bool {
    said.iter().any(|one| one.rule == rule)
}

/// Returns the errors.
fn errors(said: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    said.iter().filter(|one| one.severity == Severity::Error)
}

/// Writes what is said, one a line.
fn written(said: &[Diagnostic]) -> String {
    said.iter().map(|one| format!("  {}: {}\n", one.rule.name(), one.message)).collect()
}
