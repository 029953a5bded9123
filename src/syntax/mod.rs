//! From text to syntax tree. It never fails: it always returns a tree, and reports every mistake once.
//!
//! ```text
//! text ─ blanks ─> text of the same length, with one kind of blank and one kind of line end
//!      ─ templates ─> what stands for the blanks of workouts, again of the same length
//!      ─ split  ─> pieces that are parsed one by one
//!      ─ pest   ─> nodes (grammar/wod.pest, total: there is always a parse)
//!      ─ build  ─> Tree, and a diagnostic for everything that could not be read
//! ```
//!
//! Nothing outside this module names pest.

mod batches;
mod blanks;
mod build;
pub mod lex;
mod parser;
mod split;
pub mod templates;
pub mod top;
pub mod tree;
pub mod unit;
pub mod word;

pub use split::MAX_DEPTH;

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use build::Builder;
pub(crate) use build::{HELD, TEMPO, Unquoted, figure_of, is_day_off, is_stray_option};
use tree::Tree;

/// Reads a whole file.
pub fn parse(text: &str) -> (Tree, Vec<Diagnostic>) {
    read(text, None)
}

/// Reads a whole file. Returns its tree and the places of its comments, each from its `#` to the end of its line.
pub fn parse_with_comments(text: &str) -> (Tree, Vec<Span>, Vec<Diagnostic>) {
    let mut comments = Vec::new();
    let (tree, diagnostics) = read(text, Some(&mut comments));
    (tree, comments, diagnostics)
}

fn read(text: &str, mut comments: Option<&mut Vec<Span>>) -> (Tree, Vec<Diagnostic>) {
    let (levelled, mut diagnostics) = blanks::level_blanks(text);
    let (covered, templates) = templates::cover(levelled);
    let pieces = split::split(&covered);
    diagnostics.extend(pieces.diagnostics);
    let mut builder = Builder::new(text, templates);
    batches::parse_all(&pieces.text, &pieces.ranges, |matches, base| {
        builder.file(matches.nodes(), base);
        if let Some(comments) = &mut comments {
            comments.extend(matches.comments().map(|found| Span::new(base + found.start, base + found.end)));
        }
    });
    let (tree, found) = builder.finish();
    diagnostics.extend(found);
    (tree, diagnostics)
}

/// Parses with pest alone, and tells whether there is a parse. Benchmarks compare the whole pipeline with this.
#[doc(hidden)]
pub fn parse_bare(text: &str) -> bool {
    parser::parse_bare(text)
}
