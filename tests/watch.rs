//! `wodc build --watch` and `--open`, as people run them: the real program, in a folder whose files change.

#![cfg(feature = "watch")]

use std::fs;

mod common;

#[path = "watch/program.rs"]
mod program;
#[path = "watch/results.rs"]
mod results;
#[path = "watch/server.rs"]
mod server;

use common::{Folder, Test};
use program::Watch;

pub const SQUATS: &str = "title \"Squats\"\ncircuit rounds 5 <\n  squat 30s\n  rest 15s\n>\n";
pub const LUNGES: &str = "title \"Lunges\"\nlunge 30s\n";
pub const PLANKS: &str = "title \"Planks\"\nplank 45s\n";
/// A workout with a mistake.
pub const BROKEN: &str = "title \"Broken\"\nsquat 30s\nrest 5m\n";
const MISTAKE: &str = "metres-for-minutes";

/// What stands in the place of an output, so that it is seen whether the output is written again.
const MARK: &str = "not written again";

// what is built again

#[test]
fn what_changes_is_built_again_and_nothing_else() {
    let watch = Watch::start(&[("a.wod", SQUATS), ("b.wod", PLANKS)], &[]);
    assert!(watch.read("build/a.md").contains("Squats"));
    watch.write("build/b.md", MARK);
    watch.write("a.wod", LUNGES);
    watch.wait_for_line("Lunges   0:30");
    assert!(watch.read("build/a.md").contains("Lunges"));
    assert_eq!(watch.read("build/b.md"), MARK);
    watch.leave();
}

#[test]
fn what_is_saved_without_a_change_is_not_built_again() {
    let watch = Watch::start(&[("a.wod", SQUATS), ("b.wod", PLANKS)], &[]);
    watch.write("build/a.md", MARK);
    watch.write("a.wod", SQUATS);
    watch.write("b.wod", LUNGES);
    watch.wait_for_line("Lunges   0:30");
    assert_eq!(watch.read("build/a.md"), MARK);
    watch.leave();
}

#[test]
fn every_way_of_saving_is_seen() {
    let watch = Watch::start(&[("a.wod", SQUATS)], &["a.wod"]);
    // A new file is put in the place of the old one.
    watch.write(".a.wod.swp", &titled("Renamed"));
    watch.rename(".a.wod.swp", "a.wod");
    watch.wait_for("Renamed ");
    // The old one becomes a copy, then a new one is written.
    watch.rename("a.wod", "a.wod~");
    watch.write("a.wod", &titled("Copied"));
    watch.wait_for("Copied ");
    // It is gone for a while.
    fs::remove_file(watch.path("a.wod")).unwrap();
    watch.wait_for("there is no file or folder `a.wod`");
    watch.write("a.wod", &titled("Again"));
    watch.wait_for("Again ");
    watch.wait_for("all files can be read and written again");
    // It is written piece by piece.
    let whole = titled("Pieces");
    (1..=whole.len()).for_each(|end| watch.write("a.wod", &whole[..end]));
    watch.wait_for("Pieces ");
    assert!(watch.read("build/a.md").contains("Pieces"));
    watch.leave();
}

#[test]
fn the_last_good_output_stays_until_a_mistake_is_mended() {
    let watch = Watch::start(&[("a.wod", SQUATS), ("b.wod", PLANKS)], &[]);
    watch.write("a.wod", BROKEN);
    watch.wait_for(MISTAKE);
    assert!(watch.read("build/a.md").contains("Squats"));
    // Of a file that is not the cause, nothing is said.
    watch.write("b.wod", &titled("Other"));
    watch.wait_for("Other ");
    assert_eq!(watch.count("1 error in 1 file"), 1);
    watch.write("a.wod", LUNGES);
    watch.wait_for_line("`a.wod` is well again");
    assert!(watch.read("build/a.md").contains("Lunges"));
    watch.leave();
}

#[test]
fn a_file_that_begins_with_mistakes_is_built_once_it_is_mended() {
    let watch = Watch::start(&[("a.wod", BROKEN)], &["a.wod"]);
    watch.wait_for(MISTAKE);
    assert!(!watch.path("build").exists());
    watch.write("a.wod", SQUATS);
    watch.wait_for_line("`a.wod` is well again");
    assert!(watch.path("build/a.md").exists());
    watch.leave();
}

