//! What comes of a line: these types are the contract `wodc-batch/1`, and its published schema is made from them.

use std::panic::{self, AssertUnwindSafe};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::lines::Line;
use super::question::{self, Defaults, Question};
use crate::analysis::{self, Compilation, ReadFile, compile};
use crate::diagnostic::document::{Entry, entry};
use crate::emit;
use crate::one_by_one::OneByOne;
use crate::source::{LineIndex, SourceFile};

/// What a workout's file is called in diagnostics and in what is made of it: its name without `.wod`.
const STEM: &str = "workout";

/// What came of one line.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Answer<'a> {
    /// The `id` of the line it answers, whatever it is. Left out where the line has none, or where it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    /// The number of that line, from 1.
    line: u64,
    /// Whether all went well: the line could be used, and nothing is wrong with its workout but what is only warned of.
    ok: bool,
    /// Why the line could not be used: a sentence without a full stop. Left out where it could.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    error: Option<String>,
    /// What there is to say about the workout, as `wodc check --format json` says it, sorted by place. `file` is
    /// `workout.wod`, or `athlete.wod` for what is in `athlete`.
    diagnostics: OneByOne<'a, Entry<'a>>,
    /// What was made, in the order of the outputs; nothing where there is an error.
    outputs: OneByOne<'a, Output<'a>>,
}

/// One output, which has either `text` or `base64`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Output<'a> {
    /// Which output it is, such as `md`.
    to: &'a str,
    /// What its file would be called, such as `workout.md`. Where the text has several workouts, their titles are in
    /// it: `workout-warm-up.md`.
    name: String,
    /// What is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    text: Option<&'a str>,
    /// What is in it, where that is not text, as of a PDF: in Base64, with `+`, `/` and padding.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    base64: Option<String>,
}

/// Answers a line. Whatever happens, there is an answer. It ends in a line end and has none inside.
pub fn to(line: &Line, defaults: &Defaults) -> Vec<u8> {
    surviving(line, || {
        let (id, question) = question::read(line, defaults);
        match question {
            Ok(question) => compiled(line.number, id, question),
            Err(error) => refused(line.number, id, error),
        }
    })
}

/// Returns an answer, or that there is none because of a bug.
fn surviving(line: &Line, answer: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    panic::catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|_| {
        let error = "wodc failed on this line, which is a bug in wodc: please report it with this line";
        refused(line.number, question::id(line), error.into())
    })
}

/// Returns the answer to a line that could not be used.
fn refused(line: u64, id: Option<Value>, error: String) -> Vec<u8> {
    written(&Answer {
        line,
        id,
        ok: false,
        error: Some(error),
        diagnostics: OneByOne::new(std::iter::empty),
        outputs: OneByOne::new(std::iter::empty),
    })
}

/// Compiles a workout and returns what came of it.
fn compiled(line: u64, id: Option<Value>, question: Question) -> Vec<u8> {
    let source = SourceFile::new(format!("{STEM}.wod"), question.text);
    let compilation = compile(source, &question.request, &NoFiles);
    let lines: Vec<LineIndex> = match compilation.diagnostics.as_slice() {
        [] => Vec::new(),
        _ => compilation.files.iter().map(|file| LineIndex::new(&file.text)).collect(),
    };
    written(&Answer {
        line,
        id,
        ok: !compilation.has_errors(),
        error: None,
        diagnostics: OneByOne::new(|| said(&compilation, &lines)),
        outputs: OneByOne::new(|| compilation.outputs.iter().map(output_of)),
    })
}

/// Returns what there is to say about a text, with the lines of all its files.
pub fn said<'a>(compilation: &'a Compilation, lines: &'a [LineIndex]) -> impl Iterator<Item = Entry<'a>> {
    compilation.diagnostics.iter().filter_map(move |diagnostic| {
        let file = usize::from(diagnostic.file.0);
        Some(entry(compilation.files.get(file)?, lines.get(file)?, diagnostic))
    })
}

/// Returns an output as it is handed over.
pub fn output_of(output: &emit::Output) -> Output<'_> {
    let (text, base64) = match output.content.as_text() {
        Some(text) => (Some(text), None),
        None => (None, Some(BASE64_STANDARD.encode(output.content.as_bytes()))),
    };
    Output {
        to: output.format.name(),
        name: format!("{STEM}{}.{}", output.suffix, output.format.extension()),
        text,
        base64,
    }
}

fn written(answer: &Answer<'_>) -> Vec<u8> {
    // It fails only where a map has keys that are not strings; there is none.
    let mut bytes = serde_json::to_vec(answer).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// A text that comes through a pipe has no folder, so that it can use no file.
#[derive(Debug)]
pub struct NoFiles;

impl ReadFile for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        analysis::NoFiles.read(path)
    }

    #[cfg(feature = "pdf")]
    fn font_with(&self, letter: char) -> Option<emit::FontFile> {
        crate::cli::fonts::with(letter)
    }
}

/// Returns the JSON Schema (draft 2020-12) of an answer. It ends in a line end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Answer<'_>>();
    schema.insert("$id".to_owned(), "wodc-batch/1".into());
    schema.insert("title".to_owned(), "Answers of wodc batch, wodc-batch/1".into());
    format!("{:#}\n", Value::from(schema))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_on_which_wodc_fails_is_answered() {
        let line = Line { number: 7, bytes: Some(br#"{"id": [1, "a"], "text": "squat 10"}"#.to_vec()) };
        let answer = surviving(&line, || panic!("a bug, as this test wants it"));
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        assert_eq!((&answer["line"], &answer["id"]), (&7.into(), &serde_json::json!([1, "a"])));
        assert_eq!(answer["ok"], false);
        assert!(answer["error"].as_str().unwrap().contains("bug in wodc"), "{answer}");
    }
}
