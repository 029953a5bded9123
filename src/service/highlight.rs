//! What the parts of a text are, for colours.

use super::document::Document;
use super::names::NameKind;
use super::vocabulary::is_inside;
use crate::date;
use crate::source::Span;
use crate::syntax::lex::LexemeKind;
use crate::syntax::unit;
use crate::syntax::word::{LevelWord, is_keyword};

/// What a [`Highlight`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum HighlightKind {
    Comment,
    Text,
    Figure,
    Keyword,
    /// The name of a movement, also of a movement that nobody knows.
    Movement,
    /// What a workout leaves open.
    Blank,
    /// A rule.
    Rule,
    Sign,
}

impl HighlightKind {
    /// All kinds, in the order in which a protocol may number them.
    pub const ALL: [HighlightKind; 8] = [
        HighlightKind::Comment,
        HighlightKind::Text,
        HighlightKind::Figure,
        HighlightKind::Keyword,
        HighlightKind::Movement,
        HighlightKind::Blank,
        HighlightKind::Rule,
        HighlightKind::Sign,
    ];

    /// Returns its name.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A part of a text, on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highlight {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: HighlightKind,
    /// Whether something is defined here.
    pub defines: bool,
}

/// Returns the parts of a text that are more than ordinary words, in text order. None overlaps another.
pub fn highlights(document: &Document) -> Vec<Highlight> {
    let text = document.text();
    let mut highlights: Vec<Highlight> = Vec::new();
    let mut names = document.names().iter().peekable();
    let mut figure_ends = None;
    for lexeme in document.lexemes() {
        let span = lexeme.span;
        if highlights.last().is_some_and(|last| span.start < last.span.end) {
            continue;
        }
        while names.next_if(|name| name.span.end <= span.start).is_some() {}
        // A name in quotes is a text like others.
        let name = names.peek().filter(|name| name.span.start == span.start && !name.quoted);
        if let Some(name) = name
            && let Some(kind) = of_name(name.kind)
        {
            highlights.push(Highlight { span: name.span, kind, defines: name.defines });
            continue;
        }
        let word = &text[span.range()];
        let kind = match lexeme.kind {
            LexemeKind::Comment => HighlightKind::Comment,
            LexemeKind::Text => HighlightKind::Text,
            LexemeKind::Figure => HighlightKind::Figure,
            // A unit belongs to its figure.
            LexemeKind::Word if figure_ends == Some(span.start) && is_unit(word) => HighlightKind::Figure,
            LexemeKind::Word if is_of_the_language(word) => HighlightKind::Keyword,
            LexemeKind::Open | LexemeKind::Close | LexemeKind::Sign => HighlightKind::Sign,
            LexemeKind::Word | LexemeKind::End => continue,
        };
        figure_ends = (kind == HighlightKind::Figure).then_some(span.end);
        let defines = names
            .peek()
            .is_some_and(|name| name.defines && span.start <= name.span.start && name.span.end <= span.end);
        highlights.push(Highlight { span, kind, defines });
    }
    highlights
}

fn of_name(kind: NameKind) -> Option<HighlightKind> {
    match kind {
        NameKind::Movement => Some(HighlightKind::Movement),
        NameKind::Blank => Some(HighlightKind::Blank),
        NameKind::Rule => Some(HighlightKind::Rule),
        NameKind::Workout
        | NameKind::Plan
        | NameKind::Athlete
        | NameKind::Team
        | NameKind::Pose
        | NameKind::File => None,
    }
}

fn is_unit(word: &str) -> bool {
    unit::read(word).is_some()
}

fn is_of_the_language(word: &str) -> bool {
    is_keyword(word) || is_inside(word) || date::weekday(word).is_some() || LevelWord::try_from(word).is_ok()
}