#[test]
fn new_files_are_built_and_the_outputs_of_gone_ones_stay() {
    let watch = Watch::start(&[("a.wod", SQUATS)], &[]);
    watch.write("b.wod", LUNGES);
    watch.wait_for("build/b.md");
    watch.write("week/two/c.wod", PLANKS);
    watch.wait_for("build/week/two/c.md");
    // The new folder is watched as well.
    watch.write("week/two/c.wod", &titled("Deep"));
    watch.wait_for("Deep ");
    watch.rename("b.wod", "d.wod");
    watch.wait_for("build/d.md");
    watch.wait_for_line("`b.wod` is gone, its outputs stay");
    fs::remove_dir_all(watch.path("week")).unwrap();
    watch.wait_for_line("`week/two/c.wod` is gone, its outputs stay");
    assert!(watch.read("build/week/two/c.md").contains("Deep"));
    assert!(watch.read("build/b.md").contains("Lunges"));
    // A folder of the same name is another folder.
    watch.write("week/two/c.wod", &titled("Anew"));
    watch.wait_for("Anew ");
    watch.write("week/two/c.wod", &titled("Once more"));
    watch.wait_for("Once more ");
    watch.leave();
}

#[test]
fn an_empty_folder_waits_for_its_first_workout() {
    let folder = Folder::with(&[("notes.txt", "")]);
    let watch = Watch::start_in(folder, &[], &[]);
    watch.wait_for("there is no .wod file below this folder");
    watch.write("a.wod", SQUATS);
    watch.wait_for("build/a.md");
    watch.leave();
}

#[test]
fn a_folder_that_goes_is_told_and_is_watched_again_when_it_comes() {
    let watch = Watch::start(&[("week/a.wod", SQUATS)], &["week"]);
    fs::remove_dir_all(watch.path("week")).unwrap();
    watch.wait_for("there is no file or folder `week`");
    watch.write("week/a.wod", LUNGES);
    watch.wait_for("Lunges ");
    watch.write("week/a.wod", PLANKS);
    watch.wait_for("Planks ");
    watch.rename("week", "old");
    watch.wait_for_times("there is no file or folder `week`", 2);
    watch.write("week/a.wod", SQUATS);
    watch.wait_for_times("Squats ", 2);
    watch.leave();
}

// what it is made of

const USES: &str = "use \"lib/moves.wod\"\ntitle \"User\"\nbear plank 30s\n";
const MOVES: &str = "movement \"bear plank\" <\n  cue \"Knees low\"\n>\n";

#[test]
fn who_uses_a_file_is_built_again_when_that_changes() {
    let files = [("user.wod", USES), ("lib/moves.wod", MOVES), ("other.wod", PLANKS)];
    let watch = Watch::start(&files, &["user.wod", "other.wod"]);
    watch.write("build/other.md", MARK);
    assert!(watch.read("build/user.md").contains("Knees low"));
    watch.write("lib/moves.wod", &MOVES.replace("Knees low", "Knees high"));
    watch.wait_for_times("User ", 2);
    assert!(watch.read("build/user.md").contains("Knees high"));
    assert_eq!(watch.read("build/other.md"), MARK);
    watch.leave();
}

#[test]
fn who_uses_a_file_that_is_not_there_is_built_when_it_comes() {
    let files = [("user.wod", USES), (".git/config", "")];
    let watch = Watch::start(&files, &["user.wod"]);
    watch.wait_for("`lib/moves.wod` cannot be used");
    watch.write("lib/moves.wod", MOVES);
    watch.wait_for_line("`user.wod` is well again");
    fs::remove_dir_all(watch.path("lib")).unwrap();
    watch.wait_for_times("`lib/moves.wod` cannot be used", 2);
    assert!(watch.read("build/user.md").contains("Knees low"));
    watch.leave();
}

