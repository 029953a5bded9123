//! What coaches wrote, and what they meant: each text is read, mended to what was meant, or asked about, and none is
//! taken for something else.
//!
//! Of each case in `tests/cases/`, `said` is what was typed, `means` the same in the language, in any of these texts,
//! and `ask` are patterns of which what is said about it must match one. `not-yet.txt` lists those that are neither.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fancy_regex::Regex;
use serde_json::Value;
use wodc::analysis::{self, Compilation, ReadFile, Request};
use wodc::diagnostic::Diagnostic;
use wodc::emit::Format;
use wodc::source::SourceFile;

/// Files that are beside a case's own.
struct Beside(BTreeMap<String, String>);

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).cloned().ok_or_else(|| "there is no such file".to_owned())
    }
}

/// How a case comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It compiles to what was meant.
    Read,
    /// Its mistakes are mended to what was meant.
    Mended,
    /// A message offers what was meant.
    Asked,
    /// A message offers something else.
    Unhelpful,
    /// It is mended to something else.
    Lost,
    /// It compiles to something else without a message.
    Silent,
}

impl Outcome {
    fn is_good(self) -> bool {
        matches!(self, Outcome::Read | Outcome::Mended | Outcome::Asked)
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn compiled(text: &str, beside: &Beside) -> Compilation {
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    analysis::compile(SourceFile::new("said.wod", text), &request, beside)
}

/// Returns what happens when, without what is only spelling. None where there are errors.
fn timeline(text: &str, beside: &Beside) -> Option<Value> {
    let compilation = compiled(text, beside);
    let document: Value = serde_json::from_str(compilation.outputs.first()?.content.as_text()?).ok()?;
    let workouts = document["workouts"].as_array()?.iter().map(|workout| workout["timeline"].clone());
    Some(bare(Value::Array(workouts.chain([document["plans"].clone()]).collect())))
}

fn bare(value: Value) -> Value {
    const SPELLING: [&str; 6] = ["name", "text", "dose_text", "block", "cue", "cues"];
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(key, _)| !SPELLING.contains(&&**key))
            .map(|(key, one)| (key, bare(one)))
            .collect(),
        Value::Array(items) => items.into_iter().map(bare).collect(),
        value => value,
    }
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().map_or(Vec::new(), |all| all.iter().filter_map(Value::as_str).collect())
}

/// Returns all that is said, as JSON has it.
fn said(diagnostics: &[Diagnostic]) -> String {
    let parts = diagnostics.iter().flat_map(|one| {
        let labels = one.labels.iter().map(|label| label.text.clone());
        let fix = one.fix.iter().map(|fix| fix.replacement.clone());
        [one.rule.name().to_owned(), one.message.clone()]
            .into_iter()
            .chain(one.help.clone())
            .chain(labels)
            .chain(fix)
    });
    serde_json::to_string(&parts.collect::<Vec<_>>()).unwrap()
}

fn outcome(case: &Value) -> (Outcome, String) {
    let text = case["said"].as_str().unwrap();
    let files = case["files"].as_object().into_iter().flatten();
    let beside =
        Beside(files.map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned())).collect());
    let wanted: Vec<Value> =
        strings(&case["means"]).into_iter().filter_map(|text| timeline(text, &beside)).collect();
    let is_wanted = |got: &Option<Value>| got.as_ref().is_some_and(|got| wanted.contains(got));
    let diagnostics = compiled(text, &beside).diagnostics;
    let all = said(&diagnostics);
    let got = timeline(text, &beside);
    if is_wanted(&got) {
        return (Outcome::Read, all);
    }
    if got.is_some() && diagnostics.is_empty() {
        return (Outcome::Silent, all);
    }
    let mended = analysis::mend(SourceFile::new("said.wod", text), &Request::default(), &beside);
    if mended.text != text {
        let got = timeline(&mended.text, &beside);
        if is_wanted(&got) {
            return (Outcome::Mended, mended.text);
        }
        if got.is_some() {
            return (Outcome::Lost, mended.text);
        }
    }
    let is_asked = strings(&case["ask"])
        .into_iter()
        .any(|pattern| Regex::new(&format!("(?i){pattern}")).unwrap().is_match(&all).unwrap());
    (if is_asked { Outcome::Asked } else { Outcome::Unhelpful }, all)
}

#[test]
fn what_coaches_write_is_read_mended_or_asked_about() {
    let not_yet = fs::read_to_string(folder().join("not-yet.txt")).unwrap();
    let not_yet: Vec<&str> = not_yet.lines().filter(|line| !line.starts_with('#')).collect();
    let mut faults = Vec::new();
    let mut count = 0;
    for name in ["lines.jsonl", "sessions.jsonl"] {
        let cases = fs::read_to_string(folder().join(name)).unwrap();
        for line in cases.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let id = case["id"].as_str().unwrap();
            let (outcome, all) = outcome(&case);
            count += 1;
            if outcome.is_good() == not_yet.contains(&id) {
                faults.push(format!("{id} {outcome:?} {all:.300}"));
            }
        }
    }
    assert!(count > 300, "only {count} cases were found");
    assert!(faults.is_empty(), "these come out otherwise:\n{}", faults.join("\n"));
}
