//! The program as people run it: the real binary, in a folder of its own.

#![cfg(feature = "cli")]

use std::fs;

mod common;

use common::{Ran, Test};

#[path = "cli/files.rs"]
mod files;
#[path = "cli/fmt.rs"]
mod fmt;
#[path = "cli/killed.rs"]
mod killed;
#[path = "cli/teams.rs"]
mod teams;

const SQUATS: &str = "title \"Squats\"\ncircuit rounds 5 <\n  squat 30s\n  rest 15s\n>\n";
const METRES_FOR_MINUTES: &str = "circuit rounds 5 <\n  squat 30s\n  rest 5m\n>\n";
const TWO_WORKOUTS: &str = "workout \"Easy\" <\n  squat 30s\n>\nworkout \"Hard\" <\n  squat 60s\n>\n";

// build

#[test]
fn build_writes_every_format_and_says_what() {
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "squats.wod"])
        .stdout_contains(
            "Squats   5 rounds   3:45\n  build/squats.json\n  build/squats.md\n  build/squats.cues.txt\n",
        )
        .stderr("")
        .check(|ran| assert!(ran.read("build/squats.md").contains("Squats")))
        .check(|ran| {
            let sheets = cfg!(feature = "pdf").then_some("pdf");
            let page = cfg!(feature = "html").then_some("html");
            for extension in ["json", "md", "cues.txt"].into_iter().chain(sheets).chain(page) {
                let path = format!("build/squats.{extension}");
                assert!(ran.stdout.contains(&format!("  {path}\n")), "no {path} in {}", ran.stdout);
                assert!(ran.folder.path().join(path).is_file());
            }
        })
        .run();
}

/// Distributions ask for it: a program that can be loaded anywhere is harder to attack.
#[test]
#[cfg(all(target_os = "linux", target_env = "gnu", not(target_feature = "crt-static")))]
fn the_program_can_be_loaded_at_any_address() {
    let head = fs::read(env!("CARGO_BIN_EXE_wodc")).unwrap();
    let kind = u16::from_ne_bytes([head[16], head[17]]);
    assert_eq!(kind, 3, "the kind of an ELF file: ET_DYN");
}

#[cfg(feature = "pdf")]
#[test]
fn many_sheets_at_once_each_have_their_own_stack() {
    // One on top of another, a few dozen were too much for any thread.
    const SHEETS: usize = 100;
    let mut test = Test::new();
    for n in 0..SHEETS {
        test = test.file(
            &format!("day-{n}.wod"),
            format!("title \"Day {n}\"\n{SQUATS}").replace("title \"Squats\"\n", ""),
        );
    }
    test.args(["build", "--to", "pdf"])
        .stderr("")
        .check(|ran| assert_eq!(ran.stdout.lines().filter(|line| line.ends_with(".pdf")).count(), SHEETS))
        .run();
}

#[cfg(feature = "pdf")]
#[test]
fn station_cards_lie_beside_the_sheet() {
    let pdf = |name: &'static str| {
        move |ran: &Ran| assert!(fs::read(ran.folder.path().join(name)).unwrap().starts_with(b"%PDF-"))
    };
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "squats.wod", "--to", "pdf", "--cards"])
        .stdout("Squats   5 rounds   3:45\n  build/squats.cards.pdf\n")
        .check(pdf("build/squats.cards.pdf"))
        .run();
    Test::new()
        .file("squats.wod", SQUATS)
        .args([
            "build",
            "squats.wod",
            "--to",
            "pdf",
            "--levels",
            "--large",
            "--paper",
            "letter",
            "-o",
            "here",
        ])
        .stdout("Squats   5 rounds   3:45\n  here/squats.pdf\n")
        .check(pdf("here/squats.pdf"))
        .run();
}

#[cfg(feature = "pdf")]
#[test]
fn what_a_flag_of_sheets_cannot_do_is_said() {
    let build =
        || Test::new().file("squats.wod", SQUATS).args(["build", "squats.wod", "--to", "md"]).status(2);
    for flag in ["--cards", "--levels", "--large", "--movements"] {
        build().arg(flag).stderr_contains("only affects sheets, and none are made").stdout("").run();
    }
    build().args(["--paper", "a4"]).stderr_contains("as in `--to pdf`").run();
    build().args(["--cards", "--large"]).stderr_contains("cannot be used with").run();
    build().args(["--sheets", "each"]).stderr_contains("as in `--to pdf`").run();
    build().args(["--sheets", "each", "--cards"]).stderr_contains("cannot be used with").run();
    build().args(["--paper", "a5"]).stderr_contains("a4, letter").run();
}

#[test]
fn the_block_on_one_line_builds_and_the_file_names_the_workout() {
    Test::new()
        .file("short.wod", "circuit rounds 5 < squat 30s; rest 15s >")
        .args(["build", "short.wod", "--to", "md"])
        .stdout("short   5 rounds   3:45\n  build/short.md\n")
        .run();
}

