//! `min 1 - 10 burpees, min 2 - 12 squats, min 3 - rest`: the steps of an EMOM, which take turns by the minute.

use std::ops::Range;

use super::cut::Cut;
use super::names::KnownNames;
use super::step::Piece;
use super::token::{self, Kind, Token};
use super::{header, is_known_step, joined, whole};

/// Reads steps that are numbered by the minute as those of a block whose header is `header`. None where they are no such
/// steps, or are not understood.
pub(super) fn minutes(header: &[Piece], inside: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let mut pieces = vec![alternating(header)?];
    pieces[0].text.push_str(" <");
    let parts: Vec<&[Token<'_>]> =
        inside.split(|token| matches!(token.kind, Kind::Sign(',' | '|'))).collect();
    if parts.len() < 2 {
        return None;
    }
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            pieces.last_mut()?.text.push(';');
        }
        pieces.extend(turn(part.get(label(part, number + 1)?..)?, names)?);
    }
    pieces.last_mut()?.text.push_str(" >");
    Some(pieces)
}

/// Reads the steps in an EMOM's block that are numbered by the minute, each on a line of its own or behind `;`. Returns
/// the header and the steps, with the numbers of their stretches.
pub(super) fn minutes_in_block(
    text: &str,
    cut: &Cut,
    number: usize,
    names: &KnownNames,
) -> Option<Vec<(usize, Vec<Piece>)>> {
    let block = cut.stretches[number];
    let inside = cut.stretches[number + 1..].iter().take_while(|step| step.depth > block.depth).count();
    if !block.opens || !begins_with_minute(text, cut, number + 1) {
        return None;
    }
    let header = alternating(&header::header(&token::tokens(text, block.span))?)?;
    let mut read = vec![(number, vec![header])];
    read.extend(minutes_of(text, cut, number + 1..number + 1 + inside, names)?);
    Some(read)
}

/// Reads steps that are numbered by the minute, in these stretches.
pub(super) fn minutes_of(
    text: &str,
    cut: &Cut,
    steps: Range<usize>,
    names: &KnownNames,
) -> Option<Vec<(usize, Vec<Piece>)>> {
    if steps.len() < 2 || !begins_with_minute(text, cut, steps.start) {
        return None;
    }
    let turns = steps.enumerate().map(|(number, at)| {
        let step = cut.stretches[at];
        let tokens = token::tokens(text, step.span);
        (!step.opens && is_of_minute(&tokens)).then_some(())?;
        let pieces = turn(tokens.get(label(&tokens, number + 1)?..)?, names)?;
        // Two steps of one minute would each get a minute of their own.
        (!joined(&pieces).contains(';')).then_some((at, pieces))
    });
    turns.collect()
}

fn begins_with_minute(text: &str, cut: &Cut, at: usize) -> bool {
    cut.stretches.get(at).is_some_and(|step| is_of_minute(&token::tokens(text, step.span)))
}

/// Returns the header of a block whose steps take turns by the minute.
fn alternating(header: &[Piece]) -> Option<Piece> {
    let [header] = header else { return None };
    let is_by_the_minute = header.text.starts_with("emom ") || header.text.starts_with("every 1min ");
    let mut header = header.clone();
    if !header.text.contains("alternating") {
        header.text.push_str(" alternating");
    }
    is_by_the_minute.then_some(header)
}

/// Reads what is done in one minute.
fn turn(step: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    match step {
        [] => None,
        [rest] if rest.is_word(&["rest", "off"]) => {
            Some(vec![Piece { text: "rest 1min".to_owned(), from: rest.span }])
        }
        step => whole(step, names).filter(|pieces| is_known_step(pieces, names)),
    }
}

/// Tells whether a step begins with the word for a minute, so that its number is no bullet.
fn is_of_minute(tokens: &[Token<'_>]) -> bool {
    tokens.first().is_some_and(|first| {
        first.is_word(&["min", "minute", "mins", "minutes", "odd", "even", "odds", "evens"])
    })
}

/// Returns where `min 1 -` ends, of the minute of this number; `odd` is the first, `even` the second.
fn label(tokens: &[Token<'_>], number: usize) -> Option<usize> {
    let is_minute = |at: usize| {
        usize::from(tokens.get(at).is_some_and(|one| one.is_word(&["min", "minute", "mins", "minutes"])))
    };
    let first = tokens.first()?;
    let end = if first.is_word(&["odd", "even", "odds", "evens"]) {
        let is_it = first.is_word(&["odd", "odds"]) == (number == 1) && number < 3;
        is_it.then(|| 1 + is_minute(1))?
    } else {
        let at = is_minute(0);
        let figure = tokens.get(at).filter(|one| one.kind == Kind::Number)?;
        (figure.text.parse() == Ok(number)).then_some(at + 1)?
    };
    let sign = tokens.get(end)?;
    matches!(sign.kind, Kind::Sign(':' | '-' | '–' | '.' | ')' | '=')).then_some(end + 1)
}
