//! All that a program without a language server may want to know of a text, as JSON. These types are the contract
//! `wodc-inspect/1`; its published schema is generated from them.
//!
//! A key that does not apply is left out. Nothing is ever `null`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::document::Document;
use super::highlight::highlights;
use super::hints::{BlockTime, Times};
use super::symbols::{self, symbols};
use crate::diagnostic::document::{Entry, Position};
use crate::source::{LineColumn, Span};

/// Names the contract and its version. No address: the schema ships with the program.
const ID: &str = "wodc-inspect/1";

/// All that is known of a text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inspection<'a> {
    /// The contract this document keeps to.
    pub format: Contract,
    /// The file, as it was named.
    pub file: &'a str,
    /// What there is to say, as `wodc check --format json` says it, sorted by file and place. The rule of a mistake in
    /// `wodc.toml` is `settings`, which has no page.
    pub diagnostics: Vec<Entry<'a>>,
    /// What the parts of the text are, for colours, in text order. Ordinary words are not among them.
    pub highlights: Vec<Highlight>,
    /// The workouts, plans and definitions of the text, and what is in them, in text order.
    pub outline: Vec<Symbol>,
    /// How long each workout takes, in text order. None where there is an error.
    pub workouts: Vec<Time>,
    /// How long each block takes that is in no other, in text order. None where there is an error.
    pub blocks: Vec<Time>,
}

/// The name of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Contract {
    /// Version 1.
    #[serde(rename = "wodc-inspect/1")]
    Version1,
}

/// A part of the text that is more than ordinary words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Highlight {
    /// What it is: `comment`, `text`, `figure`, `keyword`, `movement`, `blank`, `rule` or `sign`. There may be more.
    pub kind: &'static str,
    /// The first byte, counted from 0.
    pub start_byte: u32,
    /// One past the last byte.
    pub end_byte: u32,
    /// Whether something is defined here. Left out where not.
    #[serde(skip_serializing_if = "is_false")]
    pub defines: bool,
}

/// A part of the text that has a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Symbol {
    /// What it is called: its title, or else how it begins.
    pub name: String,
    /// What it is: `workout`, `block`, `plan`, `phase`, `week`, `day`, `movement`, `pose`, `athlete`, `team` or `done`. There
    /// may be more.
    pub kind: &'static str,
    /// The first byte of all of it, counted from 0.
    pub start_byte: u32,
    /// One past the last byte.
    pub end_byte: u32,
    /// Where it begins, as people count.
    pub start: Position,
    /// What is in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<Symbol>,
}

/// How long something takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// The first byte of it, counted from 0.
    pub start_byte: u32,
    /// One past the last byte.
    pub end_byte: u32,
    /// Milliseconds, at the level of the workout, with all its rounds.
    pub ms: i64,
    /// Whether that is an estimate.
    pub estimated: bool,
}

/// Returns all that is known of a text, with what was found to say about it.
pub fn inspection<'a>(
    file: &'a str,
    document: &Document,
    diagnostics: Vec<Entry<'a>>,
    times: &Times,
) -> Inspection<'a> {
    let highlight = |one: super::Highlight| {
        let Span { start, end } = one.span;
        Highlight { kind: one.kind.name(), start_byte: start, end_byte: end, defines: one.defines }
    };
    Inspection {
        format: Contract::Version1,
        file,
        diagnostics,
        highlights: highlights(document).into_iter().map(highlight).collect(),
        outline: symbols(document).into_iter().map(|one| symbol(document, one)).collect(),
        workouts: times.workouts.iter().map(time).collect(),
        blocks: times.blocks.iter().map(time).collect(),
    }
}

fn symbol(document: &Document, one: symbols::Symbol) -> Symbol {
    let Span { start, end } = one.span;
    let LineColumn { line, column } = document.lines().place(document.text(), start as usize);
    Symbol {
        name: one.name,
        kind: one.kind.name(),
        start_byte: start,
        end_byte: end,
        start: Position { line, column },
        inside: one.inside.into_iter().map(|inside| symbol(document, inside)).collect(),
    }
}

fn time(one: &BlockTime) -> Time {
    let BlockTime { span: Span { start, end }, ms, estimated } = *one;
    Time { start_byte: start, end_byte: end, ms, estimated }
}

fn is_false(value: &bool) -> bool {
    !*value
}

/// Returns the JSON Schema (draft 2020-12) of the document. It ends in a line end.
pub fn inspection_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Inspection<'_>>();
    schema.insert("$id".to_owned(), ID.into());
    schema.insert("title".to_owned(), "A text inspected, wodc-inspect/1".into());
    format!("{:#}\n", Value::from(schema))
}
