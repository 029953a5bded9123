//! `wodc progress`: what two months of results add up to, in each form.

#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;

mod common;

use common::schema::Schema;
use common::{Folder, Test};
use serde_json::Value;

const SAM: &str = include_str!("progress/sam.wod");
const RESULTS: &str = include_str!("progress/sam-results.wod");

/// `wodc progress sam.wod` with more arguments, beside two months of results.
fn progress<const N: usize>(more: [&str; N]) -> Test {
    let test = Test::new().file("sam.wod", SAM).file("sam-results.wod", RESULTS);
    more.into_iter().fold(test.args(["progress", "sam.wod"]), |test, argument| test.arg(argument))
}

#[test]
fn two_months_in_a_terminal() {
    let shown = progress([]).stderr("").run().stdout;
    insta::assert_snapshot!("text", shown);
    assert_eq!(progress(["--to", "text", "-o", "-"]).run().stdout, shown);
}

#[test]
fn two_months_in_markdown() {
    insta::assert_snapshot!("markdown", progress(["--to", "md"]).stderr("").run().stdout);
}

#[test]
fn two_months_as_data_keep_to_the_schema() {
    let data = progress(["--to", "json"]).stderr("").run().stdout;
    let schema = Test::new().args(["schema", "progress"]).run().stdout;
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/wodc-progress-1.schema.json");
    assert!(schema == fs::read_to_string(published).unwrap(), "docs/wodc-progress-1.schema.json is not it");
    let schema = Schema::new(&serde_json::from_str(&schema).unwrap());
    let document: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(schema.errors(&document), None);
    let wrong = data.replacen("\"format\"", "\"fromat\"", 1);
    assert!(schema.errors(&serde_json::from_str(&wrong).unwrap()).is_some());
    insta::assert_snapshot!("json", data);
}

#[cfg(feature = "html")]
#[test]
fn two_months_as_a_page() {
    let page = progress(["--to", "html"]).stderr("").run().stdout;
    let (head, body) = page.split_once("</head>").unwrap();
    assert!(head.contains("default-src 'none'; script-src ;"), "{head}");
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"), "{page}");
    let pictures = body.matches("<svg").count();
    assert_eq!(body.matches("role=\"img\" aria-label=\"").count(), pictures);
    assert!(pictures > 10, "{pictures}");
    insta::assert_snapshot!("html", body.replace("><", ">\n<"));
}

#[test]
fn a_file_of_results_says_as_much_as_the_athlete_who_names_it() {
    let shown = progress([]).run().stdout;
    let test = || Test::new().file("sam-results.wod", RESULTS);
    assert_eq!(test().args(["progress", "sam-results.wod"]).stderr("").run().stdout, shown);
    assert_eq!(test().args(["progress", "-"]).stdin(RESULTS).run().stdout, shown);
}

#[test]
fn other_results_may_be_named_for_once() {
    let ran = progress(["--results", "other.wod"])
        .file("other.wod", "results \"Sam\"\ndone 2026-03-02 < back squat 5 @ 90kg >\n")
        .run();
    assert!(ran.stdout.contains("1 session in 1 week, from 2 Mar 2026 to 2 Mar 2026"), "{}", ran.stdout);
}

#[test]
fn a_file_that_is_named_gets_it_whole() {
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", RESULTS), ("report.json", "old")]);
    let shown = folder.run(&["progress", "sam.wod", "--to", "json"]);
    let ended = folder.run(&["progress", "sam.wod", "--to", "json", "-o", "report.json"]);
    assert_eq!((ended.out.as_str(), ended.err.as_str()), ("", ""));
    assert_eq!(folder.read("report.json"), shown.out);
}

#[test]
fn results_are_never_written_over() {
    progress(["-o", "sam-results.wod"])
        .status(2)
        .stderr_contains("`sam-results.wod` would be a file of workouts or results, so it is not written")
        .file_is("sam-results.wod", RESULTS)
        .run();
}

#[test]
fn results_without_a_session_say_so() {
    Test::new()
        .file("sam-results.wod", "results \"Sam\"\n")
        .args(["progress", "sam-results.wod"])
        .stdout("Progress of Sam\nNothing is written down yet.\n")
        .run();
}

#[test]
fn an_athlete_who_names_no_results_has_none() {
    Test::new()
        .file("sam.wod", "athlete \"Sam\" < bar 20kg >\n")
        .args(["progress", "sam.wod"])
        .status(2)
        .stderr_contains("there are no results of an athlete in `sam.wod`")
        .stdout("")
        .run();
}

#[test]
fn mistakes_in_results_are_reported_and_nothing_is_shown() {
    Test::new()
        .file("sam-results.wod", "results \"Sam\"\ndone 2026-02-30 < back squat 5 @ 60kg >\n")
        .args(["progress", "sam-results.wod"])
        .status(1)
        .stderr_contains("there is no day `2026-02-30`")
        .stdout("")
        .run();
}