#[test]
fn settings_that_change_build_what_they_speak_for() {
    let watch = Watch::start(&[("a/a.wod", SQUATS), ("b/b.wod", PLANKS), ("b/wodc.toml", "")], &[]);
    watch.write("build/b/b.md", MARK);
    watch.write("a/wodc.toml", "output = \"cards\"\nformats = [\"md\"]\n");
    watch.wait_for("a/cards/a.md");
    assert_eq!(watch.read("build/b/b.md"), MARK);
    // Mistakes in them are told once, and nothing is built by them.
    watch.write("a/wodc.toml", "output = 5\n");
    watch.wait_for("the settings in `a/wodc.toml` cannot be understood");
    watch.write("a/a.wod", LUNGES);
    watch.write("b/b.wod", &titled("Beside"));
    watch.wait_for("Beside ");
    assert_eq!(watch.count("cannot be understood"), 1);
    assert_eq!(watch.count("is gone"), 0);
    assert!(watch.read("a/cards/a.md").contains("Squats"));
    watch.write("a/wodc.toml", "output = \"cards\"\nformats = [\"md\"]\n");
    watch.wait_for("Lunges ");
    assert!(watch.read("a/cards/a.md").contains("Lunges"));
    // Settings that say the same in other words change nothing.
    watch.write("a/cards/a.md", MARK);
    watch.write("a/wodc.toml", "# for the wall\nformats = [\"md\"]\noutput = \"cards\"\n");
    watch.write("b/b.wod", &titled("Last"));
    watch.wait_for("Last ");
    assert_eq!(watch.read("a/cards/a.md"), MARK);
    watch.leave();
}

#[test]
fn settings_above_the_named_file_are_seen() {
    let watch = Watch::start(&[("week/a.wod", SQUATS)], &["week/a.wod"]);
    watch.write("wodc.toml", "formats = [\"md\"]\noutput = \"cards\"\n");
    watch.wait_for("cards/week/a.md");
    watch.leave();
}

#[cfg(unix)]
#[test]
fn a_file_is_followed_to_where_its_link_leads() {
    let folder = Folder::with(&[("far/a.wod", SQUATS), ("near/notes.txt", "")]);
    std::os::unix::fs::symlink("../far/a.wod", folder.path("near/a.wod")).unwrap();
    let watch = Watch::start_in(folder, &["near/a.wod"], &[]);
    watch.write("far/a.wod", LUNGES);
    watch.wait_for("Lunges ");
    watch.leave();
}

// what is left alone

#[test]
fn what_is_written_starts_nothing() {
    // Outputs lie beside the workouts, in the folder that is watched.
    let watch = Watch::start(&[("a.wod", SQUATS), ("b.wod", PLANKS)], &["-o", "."]);
    for round in 0..5 {
        watch.write("a.wod", &titled(&format!("Round {round}.")));
        watch.wait_for(&format!("Round {round}."));
    }
    watch.write("b.wod", &titled("Last"));
    watch.wait_for("Last ");
    for round in 0..5 {
        assert_eq!(watch.count(&format!("Round {round}.")), 1);
    }
    assert_eq!(watch.count("Planks "), 1);
    assert_eq!(watch.count("Squats "), 1);
    assert_eq!(watch.count("watching "), 1);
    watch.leave();
}

#[test]
fn what_is_hidden_or_ignored_or_an_output_is_left_alone() {
    let files = [(".git/config", ""), (".gitignore", "old\n"), ("a.wod", SQUATS), ("old/x.wod", SQUATS)];
    let watch = Watch::start(&files, &[]);
    watch.write("old/y.wod", BROKEN);
    watch.write(".hidden.wod", BROKEN);
    watch.write(".hidden/x.wod", BROKEN);
    watch.write("build/x.wod", BROKEN);
    watch.write("a.wod", LUNGES);
    watch.wait_for("Lunges ");
    assert_eq!(watch.count(MISTAKE), 0);
    // What is ignored no longer is built.
    watch.write(".gitignore", "");
    watch.wait_for("build/old/x.md");
    watch.wait_for(MISTAKE);
    watch.leave();
}

#[test]
fn two_files_never_take_turns_in_one_place() {
    let watch = Watch::start(&[("a/x.wod", SQUATS), ("b/y.wod", PLANKS)], &["a", "b"]);
    watch.write("b/x.wod", LUNGES);
    watch.wait_for("would both be written to `build/x.json`");
    assert!(watch.read("build/x.md").contains("Squats"));
    watch.rename("b/x.wod", "b/z.wod");
    watch.wait_for("build/z.md");
    watch.wait_for("all files can be read and written again");
    assert!(watch.read("build/x.md").contains("Squats"));
    assert!(watch.read("build/z.md").contains("Lunges"));
    watch.leave();
}

