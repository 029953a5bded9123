//! Broken files as coaches write them, in `tests/broken`: what each says to people, in `tests/snapshots/broken`, and
//! which rule is given on which words, in the JSON beside it.

#![cfg(feature = "cli")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

mod common;

/// How many files there are at least.
const LEAST: usize = 60;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// Returns the names of the files, without `.wod`.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "wod"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

fn check(name: &str, format: &str) -> (String, String) {
    let mut command = common::program(&folder());
    command.args(["check", "--format", format, "--color", "never"]).arg(format!("{name}.wod"));
    let output = command.output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// Returns the diagnostics of a file, as `--format json` has them.
fn diagnostics(name: &str) -> Vec<Value> {
    let mut document: Value = serde_json::from_str(&check(name, "json").0).unwrap();
    std::mem::take(document["diagnostics"].as_array_mut().unwrap())
}

/// Returns the rule of each diagnostic and the words it points at.
fn rules_and_words(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(format!("{name}.wod"))).unwrap();
    let one = |diagnostic: &Value| {
        let label = &diagnostic["labels"][0];
        let byte = |key: &str| label[key].as_u64().unwrap() as usize;
        json!({
            "rule": diagnostic["rule"],
            "words": text[byte("start_byte")..byte("end_byte")],
            "start_byte": label["start_byte"],
            "end_byte": label["end_byte"],
            "start": label["start"],
            "end": label["end"],
        })
    };
    diagnostics(name).iter().map(one).collect()
}

#[test]
fn each_broken_file_says_what_is_wrong_with_it() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let names = names();
    assert!(names.len() >= LEAST, "only {} broken files", names.len());
    for name in names {
        let said = check(&name, "human").1;
        settings.bind(|| insta::assert_snapshot!(name.as_str(), said));
    }
}

#[test]
fn each_mistake_has_its_rule_on_the_exact_words() {
    for name in names() {
        let expected = fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        assert_eq!(rules_and_words(&name), expected, "{name}: {:#}", rules_and_words(&name));
    }
}

#[test]
fn one_mistake_gives_one_message() {
    for name in names() {
        let mistakes = match name.split('-').collect::<Vec<_>>().as_slice() {
            ["two", "mistakes", ..] => 2,
            ["three", "mistakes", ..] => 3,
            _ => 1,
        };
        let said = rules_and_words(&name);
        assert_eq!(said.as_array().unwrap().len(), mistakes, "{name}: {said:#}");
    }
}

#[test]
fn no_message_names_a_rule_of_the_grammar() {
    let grammar = include_str!("../grammar/wod.pest");
    let rules: BTreeSet<&str> = grammar
        .lines()
        .filter_map(|line| line.split_once('=').map(|(name, _)| name.trim()))
        .filter(|name| {
            name.contains('_') && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        })
        .collect();
    assert!(rules.len() > 30, "only {} rules of the grammar were found", rules.len());
    for name in names() {
        let (_, human) = check(&name, "human");
        let said = human + &check(&name, "narrated").1 + &check(&name, "json").0;
        let mut words = said.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
        let found = words.find(|word| rules.contains(word) || *word == "EOI");
        assert_eq!(found, None, "{name}");
    }
}
