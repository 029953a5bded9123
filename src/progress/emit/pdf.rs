//! Progress on paper, typeset as sheets are.

use serde::Serialize;

use super::picture;
use super::plot::Plot;
use super::report::{self, Report};
use crate::emit::SheetOptions;
use crate::emit::overview::Table;
use crate::emit::pdf::{Draft, FindFont, NoDraft};
use crate::progress::Progress;

/// What the template lays out.
#[derive(Debug, Serialize)]
struct Paper<'r> {
    title: &'r str,
    span: &'r str,
    sections: Vec<Section<'r>>,
    notes: &'r [String],
}

#[derive(Debug, Serialize)]
struct Section<'r> {
    title: &'r str,
    parts: Vec<Part<'r>>,
}

#[derive(Debug, Serialize)]
struct Part<'r> {
    title: &'r str,
    facts: &'r [(&'static str, String)],
    table: &'r Table,
    pictures: Vec<Picture<'r>>,
}

/// A picture.
#[derive(Debug, Serialize)]
struct Picture<'r> {
    title: &'r str,
    /// What it says, for those who do not see it.
    told: &'r str,
    /// Its place among all pictures.
    at: usize,
}

/// Returns the draft of progress. The same results and fonts give the same bytes.
pub fn draft(progress: &Progress, options: SheetOptions, find: FindFont<'_>) -> Result<Draft, NoDraft> {
    let report = Report::of(progress);
    let mut pictures = Vec::new();
    let paper = Paper {
        title: &report.title,
        span: &report.span,
        sections: report.sections.iter().map(|one| section(one, &mut pictures)).collect(),
        notes: &report.notes,
    };
    let parts = || report.sections.iter().flat_map(|section| &section.parts);
    let rows = parts().map(|part| part.table.rows.len() + part.facts.len()).sum();
    Draft::report((&report.title, &paper, &pictures), rows, options, find)
}

fn section<'r>(section: &'r report::Section, pictures: &mut Vec<String>) -> Section<'r> {
    let parts = section.parts.iter().map(|one| part(one, pictures)).collect();
    Section { title: section.title, parts }
}

fn part<'r>(part: &'r super::part::Part, pictures: &mut Vec<String>) -> Part<'r> {
    let mut drawn = |plot: &'r Plot| {
        pictures.push(picture::document(plot));
        Picture { title: &plot.title, told: &plot.told, at: pictures.len() - 1 }
    };
    let pictures = part.plots.iter().map(&mut drawn).collect();
    Part { title: &part.title, facts: &part.facts, table: &part.table, pictures }
}
