//! `wodc progress`: what two months of results add up to, in each form.

#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;

mod common;

use common::schema::Schema;
use common::{Folder, Test};
use serde_json::Value;

const SAM: &str = include_str!("progress/sam.wod");
const PLAN: &str = include_str!("progress/plan.wod");
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

/// `wodc progress plan.wod` with more arguments: six weeks of which four are over.
fn planned<const N: usize>(more: [&str; N]) -> Test {
    let test = Test::new().file("plan.wod", PLAN).file("sam-results.wod", RESULTS);
    more.into_iter().fold(test.args(["progress", "plan.wod"]), |test, argument| test.arg(argument))
}

#[test]
fn a_plan_is_shown_beside_what_was_done() {
    let shown = planned([]).stderr("").run().stdout;
    insta::assert_snapshot!("planned_text", shown);
    // The plan and the athlete may be in two files.
    let alone = PLAN.split_once("\n\n").unwrap().1;
    let sam = SAM.replace("bar 20kg", "max heart rate 185bpm; bar 20kg");
    let apart = Test::new()
        .file("plan.wod", alone)
        .file("sam.wod", &sam)
        .file("sam-results.wod", RESULTS)
        .args(["progress", "plan.wod", "--athlete", "sam.wod"])
        .run();
    assert_eq!(apart.stdout, shown);
    let markdown = planned(["--to", "md"]).stderr("").run().stdout;
    insta::assert_snapshot!("planned_markdown", markdown.split_once("## Lifts").unwrap().0);
}

#[test]
fn a_plan_beside_what_was_done_keeps_to_the_schema() {
    let data = planned(["--to", "json"]).stderr("").run().stdout;
    let schema = Test::new().args(["schema", "progress"]).run().stdout;
    let schema = Schema::new(&serde_json::from_str(&schema).unwrap());
    let document: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(schema.errors(&document), None);
    insta::assert_snapshot!("planned_json", serde_json::to_string_pretty(&document["plans"]).unwrap());
    let ground: Vec<&Value> =
        document["weeks"].as_array().unwrap().iter().map(|week| &week["ground"]).collect();
    insta::assert_snapshot!("zones_json", serde_json::to_string_pretty(&ground[..2]).unwrap());
}

#[cfg(feature = "html")]
#[test]
fn a_plan_is_shown_on_the_page() {
    let page = planned(["--to", "html"]).stderr("").run().stdout;
    let part = page.split_once("<h2>Planned and done</h2>").unwrap().1.split_once("<h2>Lifts").unwrap().0;
    insta::assert_snapshot!("planned_html", part.replace("><", ">\n<"));
}

#[test]
fn without_results_a_plan_says_what_is_missing() {
    Test::new()
        .file("plan.wod", "plan \"A\" weeks 1 < monday < run 5km > >\n")
        .args(["progress", "plan.wod"])
        .status(2)
        .stderr_contains("there are no results of an athlete in `plan.wod`")
        .stdout("")
        .run();
}

#[cfg(feature = "pdf")]
#[test]
fn paper_has_the_same_bytes_each_time_and_may_be_letter() {
    let folder = Folder::with(&[("plan.wod", PLAN), ("sam-results.wod", RESULTS)]);
    let print = |more: &[&str]| {
        let ended = folder.run(&[&["progress", "plan.wod", "--to", "pdf", "-o", "out.pdf"], more].concat());
        assert_eq!((ended.out.as_str(), ended.err.as_str()), ("", ""));
        fs::read(folder.path("out.pdf")).unwrap()
    };
    let paper = print(&[]);
    assert!(paper.starts_with(b"%PDF-"));
    assert!(paper == print(&["--paper", "a4"]), "the same results gave other bytes");
    assert!(paper != print(&["--paper", "letter"]));
    folder.write("wodc.toml", "paper = \"letter\"\n");
    assert!(print(&[]) == print(&["--paper", "letter"]));
}

#[cfg(feature = "pdf")]
#[test]
#[ignore = "needs poppler"]
fn paper_says_what_the_page_says() {
    let folder = Folder::with(&[("plan.wod", PLAN), ("sam-results.wod", RESULTS)]);
    folder.run(&["progress", "plan.wod", "--to", "pdf", "-o", "out.pdf"]);
    let ran = std::process::Command::new("pdftotext")
        .args(["-layout".as_ref(), folder.path("out.pdf").as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    insta::assert_snapshot!("pdf", String::from_utf8(ran.stdout).unwrap());
}

#[test]
fn paper_is_only_chosen_for_what_is_printed() {
    progress(["--paper", "letter"])
        .status(2)
        .stderr_contains("`--paper` only affects PDF, and none is made; add `--to pdf`")
        .stdout("")
        .run();
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
