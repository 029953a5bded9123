//! The examples that have results. Each session in them was the next one when all before it were written down, with the
//! loads that were lifted; and what comes after the last is worked out here by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// An example: its program, its athlete, how many sessions are written down, and the sessions after them.
type Example = (&'static str, &'static str, usize, [&'static str; 2]);

/// The squat of 5/3/1 has gone up by 5 kg twice, the bench press by 2.5 kg once: it was missed in the first cycle.
const EXAMPLES: [Example; 4] = [
    (
        "dumbbells",
        "cleo",
        12,
        [
            "2026-03-16 Push: dumbbell floor press 3x8-12 @ 12kg, diamond push-up 3x10, \
             dumbbell shoulder press 3x8-12 @ 6kg",
            "2026-03-19 Legs and pull: goblet squat 3x10-15 @ 18kg, dumbbell row 3x8-12 @ 14kg, side plank 2x40s",
        ],
    ),
    (
        "five-three-one",
        "ben",
        16,
        [
            "2026-03-03 Back squat day: back squat 5 @ 87.5kg, 5 @ 102.5kg, 5+ @ 115kg, good morning 3x8-12 @ 32.5kg",
            "2026-03-06 Bench press day: bench press 5 @ 57.5kg, 5 @ 65kg, 5+ @ 75kg, bent-over row 3x6-10 @ 52.5kg",
        ],
    ),
    (
        "gzclp",
        "ana",
        20,
        [
            "2026-02-20 Back squat and bench press: back squat 5x3 @ 75kg, bench press 3x8 @ 35kg, \
             lat pulldown 2x15 @ 25kg, 15+ @ 25kg",
            "2026-02-23 Overhead press and deadlift: overhead press 10x1 @ 32.5kg, deadlift 3x10 @ 70kg, \
             seated cable row 2x15 @ 22.5kg, 15+ @ 22.5kg",
        ],
    ),
    (
        "ten-k",
        "dora",
        15,
        [
            "2026-04-07 Intervals: run 5x500m",
            "2026-04-09 Easy, then legs: easy run 5km, step-up 3x8-12 @ 8kg, single-leg calf raise 3x16, plank 3x60s",
        ],
    ),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/results")
}

fn wodc(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wodc")).args(arguments).current_dir(folder()).output().unwrap()
}

/// Returns the sessions to come if all goes well, by what `wodc foresee` says after these results.
fn to_come(program: &str, results: &Path) -> Vec<Value> {
    let output =
        wodc(&["foresee", &format!("{program}.wod"), "--results", results.to_str().unwrap(), "--to", "json"]);
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    let foreseen: Value = serde_json::from_slice(&output.stdout).unwrap();
    foreseen["if_well"].as_array().unwrap().clone()
}

fn head(session: &Value) -> String {
    format!("{} {}", session["date"].as_str().unwrap(), session["title"].as_str().unwrap())
}

/// Returns each movement of a session with its sets.
fn movements(session: &Value) -> Vec<(&str, &str)> {
    let all = session["movements"].as_array().unwrap().iter();
    all.map(|one| (one["name"].as_str().unwrap(), one["text"].as_str().unwrap())).collect()
}

/// Returns the loads of a line, each once, with the one in each hand for both.
fn loads(line: &str) -> Vec<String> {
    let mut loads: Vec<String> = line
        .split([' ', ','])
        .filter(|word| word.ends_with("kg"))
        .map(|word| word.trim_start_matches("2x").to_owned())
        .collect();
    loads.dedup();
    loads
}

/// Returns the head of a results file, and each of its sessions.
fn sessions(text: &str) -> (String, Vec<String>) {
    let (head, rest) = text.split_once("\ndone ").unwrap();
    (head.to_owned(), rest.split("\ndone ").map(|one| format!("\ndone {one}")).collect())
}

#[test]
fn each_session_is_the_next_one_after_those_before_it_with_its_loads() {
    let written = tempfile::NamedTempFile::with_suffix(".wod").unwrap();
    for (program, athlete, count, _) in EXAMPLES {
        let text = fs::read_to_string(folder().join(format!("{athlete}-results.wod"))).unwrap();
        let (head_of_file, sessions) = sessions(&text);
        assert_eq!(sessions.len(), count, "{program}");
        let mut before = head_of_file;
        for session in sessions {
            fs::write(written.path(), &before).unwrap();
            let to_come = to_come(program, written.path());
            let next = to_come.first().unwrap_or_else(|| panic!("{program} is over before:\n{session}"));
            let (date, title) =
                head(next).split_once(' ').map(|(day, of)| (day.to_owned(), of.to_owned())).unwrap();
            assert!(
                session.contains(&format!("done {date} \"{title}\" <")),
                "{program}, {date} {title}:{session}"
            );
            if !session.contains("\n  skipped ") {
                for (movement, asked) in movements(next) {
                    let done =
                        session.lines().find(|line| line.trim_start().starts_with(&format!("{movement} ")));
                    let done =
                        done.unwrap_or_else(|| panic!("{program}, {date}: no {movement} in:{session}"));
                    assert_eq!(loads(done), loads(asked), "{program}, {date}: {done}, asked was {asked}");
                }
            }
            before += &session;
        }
    }
}

#[test]
fn what_comes_after_the_results_is_what_the_rules_come_to() {
    for (program, athlete, _, expected) in EXAMPLES {
        let to_come = to_come(program, &folder().join(format!("{athlete}-results.wod")));
        for (session, expected) in to_come.iter().zip(expected) {
            let movements = movements(session).into_iter().map(|(name, sets)| format!("{name} {sets}"));
            let found = format!("{}: {}", head(session), movements.collect::<Vec<_>>().join(", "));
            assert_eq!(found, expected, "{program}");
        }
    }
}

#[test]
fn each_has_a_program_an_athlete_and_results_without_a_warning() {
    let mut expected: Vec<String> = EXAMPLES
        .iter()
        .flat_map(|(program, athlete, ..)| {
            [format!("{program}.wod"), format!("{athlete}.wod"), format!("{athlete}-results.wod")]
        })
        .collect();
    expected.sort();
    let entries = fs::read_dir(folder()).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, expected);
    for arguments in [["check", ".", "-D", "warnings"].as_slice(), &["fmt", "--check", "."]] {
        let output = wodc(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
