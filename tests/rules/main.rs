//! Every rule has a page, and texts that show it: what a rule says, why, what is wrong and what is right.
//!
//! A rule's page is written once: for a rule of the language in `src/diagnostic/rules`, for a rule of training as the doc
//! comment of its file in `src/lint`. The pages in `docs/rules` are made from these. To make them again:
//!
//! ```sh
//! WODC_BLESS=1 cargo test --test rules
//! ```
//!
//! `tests/rules/NAME` has two small workouts more for each rule: `bad.wod`, which gives it, and `good.wod`, of which
//! nothing at all is said. Where the rule has a fix, `bad.wod` shows that as well: mended, it is good.

use std::path::{Path, PathBuf};

use wodc::analysis::{self, ReadFile, Request};
use wodc::diagnostic::{Diagnostic, Levels, Rule, Setting, Severity};
use wodc::emit::Format;
use wodc::emit::Options;
use wodc::source::SourceFile;

mod book;
mod examples;
mod exempt;
mod fixtures;
mod page;

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
    #[allow(unused_mut, reason = "only sheets are added")]
    let mut formats: Vec<Format> = Format::plain().collect();
    // A sheet takes its time, and no other rule is about sheets.
    #[cfg(feature = "pdf")]
    formats.extend([Rule::LetterWithoutFont, Rule::NoSheet].contains(&rule).then_some(Format::PDF));
    let options = Options { by_name: rule == Rule::PlanWithoutStart, ..Options::default() };
    let request = Request { formats, rules, options, ..Request::default() };
    analysis::compile(SourceFile::new("workout.wod", text), &request, beside).diagnostics
}

/// Tells whether this build of the compiler knows of what a rule is about.
fn is_built(rule: Rule) -> bool {
    cfg!(feature = "pdf") || ![Rule::LetterWithoutFont, Rule::NoSheet].contains(&rule)
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
