//! What an editor may fold away.

use super::document::Document;
use crate::syntax::lex::LexemeKind;

/// What a [`Fold`] is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldKind {
    /// A block or a definition, from its `<` to its `>`.
    Block,
    /// Comments on lines of their own, one after the other.
    Comment,
}

/// Lines that can be folded away behind the first, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// What they are.
    pub kind: FoldKind,
    /// The line that is still shown.
    pub first: usize,
    /// The last of the others.
    pub last: usize,
}

/// Returns what can be folded away, in the order of the first lines.
pub fn folds(document: &Document) -> Vec<Fold> {
    let line_at = |at: u32| document.lines().line_at(at as usize);
    let mut folds = Vec::new();
    let mut open = Vec::new();
    let mut comments: Option<(usize, usize)> = None;
    let mut fresh = true;
    for lexeme in document.lexemes() {
        let line = line_at(lexeme.span.start);
        match lexeme.kind {
            LexemeKind::Open => open.push(line),
            LexemeKind::Close => {
                // The line of the `>` stays, so that the block is seen to end.
                if let Some(first) = open.pop().filter(|first| first + 1 < line) {
                    folds.push(Fold { kind: FoldKind::Block, first, last: line - 1 });
                }
            }
            LexemeKind::Comment if fresh => {
                comments = match comments {
                    Some((first, last)) if last + 1 == line => Some((first, line)),
                    other => {
                        folds.extend(other.and_then(of_comments));
                        Some((line, line))
                    }
                };
            }
            _ => {}
        }
        fresh = lexeme.kind == LexemeKind::End || (fresh && lexeme.kind == LexemeKind::Comment);
    }
    folds.extend(comments.and_then(of_comments));
    folds.sort_by_key(|fold| (fold.first, fold.last));
    folds
}

fn of_comments((first, last): (usize, usize)) -> Option<Fold> {
    (first < last).then_some(Fold { kind: FoldKind::Comment, first, last })
}
