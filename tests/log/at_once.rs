//! Many runs that add to one file at the same time, some of which are killed.

use std::fs;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Instant;

use super::common::{Folder, program};
use super::{BOOK, SAM, sessions};

/// How many write at once.
const WRITERS: usize = 20;

/// How often they do so.
const ROUNDS: usize = 8;

fn session(round: usize, writer: usize) -> String {
    format!(
        "done 2026-{:02}-{:02} \"Round {round}\" <\n  back squat 5, 5, {writer} @ 60kg\n>\n",
        1 + round,
        1 + writer
    )
}

/// Starts a run that adds the session of a writer.
fn start(folder: &Folder, round: usize, writer: usize) -> Child {
    let file = format!("in/{round}-{writer}.txt");
    folder.write(&file, &session(round, writer));
    start_with(folder, &file)
}

/// Starts a run that adds what a file holds.
fn start_with(folder: &Folder, file: &str) -> Child {
    let mut command = program(&folder.path(""));
    command.args(["log", file, "--athlete", "sam.wod"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Asserts that the results are in order, and that each session that a run reported as added is there, once.
fn assert_whole(folder: &Folder, added: &[String], may_be: &[String]) {
    let text = folder.read("sam-results.wod");
    assert!(text.starts_with(BOOK), "what was there is changed:\n{text}");
    for session in added {
        assert_eq!(text.matches(session.as_str()).count(), 1, "{session} in:\n{text}");
    }
    let unreported = may_be.iter().filter(|session| text.contains(session.as_str())).count();
    assert_eq!(sessions(&folder.path("sam-results.wod")), 1 + added.len() + unreported, "{text}");
    let checked = folder.run(&["check", "sam-results.wod"]);
    assert_eq!((checked.status, &*checked.err), (0, ""));
}

#[test]
fn twenty_writers_at_once_lose_nothing_even_if_one_is_killed() {
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", BOOK)]);
    let (mut added, mut may_be) = (Vec::new(), Vec::new());
    let since = Instant::now();
    for writer in (0..WRITERS).map(|writer| start(&folder, ROUNDS, writer)).collect::<Vec<_>>() {
        assert!(writer.wait_with_output().unwrap().status.success());
    }
    let whole = since.elapsed();
    added.extend((0..WRITERS).map(|writer| session(ROUNDS, writer)));
    let mut cut_short = 0;
    for round in 0..ROUNDS {
        let mut children: Vec<(usize, Child)> =
            (0..WRITERS).map(|writer| (writer, start(&folder, round, writer))).collect();
        // Another one each time, from early in the round to its end.
        let victim = (round * 7) % WRITERS;
        thread::sleep(whole * (1 + round as u32) / (2 + ROUNDS as u32));
        children[victim].1.kill().unwrap();
        for (writer, child) in children {
            let ended = child.wait_with_output().unwrap();
            let told = String::from_utf8(ended.stderr).unwrap();
            if ended.status.success() {
                added.push(session(round, writer));
            } else {
                assert_eq!(writer, victim, "round {round}: {told}");
                may_be.push(session(round, writer));
                cut_short += 1;
            }
        }
        assert_whole(&folder, &added, &may_be);
    }
    assert!(cut_short > 0, "nobody was killed");
    // The next run clears up what the killed ones left.
    let last = start(&folder, ROUNDS, WRITERS + 1).wait_with_output().unwrap();
    assert!(last.status.success());
    assert_eq!(left(&folder), ["in", "sam-results.wod", "sam.wod"]);
}

/// Returns what a folder holds.
fn left(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path("")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_run_that_is_killed_leaves_the_old_results_or_the_new() {
    const KILLS: u32 = 24;
    let sessions = (0..ROUNDS).flat_map(|round| (0..WRITERS).map(move |writer| session(round, writer)));
    let before = BOOK.to_owned() + &sessions.collect::<String>();
    let new = session(ROUNDS, 0);
    let after = before.clone() + &new;
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", &before), ("new.txt", &new)]);
    let since = Instant::now();
    assert!(start_with(&folder, "new.txt").wait_with_output().unwrap().status.success());
    let whole = since.elapsed();
    let mut under_lock = 0;
    for kill in 0..KILLS {
        folder.write("sam-results.wod", &before);
        let mut child = start_with(&folder, "new.txt");
        thread::sleep(whole * (1 + kill) / KILLS);
        child.kill().unwrap();
        child.wait().unwrap();
        let now = folder.read("sam-results.wod");
        assert!(now == before || now == after, "kill {kill}: the file is half");
        under_lock += u32::from(left(&folder).len() > 3);
        // A lock that is left over keeps nobody out.
        assert!(start_with(&folder, "new.txt").wait_with_output().unwrap().status.success());
        assert!(folder.read("sam-results.wod") == after, "kill {kill}");
        assert_eq!(left(&folder), ["new.txt", "sam-results.wod", "sam.wod"], "kill {kill}");
    }
    assert!(under_lock > 0, "no kill came while the file was locked");
}

#[test]
fn formatting_at_the_same_time_loses_nothing() {
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", BOOK)]);
    let writers: Vec<Child> = (0..WRITERS).map(|writer| start(&folder, 0, writer)).collect();
    for _ in 0..5 {
        let ran = folder.run(&["fmt", "sam-results.wod"]);
        assert_eq!((ran.status, &*ran.err), (0, ""));
    }
    for writer in writers {
        assert!(writer.wait_with_output().unwrap().status.success());
    }
    assert_eq!(folder.run(&["fmt", "sam-results.wod"]).status, 0);
    let text = folder.read("sam-results.wod");
    assert_eq!(sessions(&folder.path("sam-results.wod")), 1 + WRITERS, "{text}");
    for writer in 0..WRITERS {
        assert!(text.contains(&format!("5, 5, {writer} @ 60kg")), "{writer} in:\n{text}");
    }
    assert_eq!(folder.run(&["check", "sam-results.wod"]).status, 0);
}

#[test]
fn the_same_session_from_twenty_writers_is_there_once() {
    let folder = Folder::with(&[("sam.wod", SAM), ("sam-results.wod", BOOK)]);
    folder.write("same.txt", &session(0, 5));
    let writers: Vec<Child> = (0..WRITERS).map(|_| start_with(&folder, "same.txt")).collect();
    for writer in writers {
        assert!(writer.wait_with_output().unwrap().status.success());
    }
    assert_eq!(folder.read("sam-results.wod"), format!("{BOOK}{}", session(0, 5)));
}
