//! The phrases that a step is made of, in whatever order a coach says them.
//!
//! A phrase is read by a pure function in a file of its own: it looks at the tokens that come next, and either knows
//! them or passes. [`PHRASES`] is the order in which they are tried.

mod band;
mod build_to;
mod dose;
mod every;
mod grows;
mod hold;
mod instruction;
mod load;
mod modifier;
mod only_round;
mod rest;
mod sides;
mod target;
mod unit_alone;

pub(super) use band::names_band;
pub(super) use instruction::instruction;
pub(super) use only_round::{last_round, names_rounds};
pub(super) use rest::SAME;
pub(super) use target::{EFFORTS, effort_of};

use super::amount::Amount;
use super::token::{Kind, Token, written};

/// What a phrase says, in the language's spelling.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Phrase {
    /// A dose, with its number of sets.
    Dose { sets: Option<String>, bout: Bout },
    /// How many sets there are, behind what each is, and whether the word is said.
    Sets { number: String, is_said: bool },
    /// For each half of the body, named or not.
    Per(Option<&'static str>),
    /// A load: what is written after `@`, and whether it is said of one hand.
    Load { text: String, per_hand: bool },
    /// What the load is made of.
    Implement(&'static str),
    /// What is written after `@`.
    Target(String),
    /// What is added from turn to turn, and whether that is a mass.
    Grows { step: String, is_mass: bool },
    /// `r24`: strokes a minute on the rower, seconds of rest elsewhere.
    RateOrRest(u32),
    /// What is written after `rest`.
    Rest(String),
    /// More rests, one for each further gap of a list.
    MoreRests(Vec<String>),
    /// What is written after `every`.
    Every(String),
    /// The count is of both sides together, as a count without a side is anyway.
    Total,
    /// How long each repetition is held.
    Hold(String),
    /// How heavy a set is worked up to, and in how long.
    BuildTo { reps: String, within: Option<String> },
    /// `only round 1`.
    OnlyRound(String),
    /// A modifier that is written as it is said.
    Modifier(String),
    /// A cue, in quotes.
    Cue(String),
    /// Words that are a cue, without quotes.
    How(String),
}

/// How much a set is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Bout {
    /// `10`, `30s`.
    Of(Amount),
    /// `5+`.
    AtLeast(Amount),
    /// `max`, `max 60s`.
    Max(Option<Amount>),
    /// `cal`: as many as a ladder says; with `max`, as many as can be done.
    Unit { unit: &'static str, is_max: bool, within: Option<Amount> },
}

/// What is known of a step while its phrases are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SoFar {
    /// Whether there is a dose.
    pub has_dose: bool,
    /// Whether it has sets.
    pub has_sets: bool,
    /// Whether there is a name.
    pub has_name: bool,
    /// Whether it is a list of sets that have no targets of their own.
    pub is_list: bool,
    /// Whether a comma stands before what comes next, so that it may be a further set.
    pub after_comma: bool,
    /// Whether other sets of a list come before the last.
    pub follows_others: bool,
    /// Whether the last phrase was a target, so that `and` joins another.
    pub after_target: bool,
}

/// The tokens that come next, and what is known so far.
pub(super) struct Ahead<'a, 't> {
    /// The tokens.
    pub tokens: &'a [Token<'t>],
    /// What is known so far.
    pub so_far: SoFar,
}

impl<'t> Ahead<'_, 't> {
    /// Tells whether a token is one of these words.
    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_word(words))
    }

    /// Tells whether a token is this sign.
    fn is_sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Returns how many of these words come next, in this order, each of which may be left out.
    fn skip(&self, from: usize, words: &[&[&str]]) -> usize {
        words.iter().fold(from, |at, words| if self.is_word(at, words) { at + 1 } else { at })
    }

    /// Reads the amount at a token. Returns where it ends.
    fn amount(&self, at: usize) -> Option<(usize, Amount)> {
        let (length, amount) = super::amount::amount(self.tokens.get(at..)?)?;
        Some((at + length, amount))
    }

    /// Tells whether words at a token say how the step is done.
    fn is_instruction(&self, at: usize) -> bool {
        instruction(&Ahead { tokens: &self.tokens[at..], so_far: self.so_far }).is_some()
    }

    /// Tells whether a target begins here: `@`, `at`, or the `and` that joins two.
    fn has_sign(&self) -> bool {
        self.is_sign(0, '@')
            || self.is_word(0, &["at"])
            || self.so_far.after_target && self.is_word(0, &["and"])
    }

    /// Returns how far the words `with`, `w/`, `at` or a separating sign go that a phrase may begin with.
    fn with(&self) -> usize {
        match () {
            () if self.is_word(0, &["w"]) && self.is_sign(1, '/') => self.skip(2, &[&["a"]]),
            () if self.is_word(0, &["with"]) => self.skip(1, &[&["a"]]),
            () => 0,
        }
    }

    /// Returns where the tokens that touch each other end.
    fn glued_from(&self, at: usize) -> usize {
        let more = self.tokens.iter().skip(at + 1).take_while(|token| token.glued);
        at + 1 + more.count()
    }

    /// Returns the text from one token up to another.
    fn text(&self, from: usize, to: usize) -> String {
        written(&self.tokens[from..to])
    }

    /// Tells whether what comes next is no more of the same words: the end, a figure, a sign or a text.
    fn is_over(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|next| next.kind != Kind::Word)
            || self.is_word(
                at,
                &["rest", "every", "on", "with", "w", "tempo", "hold", "per", "each", "left", "right"],
            )
    }

    /// Tells whether nothing of a statement follows.
    fn ends_at(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| matches!(token.kind, Kind::Sign(',' | ')' | '.')))
    }
}

/// Reads phrases at the beginning of tokens: how many tokens they are, and what they say.
pub(super) type Read = fn(&Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)>;

/// What is tried, in this order: phrases that begin with a word of their own first, then those that begin with an amount
/// and end in one, at last a mere amount.
pub(super) const PHRASES: &[Read] = &[
    modifier::read,
    band::read,
    only_round::read,
    build_to::read,
    instruction::read,
    unit_alone::read,
    rest::read,
    every::read,
    hold::read,
    grows::read,
    target::read,
    load::read,
    sides::read,
    dose::read,
];

/// Returns the phrases that the tokens begin with.
pub(super) fn next(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    PHRASES.iter().find_map(|read| read(ahead))
}
