//! How a step is done, in words that have no figure in the language: `descend 1-4`, `negative split`, `breathe every 3`,
//! `slowly`. They become a cue, with every word.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;

/// Words behind a step that say how it is done, and nothing else.
const HOW: [&[&str]; 43] = [
    &["neg", "split"],
    &["neg", "splits"],
    &["neg-split"],
    &["negative", "split"],
    &["negative", "splits"],
    &["negative-split"],
    &["im", "order"],
    &["reverse", "im", "order"],
    &["dps"],
    &["distance", "per", "stroke"],
    &["choice"],
    &["your", "choice"],
    &["descending"],
    &["ascending"],
    &["progressive"],
    &["progressively"],
    &["fast"],
    &["slow"],
    &["slowly"],
    &["quick"],
    &["quickly"],
    &["smooth"],
    &["smoothly"],
    &["steady"],
    &["steadily"],
    &["relaxed"],
    &["controlled"],
    &["with", "control"],
    &["under", "control"],
    &["all", "out"],
    &["all-out"],
    &["unbroken"],
    &["strong"],
    &["each", "set", "heavier"],
    &["heavier", "each", "set"],
    &["increasing", "weight"],
    &["increase", "weight"],
    &["increase", "weight", "each", "set"],
    &["add", "weight"],
    &["add", "weight", "each", "set"],
    &["with", "increasing", "weight"],
    &["bilateral"],
    &["bilaterally"],
];

/// Words that a count of sets may follow, of which each is quicker or slower than the one before.
const CHANGING: [&str; 10] =
    ["desc", "des", "descend", "descends", "descending", "asc", "ascend", "ascending", "build", "building"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    if !ahead.so_far.has_name {
        return None;
    }
    // `mini squat 0-60° 3x10`.
    let end = if ahead.so_far.has_dose { instruction(ahead) } else { angle(ahead) }?;
    Some((end, vec![Phrase::How(ahead.text(0, end))]))
}

/// Returns where an instruction ends, if one comes next and is not the beginning of other words.
pub(in crate::speech) fn instruction(ahead: &Ahead<'_, '_>) -> Option<usize> {
    let how = || {
        let is_said =
            |words: &&&[&str]| words.iter().enumerate().all(|(at, word)| ahead.is_word(at, &[word]));
        HOW.iter().filter(is_said).map(|words| words.len()).max()
    };
    let end = changing(ahead)
        .or_else(|| lowering(ahead))
        .or_else(|| breathing(ahead))
        .or_else(|| odd_and_even(ahead))
        .or_else(|| angle(ahead))
        .or_else(|| in_turns(ahead))
        .or_else(how)?;
    // `fast and smooth`.
    if ahead.is_word(end, &["and"])
        && let Some(more) = instruction(&Ahead { tokens: &ahead.tokens[end + 1..], so_far: ahead.so_far })
    {
        return Some(end + 1 + more);
    }
    is_over(ahead, end).then_some(end)
}

/// Tells whether no further word belongs to what was said.
fn is_over(ahead: &Ahead<'_, '_>, end: usize) -> bool {
    const LEADING: [&str; 14] = [
        "on", "every", "rest", "with", "w", "at", "ri", "r", "and", "then", "easy", "moderate", "hard", "ez",
    ];
    let Some(next) = ahead.tokens.get(end) else { return true };
    next.kind != Kind::Word
        || next.is_word(&LEADING)
        || instruction(&Ahead { tokens: &ahead.tokens[end..], so_far: ahead.so_far }).is_some()
}

/// Reads `descend 1-4`, `desc (1-4)`, `build by 25`, `build to fast`.
fn changing(ahead: &Ahead<'_, '_>) -> Option<usize> {
    if !ahead.is_word(0, &CHANGING) {
        return None;
    }
    if ahead.is_word(1, &["to"]) && ahead.tokens.get(2).is_some_and(|next| next.kind == Kind::Word) {
        let words = ahead.tokens[2..].iter().take_while(|token| token.kind == Kind::Word).count();
        return (words < 4).then_some(2 + words);
    }
    let bracket = usize::from(ahead.is_sign(1, '('));
    let at = ahead.skip(1 + bracket, &[&["by", "each", "every", "from", "in"], &["sets"], &["of"]]);
    let Some(mut end) = figures(ahead, at) else { return (at == 1).then_some(1) };
    if bracket == 1 {
        ahead.is_sign(end, ')').then_some(())?;
        end += 1;
    }
    // `descend 1-4, 5-8`.
    while ahead.is_sign(end, ',')
        && let Some(after) = range(ahead, end + 1)
    {
        end = after;
    }
    Some(end)
}

/// Reads `4`, `1-4`, `25m`, `25s`. Returns where it ends.
fn figures(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    let at = at + usize::from(ahead.is_sign(at, '#'));
    if let Some(end) = range(ahead, at) {
        return Some(end);
    }
    number(ahead, at)?;
    // `descend 20s rest`: the figure is the next phrase's.
    let is_led = at > 1;
    let is_unit = is_led && ahead.is_word(at + 1, &["m", "yd", "y", "s", "yards", "metres", "meters"]);
    is_led.then_some(at + 1 + usize::from(is_unit))
}

