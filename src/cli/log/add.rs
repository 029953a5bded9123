//! Adding sessions to a results file, whole or not at all, while others may do the same.

use std::ops::Range;
use std::path::Path;
use std::{io, iter};

use super::whose::Whose;
use crate::analysis::{self, Compilation, NoFiles, Request, diagnose};
use crate::catalog::{fold, quoted};
use crate::cli::outcome::{Outcome, Trouble};
use crate::cli::project::reason;
use crate::cli::read::{self, Reading};
use crate::cli::report::{Report, Telling};
use crate::cli::words::count;
use crate::cli::write;
use crate::diagnostic::{Diagnostic, Rule};
use crate::results::logbook::{Added, Logbook};
use crate::source::{SourceFile, Span};

/// Adds what was done, and says what was added. A session that is there with other contents is refused, and with it all
/// others. `found` is what else there is to say about them.
pub fn sessions(
    text: &str,
    found: &Compilation,
    whose: &Whose,
    telling: Telling,
) -> Result<Outcome, Trouble> {
    match under_lock(text, whose, Differing::Refused)? {
        Ok(added) => {
            telling.print_aside(&told(&added, whose))?;
            Report::new(iter::once(found)).print(telling)?;
            Ok(Outcome::Fine)
        }
        Err(mistakes) => {
            Report::new([found, &mistakes].into_iter()).print(telling)?;
            Ok(Outcome::Mistakes)
        }
    }
}

/// What to do with sessions that are in the file with other contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differing {
    /// Nothing is added.
    Refused,
    /// They stay as they are, and the others are added.
    Kept,
}

/// Adds the sessions of a text to a results file while no other run does. Mistakes come back inside; then the file is as
/// before.
pub fn under_lock(
    text: &str,
    whose: &Whose,
    differing: Differing,
) -> Result<Result<Added, Box<Compilation>>, Trouble> {
    let path = whose.path.as_path();
    let unwritten =
        |error: &io::Error| Trouble::new(format!("`{}` cannot be written: {}", whose.shown, reason(error)));
    let _lock = write::Lock::of(path).map_err(|error| unwritten(&error))?;
    write::recover_beside(path);
    let there = current(path, &whose.shown)?;
    let before = match (&there, &whose.name) {
        (Some(text), Some(name)) if text.trim().is_empty() => text.clone() + &beginning(name),
        (Some(text), _) => text.clone(),
        (None, Some(name)) => beginning(name),
        (None, None) => return Err(without_a_name(&whose.shown)),
    };
    let logbook = Logbook::read(&before);
    refuse_other_files(&logbook, &before, whose)?;
    if let Some(mistakes) = of_another(&logbook, &before, whose) {
        return Ok(Err(mistakes));
    }
    let added = logbook.add(&Logbook::read(text), say_the_same);
    if differing == Differing::Refused && !added.different.is_empty() {
        return Ok(Err(Box::new(conflict(&before, &added, whose))));
    }
    if added.new == 0 {
        return Ok(Ok(added));
    }
    if added.text.len() > SourceFile::MAX_BYTES {
        let most = SourceFile::MAX_BYTES / (1024 * 1024);
        return Err(Trouble::new(format!(
            "`{}` would be larger than {most} MB, so nothing was added; begin another file with `--results`",
            whose.shown
        )));
    }
    let after = mistakes(&added.text, &whose.shown);
    let were = there.as_deref().map_or(0, |text| mistakes(text, &whose.shown).errors().count());
    if after.errors().count() > were {
        return Ok(Err(Box::new(after)));
    }
    match &there {
        Some(there) => write::in_place(path, there, &added.text)?,
        None => write::new_file(path, &added.text)?,
    }
    Ok(Ok(added))
}

/// Returns the text of the results file; none if there is no such file.
fn current(path: &Path, shown: &str) -> Result<Option<String>, Trouble> {
    let unreadable = |why: &str| Trouble::new(format!("`{shown}` cannot be read: {why}"));
    match read::found_file(SourceFile::MAX_BYTES, path) {
        Ok(Reading::Text(text)) => Ok(Some(text)),
        Ok(Reading::TooLarge) => Err(unreadable("it is too large; begin another file with `--results`")),
        Ok(Reading::NotUtf8(_)) => Err(unreadable("it is not UTF-8 text")),
        // A link that leads nowhere is not replaced by a file.
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => Ok(None),
        Err(error) => Err(unreadable(&reason(&error))),
    }
}

/// Returns the text of a results file without sessions.
fn beginning(name: &str) -> String {
    format!("results {}\n\n", quoted(name))
}

