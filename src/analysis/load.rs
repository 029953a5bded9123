//! Reads the file that is compiled and all it uses, however indirectly, each once.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::files::ReadFile;
use crate::catalog::unescape;
use crate::check::{File, Files, Written, fill};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{FileId, LineIndex, SourceFile, Span};
use crate::speech::{self, Reading};
use crate::syntax::tree::{StatementKind, Text, Tree};

/// The most files one compilation reads. A library of workouts is split into a few dozen at most.
const MOST_FILES: usize = 256;

/// Reads `source` and the files it uses, with the mistakes in the text of `source` itself, and the file of an athlete,
/// with the mistakes in it.
pub(super) fn load(
    source: SourceFile,
    athlete: Option<SourceFile>,
    results: Option<SourceFile>,
    reader: &dyn ReadFile,
) -> (Files, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut without_results = Vec::new();
    let mut files = Vec::new();
    let mut known: FxHashMap<String, FileId> = FxHashMap::default();
    known.insert(folded(&source.name), FileId::default());
    let mut waiting = VecDeque::from([source]);
    let athletes_own = athlete.map(|athlete| {
        let next = FileId(known.len() as u16);
        let own = *known.entry(folded(&athlete.name)).or_insert(next);
        if own == next {
            waiting.push_back(athlete);
        }
        own
    });
    let results_own = results.map(|results| {
        let own = FileId(known.len() as u16);
        known.insert(folded(&results.name), own);
        waiting.push_back(results);
        own
    });
    while let Some(SourceFile { name, text }) = waiting.pop_front() {
        let is_main = files.is_empty();
        let Reading { text: read, map, mut tree, diagnostics: mut found, .. } = parse(&text);
        let (text, written) = match read {
            Cow::Borrowed(_) => (text, None),
            Cow::Owned(read) => {
                let written = Written { text: text.clone(), read: Arc::from(read), map };
                (written.read.clone(), Some(Arc::new(written)))
            }
        };
        let file = FileId(files.len() as u16);
        let mut find_all = |paths: Vec<Text>, lacking: &mut Vec<Diagnostic>| -> Vec<(Span, FileId)> {
            let mut there = Vec::new();
            for path in paths {
                match find(&name, &text, path, &mut known, reader) {
                    Ok((id, named)) => {
                        waiting.extend(named);
                        there.push((path.span, id));
                    }
                    Err(why) => lacking.push(*why),
                }
            }
            there
        };
        let mut lacking = Vec::new();
        let mut uses = find_all(uses_of(&tree), &mut lacking);
        // A name is looked up in each, so each is listed once.
        let mut listed = FxHashSet::default();
        uses.retain(|&(_, id)| listed.insert(id));
        let mut lacks_something = !lacking.is_empty();
        found.append(&mut lacking);
        let results = find_all(results_of(&tree).collect(), &mut lacking);
        if is_main || athletes_own == Some(file) {
            without_results.extend(lacking.iter().map(|why| no_results(why).in_file(file)));
        }
        if is_main {
            diagnostics = found;
        } else if athletes_own == Some(file) {
            diagnostics.extend(found.into_iter().map(|diagnostic| diagnostic.in_file(file)));
        } else if let Some(first) = found.iter().find(|diagnostic| diagnostic.severity == Severity::Error) {
            // What cannot be read of a used file is said where that file is compiled; here it is enough that it is so.
            let line = line_of(first.span(), &text, written.as_deref());
            tree.statements.clear();
            lacks_something = true;
            diagnostics.extend(blame(&files, file, results_own == Some(file), &name, line));
        }
        files.push(File { name, text, written, tree, uses, results, lacks_something, filling: None });
    }
    diagnostics.append(&mut without_results);
    bring_in_teams(&mut files);
    let files = Files::new(files).with_athletes_own(athletes_own).with_results_own(results_own);
    if diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::FileTooLarge) {
        return (files, diagnostics);
    }
    let files = fill(files, &mut diagnostics);
    (files, diagnostics)
}

/// Returns the paths of all `use` of a file, also those of its teams, in text order.
fn uses_of(tree: &Tree) -> Vec<Text> {
    let mut uses = Vec::new();
    for statement in &tree.statements {
        match &statement.kind {
            StatementKind::Use(path) => uses.push(*path),
            StatementKind::Team(team) => uses.extend(team.uses.iter().map(|(path, _)| *path)),
            _ => {}
        }
    }
    uses
}

/// Returns the paths of the results files that the athletes of a file name, in text order.
fn results_of(tree: &Tree) -> impl Iterator<Item = Text> {
    tree.athletes().flat_map(|athlete| athlete.entries.iter().filter_map(|entry| entry.results))
}

/// Says that a results file can't be read. There may be none yet, so the loads are as they are written.
fn no_results(why: &Diagnostic) -> Diagnostic {
    let message = why.message.replace("cannot be used", "can't be read");
    Diagnostic::new(Rule::ResultsNotFound, why.span(), message)
        .help("so far everything is as it is written; `wodc log` begins the file with the first results")
}

/// Has the compiled file see the athletes of the teams that the files it uses list.
fn bring_in_teams(files: &mut [File]) {
    let Some((main, others)) = files.split_first_mut() else { return };
    let mut brought = Vec::new();
    for &(span, used) in &main.uses {
        let Some(file) = usize::from(used.0).checked_sub(1).and_then(|at| others.get(at)) else { continue };
        let paths: Vec<Span> =
            file.tree.teams().flat_map(|team| team.uses.iter().map(|(path, _)| path.span)).collect();
        let members = file.uses.iter().filter(|(place, _)| paths.contains(place));
        brought.extend(members.map(|&(_, member)| (span, member)));
    }
    for (span, member) in brought {
        if !main.uses.iter().any(|&(_, other)| other == member) {
            main.uses.push((span, member));
        }
    }
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
fn blame(files: &[File], used: FileId, is_asked_for: bool, name: &str, line: usize) -> Option<Diagnostic> {
    let main = FileId::default();
    let by_main = files.first()?.uses.iter().find(|(_, id)| *id == used).map(|&(place, _)| (main, place));
    // Results are named by an athlete, who may be in another file.
    let by_athlete = || {
        let named = (0..).map(FileId).zip(files);
        named
            .flat_map(|(file, one)| one.results.iter().map(move |&(place, id)| (file, place, id)))
            .find_map(|(file, place, id)| (id == used).then_some((file, place)))
    };
    // What the command line names has no place in a file.
    let (file, place) = by_main.or_else(by_athlete).or(is_asked_for.then_some((main, Span::at(0))))?;
    let message = format!("`{name}` has mistakes of its own, the first on line {line}");
    let help = format!("`wodc check {name}` shows them");
    Some(Diagnostic::new(Rule::UsedFileHasErrors, place, message).help(help).in_file(file))
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
    let full = beside(user, &written);
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

/// Returns the name that a file has which another uses under this path.
pub(crate) fn used_name(user: &str, path: &str) -> String {
    folded(&beside(user, path))
}

fn beside(user: &str, path: &str) -> String {
    let folder = user.rsplit_once('/').map_or("", |(folder, _)| folder);
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
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
