//! `wodc log`: what was done comes in, once, whoever else writes at the same time.

#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;

mod common;

use common::{Folder, Test};

#[path = "log/at_once.rs"]
mod at_once;
#[path = "log/histories.rs"]
mod histories;
#[cfg(unix)]
#[path = "log/typed.rs"]
mod typed;

const SAM: &str = "athlete \"Sam\" < bar 20kg; rounding 2.5kg; results \"sam-results.wod\" >\n";
const BOOK: &str =
    "# kept by hand\nresults \"Sam\"\n\ndone 2026-01-06   \"Run\" < run 8km in 42:10 >  # rain\n\n";
const LEGS: &str =
    "done 2026-01-09 18:40 \"Legs\" of \"5/3/1\" <\n  back squat 5, 5, 4 @ 60kg\n  felt 7\n>\n";

/// `wodc log - --athlete sam.wod` on Sam's results, with something on standard input.
fn log(incoming: &str) -> Test {
    Test::new()
        .file("sam.wod", SAM)
        .file("sam-results.wod", BOOK)
        .args(["log", "-", "--athlete", "sam.wod"])
        .stdin(incoming)
}

#[test]
fn what_was_done_goes_to_the_end_and_all_else_stays() {
    log(LEGS)
        .stdout("sam-results.wod: 1 session added\n")
        .stderr("")
        .file_is("sam-results.wod", format!("{BOOK}{LEGS}"))
        .files(["sam-results.wod", "sam.wod"])
        .run();
}

#[test]
fn a_file_of_results_may_be_added_to_another() {
    let incoming = format!("results \"sam\"\n# a good day\n{LEGS}");
    log(&incoming).file_is("sam-results.wod", format!("{BOOK}# a good day\n{LEGS}")).run();
}

#[test]
fn the_file_keeps_its_line_ends_and_gets_the_one_that_it_lacks() {
    let book = BOOK.trim_end().replace('\n', "\r\n");
    log(LEGS)
        .file("sam-results.wod", &book)
        .file_is("sam-results.wod", format!("{book}\r\n{}", LEGS.replace('\n', "\r\n")))
        .run();
}

#[test]
fn a_file_that_is_not_there_yet_is_begun() {
    let expected = format!("results \"Sam\"\n\n{LEGS}");
    Test::new()
        .file("people/sam.wod", SAM)
        .file("legs.txt", LEGS)
        .args(["log", "legs.txt", "--athlete", "people/sam.wod"])
        .stdout("people/sam-results.wod: 1 session added\n")
        .file_is("people/sam-results.wod", expected.clone())
        .run();
    Test::new()
        .args(["log", "--athlete", "Sam", "--results", "mine.wod"])
        .stdin(LEGS)
        .file_is("mine.wod", expected.clone())
        .run();
    log(LEGS).file("sam-results.wod", "").file_is("sam-results.wod", expected).run();
}

#[test]
fn the_same_session_is_added_once() {
    let again = LEGS.replace("  back squat", "     back  squat").replace("felt 7", "felt 7 # tired");
    log(&again)
        .file("sam-results.wod", format!("{BOOK}{LEGS}"))
        .stdout("sam-results.wod: nothing new; 1 session was there already\n")
        .file_is("sam-results.wod", format!("{BOOK}{LEGS}"))
        .run();
}

#[test]
fn a_session_with_other_contents_is_refused_and_all_others_with_it() {
    let other = LEGS.replace("5, 5, 4", "5, 5, 5");
    let incoming = format!("done 2026-01-10 < plank 60s >\n{other}");
    let book = format!("{BOOK}{LEGS}");
    log(&incoming)
        .file("sam-results.wod", &book)
        .status(1)
        .stdout("")
        .stderr_contains("same-result")
        .stderr_contains("2026-01-09 18:40 \"Legs\" of \"5/3/1\"")
        .stderr_contains("back squat 5, 5, 4 @ 60kg")
        .stderr_contains("what is there")
        .stderr_contains("back squat 5, 5, 5 @ 60kg")
        .stderr_contains("what was to be added")
        .file_is("sam-results.wod", book.clone())
        .run();
}

