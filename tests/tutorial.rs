//! The tutorials, typed as they say: each file is written, each command run, and what the page shows is what comes back.
//!
//! A block fenced as `wod NAME` is the file of that name from there on; one fenced as `more NAME` is added to its end. One
//! fenced as `console` has a command after `$`, what is typed meanwhile after `>`, and the beginning of the answer, in
//! which a line `…` leaves something out. One fenced as `text PATH` is a part of that file as it is then, and one fenced
//! as `file NAME` is a file of another kind, such as what an app exports.

#![cfg(all(feature = "cli", feature = "html", feature = "pdf"))]

use std::fs;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

mod common;

use common::Folder;

/// Reads a page of the book.
fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

/// Returns the fenced blocks of a page: what is said after the fence, and their texts.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = None;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(about))) => {
                open = Some((about.into_string(), String::new()));
            }
            Event::Text(text) => open.iter_mut().for_each(|(_, inside)| *inside += &text),
            Event::End(TagEnd::CodeBlock) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// What of a page was done.
#[derive(Debug, Default)]
struct Done {
    files: usize,
    commands: usize,
    parts: usize,
}

/// Does what a page says, block by block.
fn follow(page: &str) -> Done {
    let folder = Folder::with(&[]);
    let mut done = Done::default();
    for (about, text) in blocks(page) {
        let (kind, name) = about.split_once(' ').unwrap_or((&about, ""));
        match kind {
            "wod" | "wod,error" | "file" => {
                folder.write(name, &text);
                done.files += 1;
            }
            "more" => {
                folder.write(name, &(folder.read(name) + &text));
                done.files += 1;
            }
            "console" => {
                let (command, shown) = text.split_once('\n').unwrap();
                let arguments: Vec<&str> = command.strip_prefix("$ wodc ").unwrap().split(' ').collect();
                if shown.lines().any(|line| line.starts_with('>')) {
                    type_in(&folder, &arguments, shown);
                } else {
                    let ended = folder.run(&arguments);
                    assert_answers(command, &format!("{}{}", ended.out, ended.err), shown);
                }
                done.commands += 1;
            }
            "text" => {
                let output = folder.read(name);
                assert!(output.contains(&text), "{name}\n{output}\nhas no\n{text}");
                done.parts += 1;
            }
            "sh" => {}
            other => panic!("a block of the tutorial is fenced as `{other}`"),
        }
    }
    done
}

/// Asserts that an answer begins as it is shown; a line `…` stands for any others.
fn assert_answers(command: &str, answer: &str, shown: &str) {
    let mut rest = answer;
    for (number, part) in shown.split("…\n").enumerate() {
        let at = if number == 0 { rest.starts_with(part).then_some(0) } else { rest.find(part) };
        let Some(at) = at else { panic!("{command}\n{answer}\nis not\n{shown}") };
        rest = &rest[at + part.len()..];
    }
}

/// Runs a command on a terminal, waits for each line that is shown, and types what is after `>`.
#[cfg(unix)]
fn type_in(folder: &Folder, arguments: &[&str], shown: &str) {
    let mut terminal = common::terminal::Terminal::begin(folder, arguments);
    for line in shown.lines() {
        match line.strip_prefix('>') {
            Some(typed) => terminal.type_in(&format!("{}\n", typed.trim_start())),
            None => terminal.wait_for(line),
        }
    }
    assert_eq!(terminal.end(), 0, "{arguments:?}");
}

#[cfg(not(unix))]
fn type_in(_: &Folder, arguments: &[&str], _: &str) {
    panic!("{arguments:?} needs a terminal, which tests have on Unix alone");
}

#[test]
fn the_first_tutorial_says_what_happens() {
    let Done { files, commands, parts } = follow(&page("tutorial.md"));
    assert!(files >= 6 && commands >= 8 && parts >= 3, "{files} files, {commands} commands, {parts} parts");
}

#[cfg(unix)]
#[test]
fn the_month_of_training_goes_as_it_says() {
    let Done { files, commands, parts } = follow(&page("month.md"));
    assert!(files >= 6 && commands >= 15 && parts >= 1, "{files} files, {commands} commands, {parts} parts");
}

#[test]
#[should_panic(expected = "is not")]
fn an_answer_that_is_shown_wrongly_is_found() {
    assert_answers("$ wodc", "one\ntwo\nthree\n", "one\n…\nfour\n");
}
