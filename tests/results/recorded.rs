//! Maxes that are tested, loads that are a part of the top set, and `now`: each table is worked out by hand.

use serde_json::Value;
use wodc::diagnostic::Rule;

use crate::read;

/// Returns what a session asks for on each of its days: the first of its sets.
fn first_sets(program: &str, results: &str, title: &str) -> Vec<String> {
    let table = read::table(&read::json(program, results));
    let after = |row: &[String]| row[0].ends_with(title).then(|| row[1].clone());
    table.windows(2).filter_map(after).collect()
}

/// Two days a week of which the second tests the max, with what the plan raises.
fn tested(raise: &str, percent: &str) -> String {
    format!(
        "athlete \"Sam\" < bar 20kg; rounding 2.5kg; max back squat 100kg; training max 90% >
         workout \"Volume\" < back squat 3x5 @ {percent} >
         workout \"Test\" < back squat build to 1; record max back squat >
         plan \"P\" weeks 4 starts 2026-01-05 < {raise}; monday < do \"Volume\" >; friday < do \"Test\" > >"
    )
}

fn loads(raise: &str, percent: &str, results: &str) -> Vec<String> {
    let sets = first_sets(&tested(raise, percent), &format!("results \"Sam\"\n{results}"), "Volume");
    sets.iter().map(|set| set.rsplit_once("@ ").unwrap().1.to_owned()).collect()
}

const WEEKLY: &str = "raise max of back squat by 2.5kg each week";

#[test]
fn without_a_result_a_test_changes_nothing() {
    // 100, 102.5, 105 and 107.5 kg.
    assert_eq!(loads(WEEKLY, "80%", ""), ["80kg", "82.5kg", "85kg", "85kg"]);
}

#[test]
fn what_succeeded_becomes_the_max_and_raises_count_from_then() {
    let first = "done 2026-01-09 \"Test\" < back squat 1 @ 120kg, missed @ 125kg >";
    // 100, then 122.5, 125 and 127.5 kg.
    assert_eq!(loads(WEEKLY, "80%", first), ["80kg", "97.5kg", "100kg", "102.5kg"]);
    let second = "done 2026-01-16 \"Test\" < back squat 1 @ 110kg, 1 @ 120kg >";
    // 100, 102.5, then 122.5 and 125 kg.
    assert_eq!(loads(WEEKLY, "80%", second), ["80kg", "82.5kg", "97.5kg", "100kg"]);
    // The last test counts, though it was a bad day: 115 and 117.5 kg.
    let both = format!("{first}\ndone 2026-01-16 \"Test\" < back squat 1 @ 112.5kg >");
    assert_eq!(loads(WEEKLY, "80%", &both), ["80kg", "97.5kg", "92.5kg", "95kg"]);
}

#[test]
fn a_test_that_was_missed_or_skipped_changes_nothing() {
    for body in ["back squat missed @ 120kg", "back squat skipped \"ill\"", "skipped \"ill\"", "run 5km"] {
        let done = format!("done 2026-01-09 \"Test\" < {body} >");
        assert_eq!(loads(WEEKLY, "80%", &done), ["80kg", "82.5kg", "85kg", "85kg"], "{body}");
    }
}

#[test]
fn a_training_max_is_its_share_of_what_was_tested() {
    let raise = "raise training max of back squat by 2.5kg each week";
    let second = "done 2026-01-16 \"Test\" < back squat 1 @ 120kg >";
    // Of 90, 92.5, then 110.5 and 113 kg: 72, 74, 88.4 and 90.4 kg.
    assert_eq!(loads(raise, "80% of training max", second), ["72.5kg", "75kg", "87.5kg", "90kg"]);
}

#[test]
fn sessions_are_counted_from_the_test() {
    let raise = "raise max of back squat by 5kg each session";
    // Volume on 0, 2, 4 and 6 sessions before it: 100, 110, 120 and 130 kg.
    assert_eq!(loads(raise, "80%", ""), ["80kg", "87.5kg", "95kg", "105kg"]);
    // The test is the fourth session: 125, then 135 kg.
    let second = "done 2026-01-16 \"Test\" < back squat 1 @ 120kg >";
    assert_eq!(loads(raise, "80%", second), ["80kg", "87.5kg", "100kg", "107.5kg"]);
}

#[test]
fn pounds_become_the_kilograms_of_the_athlete() {
    let pounds = "done 2026-01-09 \"Test\" < back squat 1 @ 264.6lb >";
    // 120.02 kg.
    assert_eq!(loads(WEEKLY, "80%", pounds), ["80kg", "97.5kg", "100kg", "102.5kg"]);
}

#[test]
fn a_test_of_nothing_is_reported() {
    let program = "workout \"A\" < squat 10; record max deadlift >";
    let said = read::mistakes(program);
    assert_eq!(said, ["nothing of this workout could become the max of `deadlift`"]);
}

/// Returns the load of each row of a card that has one.
fn workout_loads(program: &str, results: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(&read::json(program, results)).unwrap();
    let sets = read::workouts(&document);
    sets.iter().map(|set| set.rsplit_once("@ ").unwrap().1.to_owned()).collect()
}

