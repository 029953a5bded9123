//! Where somebody is writing: in which block, and how far the statement is.

use super::document::Document;
use crate::date;
use crate::source::Span;
use crate::syntax::lex::{Lexeme, LexemeKind, lex};
use crate::syntax::word::{DefinitionWord, PlanWord, TimesWord, Word};

/// What may be written in a place, by what is around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// In no block.
    Top,
    Workout,
    Block,
    Plan,
    Week,
    Day,
    Movement,
    Athlete,
    Team,
    Pose,
    /// What was done on a day.
    Done,
}

impl Spot {
    /// Tells whether movements are written there.
    pub(super) fn takes_movements(self) -> bool {
        matches!(self, Spot::Top | Spot::Workout | Spot::Block | Spot::Day | Spot::Done)
    }
}

/// Where somebody is writing.
#[derive(Debug)]
pub(super) struct Writing<'t> {
    /// What is around.
    pub spot: Spot,
    /// The statement up to here, from its first word.
    pub before: &'t str,
    /// Where that begins.
    pub start: usize,
    /// What is inside the quotes up to here, and where that begins, in a text.
    pub text: Option<(&'t str, usize)>,
    /// Whether it is in a comment, where nothing is of the language.
    pub in_comment: bool,
}

impl<'t> Writing<'t> {
    /// Finds out where a place is. A statement ends with its line, unless the line ends in a comma.
    pub(super) fn at(document: &'t Document, at: usize) -> Self {
        let text = document.text();
        let mut around: Vec<Spot> = Vec::new();
        let (mut start, mut fresh) = (0, true);
        let mut last = None;
        let mut within = None;
        for lexeme in lexemes_before(document, at) {
            let span = lexeme.span.range();
            if span.start >= at {
                break;
            }
            if fresh && lexeme.kind != LexemeKind::End {
                (start, fresh) = (span.start, false);
            }
            within = Some(lexeme).filter(|_| at <= span.end);
            match lexeme.kind {
                LexemeKind::Open => {
                    let spot = opened_by(&text[start..span.start], around.last().copied());
                    around.push(spot);
                    fresh = true;
                }
                LexemeKind::Close => {
                    around.pop();
                    fresh = true;
                }
                LexemeKind::End if last != Some(",") => fresh = true,
                LexemeKind::End | LexemeKind::Comment => {}
                LexemeKind::Text | LexemeKind::Figure | LexemeKind::Word | LexemeKind::Sign => {}
            }
            last = Some(&text[span]);
        }
        let start = if fresh { at } else { start };
        let quoted = within.filter(|lexeme| lexeme.kind == LexemeKind::Text);
        let in_text = quoted.and_then(|lexeme| {
            let whole = &text[lexeme.span.range()];
            let quote = whole.chars().next().map_or(1, char::len_utf8);
            let from = lexeme.span.start as usize + quote;
            // Behind the closing quote it is over.
            let is_closed = whole.len() > quote && whole.ends_with(['"', '”']);
            (from <= at && (!is_closed || at < lexeme.span.end as usize)).then(|| (&text[from..at], from))
        });
        let in_comment = within.is_some_and(|lexeme| lexeme.kind == LexemeKind::Comment);
        let spot = around.last().copied().unwrap_or(Spot::Top);
        Self { spot, before: &text[start..at], start, text: in_text, in_comment }
    }

    /// Returns the word that is being written, and where it begins.
    pub(super) fn word(&self) -> (&'t str, usize) {
        let part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '\'' | '’');
        let word = self.before.trim_end_matches(part).len();
        (&self.before[word..], self.start + word)
    }

    /// Returns what is before that word, without blanks at its end.
    pub(super) fn ahead(&self) -> &'t str {
        let (word, _) = self.word();
        self.before[..self.before.len() - word.len()].trim_end()
    }
}

/// Returns the pieces of the line of a place and before it, from the start of what is in no block.
fn lexemes_before(document: &Document, at: usize) -> Vec<Lexeme> {
    if !document.is_read() {
        return Vec::new();
    }
    let (text, definitions) = (document.text(), document.definitions());
    let number = definitions.partition_point(|definition| definition.range.start <= at);
    let from = match number.checked_sub(1).map(|last| &definitions[last].range) {
        Some(range) if at < range.end => range.start,
        Some(range) => range.end,
        None => 0,
    };
    let to = text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
    let moved = |at: u32| at as usize + from;
    lex(&text[from..to])
        .into_iter()
        .map(|one| Lexeme { span: Span::new(moved(one.span.start), moved(one.span.end)), ..one })
        .collect()
}

/// Returns what may be written in a block that begins so.
fn opened_by(head: &str, around: Option<Spot>) -> Spot {
    let first = head.split([' ', ',', '\t']).next().unwrap_or_default();
    let is_in_plan = matches!(around, Some(Spot::Plan | Spot::Week));
    if is_in_plan && date::weekday(first).is_some() {
        return Spot::Day;
    }
    // `every week` begins like a block.
    let of_plan = PlanWord::ALL.iter().map(|word| Word::from(*word)).find(|word| word.after(head).is_some());
    match of_plan.filter(|_| is_in_plan).or_else(|| Word::begun(head).map(|(word, _)| word)) {
        Some(Word::DefinitionWord(word)) => match word {
            DefinitionWord::Workout => Spot::Workout,
            DefinitionWord::Movement => Spot::Movement,
            DefinitionWord::Athlete => Spot::Athlete,
            DefinitionWord::Plan => Spot::Plan,
            DefinitionWord::Pose => Spot::Pose,
            DefinitionWord::Team => Spot::Team,
            DefinitionWord::Done => Spot::Done,
        },
        Some(Word::PlanWord(PlanWord::Phase | PlanWord::Cycle)) if is_in_plan => Spot::Plan,
        Some(Word::TimesWord(TimesWord::Cycle | TimesWord::Cycles)) if is_in_plan => Spot::Plan,
        Some(Word::PlanWord(_)) if is_in_plan => Spot::Week,
        // `cycle 20km` may be a movement elsewhere; a block with that word is one of a plan.
        None if is_in_plan => Spot::Plan,
        _ if around == Some(Spot::Done) => Spot::Done,
        _ => Spot::Block,
    }
}
