//! Diagnostics as JSON for other programs. These types are the contract `wodc-diagnostics/1`; its published schema is
//! generated from them, and `docs/diagnostics.md` explains it.
//!
//! A key that does not apply is left out. Nothing is ever `null`.

use std::io::{self, Write};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::{Choice, Diagnostic, Findings, Fix, Severity};
use crate::one_by_one::OneByOne;
use crate::source::{LineColumn, LineIndex, SourceFile, Span};

/// Names the contract and its version. No address: the schema ships with the program.
const ID: &str = "wodc-diagnostics/1";

/// All that there is to say about the files of one run.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document<'a> {
    /// The contract this document keeps to.
    pub format: Contract,
    /// The diagnostics, sorted by file and place.
    pub diagnostics: OneByOne<'a, Entry<'a>>,
    /// How many there are, all counted.
    pub counts: Counts,
    /// How many there are in all. More than `shown` only where one file has more mistakes than are listed.
    pub total: usize,
    /// How many entries `diagnostics` has.
    pub shown: usize,
}

/// The name of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Contract {
    /// Version 1.
    #[serde(rename = "wodc-diagnostics/1")]
    Version1,
}

/// One mistake, or one thing worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry<'a> {
    /// The rule it comes from, such as `metres-for-minutes`. The name of a rule never changes.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// What is wrong: a sentence without a full stop, on one line.
    pub message: &'a str,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub help: Option<&'a str>,
    /// The file it is about, with `/` between folders.
    pub file: &'a str,
    /// Where it is: the first is the place to go to, others explain it. There is at least one.
    pub labels: Vec<Place<'a>>,
    /// Corrections that are certain; each by itself mends it.
    pub fixes: Vec<Correction<'a>>,
    /// Changes that only a person can choose from, since any of them may be what is meant; each by itself mends it. None
    /// where there are `fixes`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Alternative<'a>>,
    /// How many mistakes of its rule it speaks of, where one file has more than are listed; left out where it is one.
    #[serde(skip_serializing_if = "is_one")]
    pub stands_for: usize,
}

/// A place in a file, and what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place<'a> {
    /// A few words, or none.
    pub text: &'a str,
    /// The first byte, counted from 0.
    pub start_byte: u32,
    /// One past the last byte; the same as `start_byte` where something is missing.
    pub end_byte: u32,
    /// Where `start_byte` is, as people count.
    pub start: Position,
    /// Where `end_byte` is, as people count.
    pub end: Position,
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The line, from 1. A line ends at LF, CR or CR LF.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: usize,
}

/// A correction: edits of the file, all of which are made together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction<'a> {
    /// The edits, none of which overlaps another.
    pub edits: Vec<Edit<'a>>,
}

/// A change that may be what is meant: edits of the file, all of which are made together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alternative<'a> {
    /// What it does, as a button says it.
    pub title: &'a str,
    /// The edits, none of which overlaps another.
    pub edits: Vec<Edit<'a>>,
}

/// Text to put in the place of other text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edit<'a> {
    /// The first byte that is replaced, counted from 0.
    pub start_byte: u32,
    /// One past the last byte that is replaced; the same as `start_byte` where text is only added.
    pub end_byte: u32,
    /// The text to put there.
    pub replacement: &'a str,
}

/// How many diagnostics are how serious.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// What keeps a file from giving any output.
    pub errors: usize,
    /// What is probably a mistake.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
}

/// Returns the document of all findings.
pub fn document<'a>(findings: &'a Findings<'a>) -> Document<'a> {
    let counts = Counts {
        errors: findings.count(Severity::Error),
        warnings: findings.count(Severity::Warning),
        notes: findings.count(Severity::Note),
    };
    Document {
        format: Contract::Version1,
        counts,
        total: counts.errors + counts.warnings + counts.notes,
        shown: findings.kept().len(),
        diagnostics: OneByOne::new(|| {
            findings.with_lines().map(|(file, lines, diagnostic)| entry(file, &lines, diagnostic))
        }),
    }
}

/// Returns a diagnostic of a file as an entry.
pub fn entry<'a>(file: &'a SourceFile, lines: &LineIndex, diagnostic: &'a Diagnostic) -> Entry<'a> {
    Entry {
        rule: diagnostic.rule.name(),
        severity: diagnostic.severity,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        file: &file.name,
        labels: diagnostic.labels.iter().map(|one| place_of(file, lines, one.span, &one.text)).collect(),
        stands_for: diagnostic.stands_for,
        fixes: diagnostic.fix.iter().map(|fix| Correction { edits: edits(fix) }).collect(),
        choices: diagnostic.choices.iter().map(alternative).collect(),
    }
}

fn is_one(number: &usize) -> bool {
    *number == 1
}

fn edits(fix: &Fix) -> Vec<Edit<'_>> {
    let edit =
        |span: Span| Edit { start_byte: span.start, end_byte: span.end, replacement: &fix.replacement };
    fix.spans().map(edit).collect()
}

fn alternative(choice: &Choice) -> Alternative<'_> {
    let edits = choice.edits.iter().map(|one| Edit {
        start_byte: one.span.start,
        end_byte: one.span.end,
        replacement: &one.replacement,
    });
    Alternative { title: &choice.title, edits: edits.collect() }
}

/// Returns a place of a file, with a few words about it or none.
pub fn place_of<'a>(file: &SourceFile, lines: &LineIndex, span: Span, text: &'a str) -> Place<'a> {
    let position = |at: u32| {
        let LineColumn { line, column } = lines.place(&file.text, at as usize);
        Position { line, column }
    };
    Place {
        text,
        start_byte: span.start,
        end_byte: span.end,
        start: position(span.start),
        end: position(span.end),
    }
}

/// Writes all findings as JSON. It ends in a line end.
pub fn json(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &document(findings))?;
    out.write_all(b"\n")
}

/// Returns the JSON Schema (draft 2020-12) of the document. It ends in a line end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'_>>();
    schema.insert("$id".to_owned(), ID.into());
    schema.insert("title".to_owned(), "Diagnostics, wodc-diagnostics/1".into());
    format!("{:#}\n", Value::from(schema))
}
