//! Lines that are a heading, and lines that are labelled to be done in turns: what the block around them would be.
//!
//! A heading does not say where its part ends, and `A1`, `A2` do not say how the rest is shared. So these are not read
//! but asked about, with the block written out.

use std::ops::Range;

use super::cut::{Cut, Stretch};
use super::header;
use super::names::KnownNames;
use super::step;
use super::token::{self, Kind, Token};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{LineIndex, Span};
use crate::syntax;
use crate::syntax::word::BlockWord;

/// A question about statements: what to say, and how they are read so that nothing else is said of them.
#[derive(Debug)]
pub(super) struct Question {
    /// What is said, in the places of what was written.
    pub diagnostic: Diagnostic,
    /// What is read otherwise in the stretches that it is about, by their numbers. The first is the one it is asked at.
    pub frames: Vec<(usize, Frame)>,
}

impl Question {
    /// Returns a question about words of one stretch, and what is read in their place.
    pub(super) fn of_one(diagnostic: Diagnostic, at: usize, said: Span, read: &str) -> Self {
        Self { diagnostic, frames: vec![(at, Frame { said, read: read.to_owned(), closes: 0 })] }
    }
}

/// What a question changes in a stretch.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// The words it begins with that are left out of the reading: a label, all of it, or none.
    pub said: Span,
    /// What is read in their place.
    pub read: String,
    /// How many blocks end behind it.
    pub closes: usize,
}

impl Frame {
    /// Tells whether words are read otherwise.
    pub(super) fn changes_words(&self) -> bool {
        !self.said.is_empty() || !self.read.is_empty()
    }

    /// Adds what is read otherwise behind it, in the same stretch.
    pub(super) fn add(&mut self, other: Frame) {
        if !self.changes_words() {
            (self.said, self.read) = (other.said, other.read);
        } else if other.changes_words() {
            self.said = self.said.to(other.said);
            self.read = [&*self.read, &*other.read].join(" ");
        }
        self.closes += other.closes;
    }
}

/// Asks about a heading at a stretch.
pub(super) fn heading(text: &str, cut: &Cut, at: usize, names: &KnownNames) -> Option<Question> {
    let stretch = cut.stretches[at];
    if stretch.opens || !is_whole_statement(text, stretch.span) {
        return None;
    }
    let block = block_of(text, stretch.span, names)?;
    let bare = text[stretch.span.range()].trim_end_matches([':', '-', '–', ' ']);
    let message = format!("`{bare}` is a heading, and what belongs to it goes between `<` and `>`");
    let diagnostic = Diagnostic::new(Rule::MissingOpen, stretch.span, message);
    // Only the `<` is missing, which the parser says of a header that it knows.
    if cut.strays.last().is_some_and(|&stray| stray > stretch.span.start as usize) {
        let words = text[stretch.span.range()].to_ascii_lowercase();
        if BlockWord::ALL.iter().any(|word| words.starts_with(word.spelling())) && bare.len() == words.len() {
            return None;
        }
        let open = format!("{block} <");
        return Some(Question::of_one(diagnostic.fix(stretch.span, &*open), at, stretch.span, &open));
    }
    let steps = steps_below(text, &cut.stretches, at, names)?;
    let last = &cut.stretches[steps.range.end - 1];
    let block = match block.starts_with("emom") && !block.contains("alternating") {
        true if are_numbered(text, &cut.stretches[steps.range.clone()]) => format!("{block} alternating"),
        _ => block,
    };
    let end = text[last.span.range()].lines().last().unwrap_or_default();
    let mut diagnostic = diagnostic.help(format!("write `{block} <` here, and `>` in a line behind `{end}`"));
    if steps.is_certain {
        let from = stretch.span.start as usize;
        let inside = &text[stretch.span.end as usize..last.span.end as usize];
        let close = line_start(text, from);
        let replacement = format!("{block} <{inside}\n{close}>");
        diagnostic = diagnostic.fix(Span::new(from, last.span.end as usize), replacement);
    }
    if !steps.is_whole {
        return Some(Question::of_one(diagnostic, at, stretch.span, ""));
    }
    let mut question = Question::of_one(diagnostic, at, stretch.span, &format!("{block} <"));
    question.frames.push((steps.range.end - 1, Frame { closes: 1, ..Frame::default() }));
    Some(question)
}

/// Tells whether steps are numbered, as those are that take turns by the minute.
fn are_numbered(text: &str, steps: &[Stretch]) -> bool {
    let has_number = |step: &Stretch| {
        let tokens = token::tokens(text, step.span);
        if tokens[0].is_word(&["odd", "even", "odds", "evens"]) {
            return true;
        }
        let at = usize::from(tokens[0].is_word(&["min", "minute"]));
        tokens.get(at).is_some_and(|one| one.kind == Kind::Number)
            && tokens.get(at + 1).is_some_and(|sign| matches!(sign.kind, Kind::Sign('.' | ')' | ':' | '-')))
    };
    steps.len() > 1 && steps.iter().all(has_number)
}