/// Reads `1-4`, `1 to 4`.
fn range(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    number(ahead, at)?;
    let is_joined =
        ahead.is_sign(at + 1, '-') || ahead.is_sign(at + 1, '–') || ahead.is_word(at + 1, &["to"]);
    number(ahead, at + 2).filter(|_| is_joined)?;
    let is_clock = ahead.is_sign(at + 3, ':') || ahead.is_sign(at + 3, '%');
    (!is_clock).then_some(at + 3)
}

/// Tells whether a token is a small whole number that no colon makes a clock.
fn number(ahead: &Ahead<'_, '_>, at: usize) -> Option<()> {
    let number = ahead.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let is_clock = ahead.is_sign(at + 1, ':') && ahead.tokens[at + 1].glued;
    (number.text.len() < 4 && number.text.bytes().all(|byte| byte.is_ascii_digit()) && !is_clock)
        .then_some(())
}

/// Reads `3 sec down`, `5s eccentric`: a part of a tempo, whose others are not said.
fn lowering(ahead: &Ahead<'_, '_>) -> Option<usize> {
    const PARTS: [&str; 9] =
        ["down", "up", "lowering", "lower", "eccentric", "eccentrics", "negative", "negatives", "descent"];
    let (end, _) = ahead.amount(0).filter(|(_, amount)| amount.is_time() && amount.unit.is_some())?;
    ahead.is_word(end, &PARTS).then_some(end + 1)
}

/// Reads `breathe every 3`, `breathing 3/5/7`, `breathe every 3rd stroke`, `breathe bilaterally`.
fn breathing(ahead: &Ahead<'_, '_>) -> Option<usize> {
    if !ahead.is_word(0, &["breathe", "breathing", "hypoxic", "breath"]) {
        return None;
    }
    if ahead.is_word(1, &["bilaterally", "bilateral", "control"]) {
        return Some(2);
    }
    let at = ahead.skip(1, &[&["by", "every", "pattern"]]);
    if number(ahead, at).is_none() {
        let is_ordinal = ahead.is_word(at, &["third", "second", "other", "fourth", "fifth"]) && at > 1;
        return is_ordinal.then(|| ahead.skip(at + 1, &[&["stroke", "strokes"]]));
    }
    let mut end = at + 1;
    while ahead.tokens.get(end).is_some_and(|sign| matches!(sign.kind, Kind::Sign('/' | '-' | '–' | ',')))
        && ahead.tokens.get(end + 1).is_some_and(|next| next.glued)
        && number(ahead, end + 1).is_some()
    {
        end += 2;
    }
    Some(ahead.skip(end, &[&["rd", "nd", "th"], &["stroke", "strokes"]]))
}

/// Reads `drill/swim by 25`, `kick / drill`: what a swimmer changes between.
fn in_turns(ahead: &Ahead<'_, '_>) -> Option<usize> {
    const PARTS: [&str; 6] = ["drill", "swim", "kick", "pull", "scull", "sprint"];
    let is_between = |at: usize| ahead.is_sign(at, '/') || ahead.is_sign(at, '-');
    (ahead.is_word(0, &PARTS) && is_between(1) && ahead.is_word(2, &PARTS)).then_some(())?;
    let mut end = 3;
    while is_between(end) && ahead.is_word(end + 1, &PARTS) {
        end += 2;
    }
    if ahead.is_word(end, &["by"]) && number(ahead, end + 1).is_some() {
        end += 2;
        end += usize::from(ahead.is_word(end, &["m", "yd", "y", "s"]));
    }
    Some(end)
}

/// Reads `0-60 deg`, `45°`, `to 90 degrees`: how far a joint is bent.
fn angle(ahead: &Ahead<'_, '_>) -> Option<usize> {
    const DEGREES: [&str; 5] = ["deg", "degs", "degree", "degrees", "°"];
    let is_degrees = |at: usize| ahead.is_word(at, &DEGREES) || ahead.is_sign(at, '°');
    let from = ahead.skip(0, &[&["to", "from", "at", "through"]]);
    number(ahead, from)?;
    let end = range(ahead, from).unwrap_or(from + 1);
    // `30°-90°`.
    let end = if is_degrees(from + 1) && ahead.is_sign(from + 2, '-') && number(ahead, from + 3).is_some() {
        from + 4
    } else {
        end
    };
    is_degrees(end).then_some(end + 1)
}

/// Reads `odds easy evens fast`, which is all that follows.
fn odd_and_even(ahead: &Ahead<'_, '_>) -> Option<usize> {
    let is = |words: &[&str]| ahead.tokens.iter().any(|token| token.is_word(words));
    let is_said = ahead.is_word(0, &["odd", "odds", "even", "evens"])
        && is(&["odd", "odds"])
        && is(&["even", "evens"])
        && ahead.tokens.len() < 12;
    let are_words =
        ahead.tokens.iter().all(|token| matches!(token.kind, Kind::Word | Kind::Sign(',' | '/' | '-' | ':')));
    (is_said && are_words).then_some(ahead.tokens.len())
}