#[test]
fn a_range_of_rounds_is_shown_as_a_range_of_time() {
    Test::new()
        .file("range.wod", "circuit rounds 3-5 < squat 30s; rest 15s >")
        .args(["build", "--to", "json"])
        .stdout("range   4 rounds   3:00 (2:15–3:45)\n  build/range.json\n")
        .run();
}

#[test]
fn an_estimate_is_called_one() {
    Test::new()
        .file("reps.wod", "squat 10")
        .args(["build", "--to", "json"])
        .stdout_contains("reps   about ")
        .run();
}

#[test]
fn build_takes_the_formats_and_the_folder_it_is_told() {
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "squats.wod", "--to", "cues,json,json", "-o", "out/deep"])
        .files(["out/deep/squats.cues.txt", "out/deep/squats.json", "squats.wod"])
        .run();
}

#[test]
fn build_settles_ranges_at_the_level_it_is_told() {
    let ran = Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "squats.wod", "--to", "json", "--level", "beginner"])
        .run();
    let json: serde_json::Value = serde_json::from_str(&ran.read("build/squats.json")).unwrap();
    assert_eq!(json["level"], "beginner");
}

#[test]
fn each_workout_of_a_file_has_its_own_card() {
    Test::new()
        .file("two.wod", TWO_WORKOUTS)
        .args(["build", "two.wod", "--to", "md,json"])
        .files(["build/two-easy.md", "build/two-hard.md", "build/two.json", "two.wod"])
        .run();
}

#[test]
fn a_folder_keeps_its_subfolders_so_that_files_of_one_name_do_not_collide() {
    Test::new()
        .file("week/lower.wod", SQUATS)
        .file("week/two/lower.wod", SQUATS)
        .args(["build", "week", "--to", "md"])
        .stdout(
            "Squats   5 rounds   3:45\n  build/lower.md\nSquats   5 rounds   3:45\n  build/two/lower.md\n",
        )
        .run();
}

#[test]
fn without_files_build_takes_what_is_below_the_current_folder() {
    Test::new()
        .file("b.wod", SQUATS)
        .file("a/c.WOD", SQUATS)
        .file("a/notes.txt", "no workout")
        .args(["build", "--to", "md"])
        .files(["a/c.WOD", "a/notes.txt", "b.wod", "build/a/c.md", "build/b.md"])
        .run();
}

#[test]
fn what_is_hidden_or_ignored_or_an_output_is_not_walked() {
    Test::new()
        .folder(".git")
        .file(".gitignore", "old.wod\n")
        .file("old.wod", METRES_FOR_MINUTES)
        .file(".hidden/x.wod", METRES_FOR_MINUTES)
        .file("cards/x.wod", METRES_FOR_MINUTES)
        .file("squats.wod", SQUATS)
        .args(["build", "--to", "md", "-o", "cards"])
        .stdout("Squats   5 rounds   3:45\n  cards/squats.md\n")
        .run();
}

#[test]
fn outputs_can_be_written_beside_the_workouts() {
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "--to", "md", "-o", "."])
        .files(["squats.md", "squats.wod"])
        .run();
}

#[test]
fn a_file_that_is_named_twice_is_built_once() {
    Test::new()
        .file("week/squats.wod", SQUATS)
        .args(["build", "week", "week/squats.wod", "./week/squats.wod", "--to", "md"])
        .stdout("Squats   5 rounds   3:45\n  build/squats.md\n")
        .run();
}

#[test]
fn two_outputs_of_one_path_are_refused_before_anything_is_written() {
    Test::new()
        .file("a/lower.wod", SQUATS)
        .file("b/lower.wod", SQUATS)
        .file("other.wod", SQUATS)
        .args(["build", "other.wod", "a/lower.wod", "b/lower.wod"])
        .status(2)
        .stderr_contains("`a/lower.wod` and `b/lower.wod` would both be written to `build/lower.json`")
        .files(["a/lower.wod", "b/lower.wod", "other.wod"])
        .run();
}

#[test]
fn the_order_of_what_is_printed_is_always_the_same() {
    let printed = || {
        let mut test = Test::new();
        for number in 0..60 {
            let text = if number % 7 == 0 { METRES_FOR_MINUTES } else { SQUATS };
            test = test.file(&format!("{}/{number}.wod", number % 4), text);
        }
        let ran = test.args(["build", "--to", "md"]).status(1).run();
        (ran.stdout, ran.stderr)
    };
    assert_eq!(printed(), printed());
}

#[test]
fn a_file_with_mistakes_writes_nothing_and_the_others_still_do() {
    Test::new()
        .file("bad.wod", METRES_FOR_MINUTES)
        .file("good.wod", SQUATS)
        .args(["build", "--to", "md"])
        .status(1)
        .stdout("Squats   5 rounds   3:45\n  build/good.md\n")
        .stderr_contains("metres-for-minutes")
        .check(|ran| assert!(ran.stderr.ends_with("\nnot built:\n  bad.wod\n"), "{}", ran.stderr))
        .files(["bad.wod", "build/good.md", "good.wod"])
        .run();
}

