//! A file as an editor has it: its text, and what can be told of it without any other file.

use std::sync::{Arc, OnceLock};

use super::defined::{Defined, defined_in};
use super::names::{Name, names_of};
use crate::source::{LineIndex, SourceFile, Span};
use crate::speech::{self, Map};
use crate::syntax::lex::{Lexeme, lex};
use crate::syntax::top::{self, TopDefinition};
use crate::syntax::tree::Tree;

/// A file, and what can be told of it alone, which is found out when it is first asked for. Places are bytes of its text.
#[derive(Debug)]
pub struct Document {
    source: SourceFile,
    lines: LineIndex,
    lexemes: OnceLock<Vec<Lexeme>>,
    reading: OnceLock<Reading>,
    definitions: OnceLock<Vec<TopDefinition>>,
    defined: OnceLock<Vec<Defined>>,
}

/// A file as it is read.
#[derive(Debug)]
struct Reading {
    text: Arc<str>,
    map: Map,
    tree: Tree,
    names: Vec<Name>,
    lost: Vec<Name>,
}

impl Document {
    /// Takes a file. Of one that is larger than what is read, only its lines are known.
    pub fn new(source: SourceFile) -> Self {
        let lines = LineIndex::new(&source.text);
        let (lexemes, reading, definitions, defined) = Default::default();
        Self { source, lines, lexemes, reading, definitions, defined }
    }

    /// Tells whether it is small enough to be read.
    pub(super) fn is_read(&self) -> bool {
        self.source.text.len() <= SourceFile::MAX_BYTES
    }

    fn reading(&self) -> &Reading {
        self.reading.get_or_init(|| {
            let text = &self.source.text;
            if !self.is_read() {
                let (map, tree, names, lost) = Default::default();
                return Reading { text: text.clone(), map, tree, names, lost };
            }
            let reading = speech::read(text);
            let (names, lost) = names_of(&reading.tree, &reading.text, text, &reading.map);
            let (map, tree) = (reading.map, reading.tree);
            let text = if map.is_plain() { text.clone() } else { Arc::from(&*reading.text) };
            Reading { text, map, tree, names, lost }
        })
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
        &self.reading().names
    }

    /// Returns its complete definitions.
    pub(super) fn definitions(&self) -> &[TopDefinition] {
        self.definitions.get_or_init(|| match self.is_read() {
            true => top::definitions(&self.source.text),
            false => Vec::new(),
        })
    }

    /// Returns what it defines, and the files that it uses.
    pub(super) fn defined(&self) -> &[Defined] {
        self.defined.get_or_init(|| match self.is_read() {
            true => defined_in(&self.source.text, self.definitions()),
            false => Vec::new(),
        })
    }

    /// Returns the name at a place, also right behind it.
    pub fn name_at(&self, at: usize) -> Option<&Name> {
        self.names().iter().find(|name| name.span.start as usize <= at && at <= name.span.end as usize)
    }

    /// Returns the name in exactly this place.
    pub fn name_in(&self, place: Span) -> Option<&Name> {
        let names = self.names();
        names.get(names.partition_point(|name| name.span < place)).filter(|name| name.span == place)
    }

    /// Returns the names whose words are not written as they are read, each with the place of all that it was read from.
    pub(super) fn lost(&self) -> &[Name] {
        &self.reading().lost
    }

    /// Returns its pieces.
    pub(super) fn lexemes(&self) -> &[Lexeme] {
        self.lexemes.get_or_init(|| if self.is_read() { lex(&self.source.text) } else { Vec::new() })
    }

    /// Returns what it says.
    pub(super) fn tree(&self) -> &Tree {
        &self.reading().tree
    }

    /// Returns the text that the tree is of.
    pub(super) fn read(&self) -> &str {
        &self.reading().text
    }

    /// Returns the text of a place of the tree.
    pub(super) fn said(&self, span: Span) -> &str {
        self.read().get(span.range()).unwrap_or_default()
    }

    /// Returns where a place of the tree was written.
    pub fn written(&self, span: Span) -> Span {
        self.reading().map.place(span)
    }
}
