//! `wodc log --from`: each app's export, brought in twice.

use std::fs;
use std::path::Path;

use super::common::{Folder, Test};
use super::{BOOK, SAM, sessions};

/// The exports in `tests/results/import`.
fn exports() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/results/import");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn each_export_comes_in_once_however_often_it_is_brought() {
    for (name, text) in exports() {
        let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", BOOK), (&name, &text)]);
        let bring = || {
            let ran = folder.run(&["log", "--from", &name, "--athlete", "sam.wod"]);
            assert_eq!((ran.status, &*ran.err), (0, ""), "{name}");
            ran.out.lines().last().unwrap().to_owned()
        };
        let first = bring();
        let added = sessions(&folder.path("sam-results.wod")) - 1;
        assert!(added >= 2, "{name}: {added}");
        assert_eq!(first, format!("sam-results.wod: {added} sessions added"), "{name}");
        let once = folder.read("sam-results.wod");
        assert!(once.starts_with(BOOK), "{name}");
        let checked = folder.run(&["check", "sam-results.wod"]);
        assert_eq!((checked.status, &*checked.err), (0, ""), "{name}");

        let nothing = format!("sam-results.wod: nothing new; {added} sessions were there already");
        assert_eq!(bring(), nothing, "{name}");
        assert_eq!(folder.read("sam-results.wod"), once, "{name}");
        // As it is written makes no difference.
        assert_eq!(folder.run(&["fmt", "sam-results.wod"]).status, 0, "{name}");
        assert_eq!(bring(), nothing, "{name}");
    }
}

#[test]
fn a_longer_export_adds_what_is_new() {
    let header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n";
    let day = |day: u8| format!("2026-01-{day:02},Barbell Squat,Legs,60.0,kgs,5,,,,\n");
    let folder = Folder::with(&[("sam.wod", SAM)]);
    for (days, told) in [
        (1..4_u8, "sam-results.wod: 3 sessions added\n"),
        (1..6, "sam-results.wod: 2 sessions added; 3 sessions were there already\n"),
    ] {
        folder.write("export.csv", &(header.to_owned() + &days.map(day).collect::<String>()));
        let ran = folder.run(&["log", "--from", "export.csv", "--athlete", "sam.wod"]);
        assert!(ran.out.ends_with(told), "{}", ran.out);
    }
    // What was put right by hand stays.
    let mended = folder.read("sam-results.wod").replacen("5 @ 60kg", "6 @ 60kg", 1);
    folder.write("sam-results.wod", &mended);
    let ran = folder.run(&["log", "--from", "export.csv", "--athlete", "sam.wod"]);
    let told = "there already with other contents, and left as they are:\n  done 2026-01-01\n\
                sam-results.wod: nothing new; 4 sessions were there already\n";
    assert!(ran.out.ends_with(told), "{}", ran.out);
    assert_eq!(folder.read("sam-results.wod"), mended);
}

#[test]
fn unknown_names_and_rows_that_are_left_out_are_listed() {
    let folder = Folder::with(&[("sam.wod", SAM)]);
    for (name, text) in exports() {
        folder.write(&name, &text);
    }
    let ran = folder.run(&["log", "--from", "fitnotes.csv", "--athlete", "sam.wod"]);
    assert_eq!(
        ran.out,
        "FitNotes: 2 sessions, 7 sets\n\
         names that wodc doesn't know, kept as they are:\n  \
           Chin Up (45\" band - weight) (1 set)\n  \
           Zorb Roller (1 set)\n\
         left out:\n  \
           line 6: `stone` is not a unit of loads or distances that is known\n\
         sam-results.wod: 2 sessions added\n"
    );
    assert!(folder.read("sam-results.wod").contains("\"Zorb Roller\" 12 @ 10kg"));
}

#[test]
fn what_the_export_does_not_say_is_the_athletes_or_is_asked_for() {
    let csv = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n\
               2026-01-05 18:00:00,A,Deadlift (Barbell),1,225,5\n";
    let american = "athlete \"Sam\" < units lb; results \"sam-results.wod\" >\n";
    let test = || Test::new().file("export.csv", csv);
    test()
        .file("sam.wod", american)
        .args(["log", "--from", "export.csv", "--athlete", "sam.wod"])
        .check(|ran| assert!(ran.read("sam-results.wod").contains("deadlift 5 @ 225lb")))
        .run();
    test()
        .args(["log", "--from", "export.csv", "--athlete", "Sam", "--results", "new.wod"])
        .status(2)
        .stderr_contains("add `--units kg` or `--units lb`")
        .files(["export.csv"])
        .run();
    test()
        .args(["log", "--from", "export.csv", "--athlete", "Sam", "--results", "new.wod", "--units", "lb"])
        .check(|ran| assert!(ran.read("new.wod").contains("deadlift 5 @ 225lb")))
        .run();
    let dated = |dates: &'static str| {
        Test::new()
            .file("sam.wod", SAM)
            .file("export.csv", "Date,Exercise,Category,Reps\n5/4/2026,Pull Up,Back,5\n")
            .args(["log", "--from", "export.csv", "--athlete", "sam.wod"])
            .args(if dates.is_empty() { ["--color", "never"] } else { ["--dates", dates] })
    };
    dated("").status(2).stderr_contains("in dates such as `5/4/2026`").run();
    dated("day-first").check(|ran| assert!(ran.read("sam-results.wod").contains("done 2026-04-05"))).run();
    dated("month-first").check(|ran| assert!(ran.read("sam-results.wod").contains("done 2026-05-04"))).run();
}

#[test]
fn a_file_of_no_known_app_says_what_it_has_and_what_is_known() {
    Test::new()
        .file("sam.wod", SAM)
        .file("export.csv", "Day;Movement;Kilos\n2026-01-05;Squat;100\n")
        .args(["log", "--from", "export.csv", "--athlete", "sam.wod"])
        .status(2)
        .stderr_contains("its first line has `Day`, `Movement`, `Kilos`")
        .stderr_contains("Strong, Hevy, FitNotes, Jefit")
        .files(["export.csv", "sam.wod"])
        .run();
    Test::new()
        .file("sam.wod", SAM)
        .file("export.csv", "Date,Exercise,Category,Reps\nnever,Pull Up,Back,5\n")
        .args(["log", "--from", "export.csv", "--athlete", "sam.wod"])
        .status(2)
        .stdout_contains("line 2: `never` is not a date")
        .stderr_contains("no sessions that can be read")
        .files(["export.csv", "sam.wod"])
        .run();
}
