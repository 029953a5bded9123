//! A file as an editor has it: its text, and what can be told of it without any other file.

use std::sync::Arc;

use super::names::{Name, names_of};
use crate::source::{LineIndex, SourceFile, Span};
use crate::speech::{self, Map};
use crate::syntax::lex::{Lexeme, lex};
use crate::syntax::tree::Tree;

/// A file, and what can be told of it alone. Places are bytes of its text.
#[derive(Debug)]
pub struct Document {
    source: SourceFile,
    lines: LineIndex,
    lexemes: Vec<Lexeme>,
    read: Arc<str>,
    map: Map,
    tree: Tree,
    names: Vec<Name>,
    lost: Vec<Name>,
}

impl Document {
    /// Reads a file. Of one that is larger than what is read, only its lines are known.
    pub fn new(source: SourceFile) -> Self {
        let lines = LineIndex::new(&source.text);
        if source.text.len() > SourceFile::MAX_BYTES {
            let (lexemes, names, lost) = (Vec::new(), Vec::new(), Vec::new());
            let (read, map, tree) = (source.text.clone(), Map::default(), Tree::default());
            return Self { source, lines, lexemes, read, map, tree, names, lost };
        }
        let reading = speech::read(&source.text);
        let (names, lost) = names_of(&reading.tree, &reading.text, &source.text, &reading.map);
        let (map, tree) = (reading.map, reading.tree);
        let read = if map.is_plain() { source.text.clone() } else { Arc::from(&*reading.text) };
        Self { lexemes: lex(&source.text), source, lines, read, map, tree, names, lost }
    }

    /// Returns the file.
    pub fn source(&self) -> &SourceFile {
        &self.source
    }

    /// Returns its text.
    pub fn text(&self) -> &str {
        &self.source.text
    }

    /// Returns where its lines begin.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Returns all names in it that mean something elsewhere, in text order.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Returns the name at a place, also right behind it.
    pub fn name_at(&self, at: usize) -> Option<&Name> {
        self.names.iter().find(|name| name.span.start as usize <= at && at <= name.span.end as usize)
    }

    /// Returns the name in exactly this place.
    pub fn name_in(&self, place: Span) -> Option<&Name> {
        let at = self.names.partition_point(|name| name.span < place);
        self.names.get(at).filter(|name| name.span == place)
    }

    /// Returns the names whose words are not written as they are read, each with the place of all that it was read from.
    pub(super) fn lost(&self) -> &[Name] {
        &self.lost
    }

    /// Returns its pieces.
    pub(super) fn lexemes(&self) -> &[Lexeme] {
        &self.lexemes
    }

    /// Returns what it says.
    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Returns the text that the tree is of.
    pub(super) fn read(&self) -> &str {
        &self.read
    }

    /// Returns the text of a place of the tree.
    pub(super) fn said(&self, span: Span) -> &str {
        self.read.get(span.range()).unwrap_or_default()
    }

    /// Returns where a place of the tree was written.
    pub fn written(&self, span: Span) -> Span {
        self.map.place(span)
    }
}
