//! The page of what somebody is writing, to be shown beside it.

use super::document::Document;
use crate::analysis::{Analysis, ReadFile, Request, analyse};
use crate::diagnostic::Severity;
use crate::emit::Format;
use crate::source::{FileId, SourceFile, Span, floor_to_char};

/// What there is to show beside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// The page of a workout or a plan.
    Page {
        /// What it is called.
        title: String,
        /// All of it.
        html: String,
    },
    /// Nothing, since the text has so many mistakes.
    Mistakes(usize),
    /// Nothing, since no workout and no plan is in the text.
    Nothing,
}

/// Returns the page of the workout or the plan at a place, as it is built: of the one that the place is in, or else of the
/// last that begins before it, or else of the first. None where this wodc makes no pages.
pub fn preview(document: &Document, at: usize, request: &Request, read: &dyn ReadFile) -> Option<Preview> {
    let html = Format::named("html")?;
    let request = Request { formats: vec![html], ..request.clone() };
    let source = SourceFile::new(document.source().name.clone(), document.text());
    let analysis = analyse(source, &request, read);
    if analysis.has_errors() {
        let errors = analysis.diagnostics().iter().filter(|one| one.severity == Severity::Error);
        return Some(Preview::Mistakes(errors.count()));
    }
    let at = floor_to_char(document.text(), at);
    let Some((number, title)) = at_place(document, &analysis, at) else { return Some(Preview::Nothing) };
    let page = analysis.make(number, html, read)?.ok()?;
    Some(Preview::Page { title, html: String::from_utf8(page).ok()? })
}

/// Returns the number of the workout or the plan at a place, the plans behind the workouts, and what it is called.
fn at_place(document: &Document, analysis: &Analysis, at: usize) -> Option<(usize, String)> {
    let workouts = analysis.workouts().map(|one| {
        let workout = one.compiled().workout;
        (workout.file, workout.span, workout.title.clone())
    });
    let plans = analysis.plans().map(|one| {
        let plan = one.compiled().season.calendar.plan;
        (plan.file, plan.span, plan.title.clone())
    });
    // A workout whose blanks were filled is written nowhere.
    let written = workouts.chain(plans).enumerate().filter(|(_, (file, ..))| *file == FileId::default());
    let placed =
        |(number, (_, span, title)): (usize, (FileId, Span, String))| (number, document.written(span), title);
    let all: Vec<(usize, Span, String)> = written.map(placed).collect();
    let is_before = |one: &&(usize, Span, String)| one.1.start as usize <= at;
    let is_around = |one: &&(usize, Span, String)| is_before(one) && at <= one.1.end as usize;
    let chosen = all.iter().find(is_around);
    let chosen = chosen.or_else(|| all.iter().filter(is_before).max_by_key(|one| one.1.start));
    let chosen = chosen.or_else(|| all.iter().min_by_key(|one| one.1.start));
    chosen.map(|(number, _, title)| (*number, title.clone()))
}
