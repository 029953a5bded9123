//! The book's own snippets: what is shown as `.wod` compiles, and what is shown as a mistake is one.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::input::{Input, has_errors, project};

/// A fenced block of a page.
#[derive(Debug, PartialEq, Eq)]
struct Snippet {
    /// The line of its fence.
    line: usize,
    /// Whether the page says that it is a mistake: ```` ```wod,error ````.
    is_mistake: bool,
    /// All of it.
    text: String,
}

/// Returns the pages of the book: the readme, and all that lies under `docs/` but for the rules' own pages, whose
/// examples are held to more in `tests/rules`.
fn pages() -> Vec<PathBuf> {
    fn pages_in(folder: &Path, pages: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("docs/rules") {
                continue;
            }
            if path.is_dir() {
                pages_in(&path, pages);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    let mut pages = vec![project().join("README.md")];
    pages.retain(|page| page.exists());
    pages_in(&project().join("docs"), &mut pages);
    pages.sort();
    pages
}

/// Returns the blocks of a page that are fenced as `wod`.
fn snippets(page: &str) -> Vec<Snippet> {
    let mut found = Vec::new();
    let mut open: Option<Snippet> = None;
    for (event, range) in Parser::new(page).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(about))) => {
                let mut words = about.split([',', ' ']);
                if words.next() == Some("wod") {
                    let line = page[..range.start].matches('\n').count() + 1;
                    let is_mistake = words.any(|word| word == "error");
                    open = Some(Snippet { line, is_mistake, text: String::new() });
                }
            }
            Event::Text(text) => open.iter_mut().for_each(|snippet| snippet.text += &text),
            Event::End(TagEnd::CodeBlock) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// Returns every snippet of the book that is shown as right, with the examples beside it.
pub fn all_snippets() -> Vec<Input> {
    let mut inputs = Vec::new();
    for page in pages() {
        let name = page.file_name().unwrap().to_str().unwrap();
        let right = snippets(&fs::read_to_string(&page).unwrap()).into_iter().filter(|one| !one.is_mistake);
        inputs.extend(right.map(|Snippet { line, text, .. }| Input {
            name: format!("{name}-{line}.wod"),
            folder: project().join("examples"),
            text,
        }));
    }
    inputs
}

#[test]
fn every_snippet_of_the_book_does_what_the_book_says() {
    let mut wrong = String::new();
    for page in pages() {
        let name = page.strip_prefix(project()).unwrap().display().to_string();
        for Snippet { line, is_mistake, text } in snippets(&fs::read_to_string(&page).unwrap()) {
            // What a snippet uses lies among the examples.
            let input = Input { folder: project().join("examples"), ..Input::of(text) };
            let diagnostics = input.diagnostics();
            if is_mistake && !has_errors(&diagnostics) {
                wrong += &format!("{name}:{line} is shown as a mistake, but it compiles\n");
            }
            if !is_mistake && has_errors(&diagnostics) {
                wrong += &format!("{name}:{line} does not compile\n{}", input.said(&diagnostics));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn snippets_are_found_with_what_is_said_of_them() {
    let page = "Text\n```wod\nsquat 10\n```\n\n1. ```wod,error\n   squat\n   ```\n\n```text\nno\n```\n";
    let snippet = |line, is_mistake, text: &str| Snippet { line, is_mistake, text: text.to_owned() };
    assert_eq!(snippets(page), [snippet(2, false, "squat 10\n"), snippet(6, true, "squat\n")]);
}