fn without_a_name(shown: &str) -> Trouble {
    Trouble::new(format!(
        "there is no file `{shown}` yet; say whose results it will have: `--athlete sam.wod`"
    ))
}

/// Refuses to add to a file that holds no results: an athlete's file may name any.
fn refuse_other_files(logbook: &Logbook<'_>, text: &str, whose: &Whose) -> Result<(), Trouble> {
    if logbook.whose.is_some() || text.trim().is_empty() {
        return Ok(());
    }
    let name = whose.name.as_deref().unwrap_or("Sam");
    Err(Trouble::new(format!(
        "`{}` is not a file of results: it doesn't say `results \"{name}\"`, so nothing was added",
        whose.shown
    )))
}

/// Reports a results file that is somebody else's.
fn of_another(logbook: &Logbook<'_>, text: &str, whose: &Whose) -> Option<Box<Compilation>> {
    let ((own, place), name) = (logbook.whose.as_ref()?, whose.name.as_ref()?);
    if fold(own) == fold(name) {
        return None;
    }
    let message = format!("`{}` has the results of {own}, not of {name}", whose.shown);
    let span = Span::new(place.start, place.end);
    let diagnostic =
        Diagnostic::new(Rule::ResultsOfAnother, span, message).help("name the file of this athlete");
    Some(Box::new(of(text, whose, vec![diagnostic])))
}

/// Tells whether two blocks are the same once they are formatted.
fn say_the_same(one: &str, other: &str) -> bool {
    let formatted = |block: &str| analysis::format(SourceFile::new("", block)).ok();
    formatted(one).is_some_and(|one| Some(one) == formatted(other))
}

/// Reports sessions that are in the file with other contents, each with the first line of both that differs.
fn conflict(before: &str, added: &Added, whose: &Whose) -> Compilation {
    // What is there, and below it what was to be added.
    let mut text = before.to_owned();
    let mut diagnostics = Vec::new();
    for (place, new) in &added.different {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(new);
        text.push('\n');
        let there = before.get(place.clone()).unwrap_or_default();
        let (old_line, new_line) = first_difference(there, new);
        let span = |start: usize, line: Range<usize>| Span::new(start + line.start, start + line.end);
        let message = format!(
            "the session `{}` is written down already, with other contents, so nothing was added",
            header(new)
        );
        let diagnostic = Diagnostic::new(Rule::SameResult, span(start, new_line), message);
        diagnostics.push(
            diagnostic
                .here("what was to be added")
                .and_at(span(place.start, old_line), "what is there")
                .help(
                    "change what is there by hand; where both were done, say when: `done 2026-01-09 18:40 …`",
                ),
        );
    }
    of(&text, whose, diagnostics)
}

/// Returns the first line of a block, without its `<`.
pub fn header(block: &str) -> &str {
    block.split('<').next().unwrap_or_default().trim_end()
}

/// Returns where the first lines are in which two blocks differ, in each of them; their last lines if one goes on.
fn first_difference(one: &str, other: &str) -> (Range<usize>, Range<usize>) {
    let lines = |block: &str| -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in block.split_inclusive('\n') {
            let indent = line.len() - line.trim_start().len();
            if !line.trim().is_empty() {
                lines.push(start + indent..start + indent + line.trim().len());
            }
            start += line.len();
        }
        lines
    };
    let (ones, others) = (lines(one), lines(other));
    let differs = |at: &usize| {
        ones.get(*at).map(|line| &one[line.clone()]) != others.get(*at).map(|line| &other[line.clone()])
    };
    let at = (0..ones.len().max(others.len())).find(differs).unwrap_or(0);
    let line = |lines: &[Range<usize>]| lines.get(at).or(lines.last()).cloned().unwrap_or(0..0);
    (line(&ones), line(&others))
}

fn of(text: &str, whose: &Whose, diagnostics: Vec<Diagnostic>) -> Compilation {
    let mut compilation = Compilation::default();
    compilation.files.push(SourceFile::new(whose.shown.as_str(), text));
    compilation.diagnostics = diagnostics;
    compilation
}

fn mistakes(text: &str, shown: &str) -> Compilation {
    diagnose(SourceFile::new(shown, text), &Request::default(), &NoFiles)
}

/// Says what was added.
pub fn told(added: &Added, whose: &Whose) -> String {
    let mut told = match added.new {
        0 => format!("{}: nothing new", whose.shown),
        new => format!("{}: {} added", whose.shown, count(new, "session")),
    };
    if added.same > 0 {
        let were = if added.same == 1 { "was" } else { "were" };
        told.push_str(&format!("; {} {were} there already", count(added.same, "session")));
    }
    told.push('\n');
    told
}
