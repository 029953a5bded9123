//! Runs that are ended in their midst: every file is the old one or the new one, and nothing is left over.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::common::{Folder, program};

/// How often each command is killed: three times this is a bit more than 200.
const KILLS: u64 = 70;

/// About how long a run writes all its files.
const WRITING: Duration = Duration::from_millis(5);

/// How many files a run has.
const FILES: usize = 12;

/// Random numbers that are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    /// An instant of a run that takes so long; most are at its end, where files are written.
    fn instant(&mut self, whole: Duration) -> Duration {
        let micros = u64::try_from(whole.as_micros()).unwrap();
        let micros = self.below(micros).max(self.below(micros));
        Duration::from_micros(micros + micros / 10)
    }
}

/// Every file below a folder with its content, by its name.
fn contents(folder: &Folder) -> BTreeMap<String, String> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&folder.path(""), &folder.path(""), &mut found);
    found
}

/// Drops what has a temporary name.
fn named(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    files.retain(|name, _| !name.rsplit('/').next().unwrap().starts_with(".wodc-"));
    files
}

/// Writes the same files with one text or with another.
fn write(folder: &Folder, text: impl Fn(usize) -> String) {
    for number in 0..FILES {
        // A folder below is written to as well.
        let folder_name = if number % 3 == 0 { "week/" } else { "" };
        folder.write(&format!("{folder_name}day-{number}.wod"), &text(number));
    }
}

/// When a run is ended.
#[derive(Clone, Copy)]
enum Moment<'f> {
    /// So long after its start.
    After(Duration),
    /// So long after it has written this file, so that others are being written.
    Written(&'f Path, Duration),
}

/// Starts a run, and does something to it at a moment.
fn ended(folder: &Folder, arguments: &[&str], at: Moment<'_>, end: impl Fn(u32)) -> ExitStatus {
    let changed = |path: &Path| path.metadata().and_then(|found| found.modified()).ok();
    let before = match at {
        Moment::Written(path, _) => changed(path),
        Moment::After(_) => None,
    };
    let mut command = program(&folder.path(""));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    match at {
        Moment::After(delay) => thread::sleep(delay),
        Moment::Written(path, delay) => {
            while changed(path) == before && child.try_wait().unwrap().is_none() {}
            thread::sleep(delay);
        }
    }
    end(child.id());
    child.wait().unwrap()
}

fn signal(name: &str, process: u32) {
    // It may have ended by then.
    let _ = Command::new("kill").args([name, &process.to_string()]).stderr(Stdio::null()).status().unwrap();
}

/// Kills a command at random instants. Before each run the files are put in one of two states; after the kill each is as
/// before or as the whole run would have left it, and after one more run all are.
fn is_whole_whenever_it_is_killed(
    arguments: &[&str],
    seed: u64,
    first_written: &str,
    states: [&dyn Fn(usize) -> String; 2],
) {
    let mut random = Random(seed);
    let folder = Folder::with(&[]);
    let first_written = folder.path(first_written);
    let whole_run = || {
        let since = Instant::now();
        let ran = folder.run(arguments);
        assert_eq!(ran.status, 0, "{}", ran.err);
        since.elapsed()
    };
    // What a whole run makes of each state.
    let mut outcomes = Vec::new();
    let mut longest = Duration::ZERO;
    for state in states {
        write(&folder, state);
        longest = longest.max(whole_run());
        outcomes.push(contents(&folder));
    }
    let mut cut_short = 0;
    for kill in 0..KILLS {
        let turn = usize::from(kill % 2 == 1);
        write(&folder, states[turn]);
        let before = contents(&folder);
        // Every second one comes while files are being written.
        let at = match kill % 4 {
            0 | 1 => Moment::After(random.instant(longest)),
            _ => Moment::Written(&first_written, random.instant(WRITING)),
        };
        let status = ended(&folder, arguments, at, |process| signal("-KILL", process));
        let after = named(contents(&folder));
        for (name, now) in &after {
            let is_old = before.get(name) == Some(now);
            assert!(is_old || outcomes[turn].get(name) == Some(now), "kill {kill}: `{name}` is half:\n{now}");
        }
        assert!(before.keys().all(|name| after.contains_key(name)), "kill {kill}: a file is gone");
        cut_short += u64::from(!status.success() && after != before && after != outcomes[turn]);
        whole_run();
        assert_eq!(contents(&folder), outcomes[turn], "kill {kill}: something is left over");
    }
    assert!(cut_short > 0, "no kill came in the midst of the writing");
}

