//! Another name for a thing, everywhere it is named.

use std::sync::Arc;

use super::Edit;
use super::document::Document;
use super::names::{Name, NameKind};
use super::project::Project;
use crate::catalog;
use crate::syntax;
use crate::syntax::tree::StatementKind;
use crate::syntax::word::is_keyword;

/// What changes in one of the documents.
#[derive(Debug, Clone)]
pub struct Renamed {
    /// The document.
    pub document: Arc<Document>,
    /// The edits, in text order.
    pub edits: Vec<Edit>,
}

/// Returns the name at a place, if it can have another.
///
/// # Errors
///
/// Says why not, as a sentence without a full stop.
pub fn renameable<'d>(project: &Project, document: &'d Arc<Document>, at: usize) -> Result<&'d Name, String> {
    let name = document.name_at(at).ok_or("there is no name here that can be changed")?;
    let said = &name.text;
    match name.kind {
        NameKind::Rule => return Err(format!("`{said}` is a rule of wodc, whose name never changes")),
        NameKind::File => return Err(format!("`{said}` is a file: move the file itself, then this")),
        NameKind::Movement
        | NameKind::Workout
        | NameKind::Plan
        | NameKind::Athlete
        | NameKind::Team
        | NameKind::Pose
        | NameKind::Blank => {}
    }
    let home = project.definition(document, name);
    let is_defined = home.as_ref().is_some_and(|home| {
        home.document.name_in(home.span).is_some_and(|one| one.defines && one.is_same(name))
    });
    if home.is_some() && !is_defined {
        return Err(format!(
            "`{said}` is the name of its file: give the workout a `title`, or move the file"
        ));
    }
    if !is_defined && name.kind == NameKind::Movement && catalog::look_up(said).is_some() {
        return Err(format!("`{said}` is a movement that wodc knows, and no file here defines it"));
    }
    if !is_defined {
        return Err(format!("`{said}` is defined in no file that this one uses"));
    }
    if name.kind == NameKind::Movement && catalog::look_up(said).is_some() {
        return Err(format!(
            "`{said}` takes what it does not say from the movement that wodc knows by this name, so it would be another \
             movement under another name"
        ));
    }
    Ok(name)
}

/// Gives the thing that is named at a place another name, in all documents in which it is meant.
///
/// # Errors
///
/// Says why it can't have that name, as a sentence without a full stop. Nothing is changed then.
pub fn rename(
    project: &Project,
    document: &Arc<Document>,
    at: usize,
    new: &str,
) -> Result<Vec<Renamed>, String> {
    let name = renameable(project, document, at)?;
    let new = new.trim();
    check_new(name, new)?;
    let wanted = name.said_as(new);
    let references = project.references(document, name);
    let mut renamed: Vec<Renamed> = Vec::new();
    for one in references {
        let is_new = renamed.last().is_none_or(|last| !Arc::ptr_eq(&last.document, &one.document));
        if is_new {
            check_document(project, &one.document, name, &wanted)?;
            renamed.push(Renamed { document: one.document.clone(), edits: Vec::new() });
        }
        let Some(last) = renamed.last_mut() else { continue };
        let quoted = one.document.name_in(one.span).is_some_and(|here| here.quoted);
        let replacement = written(new, quoted, name.kind);
        last.edits.push(Edit { span: one.span, replacement });
    }
    Ok(renamed)
}

/// Tells why something can't be called so, whatever else there is.
fn check_new(name: &Name, new: &str) -> Result<(), String> {
    if new.is_empty() {
        return Err("a name needs at least one letter".into());
    }
    if new.contains(['\n', '\r']) {
        return Err("a name is on one line".into());
    }
    match name.kind {
        NameKind::Blank => {
            let is_word = new.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))
                && new.starts_with(char::is_alphabetic);
            if !is_word || is_keyword(new) {
                return Err(format!(
                    "`{new}` can't be the name of a blank: that is one word, and none of the language"
                ));
            }
        }
        NameKind::Movement if catalog::look_up(new).is_some() => {
            return Err(format!(
                "wodc knows a movement `{new}`, so under that name it would take what it does not say from there"
            ));
        }
        _ => {}
    }
    Ok(())
}

/// Tells why a document would mean something else with the new name.
fn check_document(
    project: &Project,
    document: &Arc<Document>,
    name: &Name,
    wanted: &Name,
) -> Result<(), String> {
    let shown = &document.source().name;
    // In other capitals it is still the same.
    if !wanted.is_same(name) && project.definition(document, wanted).is_some() {
        return Err(format!("`{}` means something else in `{shown}` already", wanted.text));
    }
    if let Some(lost) = document.lost().iter().find(|lost| lost.is_same(name)) {
        let line = document.lines().line_at(lost.span.start as usize);
        return Err(format!(
            "line {line} of `{shown}` says it in words of its own: `wodc fmt` writes it in the language"
        ));
    }
    Ok(())
}

/// Returns a name as it is written in its place.
fn written(new: &str, quoted: bool, kind: NameKind) -> String {
    if quoted {
        return new.replace('\\', "\\\\").replace('"', "\\\"");
    }
    if kind == NameKind::Blank || is_bare(new) { new.to_owned() } else { catalog::quoted(new) }
}

/// Tells whether a movement can be named so without quotes.
fn is_bare(name: &str) -> bool {
    let (tree, found) = syntax::parse(&format!("{name} 10"));
    let [statement] = tree.statements.as_slice() else { return false };
    let StatementKind::Movement(all) = &statement.kind else { return false };
    let is_whole = |span: crate::source::Span| span.start == 0 && span.end as usize == name.len();
    found.is_empty() && matches!(&all[..], [one] if is_whole(one.name) && !one.quoted)
}
