//! `wodc inspect`: what it says is what `check` says, and the rest is of the same text.

mod common;

use std::fs;
use std::path::Path;

use common::schema::Schema;
use common::{Folder, Test};
use serde_json::Value;

const LEGS: &str = "# go\ntitle \"Legs\"\n\ncircuit rounds 5 <\n  squat 30s\n  rest 15s\n>\n";

/// Returns texts without mistakes and with some.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts =
        vec![LEGS.to_owned(), String::new(), "# 💪 \r\n\r\ncircuit rouns 3 < florp 10".to_owned()];
    for folder in ["tests/broken", "examples"] {
        let mut paths: Vec<_> =
            fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let files = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "wod"));
        texts.extend(files.step_by(7).map(|path| fs::read_to_string(path).unwrap()));
    }
    texts
}

#[test]
fn what_it_says_is_what_check_says_and_keeps_to_the_schema() {
    let printed = Folder::with(&[]).run(&["schema", "inspect"]).out;
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/wodc-inspect-1.schema.json");
    assert!(printed == fs::read_to_string(published).unwrap(), "docs/wodc-inspect-1.schema.json is not it");
    let schema = Schema::new(&serde_json::from_str(&printed).unwrap());
    let texts = texts();
    assert!(texts.len() > 12);
    for text in texts {
        let folder = Folder::with(&[("a.wod", &text)]);
        let inspected: Value =
            serde_json::from_str(&folder.run(&["inspect", "a.wod", "--json"]).out).unwrap();
        assert_eq!(schema.errors(&inspected), None, "{text}");
        let checked: Value =
            serde_json::from_str(&folder.run(&["check", "a.wod", "--format", "json"]).out).unwrap();
        assert_eq!(inspected["diagnostics"], checked["diagnostics"], "{text}");
        for part in inspected["highlights"].as_array().unwrap() {
            let at = |key: &str| part[key].as_u64().unwrap() as usize;
            assert!(
                text.get(at("start_byte")..at("end_byte")).is_some_and(|part| !part.is_empty()),
                "{part}"
            );
        }
    }
}

#[test]
fn its_times_are_those_of_the_timeline() {
    let folder = Folder::with(&[("legs.wod", LEGS)]);
    let inspected: Value = serde_json::from_str(&folder.run(&["inspect", "legs.wod", "--json"]).out).unwrap();
    let block = &inspected["blocks"][0];
    assert_eq!(block["ms"], 225_000);
    let at = |key: &str| block[key].as_u64().unwrap() as usize;
    assert!(LEGS[at("start_byte")..at("end_byte")].starts_with("circuit rounds 5 <"));
    assert_eq!(inspected["outline"][0]["start"]["line"], 4);
}

#[test]
fn people_see_an_outline_with_times() {
    let shown = "legs.wod\n  takes 3:45\n    4   circuit rounds 5   3:45\n";
    Test::new().file("legs.wod", LEGS).args(["inspect", "legs.wod"]).stdout(shown).run();
    let two = "workout \"A\" <\n  squat 10\n>\nworkout \"B\" < do \"A\"; amrap 5min < push-up 5 > >\n";
    let shown = "two.wod\n    1   workout A   about 0:20\n    4   workout B   about 5:20\n    4     amrap 5min   5:00\n";
    Test::new().file("two.wod", two).args(["inspect", "two.wod"]).stdout(shown).run();
}

#[test]
fn what_is_wrong_around_the_text_is_said_too() {
    let folder = Folder::with(&[("a.wod", "squat 10\n"), ("wodc.toml", "level = \"florp\"\n")]);
    let inspected: Value = serde_json::from_str(&folder.run(&["inspect", "a.wod", "--json"]).out).unwrap();
    let said = &inspected["diagnostics"][0];
    assert_eq!(
        (said["rule"].as_str(), said["file"].as_str()),
        (Some("settings"), Some("wodc.toml")),
        "{said}"
    );
    assert_eq!(said["labels"][0]["start"]["line"], 1);
    Test::new().arg("inspect").arg("none.wod").status(2).stderr_contains("none.wod").run();
    Test::new()
        .args(["inspect", "-", "--json"])
        .stdin("squat 10")
        .stdout_contains("\"file\": \"standard input\"")
        .run();
}
