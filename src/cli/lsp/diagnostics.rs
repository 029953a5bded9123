//! What is said of a text, as the protocol says it.

use serde_json::{Value, json};

use super::position::{Encoding, Places};
use super::workspace::Root;
use crate::analysis::{Compilation, Typing, diagnose};
use crate::diagnostic::{Diagnostic, Severity, sentence};
use crate::service::Document;
use crate::source::{FileId, LineIndex};

/// Looks at a document as `wodc check` does.
pub fn look_at(root: &Root, document: &Document) -> Compilation {
    let (source, request) = (document.source().clone(), &root.texts.settings.request);
    let Some(open) = root.open.get(&source.name) else { return diagnose(source, request, &root.texts) };
    let mut typing = open.typing.lock().unwrap_or_else(|poisoned| {
        // A look that failed may have left anything behind.
        open.typing.clear_poison();
        let mut typing = poisoned.into_inner();
        *typing = Typing::default();
        typing
    });
    typing.diagnose(source, request, &root.texts)
}

/// Returns what is said of a document.
pub fn all(root: &Root, document: &Document, found: &Compilation, encoding: Encoding) -> Vec<Value> {
    let others: Vec<LineIndex> = match found.diagnostics.as_slice() {
        [] => Vec::new(),
        _ => found.files.iter().skip(1).map(|file| LineIndex::new(&file.text)).collect(),
    };
    let lines: Vec<&LineIndex> = std::iter::once(document.lines()).chain(&others).collect();
    let said = |one: &Diagnostic| said(root, document, found, &lines, one, encoding);
    found.diagnostics.iter().filter_map(said).collect()
}

fn said(
    root: &Root,
    document: &Document,
    found: &Compilation,
    lines: &[&LineIndex],
    one: &Diagnostic,
    encoding: Encoding,
) -> Option<Value> {
    let number = usize::from(one.file.0);
    let file = found.files.get(number)?;
    let places = Places { text: &file.text, lines: lines.get(number)?, encoding };
    let uri = root.uri(if number == 0 { &document.source().name } else { &file.name });
    let is_own = one.file == FileId::default();
    let mut message = sentence(&one.message);
    if !is_own {
        message = format!("In `{}`: {}", file.name, one.message);
    }
    if let Some(here) = one.labels.first().filter(|label| !label.text.is_empty()) {
        message += &format!("\n{}", sentence(&here.text));
    }
    if let Some(help) = &one.help {
        message += &format!("\n{}", sentence(help));
    }
    // What is said of another file is said at the top, and leads there.
    let range = if is_own { places.range(one.span()) } else { places.range(crate::source::Span::at(0)) };
    let others = one.labels.iter().skip(usize::from(is_own));
    let related: Vec<Value> = others
        .map(|label| {
            let words = if label.text.is_empty() { "here" } else { &label.text };
            json!({ "location": { "uri": uri, "range": places.range(label.span) }, "message": words })
        })
        .collect();
    let severity = match one.severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Note => 3,
    };
    let mut said = json!({
        "range": range, "severity": severity, "code": one.rule.name(), "source": "wodc", "message": message,
    });
    if !related.is_empty() {
        said["relatedInformation"] = related.into();
    }
    Some(said)
}