/// Returns the blanks that the line of a place begins with.
pub(super) fn line_start(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    &text[start..at]
}

/// Tells whether nothing else of its statement is around it: it is a line of its own, or between `;`, `<` and `>`, as on a
/// line of its own once the text is laid out.
pub(super) fn is_whole_statement(text: &str, span: Span) -> bool {
    let is_blank = |character: &char| matches!(character, ' ' | '\t' | '\u{feff}');
    let before = text[..span.start as usize].chars().rev().find(|character| !is_blank(character));
    let after = text[span.end as usize..].chars().find(|character| !is_blank(character));
    before.is_none_or(|before| matches!(before, '\n' | '\r' | ';' | '<' | '>'))
        && after.is_none_or(|after| matches!(after, '\n' | '\r' | ';' | '>' | '#'))
}

pub(super) fn is_alone_on_line(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize]
        .chars()
        .rev()
        .find(|character| !matches!(character, ' ' | '\t' | '\u{feff}'));
    let after = text[span.end as usize..].chars().find(|character| !matches!(character, ' ' | '\t'));
    let ends = |character: Option<char>| character.is_none_or(|character| matches!(character, '\n' | '\r'));
    ends(before) && (ends(after) || after == Some('#'))
}

/// Returns the header of the block that a line is the heading of.
fn block_of(text: &str, span: Span, names: &KnownNames) -> Option<String> {
    let words = &text[span.range()];
    let bare = words.trim_end_matches([':', '-', '–', '*', ' ']).trim_start_matches(['*', '=', '-', ' ']);
    let is_marked = words.trim_end().ends_with([':', '-', '–']);
    let end = span.start as usize + words.trim_end_matches([':', '-', '–', ' ']).len();
    let tokens = token::tokens(text, Span::new(span.start as usize, end));
    let is_loud = words.chars().filter(|character| character.is_alphabetic()).count() > 2
        && words
            .chars()
            .all(|character| character.is_uppercase() || matches!(character, ' ' | '-' | '&' | '+' | '/'));
    let header = header::header(&tokens).filter(|_| is_marked || is_loud || !syntax::is_stray_option(words));
    let is_numbered = is_numbered(&tokens);
    if bare.is_empty()
        || bare.len() > 60
        || !(is_marked || is_loud || is_numbered || header.is_some())
        || names.knows(bare)
        || bare.contains('"')
    {
        return None;
    }
    if let Some(pieces) = header {
        return Some(with_limit(super::joined(&pieces)));
    }
    // A step with a colon behind it is no heading, and neither is a keyword.
    let has_figure =
        tokens.iter().any(|token| matches!(token.kind, Kind::Number | Kind::Text | Kind::Fraction));
    ((!has_figure || is_numbered)
        && !super::begins_with_keyword(&tokens)
        && !tokens.first()?.is_word(&["rest", "every", "for"]))
    .then(|| format!("section \"{bare}\""))
}

/// Writes the time of a part as its limit, which a part has instead: `warmup cap 5min`.
fn with_limit(header: String) -> String {
    let parts = ["warmup ", "warm-up ", "warm up ", "cooldown ", "cool-down ", "cool down ", "section "];
    let part = parts.iter().find_map(|part| header.strip_prefix(part).map(|time| (*part, time)));
    match part {
        Some((part, time)) if time.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{part}cap {time}")
        }
        _ => header,
    }
}

/// Words that headings number: `Round 1`, `Day 2`.
pub(super) const NUMBERED: [&str; 8] =
    ["round", "set", "day", "part", "block", "circuit", "superset", "session"];

/// Tells whether words are such a heading.
fn is_numbered(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [word, number] if word.is_word(&NUMBERED) && number.kind == Kind::Number)
}

/// The steps that a heading is about.
struct Below {
    range: Range<usize>,
    /// Whether a blank line or a further heading ends them, so that nothing else can be meant.
    is_certain: bool,
    /// Whether no block is among them, which may be closed behind them.
    is_whole: bool,
}

/// Tells whether a blank line is in what is between two statements, whatever its lines end in.
fn has_blank_line(between: &str) -> bool {
    let lines = LineIndex::new(between);
    (2..lines.count()).any(|line| between[lines.line(between, line).range()].trim().is_empty())
}

/// The most statements below a heading that are looked at, so that many headings take no longer than the file is long.
const MOST_STEPS: usize = 200;

