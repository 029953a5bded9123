//! How long it takes from a key to what is said of the text, over a recorded session of typing, and to what may be
//! written next; and whether memory grows.
//!
//! `cargo bench --no-default-features --features cli,html,lsp --bench keys` types the session (`session.txt`) into files
//! of 1,000 and of 20,000 lines, near the start, in the middle and near the end, by the language server: a change goes in
//! as a message, and is over when the message with all diagnostics of the file has come. Each session is played a few
//! times, and the least time of each key counts, since other programs only ever make it longer. With `check` after `--`,
//! small files show that everything still runs, and that what is said in the end is what a fresh look says.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program of its own")]

mod editor;
#[path = "../ordinary/mod.rs"]
mod ordinary;
mod session;

use std::time::Duration;

use editor::Editor;
use ordinary::ordinary;
use peak_alloc::PeakAlloc;
use serde_json::Value;
use session::Change;
use wodc::analysis::{NoFiles, Request, diagnose};
use wodc::source::SourceFile;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How often each session is played.
const PLAYS: usize = 5;
/// Memory is measured after this many edits, and again after all of them. It may grow by a fiftieth: what a text and
/// what is said of it take depends on where in the session it is.
const FIRST_EDITS: usize = 100;
const MOST_GROWTH: f64 = 1.02;

fn main() {
    let is_check = std::env::args().any(|argument| argument == "check");
    let (sizes, plays, edits) =
        if is_check { ([100, 400], 1, 500) } else { ([1_000, 20_000], PLAYS, 10_000) };
    println!("{:>7} {:<8}{:>44}{:>44}", "", "", "to all diagnostics, ms", "to completion, ms");
    let heads = format!("{:>8}{:>9}{:>9}{:>9}{:>9}", "least", "median", "p95", "p99", "most");
    println!("{:>7} {:<8}{heads}{heads}", "lines", "where");
    for lines in sizes {
        let text = ordinary(lines);
        let places = [("start", 0), ("middle", text.len() / 2), ("end", text.len())];
        for (name, place) in places {
            let Times { said, completed } = typed(&text, line_end(&text, place), plays);
            println!("{lines:>7} {name:<8}{}{}", distribution(said), distribution(completed));
        }
    }
    memory(sizes[0], edits);
}

/// Returns the end of the last line before a place that says how a bench press is done, or of the first after it: there a
/// step can follow.
fn line_end(text: &str, place: usize) -> usize {
    let step = "\n  bench press";
    let line = text[..place].rfind(step).or_else(|| text.find(step)).expect("a workout") + 1;
    line + text[line..].find('\n').expect("its end")
}

/// How long each key of a session took.
struct Times {
    said: Vec<Duration>,
    completed: Vec<Duration>,
}

/// Types the session into a text from a place on, several times.
fn typed(text: &str, from: usize, plays: usize) -> Times {
    let mut times = Times { said: Vec::new(), completed: Vec::new() };
    let (mut editor, _) = Editor::open(text);
    for _ in 0..plays {
        let mut key = 0;
        let mut last = Value::Null;
        session::play(from, |change, caret| {
            let (said, took) = editor.change(&change);
            note(&mut times.said, key, took);
            note(&mut times.completed, key, editor.complete(caret));
            key += 1;
            last = said;
        });
        assert_eq!(rules(&last), expected(&editor.text));
        restore(&mut editor, text, from);
    }
    times
}

/// Notes how long a key took, unless it took less in another play.
fn note(times: &mut Vec<Duration>, key: usize, took: Duration) {
    match times.get_mut(key) {
        Some(least) => *least = took.min(*least),
        None => times.push(took),
    }
}

/// Takes everything back that was typed from a place on.
fn restore(editor: &mut Editor, text: &str, from: usize) {
    let typed = editor.text.len() - text.len();
    editor.change(&Change { place: from..from + typed, text: String::new() });
    assert_eq!(editor.text, text);
}

/// Returns the rules of what a server says.
fn rules(said: &Value) -> Vec<&str> {
    said.as_array().expect("a list").iter().filter_map(|one| one["code"].as_str()).collect()
}

/// Returns the rules of what is said of a text at a first look.
fn expected(text: &str) -> Vec<&'static str> {
    let found = diagnose(SourceFile::new("untitled:typed.wod", text), &Request::default(), &NoFiles);
    found.diagnostics.iter().map(|one| one.rule.name()).collect()
}

fn distribution(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let share = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3;
    let [least, median, p95, p99, most] = [0, 50, 95, 99, 100].map(share);
    format!("{least:>8.2}{median:>9.2}{p95:>9.2}{p99:>9.2}{most:>9.2}")
}

/// Types the session again and again, and compares the memory that is in use between two sessions.
fn memory(lines: usize, edits: usize) {
    let text = ordinary(lines);
    let from = line_end(&text, text.len() / 2);
    let (mut editor, _) = Editor::open(&text);
    let (mut made, mut first) = (0, None);
    while made < edits {
        session::play(from, |change, caret| {
            editor.change(&change);
            editor.complete(caret);
            made += 1;
        });
        restore(&mut editor, &text, from);
        if made >= FIRST_EDITS && first.is_none() {
            first = Some((made, MEMORY.current_usage()));
        }
    }
    let last = MEMORY.current_usage();
    let (after, first) = first.expect("there are enough edits");
    let growth = last as f64 / first as f64;
    let kilobytes = |bytes: usize| bytes / 1000;
    println!(
        "memory, {lines} lines: {} kB after {after} edits, {} kB after {made}, {growth:.3} times as much",
        kilobytes(first),
        kilobytes(last)
    );
    assert!(growth <= MOST_GROWTH, "memory grows as somebody types");
}
