//! `min 1 - 10 burpees, min 2 - 12 squats, min 3 - rest`: the steps of an EMOM, which take turns by the minute.

use super::names::KnownNames;
use super::step::Piece;
use super::token::{Kind, Token};
use super::{is_known_step, whole};

/// Reads steps that are numbered by the minute as those of a block whose header is `header`. None where they are no such
/// steps, or are not understood.
pub(super) fn minutes(header: &[Piece], inside: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let [header] = header else { return None };
    let is_by_the_minute = header.text.starts_with("emom ") || header.text.starts_with("every 1min ");
    if !is_by_the_minute {
        return None;
    }
    let mut pieces = vec![header.clone()];
    if !header.text.contains("alternating") {
        pieces[0].text.push_str(" alternating");
    }
    pieces[0].text.push_str(" <");
    let parts: Vec<&[Token<'_>]> =
        inside.split(|token| matches!(token.kind, Kind::Sign(',' | '|'))).collect();
    if parts.len() < 2 {
        return None;
    }
    for (number, part) in parts.iter().enumerate() {
        let end = label(part, number + 1)?;
        let step = part.get(end..).filter(|step| !step.is_empty())?;
        if number > 0 {
            pieces.last_mut()?.text.push(';');
        }
        match step {
            [rest] if rest.is_word(&["rest", "off"]) => {
                pieces.push(Piece { text: "rest 1min".to_owned(), from: rest.span });
            }
            step => pieces.extend(whole(step, names).filter(|pieces| is_known_step(pieces, names))?),
        }
    }
    pieces.last_mut()?.text.push_str(" >");
    Some(pieces)
}

/// Returns where `min 1 -` ends, of the minute of this number; `odd` is the first, `even` the second.
fn label(tokens: &[Token<'_>], number: usize) -> Option<usize> {
    let is_minute = |at: usize| {
        usize::from(tokens.get(at).is_some_and(|one| one.is_word(&["min", "minute", "mins", "minutes"])))
    };
    let first = tokens.first()?;
    let end = if first.is_word(&["odd", "even"]) {
        let is_it = first.is_word(&["odd"]) == (number == 1) && number < 3;
        is_it.then(|| 1 + is_minute(1))?
    } else {
        let at = is_minute(0);
        let figure = tokens.get(at).filter(|one| one.kind == Kind::Number)?;
        (figure.text.parse() == Ok(number)).then_some(at + 1)?
    };
    let sign = tokens.get(end)?;
    matches!(sign.kind, Kind::Sign(':' | '-' | '–' | '.' | ')' | '=')).then_some(end + 1)
}
