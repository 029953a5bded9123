//! Working up to a heavy set: `build to a heavy 3`, `work up to 1 in 15 minutes`, `build to a 2RM`.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    if !ahead.is_word(0, &["build", "work"]) {
        return None;
    }
    let to = ahead.skip(1, &[&["up"]]);
    if !ahead.is_word(to, &["to"]) {
        return None;
    }
    let at = ahead.skip(to + 1, &[&["a", "an", "your"], &["heavy"]]);
    let figure = ahead.tokens.get(at)?;
    let mut end = at + 1;
    let reps = match figure.kind {
        Kind::Number => figure.text.to_owned(),
        Kind::Word => said(figure.text)?.to_owned(),
        _ => return None,
    };
    // `2RM`, `3 reps`.
    end = ahead.skip(end, &[&["rm", "reps", "rep"]]);
    let mut within = None;
    if ahead.is_word(end, &["in", "within"])
        && let Some((after, amount)) = ahead.amount(end + 1).filter(|(_, amount)| amount.is_time())
    {
        within = Some(amount.text);
        end = after;
    }
    Some((end, vec![Phrase::BuildTo { reps, within }]))
}

fn said(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "single" => "1",
        "double" => "2",
        "triple" => "3",
        _ => return None,
    })
}
