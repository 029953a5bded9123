//! What an editor asks of a text while somebody writes it. Every part is a pure function of the texts and a place in one
//! of them, so that a language server, a browser or a test can ask the same.
//!
//! ```text
//! SourceFile ──▶ Document: lines, names, tree ──▶ Project: the documents of a folder, by name
//!                    │                                │
//!                    ├─ symbols, folds, highlights    ├─ definition, references, rename
//!                    └─ close_block                   └─ hover, complete
//!
//! Analysis ──▶ times of workouts and blocks: hints      diagnostics ──▶ actions      a page: preview
//! ```
//!
//! ```
//! use wodc::service::{Project, Times, hover};
//! use wodc::source::SourceFile;
//!
//! let mut project = Project::default();
//! let file = project.insert(SourceFile::new("legs.wod", "goblet squat 3x10"));
//! let said = hover(&project, &file, 3, Times::default).unwrap();
//! assert!(said.markdown.starts_with("**Goblet squat**"));
//! ```

mod actions;
mod close;
mod complete;
mod defined;
mod document;
mod folds;
mod highlight;
mod hints;
mod hover;
mod inspection;
mod names;
mod pages;
mod place;
mod preview;
mod project;
mod refactor;
mod rename;
mod symbols;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use actions::{Action, ActionKind, actions};
pub use close::close_block;
pub use complete::{Completion, CompletionKind, Completions, complete};
pub use document::Document;
pub use folds::{Fold, FoldKind, folds};
pub use highlight::{Highlight, HighlightKind, highlights};
#[cfg(feature = "studio")]
pub(crate) use hints::said_time;
pub use hints::{BlockTime, OwnLoad, Times, times};
pub use hover::{Hover, about_movement, hover};
pub use inspection::{Inspection, inspection, inspection_schema};
pub use names::{Name, NameKind};
#[cfg(feature = "cli")]
pub(crate) use pages::{WordPage, word_pages};
pub use preview::{Preview, preview};
pub use project::{Located, Project};
pub use refactor::refactorings;
pub use rename::{Renamed, rename, renameable};
pub use symbols::{Symbol, SymbolKind, symbols};
pub use vocabulary::{Followed, Opener, OpenerKind, Vocabulary, vocabulary};

use crate::analysis::replaced;
pub use crate::diagnostic::Edit;

/// Makes edits that do not overlap, in any order.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    replaced(text, edits.iter().map(|edit| (edit.span, edit.replacement.as_str())).collect())
}
