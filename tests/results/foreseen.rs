//! What is still to come: `wodc foresee`, the next session and the plan itself, which all have to say the same.

use std::fs;
use std::process::Command;

use serde_json::Value;
use wodc::analysis::{Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::laws::working;
use crate::made_up::{Year, foreseen, made_up_to};
use crate::random::Random;
use crate::{lines, read, text_of};

/// Runs `wodc foresee` on a program with results.
fn foresee(name: &str, results: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = |file: &str| folder.path().join(file);
    fs::write(path("program.wod"), text_of(name)).unwrap();
    fs::write(path("results.wod"), results).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wodc"));
    command.args(["foresee", "program.wod", "--results", "results.wod", "--to", "json"]);
    let output = command.current_dir(&folder).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Returns a course as the table has it: each session with its sets.
fn table(course: &Value) -> Vec<String> {
    let mut table = Vec::new();
    for session in course.as_array().unwrap() {
        table.push(format!("{} {}", session["date"].as_str().unwrap(), session["title"].as_str().unwrap()));
        for movement in session["movements"].as_array().unwrap() {
            for set in movement["sets"].as_array().unwrap() {
                table.push(format!("{} {}", movement["name"].as_str().unwrap(), self::set(set)));
            }
        }
    }
    table
}

fn set(set: &Value) -> String {
    let figures = if set["low"] == set["high"] {
        set["low"].to_string()
    } else {
        format!("{}-{}", set["low"], set["high"])
    };
    let load = set.get("load").map(|load| format!(" @ {}{}", load["value"], load["unit"].as_str().unwrap()));
    // Whether it is seconds or metres is said by the movement.
    figures.replace(".0", "") + &load.unwrap_or_default().replace(".0", "")
}

/// Writes a line of a table as `foresee` has it: one line for both sides, and figures alone.
fn as_foreseen(line: &str) -> Option<String> {
    if line.starts_with("202") {
        return Some(line.to_owned());
    }
    if line.contains(" left") {
        return None;
    }
    let (what, load) = line.split_once(" @ ").unwrap_or((line, ""));
    let what = what.trim_end_matches(" right").trim_end_matches(['s', 'm']);
    // As data it is the load that hangs from the belt.
    let load = if load == "bodyweight" { "0kg" } else { load };
    // Words are no figure.
    let load = if load.contains("last time") { "" } else { load };
    let load = load.trim_start_matches("2x").trim_start_matches("bodyweight +").trim_start_matches('-');
    Some(if load.is_empty() { what.to_owned() } else { format!("{what} @ {load}") })
}

#[test]
fn what_is_foreseen_is_what_the_rules_come_to() {
    for (seed, (name, program)) in (1..).zip(working()) {
        let weeks = Random::new(seed).from(1, 51);
        let begun = || made_up_to(&program, Year::Heavier(seed), weeks);
        let (done, replay) = begun();
        let results = lines::write(&done);
        let found = foresee(name, &results);
        let now: Vec<String> =
            (replay.next()..program.sessions.len()).flat_map(|at| replay.coming(at)).collect();
        let courses = [
            ("if_well", foreseen(&program, Year::Well, begun().1)),
            ("if_missed", foreseen(&program, Year::Nothing, begun().1)),
            ("as_it_goes", now),
        ];
        for (course, expected) in courses {
            let expected: Vec<String> = expected.iter().filter_map(|line| as_foreseen(line)).collect();
            let found = table(&found[course]);
            let at = found.iter().zip(&expected).position(|(found, expected)| found != expected);
            let differs = at.map(|at| (&found[at], &expected[at]));
            assert_eq!(differs, None, "{name} after {weeks} weeks, {course}\n{results}");
            assert_eq!(found.len(), expected.len(), "{name} after {weeks} weeks, {course}");
        }
    }
}

#[test]
fn the_next_session_is_the_first_that_is_left() {
    for (seed, (name, program)) in (100..).zip(working()) {
        let weeks = Random::new(seed).from(1, 51);
        let (done, replay) = made_up_to(&program, Year::Heavier(seed), weeks);
        let results = SourceFile::new("results.wod", lines::write(&done));
        let request =
            Request { formats: vec![Format::JSON], results: Some(results), next: true, ..Request::default() };
        let compilation = compile(SourceFile::new("program.wod", text_of(name)), &request, &read::Alone);
        let document: Value =
            serde_json::from_str(compilation.outputs[0].content.as_text().unwrap()).unwrap();
        let coming = replay.coming(replay.next());
        assert_eq!(read::workouts(&document), coming[1..], "{name} after {weeks} weeks");
    }
}
