//! The one place where this test meets the compiler.

use serde_json::Value;
use wodc::analysis::Level;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

/// Compiles a text at a level and returns its JSON output; where there is none, what was said instead, as a string.
pub fn compile_to_json(text: &str, level: Option<&str>) -> Value {
    let level = level.and_then(|word| Level::ALL.into_iter().find(|level| level.name() == word));
    let request = Request { level, formats: vec![Format::JSON], ..Request::default() };
    let compilation = compile(SourceFile::new("random.wod", text), &request, &NoFiles);
    match compilation.outputs.first() {
        Some(output) => serde_json::from_slice(output.content.as_bytes()).expect("the JSON output is JSON"),
        None => Value::String(format!("{:#?}", compilation.diagnostics)),
    }
}
