//! The page of a rule, as it is written: a file of its own, or the doc comment of a lint.

use std::collections::BTreeMap;
use std::fs;

use wodc::analysis::ReadFile;

use crate::{Rule, diagnose, project};

/// The page of a rule.
pub struct Page {
    pub rule: Rule,
    /// Its text, as it is written.
    pub text: String,
    pub wrong: Vec<Example>,
    pub right: Vec<Example>,
}

/// A workout on a page.
pub struct Example {
    pub text: String,
    /// The files beside it, which are those of its section that have a name.
    pub beside: Beside,
}

/// Files by their names.
#[derive(Debug, Clone, Default)]
pub struct Beside(BTreeMap<String, String>);

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        self.0.get(path).cloned().ok_or_else(|| "there is no such file".to_owned())
    }
}

/// A line of a page, and where it stands.
pub enum Line<'t> {
    Heading(&'t str),
    /// The fence that begins an example, with what it says of it.
    Opens(&'t str),
    Inside(&'t str),
    Closes,
    Text(&'t str),
}

impl Page {
    /// Returns the page of a rule, if there is one.
    pub fn of(rule: Rule) -> Option<Self> {
        let text = if rule.is_of_training() { doc_comment(rule) } else { file(rule) }?;
        let (wrong, right) = (examples(&text, "Wrong"), examples(&text, "Right"));
        Some(Self { rule, text, wrong, right })
    }

    /// Returns its headings in order.
    pub fn headings(&self) -> Vec<&str> {
        let heading = |line| if let Line::Heading(heading) = line { Some(heading) } else { None };
        lines(&self.text).into_iter().filter_map(heading).collect()
    }

    /// Tells whether what it shows as wrong is mended by a fix.
    pub fn has_fix(&self) -> bool {
        self.wrong.iter().any(|example| {
            let said = diagnose(&example.text, self.rule, &example.beside);
            said.iter().any(|one| one.rule == self.rule && one.fix.is_some())
        })
    }

    /// Writes it as a page of the book.
    pub fn write(&self) -> String {
        let Self { rule, text, .. } = self;
        let mut page = format!("# {}\n\n{}\n\n", rule.name(), self.about());
        for line in lines(text) {
            match line {
                Line::Text("") | Line::Heading(_) | Line::Opens(_) if !page.ends_with("\n\n") => page += "\n",
                Line::Text(_) | Line::Heading(_) | Line::Opens(_) | Line::Inside(_) | Line::Closes => {}
            }
            match line {
                Line::Text("") => {}
                Line::Heading(heading) => page += &format!("## {heading}\n\n"),
                Line::Opens(about) => match about.strip_prefix("wod ") {
                    Some(name) => page += &format!("`{name}`:\n\n```wod\n"),
                    None => page += &format!("```{about}\n"),
                },
                Line::Closes => page += "```\n\n",
                Line::Inside(line) | Line::Text(line) => page += &format!("{line}\n"),
            }
        }
        page.truncate(page.trim_end().len());
        page + "\n"
    }

    /// Says how serious it is, what kind of rule it is, and whether it has a fix.
    fn about(&self) -> String {
        let article = match self.rule.severity().name() {
            "error" => "An",
            _ => "A",
        };
        let severity = self.rule.severity().name();
        let off = if self.rule.is_on() { "" } else { ", off by default" };
        let kind = if self.rule.is_of_training() { "training" } else { "the language" };
        let fix = if self.has_fix() { " It has a fix." } else { "" };
        format!("{article} {severity}{off}. A rule of {kind}.{fix}")
    }
}

/// Returns the page of a rule of the language.
fn file(rule: Rule) -> Option<String> {
    fs::read_to_string(project("src/diagnostic/rules").join(rule.name()).with_extension("md")).ok()
}

/// Returns the doc comment of the file of a rule of training.
fn doc_comment(rule: Rule) -> Option<String> {
    let file = project("src/lint").join(rule.name().replace('-', "_")).with_extension("rs");
    let code = fs::read_to_string(file).ok()?;
    let doc: Vec<&str> = code.lines().take_while(|line| line.starts_with("//!")).map(uncommented).collect();
    (!doc.is_empty()).then(|| doc.join("\n"))
}

/// Returns a line without the sign of a doc comment.
fn uncommented(line: &str) -> &str {
    line[3..].strip_prefix(' ').unwrap_or(&line[3..])
}

/// Returns the lines of a page.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut is_inside = false;
    let line = |line| match (is_inside, line) {
        (true, "```") => {
            is_inside = false;
            Line::Closes
        }
        (true, line) => Line::Inside(line),
        (false, line) => {
            if let Some(about) = str::strip_prefix(line, "```") {
                is_inside = true;
                Line::Opens(about)
            } else {
                line.strip_prefix("# ").map_or(Line::Text(line), Line::Heading)
            }
        }
    };
    text.lines().map(line).collect()
}

/// Returns the workouts of a section.
fn examples(text: &str, section: &str) -> Vec<Example> {
    let mut beside = Beside::default();
    let mut found: Vec<String> = Vec::new();
    let mut heading = "";
    let mut about = "";
    for line in lines(text) {
        match line {
            Line::Heading(line) => heading = line,
            Line::Opens(line) => {
                about = line;
                if heading == section && about == "wod" {
                    found.push(String::new());
                }
            }
            Line::Inside(line) if heading == section => {
                if let Some(name) = about.strip_prefix("wod ") {
                    *beside.0.entry(name.to_owned()).or_default() += &format!("{line}\n");
                } else if let Some(text) = found.last_mut().filter(|_| about == "wod") {
                    *text += &format!("{line}\n");
                }
            }
            Line::Inside(_) | Line::Closes | Line::Text(_) => {}
        }
    }
    found.into_iter().map(|text| Example { text, beside: beside.clone() }).collect()
}

#[test]
fn a_page_is_read_with_its_examples_and_the_files_beside_them() {
    let text = "Says.\n# Wrong\n```wod\n# A remark.\nx\n```\n```wod a.wod\ny\n```\n# Right\n```wod\nz\n```\n```text\nt\n```\n";
    let shown = |section| -> Vec<_> {
        let examples = examples(text, section).into_iter();
        examples.map(|example| (example.text, example.beside.read("a.wod").ok())).collect()
    };
    assert_eq!(shown("Wrong"), [("# A remark.\nx\n".to_owned(), Some("y\n".to_owned()))]);
    assert_eq!(shown("Right"), [("z\n".to_owned(), None)]);
}
