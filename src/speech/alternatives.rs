//! `10 push-ups or 10 knee push-ups`, `400m run or row`, `10 push-ups (or knee push-ups)`: one of several movements.

use super::names::KnownNames;
use super::step::{self, Piece};
use super::token::{Kind, Token};
use super::{is_clean, is_known_step, joined};
use crate::syntax;
use crate::syntax::tree::{DoseSyntax, Performance, StatementKind};

/// The most movements to choose from: a coach names two or three.
const MOST: usize = 4;

/// Reads movements to choose from, each with its dose or all with the first one's.
pub(super) fn alternatives(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let tokens = without_brackets(tokens);
    let parts: Vec<&[Token<'_>]> = tokens.split(|token| token.is_word(&["or"])).collect();
    if !(2..=MOST).contains(&parts.len()) || parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let pieces = each_complete(&parts, names).or_else(|| one_dose(&parts, names))?;
    let text = joined(&pieces);
    is_clean(&text, 1 + text.matches(';').count()).then_some(pieces)
}

/// Takes the brackets of `10 push-ups (or knee push-ups)` away.
fn without_brackets<'t>(tokens: &[Token<'t>]) -> Vec<Token<'t>> {
    let open = tokens.iter().position(|token| token.is_sign('('));
    let close = tokens.iter().position(|token| token.is_sign(')'));
    let is_choice = open.is_some_and(|open| tokens.get(open + 1).is_some_and(|next| next.is_word(&["or"])));
    let is_bracket = |at: usize| is_choice && (Some(at) == open || Some(at) == close);
    tokens.iter().enumerate().filter(|&(at, _)| !is_bracket(at)).map(|(_, token)| *token).collect()
}

/// Reads alternatives that each are a known movement with its dose. Either all or none have sets, which a first `3x`
/// may say of all.
fn each_complete(parts: &[&[Token<'_>]], names: &KnownNames) -> Option<Vec<Piece>> {
    let mut read: Vec<Vec<Piece>> = Vec::new();
    let mut has_sets = None;
    for part in parts {
        let pieces = step::step(part, names).filter(|pieces| is_movement(pieces, names))?;
        let sets = dose_of(&pieces)?;
        (*has_sets.get_or_insert(sets) == sets).then_some(())?;
        read.push(pieces);
    }
    let last = read.pop()?;
    // The rest between the sets is whatever is chosen.
    let rest =
        last.iter().find(|piece| piece.text.starts_with("rest ")).filter(|_| has_sets == Some(true)).cloned();
    let mut all = Vec::new();
    for pieces in read {
        let rests = pieces.iter().any(|piece| piece.text.starts_with("rest "));
        // What is said behind one of them alone may be meant for all.
        (!joined(&pieces).contains(';')).then_some(())?;
        let end = pieces[pieces.len() - 1].from;
        all.extend(pieces);
        all.extend(rest.clone().filter(|_| !rests));
        all.push(Piece { text: "or".to_owned(), from: end });
    }
    all.extend(last);
    Some(all)
}

/// Reads `3x10 squats or lunges rest 60s`: the dose is that of all.
fn one_dose(parts: &[&[Token<'_>]], names: &KnownNames) -> Option<Vec<Piece>> {
    let (first, others) = parts.split_first()?;
    let (last, between) = others.split_last()?;
    let is_name = |tokens: &[Token<'_>]| step::name_length(tokens, names) == Some(tokens.len());
    let at = (1..first.len()).find(|&at| is_name(&first[at..]))?;
    let (dose, name) = first.split_at(at);
    let said_of_all = &last[step::name_length(last, names)?..];
    if dose[0].kind != Kind::Number || !between.iter().all(|name| is_name(name)) {
        return None;
    }
    let with_dose = |name: &[Token<'_>], more: &[Token<'_>]| {
        let pieces = step::step(&[dose, name, more].concat(), names)?;
        is_movement(&pieces, names).then_some(pieces)
    };
    let mut whole = with_dose(last, &[])?;
    dose_of(&whole)?;
    let mut all = Vec::new();
    for name in [name].into_iter().chain(between.iter().copied()) {
        let own = with_dose(name, said_of_all)?;
        // `10/10` is per leg of one and per arm of another.
        (joined(&own[1..]) == joined(&whole[1..])).then_some(())?;
        let from = own[0].from;
        all.push(own[0].clone());
        all.push(Piece { text: "or".to_owned(), from });
    }
    all.append(&mut whole);
    Some(all)
}

fn is_movement(pieces: &[Piece], names: &KnownNames) -> bool {
    is_known_step(pieces, names) && !pieces[0].text.starts_with("rest ")
}

/// Tells whether the dose of a step has sets; none where it has no dose.
fn dose_of(pieces: &[Piece]) -> Option<bool> {
    let (tree, _) = syntax::parse(&joined(pieces));
    let StatementKind::Movement(performances) = &tree.statements.first()?.kind else { return None };
    let [Performance { dose, .. }] = &performances[..] else { return None };
    match dose {
        DoseSyntax::None => None,
        DoseSyntax::One(item) => Some(item.sets.is_some()),
        DoseSyntax::List(_) => Some(true),
    }
}