#[test]
fn mistakes_are_shown_in_place_and_nothing_is_added() {
    for (incoming, rule, words) in [
        ("done \"Legs\" < squat 5 >", "missing-part", "does not say on which day"),
        ("done 2026-02-30 < squat 5 >", "bad-result", "no day `2026-02-30`"),
        ("done 2026-01-09 < back squat 5 @ 9000kg >", "absurd-amount", "9000kg"),
        ("results \"Jo\"\ndone 2026-01-09 < squat 5 >", "results-of-another", "results of Jo, not of Sam"),
        ("done 2026-01-09 < squat 5 >\ndone 2026-01-09 < squat 6 >", "same-result", "written down twice"),
        ("done 2026-01-09 < squat 5 >\nworkout \"A\" < squat 5 >", "out-of-place", "not a result"),
    ] {
        log(incoming)
            .status(1)
            .check(move |ran| {
                assert!(
                    ran.stderr.contains(rule) && ran.stderr.contains(words),
                    "{incoming}: {}",
                    ran.stderr
                );
                assert!(ran.stderr.contains("standard input:"), "{}", ran.stderr);
            })
            .file_is("sam-results.wod", BOOK)
            .run();
    }
}

#[test]
fn what_is_no_result_at_all_is_told() {
    log("").status(2).stderr_contains("doesn't say what was done").file_is("sam-results.wod", BOOK).run();
    log("# nothing").status(2).stderr_contains("doesn't say what was done").run();
}

#[test]
fn mistakes_that_are_in_the_file_already_do_not_keep_others_out() {
    let book = format!("{BOOK}done 2026-02-30 < squat 5 >\n");
    log(LEGS).file("sam-results.wod", &book).file_is("sam-results.wod", format!("{book}{LEGS}")).run();
    let open = format!("{BOOK}done 2026-01-07 < squat 5\n");
    log(LEGS).file("sam-results.wod", &open).file_is("sam-results.wod", format!("{open}{LEGS}")).run();
}

#[test]
fn an_athlete_without_results_is_told_the_line_to_add() {
    Test::new()
        .file("sam.wod", "athlete \"Sam\" < bar 20kg >\n")
        .args(["log", "--athlete", "sam.wod"])
        .stdin(LEGS)
        .status(2)
        .stderr_contains("add a line to the athlete, `results \"sam-results.wod\"`")
        .files(["sam.wod"])
        .run();
    Test::new().args(["log"]).stdin(LEGS).status(2).stderr_contains("say whose results these are").run();
    Test::new()
        .args(["log", "--athlete", "Sam"])
        .stdin(LEGS)
        .status(2)
        .stderr_contains("`Sam` is not a .wod file")
        .run();
    Test::new()
        .args(["log", "--results", "new.wod"])
        .stdin(LEGS)
        .status(2)
        .stderr_contains("say whose results it will have")
        .files([])
        .run();
}

#[test]
fn only_files_of_results_are_added_to() {
    for text in ["squat 5\n", "export PATH=/bin\n"] {
        log(LEGS)
            .file("sam-results.wod", text)
            .status(2)
            .stderr_contains("is not a file of results")
            .file_is("sam-results.wod", text)
            .run();
    }
    log(LEGS)
        .file("sam-results.wod", "results \"Jo\"\n")
        .status(1)
        .stderr_contains("has the results of Jo, not of Sam")
        .file_is("sam-results.wod", "results \"Jo\"\n")
        .run();
}

#[test]
fn results_outside_the_project_are_only_written_if_the_command_line_names_them() {
    let sam = "athlete \"Sam\" < results \"../mine.wod\" >\n";
    let test = || {
        Test::new().file("gym/sam.wod", sam).file("gym/wodc.toml", "").file("mine.wod", "results \"Sam\"\n")
    };
    test()
        .args(["log", "--athlete", "gym/sam.wod"])
        .stdin(LEGS)
        .status(2)
        .stderr_contains("outside its project")
        .file_is("mine.wod", "results \"Sam\"\n")
        .run();
    test()
        .args(["log", "--athlete", "gym/sam.wod", "--results", "mine.wod"])
        .stdin(LEGS)
        .file_is("mine.wod", format!("results \"Sam\"\n{LEGS}"))
        .run();
}

