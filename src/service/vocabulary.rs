//! The words of the language in groups, for grammars that other programs colour and cut texts up by.

use std::collections::BTreeSet;

use strum::VariantNames;

use crate::check::ATHLETE_LINES;
use crate::date::{self, WEEK};
use crate::syntax::unit;
use crate::syntax::word::{
    Follows, Half, INSIDE, LevelWord, Measure, OF_PLANS, RESERVED, ScaleWord, StepWord, TimesWord, Word,
};

/// All words that have a meaning in the language. They may be written in capitals, too.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Vocabulary {
    /// The words that statements begin with, in the order of the table.
    pub openers: Vec<Opener>,
    /// All single words that mean something anywhere in a statement, sorted. Those that openers consist of are among them.
    pub words: Vec<&'static str>,
    /// The spellings of units, sorted.
    pub units: Vec<&'static str>,
    /// The days of a week in all lengths in which they are read, sorted.
    pub days: Vec<&'static str>,
    /// The levels.
    pub levels: &'static [&'static str],
    /// What comes in pairs: `leg`, `side`.
    pub halves: &'static [&'static str],
}

/// A word that a statement begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Opener {
    /// How it is spelt; with a blank where it is two words.
    pub spelling: &'static str,
    /// What it begins.
    pub kind: OpenerKind,
    /// What comes after it. Before anything else it is the beginning of a movement's name.
    pub followed_by: Followed,
}

/// What an [`Opener`] begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OpenerKind {
    /// A workout, a movement, a plan and whatever else has a name.
    Definition,
    /// A block of steps.
    Block,
    /// A part of a plan.
    PlanPart,
    /// A word and a text.
    Text,
    /// A line of a movement's definition.
    Fact,
    /// A line of an athlete, or of what was done on a day.
    Line,
    /// Any other statement.
    Statement,
}

impl OpenerKind {
    /// Returns its name: `plan_part`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What comes after an [`Opener`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// A text, or a blank in its place.
    ByText,
    /// A title, in quotes or before a `<`.
    ByTitle,
    /// A date, a title or a `<`.
    ByDate,
    /// The header of a block.
    ByHeader,
    /// A number.
    ByNumber,
    /// Numbers, and a `<` on the same line.
    ByNumbersOfBody,
    /// A level.
    ByLevel,
    /// Words or figures.
    ByWords,
    /// Anything, or nothing.
    ByAnything,
}

/// What begins a line of what was done on a day and nothing else.
pub(super) const DONE_LINES: [&str; 5] = ["rounds", "felt", "pain", "now", "skipped"];

/// Returns all words that have a meaning in the language.
pub fn vocabulary() -> Vocabulary {
    let days: BTreeSet<&str> = WEEK
        .into_iter()
        .map(date::name)
        .flat_map(|name| (date::SHORTEST..=name.len()).map(move |length| &name[..length]))
        .collect();
    let mut words: BTreeSet<&str> = days.clone();
    for word in Word::all() {
        words.extend(word.spelling().split([' ', '-']));
        words.insert(word.spelling());
    }
    words.retain(|word| !word.contains(' '));
    let listed = [&RESERVED, Measure::VARIANTS, Half::VARIANTS, ScaleWord::VARIANTS, LevelWord::VARIANTS];
    words.extend(listed.into_iter().flatten());
    words.extend(INSIDE.iter().chain(&OF_PLANS).chain(&unit::ROUNDS));
    Vocabulary {
        openers: openers(),
        words: words.into_iter().collect(),
        units: unit::spellings().collect(),
        days: days.into_iter().collect(),
        levels: LevelWord::VARIANTS,
        halves: Half::VARIANTS,
    }
}

/// Tells whether a single word has a meaning inside statements only, where no group has it.
pub(super) fn is_inside(word: &str) -> bool {
    INSIDE.iter().chain(&OF_PLANS).chain(&unit::ROUNDS).any(|other| other.eq_ignore_ascii_case(word))
}

fn openers() -> Vec<Opener> {
    let opener = |word: Word| {
        Some(Opener { spelling: word.spelling(), kind: kind(word)?, followed_by: followed(word) })
    };
    let mut openers: Vec<Opener> = Word::all().filter_map(opener).collect();
    for (spelling, form) in ATHLETE_LINES {
        let is_figure = form[spelling.len()..].trim_start().starts_with(|sign: char| sign.is_ascii_digit());
        let followed_by = if is_figure { Followed::ByNumber } else { Followed::ByWords };
        // Lines of other definitions begin with some of the same words.
        if !openers.iter().any(|other| other.spelling == spelling) {
            openers.push(Opener { spelling, kind: OpenerKind::Line, followed_by });
        }
    }
    openers.extend(DONE_LINES.map(|spelling| {
        let followed_by = match spelling {
            "now" => Followed::ByWords,
            "skipped" => Followed::ByAnything,
            _ => Followed::ByNumber,
        };
        Opener { spelling, kind: OpenerKind::Line, followed_by }
    }));
    openers
}

/// Returns what a word begins. Options and modifiers begin nothing.
fn kind(word: Word) -> Option<OpenerKind> {
    Some(match word {
        Word::DefinitionWord(_) => OpenerKind::Definition,
        Word::BlockWord(_) | Word::TimesWord(_) => OpenerKind::Block,
        Word::PlanWord(_) => OpenerKind::PlanPart,
        Word::AboutWord(_) | Word::TextStepWord(_) | Word::FactTextWord(_) => OpenerKind::Text,
        Word::FactWord(_) => OpenerKind::Fact,
        Word::SettingWord(_) | Word::StepWord(_) | Word::OtherWord(_) | Word::FigureWord(_) => {
            OpenerKind::Statement
        }
        Word::OptionWord(_) | Word::ModifierWord(_) => return None,
    })
}

fn followed(word: Word) -> Followed {
    match word {
        Word::StepWord(StepWord::Rest | StepWord::Do) | Word::TimesWord(TimesWord::InTurn) => {
            return Followed::ByAnything;
        }
        Word::TimesWord(_) => return Followed::ByNumbersOfBody,
        _ => {}
    }
    match word.row().follows {
        Follows::Text | Follows::Texts | Follows::Phase => Followed::ByText,
        Follows::Body => Followed::ByTitle,
        Follows::Day => Followed::ByDate,
        Follows::Block => Followed::ByHeader,
        Follows::Weeks | Follows::Number | Follows::Rungs | Follows::Time => Followed::ByNumber,
        Follows::Level => Followed::ByLevel,
        Follows::List
        | Follows::Felt
        | Follows::Rule
        | Follows::Expected
        | Follows::Reference
        | Follows::Raise
        | Follows::Amount => Followed::ByWords,
        Follows::Days | Follows::Half | Follows::Tempo | Follows::Nothing => Followed::ByAnything,
    }
}
