//! `--to ics`: the real binary and the calendars that it writes. How they are written is tested beside the writer.

#![cfg(feature = "cli")]

mod common;

use common::Test;

const PLAN: &str =
    "plan \"Base\" weeks 2 starts 2026-01-05 <\n  every week < tuesday < easy run 30min > >\n>\n";
const DATELESS: &str = "plan \"Base\" weeks 2 <\n  every week < tuesday < easy run 30min > >\n>\n";
const SQUATS: &str = "title \"Squats\"\nsquat 30s\n";

fn build(text: &str) -> Test {
    Test::new().file("base.wod", text).args(["build", "base.wod"])
}

#[test]
fn a_plan_is_built_as_a_calendar_by_default() {
    let ran =
        build(PLAN).check(|ran| assert!(ran.stdout.contains("  build/base.ics\n"), "{}", ran.stdout)).run();
    assert_eq!(ran.read("build/base.ics").matches("BEGIN:VEVENT\r\n").count(), 2);
}

#[test]
fn calendars_of_several_plans_are_told_apart_by_their_titles() {
    build(&format!("{PLAN}{}workout \"Core\" < plank 30s >\n", PLAN.replace("Base", "Second base")))
        .args(["--to", "ics"])
        .files(["base.wod", "build/base-base.ics", "build/base-second-base.ics"])
        .run();
}

#[test]
fn one_calendar_goes_to_standard_output_and_several_do_not() {
    build(PLAN)
        .args(["--to", "ics", "-o", "-"])
        .stdout_contains("DTSTART;VALUE=DATE:20260106\r\n")
        .files(["base.wod"])
        .run();
    build(&format!("{PLAN}{}", PLAN.replace("Base", "Second base")))
        .args(["--to", "ics", "-o", "-"])
        .status(2)
        .stderr_contains("`-o -` writes one file, and there would be 2")
        .run();
}

#[test]
fn without_a_date_only_who_asks_for_a_calendar_is_told_that_there_is_none() {
    build(DATELESS).stderr("").check(|ran| assert!(!ran.stdout.contains("ics"), "{}", ran.stdout)).run();
    build(DATELESS).args(["--to", "ics"]).stderr_contains("plan-without-start").files(["base.wod"]).run();
    build(DATELESS).file("wodc.toml", "formats = [\"ics\"]\n").stderr_contains("plan-without-start").run();
}

#[test]
fn starts_sets_the_dates_of_all_outputs() {
    let ran = build(PLAN).args(["--to", "ics,json", "--starts", "2027-01-04"]).run();
    assert!(ran.read("build/base.ics").contains("DTSTART;VALUE=DATE:20270112\r\n"));
    let json: serde_json::Value = serde_json::from_str(&ran.read("build/base.json")).unwrap();
    let plan = &json["plans"][0];
    assert_eq!(
        (&plan["starts"], &plan["weeks"][1]["days"][1]["date"]),
        (&"2027-01-04".into(), &"2027-01-12".into())
    );
}

#[test]
fn a_plan_can_start_or_end_on_any_day() {
    let ran = build(PLAN).args(["--to", "ics,json", "--starts", "2027-01-06"]).run();
    assert_eq!(
        ran.read("build/base.ics").matches("BEGIN:VEVENT\r\n").count(),
        1,
        "Tuesday of week 1 is over"
    );
    let json: serde_json::Value = serde_json::from_str(&ran.read("build/base.json")).unwrap();
    assert_eq!(json["plans"][0]["starts"], "2027-01-04");
    let ran = build(DATELESS).args(["--to", "ics", "--ends", "2027-01-18"]).run();
    assert!(ran.read("build/base.ics").contains("DTSTART;VALUE=DATE:20270112\r\n"));
    assert_eq!(ran.read("build/base.ics").matches("BEGIN:VEVENT\r\n").count(), 1);
    build(PLAN)
        .args(["--starts", "2027-01-06", "--ends", "2027-01-17"])
        .status(2)
        .stderr_contains("cannot be used with")
        .run();
}

#[test]
fn at_sets_the_time_of_sessions() {
    let ran = build(PLAN).args(["--to", "ics", "--at", "6:30"]).run();
    assert!(ran.read("build/base.ics").contains("DTSTART:20260106T063000\r\nDTEND:20260106T070000\r\n"));
}

