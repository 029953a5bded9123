//! The pages in `docs/rules` are made from those beside the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::page::Page;
use crate::{Rule, Severity, project};

/// How to make the pages again.
const HOW: &str = "to make the pages again: WODC_BLESS=1 cargo test --test rules";

/// Returns what `docs/rules` must hold: the text of each file by its name.
fn pages() -> BTreeMap<String, String> {
    let pages: Vec<Page> = Rule::ALL.iter().filter_map(|&rule| Page::of(rule)).collect();
    let mut files: BTreeMap<String, String> =
        pages.iter().map(|page| (format!("{}.md", page.rule.name()), page.write())).collect();
    files.insert("README.md".to_owned(), table(&pages));
    files
}

/// Writes the table of all rules.
fn table(pages: &[Page]) -> String {
    let mut text = String::from(
        "# The rules\n\n\
         Each message about a workout belongs to a rule. The name of the rule is printed above the message, \
         `wodc explain NAME` prints its page, and the name never changes.\n\n\
         An **error** stops the file it is in: nothing is written for it. A **warning** is probably a mistake, and a \
         **note** is worth knowing; neither stops anything. If you mean what you wrote, \
         `allow NAME \"why\"` [silences one](../language.md#about-the-workout). A rule that is **off** is only reported \
         if you [ask for it](../settings.md#rules): `wodc check -W NAME`.\n",
    );
    let mut group = "";
    for &rule in Rule::ALL {
        if rule.group() != group {
            group = rule.group();
            text +=
                &format!("\n## {group}\n\n| rule | level | is about | fix |\n| --- | --- | --- | --- |\n");
        }
        let page = pages.iter().find(|page| page.rule == rule);
        let name = rule.name();
        let name = if page.is_some() { format!("[`{name}`]({name}.md)") } else { format!("`{name}`") };
        let off = if rule.is_on() { "" } else { ", off" };
        let fix = if page.is_some_and(Page::has_fix) { "yes" } else { "" };
        let summary = rule.summary().replace('|', "\\|");
        text += &format!("| {name} | {}{off} | {summary} | {fix} |\n", rule.severity().name());
    }
    text
}

/// Returns the names of the files in a folder.
fn files_in(folder: &Path) -> BTreeSet<String> {
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    fs::read_dir(folder).unwrap().map(|entry| name(entry.unwrap())).collect()
}

#[test]
fn the_pages_in_the_book_are_those_beside_the_code() {
    let folder = project("docs/rules");
    let pages = pages();
    let left_over = files_in(&folder).into_iter().filter(|name| !pages.contains_key(name));
    if env::var_os("WODC_BLESS").is_some_and(|value| !value.is_empty()) {
        left_over.for_each(|name| fs::remove_file(folder.join(name)).unwrap());
        for (name, text) in &pages {
            // What has not changed is not touched, so that nothing is built again because of it.
            if fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text) {
                fs::write(folder.join(name), text).unwrap();
            }
        }
        return;
    }
    let left_over: Vec<String> = left_over.collect();
    assert!(left_over.is_empty(), "these are no rule's: {left_over:?}\n{HOW}");
    for (name, text) in &pages {
        let found = fs::read_to_string(folder.join(name)).unwrap_or_default();
        // A checkout may have turned the line ends.
        assert!(
            found.replace("\r\n", "\n") == *text,
            "docs/rules/{name} is not what its page beside the code says\n{HOW}"
        );
    }
    for page in Rule::ALL.iter().filter_map(|&rule| Page::of(rule)) {
        let embedded = page.rule.page().replace("\r\n", "\n");
        assert_eq!(embedded, page.write(), "the program has another page of {}", page.rule.name());
    }
}

#[test]
fn each_page_beside_the_table_is_that_of_a_rule_of_the_language() {
    let of_language = Rule::ALL.iter().filter(|rule| !rule.is_of_training());
    let expected: BTreeSet<String> = of_language.map(|rule| format!("{}.md", rule.name())).collect();
    assert_eq!(files_in(&project("src/diagnostic/rules")), expected);
}

#[test]
fn what_the_pages_link_to_is_there() {
    let folder = project("docs/rules");
    let pages = pages();
    let mut wrong = String::new();
    for (name, text) in &pages {
        for event in Parser::new(text) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            let (file, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
            let file = if file.is_empty() { name } else { file };
            let target = pages.get(file).cloned().or_else(|| fs::read_to_string(folder.join(file)).ok());
            let is_there = match target {
                Some(text) => anchor.is_empty() || anchors(&text).contains(anchor),
                None => folder.join(file).is_dir(),
            };
            if !is_there {
                wrong += &format!("{name} links to {dest_url}, which is not there\n");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Returns the anchors of a page's headings, as they are made where the book is read: small letters, dashes for blanks.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => heading.iter_mut().for_each(|heading| *heading += &text),
            Event::End(TagEnd::Heading(_)) => {
                let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
                let anchor: String = heading.take().unwrap().to_lowercase().chars().filter(kept).collect();
                anchors.insert(anchor.replace(' ', "-"));
            }
            _ => {}
        }
    }
    anchors
}

#[test]
fn the_page_of_the_language_lists_all_rules_that_are_no_errors() {
    let text = fs::read_to_string(project("docs/language.md")).unwrap();
    let table =
        text.split("These are the warnings:").nth(1).unwrap().split("Everything else is an error.").next();
    let rows = table.unwrap().lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    let listed: BTreeSet<&str> =
        rows.flat_map(|names| names.split(", ")).map(|name| name.trim_matches('`')).collect();
    let mild = Rule::ALL.iter().filter(|rule| rule.severity() != Severity::Error);
    assert_eq!(listed, mild.map(|rule| rule.name()).collect());
}
