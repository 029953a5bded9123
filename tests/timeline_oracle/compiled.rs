//! The one place where this test meets the compiler.

use serde_json::Value;

/// Compiles a text at a level and returns its JSON output; where there is none, what was said instead, as a string.
pub fn compile_to_json(_text: &str, _level: Option<&str>) -> Value {
    Value::Null
}
