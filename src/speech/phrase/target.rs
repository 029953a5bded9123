//! How hard: `Z2`, `RPE 7-8`, `2 RIR`, `@ 80% 1RM`, `24 spm`, `r24`, and whatever else follows an `@`.

use super::{Ahead, Bout, Phrase};
use crate::speech::amount::{Amount, seconds};
use crate::speech::token::{Kind, Token};

/// Words behind which a figure says how hard.
const MEASURES: [(&str, &str); 5] =
    [("rpe", "rpe"), ("rir", "rir"), ("zone", "zone"), ("z", "zone"), ("slope", "slope")];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let has_sign = ahead.has_sign();
    let from = usize::from(has_sign);
    if let Some(figure) = short_rate(ahead, from) {
        let phrase =
            if has_sign { Phrase::Target(format!("{figure}spm")) } else { Phrase::RateOrRest(figure) };
        return Some((from + 1, vec![phrase]));
    }
    if !has_sign && let Some(found) = effort(ahead) {
        return Some(found);
    }
    if let Some(found) = effort_of_pace(ahead, from) {
        return Some(found);
    }
    if let Some(found) = dose_behind_sign(ahead) {
        return Some(found);
    }
    if let Some((end, text)) = pulse(ahead, from) {
        return Some((end, vec![Phrase::Target(text)]));
    }
    // `in zone 2`.
    if ahead.is_word(0, &["in"])
        && ahead.so_far.has_name
        && let Some((end, text)) = measured(ahead, 1)
    {
        return Some((end, vec![Phrase::Target(text)]));
    }
    let known = measured(ahead, from)
        .or_else(|| behind_figure(ahead, from))
        .or_else(|| percent(ahead, from))
        .or_else(|| rate(ahead, from));
    if let Some((end, text)) = known {
        return Some((end, vec![Phrase::Target(text)]));
    }
    // Loads have a file of their own.
    if has_sign && super::load::read(ahead).is_some() {
        return None;
    }
    (has_sign && !ahead.is_word(0, &["at"])).then(|| as_written(ahead))?
}

/// How hard, in a word.
pub(in crate::speech) const EFFORTS: [&str; 3] = ["easy", "moderate", "hard"];

