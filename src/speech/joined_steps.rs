//! `squat 5 calf raise 10`: known movements with a dose each, and nothing between them.

use super::names::KnownNames;
use super::token::{Kind, Token};
use super::{Almost, is_known_step, joined, step};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax;
use crate::syntax::tree::{DoseSyntax, StatementKind};

/// The most steps on a line without anything between them, and the most words that are looked at.
const MOST_STEPS: usize = 8;
const MOST_TOKENS: usize = 80;

/// Asks about a statement that is several steps. Each must be a known movement with a dose, so that it can't be anything
/// else.
pub(super) fn joined_steps(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    // What signs part is read by others, or not understood by them.
    let is_parting =
        |token: &Token<'_>| matches!(token.kind, Kind::Sign(',' | ':' | '|' | '-' | '–' | '+' | '&'));
    if tokens.len() > MOST_TOKENS || tokens.iter().any(is_parting) {
        return None;
    }
    let mut read = Vec::new();
    let mut begins: Vec<Span> = Vec::new();
    let mut gaps: Vec<Span> = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let (end, text) = longest_step(&tokens[from..], names)?;
        read.push(text);
        if from > 0 {
            // `run 10x800m jog 400m`: a step, or what comes between the sets?
            let may_be_rest = tokens[from]
                .is_word(&["jog", "walk", "run", "swim", "row", "bike", "spin", "ski"])
                && tokens[..from].iter().any(|token| token.kind == Kind::Times);
            (!may_be_rest).then_some(())?;
            begins.push(tokens[from].span.to(tokens[from + end - 1].span));
            gaps.push(Span { start: tokens[from - 1].span.end, end: tokens[from].span.start });
        }
        from += end;
        (read.len() <= MOST_STEPS).then_some(())?;
    }
    let (&first, more) = begins.split_first()?;
    let mut diagnostic = Diagnostic::new(Rule::MissingSeparator, first, "a new step begins here")
        .help("put `;` before it, or start a new line")
        .fix(*gaps.first()?, "; ");
    for &place in more {
        diagnostic = diagnostic.and_at(place, "and here");
    }
    if let Some(fix) = &mut diagnostic.fix {
        fix.more = gaps[1..].to_vec();
    }
    Some((diagnostic, read.join("; ")))
}

/// Returns the longest step that tokens begin with: where it ends, and how it is read.
fn longest_step(tokens: &[Token<'_>], names: &KnownNames) -> Option<(usize, String)> {
    // `10 squats 10 lunges`: where the first dose is first, all are.
    let begins = |at: usize| match tokens[0].kind {
        Kind::Number => tokens[at].kind == Kind::Number,
        _ => tokens[at].kind == Kind::Word && step::begins_with_name(&tokens[at..], names),
    };
    let ends = (2..tokens.len()).filter(|&at| begins(at)).chain([tokens.len()]);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| Some((end, complete(&tokens[..end], names)?)))
}

/// Reads a known movement with its dose.
fn complete(tokens: &[Token<'_>], names: &KnownNames) -> Option<String> {
    let pieces = super::whole(tokens, names).filter(|pieces| is_known_step(pieces, names))?;
    let text = joined(&pieces);
    let (tree, _) = syntax::parse(&text);
    let has_dose = |kind: &StatementKind| match kind {
        StatementKind::Movement(performances) => {
            performances.iter().all(|one| !matches!(one.dose, DoseSyntax::None))
        }
        _ => false,
    };
    matches!(tree.statements.as_slice(), [only] if has_dose(&only.kind)).then_some(text)
}
