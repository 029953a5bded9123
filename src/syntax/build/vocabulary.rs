//! The words of the language, for guesses at words that could not be read.

use strum::VariantNames;

use crate::diagnostic::{Choice, Diagnostic, Rule, nearest};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::unit;
use crate::syntax::word::{Half, Measure, ModifierWord, OptionWord, Word};

/// First words of options, for suggestions.
pub(super) const OPTIONS: [&str; OptionWord::ALL.len()] = OptionWord::SPELLINGS;

/// Words that a modifier begins with, for suggestions.
pub(super) const MODIFIERS: [&str; ModifierWord::ALL.len()] = ModifierWord::SPELLINGS;

/// Words that people say but the language does not use.
pub(super) const FILLERS: [&str; 7] = ["on", "for", "of", "a", "the", "with", "in"];

/// Tells whether a word is one of them, in any case.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word))
}

/// What a body has two of.
pub(super) const HALVES: &[&str] = Half::VARIANTS;

/// Last words of the names of what is held.
pub(crate) const HELD: [&str; 4] = ["plank", "hold", "hang", "sit"];

/// What a tempo is, for a tempo that can't be read.
pub(crate) const TEMPO: &str = "a tempo has four figures, the seconds down, held, up and held: `tempo 3-1-1-0`, with X for as fast as you can";

/// Tells whether a `<` says that something is less, by what follows it: `pain < 3/10`, `T2 < 2min, then run`.
pub(super) fn is_less_than(inside: &str) -> bool {
    let first = inside.split([',', ';', '\n', '\r', '>']).next().unwrap_or_default().trim();
    let unit =
        first.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ':' | '/' | '-'));
    let has_figure = unit.len() < first.len();
    has_figure && (unit.is_empty() || unit::read(unit.trim()).is_some())
}

pub(super) fn placeholder(text: &str) -> Option<(usize, &str)> {
    ["...", "…"].iter().find_map(|sign| text.find(sign).map(|at| (at, &text[at..at + sign.len()])))
}

pub(super) fn is_placeholder(text: &str) -> bool {
    placeholder(text).is_some()
}

/// What an option's first word needs.
pub(super) fn needs(option: &str) -> &'static str {
    match option {
        "rounds" => "a number, such as `rounds 5`",
        "ladder" => "its rungs, such as `ladder 21-15-9`",
        "until" => "a text, such as `until \"you miss a minute\"`",
        "alternating" => "nothing",
        _ => "a time, such as `30s`",
    }
}

/// A letter of any script, a mark, a digit, a hyphen or an apostrophe.
pub(super) fn is_name_character(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '-' | '\'' | '’')
        || unicode_normalization::char::is_combining_mark(character)
        || character.is_whitespace()
}

/// Tells whether words begin a statement of their own. `for` does, since `for time` may be meant.
pub(super) fn is_keyword(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    first.eq_ignore_ascii_case("for") || Word::begun(words).is_some()
}

/// Returns the option that is meant by a word that is one, or near one.
pub(super) fn option_near(word: &str) -> Option<&'static str> {
    OPTIONS.into_iter().find(|option| option.eq_ignore_ascii_case(word)).or_else(|| nearest(word, OPTIONS))
}

/// Numbers that are written out, from one on.
const NUMBERS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The tens that are written out, from twenty on.
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Reads a number below a hundred that is written out: `three`, `forty-five`.
pub(crate) fn figure_of(word: &str) -> Option<usize> {
    let place = |words: &[&str], word: &str| words.iter().position(|one| one.eq_ignore_ascii_case(word));
    let tens = |word: &str| place(&TENS, word).map(|at| (at + 2) * 10);
    match word.split_once('-') {
        Some((ten, one)) => Some(tens(ten)? + place(&NUMBERS[..9], one)? + 1),
        None => place(&NUMBERS, word).map(|at| at + 1).or_else(|| tens(word)),
    }
}

/// Tells whether a target begins with this word.
pub(super) fn is_target_word(word: &str) -> bool {
    const WORDS: [&str; 9] = ["rpe", "rir", "zone", "slope", "bodyweight", "bw", "easy", "moderate", "hard"];
    // `rpe8` is read after `@` as well.
    let measure = word.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-'));
    let is_measured =
        measure.len() < word.len() && MEASURES.iter().any(|one| one.eq_ignore_ascii_case(measure));
    is_measured || WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

pub(super) fn is_modifier(word: &str) -> bool {
    MODIFIERS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

pub(super) fn begins_with_figure(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// Words that go before a figure in a target.
pub(super) const MEASURES: &[&str] = Measure::VARIANTS;

/// Returns how long `12 min` or `90s` is, in milliseconds.
pub(super) fn time_said(text: &str) -> Option<i64> {
    let (figure, unit) = time_of(text)?;
    figure.checked_mul(unit.thousandths)
}

/// Reads a whole figure and a unit of time.
pub(super) fn time_of(text: &str) -> Option<(i64, unit::Meaning)> {
    let digits = text.find(|sign: char| !sign.is_ascii_digit())?;
    let meaning = unit::read(text[digits..].trim())?;
    let figure = text[..digits].parse().ok()?;
    (meaning.unit == Unit::Second).then_some((figure, meaning))
}

/// What a rest of a header can be between.
pub(super) const BETWEEN: [&str; 2] = ["rounds", "movements"];

/// Reports words that are reserved for later versions.
pub(super) fn not_yet(place: Span, words: &str) -> Diagnostic {
    Diagnostic::new(Rule::Reserved, place, format!("`{words}` is not yet part of the language"))
        .help("it is reserved for a later version; until then, use a `note \"…\"`")
}

/// Offers to write a statement as a note. None if a block follows it.
pub(super) fn as_note(text: &str, statement: Span) -> Option<Choice> {
    let said = text.get(statement.range())?.trim_end();
    let behind = text.get(statement.range().end..)?.trim_start_matches([' ', '\t']);
    let is_plain = !said.contains(['\n', '\r', '<', '>', '{', '}', ';']) && !behind.starts_with(['<', '{']);
    let escaped = said.replace('\\', "\\\\").replace('"', "\\\"");
    let place = Span::new(statement.range().start, statement.range().start + said.len());
    is_plain.then(|| Choice::write(place, format!("note \"{escaped}\"")))
}

/// Returns the number of `3 sets`, `3 rounds`.
pub(super) fn sets_said(text: &str) -> Option<&str> {
    let (number, word) = text.split_once(' ')?;
    let is_sets = unit::is_said_for_rounds(word);
    (number.bytes().all(|byte| byte.is_ascii_digit()) && is_sets).then_some(number)
}

/// Returns what comes before an end, whatever its case.
pub(super) fn without_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(end.len())?;
    text.get(at..).is_some_and(|last| last.eq_ignore_ascii_case(end)).then(|| &text[..at])
}
