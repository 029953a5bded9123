//! The files that a build made nothing of because of their mistakes, and their older outputs, which nobody should print.

use std::fs;
use std::path::Path;

use super::compile::CompiledFile;
use super::inputs::{EXTENSION, Origin};
use super::paths::folder_of;
use super::visible;
use crate::emit::Format;

/// The most files that are listed: few enough that the last mistake above them stays visible on a terminal.
const MOST_LISTED: usize = 12;

/// The most older outputs that are named for one file.
const MOST_NAMED: usize = 2;

/// Returns the last lines of a build: each file that has mistakes, with its older outputs. Empty if there are none.
pub fn unbuilt(compiled: &[CompiledFile]) -> String {
    let refused: Vec<_> = compiled.iter().filter(|one| one.compilation.has_errors()).collect();
    if refused.is_empty() {
        return String::new();
    }
    let mut text = String::from("not built:\n");
    for one in refused.iter().take(MOST_LISTED) {
        text += &format!("  {}{}\n", one.job.input.shown(), warning(&older_outputs(one)));
    }
    match refused.len().saturating_sub(MOST_LISTED) {
        0 => text,
        more => text + &format!("  … and {more} more\n"),
    }
}

/// Returns a warning of older outputs, those to print first.
fn warning(older: &[String]) -> String {
    let named = older.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match older.len().saturating_sub(MOST_NAMED) {
        0 if older.is_empty() => String::new(),
        0 => format!(" (out of date: {named})"),
        more => format!(" (out of date: {named} and {more} more)"),
    }
}

/// Returns the outputs that an earlier build has made of a file, by their names: sheets first, since they are printed.
fn older_outputs(one: &CompiledFile) -> Vec<String> {
    let stem = one.job.wanted.output.join(&one.job.input.stem);
    let Some(name) = stem.file_name().and_then(|name| name.to_str()) else {
        return Vec::new();
    };
    let folder = folder_of(&stem);
    let others = other_stems(&one.job.input.origin, name);
    let mut found: Vec<String> = names_in(folder)
        .into_iter()
        .filter(|output| {
            let is_others = others.iter().any(|other| is_output_of(output, other));
            is_output_of(output, name) && !is_others && folder.join(output).is_file()
        })
        .collect();
    found.sort_by_key(|name| (!name.ends_with(".pdf"), !name.ends_with(".html"), name.clone()));
    found.iter().map(|name| visible::name(&stem.with_file_name(name))).collect()
}

/// Tells whether a file is called like an output of the workouts in `STEM.wod`: `legs.pdf`, `legs.cards.pdf`,
/// `legs-warm-up.pdf`.
fn is_output_of(name: &str, stem: &str) -> bool {
    let Some(after) = name.strip_prefix(stem) else {
        return false;
    };
    let is_format = |format: Format| after.ends_with(&format!(".{}", format.extension()));
    after.starts_with(['.', '-']) && Format::all().any(is_format)
}

/// Returns the names of the workouts beside this one that begin with its name: `legs-2` beside `legs` has outputs of its
/// own.
fn other_stems(origin: &Origin, stem: &str) -> Vec<String> {
    let Origin::File(path) = origin else {
        return Vec::new();
    };
    let names = names_in(folder_of(path)).into_iter();
    let stems = names.filter_map(|name| Some(name.strip_suffix(EXTENSION)?.strip_suffix('.')?.to_owned()));
    stems.filter(|other| other != stem && other.starts_with(stem)).collect()
}

/// Returns the names of what is in a folder, none where it cannot be read.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_are_known_by_their_names() {
        for name in ["legs.md", "legs.cues.txt", "legs-warm-up.md"] {
            assert!(is_output_of(name, "legs"), "{name}");
        }
        for name in ["legs.wod", "legsmore.md", "arms.md", "legs.txt", "legs"] {
            assert!(!is_output_of(name, "legs"), "{name}");
        }
    }

    #[test]
    fn older_outputs_are_named_up_to_two() {
        let warned = |names: &[&str]| warning(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        assert_eq!(warned(&[]), "");
        assert_eq!(warned(&["a.pdf", "a.md"]), " (out of date: a.pdf, a.md)");
        assert_eq!(warned(&["a.pdf", "a.md", "a.json"]), " (out of date: a.pdf, a.md and 1 more)");
    }
}
