//! Moves what is said of filled workouts to what was written: to the template, or to a value.

use rustc_hash::FxHashMap;

use crate::check::files::Files;
use crate::check::filled::Filling;
use crate::diagnostic::{Choice, Diagnostic, Edit, Fix, Label, Rule};
use crate::source::{FileId, LineIndex, Place, Span};

/// What two diagnostics share that are said of one place of a template.
type Same = (Rule, FileId, Span, String);

/// Where the lines of files begin, as they were written.
type Lines = FxHashMap<FileId, LineIndex>;

/// Moves what is said of filled workouts to the files that they are made of. What is said of a template's own words is
/// said once, however many values it is filled with; a correction of them only if it is the same with all.
pub fn said_of_what_was_written(files: &Files, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if !files.has_fillings() {
        return diagnostics;
    }
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    let mut known: FxHashMap<Same, usize> = FxHashMap::default();
    let mut lines = Lines::default();
    for diagnostic in diagnostics {
        if files.filling(diagnostic.file).is_none() {
            // What was said of a template itself is not said again of what it is filled to.
            let same = (diagnostic.rule, diagnostic.file, diagnostic.span(), diagnostic.message.clone());
            known.entry(same).or_insert(kept.len());
            kept.push(diagnostic);
            continue;
        }
        let Some(moved) = moved(files, diagnostic, &mut lines) else { continue };
        let same = (moved.rule, moved.file, moved.span(), moved.message.clone());
        match known.get(&same).and_then(|&at| kept.get_mut(at)) {
            Some(first) => {
                if first.fix != moved.fix {
                    first.fix = None;
                }
                first.choices.retain(|choice| moved.choices.contains(choice));
            }
            None => {
                known.insert(same, kept.len());
                kept.push(moved);
            }
        }
    }
    kept
}

/// Moves one diagnostic. None if it is about a value that nobody wrote.
fn moved(files: &Files, mut diagnostic: Diagnostic, lines: &mut Lines) -> Option<Diagnostic> {
    let mut is_noted = false;
    while let Some(filling) = files.filling(diagnostic.file) {
        if let Some(written) = &files.get(diagnostic.file).written {
            diagnostic = written.map.diagnostic(diagnostic, &written.read);
        }
        let from = filling.origin(diagnostic.span());
        if let Some(unsaid) = &filling.unsaid {
            let is_unsaid = |span: &Span| {
                span.start <= from.place.span.start && from.place.span.start < span.end.max(span.start + 1)
            };
            if from.used.is_some() || unsaid.iter().any(is_unsaid) {
                return None;
            }
        }
        diagnostic = match from.used {
            Some(used) => of_value(filling, diagnostic, used),
            None => of_template(filling, diagnostic),
        };
        if is_noted {
            continue;
        }
        is_noted = true;
        let (place, words) = match from.used {
            Some(used) => (Place::new(filling.template.file, used), "it is used here"),
            None if filling.unsaid.is_some() => continue,
            None => (root(files, filling.done), "filled here"),
        };
        diagnostic = noted(files, diagnostic, place, words, lines);
    }
    // Only the file that is compiled is ever mended.
    if diagnostic.file != FileId::default() {
        diagnostic.fix = None;
        diagnostic.choices.clear();
    }
    Some(diagnostic)
}

/// Returns where somebody wrote the `do` that led to a place.
fn root(files: &Files, mut place: Place) -> Place {
    while let Some(filling) = files.filling(place.file) {
        place = filling.done;
    }
    place
}

/// Adds a place: as a label where it is in the same file, else in words.
fn noted(
    files: &Files,
    mut diagnostic: Diagnostic,
    place: Place,
    words: &str,
    lines: &mut Lines,
) -> Diagnostic {
    if place.file == diagnostic.file {
        return diagnostic.and_at(place.span, words);
    }
    let file = files.get(place.file);
    let (text, span) = match &file.written {
        Some(written) => (&written.text, written.map.place(place.span)),
        None => (&file.text, place.span),
    };
    let lines = lines.entry(place.file).or_insert_with(|| LineIndex::new(text));
    let line = lines.line_at(span.start as usize);
    let (there, name) = (words.replace("here", "on"), &file.name);
    let note = format!("{there} line {line} of `{name}`");
    diagnostic.help = Some(match diagnostic.help {
        Some(help) => format!("{help} ({note})"),
        None => note,
    });
    diagnostic
}

/// Moves what is said of a template's own words.
fn of_template(filling: &Filling, diagnostic: Diagnostic) -> Diagnostic {
    let place = |span: Span| {
        let from = filling.origin(span);
        from.used.unwrap_or(from.place.span)
    };
    let labels =
        diagnostic.labels.iter().map(|label| Label { span: place(label.span), text: label.text.clone() });
    let labels = labels.collect();
    let exact = |span: Span| {
        let from = filling.origin(span);
        (from.is_exact && from.used.is_none()).then_some(from.place.span)
    };
    let fix = diagnostic.fix.as_ref().and_then(|fix| fix_at(fix, exact));
    let choices = choices_at(&diagnostic, exact);
    let help = help_without_fix(&diagnostic, fix.is_none());
    Diagnostic { file: filling.template.file, labels, fix, choices, help, ..diagnostic }
}

/// Moves what is said of a value.
fn of_value(filling: &Filling, diagnostic: Diagnostic, used: Span) -> Diagnostic {
    let own = filling.origin(diagnostic.span()).place;
    let in_value = |span: Span| {
        let from = filling.origin(span);
        (from.used == Some(used)).then_some(from)
    };
    let moved = |label: &Label| {
        in_value(label.span).map(|from| Label { span: from.place.span, text: label.text.clone() })
    };
    let mut labels: Vec<Label> = diagnostic.labels.iter().filter_map(moved).collect();
    if labels.is_empty() {
        labels.push(Label { span: own.span, text: String::new() });
    }
    let exact = |span: Span| in_value(span).filter(|from| from.is_exact).map(|from| from.place.span);
    let fix = diagnostic.fix.as_ref().and_then(|fix| fix_at(fix, exact));
    let choices = choices_at(&diagnostic, exact);
    let help = help_without_fix(&diagnostic, fix.is_none());
    Diagnostic { file: own.file, labels, fix, choices, help, ..diagnostic }
}

fn fix_at(fix: &Fix, place: impl Fn(Span) -> Option<Span>) -> Option<Fix> {
    let more = fix.more.iter().map(|span| place(*span)).collect::<Option<Vec<Span>>>()?;
    Some(Fix { span: place(fix.span)?, replacement: fix.replacement.clone(), more })
}

/// Returns the choices whose every edit has a place.
fn choices_at(diagnostic: &Diagnostic, place: impl Fn(Span) -> Option<Span>) -> Vec<Choice> {
    let moved = |edit: Edit| Some(Edit { span: place(edit.span)?, ..edit });
    diagnostic.choices.iter().filter_map(|choice| choice.clone().moved(moved)).collect()
}

/// Returns the help; what a correction would have written, if it was all there was.
fn help_without_fix(diagnostic: &Diagnostic, is_lost: bool) -> Option<String> {
    match (&diagnostic.help, &diagnostic.fix) {
        (None, Some(fix)) if is_lost && !fix.replacement.trim().is_empty() => {
            Some(format!("write `{}`", fix.replacement.trim()))
        }
        (help, _) => help.clone(),
    }
}
