//! One diagnostic for many unknown movements.

use super::suggest::definition;
use crate::diagnostic::{Diagnostic, Rule, list};
use crate::source::{FileId, Span};

/// How many unknown movements are reported together. A file in another language, or from a gym with names of its own,
/// would otherwise be buried in warnings, and its other mistakes with it.
const MANY: usize = 6;

/// How many of them the summary names.
const NAMED: usize = 3;

/// Replaces the diagnostics of many unknown movements in the main file by one. Those with a fix stay, and those that are
/// silenced must have been removed before.
pub fn summarise_unknown(diagnostics: &mut Vec<Diagnostic>, text: &str) {
    let is_one = |diagnostic: &Diagnostic| {
        let is_here = diagnostic.file == FileId::default();
        is_here && diagnostic.rule == Rule::UnknownMovement && diagnostic.fix.is_none()
    };
    let mut unknown: Vec<Span> = diagnostics.iter().filter(|one| is_one(one)).map(Diagnostic::span).collect();
    if unknown.len() < MANY {
        return;
    }
    unknown.sort();
    diagnostics.retain(|diagnostic| !is_one(diagnostic));
    let named: Vec<&str> = unknown.iter().take(NAMED).map(|place| &text[place.range()]).collect();
    let message =
        format!("{} movements in this file are not known, among them {}", unknown.len(), list(&named));
    let help = format!(
        "they still compile, without cues or muscles; to have them, define each, here or in a file of their own that \
         you `use`; of the first, {}",
        definition(&plain(named.first().copied().unwrap_or_default()), None)
    );
    diagnostics.extend(
        unknown.first().map(|&first| Diagnostic::new(Rule::UnknownMovement, first, message).help(help)),
    );
}

/// Returns a name as its definition would spell it.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
