//! Reporting diagnostics: to people, to screen readers and to other programs.

mod drawing;
mod excerpt;
mod github;
mod human;
mod mending;
mod narrated;

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};

pub use self::drawing::Drawing;
pub use self::excerpt::Excerpts;
use super::colour::Colour;
use super::outcome::{Outcome, Trouble};
use super::streams;
use super::words::count;
use crate::analysis::Compilation;
use crate::diagnostic::{Findings, Severity, document, sarif};

/// The most diagnostics that are shown to people in one run: more than anybody fixes in one go.
const MOST_SHOWN: usize = 50;

/// How diagnostics are reported.
#[derive(Debug, Clone, Copy, Args)]
pub struct Telling {
    /// How to report mistakes: drawn for people, in sentences for screen readers,
    /// or as data for other programs
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: ReportFormat,

    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
}

/// The format of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Drawn around the lines they are about.
    #[value(help = None)]
    Human,
    /// In sentences, for screen readers.
    #[value(help = None)]
    Narrated,
    /// As data.
    #[value(help = None)]
    Json,
    /// As data that code hosts and editors read.
    #[value(help = None)]
    Sarif,
    /// As lines that GitHub shows next to the file.
    #[value(help = None)]
    Github,
}

impl ReportFormat {
    /// Tells whether it goes to standard output, which nothing else may then be printed to.
    pub fn takes_standard_output(self) -> bool {
        match self {
            ReportFormat::Human | ReportFormat::Narrated => false,
            ReportFormat::Json | ReportFormat::Sarif | ReportFormat::Github => true,
        }
    }
}

impl Telling {
    /// Prints a message that isn't a diagnostic, such as which files were written: to standard output, unless the
    /// diagnostics go there.
    pub fn print_aside(self, text: &str) -> Result<(), Trouble> {
        if self.format.takes_standard_output() {
            streams::print_error(text);
            return Ok(());
        }
        streams::print(text)
    }
}

/// The diagnostics of several compilations.
pub struct Report<'a> {
    findings: Findings<'a>,
}

impl<'a> Report<'a> {
    /// Collects the diagnostics.
    pub fn new(compilations: impl Iterator<Item = &'a Compilation>) -> Self {
        let mut found = Vec::new();
        for compilation in compilations {
            found.extend(compilation.diagnostics.iter().filter_map(|diagnostic| {
                Some((compilation.files.get(usize::from(diagnostic.file.0))?, diagnostic))
            }));
        }
        Self { findings: Findings::new(found) }
    }

    /// Tells whether there are no diagnostics.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Returns the outcome that the diagnostics mean for the run.
    pub fn outcome(&self) -> Outcome {
        if self.findings.count(Severity::Error) > 0 { Outcome::Mistakes } else { Outcome::Fine }
    }

    /// Returns it as text without colours, for the page in the browser.
    #[cfg(feature = "watch")]
    pub fn plain(&self, format: ReportFormat) -> String {
        match format {
            ReportFormat::Narrated => narrated::render(&self.findings),
            ReportFormat::Human | ReportFormat::Json | ReportFormat::Sarif | ReportFormat::Github => {
                human::render(&self.findings, false)
            }
        }
    }

    /// Prints it: for people to standard error, if there is anything to report; for programs to standard output.
    pub fn print(&self, telling: Telling) -> Result<(), Trouble> {
        let findings = &self.findings;
        match telling.format {
            ReportFormat::Human | ReportFormat::Narrated if findings.is_empty() => {}
            ReportFormat::Human => {
                streams::print_error(&human::render(findings, streams::error_in_colour(telling.color)));
            }
            ReportFormat::Narrated => streams::print_error(&narrated::render(findings)),
            ReportFormat::Json => streams::print_with(|out| document::json(findings, out))?,
            ReportFormat::Sarif => streams::print_with(|out| sarif(findings, out))?,
            ReportFormat::Github => streams::print_data(github::render(findings).as_bytes())?,
        }
        Ok(())
    }
}

/// Returns what is found in each form that is made of words: drawn, in sentences, and as GitHub reads it.
pub fn in_words(findings: &Findings<'_>) -> [String; 3] {
    [human::render(findings, false), narrated::render(findings), github::render(findings)]
}

/// Returns the last lines of a report: `3 errors, 1 warning in 2 files`, how many of them `--fix` can fix, and where to
/// read more.
fn summary(findings: &Findings<'_>) -> Vec<String> {
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (severity, findings.count(severity)))
        .filter(|&(_, number)| number > 0)
        .map(|(severity, number)| count(number, severity.name()))
        .collect();
    let files: BTreeSet<_> = findings.kept().iter().map(|(file, _)| &file.name).collect();
    let mut lines = vec![format!("{} in {}", counts.join(", "), count(files.len(), "file"))];
    let certain = findings.kept().iter().filter(|(_, diagnostic)| diagnostic.fix.is_some()).count();
    let which = match (certain, findings.total()) {
        (0, _) => None,
        (1, 1) => Some("it".into()),
        (2, 2) => Some("both".into()),
        (certain, total) if certain == total => Some("all of them".into()),
        (certain, _) => Some(format!("{certain} of them")),
    };
    lines.extend(which.map(|which| format!("`wodc check --fix` mends {which}")));
    let worst = findings.kept().iter().map(|(_, diagnostic)| diagnostic).min_by_key(|one| one.severity);
    lines.extend(worst.map(|one| format!("`wodc explain {}` says more", one.rule.name())));
    lines
}

/// Reports that these files have no mistakes: `1 file, 2 workouts, 1 plan: no mistakes`.
pub fn no_mistakes<'a>(files: impl Iterator<Item = &'a Compilation>) -> String {
    let (mut all, mut workouts, mut plans) = (0, 0, 0);
    for file in files {
        all += 1;
        workouts += file.workouts.len();
        plans += file.plans.len();
    }
    let mut said = vec![count(all, "file")];
    if workouts > 0 || plans == 0 {
        said.push(count(workouts, "workout"));
    }
    if plans > 0 {
        said.push(count(plans, "plan"));
    }
    format!("{}: no mistakes\n", said.join(", "))
}