/// Finds the steps below a heading: up to a blank line, a further heading, or the end of the block.
fn steps_below(text: &str, stretches: &[Stretch], at: usize, names: &KnownNames) -> Option<Below> {
    let own = stretches[at].depth;
    let mut end = at + 1;
    let mut is_certain = false;
    while let Some(next) = stretches.get(end).filter(|_| end - at <= MOST_STEPS) {
        let between = &text[stretches[end - 1].span.end as usize..next.span.start as usize];
        let ends = next.depth == own
            && (end > at + 1 && has_blank_line(between)
                || is_alone_on_line(text, next.span) && block_of(text, next.span, names).is_some());
        is_certain = next.depth < own || ends;
        if is_certain {
            break;
        }
        end += 1;
    }
    // A block at the end is closed within the part, which only the text behind it can show.
    let is_whole = !stretches[at + 1..end].iter().any(|stretch| stretch.opens);
    (end > at + 1).then_some(Below { range: at + 1..end, is_certain: is_certain && is_whole, is_whole })
}

/// A labelled step: `A1. bench press 4x8`.
struct Labelled {
    letter: char,
    label: Span,
    sets: String,
    /// The step without its sets and its rest.
    step: String,
    rest: Option<String>,
}

/// Asks about labels of one letter that follow each other, from a stretch on.
pub(super) fn labels(text: &str, cut: &Cut, at: usize, names: &KnownNames) -> Option<Question> {
    let mut labelled: Vec<Labelled> = Vec::new();
    for stretch in cut.stretches.get(at..)?.iter().take(MOST_LABELLED) {
        let Some(next) = labelled_step(text, *stretch, names) else { break };
        if labelled.first().is_some_and(|first| first.letter != next.letter) {
            break;
        }
        labelled.push(next);
    }
    let (first, last) = (labelled.first()?, labelled.last()?);
    if labelled.len() < 2 {
        return None;
    }
    let rest = last.rest.as_ref().map_or(String::new(), |rest| format!(" rest {rest} between rounds"));
    let steps: Vec<&str> = labelled.iter().map(|one| one.step.as_str()).collect();
    let (one, other) = (&text[first.label.range()], &text[labelled[1].label.range()]);
    let label = |text: &str| text.trim_end_matches(['.', ')', ':']).to_owned();
    let message =
        format!("`{}` and `{}` are done in turns, or one after the other?", label(one), label(other));
    // The rounds are the sets of each, which some have more of than others.
    let in_turns = match labelled.iter().all(|one| one.sets == first.sets) {
        true => format!("`superset rounds {}{rest} < {} >`", first.sets, steps.join("; ")),
        false => format!("a `superset rounds … < {} >`, all with the same number of sets", steps.join("; ")),
    };
    let help = format!("in turns: {in_turns}; one after the other: leave out the labels");
    let mut diagnostic = Diagnostic::new(Rule::MissingOpen, first.label, message).help(help);
    for one in &labelled[1..] {
        diagnostic = diagnostic.and_at(one.label, "");
    }
    let frame = |one: &Labelled| Frame { said: one.label, ..Frame::default() };
    let frames = labelled.iter().enumerate().map(|(number, one)| (at + number, frame(one)));
    Some(Question { diagnostic, frames: frames.collect() })
}

/// The most steps of one letter that are looked at. Nobody does more in turns.
const MOST_LABELLED: usize = 12;

/// Reads a step with a label of a letter and a figure.
fn labelled_step(text: &str, stretch: Stretch, names: &KnownNames) -> Option<Labelled> {
    if stretch.opens || !stretch.is_of_steps || stretch.is_in_superset || stretch.span.len() > super::LONGEST
    {
        return None;
    }
    let tokens = token::tokens(text, stretch.span);
    let end = label_end(&tokens)?;
    let (sets, step, rest) = step::in_a_superset(&tokens[end..], names)?;
    let letter = tokens[0].text.chars().next()?;
    Some(Labelled { letter, label: tokens[0].span.to(tokens[end - 1].span), sets, step, rest })
}

/// Returns where a label of a letter and a figure ends: `A1`, `A1.`, `A1)`.
fn label_end(tokens: &[Token<'_>]) -> Option<usize> {
    let first = tokens.first().filter(|token| token.kind == Kind::Word)?;
    let mut letters = first.text.chars();
    let (letter, figure) = (letters.next()?, letters.next()?);
    let is_label = letter.is_ascii_alphabetic() && figure.is_ascii_digit() && letters.next().is_none();
    let sign =
        tokens.get(1).is_some_and(|sign| matches!(sign.kind, Kind::Sign('.' | ')' | ':')) && sign.glued);
    let end = 1 + usize::from(sign);
    (is_label && tokens.get(end).is_some_and(|next| !next.glued && next.kind != Kind::Sign('@')))
        .then_some(end)
}
