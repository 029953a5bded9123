//! Modifiers that are said as they are written: `tempo 31X1`, `alternating`, a cue.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let first = ahead.tokens.first()?;
    if first.kind == Kind::Text {
        return Some((1, vec![Phrase::Cue(first.text.to_owned())]));
    }
    if first.is_word(&["tempo"]) && ahead.tokens.get(1)?.kind == Kind::Number {
        let end = ahead.glued_from(1);
        return Some((end, vec![Phrase::Modifier(format!("tempo {}", ahead.text(1, end)))]));
    }
    let is_turn =
        first.is_word(&["alternating", "right", "left"]) && ahead.so_far.has_dose && ahead.so_far.has_name;
    is_turn.then(|| (1, vec![Phrase::Modifier(first.text.to_ascii_lowercase())]))
}
