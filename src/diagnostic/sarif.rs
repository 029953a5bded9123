//! Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the lines they are about.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Diagnostic, Findings, Fix};
use crate::source::{LineIndex, SourceFile, Span};

/// Where the format is described.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Returns all findings as one run of a SARIF log. It ends in a line end.
pub fn sarif(findings: &Findings<'_>) -> String {
    let rules = findings.rules();
    let described: Vec<Value> = rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name(),
                "shortDescription": { "text": rule.summary() },
                "help": { "text": rule.page(), "markdown": rule.page() },
                "defaultConfiguration": { "level": rule.severity().name() },
            })
        })
        .collect();
    let results: Vec<Value> = findings
        .with_lines()
        .map(|(file, lines, diagnostic)| {
            let rule = rules.binary_search(&diagnostic.rule).unwrap_or_default();
            result(file, &lines, diagnostic, rule)
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "wodc",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": described,
                },
            },
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": results,
            "properties": { "total": findings.total() },
        }],
    });
    format!("{log:#}\n")
}

/// Returns one result; `rule` is the number of its rule in the list of rules.
fn result(file: &SourceFile, lines: &LineIndex, diagnostic: &Diagnostic, rule: usize) -> Value {
    let mut locations = diagnostic.labels.iter().map(|label| {
        let mut location = json!({
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&file.name) },
                "region": region(file, lines, label.span),
            },
        });
        if !label.text.is_empty() {
            location["message"] = json!({ "text": unlinked(&label.text) });
        }
        location
    });
    let first = locations.next();
    let mut result = json!({
        "ruleId": diagnostic.rule.name(),
        "ruleIndex": rule,
        "level": diagnostic.severity.name(),
        "message": { "text": unlinked(&diagnostic.said()) },
        "locations": first.as_slice(),
    });
    if diagnostic.stands_for > 1 {
        result["occurrenceCount"] = diagnostic.stands_for.into();
    }
    let others: Vec<Value> = locations.collect();
    if !others.is_empty() {
        result["relatedLocations"] = others.into();
    }
    if let Some(fix) = &diagnostic.fix {
        result["fixes"] = json!([correction(file, lines, fix)]);
    }
    result
}

fn correction(file: &SourceFile, lines: &LineIndex, fix: &Fix) -> Value {
    let replacement = |span| {
        json!({
            "deletedRegion": region(file, lines, span),
            "insertedContent": { "text": fix.replacement },
        })
    };
    json!({
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&file.name) },
            "replacements": fix.spans().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

/// Returns a place: lines and columns from 1, the end after the last character.
fn region(file: &SourceFile, lines: &LineIndex, span: Span) -> Value {
    let start = lines.place(&file.text, span.start as usize);
    let end = lines.place(&file.text, span.end as usize);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// Returns a file's name as a relative address; of a file that has its whole path, the address of it.
fn uri(name: &str) -> String {
    let mut uri = String::from(if name.starts_with('/') { "file://" } else { "" });
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// Keeps what looks like a link in a message from becoming one.
fn unlinked(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_an_address() {
        assert_eq!(uri("legs/lower body.wod"), "legs/lower%20body.wod");
        assert_eq!(uri("/home/côte:1.wod"), "file:///home/c%C3%B4te%3A1.wod");
    }

    #[test]
    fn what_a_coach_wrote_makes_no_link() {
        assert_eq!(
            unlinked("no movement called `[a](b)` is known"),
            "no movement called `\\[a\\](b)` is known"
        );
        assert_eq!(unlinked("`[a]` is no step"), "`[a]` is no step");
    }
}
