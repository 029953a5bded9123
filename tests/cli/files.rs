//! Files that are not what they look like, names that are no mere names, and what must not be written.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::common::Folder;
use super::{METRES_FOR_MINUTES, SQUATS};

/// How long a run may take before it counts as one that hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the program by a shell that limits it first, and returns its exit code and all that it printed. A run that
/// hangs is ended.
#[cfg(unix)]
fn limited(folder: &Folder, limit: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!("{limit}; exec \"$@\" 2>&1"))
        .args(["sh", env!("CARGO_BIN_EXE_wodc")])
        .args(arguments)
        .current_dir(folder.path(""))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        stdout.read_to_string(&mut text).map(|_| text).unwrap()
    });
    let since = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if since.elapsed() > PATIENCE => {
                child.kill().unwrap();
                panic!("{arguments:?} hangs");
            }
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    };
    (status.code(), reader.join().unwrap())
}

/// As much memory as a run may ask for, in kilobytes: far more than it needs, and far less than a machine has.
#[cfg(unix)]
const MEMORY: &str = "ulimit -v 4000000";

#[cfg(unix)]
fn pipe(folder: &Folder, name: &str) {
    let path = folder.path(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[cfg(unix)]
fn link(folder: &Folder, name: &str, to: &str) {
    let path = folder.path(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(to, path).unwrap();
}

// what is ignored

#[cfg(unix)]
#[test]
fn ignore_files_that_are_no_plain_files_are_told_and_not_read() {
    let names = [".ignore", ".gitignore", ".git/info/exclude", "week/.ignore", "week/.gitignore"];
    for name in names {
        for is_pipe in [false, true] {
            let folder = Folder::with(&[(".git/config", ""), ("week/a.wod", SQUATS)]);
            if is_pipe {
                pipe(&folder, name)
            } else {
                link(&folder, name, "/dev/zero")
            }
            for arguments in [&["check"][..], &["check", "week"], &["fmt", "--check"]] {
                let (status, printed) = limited(&folder, MEMORY, arguments);
                // What is above the current folder, is named from the file system's root.
                let told =
                    format!("{name}` cannot be read: it is not a regular file; nothing is ignored by it\n");
                assert!(printed.contains(&told), "{name} {arguments:?}: {printed}");
                assert_eq!(status, Some(2), "{name} {arguments:?}: {printed}");
            }
            assert!(limited(&folder, MEMORY, &["check"]).1.contains("1 file, 1 workout: no mistakes"));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_repository_whose_git_is_a_file_leads_to_no_pipe() {
    for name in ["real/info/exclude", "real/commondir"] {
        let folder = Folder::with(&[("a/.git", "gitdir: ../real\n"), ("a/a.wod", SQUATS)]);
        pipe(&folder, name);
        if name != "real/commondir" {
            folder.write("real/commondir", ".\n");
        }
        let (_, printed) = limited(&folder, MEMORY, &["check", "a"]);
        assert!(printed.contains("1 file, 1 workout: no mistakes"), "{name}: {printed}");
    }
}

#[test]
fn a_huge_ignore_file_is_told_and_not_read() {
    let folder = Folder::with(&[("a.wod", SQUATS), (".ignore", &"a.wod\n".repeat(60_000))]);
    let ran = folder.run(&["check"]);
    assert_eq!(
        ran.err,
        "error: `.ignore` cannot be read: it is larger than 256 kB; nothing is ignored by it\n"
    );
    assert_eq!((ran.status, ran.out.as_str()), (2, "1 file, 1 workout: no mistakes\n"));
}

#[test]
fn what_is_ignored_is_what_git_ignores() {
    let files = [
        ("repo/.git/info/exclude", "excluded.wod\n"),
        ("repo/.gitignore", "/top.wod\n*.old.wod\nfolder/\n!kept.old.wod\n"),
        ("repo/week/.gitignore", "!b.old.wod\nday.wod\n"),
        ("repo/week/.ignore", "!day.wod\n"),
        (".gitignore", "outside.wod\n"),
        (".ignore", "everywhere.wod\n"),
    ];
    let folder = Folder::with(&files);
    let workouts = [
        ("repo/a.wod", true),
        ("repo/top.wod", false),
        ("repo/x.old.wod", false),
        ("repo/kept.old.wod", true),
        ("repo/excluded.wod", false),
        ("repo/outside.wod", true),
        ("repo/everywhere.wod", false),
        ("repo/.hidden.wod", false),
        ("repo/folder/a.wod", false),
        ("repo/week/top.wod", true),
        ("repo/week/b.old.wod", true),
        ("repo/week/c.old.wod", false),
        ("repo/week/day.wod", true),
        ("repo/week/excluded.wod", false),
    ];
    for (name, _) in workouts {
        folder.write(name, "squat  5\n");
    }
    let expected: Vec<&str> =
        workouts.iter().filter(|(_, is_read)| *is_read).map(|(name, _)| *name).collect();
    // The same from everywhere.
    for (named, start) in [(&[][..], ""), (&["repo"], ""), (&["repo/week"], "repo/week/")] {
        let ran = folder.run(&[&["fmt", "--check"], named].concat());
        let mut read: Vec<&str> =
            ran.out.lines().map(|line| line.strip_suffix(" would change").unwrap()).collect();
        read.sort_unstable();
        let mut expected: Vec<&str> =
            expected.iter().copied().filter(|name| name.starts_with(start)).collect();
        expected.sort_unstable();
        assert_eq!(read, expected, "{named:?}");
    }
}

// pipes

#[cfg(unix)]
#[test]
fn an_athlete_is_not_waited_for_at_a_pipe() {
    let folder = Folder::with(&[("a.wod", SQUATS)]);
    pipe(&folder, "anna.wod");
    let (status, printed) = limited(&folder, MEMORY, &["build", "a.wod", "--athlete", "anna.wod"]);
    assert_eq!(printed, "error: `anna.wod` cannot be read: it is not a regular file\n");
    assert_eq!(status, Some(2));
}

// links

#[cfg(unix)]
#[test]
fn outputs_stay_in_the_project_wherever_a_link_leads() {
    let build = |files: &[(&str, &str)], (name, to): (&str, &str), arguments: &[&str]| {
        let folder = Folder::with(files);
        folder.write("outside/notes.txt", "");
        folder.write("project/.git/config", "");
        link(&folder, &format!("project/{name}"), to);
        let mut command = super::common::program(&folder.path("project"));
        let output = command.args(["build", "--to", "md"]).args(arguments).output().unwrap();
        let outside = fs::read_dir(folder.path("outside")).unwrap().count();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap(), outside)
    };
    let workouts = [("project/a.wod", SQUATS), ("project/week/b.wod", SQUATS)];
    let settings = ("project/wodc.toml", "output = \"cards\"\n");
    let refused = |(status, told, outside): (i32, String, usize), name: &str| {
        let start = format!("error: a link leads from `{name}` out of the folder `");
        assert!(told.contains(&start) && told.contains("nothing is written there"), "{told}");
        assert_eq!((status, outside), (2, 1), "{told}");
    };
    refused(build(&workouts, ("build", "../outside"), &[]), "build");
    refused(build(&workouts, ("build/week", "../../outside"), &[]), "build/week");
    refused(build(&[&workouts[..], &[settings]].concat(), ("cards", "../outside"), &[]), "cards");
    refused(
        build(&[&workouts[..], &[settings]].concat(), ("cards/week", "../../outside"), &[]),
        "cards/week",
    );
    // Whoever names a folder means it, but not what is in it.
    refused(build(&workouts, ("out/week", "../../outside"), &["-o", "out"]), "out/week");
    assert_eq!(build(&workouts, ("out", "../outside"), &["-o", "out"]), (0, String::new(), 3));
    assert_eq!(build(&workouts, ("x", "y"), &["-o", "../outside"]), (0, String::new(), 3));
    // A link to another place of the project does no harm.
    assert_eq!(build(&workouts, ("build", "made"), &[]).0, 2, "there is nothing where it leads");
    let inside = [&workouts[..], &[("project/made/notes.txt", "")]].concat();
    assert_eq!(build(&inside, ("build", "made"), &[]), (0, String::new(), 1));
}

// names

#[cfg(unix)]
#[test]
fn names_and_titles_are_shown_and_not_obeyed() {
    let name = "::error file=x::a\u{1b}[31m\u{202e}\nb.wod";
    let shown = "\\::error file=x::a␛[31m�␊b.wod";
    let text = "title \"::warning::\u{2066}\"\nsquat  5\n";
    let run = |arguments: &[&str]| Folder::with(&[(name, text)]).run(arguments);
    let plain = shown.trim_start_matches('\\');

    assert_eq!(run(&["fmt", "--check"]).out, format!("{shown} would change\n"));
    assert_eq!(run(&["fmt"]).out, format!("{shown}\n"));
    assert!(run(&["fmt", "--diff"]).out.starts_with(&format!("--- {plain}\n+++ {plain}\n")));
    assert!(run(&["check", name, "no\n::error::such"]).err.contains("`no␊::error::such`"));
    let built = run(&["build", "--to", "md"]).out;
    assert!(built.starts_with("\\::warning::�   about "), "{built}");
    assert!(built.ends_with(&format!("  build/{}\n", plain.replace(".wod", ".md"))), "{built}");

    let folder = Folder::with(&[(name, METRES_FOR_MINUTES)]);
    let told = folder.run(&["check"]).err;
    assert!(told.contains(&format!("[{plain}:3:8]")), "{told}");
    let narrated = folder.run(&["check", "--format", "narrated"]).err;
    let mended = folder.run(&["check", "--fix"]).out;
    assert_eq!(mended, format!("{shown}: 1 mistake mended\n"));
    for text in [told, narrated, mended, built] {
        let is_obeyed = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{2069}').contains(&c);
        assert!(!text.contains(is_obeyed), "{text:?}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{text}");
    }
}

#[test]
fn what_a_text_quotes_is_no_command_in_a_log() {
    let folder = Folder::with(&[("a.wod", "rest 5m # ##[error]gone ##vso[task]\n")]);
    let told = folder.run(&["check"]).err;
    assert!(told.contains("rest 5m # ##\\[error]gone ##vso\\[task]"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_one_on_some_disks_are_not_written_side_by_side() {
    for (first, second) in [("Legs.wod", "legs.wod"), ("Se\u{301}ance.wod", "S\u{e9}ance.wod")] {
        let folder = Folder::with(&[(first, SQUATS), (second, SQUATS)]);
        let ran = folder.run(&["build", "--to", "md"]);
        assert_eq!(ran.status, 2, "{}", ran.err);
        let (one, other) = (first.replace(".wod", ".md"), second.replace(".wod", ".md"));
        let told = format!(
            "would be written to `build/{one}` and `build/{other}`, which are one file on many disks"
        );
        assert!(ran.err.contains(&told), "{}", ran.err);
        assert!(!folder.path("build").exists());
    }
}

// a file that stays the same file

const UGLY: &str = "squat  5\n";
const TIDY: &str = "squat 5\n";

#[cfg(unix)]
#[test]
fn a_file_keeps_its_other_names() {
    use std::os::unix::fs::MetadataExt;
    for arguments in [&["fmt", "a.wod"][..], &["check", "--fix", "a.wod"]] {
        let folder = Folder::with(&[("a.wod", "squat  5\nrest 5m\n")]);
        fs::hard_link(folder.path("a.wod"), folder.path("b.wod")).unwrap();
        if arguments[0] == "fmt" {
            folder.write("a.wod", UGLY);
        }
        let before = folder.path("a.wod").metadata().unwrap();
        let ran = folder.run(arguments);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let after = folder.path("a.wod").metadata().unwrap();
        assert_eq!((after.ino(), after.nlink(), after.mode()), (before.ino(), 2, before.mode()));
        assert_eq!(folder.read("b.wod"), folder.read("a.wod"));
        assert_ne!(folder.read("b.wod").len() as u64, before.len());
        assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 2);
    }
}

/// Only the system's administrator can give a file away, as who runs the tests in a container often is.
#[cfg(unix)]
#[test]
fn a_file_keeps_its_owner_and_its_group() {
    use std::os::unix::fs::{MetadataExt, chown};
    let folder = Folder::with(&[("a.wod", UGLY)]);
    let path = folder.path("a.wod");
    if chown(&path, Some(12_345), Some(23_456)).is_err() {
        return;
    }
    assert_eq!(folder.run(&["fmt"]).status, 0);
    let after = path.metadata().unwrap();
    assert_eq!((after.uid(), after.gid(), folder.read("a.wod").as_str()), (12_345, 23_456, TIDY));
}

/// Whoever may write a file that is somebody else's can't give a new one to its owner.
#[cfg(target_os = "linux")]
#[test]
fn a_file_of_somebody_else_stays_theirs() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let folder = Folder::with(&[("a.wod", UGLY)]);
    let path = folder.path("a.wod");
    if chown(&path, Some(12_345), Some(12_345)).is_err() {
        return;
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    fs::set_permissions(folder.path(""), fs::Permissions::from_mode(0o777)).unwrap();
    let program = env!("CARGO_BIN_EXE_wodc");
    // The program may lie where others can't look.
    let copy = folder.path("wodc");
    fs::hard_link(program, &copy).or_else(|_| fs::copy(program, &copy).map(drop)).unwrap();
    let ran = Command::new("setpriv")
        .args(["--reuid=23456", "--regid=23456", "--clear-groups"])
        .arg(&copy)
        .args(["fmt", "a.wod"])
        .current_dir(folder.path(""))
        .output();
    let Ok(ran) = ran else { return };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let after = path.metadata().unwrap();
    assert_eq!((after.uid(), after.mode() & 0o777, folder.read("a.wod").as_str()), (12_345, 0o666, TIDY));
}

// a full disk

#[cfg(unix)]
#[test]
fn a_file_that_has_no_room_is_named_as_people_know_it() {
    // One kilobyte or half of one, as the shell counts.
    let limit = "trap '' XFSZ; ulimit -f 1";
    let long = "squat  5\n".repeat(400);
    let folder = Folder::with(&[("a.wod", &long)]);
    for (arguments, name) in
        [(&["build", "a.wod", "--to", "json"][..], "build/a.json"), (&["fmt", "a.wod"], "a.wod")]
    {
        let (status, printed) = limited(&folder, limit, arguments);
        assert!(
            printed.ends_with(&format!(
                "error: `{name}` cannot be written: it is larger than a file may be here\n"
            )),
            "{printed}"
        );
        assert_eq!(status, Some(2));
    }
    assert_eq!(folder.read("a.wod"), long);
    // The same where the file stays the same file.
    fs::hard_link(folder.path("a.wod"), folder.path("b.wod")).unwrap();
    let (_, printed) = limited(&folder, limit, &["fmt", "a.wod"]);
    assert!(printed.starts_with("error: `a.wod` cannot be written: "), "{printed}");
    assert_eq!(folder.read("b.wod"), long);
    let names: Vec<_> =
        fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{names:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_is_full_is_told() {
    let folder = Folder::with(&[("a.wod", SQUATS)]);
    let output = super::common::program(&folder.path(""))
        .args(["build", "a.wod", "--to", "json", "-o", "-"])
        .stdout(fs::File::options().write(true).open("/dev/full").unwrap())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, "error: standard output cannot be written: the disk is full\n");
    assert_eq!(output.status.code(), Some(2));
}