/// Returns how hard a word says it is. `EZ` is easy.
pub(in crate::speech) fn effort_of(token: &Token<'_>) -> Option<&'static str> {
    if token.is_word(&["ez"]) {
        return Some("easy");
    }
    EFFORTS.into_iter().find(|effort| token.is_word(&[effort]))
}

/// Reads `easy` behind a dose, where nothing but a further phrase follows; before a name it may be part of it.
fn effort(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let effort = effort_of(ahead.tokens.first()?)?;
    let next = ahead.tokens.get(1);
    let is_last = next.is_none_or(|next| {
        next.kind != Kind::Word || next.is_word(&["rest", "every", "on", "with", "w", "ri"])
    });
    // `run easy 30 min`.
    let is_between = !ahead.so_far.has_dose && next.is_some_and(|next| next.kind == Kind::Number);
    // `10x1min hard / 1min easy bike`.
    let is_parted = ahead.so_far.has_sets && next.is_some_and(|next| next.is_sign('/') && !next.glued);
    let belongs = (ahead.so_far.has_dose && is_last || is_between) && (ahead.so_far.has_name || is_parted);
    (belongs && !ahead.so_far.is_list).then(|| (1, vec![Phrase::Target(effort.to_owned())]))
}

/// Reads `easy pace`, `at an easy pace`, `at moderate effort`.
fn effort_of_pace(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, Vec<Phrase>)> {
    let at = ahead.skip(from, &[&["a", "an"]]);
    let effort = effort_of(ahead.tokens.get(at)?)?;
    let is_said = ahead.is_word(at + 1, &["pace", "effort", "intensity"]) && ahead.so_far.has_dose;
    is_said.then(|| (at + 2, vec![Phrase::Target(effort.to_owned())]))
}

/// Reads `run @ 40min`: how much it is, where nothing says so yet. A clock may be a pace.
fn dose_behind_sign(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    if !ahead.is_sign(0, '@') || !ahead.so_far.has_name || ahead.so_far.has_dose {
        return None;
    }
    let (end, amount) = ahead.amount(1)?;
    let is_way_or_time =
        amount.is_way_or_time() && amount.unit.is_some() && !amount.is_clock && !amount.halves;
    let is_pace = ahead.is_sign(end, '/') || ahead.is_word(end, &["per", "pace"]);
    let is_sent_off = ahead.is_word(end, &["send-off", "sendoff", "send", "interval"]);
    (is_way_or_time && !is_pace && !is_sent_off)
        .then(|| (end, vec![Phrase::Dose { sets: None, bout: Bout::Of(amount) }]))
}

/// Reads `HR 130-145`, `heart rate 140`, `130-145 bpm`.
fn pulse(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let said = match () {
        () if ahead.is_word(from, &["hr"]) => from + 1,
        () if ahead.is_word(from, &["heart"]) && ahead.is_word(from + 1, &["rate"]) => from + 2,
        () => from,
    };
    let at = said + usize::from(said > from && ahead.is_sign(said, ':'));
    let (end, amount) = ahead.amount(at)?;
    let is_rate = amount.unit == Some(crate::quantity::Unit::BeatPerMinute);
    let is_bare = said > from && plain(&amount) && !amount.figures.contains('/');
    let end = end + usize::from(said == from && ahead.is_word(end, &["hr"]));
    (is_rate || is_bare).then(|| (end, format!("{}bpm", amount.figures)))
}

/// Reads `RPE 8`, `RPE8`, `RPE 7-8`, `Z2`.
fn measured(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let word = ahead.tokens.get(at).filter(|token| token.kind == Kind::Word)?.text.to_ascii_lowercase();
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let (_, measure) = MEASURES.iter().find(|(spelling, _)| *spelling == letters)?;
    let own = &word[letters.len()..];
    if own.is_empty() {
        // `zone 2 HR 130-145`: no hours.
        let figure = ahead.tokens.get(at + 1).filter(|token| token.kind == Kind::Number);
        let is_pulse = ahead.is_word(at + 2, &["hr"]) && !ahead.tokens[at + 2].glued;
        if let Some(figure) = figure.filter(|_| is_pulse) {
            return Some((at + 2, format!("{measure} {}", figure.text)));
        }
        let (end, amount) = ahead.amount(at + 1)?;
        return plain(&amount).then(|| (end, format!("{measure} {}", amount.text)));
    }
    let mut text = format!("{measure} {own}");
    let mut end = at + 1;
    let is_range = (ahead.is_sign(end, '-') || ahead.is_sign(end, '–')) && ahead.tokens[end].glued;
    if is_range && let Some(high) = ahead.tokens.get(end + 1).filter(|token| token.kind == Kind::Number) {
        text = format!("{text}-{}", high.text);
        end += 2;
    }
    Some((end, text))
}

/// Reads `2 RIR`, `1-2 RIR`, `8 RPE`, `24 spm`.
fn behind_figure(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    // `28 s/m`, `28 strokes per minute`.
    let figure = ahead.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let is_rate = ahead.is_word(at + 1, &["s", "strokes"])
        && (ahead.is_sign(at + 2, '/') || ahead.is_word(at + 2, &["per", "a"]))
        && ahead.is_word(at + 3, &["m", "min", "minute"]);
    if is_rate {
        return Some((at + 4, format!("{}spm", figure.text)));
    }
    let (end, amount) = ahead.amount(at)?;
    if amount.unit == Some(crate::quantity::Unit::StrokePerMinute) {
        return Some((end, amount.text));
    }
    let word = ahead.tokens.get(end).filter(|token| token.is_word(&["rir", "rpe"]))?;
    // `10-12 RIR 1`: a dose, and what is said of it.
    if !ahead.so_far.has_dose && ahead.amount(end + 1).is_some_and(|(_, amount)| plain(&amount)) {
        return None;
    }
    plain(&amount).then(|| (end + 1, format!("{} {}", word.text.to_ascii_lowercase(), amount.text)))
}

fn plain(amount: &Amount) -> bool {
    amount.unit.is_none() && !amount.is_clock && !amount.halves
}

/// Reads `80%`, `80% 1RM`, `75% of FTP`, `10RM`.
fn percent(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let (end, amount) = ahead.amount(at)?;
    if plain(&amount)
        && amount.figures != "1"
        && let Some(end) = rep_max(ahead, end)
    {
        return Some((end, format!("{}rm", amount.figures)));
    }
    if amount.unit != Some(crate::quantity::Unit::Percent) {
        return None;
    }
    let of = ahead.skip(end, &[&["of"], &["my", "your", "his", "her", "their", "the"]]);
    if let Some((end, name)) = reference(ahead, of) {
        let text = if name.is_empty() { amount.text } else { format!("{} of {name}", amount.text) };
        return Some((end, text));
    }
    if ahead.is_word(of, &["max"]) && (of > end || ahead.ends_at(of + 1)) {
        return Some((of + 1, amount.text));
    }
    // Any other reference goes with it, as it is written.
    let grows = super::grows::grows(ahead, end).is_some();
    let is_end = grows || of == end && !ahead.is_sign(end, '+') && !ahead.is_sign(end, '-');
    // `75% x 5`: the dose's. `5 @ 65% 5 @ 75%`: a further set.
    let next = ahead.tokens.get(end).map(|next| next.kind);
    let is_said = at == 0 || ahead.is_word(0, &["at"]);
    let is_whole = is_said && next != Some(Kind::Times) || at == 1 && next == Some(Kind::Number);
    (is_end && is_whole).then_some((end, amount.text))
}

/// What a percentage is of, as people say it, and as the language has it: nothing for the max of the movement itself.
const REFERENCES: [(&[&str], &str); 14] = [
    (&["ftp"], "ftp"),
    (&["css"], "css"),
    (&["bodyweight"], "bodyweight"),
    (&["body", "weight"], "bodyweight"),
    (&["bw"], "bodyweight"),
    (&["tm"], "training max"),
    (&["training", "max"], "training max"),
    (&["top", "set"], "top set"),
    (&["hrmax"], "max heart rate"),
    (&["maxhr"], "max heart rate"),
    (&["mhr"], "max heart rate"),
    (&["hr", "max"], "max heart rate"),
    (&["max", "hr"], "max heart rate"),
    (&["max", "heart", "rate"], "max heart rate"),
];

/// Reads what a percentage is of: `FTP`, `HRmax`, `TM`, `1RM`, `one-rep max`.
fn reference(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, &'static str)> {
    let is_one = ahead.tokens.get(at).is_some_and(|token| token.text == "1") || ahead.is_word(at, &["one"]);
    if is_one && let Some(end) = rep_max(ahead, at + 1) {
        return Some((end, ""));
    }
    if ahead.is_word(at, &["one-rep"]) && ahead.is_word(at + 1, &["max"]) {
        return Some((at + 2, ""));
    }
    let is_said = |words: &[&str]| (0..words.len()).all(|word| ahead.is_word(at + word, &[words[word]]));
    let (words, name) = REFERENCES.iter().find(|(words, _)| is_said(words))?;
    Some((at + words.len(), name))
}

/// Reads `RM`, `rep max`, `-rep max` behind a figure.
fn rep_max(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    if ahead.is_word(at, &["rm"]) {
        return Some(at + 1);
    }
    // `10 rep` is an amount by itself.
    if ahead.is_word(at.checked_sub(1)?, &["rep", "reps"]) && ahead.is_word(at, &["max"]) {
        return Some(at + 1);
    }
    let at = at + usize::from(ahead.is_sign(at, '-'));
    (ahead.is_word(at, &["rep", "reps"]) && ahead.is_word(at + 1, &["max"])).then_some(at + 2)
}

/// Reads `r24`, `r90`.
fn short_rate(ahead: &Ahead<'_, '_>, at: usize) -> Option<u32> {
    let first = ahead.tokens.get(at).filter(|first| first.kind == Kind::Word)?;
    let figure = first.text.strip_prefix(['r', 'R'])?;
    let is_figure = (2..=3).contains(&figure.len()) && figure.bytes().all(|byte| byte.is_ascii_digit());
    figure.parse().ok().filter(|_| is_figure)
}

/// The most turns of a pedal in a minute, in a figure that may also be steps.
const MOST_TURNS: u32 = 130;

/// Reads `s/r 24`, `rate 24`, `cadence 90`, `90 cadence`.
fn rate(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let first = ahead.tokens.get(at)?;
    let figure = match () {
        () if first.is_word(&["cadence"]) => Some((ahead.skip(at + 1, &[&["of", "at"]]), 1)),
        () if first.kind == Kind::Number && ahead.is_word(at + 1, &["cadence"]) => Some((at, 2)),
        () => None,
    };
    if let Some((figure, length)) = figure {
        let (end, amount) = ahead.amount(figure).filter(|(_, amount)| plain(amount))?;
        let turns: u32 = amount.figures.split('-').next()?.parse().ok()?;
        let unit = if turns > MOST_TURNS { "spm" } else { "rpm" };
        return Some((end + length - 1, format!("{}{unit}", amount.figures)));
    }
    let from = match () {
        () if ahead.is_word(at, &["s"])
            && ahead.is_sign(at + 1, '/')
            && ahead.is_word(at + 2, &["r", "m"]) =>
        {
            at + 3
        }
        () if first.is_word(&["rate"]) => at + 1,
        () => return None,
    };
    let (end, amount) = ahead.amount(from)?;
    plain(&amount).then(|| (end, format!("{}spm", amount.figures)))
}

/// Tells whether a dash parts phrases: `140kg - 2 min rest`.
fn is_parting_dash(ahead: &Ahead<'_, '_>, at: usize) -> bool {
    let is_dash = ahead.is_sign(at, '-') || ahead.is_sign(at, '–');
    is_dash && !ahead.tokens[at].glued && ahead.tokens.get(at + 1).is_some_and(|next| !next.glued)
}

/// Reads what follows an `@` as it is written, up to what can't be part of it.
fn as_written(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let mut end = 1;
    while let Some(token) = ahead.tokens.get(end) {
        let stops = matches!(token.kind, Kind::Sign(',' | '(' | ')' | '@') | Kind::Text)
            || token.is_word(&["rest", "rec", "recovery", "every", "tempo", "with", "hold", "on", "or"])
            || token.is_word(&["w"]) && ahead.is_sign(end + 1, '/')
            || ahead.is_word(end, &["alternating", "right", "left"])
            || token.is_sign('.') && end + 1 == ahead.tokens.len()
            || end > 1 && ahead.is_instruction(end)
            // `@ 100 RPE 8`.
            || end > 1 && measured(ahead, end).is_some() && ahead.tokens[end - 1].kind == Kind::Number
            || end > 1 && rate(ahead, end).is_some()
            || is_parting_dash(ahead, end)
            || end > 1 && super::grows::grows(ahead, end).is_some()
            || end > 1 && super::sides::is_half(&ahead.tokens[end..]);
        if stops {
            break;
        }
        // `@ moderate 90s rest`: an amount that a rest follows.
        if end > 1
            && !token.glued
            && ahead.tokens[end - 1].kind != Kind::Times
            && let Some((after, amount)) = ahead.amount(end)
            && amount.is_dose()
            && ahead.is_word(after, &["rest", "recovery", "hold", "jog", "walk"])
        {
            break;
        }
        end += 1;
    }
    // `@ :55`.
    let minutes = if ahead.is_sign(1, ':') { "0" } else { "" };
    (end > 1).then(|| {
        let text = quicker_first(format!("{minutes}{}", ahead.text(1, end)));
        (end, vec![Phrase::Target(text)])
    })
}

/// Turns a range of paces round that runs backwards: `6:00-5:30/km`. Which end is the quicker one is plain.
fn quicker_first(text: String) -> String {
    let turned = || -> Option<String> {
        let (clocks, distance) = text.split_once('/')?;
        let (slow, quick) = clocks.trim().split_once('-')?;
        let is_backwards = slow.contains(':') && quick.contains(':') && seconds(slow)? > seconds(quick)?;
        is_backwards.then(|| format!("{quick}-{slow}/{distance}"))
    };
    turned().unwrap_or(text)
}
