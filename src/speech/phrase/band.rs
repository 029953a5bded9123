//! The band that is used, which is a cue: `@ red band`, `@ yellow`, `green theraband`.

use super::{Ahead, Phrase};

/// How elastic bands are told apart: by their colour or by how strong they are.
const KINDS: [&str; 18] = [
    "yellow", "red", "green", "blue", "black", "silver", "gold", "purple", "orange", "pink", "grey", "gray",
    "white", "tan", "light", "medium", "heavy", "strong",
];

/// What bands are called.
const BANDS: [&str; 8] = ["band", "bands", "theraband", "tubing", "tube", "loop", "miniband", "mini-band"];

/// How a colour is used that is not enough without a sign: `light` and the like may be said of anything.
const STRENGTHS: [&str; 4] = ["light", "medium", "heavy", "strong"];

/// Tells whether a target may be a band: `red band`, `yellow`.
pub(in crate::speech) fn names_band(target: &str) -> bool {
    let is_one_of = |word: &str, words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    let mut words = target.split(' ');
    words.clone().any(|word| is_one_of(word, &BANDS)) || words.all(|word| is_one_of(word, &KINDS))
}

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let from = usize::from(ahead.is_sign(0, '@'));
    let kind = ahead.skip(from, &[&KINDS]);
    let end = ahead.skip(kind, &[&["resistance", "loop", "mini"], &BANDS]);
    let is_band = end > kind && ahead.is_word(end - 1, &BANDS);
    let is_colour = kind > from && from == 1 && !ahead.is_word(from, &STRENGTHS);
    let is_said = is_band && (kind > from || from == 1) || is_colour && end == kind;
    (is_said && ahead.so_far.has_dose && ahead.so_far.has_name && ahead.is_over(end))
        .then(|| (end, vec![Phrase::Cue(format!("\"{}\"", ahead.text(from, end)))]))
}
