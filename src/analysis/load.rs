//! Reads the file that is compiled and all it uses, however indirectly, each once.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::files::ReadFile;
use crate::catalog::unescape;
use crate::check::{File, Files, Written, fill};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{FileId, LineIndex, SourceFile, Span};
use crate::speech::{self, Reading};
use crate::syntax::tree::{StatementKind, Text};

/// The most files one compilation reads. A library of workouts is split into a few dozen at most.
const MOST_FILES: usize = 256;

/// Reads `source` and the files it uses, with the mistakes in the text of `source` itself, and the file of an athlete,
/// with the mistakes in it.
pub(super) fn load(
    source: SourceFile,
    athlete: Option<SourceFile>,
    reader: &dyn ReadFile,
) -> (Files, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut files = Vec::new();
    let mut known: FxHashMap<String, FileId> = FxHashMap::default();
    known.insert(folded(&source.name), FileId::default());
    let mut waiting = VecDeque::from([source]);
    let mut athletes_own = None;
    if let Some(athlete) = athlete {
        let name = folded(&athlete.name);
        athletes_own = Some(match known.get(&name) {
            Some(&own) => own,
            None => {
                let own = FileId(known.len() as u16);
                known.insert(name, own);
                waiting.push_back(athlete);
                own
            }
        });
    }
    while let Some(SourceFile { name, text }) = waiting.pop_front() {
        let is_main = files.is_empty();
        let Reading { text: read, map, mut tree, diagnostics: mut found, .. } = parse(&text);
        let (text, written) = match read {
            Cow::Borrowed(_) => (text, None),
            Cow::Owned(read) => {
                let read: Arc<str> = Arc::from(read);
                (read.clone(), Some(Arc::new(Written { text: text.clone(), read, map })))
            }
        };
        let mut uses = Vec::new();
        let mut lacks_something = false;
        for statement in &tree.statements {
            let StatementKind::Use(path) = &statement.kind else { continue };
            match find(&name, &text, *path, &mut known, reader) {
                Ok((id, used)) => {
                    waiting.extend(used);
                    // A name is looked up in each, so each is listed once.
                    if !uses.iter().any(|&(_, other)| other == id) {
                        uses.push((path.span, id));
                    }
                }
                Err(diagnostic) => {
                    lacks_something = true;
                    found.push(*diagnostic);
                }
            }
        }
        if is_main {
            diagnostics = found;
        } else if athletes_own == Some(FileId(files.len() as u16)) {
            let file = FileId(files.len() as u16);
            diagnostics.extend(found.into_iter().map(|diagnostic| diagnostic.in_file(file)));
        } else if let Some(first) = found.iter().find(|diagnostic| diagnostic.severity == Severity::Error) {
            // What cannot be read of a used file is said where that file is compiled; here it is enough that it is so.
            let line = line_of(first.span(), &text, written.as_deref());
            tree.statements.clear();
            lacks_something = true;
            diagnostics.extend(blame(&files, FileId(files.len() as u16), &name, line));
        }
        files.push(File { name, text, written, tree, uses, lacks_something, filling: None });
    }
    let files = Files::new(files).with_athletes_own(athletes_own);
    if diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::FileTooLarge) {
        return (files, diagnostics);
    }
    let files = fill(files, &mut diagnostics);
    (files, diagnostics)
}

/// Returns the line that a place of a text is on, as it was written.
fn line_of(place: Span, text: &str, written: Option<&Written>) -> usize {
    let (text, place) = written.map_or((text, place), |written| (&written.text, written.map.place(place)));
    LineIndex::new(text).place(text, place.start as usize).line
}

/// Reads a text, unless it is larger than what is read.
fn parse(text: &str) -> Reading<'_> {
    match refuse_too_large(text) {
        Some(diagnostic) => Reading {
            text: Cow::Borrowed(text),
            map: Default::default(),
            tree: Default::default(),
            comments: Vec::new(),
            diagnostics: vec![diagnostic],
        },
        None => speech::read(text),
    }
}

/// Reports a text that is larger than what is read.
pub(super) fn refuse_too_large(text: &str) -> Option<Diagnostic> {
    (text.len() > SourceFile::MAX_BYTES).then(too_large)
}

/// Returns what is said of a file that is larger than what is read.
pub(crate) fn too_large() -> Diagnostic {
    let most = SourceFile::MAX_BYTES / (1024 * 1024);
    let message = format!("the file is larger than {most} MB, so it was not read");
    let help = "split it into several; `use` brings one file's workouts into another";
    Diagnostic::new(Rule::FileTooLarge, Span::at(0), message).help(help)
}

/// Reports a used file with mistakes at the `use` of the file that is compiled; nowhere if only a used file uses it.
fn blame(files: &[File], used: FileId, name: &str, line: usize) -> Option<Diagnostic> {
    let (place, _) = files.first()?.uses.iter().find(|(_, id)| *id == used)?;
    let message = format!("`{name}` has mistakes of its own, the first on line {line}");
    Some(
        Diagnostic::new(Rule::UsedFileHasErrors, *place, message)
            .help(format!("`wodc check {name}` shows them")),
    )
}

/// Finds what a `use` names: its number, and the file itself when it is seen for the first time.
fn find(
    user: &str,
    text: &str,
    path: Text,
    known: &mut FxHashMap<String, FileId>,
    reader: &dyn ReadFile,
) -> Result<(FileId, Option<SourceFile>), Box<Diagnostic>> {
    let written = unescape(&text[path.inner.range()]);
    let folder = user.rsplit_once('/').map_or("", |(folder, _)| folder);
    let full = if folder.is_empty() { written.clone() } else { format!("{folder}/{written}") };
    let name = folded(&full);
    if let Some(&id) = known.get(&name) {
        return Ok((id, None));
    }
    let refuse = |why: &str| {
        Box::new(Diagnostic::new(Rule::FileNotFound, path.span, format!("`{written}` cannot be used: {why}")))
    };
    if written.trim().is_empty() {
        return Err(refuse("it names no file"));
    }
    if known.len() >= MOST_FILES {
        return Err(refuse(&format!("this is one file too many; the most is {MOST_FILES}")));
    }
    let read = reader.read(&full).map_err(|why| refuse(&why))?;
    let id = FileId(known.len() as u16);
    known.insert(name.clone(), id);
    Ok((id, Some(SourceFile { name: name.into(), text: Arc::from(read) })))
}

/// Takes `.` and `..` out of a path, as far as they lead inside.
fn folded(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." | "" if !parts.is_empty() => {}
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != ".." && !last.is_empty()) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn one_file_has_one_name() {
        assert_eq!(folded("a/./b/../c.wod"), "a/c.wod");
        assert_eq!(folded("./c.wod"), "c.wod");
        assert_eq!(folded("../c.wod"), "../c.wod");
        assert_eq!(folded("/c.wod"), "/c.wod");
    }
}