#[test]
fn a_build_that_fails_ends_with_what_it_did_not_make_and_what_is_out_of_date() {
    Test::new()
        .file("legs.wod", METRES_FOR_MINUTES)
        .file("legs-2.wod", SQUATS)
        .file("build/legs.md", "an older one")
        .file("build/legs.cues.txt", "an older one")
        .file("build/legs-easy.pdf", "an older one")
        .file("build/legs-2.md", "of the other file")
        .file("build/legs.wod", "no output")
        .args(["build", "--to", "md"])
        .status(1)
        .check(|ran| {
            let last = "\nnot built:\n  legs.wod (out of date: build/legs-easy.pdf, build/legs.cues.txt and 1 more)\n";
            assert!(ran.stderr.ends_with(last), "{}", ran.stderr);
        })
        .run();
}

#[test]
fn what_was_not_built_is_for_people() {
    let bad = || Test::new().file("bad.wod", METRES_FOR_MINUTES).status(1).stderr_lacks("not built");
    bad().args(["build", "--format", "json"]).run();
    bad().args(["build", "--to", "md", "-o", "-"]).run();
}

#[test]
fn warnings_do_not_stop_a_build() {
    Test::new()
        .file("new.wod", "zwxyq 30s\n")
        .args(["build", "--to", "md"])
        .stderr_contains("unknown-movement")
        .stderr_contains("1 warning in 1 file\n")
        .files(["build/new.md", "new.wod"])
        .run();
}

#[test]
fn an_older_output_is_replaced_and_no_other_file_is_left_behind() {
    Test::new()
        .file("squats.wod", SQUATS)
        .file("build/squats.md", "something longer that was there before".repeat(100))
        .args(["build", "--to", "md"])
        .files(["build/squats.md", "squats.wod"])
        .check(|ran| assert!(!ran.read("build/squats.md").contains("before")))
        .run();
}

#[cfg(unix)]
#[test]
fn an_output_is_as_readable_as_other_files() {
    use std::os::unix::fs::PermissionsExt;
    let ran = Test::new().file("squats.wod", SQUATS).args(["build", "--to", "md"]).run();
    let mode = |name| fs::metadata(ran.folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("build/squats.md"), mode("squats.wod"));
}

#[cfg(unix)]
#[test]
fn an_output_is_not_written_through_a_link_to_a_workout() {
    Test::new()
        .file("squats.wod", SQUATS)
        .link("build/squats.md", "../squats.wod")
        .args(["build", "--to", "md,json"])
        .status(2)
        .stderr("error: `build/squats.md` is a link or a folder, so it is not overwritten\n")
        .file_is("squats.wod", SQUATS)
        .file_is("build/squats.md", SQUATS)
        .stdout_contains("build/squats.json")
        .run();
}

#[test]
fn a_file_in_the_place_of_the_output_folder_is_trouble() {
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "--to", "md", "-o", "squats.wod"])
        .status(2)
        .stderr("error: the folder `squats.wod` cannot be made: a file of that name is there\n")
        .file_is("squats.wod", SQUATS)
        .run();
}

// Standard input and output

#[test]
fn standard_input_builds_a_file_named_workout() {
    Test::new()
        .stdin(SQUATS)
        .args(["build", "-", "--to", "md"])
        .stdout("Squats   5 rounds   3:45\n  build/workout.md\n")
        .run();
}

#[test]
fn mistakes_in_standard_input_say_where_they_are() {
    Test::new()
        .stdin(METRES_FOR_MINUTES)
        .args(["check", "-"])
        .status(1)
        .stderr_contains("[standard input:3:8]")
        .run();
}

#[test]
fn one_output_goes_to_standard_output_and_nothing_else_does() {
    let ran = Test::new().stdin(SQUATS).args(["build", "-", "--to", "json", "-o", "-"]).files([]).run();
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["format"], "wodc/1");
}

#[test]
fn standard_output_takes_one_format() {
    for formats in [&[][..], &["--to", "md,json"]] {
        let mut test = Test::new().file("squats.wod", SQUATS).args(["build", "squats.wod", "-o", "-"]);
        for argument in formats {
            test = test.arg(argument);
        }
        test.status(2).stderr_contains("`-o -` writes one format").stdout("").run();
    }
}

