//! The tutorial, typed as it says: each file is written, each command run, and what the page shows is what comes back.
//!
//! A block fenced as `wod NAME` is the file of that name from there on. One fenced as `console` has a command after `$`
//! and the beginning of the answer. One fenced as `text PATH` is a part of that output.

#![cfg(all(feature = "cli", feature = "html", feature = "pdf"))]

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

mod common;

use common::Folder;

const TUTORIAL: &str = include_str!("../docs/tutorial.md");

/// Returns the fenced blocks of the page: what is said after the fence, and their texts.
fn blocks() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = None;
    for event in Parser::new(TUTORIAL) {
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

#[test]
fn the_tutorial_says_what_happens() {
    let folder = Folder::with(&[]);
    let (mut files, mut commands, mut parts) = (0, 0, 0);
    for (about, text) in blocks() {
        let (kind, name) = about.split_once(' ').unwrap_or((&about, ""));
        match kind {
            "wod" | "wod,error" => {
                folder.write(name, &text);
                files += 1;
            }
            "console" => {
                let (command, shown) = text.split_once('\n').unwrap();
                let arguments: Vec<&str> = command.strip_prefix("$ wodc ").unwrap().split(' ').collect();
                let ended = folder.run(&arguments);
                let answer = format!("{}{}", ended.out, ended.err);
                assert!(answer.starts_with(shown), "{command}\n{answer}\nis not\n{shown}");
                commands += 1;
            }
            "text" => {
                let output = folder.read(name);
                assert!(output.contains(&text), "{name}\n{output}\nhas no\n{text}");
                parts += 1;
            }
            "sh" => {}
            other => panic!("a block of the tutorial is fenced as `{other}`"),
        }
    }
    assert!(files >= 6 && commands >= 8 && parts >= 3, "{files} files, {commands} commands, {parts} parts");
}
