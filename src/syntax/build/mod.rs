//! From the parser's nodes to the tree: one function a construct, and a diagnostic wherever something is missing or left over.
//!
//! Words that could not be read are handed to the [guesses](guess) of their place.

mod about;
mod blanks;
mod block;
mod definition;
mod figures;
mod guess;
mod hold;
mod left_over;
mod missing;
mod movement;
mod plan;
mod plan_parts;
mod quantity;
mod rest;
mod results;
mod statements;
mod stray_option;
mod target;
mod turns;
mod vocabulary;

pub(crate) use guess::Unquoted;
pub(crate) use plan::is_day_off;
pub(crate) use stray_option::is_stray_option;
pub(crate) use vocabulary::{HELD, TEMPO, figure_of};

use missing::Unclosed;
use movement::Gathered;

use super::parser::{Node, Nodes};
use super::templates::Found;
use super::tree::{BlockWord, Move, Tree};
use crate::diagnostic::{Collector, Diagnostic};
use crate::source::Span;

/// Builds the tree of one file, piece by piece.
pub(super) struct Builder<'t> {
    /// The original text, of the same length as what was parsed.
    text: &'t str,
    /// Where the piece at hand begins.
    base: usize,
    tree: Tree,
    /// The workouts with blanks of the whole file.
    templates: Vec<Found>,
    diagnostics: Collector,
    /// What the movement at hand is made of.
    gathered: Gathered,
    /// What moves by results in the statement at hand.
    moves: Vec<Move>,
    /// How many tables were read.
    tables: usize,
    /// How many statements the tables that were read come to when they are written out.
    written_out: usize,
    /// How many `>` may be missing or left over without a report, since the mistake that caused it is reported.
    excused_closes: usize,
    /// Whether the `<` of a plan's week or day is missing, so that what follows belongs to it.
    unopened: bool,
    /// How many `>` may be left over: they belong to blocks that a later definition had to close.
    late_closes: usize,
    /// The last block that is not closed.
    unclosed: Option<Unclosed>,
    /// How many blocks the current statement is nested in, including those whose `<` is missing.
    depth: usize,
    /// Where the header of the enclosing block ends, if it may have a rest between its rounds.
    header_around: Option<usize>,
    /// The header of the enclosing block, and its word.
    open_header: Option<(Span, BlockWord)>,
    /// Options that stand below the block with this header, as they are written.
    late_options: Vec<(Span, String)>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str, templates: Vec<Found>) -> Self {
        Self {
            text,
            base: 0,
            tree: Tree::default(),
            templates,
            diagnostics: Collector::default(),
            gathered: Gathered::default(),
            moves: Vec::new(),
            tables: 0,
            written_out: 0,
            excused_closes: 0,
            unopened: false,
            late_closes: 0,
            unclosed: None,
            depth: 0,
            header_around: None,
            open_header: None,
            late_options: Vec::new(),
        }
    }

    /// Adds the statements of a piece that begins at byte `base` of the file.
    pub(super) fn file(&mut self, nodes: Nodes<'_>, base: usize) {
        self.base = base;
        for file in nodes {
            let statements = self.statements(file.children());
            self.tree.statements.extend(statements);
        }
    }

    pub(super) fn finish(mut self) -> (Tree, Vec<Diagnostic>) {
        let unclosed = self.unclosed.take();
        self.report_unclosed(unclosed);
        (self.tree, self.diagnostics.finish())
    }

    /// Returns the place of a node in the file, without the blanks it may end in.
    fn span(&self, node: &Node<'_>) -> Span {
        let start = self.base + node.start();
        // By bytes, which is fast: a run of blanks may be as long as the file, and end every block that is open.
        let last = node.text().bytes().rposition(|byte| byte != b' ' && byte != b'\n');
        Span::new(start, start + last.map_or(0, |last| last + 1))
    }

    /// Returns the original text at a place.
    fn at(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Returns how much was said up to now.
    fn reported(&self) -> usize {
        self.diagnostics.len() + usize::from(self.unclosed.as_ref().is_some_and(Unclosed::is_reported))
    }
}