fn workout(title: &str) -> String {
    format!("title \"{title}\"\ncircuit rounds 5 <\n{}>\n", "  squat 30s\n  rest 15s\n".repeat(20))
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_the_old_outputs_or_the_new() {
    let first = |number| workout(&format!("First {number}"));
    let second = |number| workout(&format!("Second {number}"));
    is_whole_whenever_it_is_killed(&["build", "--to", "md,json"], 1, "build/day-1.md", [&first, &second]);
}

#[cfg(unix)]
#[test]
fn fmt_that_is_killed_leaves_the_old_texts_or_the_new() {
    let first = |number| format!("title   \"First {number}\"\n{}", "squat  30 sec\n".repeat(100));
    let second = |number| format!("TITLE \"Second {number}\"\n{}", "lunge  30 sec\n".repeat(100));
    is_whole_whenever_it_is_killed(&["fmt"], 2, "day-1.wod", [&first, &second]);
}

#[cfg(unix)]
#[test]
fn mending_that_is_killed_leaves_the_old_texts_or_the_new() {
    let first = |number| format!("title \"First {number}\"\n{}", "squat 30s\nrest 5m\n".repeat(15));
    let second = |number| format!("title \"Second {number}\"\n{}", "10 lunges\nrest 5m\n".repeat(15));
    is_whole_whenever_it_is_killed(&["check", "--fix"], 3, "day-1.wod", [&first, &second]);
}

#[cfg(unix)]
#[test]
fn a_file_with_two_names_is_whole_again_after_the_next_run() {
    let ugly = "squat  30 sec\n".repeat(1_000);
    let folder = Folder::with(&[("a.wod", &ugly)]);
    fs::hard_link(folder.path("a.wod"), folder.path("b.txt")).unwrap();
    let since = Instant::now();
    assert_eq!(folder.run(&["fmt"]).status, 0);
    let (longest, tidy) = (since.elapsed(), folder.read("a.wod"));
    let mut random = Random(4);
    for kill in 0..30 {
        folder.write("a.wod", &ugly);
        ended(&folder, &["fmt"], Moment::After(random.instant(longest)), |process| signal("-KILL", process));
        assert_eq!(folder.run(&["fmt"]).status, 0, "kill {kill}");
        assert!(folder.read("a.wod") == tidy && folder.read("b.txt") == tidy, "kill {kill}");
        assert_eq!(contents(&folder).len(), 2, "kill {kill}: something is left over");
    }
}

#[cfg(unix)]
#[test]
fn a_build_that_is_interrupted_leaves_nothing_half_and_nothing_over() {
    const WORKOUTS: usize = 150;
    let folder = Folder::with(&[]);
    for number in 0..WORKOUTS {
        folder.write(&format!("day-{number}.wod"), &workout(&format!("Day {number}")));
    }
    let arguments = ["build", "--to", "md,json"];
    assert_eq!(folder.run(&arguments).status, 0);
    let whole = contents(&folder);
    let first_written = folder.path("build/day-0.md");
    let mut random = Random(5);
    let mut cut_short = 0;
    for turn in 0..20 {
        let _ = fs::remove_dir_all(folder.path("build"));
        let at = Moment::Written(&first_written, random.instant(20 * WRITING));
        let status = ended(&folder, &arguments, at, |process| signal("-INT", process));
        let left = contents(&folder);
        for (name, now) in &left {
            assert_eq!(Some(now), whole.get(name), "turn {turn}: `{name}` is half or left over");
        }
        if left.len() < whole.len() && left.len() > WORKOUTS {
            cut_short += 1;
            assert_eq!(status.code(), Some(130), "turn {turn}");
        }
    }
    assert!(cut_short > 0, "no interrupt came in the midst of the writing");
}

/// Another run that is at it is no run that was killed.
#[cfg(unix)]
#[test]
fn what_another_run_is_writing_is_left_alone() {
    let folder = Folder::with(&[
        ("a.wod", "squat 5\n"),
        ("build/.wodc-aB3dE6.new", "half"),
        ("build/.wodc-notes", ""),
    ]);
    let held = fs::File::open(folder.path("build/.wodc-aB3dE6.new")).unwrap();
    held.lock().unwrap();
    let run = || assert_eq!(folder.run(&["build", "--to", "md"]).status, 0);
    run();
    assert!(folder.path("build/.wodc-aB3dE6.new").exists());
    drop(held);
    run();
    assert!(!folder.path("build/.wodc-aB3dE6.new").exists());
    // What only begins like one is somebody's own.
    assert!(folder.path("build/.wodc-notes").exists());
}
