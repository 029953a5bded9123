//! Progress as it is read: in a terminal, in Markdown, as a page, on paper, and as data.
//!
//! What people read is the same in each form: `report` says it once, and each form lays it out and escapes it.

#[cfg(feature = "html")]
mod html;
mod json;
mod json_planned;
mod json_shared;
mod last;
mod markdown;
mod part;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(any(feature = "html", feature = "pdf"))]
mod picture;
mod planned;
mod plot;
mod report;
mod text;
mod words;

use super::Progress;
pub use json::schema;
#[cfg(feature = "pdf")]
pub use pdf::draft;
use report::Report;

/// The forms in which progress is written as text. For paper there is `draft`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a terminal: aligned in columns.
    Text,
    /// For notes.
    Markdown,
    /// For other programs.
    Json,
    /// A page with pictures, which asks for nothing from elsewhere.
    #[cfg(feature = "html")]
    Html,
}

/// Writes progress. The same results give the same bytes.
pub fn write(progress: &Progress, form: Form) -> String {
    match form {
        Form::Text => text::write(&Report::of(progress)),
        Form::Markdown => markdown::write(&Report::of(progress)),
        Form::Json => json::write(progress),
        #[cfg(feature = "html")]
        Form::Html => html::write(&Report::of(progress)),
    }
}
