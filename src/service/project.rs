//! The documents of a folder, and what a name in one of them means in the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::document::Document;
use super::names::{Name, NameKind};
use crate::analysis::used_name;
use crate::catalog::fold;
use crate::source::{SourceFile, Span};
use crate::syntax::tree::StatementKind;

/// The documents of a folder by their names: paths from its root, with `/`.
#[derive(Debug, Clone, Default)]
pub struct Project {
    documents: BTreeMap<Arc<str>, Arc<Document>>,
}

/// A place in one of the documents.
#[derive(Debug, Clone)]
pub struct Located {
    /// The document.
    pub document: Arc<Document>,
    /// Where in it.
    pub span: Span,
}

impl Project {
    /// Adds a file, or puts it in the place of the one with its name.
    pub fn insert(&mut self, source: SourceFile) -> Arc<Document> {
        let document = Arc::new(Document::new(source));
        self.documents.insert(document.source().name.clone(), document.clone());
        document
    }

    /// Removes a file.
    pub fn remove(&mut self, name: &str) {
        self.documents.remove(name);
    }

    /// Returns a file.
    pub fn get(&self, name: &str) -> Option<&Arc<Document>> {
        self.documents.get(name)
    }

    /// Returns all files, in the order of their names.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.documents.values()
    }

    /// Returns the file that another uses under a path.
    pub fn used(&self, user: &Document, path: &str) -> Option<&Arc<Document>> {
        self.get(&used_name(&user.source().name, path))
    }

    /// Returns the documents whose definitions one sees: those it uses, in text order. It sees itself first.
    pub fn seen_by<'p>(&'p self, document: &'p Document) -> impl Iterator<Item = &'p Arc<Document>> {
        let files = document.defined().iter().filter(|one| one.kind == NameKind::File);
        files.filter_map(|name| self.used(document, &name.text))
    }

    /// Returns where the thing that a name means is defined.
    pub fn definition(&self, document: &Arc<Document>, name: &Name) -> Option<Located> {
        if name.kind == NameKind::File {
            let document = self.used(document, &name.text)?.clone();
            return Some(Located { document, span: Span::at(0) });
        }
        let own = std::iter::once(document);
        own.chain(self.seen_by(document)).find_map(|document| {
            let defined = document.names().iter().find(|one| one.defines && one.is_same(name));
            let span = defined.map(|one| one.span).or_else(|| is_titled_by_name(document, name))?;
            Some(Located { document: document.clone(), span })
        })
    }

    /// Returns everywhere the same is meant by a name, in all documents, the definition among them.
    pub fn references(&self, document: &Arc<Document>, name: &Name) -> Vec<Located> {
        let home = self.definition(document, name);
        let home = home.as_ref().map(|home| (&home.document.source().name, home.span));
        let mut references = Vec::new();
        for other in self.documents() {
            // What a name means depends on nothing but the file that it is in.
            let its = self.definition(other, name);
            if its.as_ref().map(|its| (&its.document.source().name, its.span)) == home {
                let alike = other.names().iter().filter(|one| one.is_same(name));
                references.extend(alike.map(|one| Located { document: other.clone(), span: one.span }));
            }
        }
        references
    }
}

/// Returns the start of a file whose workout has no title, so that it is called as the file is.
fn is_titled_by_name(document: &Document, name: &Name) -> Option<Span> {
    if name.kind != NameKind::Workout {
        return None;
    }
    let file = document.source().name.rsplit('/').next().unwrap_or_default();
    let stem = file.strip_suffix(".wod").unwrap_or(file);
    let has_own = |kind: &StatementKind| matches!(kind, StatementKind::Workout(_));
    let is_collection = document.tree().statements.iter().any(|one| has_own(&one.kind));
    (!is_collection && fold(stem) == fold(&name.text)).then(|| Span::at(0))
}
