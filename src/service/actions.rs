//! What can be done about what is said of a text.

use super::Edit;
use super::document::Document;
use crate::catalog::quoted;
use crate::diagnostic::{Diagnostic, Fix, Rule, Severity};
use crate::source::{FileId, Span};

/// What an [`Action`] does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// A correction that is certain.
    Fix,
    /// A change that may be what is meant, beside others.
    Choice,
    /// A rule is allowed for a reason.
    Allow,
    /// A movement is defined.
    Define,
    /// Steps are put elsewhere, or into a block.
    Refactor,
}

/// A change that somebody may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it does, as a button says it.
    pub title: String,
    /// What kind of change it is.
    pub kind: ActionKind,
    /// The edits of the document.
    pub edits: Vec<Edit>,
    /// The number of the diagnostic that it is about; none for one about all.
    pub diagnostic: Option<usize>,
}

/// Returns what can be done about the diagnostics of a document that touch a place.
pub fn actions(document: &Document, diagnostics: &[Diagnostic], place: Span) -> Vec<Action> {
    let mut actions = Vec::new();
    let touches = |one: &Diagnostic| {
        let own = one.span();
        one.file == FileId::default() && own.start <= place.end && place.start <= own.end
    };
    for (number, diagnostic) in diagnostics.iter().enumerate().filter(|(_, one)| touches(one)) {
        let add = |title: String, kind, edits| Action { title, kind, edits, diagnostic: Some(number) };
        if let Some(fix) = &diagnostic.fix {
            actions.push(add(said(document.text(), fix), ActionKind::Fix, edits(fix)));
        }
        for choice in &diagnostic.choices {
            actions.push(add(choice.title.clone(), ActionKind::Choice, choice.edits.clone()));
        }
        if diagnostic.rule == Rule::UnknownMovement {
            let (name, edit) = definition(document, diagnostic.span());
            actions.push(add(format!("Define the movement `{name}`"), ActionKind::Define, vec![edit]));
        }
        if diagnostic.severity != Severity::Error && diagnostic.rule.is_of_training() {
            let rule = diagnostic.rule.name();
            actions.push(add(
                format!("Allow `{rule}` here, and say why"),
                ActionKind::Allow,
                vec![allowance(document, diagnostic)],
            ));
        }
    }
    actions
}

/// Returns the edits of a correction.
pub(super) fn edits(fix: &Fix) -> Vec<Edit> {
    fix.spans().map(|span| Edit { span, replacement: fix.replacement.clone() }).collect()
}

/// Says what a correction changes, in a few words.
fn said(text: &str, fix: &Fix) -> String {
    const LONGEST: usize = 40;
    let short = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.char_indices().nth(LONGEST) {
            Some((at, _)) => format!("{}…", &words[..at]),
            None => words,
        }
    };
    let (old, new) = (short(text.get(fix.span.range()).unwrap_or_default()), short(&fix.replacement));
    match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("Add `{new}`"),
        (_, true) => format!("Remove `{old}`"),
        _ => format!("Change `{old}` to `{new}`"),
    }
}

/// Returns the name that nobody knows, and what defines it at the end of the file.
fn definition(document: &Document, place: Span) -> (String, Edit) {
    let text = document.text();
    let named =
        document.names().iter().find(|name| name.span.start <= place.end && place.start <= name.span.end);
    let name = named.map_or_else(|| text[place.range()].to_owned(), |name| name.text.clone());
    let end = text.len();
    let gap = if text.is_empty() || text.ends_with("\n\n") {
        ""
    } else if text.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    let replacement = format!("{gap}movement {} <\n  cue \"\"\n>\n", quoted(&name));
    (name, Edit { span: Span::at(end), replacement })
}

/// Returns what allows a rule in the lines of what it is said of, with room for the reason.
fn allowance(document: &Document, diagnostic: &Diagnostic) -> Edit {
    let text = document.text();
    let at = diagnostic.span().start as usize;
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let indent: String = text[start..].chars().take_while(|sign| matches!(sign, ' ' | '\t')).collect();
    let replacement = format!("{indent}allow {} \"\"\n", diagnostic.rule.name());
    Edit { span: Span::at(start), replacement }
}
