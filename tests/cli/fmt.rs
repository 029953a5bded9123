//! `wodc fmt`

use std::fs;
use std::time::{Duration, SystemTime};

use super::Test;

const UGLY: &str = "TITLE “Squats”;Circuit 5 Rounds {\r\n squat 30 sec # deep\r\n   rest 15 seconds }\r\n";
const TIDY: &str = "title \"Squats\"\ncircuit rounds 5 <\n  squat 30s  # deep\n  rest 15s\n>\n";
const BROKEN: &str = "circuit rounds 5 <\n  squats 10 times\n>\n";

#[test]
fn files_are_rewritten_and_named() {
    Test::new()
        .file("b.wod", UGLY)
        .file("a/ugly.wod", UGLY)
        .file("tidy.wod", TIDY)
        .file("build/left.wod", UGLY)
        .args(["fmt"])
        .stdout("a/ugly.wod\nb.wod\n")
        .stderr("")
        .file_is("b.wod", TIDY)
        .file_is("a/ugly.wod", TIDY)
        .file_is("build/left.wod", UGLY)
        .files(["a/ugly.wod", "b.wod", "build/left.wod", "tidy.wod"])
        .run();
}

#[test]
fn a_file_that_is_as_it_should_be_is_not_touched() {
    let test = Test::new().file("tidy.wod", TIDY);
    let path = test.folder.path().join("tidy.wod");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    test.args(["fmt", "tidy.wod"])
        .stdout("1 file: nothing to change\n")
        .check(move |ran| {
            let modified = ran.folder.path().join("tidy.wod").metadata().unwrap().modified().unwrap();
            assert_eq!(modified, long_ago);
        })
        .run();
}

#[test]
fn check_names_what_would_change_and_writes_nothing() {
    Test::new()
        .file("a.wod", UGLY)
        .file("b.wod", TIDY)
        .args(["fmt", "--check"])
        .status(1)
        .stdout("a.wod would change\n")
        .file_is("a.wod", UGLY)
        .run();
    Test::new().file("b.wod", TIDY).args(["fmt", "--check"]).stdout("1 file: nothing to change\n").run();
}

#[test]
fn diff_shows_what_would_change_and_writes_nothing() {
    let before = "title \"Squats\"\n\ncircuit 5 rounds <\n  squat 30s\n>\n";
    let diff = "--- a.wod\n+++ a.wod\n@@ -1,5 +1,5 @@\n title \"Squats\"\n \n-circuit 5 rounds <\n\
                +circuit rounds 5 <\n   squat 30s\n >\n";
    Test::new().file("a.wod", before).args(["fmt", "--diff"]).stdout(diff).file_is("a.wod", before).run();
    Test::new().file("a.wod", before).args(["fmt", "--diff", "--check"]).status(1).stdout(diff).run();
}

#[test]
fn diff_is_coloured_where_colours_are_wanted() {
    Test::new()
        .file("a.wod", "squat 30 sec\n")
        .args(["fmt", "--diff"])
        .variable("CLICOLOR_FORCE", "1")
        .stdout_contains("\u{1b}[31m-squat 30 sec\u{1b}[0m\n\u{1b}[32m+squat 30s\u{1b}[0m\n")
        .run();
}

#[test]
fn standard_input_goes_to_standard_output_whether_it_changes_or_not() {
    Test::new().args(["fmt", "-"]).stdin(UGLY).stdout(TIDY).files([]).run();
    Test::new().args(["fmt", "-"]).stdin(TIDY).stdout(TIDY).run();
    Test::new().args(["fmt", "-", "--check"]).stdin(TIDY).stdout("").run();
    Test::new()
        .args(["fmt", "-", "--check"])
        .stdin(UGLY)
        .status(1)
        .stdout("standard input would change\n")
        .run();
}

#[test]
fn a_file_with_mistakes_is_left_alone_and_the_others_are_formatted() {
    Test::new()
        .file("a.wod", BROKEN)
        .file("b.wod", UGLY)
        .args(["fmt"])
        .status(1)
        .stdout("b.wod\n")
        .stderr_contains("repetitions are a plain number")
        .stderr_contains("1 error in 1 file\n")
        .stderr_contains("\n1 file with mistakes was left as it is\n")
        .file_is("a.wod", BROKEN)
        .file_is("b.wod", TIDY)
        .run();
    Test::new().args(["fmt", "-"]).stdin(BROKEN).status(1).stdout("").stderr_contains("squats 10").run();
}

#[test]
fn what_is_only_warned_of_or_makes_no_sense_is_formatted() {
    Test::new().args(["fmt", "-"]).stdin("frobnicate 10 reps").stdout("frobnicate 10\n").stderr("").run();
    Test::new().args(["fmt", "-"]).stdin("do  \"nothing\"").stdout("do \"nothing\"\n").stderr("").run();
}

#[test]
fn what_is_no_text_is_left_alone() {
    let bytes = b"squat 30 sec\n\xff\n";
    Test::new()
        .file("a.wod", bytes)
        .args(["fmt"])
        .status(1)
        .stderr_contains("the file is not UTF-8 text")
        .check(move |ran| assert_eq!(fs::read(ran.folder.path().join("a.wod")).unwrap(), bytes))
        .run();
}

#[test]
fn a_file_that_is_not_there_is_trouble() {
    Test::new().args(["fmt", "none.wod"]).status(2).stderr_contains("no file or folder `none.wod`").run();
}

#[cfg(unix)]
#[test]
fn a_file_stays_as_private_as_it_was_and_a_link_stays_a_link() {
    use std::os::unix::fs::PermissionsExt;
    let test = Test::new().file("real/a.wod", UGLY).link("b.wod", "real/a.wod");
    let path = test.folder.path().join("real/a.wod");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    test.args(["fmt", "b.wod"])
        .stdout("b.wod\n")
        .file_is("real/a.wod", TIDY)
        .check(|ran| {
            let root = ran.folder.path();
            assert!(root.join("b.wod").is_symlink());
            let mode = root.join("real/a.wod").metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o640);
        })
        .run();
}

#[test]
fn a_file_that_must_not_be_written_is_not() {
    let test = Test::new().file("a.wod", UGLY);
    let path = test.folder.path().join("a.wod");
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    test.args(["fmt", "a.wod"])
        .status(2)
        .stdout("")
        .stderr_contains("`a.wod` cannot be written: you have no permission for it")
        .file_is("a.wod", UGLY)
        .files(["a.wod"])
        .run();
}