#[test]
fn mistakes_of_the_athlete_are_reported() {
    Test::new()
        .file("sam.wod", "athlete \"Sam\" < bodyweight 70; results \"sam-results.wod\" >\n")
        .args(["log", "--athlete", "sam.wod"])
        .stdin(LEGS)
        .status(1)
        .stderr_contains("sam.wod:1:")
        .files(["sam.wod"])
        .run();
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_hard_links_stay_one_file() {
    let folder = Folder::with(&[("sam.wod", SAM), ("kept/2026.wod", BOOK)]);
    std::os::unix::fs::symlink("kept/2026.wod", folder.path("sam-results.wod")).unwrap();
    fs::hard_link(folder.path("kept/2026.wod"), folder.path("kept/same.wod")).unwrap();
    let ran = folder.run_with(&["log", "--athlete", "sam.wod"], LEGS, &[]);
    assert_eq!((ran.status, &*ran.err), (0, ""));
    assert!(fs::symlink_metadata(folder.path("sam-results.wod")).unwrap().is_symlink());
    for name in ["kept/2026.wod", "kept/same.wod"] {
        assert_eq!(folder.read(name), format!("{BOOK}{LEGS}"), "{name}");
    }
    assert_eq!(fs::read_dir(folder.path("kept")).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_left() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", BOOK)]);
    fs::set_permissions(folder.path("sam-results.wod"), fs::Permissions::from_mode(0o444)).unwrap();
    let ran = folder.run_with(&["log", "--athlete", "sam.wod"], LEGS, &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("`sam-results.wod` cannot be written: you have no permission"), "{}", ran.err);
    assert_eq!(folder.read("sam-results.wod"), BOOK);
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_link_to_nowhere_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", BOOK)]);
    fs::set_permissions(folder.path("sam-results.wod"), fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(folder.run_with(&["log", "--athlete", "sam.wod"], LEGS, &[]).status, 0);
    assert_eq!(fs::metadata(folder.path("sam-results.wod")).unwrap().permissions().mode() & 0o777, 0o600);
    fs::remove_file(folder.path("sam-results.wod")).unwrap();
    std::os::unix::fs::symlink("nowhere.wod", folder.path("sam-results.wod")).unwrap();
    assert_eq!(folder.run_with(&["log", "--athlete", "sam.wod"], LEGS, &[]).status, 2);
    assert!(fs::symlink_metadata(folder.path("sam-results.wod")).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_the_file_as_it_was() {
    let book = BOOK.to_owned() + &"# a long comment about nothing at all, to fill the disk\n".repeat(40);
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", &book), ("legs.txt", LEGS)]);
    let program = env!("CARGO_BIN_EXE_wodc");
    let line = format!("trap '' XFSZ; ulimit -f 1; exec {program} log legs.txt --athlete sam.wod");
    let ran =
        std::process::Command::new("sh").args(["-c", &line]).current_dir(folder.path("")).output().unwrap();
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{told}");
    assert!(told.contains("`sam-results.wod` cannot be written: it is larger"), "{told}");
    assert_eq!(folder.read("sam-results.wod"), book);
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 3);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    Test::new()
        .args(["log", "--athlete", "Sam", "--results", "gone/mine.wod"])
        .stdin(LEGS)
        .status(2)
        .stderr_contains("`gone/mine.wod` cannot be written")
        .files([])
        .run();
}

/// Returns the number of `done` blocks of a file.
fn sessions(path: &Path) -> usize {
    fs::read_to_string(path).unwrap().lines().filter(|line| line.starts_with("done ")).count()
}

#[test]
fn other_programs_get_one_document() {
    let book = format!("{BOOK}{LEGS}");
    for (incoming, status, mistakes) in [
        (LEGS.to_owned(), 0, 0),
        (LEGS.replace("5, 5, 4", "5, 5, 5"), 1, 1),
        ("done < squat 5 >".to_owned(), 1, 1),
    ] {
        log(&incoming)
            .file("sam-results.wod", &book)
            .args(["--format", "json"])
            .status(status)
            .check(move |ran| {
                let document: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
                assert_eq!(document["diagnostics"].as_array().unwrap().len(), mistakes, "{document:#}");
            })
            .run();
    }
}
