//! Two workouts of each rule: one that gives it, and one of which nothing is said.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use wodc::analysis::{self, ReadFile};
use wodc::diagnostic::{Diagnostic, Fix};

use crate::exempt::WITHOUT_FIXTURES;
use crate::page::Page;
use crate::{Rule, diagnose, errors, gives, is_built, project, written};

/// How often fixes are applied before they must have come to an end: as often as no mistake of a few lines needs.
const ROUNDS: usize = 10;

/// The folder of a rule.
struct Folder {
    rule: Rule,
    path: PathBuf,
}

impl ReadFile for Folder {
    fn read(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(self.path.join(path)).map_err(|error| error.to_string())
    }
}

impl Folder {
    fn of(rule: Rule) -> Self {
        Self { rule, path: project("tests/rules").join(rule.name()) }
    }

    /// Returns one of its workouts. What is no text is read as the program shows it.
    fn workout(&self, name: &str) -> Option<String> {
        fs::read(self.path.join(name)).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    fn said(&self, text: &str) -> Vec<Diagnostic> {
        diagnose(text, self.rule, self)
    }
}

/// Returns the folders of all rules that have one.
fn folders() -> Vec<Folder> {
    let is_exempt = |rule: Rule| WITHOUT_FIXTURES.iter().any(|&(exempt, _)| exempt == rule);
    Rule::ALL
        .iter()
        .filter(|&&rule| !is_exempt(rule) && is_built(rule))
        .map(|&rule| Folder::of(rule))
        .collect()
}

/// Returns the rules that a workout says it gives besides: `# also: missing-dose`.
fn also(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("# also:"));
    lines.flat_map(|names| names.split(',')).map(str::trim).collect()
}

#[test]
fn every_rule_has_a_bad_workout_and_a_good_one_and_no_folder_is_left_over() {
    let mut wrong = String::new();
    for folder in folders() {
        for name in ["bad.wod", "good.wod"] {
            if folder.workout(name).is_none() {
                wrong += &format!("there is no {}\n", folder.path.join(name).display());
            }
        }
    }
    for entry in fs::read_dir(project("tests/rules")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let is_rule = Rule::ALL.iter().any(|rule| rule.name() == name);
        if entry.path().is_dir() && !is_rule {
            wrong += &format!("tests/rules/{name} is no rule's\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_bad_workout_gives_its_rule_and_no_other() {
    let mut wrong = String::new();
    for folder in folders().iter().filter(|folder| folder.rule != Rule::NotUtf8) {
        let Some(text) = folder.workout("bad.wod") else { continue };
        let said = folder.said(&text);
        let mut given: BTreeSet<&str> = said.iter().map(|one| one.rule.name()).collect();
        let is_given = given.remove(folder.rule.name());
        if !is_given || given != also(&text) {
            wrong += &format!("{}/bad.wod says\n{}\n", folder.rule.name(), written(&said));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn of_a_good_workout_nothing_is_said() {
    let mut wrong = String::new();
    for folder in folders() {
        let Some(text) = folder.workout("good.wod") else { continue };
        let said = folder.said(&text);
        if !said.is_empty() {
            wrong += &format!("{}/good.wod says\n{}\n", folder.rule.name(), written(&said));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_workouts_are_others_than_those_of_the_page() {
    for folder in folders() {
        let Some(page) = Page::of(folder.rule) else { continue };
        for name in ["bad.wod", "good.wod"] {
            let Some(text) = folder.workout(name) else { continue };
            let is_same = page.wrong.iter().chain(&page.right).any(|example| example.text == text);
            assert!(!is_same, "{}/{name} stands on the page as well", folder.rule.name());
        }
    }
}

#[test]
fn with_its_fixes_applied_a_bad_workout_is_good() {
    let mut wrong = String::new();
    for folder in folders().iter().filter(|folder| folder.rule != Rule::NotUtf8) {
        let Some(text) = folder.workout("bad.wod") else { continue };
        let name = folder.rule.name();
        let before = folder.said(&text);
        let has_fix = !fixes(&before, folder.rule).is_empty();
        if Page::of(folder.rule).is_some_and(|page| page.has_fix() != has_fix) {
            wrong += &format!("`{name}` has a fix, which its page and {name}/bad.wod must both show\n");
        }
        if !has_fix {
            continue;
        }
        let mut mended = text.clone();
        for _ in 0..ROUNDS {
            // One after the other, so that none stands in another's way.
            mended = analysis::apply(&mended, fixes(&folder.said(&mended), folder.rule).first());
        }
        let after = folder.said(&mended);
        let errors_before: BTreeSet<Rule> = errors(&before).map(|one| one.rule).collect();
        let has_new_errors = errors(&after).any(|one| !errors_before.contains(&one.rule));
        if gives(&after, folder.rule) || has_new_errors {
            wrong += &format!("{name}/bad.wod is mended as\n{mended}which says\n{}\n", written(&after));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Returns the fixes of one rule.
fn fixes(said: &[Diagnostic], rule: Rule) -> Vec<Fix> {
    said.iter().filter(|one| one.rule == rule).filter_map(|one| one.fix.clone()).collect()
}