#[test]
fn cards_can_follow_each_other_on_standard_output_but_data_and_cues_cannot() {
    let build = |format| {
        Test::new()
            .file("a.wod", "title \"First\"\nsquat 30s\n")
            .file("b.wod", "title \"Second\"\nsquat 30s\n")
            .args(["build", "-o", "-", "--to", format])
    };
    let cards = build("md").run().stdout;
    assert!(cards.find("First").unwrap() < cards.find("Second").unwrap());
    for format in ["json", "cues"] {
        build(format)
            .status(2)
            .stdout("")
            .stderr_contains("`-o -` writes one file, and there would be 2")
            .run();
    }
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_trouble() {
    let test = Test::new().args(["completions", "bash"]);
    let mut child = test.command().spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_trouble() {
    let test = Test::new().args(["schema"]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = test.command().stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: standard output cannot be written"));
}

// Files that cannot be read

#[test]
fn a_missing_file_is_trouble_and_the_others_are_still_built() {
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["build", "squats.wod", "lunges.wod", "--to", "md"])
        .status(2)
        .stderr("error: there is no file or folder `lunges.wod`\n")
        .stdout_contains("build/squats.md")
        .run();
}

#[test]
fn a_name_without_its_extension_is_answered_with_the_file_there_is() {
    Test::new()
        .file("squats.wod", SQUATS)
        .args(["check", "squats"])
        .status(2)
        .stderr("error: there is no file or folder `squats`; there is `squats.wod`\n")
        .run();
}

#[test]
fn a_folder_without_workouts_is_trouble() {
    Test::new()
        .file("empty/notes.txt", "")
        .args(["build", "empty"])
        .status(2)
        .stderr("error: there is no .wod file below the folder `empty`\n")
        .run();
    Test::new().args(["check"]).status(2).stderr("error: there is no .wod file below this folder\n").run();
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let test = Test::new().file("large.wod", "");
    let file = fs::File::options().write(true).open(test.folder.path().join("large.wod")).unwrap();
    // Longer than any disk or memory, and empty all the same.
    file.set_len(1 << 40).unwrap();
    test.args(["check", "large.wod"])
        .status(1)
        .stderr_contains("file-too-large")
        .stderr_contains("larger than 4 MB")
        .stderr_contains("large.wod")
        .run();
}

#[test]
fn standard_input_that_is_too_large_is_refused() {
    Test::new()
        .stdin("squat 30s\n".repeat(500_000))
        .args(["check", "-"])
        .status(1)
        .stderr_contains("file-too-large")
        .run();
}

#[test]
fn bytes_that_are_no_text_are_shown_where_they_are() {
    Test::new()
        .file("latin.wod", b"# remark\ncafe\xCC\x81 caf\xE9 30s\n")
        .args(["check", "latin.wod"])
        .status(1)
        .stderr_contains("not-utf8")
        .stderr_contains("[latin.wod:2:10]")
        .run();
    Test::new()
        .file("wide.wod", b"\xFF\xFEs\0q\0")
        .args(["check", "wide.wod"])
        .status(1)
        .stderr_contains("It looks like UTF-16: save the file as UTF-8")
        .run();
}

// check

#[test]
fn check_says_that_all_is_well_and_writes_nothing() {
    Test::new()
        .file("squats.wod", SQUATS)
        .file("more/two.wod", TWO_WORKOUTS)
        .arg("check")
        .stdout("2 files, 3 workouts: no mistakes\n")
        .stderr("")
        .files(["more/two.wod", "squats.wod"])
        .run();
}

#[test]
fn check_counts_mistakes_over_all_files() {
    Test::new()
        .file("a.wod", METRES_FOR_MINUTES.repeat(2))
        .file("b.wod", "zwxyq 30s\nrest 5m\n")
        .file("c.wod", SQUATS)
        .arg("check")
        .status(1)
        .stdout("")
        .check(|ran| {
            assert!(
                ran.stderr.ends_with(
                    "\n3 errors, 1 warning in 2 files\n`wodc check --fix` mends 3 of them\n\
                     `wodc explain metres-for-minutes` says more\n"
                ),
                "{}",
                ran.stderr
            )
        })
        .run();
}

// Diagnostics

#[test]
fn a_diagnostic_shows_the_place_the_rule_and_what_to_write() {
    let ran = Test::new()
        .file("a.wod", "circuit rounds 5 <\n  squat 30s\n\trest 5m # long\n>\n")
        .arg("check")
        .status(1)
        .run();
    assert!(ran.stderr.starts_with("metres-for-minutes\n\n  × "), "{}", ran.stderr);
    let drawing = " 2 │   squat 30s\n 3 │     rest 5m # long\n   ·          ─";
    for part in ["[a.wod:3:7]", drawing, "Write `rest 5min # long`", "\n1 error in 1 file\n"] {
        assert!(ran.stderr.contains(part), "no `{part}` in:\n{}", ran.stderr);
    }
}

#[test]
fn columns_count_characters() {
    Test::new()
        .file("a.wod", "\"entraînement en côte\" 30s; rest 5m\n")
        .arg("check")
        .status(1)
        .stderr_contains("[a.wod:1:34]")
        .run();
}

#[test]
fn the_end_of_a_file_can_be_pointed_at() {
    for (text, place, drawing) in [
        ("# nothing but a remark", "[a.wod:1:", " 1 │ # nothing but a remark\n   · "),
        ("# nothing but a remark\n", "[a.wod:", " 1 │ # nothing but a remark\n"),
    ] {
        Test::new()
            .file("a.wod", text)
            .arg("check")
            .stderr_contains("nothing-to-build")
            .stderr_contains(place)
            .stderr_contains(drawing)
            .run();
    }
}

#[test]
fn a_very_long_line_is_shown_around_the_mistake() {
    let text = format!(
        "circuit rounds 5 < {}rest 5m; {}>",
        "squat 30s; ".repeat(9_000),
        "lunge 30s; ".repeat(9_000)
    );
    let ran = Test::new().file("a.wod", text).arg("check").status(1).run();
    assert!(ran.stderr.contains("[a.wod:1:99025]"), "{}", ran.stderr);
    assert!(ran.stderr.contains("Write `…s; squat 30s; rest 5min; lunge 30s; lunge 3…`"), "{}", ran.stderr);
    let longest = ran.stderr.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(120), "{}", ran.stderr);
    let row_of = |part: &str| ran.stderr.lines().find(|line| line.contains(part)).unwrap();
    let column = |line: &str, part: &str| line.find(part).map(|at| line[..at].chars().count());
    assert_eq!(column(row_of("rest 5m;"), "5m;"), column(row_of(" · "), "─"), "{}", ran.stderr);
}

#[test]
fn fifty_diagnostics_are_shown_errors_first_and_the_rest_are_counted() {
    let text = format!("zwxyq 30s\n{}", "squat 30s; rest 5m\n".repeat(5_000));
    Test::new()
        .file("a.wod", text)
        .arg("check")
        .status(1)
        .stderr_contains("\n… and 4951 more\n5000 errors, 1 warning in 1 file\n")
        .stderr_lacks("unknown-movement")
        .check(|ran| assert_eq!(ran.stderr.matches("╭─[").count(), 50))
        .run();
}

#[test]
fn nothing_in_a_file_or_its_name_reaches_the_terminal_as_a_command() {
    Test::new()
        .file("\u{1b}[2J.wod", "squat 30s \"\u{1b}[31m\u{7}\u{202e}\"; rest 5m\n")
        .arg("check")
        .status(1)
        .stderr_contains("[␛[2J.wod:1:")
        .stderr_contains("squat 30s \"␛[31m␇�\"; rest 5m")
        .check(|ran| assert!(!ran.stderr.contains(['\u{1b}', '\u{7}', '\u{202e}'])))
        .run();
    Test::new()
        .file("a.wod", "title \"\u{202e}Squats\"\nsquat 30s\n")
        .args(["build", "--to", "md"])
        .check(|ran| assert!(!ran.stdout.contains('\u{202e}')))
        .run();
}

#[test]
fn colours_are_for_those_who_want_them() {
    let check = || Test::new().file("a.wod", METRES_FOR_MINUTES).arg("check").status(1);
    check().check(|ran| assert!(!ran.stderr.contains('\u{1b}'))).run();
    let forced = || check().variable("CLICOLOR_FORCE", "1");
    forced().check(|ran| assert!(ran.stderr.contains("\u{1b}["))).run();
    forced().variable("NO_COLOR", "1").check(|ran| assert!(!ran.stderr.contains('\u{1b}'))).run();
}

// use

#[test]
fn a_used_file_is_found_from_the_file_that_uses_it() {
    for current in ["", "week"] {
        let name = if current.is_empty() { "week/a.wod" } else { "a.wod" };
        Test::new()
            .folder(".git")
            .file("moves.wod", "movement \"zorp\" <\n  pattern core\n>\n")
            .file("week/a.wod", "use \"../moves.wod\"\nzorp 30s\n")
            .current(current)
            .args(["check", name])
            .stdout("1 file, 1 workout: no mistakes\n")
            .run();
    }
}

#[test]
fn a_used_file_stays_inside_the_project() {
    for (used, project) in
        [("../moves.wod", "week/wodc.toml"), ("../moves.wod", "week/other"), ("/moves.wod", ".git")]
    {
        Test::new()
            .file(project, "")
            .file("moves.wod", "movement \"zorp\" <\n  pattern core\n>\n")
            .file("week/a.wod", format!("use \"{used}\"\nsquat 30s\n"))
            .args(["check", "week/a.wod"])
            .status(1)
            .stderr_contains("file-not-found")
            .run();
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_used_file_is_not_waited_for() {
    Test::new()
        .pipe("moves.wod")
        .file("a.wod", "use \"moves.wod\"\nsquat 30s\n")
        .args(["check", "a.wod"])
        .status(1)
        .stderr_contains("file-not-found")
        .stderr_contains("it is not a regular file")
        .run();
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_when_it_is_named_and_never_written_to() {
    for (arguments, status) in [(["check", "a.wod", "--format=json"], 1), (["check", "a.wod", "--fix"], 2)] {
        let test = Test::new().pipe("a.wod");
        let path = test.folder.path().join("a.wod");
        let writer = std::thread::spawn(move || fs::write(path, METRES_FOR_MINUTES).unwrap());
        let refused = "error: `a.wod` is not a regular file, so it was not changed\n";
        test.args(arguments).status(status).stderr(if status == 2 { refused } else { "" }).run();
        writer.join().unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    Test::new()
        .file("moves.wod", "movement \"zorp\" <\n  pattern core\n>\n")
        .file("week/wodc.toml", "")
        .link("week/moves.wod", "../moves.wod")
        .file("week/a.wod", "use \"moves.wod\"\nsquat 30s\n")
        .args(["check", "week/a.wod"])
        .status(1)
        .stderr_contains("file-not-found")
        .stderr_contains("outside the project")
        .run();
}

// explain, movements, new, schema, completions

#[test]
fn explain_prints_the_page_of_a_rule() {
    Test::new()
        .args(["explain", "Metres-For-Minutes"])
        .stdout_contains("metres-for-minutes\n\nAn error. A rule of the language. It has a fix.\n")
        .stdout_contains("\nWHY\n\n")
        .stdout_contains("\nWRONG\n\n    ")
        .stdout_contains("\nRIGHT\n\n    ")
        .stderr("")
        .run();
}

#[test]
fn explain_prints_the_page_of_a_word() {
    Test::new()
        .args(["explain", "EMOM"])
        .stdout_contains("emom\n\nA block: `emom 10min < … >`.\n\nEvery minute on the minute")
        .stdout_contains("\n    emom 12min alternating < box jump 6; push-up 10; rest >\n")
        .stdout_contains("\nMore: \"Blocks\" in docs/language.md#blocks\n")
        .stderr("")
        .run();
    Test::new().args(["explain", "per", "side"]).stdout_contains("After a movement's dose.\n").run();
    Test::new().args(["explain", "for time"]).stdout_contains("As fast as possible.").run();
    Test::new().args(["explain", "@"]).stdout_contains("Says how hard").run();
    Test::new().args(["explain", "author"]).stdout_contains("by\n\nAbout the workout").run();
}

#[test]
fn explain_lists_all_rules_and_words_with_tabs_between_when_it_is_piped() {
    Test::new()
        .arg("explain")
        .stdout_contains("\nmetres-for-minutes\terror\t`m`, which is metres, where a time must be.\n")
        .stdout_contains("\nemom\tword\tEvery minute on the minute\n")
        .check(|ran| {
            assert!(ran.stdout.lines().all(|line| line.split('\t').count() == 3));
            let rules = ran.stdout.lines().filter(|line| !line.contains("\tword\t")).count();
            assert_eq!(rules, wodc::diagnostic::Rule::ALL.len());
        })
        .run();
}

#[test]
fn explain_names_what_is_spelt_nearly_so() {
    for (asked, near) in
        [("metre-for-minutes", "metres-for-minutes"), ("emmom", "emom"), ("per sides", "per side")]
    {
        let said = format!(
            "error: there is no rule and no word called `{asked}`; there is `{near}`\n`wodc explain` lists them all\n"
        );
        Test::new().args(["explain", asked]).status(2).check(move |ran| assert_eq!(ran.stderr, said)).run();
    }
}

#[test]
fn explain_leads_to_the_movements() {
    Test::new()
        .args(["explain", "side", "plank"])
        .status(2)
        .stdout("")
        .stderr("error: `side plank` is a movement; `wodc movements side plank --full` shows it\n")
        .run();
    Test::new()
        .args(["explain", "florp\u{1b}"])
        .status(2)
        .stdout("")
        .stderr("error: there is no rule and no word called `florp␛`\n`wodc explain` lists them all\n")
        .run();
}

#[test]
fn movements_lists_what_fits_with_tabs_between_when_it_is_piped() {
    Test::new()
        .args(["movements", "kettlebell"])
        .stdout_contains("kettlebell swing\thinge\tkettlebell\t")
        .check(|ran| assert!(ran.stdout.lines().all(|line| line.split('\t').count() == 4)))
        .run();
}

#[test]
fn movements_shows_cues_in_full() {
    Test::new()
        .args(["movements", "side", "plank", "--full"])
        .stdout_contains("side plank\n")
        .stdout_contains("  worked     one side at a time\n")
        .stdout_contains("\n  - ")
        .run();
}

#[test]
fn movements_are_those_that_all_filters_fit() {
    Test::new()
        .args(["movements", "squat", "--equipment", "Kettlebells", "--muscle", "glutes"])
        .stdout_contains("goblet squat\tsquat\tkettlebell\tquads, glutes\n")
        .check(|ran| {
            assert!(ran.stdout.lines().all(|line| line.contains("kettlebell") && line.contains("glutes")))
        })
        .run();
    Test::new()
        .args(["movements", "--equipment", "box", "--equipment", "bench"])
        .stdout_contains("seated box jump\tjump\tbox, bench\t")
        .check(|ran| assert!(ran.stdout.lines().all(|line| line.contains("box") && line.contains("bench"))))
        .run();
    Test::new()
        .args(["movements", "push-up", "--equipment", "none"])
        .stdout_contains("push-up\tpush\t\t")
        .check(|ran| assert!(ran.stdout.lines().all(|line| line.split('\t').nth(2) == Some(""))))
        .run();
}

#[test]
fn filters_that_no_movement_fits_are_told() {
    Test::new()
        .args(["movements", "--equipment", "kettlebel"])
        .status(2)
        .stdout("")
        .stderr("error: no movement needs the equipment `kettlebel`; there is `kettlebell`\n")
        .run();
    Test::new()
        .args(["movements", "--muscle", "glute", "--muscle", "qads"])
        .status(2)
        .stdout("")
        .stderr("error: no movement works the muscle `qads`; there is `quads`\n")
        .run();
    Test::new()
        .args(["movements", "plank", "--equipment", "pool"])
        .status(1)
        .stdout("")
        .stderr("no movement has all of this: plank, pool\n")
        .run();
}

#[test]
fn movements_names_what_is_spelt_nearly_so() {
    Test::new()
        .args(["movements", "sqat"])
        .status(1)
        .stdout("")
        .stderr("no movement matches `sqat`; there is `squat`\n")
        .run();
}

#[test]
fn movements_says_when_nothing_fits() {
    Test::new()
        .args(["movements", "zwxyq"])
        .status(1)
        .stdout("")
        .stderr("no movement matches `zwxyq`\n")
        .run();
}

#[test]
fn new_writes_a_workout_that_compiles_without_a_warning() {
    let ran = Test::new().args(["new", "leg_day"]).stdout("leg_day.wod\n").files(["leg_day.wod"]).run();
    Test::new()
        .file("leg_day.wod", ran.read("leg_day.wod"))
        .args(["build", "--to", "md"])
        .stdout("leg day   3 rounds   6:00\n  build/leg_day.md\n")
        .stderr("")
        .run();
}

#[test]
fn new_writes_every_kind_and_it_compiles_without_a_warning_at_every_level() {
    for kind in ["circuit", "strength", "emom", "amrap", "run", "swim", "class", "plan", "rehab", "yoga"] {
        let ran = Test::new().args(["new", "monday", "--from", kind]).stdout("monday.wod\n").run();
        for level in ["beginner", "intermediate", "advanced"] {
            Test::new()
                .file("monday.wod", ran.read("monday.wod"))
                .args(["build", "--to", "md,cues,json", "--level", level, "-D", "warnings"])
                .stdout_contains("monday   ")
                .stderr("")
                .run();
        }
    }
}

#[test]
fn new_names_the_kinds_and_the_nearest() {
    Test::new()
        .args(["new", "monday", "--from", "yogga"])
        .status(2)
        .stderr_contains("circuit, strength, emom, amrap, run, swim, class, plan, rehab, yoga")
        .stderr_contains("'yoga'")
        .files([])
        .run();
    Test::new().args(["completions", "bash"]).stdout_contains("circuit strength emom").run();
}

#[test]
fn new_never_overwrites() {
    Test::new()
        .file("lower.wod", SQUATS)
        .args(["new", "lower.wod", "--from", "swim"])
        .status(2)
        .stderr("error: `lower.wod` already exists, so it was not written\n")
        .file_is("lower.wod", SQUATS)
        .files(["lower.wod"])
        .run();
}

#[test]
fn new_refuses_what_is_no_name() {
    for name in ["-", "..", "a/", ".wod", " ", "a\u{1b}b"] {
        Test::new()
            .args(["new", "--", name])
            .status(2)
            .stderr_contains("can't be a file's name")
            .files([])
            .run();
    }
    Test::new().args(["new", "no/such"]).status(2).stderr("error: there is no folder `no`\n").run();
}

#[test]
fn licences_are_printed_with_those_of_the_fonts_that_are_in_the_program() {
    let ran = Test::new().arg("licences").stdout_contains("MIT License").stderr("").run();
    for said in ["Noto Emoji: Copyright 2013-2026 Google LLC", "SIL OPEN FONT LICENSE Version 1.1"] {
        assert_eq!(ran.stdout.contains(said), cfg!(feature = "pdf"), "{}", ran.stdout);
    }
    assert_eq!(Test::new().arg("licenses").run().stdout, ran.stdout);
}

#[test]
fn schema_prints_a_json_schema() {
    let ran = Test::new().arg("schema").run();
    let schema: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(schema["$schema"].as_str().unwrap().contains("json-schema.org"));
}

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        Test::new().args(["completions", shell]).stdout_contains("movements").stderr("").run();
    }
}

// Arguments

#[test]
fn the_whole_help() {
    let mut help = String::new();
    for subcommand in [
        "",
        "new",
        "build",
        "play",
        "progress",
        "log",
        "check",
        "explain",
        "movements",
        "fmt",
        "batch",
        "inspect",
        "studio",
        "lsp",
        "mcp",
        "schema",
        "completions",
        "licences",
    ] {
        let mut test = Test::new();
        if !subcommand.is_empty() {
            test = test.arg(subcommand);
        }
        let ran = test.arg("--help").run();
        help += &format!("$ wodc {subcommand}\n{}\n", ran.stdout);
    }
    let too_wide: Vec<_> = help.lines().filter(|line| line.chars().count() > 80).collect();
    assert!(too_wide.is_empty(), "{too_wide:?}");
    insta::assert_snapshot!(help);
}

#[test]
fn help_is_a_command_too() {
    let help = Test::new().args(["build", "--help"]).run().stdout;
    assert_eq!(Test::new().args(["help", "build"]).run().stdout, help);
    let all = Test::new().arg("--help").run().stdout;
    assert_eq!(Test::new().arg("help").run().stdout, all);
}

#[test]
fn the_version_is_the_crate_s() {
    Test::new().arg("--version").stdout(concat!("wodc ", env!("CARGO_PKG_VERSION"), "\n")).run();
}

#[test]
fn wrong_usage_is_answered_with_what_is_right() {
    Test::new().args(["build", "--to", "docx"]).status(2).stderr_contains("json, md, cues").run();
    Test::new().args(["build", "--level", "hard"]).status(2).stderr_contains("beginner").run();
    Test::new().args(["build", "--rate", "0"]).status(2).stderr_contains("60..=400").run();
    Test::new().args(["biuld"]).status(2).stderr_contains("build").run();
    Test::new().status(2).stderr_contains("Usage: wodc <COMMAND>").run();
}

/// Writes `line` for each number up to `count`.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|number| line(number) + "\n").collect()
}

/// Checks a file that says one thing thousands of times, which would take minutes if each looked through all the others.
fn answer(text: String) -> Ran {
    let mut test = Test::new().file("many.wod", text).args(["check", "many.wod"]);
    test.checks.clear();
    let output = test.command().output().unwrap();
    Ran {
        folder: test.folder,
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn many_percentages_of_what_many_athletes_list_are_answered_soon() {
    let athletes = lines(10_000, |number| format!("athlete \"a{number}\" < \"lift {number}\" 100kg >"));
    let ran = answer(athletes + &lines(10_000, |_| "squat 1 @ 80% of training max".into()));
    assert!(!ran.stderr.contains("percent-of-nothing"), "{}", ran.stderr);
}

#[test]
fn many_alternatives_are_refused_soon() {
    let ran = answer("squat or ".repeat(100_000) + "squat 10");
    assert!(ran.stderr.contains("more than 100 movements to choose from"), "{}", ran.stderr);
}

#[test]
fn many_silences_and_what_they_silence_are_answered_soon() {
    let workout = |number| {
        format!(
            "workout \"A{number}\" < circuit rounds 2 < allow sets-inside-rounds \"wanted\"; squat 3x5 > >"
        )
    };
    let ran = answer(lines(10_000, workout));
    assert_eq!(ran.stdout, "1 file, 10000 workouts: no mistakes\n", "{}", ran.stderr);
}

#[test]
fn many_unknown_movements_of_one_identifier_are_answered_soon() {
    let name = |number: usize| format!("{number:013b}").replace('0', "!").replace('1', "$");
    let ran = answer(lines(5_000, |number| format!("\"zorb {}\" 10", name(number))));
    assert!(ran.stderr.contains("unknown-movement"), "{}", ran.stderr);
}

#[test]
fn a_file_of_many_endless_workouts_is_refused_soon() {
    let workout = |number| format!("workout \"A{number}\" < circuit rounds 80000 < squat 1s > >");
    let ran = answer(lines(2_000, workout));
    assert!(ran.stderr.contains("more than 2000000 segments"), "{}", ran.stderr);
}

#[test]
fn a_long_head_is_not_copied_into_thousands_of_workouts() {
    let head = format!("by \"{}\"\n", "a".repeat(1_000_000));
    let ran = answer(head + &lines(20_000, |number| format!("workout \"A{number}\" < squat 1 >")));
    assert!(ran.stderr.contains("too long to be copied to all 20000 workouts"), "{}", ran.stderr);
}

#[test]
fn a_name_that_goes_on_for_pages_is_quoted_in_part() {
    let ran = answer("word ".repeat(600_000));
    assert!(ran.stderr.contains("word…` is not a known movement"), "{}", ran.stderr.len());
    assert!(ran.stderr.len() < 10_000, "{}", ran.stderr.len());
}

#[test]
fn an_allow_in_an_inner_block_leaves_the_outer_one_idle() {
    let text = "allow sets-inside-rounds \"out\"
circuit rounds 2 <
  allow sets-inside-rounds \"in\"
  allow sets-inside-rounds \"again\"
  squat 3x5
>
";
    Test::new()
        .file("a.wod", text)
        .args(["check", "a.wod"])
        .stderr_contains("2 warnings in 1 file")
        .stderr_contains("a.wod:1:7")
        .stderr_contains("a.wod:4:9")
        .run();
}
