//! Laws of the changes that a diagnostic lets people choose from, over all texts with mistakes there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use wodc::analysis::{NoFiles, Request, diagnose};
use wodc::diagnostic::{Choice, Diagnostic, Severity};
use wodc::service::apply;
use wodc::source::{FileId, SourceFile};

/// Returns all texts with mistakes: broken files, those that a rule speaks of, and the cases of `tests/mistakes`.
fn texts() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts = Vec::new();
    for file in files_in(&tests.join("broken"), "wod") {
        texts.extend(fs::read_to_string(file));
    }
    for folder in ["mistakes", "warned"] {
        for file in files_in(&tests.join("fixtures").join(folder), "wod") {
            texts.extend(fs::read_to_string(file));
        }
    }
    for rule in fs::read_dir(tests.join("rules")).unwrap() {
        for file in files_in(&rule.unwrap().path(), "wod") {
            texts.extend(fs::read_to_string(file));
        }
    }
    for file in files_in(&tests.join("mistakes"), "txt") {
        let cases = fs::read_to_string(file).unwrap();
        for case in cases.split("\n\n") {
            let lines = case.lines().filter_map(|line| line.strip_prefix('|'));
            let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
            texts.push(lines.join("\n"));
        }
    }
    texts.retain(|text| !text.is_empty());
    texts.sort();
    texts.dedup();
    texts
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == ending)).collect();
    files.sort();
    files
}

fn said_of(text: &str) -> Vec<Diagnostic> {
    let said = diagnose(SourceFile::new("a.wod", text), &Request::default(), &NoFiles).diagnostics;
    said.into_iter().filter(|one| one.file == FileId::default()).collect()
}

/// Returns where a byte of the text is after a choice; one that is replaced is at the start of the replacement.
fn moved(at: usize, choice: &Choice) -> usize {
    let mut grown = 0;
    for edit in &choice.edits {
        let place = edit.span.range();
        if place.end > at {
            return place.start.min(at).wrapping_add_signed(grown);
        }
        grown += edit.replacement.len() as isize - place.len() as isize;
    }
    at.wrapping_add_signed(grown)
}

fn errors(said: &[Diagnostic]) -> usize {
    said.iter().filter(|one| one.severity == Severity::Error).map(|one| one.stands_for).sum()
}

#[test]
fn a_choice_takes_away_what_it_is_given_for_and_brings_no_mistake() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for text in texts() {
        let before = said_of(&text);
        for diagnostic in &before {
            for choice in &diagnostic.choices {
                count += 1;
                let after_text = apply(&text, &choice.edits);
                let after = said_of(&after_text);
                let start = moved(diagnostic.span().range().start, choice);
                let end = moved(diagnostic.span().range().end, choice).max(start);
                let is_there = |one: &&Diagnostic| {
                    one.rule == diagnostic.rule && (start..=end).contains(&one.span().range().start)
                };
                let is_other = before.iter().filter(|one| one.rule == diagnostic.rule).count() > 1;
                let again =
                    after.iter().find(is_there).filter(|one| !is_other || one.message == diagnostic.message);
                if let Some(again) = again {
                    wrong.push(format!(
                        "{text}\n  by {:?} still says: {}\n{after_text}",
                        choice.title, again.message
                    ));
                } else if errors(&after) > errors(&before) {
                    let new: Vec<&str> = after.iter().map(|one| one.message.as_str()).collect();
                    wrong.push(format!(
                        "{text}\n  by {:?} has more errors: {new:?}\n{after_text}",
                        choice.title
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(count > 500, "only {count} choices were found");
}

#[test]
fn choices_are_edits_in_order_that_differ_in_what_they_give() {
    for text in texts() {
        for diagnostic in said_of(&text) {
            assert!(
                diagnostic.fix.is_none() || diagnostic.choices.is_empty(),
                "{text}\nhas a fix and choices: {diagnostic:#?}"
            );
            let mut given = BTreeMap::new();
            let mut titles = BTreeSet::new();
            for choice in &diagnostic.choices {
                assert!(!choice.edits.is_empty() && !choice.title.is_empty(), "{text}: {choice:?}");
                let spans: Vec<_> = choice.edits.iter().map(|edit| edit.span).collect();
                assert!(spans.windows(2).all(|two| two[0].end <= two[1].start), "{text}: {choice:?}");
                let made = apply(&text, &choice.edits);
                assert_ne!(made, text, "{choice:?} changes nothing");
                assert!(!made.contains('…') || text.contains('…'), "{text}\n{choice:?} leaves a gap");
                assert!(titles.insert(&choice.title), "{text}\nhas two choices called {}", choice.title);
                if let Some(other) = given.insert(made, &choice.title) {
                    panic!("{text}\n{other} and {} give the same", choice.title);
                }
            }
        }
    }
}
