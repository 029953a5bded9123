//! What a file consists of at its top, without parsing it: workouts, what they may need, and the rest.

use std::ops::Range;
use std::sync::Arc;

use crate::catalog::{fold, unescape};
use crate::syntax::lex::{Lexeme, LexemeKind, between_quotes, lex};
use crate::syntax::top::{self, TopDefinition};
use crate::syntax::word::{DefinitionWord, OtherWord, SettingWord, StepWord, Word};

/// A file, cut at its top.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    text: &'t str,
    parts: Vec<Part>,
    shared: Shared,
    /// The quoted texts outside of complete definitions, folded. Some may be titles.
    other_titles: Vec<String>,
    /// Whether a level is stated there.
    states_level: bool,
}

/// A part of a file.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// A complete `workout` block.
    Workout(Range<usize>),
    /// What workouts may need: movements, poses and athletes that are defined, files that are used.
    Shared(Range<usize>),
    /// Anything else.
    Other(Range<usize>),
    /// Blanks and comments.
    Blank(Range<usize>),
}

/// What the workouts of a file may need, as a text of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Shared {
    pub text: String,
    /// Where each part of it is.
    pub places: Vec<Range<usize>>,
}

/// What a workout may matter to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// To nothing, as far as its words tell.
    None,
    /// To how it is looked at itself.
    Own,
    /// To what is said of others.
    OfAll,
}

/// Words of workouts that stay where they are: with titles of their own or of others, with what is silenced, tested, or
/// written out from turn to turn.
const STAYING: [&str; 11] =
    ["allow", "cycle", "cycles", "of", "record", "session", "sessions", "then", "title", "week", "weeks"];

impl Part {
    /// Returns where it is.
    pub fn range(&self) -> Range<usize> {
        match self {
            Part::Workout(range) | Part::Shared(range) | Part::Other(range) | Part::Blank(range) => {
                range.clone()
            }
        }
    }
}

impl<'t> Outline<'t> {
    /// Cuts a text. None where a statement of it is about the whole file.
    pub fn of(text: &'t str) -> Option<Self> {
        let mut outline = Self {
            text,
            parts: Vec::new(),
            shared: Shared::default(),
            other_titles: Vec::new(),
            states_level: false,
        };
        let mut from = 0;
        for TopDefinition { word, range, .. } in top::definitions(text) {
            outline.between(from..range.start)?;
            from = range.end;
            outline.definition(word, range)?;
        }
        outline.between(from..text.len())?;
        // A level takes forms of movements, which need definitions that nothing names.
        let is_about_all = outline.states_level && !outline.shared.text.is_empty();
        (!is_about_all).then_some(outline)
    }