#[test]
fn a_day_or_a_time_that_is_none_is_refused_in_words() {
    let ics = || build(PLAN).args(["--to", "ics"]).status(2);
    ics().args(["--starts", "2026-02-30"]).stderr_contains("that month ends on `2026-02-28`").run();
    for day in ["soon", "+2026-+1-+5", "2026-01-+5", "02026-01-05"] {
        ics().args(["--starts", day]).stderr_contains("such as `2026-01-05`").run();
    }
    for time in ["24:00", "6.30pm", "18"] {
        ics()
            .args(["--at", time])
            .stderr_contains("write hours and minutes up to 23:59, such as `18:30`")
            .run();
    }
}

#[test]
fn a_flag_that_does_nothing_is_refused() {
    build(PLAN)
        .args(["--to", "json", "--at", "18:30"])
        .status(2)
        .stderr_contains("`--at` only affects calendars, and none are made")
        .files(["base.wod"])
        .run();
    build(PLAN)
        .args(["--to", "cues", "--starts", "2026-01-05"])
        .status(2)
        .stderr_contains("`--starts` only affects formats with dates")
        .run();
    build(PLAN)
        .args(["--to", "cues", "--ends", "2026-01-05"])
        .status(2)
        .stderr_contains("`--ends` only affects formats with dates")
        .run();
}

#[test]
fn to_ask_for_calendars_where_there_is_no_plan_is_trouble_unless_another_file_has_one() {
    build(SQUATS).args(["--to", "ics"]).status(2).stderr_contains("no calendar was made").run();
    build(SQUATS)
        .args(["--to", "ics,json"])
        .status(2)
        .stderr_contains("no calendar was made")
        .files(["base.wod", "build/base.json"])
        .run();
    build(SQUATS).file("wodc.toml", "formats = [\"ics\", \"json\"]\n").stderr("").run();
    build(SQUATS).file("plan.wod", PLAN).args(["plan.wod", "--to", "ics"]).stderr("").run();
}

/// Returns the identifiers of a calendar's events.
fn uids(calendar: &str) -> Vec<String> {
    calendar.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
}

/// Builds the plans of two folders from the folder above, and returns the identifiers of both calendars.
fn uids_of_two(test: Test) -> [Vec<String>; 2] {
    let ran =
        test.file("anna/plan.wod", PLAN).file("ben/plan.wod", PLAN).args(["build", "--to", "ics"]).run();
    [uids(&ran.read("build/anna/plan.ics")), uids(&ran.read("build/ben/plan.ics"))]
}

#[test]
fn the_same_plan_in_two_folders_has_events_of_its_own_in_each() {
    for test in [
        Test::new(),
        Test::new().file("wodc.toml", ""),
        Test::new().folder(".git"),
        Test::new().file("anna/wodc.toml", "").file("ben/wodc.toml", ""),
        Test::new().file("anna/wodc.toml", "id = \"a\"\n").file("ben/wodc.toml", "id = \"b\"\n"),
    ] {
        let [anna, ben] = uids_of_two(test);
        assert_eq!((anna.len(), ben.len()), (2, 2));
        assert!(anna.iter().all(|uid| !ben.contains(uid)), "{anna:?} {ben:?}");
    }
}

#[test]
fn a_copy_of_a_project_has_the_same_events_from_wherever_it_is_built() {
    let built = |from: &str, file: &str| {
        let ran = Test::new()
            .file("club/wodc.toml", "")
            .file("club/winter/plan.wod", PLAN)
            .current(from)
            .args(["build", file, "--to", "ics", "-o", "-"])
            .run();
        uids(&ran.stdout)
    };
    let above = built("", "club/winter/plan.wod");
    assert_eq!(above.len(), 2);
    assert_eq!(built("club/winter", "plan.wod"), above);
    assert_eq!(built("club", "../club/winter/plan.wod"), above);
}

#[test]
fn the_id_of_the_settings_goes_before_the_name_of_the_folder() {
    let built = |folder: &str, settings: &str| {
        let ran = Test::new()
            .file(&format!("{folder}/wodc.toml"), settings)
            .file(&format!("{folder}/plan.wod"), PLAN)
            .current(folder)
            .args(["build", "plan.wod", "--to", "ics", "-o", "-"])
            .run();
        uids(&ran.stdout)
    };
    assert_ne!(built("one", ""), built("two", ""));
    assert_eq!(built("one", "id = \"club\"\n"), built("two", "id = \"club\"\n"));
    assert_eq!(built("one", "id = \"two\"\n"), built("two", ""));
}
