//! What a model may read: the language, its words, the rules, small workouts.

use serde_json::{Value, json};

use super::protocol::RESOURCE_NOT_FOUND;
use crate::cli::json_rpc::{Failed, INVALID_PARAMS};
use crate::cli::new;
use crate::diagnostic::Rule;
use crate::service::{WordPage, word_pages};

/// The chapter that says what a file may contain.
const LANGUAGE: &str = include_str!("../../../docs/language.md");

const MARKDOWN: &str = "text/markdown";

/// Returns what there is. Pages of rules and words have templates.
pub fn list() -> Vec<Value> {
    let page = |uri: &str, name: &str, description: &str, kind: &str| json!({ "uri": uri, "name": name, "description": description, "mimeType": kind });
    let mut all = vec![
        page("wodc://language", "language", "All that a .wod file may say and what it means", MARKDOWN),
        page("wodc://rules", "rules", "Every rule, with a line about each", MARKDOWN),
    ];
    all.extend(new::starters().map(|(name, _)| {
        page(&format!("wodc://examples/{name}"), &name, "A small workout to start from", "text/plain")
    }));
    all
}

/// Returns what there is by name.
pub fn templates() -> Value {
    json!([
        { "uriTemplate": "wodc://rules/{name}", "name": "rule", "description": "What a message means, why, and what to write instead", "mimeType": MARKDOWN },
        { "uriTemplate": "wodc://words/{word}", "name": "word", "description": "What a word of the language does and how it is written", "mimeType": MARKDOWN },
    ])
}

/// Returns one of them.
pub fn read(params: &Value) -> Result<Value, Failed> {
    let uri = params["uri"].as_str().ok_or((INVALID_PARAMS, "`uri` must be a string".to_owned()))?;
    let none = || (RESOURCE_NOT_FOUND, format!("there is no resource `{uri}`"));
    let path = uri.strip_prefix("wodc://").ok_or_else(none)?;
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let (kind, text) = match path.split_once('/') {
        None if path == "language" => (MARKDOWN, LANGUAGE.to_owned()),
        None if path == "rules" => (MARKDOWN, rules()),
        Some(("rules", name)) => {
            let rule = Rule::ALL.iter().find(|rule| rule.name() == name).ok_or_else(none)?;
            (MARKDOWN, rule.page().to_owned())
        }
        Some(("words", word)) => (MARKDOWN, WordPage::find(&word_pages(), word).ok_or_else(none)?.page()),
        Some(("examples", name)) => {
            let (_, text) = new::starters().find(|(other, _)| other == name).ok_or_else(none)?;
            ("text/plain", text)
        }
        _ => return Err(none()),
    };
    Ok(json!({ "contents": [{ "uri": uri, "mimeType": kind, "text": text }] }))
}

fn rules() -> String {
    let line =
        |rule: &Rule| format!("- `{}` ({}): {}\n", rule.name(), rule.severity().name(), rule.summary());
    Rule::ALL.iter().map(line).collect()
}