#[test]
fn a_part_of_the_top_set_is_worked_out_from_the_sets_before_it() {
    let program = "athlete \"Sam\" < bar 20kg; rounding 2.5kg; max back squat 140kg >
         workout \"A\" < back squat 5 @ 100kg, 1+ @ 120kg rest 3min; back squat 8 @ 80% of top set >";
    assert_eq!(workout_loads(program, "results \"Sam\""), ["100kg", "120kg", "95kg"]);
    // A part of a max is a load as well: 126 kg.
    let program = program.replace("1+ @ 120kg", "1+ @ 90%").replace("5 @ 100kg", "5 @ 70%");
    assert_eq!(workout_loads(&program, "results \"Sam\""), ["97.5kg", "125kg", "100kg"]);
    // So it is in a plan.
    let plan = program + "\nplan \"P\" weeks 1 starts 2026-01-05 < monday < do \"A\" > >";
    assert!(read::table(&read::json(&plan, "results \"Sam\"")).iter().any(|set| set.ends_with("@ 100kg")));
}

#[test]
fn sets_behind_a_part_of_the_top_set_are_not_its_top_set() {
    let program = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
         workout \"A\" < back squat 1 @ 100kg; back squat 8 @ 80% of top set; back squat 1 @ 120kg >";
    assert_eq!(workout_loads(program, "results \"Sam\""), ["100kg", "80kg", "120kg"]);
}

#[test]
fn in_a_lighter_week_a_part_of_the_top_set_is_made_lighter_once() {
    let loads = |top: &str| {
        let program = format!(
            "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
             workout \"A\" < back squat {top}; back squat 5 @ 80% of top set >
             plan \"P\" weeks 2 starts 2026-01-05 < monday < do \"A\" >; week 2 at 50% of load >"
        );
        let table = read::table(&read::json(&program, "results \"Sam\""));
        table.last().unwrap().rsplit_once("@ ").unwrap().1.to_owned()
    };
    assert_eq!(loads("1 @ 100kg"), "40kg");
    // What is worked up to has no load that could be lighter.
    assert_eq!(loads("build to 1"), "40% of top set");
}

#[test]
fn a_part_of_the_top_set_moves_with_it() {
    let program = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
         workout \"A\" < bench press 1x5 @ 60kg +10kg each success; bench press 10 @ 75% of top set >";
    assert_eq!(workout_loads(program, "results \"Sam\""), ["60kg", "45kg"]);
    let done = "results \"Sam\"\ndone 2026-01-09 \"A\" < bench press 5 @ 60kg >";
    assert_eq!(workout_loads(program, done), ["70kg", "52.5kg"]);
}

#[test]
fn without_a_known_load_the_percentage_stays() {
    let program = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
         workout \"A\" < back squat build to 3; back squat 3 @ 90% of top set >";
    let document: Value = serde_json::from_str(&read::json(program, "results \"Sam\"")).unwrap();
    assert_eq!(read::workouts(&document).last().unwrap(), "back squat 3 @ 90% of top set");
    // What warms up for it is not it.
    let program = program.replace("back squat build", "back squat 5 @ 60kg; back squat build");
    let document: Value = serde_json::from_str(&read::json(&program, "results \"Sam\"")).unwrap();
    assert_eq!(read::workouts(&document).last().unwrap(), "back squat 3 @ 90% of top set");
    assert!(read::said(&program, "results \"Sam\"").iter().all(|(rule, _)| *rule != Rule::PercentOfNothing));
}

/// What moves by a test or by what was lifted is listed among what is to come.
#[cfg(feature = "cli")]
#[test]
fn what_goes_by_what_was_lifted_is_foreseen() {
    let foreseen = |program: &str| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("program.wod"), program).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_wodc"));
        let output = command.args(["foresee", "program.wod"]).current_dir(&folder).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let of_volume = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
        workout \"Volume\" < back squat 5x5 @ 90kg +2.5kg each success rest 5min >
        workout \"Light\" < front squat 5; back squat 2x5 @ 80% of \"Volume\" rest 2min >
        plan \"P\" weeks 2 starts 2026-01-05 < monday < do \"Volume\" >; friday < do \"Light\" > >";
    assert!(foreseen(of_volume).contains("72.5kg"), "{}", foreseen(of_volume));
    assert!(!foreseen(of_volume).contains("front squat"));
    let program = tested(WEEKLY, "80%");
    assert!(foreseen(&program).contains("82.5kg"), "{}", foreseen(&program));
}

#[test]
fn now_counts_in_a_session_that_is_not_planned() {
    let program = "athlete \"Sam\" < bar 20kg; rounding 2.5kg >
         workout \"Heavy\" < back squat 3x5 @ 100kg +2.5kg each success >
         plan \"P\" weeks 3 starts 2026-01-05 < monday < do \"Heavy\" > >";
    let loads = |named: &str| {
        let extra = format!("done 2026-01-06 \"Open gym\"{named} < now back squat 80kg >");
        let results =
            format!("results \"Sam\"\ndone 2026-01-05 \"Heavy\" < back squat 3x5 @ 100kg >\n{extra}");
        first_sets(program, &results, "Heavy")
    };
    let anew = ["back squat 5 @ 100kg", "back squat 5 @ 80kg", "back squat 5 @ 80kg"];
    assert_eq!(loads(""), anew);
    assert_eq!(loads(" of \"p\""), anew);
    let of_another = ["back squat 5 @ 100kg", "back squat 5 @ 102.5kg", "back squat 5 @ 102.5kg"];
    assert_eq!(loads(" of \"Another\""), of_another);
}
