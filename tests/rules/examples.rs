//! The examples of the pages do what the pages say.

use crate::exempt::WITHOUT_EXAMPLES;
use crate::page::Page;
use crate::{Rule, diagnose, gives, is_built, written};

#[test]
fn a_page_says_what_why_what_is_wrong_and_what_is_right() {
    let mut wrong = String::new();
    for &rule in Rule::ALL {
        let name = rule.name();
        let Some(page) = Page::of(rule) else {
            wrong += &format!(
                "`{name}` has no page: write it to `src/diagnostic/rules/{name}.md`, or as the doc comment of its file in `src/lint`\n"
            );
            continue;
        };
        let mut headings = page.headings();
        // Where its figures come from, and what else there is to say.
        headings.retain(|heading| !["Source", "Note"].contains(heading));
        if headings != ["Why", "Wrong", "Right"] {
            wrong += &format!("the page of `{name}` has the headings {headings:?}\n");
        }
        let says = page.text.lines().next().is_some_and(|line| !line.is_empty() && !line.starts_with('#'));
        if !says {
            wrong += &format!("the page of `{name}` does not begin with what it says\n");
        }
        let is_exempt = WITHOUT_EXAMPLES.iter().any(|&(exempt, _)| exempt == rule);
        if page.wrong.is_empty() != is_exempt || page.right.is_empty() {
            wrong += &format!("the page of `{name}` lacks an example\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_a_page_shows_as_wrong_gives_its_rule() {
    let mut wrong = String::new();
    for page in Rule::ALL.iter().filter(|&&rule| is_built(rule)).filter_map(|&rule| Page::of(rule)) {
        for example in &page.wrong {
            let said = diagnose(&example.text, page.rule, &example.beside);
            if !gives(&said, page.rule) {
                let name = page.rule.name();
                wrong +=
                    &format!("no `{name}` is given by\n{}which says\n{}\n", example.text, written(&said));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn of_what_a_page_shows_as_right_nothing_is_said() {
    let mut wrong = String::new();
    for page in Rule::ALL.iter().filter_map(|&rule| Page::of(rule)) {
        for example in &page.right {
            let said = diagnose(&example.text, page.rule, &example.beside);
            if !said.is_empty() {
                let name = page.rule.name();
                wrong += &format!("of `{name}` the right\n{}says\n{}\n", example.text, written(&said));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
