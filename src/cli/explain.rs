//! `wodc explain`

use std::borrow::Cow;
use std::io::{self, IsTerminal};

use clap::Args;

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, HELP_WIDTH, streams};
use crate::catalog;
use crate::diagnostic::{Rule, nearest};
use crate::service::{WordPage, word_pages};

const EXAMPLES: &str = "  wodc explain metres-for-minutes
  wodc explain emom
  wodc explain per side
  wodc explain              list all rules and words";

/// Explains a message, or a word of the language such as emom
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct ExplainArguments {
    /// A rule, as printed above a message, or a word such as emom [default: list
    /// all rules and words]
    #[arg(value_name = "RULE OR WORD")]
    name: Vec<String>,
}

/// Prints the page of a rule or a word, or lists them all: as tables on a terminal, elsewhere one a line with tabs
/// between.
pub fn run(arguments: &ExplainArguments) -> Result<Outcome, Trouble> {
    let text = if !arguments.name.is_empty() {
        plain(&page(&arguments.name.join(" "))?)
    } else if io::stdout().is_terminal() {
        table()
    } else {
        let words =
            word_pages().into_iter().map(|word| [word.names[0].into(), "word".into(), word.summary().into()]);
        let rows = Rule::ALL.iter().map(|&rule| row(rule)).chain(words);
        rows.map(|row| row.join("\t") + "\n").collect()
    };
    streams::print(&text)?;
    Ok(Outcome::Fine)
}

/// Returns the page of the rule or the word of this name.
pub fn page(name: &str) -> Result<Cow<'static, str>, Trouble> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(rule) = Rule::ALL.iter().find(|rule| rule.name().eq_ignore_ascii_case(&name)) {
        return Ok(rule.page().into());
    }
    let pages = word_pages();
    if let Some(word) = WordPage::find(&pages, &name) {
        return Ok(word.page().into());
    }
    if catalog::find(&catalog::key(&name)).is_some() {
        let message = format!("`{name}` is a movement; `wodc movements {name} --full` shows it");
        return Err(Trouble::new(message));
    }
    let names =
        Rule::ALL.iter().map(|rule| rule.name()).chain(pages.iter().flat_map(|word| word.names.clone()));
    let near = nearest(&name, names).map_or(String::new(), |near| format!("; there is `{near}`"));
    let message =
        format!("there is no rule and no word called `{name}`{near}\n`wodc explain` lists them all");
    Err(Trouble::new(message))
}

/// Returns the columns of a rule: its name, its severity and its summary.
fn row(rule: Rule) -> [String; 3] {
    let off = if rule.is_on() { "" } else { ", off" };
    [rule.name().into(), format!("{}{off}", rule.severity().name()), rule.summary().into()]
}

/// Returns tables for people: the rules group by group, then the words.
pub fn table() -> String {
    let rows: Vec<_> = Rule::ALL.iter().map(|&rule| (rule.group(), row(rule))).collect();
    let width = |column: usize| rows.iter().map(|(_, row)| row[column].len()).max().unwrap_or_default();
    let (names, levels) = (width(0), width(1));
    let mut text = String::new();
    let mut last = "";
    for (group, [name, level, summary]) in &rows {
        if *group != last {
            let gap = if last.is_empty() { "" } else { "\n" };
            text += &format!("{gap}{}\n", group.to_uppercase());
            last = group;
        }
        text += &format!("  {name:<names$}   {level:<levels$}   {summary}\n");
    }
    let pages = word_pages();
    let names = pages.iter().map(|word| word.names[0].len()).max().unwrap_or_default();
    text += "\nTHE WORDS OF THE LANGUAGE\n";
    for word in &pages {
        text += &format!("  {:<names$}   {}\n", word.names[0], word.summary());
    }
    text + "\n`wodc explain NAME` says more about each rule and each word.\n"
}

/// Returns a page for a terminal: wrapped to its width, examples indented, and no Markdown but the backquotes.
fn plain(page: &str) -> String {
    let mut text = String::new();
    let mut paragraph = String::new();
    let mut is_example = false;
    for line in page.lines() {
        if line.starts_with("```") {
            is_example = !is_example;
        } else if is_example {
            text += format!("    {line}").trim_end();
            text.push('\n');
        } else if line.is_empty() || line.starts_with(['#', '|', '-']) {
            end(&mut paragraph, &mut text);
            if let Some(heading) = line.strip_prefix("## ") {
                text += &heading.to_uppercase();
            } else if line.starts_with('-') {
                paragraph += line;
            } else {
                text += line.strip_prefix("# ").unwrap_or(line);
            }
            if paragraph.is_empty() {
                text.push('\n');
            }
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph += line.trim();
        }
    }
    end(&mut paragraph, &mut text);
    text
}

/// Ends a paragraph by wrapping it. The lines of a list item are indented.
fn end(paragraph: &mut String, text: &mut String) {
    let indent = if paragraph.starts_with("- ") { "  " } else { "" };
    let mut width = 0;
    for word in words(&without_links(&std::mem::take(paragraph))) {
        let long = word.chars().count();
        if width > 0 && width + 1 + long > HELP_WIDTH {
            *text += &format!("\n{indent}");
            width = indent.len();
        } else if width > 0 {
            text.push(' ');
            width += 1;
        }
        *text += &word;
        width += long;
    }
    if width > 0 {
        text.push('\n');
    }
}

/// Returns the words of a text. Whatever is between backquotes is one word.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for part in text.split(' ') {
        match words.last_mut().filter(|_| is_open) {
            Some(word) => *word += &format!(" {part}"),
            None => words.push(part.to_owned()),
        }
        is_open ^= part.matches('`').count() % 2 == 1;
    }
    words
}

/// Returns a text with each link replaced by its words.
fn without_links(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        kept += before;
        let link = after.split_once("](").and_then(|(words, after)| Some((words, after.split_once(')')?.1)));
        rest = match link {
            Some((words, after)) => {
                kept += words;
                after
            }
            None => {
                kept.push('[');
                after
            }
        };
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_shown_without_the_signs_of_markdown() {
        let page = "# bad\n\nA long [page](../a.md#b) of [a] coach\nwith `a < b` in it.\n\n## Wrong\n\n```wod\n# x\n\ny\n```\n\n- one\n- two\n\n| a | b |\n| - | - |\n";
        let shown = "bad\n\nA long page of [a] coach with `a < b` in it.\n\nWRONG\n\n    # x\n\n    y\n\n- one\n- two\n\n| a | b |\n| - | - |\n";
        assert_eq!(plain(page), shown);
    }

    #[test]
    fn every_page_fits_a_terminal() {
        let rules = Rule::ALL.iter().map(|rule| (rule.name(), plain(rule.page())));
        let words = word_pages().into_iter().map(|word| (word.names[0], plain(&word.page())));
        for (name, page) in rules.chain(words) {
            for line in page.lines().filter(|line| !line.starts_with('|')) {
                assert!(line.chars().count() <= HELP_WIDTH, "in {name}: {line}");
                assert!(!line.contains("](") && !line.contains("```"), "in {name}: {line}");
            }
        }
    }

    #[test]
    fn no_rule_is_called_like_a_word() {
        let pages = word_pages();
        assert!(Rule::ALL.iter().all(|rule| WordPage::find(&pages, rule.name()).is_none()));
    }
}