    /// Returns the text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Returns its parts, which together are all of it.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Returns the texts of its complete workouts.
    pub fn workouts(&self) -> impl Iterator<Item = &'t str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Workout(range) => Some(&self.text[range.clone()]),
            Part::Shared(_) | Part::Other(_) | Part::Blank(_) => None,
        })
    }

    /// Returns what the workouts may need.
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Returns the quoted texts outside of complete definitions, folded.
    pub fn other_titles(&self) -> impl Iterator<Item = &str> {
        self.other_titles.iter().map(String::as_str)
    }

    /// Adds a definition.
    fn definition(&mut self, word: DefinitionWord, range: Range<usize>) -> Option<()> {
        match word {
            DefinitionWord::Workout => self.parts.push(Part::Workout(range)),
            DefinitionWord::Movement | DefinitionWord::Pose => self.share(range),
            DefinitionWord::Athlete if !has_word(&self.text[range.clone()], "results") => self.share(range),
            DefinitionWord::Athlete | DefinitionWord::Plan | DefinitionWord::Team | DefinitionWord::Done => {
                return None;
            }
        }
        Some(())
    }

    /// Adds what is between two definitions.
    fn between(&mut self, range: Range<usize>) -> Option<()> {
        let text = &self.text[range.clone()];
        if text.trim().is_empty() {
            self.parts.extend((!text.is_empty()).then_some(Part::Blank(range)));
            return Some(());
        }
        let lexemes = lex(text);
        let words = begun(text, &lexemes);
        if words.iter().any(|(depth, word)| is_about_all(*depth, *word)) {
            return None;
        }
        self.states_level |=
            words.iter().any(|(_, word)| *word == Some(Word::SettingWord(SettingWord::Level)));
        if lexemes.iter().all(|one| matches!(one.kind, LexemeKind::Comment | LexemeKind::End)) {
            self.parts.push(Part::Blank(range));
        } else if words.iter().any(|(_, word)| *word == Some(Word::OtherWord(OtherWord::Use))) {
            let is_use = |(_, word): &(usize, Option<Word>)| *word == Some(Word::OtherWord(OtherWord::Use));
            words.iter().all(is_use).then_some(())?;
            self.share(range);
        } else {
            let texts = lexemes.iter().filter(|one| one.kind == LexemeKind::Text);
            self.other_titles.extend(texts.map(|one| folded(text, one)));
            self.parts.push(Part::Other(range));
        }
        Some(())
    }

    fn share(&mut self, range: Range<usize>) {
        let from = self.shared.text.len();
        self.shared.text.push_str(&self.text[range.clone()]);
        self.shared.text.push('\n');
        self.shared.places.push(from..self.shared.text.len());
        self.parts.push(Part::Shared(range));
    }

    /// Returns what a workout may matter to, as far as its words tell.
    pub fn weight(&self, workout: &str) -> Weight {
        let lexemes = lex(workout);
        let words = || lexemes.iter().filter(|one| one.kind == LexemeKind::Word);
        let is_any = |wanted: &[&str]| {
            let is_one =
                |one: &Lexeme| wanted.iter().any(|word| workout[one.span.range()].eq_ignore_ascii_case(word));
            words().any(is_one)
        };
        let level = SettingWord::Level.spelling();
        if is_any(&[StepWord::Do.spelling()]) || !self.shared.text.is_empty() && is_any(&[level]) {
            return Weight::OfAll;
        }
        let header = lexemes.iter().take_while(|one| one.kind != LexemeKind::Open);
        let has_blanks = header.filter(|one| one.kind == LexemeKind::Word).count() > 1;
        if has_blanks || is_any(&[level]) || is_any(&STAYING) { Weight::Own } else { Weight::None }
    }
}

/// Returns the folded title of a workout.
pub(super) fn title(workout: &str) -> Arc<str> {
    let first = lex(workout).into_iter().find(|one| one.kind == LexemeKind::Text);
    first.map(|one| folded(workout, &one)).unwrap_or_default().into()
}

/// Returns what is between quotes, folded.
fn folded(text: &str, lexeme: &Lexeme) -> String {
    fold(&unescape(between_quotes(&text[lexeme.span.range()])))
}

/// Tells whether a word is in a text, outside of quotes and comments.
fn has_word(text: &str, word: &str) -> bool {
    let is_it =
        |one: Lexeme| one.kind == LexemeKind::Word && text[one.span.range()].eq_ignore_ascii_case(word);
    lex(text).into_iter().any(is_it)
}

/// Returns the words of the language that statements of a text begin with, none for other words, and how many blocks are
/// around each.
fn begun(text: &str, lexemes: &[Lexeme]) -> Vec<(usize, Option<Word>)> {
    let mut words = Vec::new();
    let (mut depth, mut fresh) = (0_usize, true);
    for (number, one) in lexemes.iter().enumerate() {
        match one.kind {
            LexemeKind::Open => (depth, fresh) = (depth + 1, true),
            LexemeKind::Close => (depth, fresh) = (depth.saturating_sub(1), true),
            LexemeKind::End => fresh = true,
            LexemeKind::Comment => {}
            LexemeKind::Text | LexemeKind::Figure | LexemeKind::Word | LexemeKind::Sign => {
                if std::mem::take(&mut fresh) {
                    let word = Word::begun(&text[one.span.range().start..]).map(|(word, _)| word);
                    let next = lexemes.get(number + 1).map(|next| next.kind);
                    let is_named = matches!(next, Some(LexemeKind::Text | LexemeKind::Figure));
                    if is_named && matches!(word, Some(Word::DefinitionWord(_))) {
                        // It closes what is open before it.
                        depth = 0;
                    }
                    words.push((depth, word));
                }
            }
        }
    }
    words
}

/// Tells whether a statement that begins with a word may be about more than what is around it, given how many blocks that
/// is.
fn is_about_all(depth: usize, word: Option<Word>) -> bool {
    match word {
        None => false,
        Some(Word::StepWord(word)) => word == StepWord::Do,
        Some(_) if depth > 0 => false,
        Some(Word::DefinitionWord(word)) => word != DefinitionWord::Workout,
        Some(Word::OtherWord(word)) => word != OtherWord::Use,
        Some(word) => !matches!(word, Word::BlockWord(_) | Word::TextStepWord(_)),
    }
}
