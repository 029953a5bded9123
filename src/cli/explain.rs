//! `wodc explain`

use std::io::{self, IsTerminal};

use clap::Args;

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, HELP_WIDTH, streams};
use crate::diagnostic::{Rule, nearest};

const EXAMPLES: &str = "  wodc explain metres-for-minutes
  wodc explain              lists all rules";

/// Explains a rule, why it exists and what to write instead
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct ExplainArguments {
    /// The name of a rule, as printed above a message; else all are listed
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

/// Prints the page of a rule, or all rules: as a table on a terminal, elsewhere one rule a line with tabs between.
pub fn run(arguments: &ExplainArguments) -> Result<Outcome, Trouble> {
    let text = match &arguments.rule {
        Some(name) => plain(named(name)?.page()),
        None if io::stdout().is_terminal() => table(),
        None => Rule::ALL.iter().map(|&rule| row(rule).join("\t") + "\n").collect(),
    };
    streams::print(&text)?;
    Ok(Outcome::Fine)
}

/// Finds a rule by its name.
fn named(name: &str) -> Result<Rule, Trouble> {
    let found = Rule::ALL.iter().find(|rule| rule.name().eq_ignore_ascii_case(name.trim()));
    found.copied().ok_or_else(|| {
        let near = nearest(name, Rule::ALL.iter().map(|rule| rule.name()));
        let near = near.map_or(String::new(), |near| format!("; there is `{near}`"));
        Trouble::new(format!("there is no rule called `{name}`{near}\n`wodc explain` lists all rules"))
    })
}

/// Returns the columns of a rule: its name, its severity and its summary.
fn row(rule: Rule) -> [String; 3] {
    let off = if rule.is_on() { "" } else { ", off" };
    [rule.name().into(), format!("{}{off}", rule.severity().name()), rule.summary().into()]
}

/// Returns a table for people, group by group.
fn table() -> String {
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
    text + "\n`wodc explain RULE` says more about each.\n"
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
        for rule in Rule::ALL {
            for line in plain(rule.page()).lines().filter(|line| !line.starts_with('|')) {
                assert!(line.chars().count() <= HELP_WIDTH, "in {}: {line}", rule.name());
                assert!(!line.contains("](") && !line.contains("```"), "in {}: {line}", rule.name());
            }
        }
    }
}