#[cfg(unix)]
#[test]
fn what_could_not_be_written_is_tried_again() {
    let watch = Watch::start(&[("a.wod", SQUATS), ("b.wod", PLANKS)], &["--to", "md"]);
    fs::remove_file(watch.path("build/a.md")).unwrap();
    fs::create_dir(watch.path("build/a.md")).unwrap();
    watch.write("a.wod", LUNGES);
    watch.wait_for("`build/a.md` is a link or a folder");
    fs::remove_dir(watch.path("build/a.md")).unwrap();
    watch.write("b.wod", &titled("Beside"));
    watch.wait_for("Beside ");
    watch.wait_for_file("build/a.md", "Lunges");
    watch.leave();
}

// how it is told

#[test]
fn it_is_said_what_is_watched_and_how_to_leave() {
    let line = |files: &[(&str, &str)], arguments: &[&str], expected: &str| {
        let watch = Watch::start(files, arguments);
        watch.wait_for_line(expected);
        watch.leave();
    };
    let files = [("a.wod", SQUATS), ("week/b.wod", PLANKS)];
    line(&files, &[], "watching the workouts below this folder; press Ctrl-C to stop");
    line(&files, &["a.wod", "week"], "watching `a.wod`, `week`; press Ctrl-C to stop");
    let many = [("a.wod", SQUATS), ("b.wod", SQUATS), ("c.wod", SQUATS), ("d.wod", SQUATS)];
    let names = ["a.wod", "b.wod", "c.wod", "d.wod"];
    line(&many, &names, "watching 4 files and folders; press Ctrl-C to stop");
}

#[test]
fn mistakes_are_told_in_sentences_to_who_wants_them_so() {
    let watch = Watch::start(&[("a.wod", BROKEN)], &["--format", "narrated"]);
    watch.wait_for("Error 1 of 1: a.wod, line 3, column 6.");
    watch.leave();
}

#[test]
fn what_cannot_be_watched_is_refused_with_what_to_do_instead() {
    let refused = |arguments: &[&str], why: &'static str| {
        let mut test = Test::new().file("a.wod", SQUATS).arg("build").arg("--watch");
        for argument in arguments {
            test = test.arg(argument);
        }
        test.status(2).stdout("").stderr_contains(why).files(["a.wod"]).run();
    };
    refused(&["-o", "-", "--to", "json"], "it can't be combined with `-o -`");
    refused(&["-"], "standard input can't be watched; name a file or a folder");
    for format in ["json", "sarif", "github"] {
        refused(&["--format", format], "for other programs, build without it");
    }
    refused(&["a"], "there is no file or folder `a`; there is `a.wod`");
    refused(
        &["--open", "--to", "md"],
        "needs a page, and none is made; add `html` to the formats, as in `--to html`",
    );
}

// the page

#[test]
fn the_first_page_is_opened_without_watching() {
    let folder = Folder::with(&[("b.wod", PLANKS), ("a.wod", SQUATS), ("browser.sh", program::BROWSER)]);
    let ran = folder.run_with(&["build", "--open"], "", &[("BROWSER", "no-such-browser:sh browser.sh")]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    program::wait_until("the browser", || folder.path("opened").exists(), || ran.out.clone());
    let page = folder.path("build/a.html").canonicalize().unwrap();
    assert_eq!(folder.read("opened"), page.to_str().unwrap());
}

#[test]
fn what_has_no_page_is_not_opened() {
    let test = || Test::new().file("a.wod", SQUATS).args(["build", "--open"]).status(2).files(["a.wod"]);
    test().args(["--to", "md"]).stderr_contains("none is made; add `html` to the formats").run();
    test().args(["--to", "html", "-o", "-"]).stderr_contains("it can't be combined with `-o -`").run();
}

/// Returns a workout with this title.
fn titled(title: &str) -> String {
    format!("title \"{title}\"\nsquat 30s\n")
}
