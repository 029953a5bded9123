//! `curl 3x10 2x8`, `wall ball 15 20/14`, `squat 5 5 5`: figures behind a movement that do not say what they are.

use super::amount::{Amount, amount};
use super::names::KnownNames;
use super::token::{self, Kind, Token, written};
use super::{Almost, is_known_step, joined, whole};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::unit;

/// The longest statement that is looked at, in words and signs.
const MOST_TOKENS: usize = 20;

/// The smallest figure that alone may be a load.
const LEAST_LOAD: u32 = 8;

/// Asks about figures behind the dose that may be the load, or how high the box is.
pub(super) fn bare_load(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    // What follows an `@` is said to be a load already.
    if tokens.len() > MOST_TOKENS || tokens.iter().any(|token| token.is_sign('@')) {
        return None;
    }
    let runs = (1..tokens.len()).rev().flat_map(|from| [(from, from + 3), (from, from + 1)]);
    runs.filter(|&(_, to)| to <= tokens.len()).find_map(|(from, to)| {
        if !is_bare(tokens, from, to) {
            return None;
        }
        let others = [&tokens[..from], &tokens[to..]].concat();
        let pieces = whole(&others, names).filter(|pieces| is_known_step(pieces, names))?;
        let movement = names.movement(pieces[0].text.trim_matches('"'))?;
        let is_high = movement.equipment.iter().any(|one| one == "box");
        let units: &[&str] = match () {
            () if is_high => &["in", "cm"],
            () if movement.load.is_some() || movement.has_max => &["kg", "lb"],
            () => return None,
        };
        let figure = written(&tokens[from..to]);
        let with = |unit: &&str| {
            let text = format!("{} @ {figure}{unit} {}", written(&tokens[..from]), written(&tokens[to..]));
            let pieces = whole(&token::tokens(&text, Span::new(0, text.len())), names)?;
            Some(format!("`{}`", joined(&pieces)))
        };
        let offers: Vec<String> = units.iter().filter_map(with).collect();
        let what = if is_high { "how high the box is" } else { "the load" };
        let place = tokens[from].span.to(tokens[to - 1].span);
        let message = format!("`{figure}` has no unit, and may be {what}");
        let help = format!("write {}", offers.join(" or "));
        (!offers.is_empty())
            .then(|| (Diagnostic::new(Rule::MissingUnit, place, message).help(help), joined(&pieces)))
    })
}

/// Tells whether tokens are `24`, `20/14` or `2x24`, and no unit follows.
fn is_bare(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let is_number = |token: &Token<'_>| token.kind == Kind::Number;
    let figure = &tokens[from..to];
    let is_figure = match figure {
        [one] => is_number(one) && one.text.parse().is_ok_and(|figure: u32| figure >= LEAST_LOAD),
        [one, sign, other] => {
            let is_pair = sign.is_sign('/') || sign.kind == Kind::Times && one.text == "2";
            is_number(one) && is_number(other) && is_pair && sign.glued && other.glued
        }
        _ => false,
    };
    let before = &tokens[from - 1];
    let is_led = before.kind == Kind::Times
        || matches!(before.kind, Kind::Sign('@' | '/' | '-' | '–' | '+' | ',' | ':'))
        || before.is_word(&["rpe", "rir", "rest", "zone", "tempo", "every", "at", "in", "to", "x", "r"]);
    let is_apart = tokens.get(to).is_none_or(|next| {
        let is_unit = next.kind == Kind::Word && unit::read(next.text).is_some();
        !next.glued
            && next.kind != Kind::Times
            && !is_unit
            && !next.is_word(&["rpe", "rir", "sets", "rounds", "rm"])
    });
    is_figure && !figure[0].glued && !is_led && is_apart
}

/// Asks about `squat 3x8 rpe 8 2min` and `bench press 4x5 @ 80kg, 2min`, whose time is the rest, and `run 5km 25min`,
/// whose time says how fast.
pub(super) fn bare_time(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    if tokens.len() > MOST_TOKENS {
        return None;
    }
    // The longest is meant: `1:45`, and not `:45`.
    let (from, time) = (tokens.len().saturating_sub(4).max(2)..tokens.len()).find_map(|from| {
        let (length, time) = amount(&tokens[from..])?;
        (from + length == tokens.len() && time.is_time() && !time.halves).then_some((from, time))
    })?;
    const LEADING: [&str; 14] = [
        "rest", "every", "hold", "tempo", "in", "for", "of", "ri", "r", "rec", "recovery", "until", "with",
        "on",
    ];
    let last = &tokens[from - 1];
    if last.is_word(&LEADING)
        || last.kind == Kind::Times
        || matches!(last.kind, Kind::Sign('@' | '/' | '+' | ':'))
    {
        return None;
    }
    let is_parted = matches!(last.kind, Kind::Sign(',' | '-' | '–'));
    let before = &tokens[..from - usize::from(is_parted)];
    let pieces = whole(before, names).filter(|pieces| is_known_step(pieces, names))?;
    let step = joined(&pieces);
    let place = tokens[from].span.to(tokens[tokens.len() - 1].span);
    let is_clean_step = |text: &str| super::is_clean(text, 1);
    if step.contains(" rest ") || step.contains(';') {
        return None;
    }
    let message = format!("`{}` does not say what it is a time of", time.text);
    let diagnostic = Diagnostic::new(Rule::Unreadable, place, message);
    if before.iter().any(|token| token.kind == Kind::Times) {
        let text = format!("{step} rest {}", time.text);
        return is_clean_step(&text)
            .then(|| (diagnostic.help(format!("for the rest between the sets, write `{text}`")), text));
    }
    let pace = pace(before, &time)?;
    let text = format!("{step} @ {pace}");
    is_clean_step(&text).then(|| {
        let name = pieces[0].text.clone();
        let help = format!("for how fast, write `{text}`; for the time alone, `{name} {}`", time.text);
        (diagnostic.help(help), text)
    })
}

/// Returns the pace at which a distance among tokens is covered in a time.
fn pace(tokens: &[Token<'_>], time: &Amount) -> Option<String> {
    let way = (0..tokens.len()).find_map(|at| {
        amount(&tokens[at..]).map(|(_, way)| way).filter(|way| way.is_way_or_time() && !way.is_time())
    })?;
    let metres: f64 = match way.unit? {
        Unit::Kilometre => 1000.0,
        Unit::Mile => 1609.344,
        Unit::Metre => 1.0,
        _ => return None,
    } * way.figures.parse::<f64>().ok()?;
    let (per, of) = match () {
        () if way.unit == Some(Unit::Mile) => (1609.344, "mi"),
        () if tokens.iter().any(|token| token.is_word(&["row", "rower", "ski"])) => (500.0, "500m"),
        () if tokens.iter().any(|token| token.is_word(&["swim", "free", "freestyle"])) => (100.0, "100m"),
        () => (1000.0, "km"),
    };
    let seconds = (seconds_of(&time.text)? * per / metres).round();
    (30.0..3600.0).contains(&seconds).then(|| {
        let (minutes, seconds) = ((seconds / 60.0).floor(), seconds % 60.0);
        format!("{minutes}:{seconds:02}/{of}")
    })
}

/// Returns the seconds of `25min`, `90s`, `1:45`.
fn seconds_of(time: &str) -> Option<f64> {
    let mut of_clock = time.split(':');
    if time.contains(':') {
        return of_clock.try_fold(0.0, |sum, part| Some(sum * 60.0 + part.parse::<f64>().ok()?));
    }
    let end = time.trim_end_matches(char::is_alphabetic).len();
    let factor = match &time[end..] {
        "s" => 1.0,
        "min" => 60.0,
        "h" => 3600.0,
        _ => return None,
    };
    Some(time[..end].parse::<f64>().ok()? * factor)
}

/// Asks about `squat 5 5 5` and `deadlift 5 3 1`: sets with nothing between them.
pub(super) fn figures_in_a_row(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    let first = tokens.iter().position(|token| token.kind == Kind::Number).filter(|&first| first > 0)?;
    let name = written(&tokens[..first]);
    let count = tokens[first..].iter().take_while(|token| token.kind == Kind::Number && !token.glued).count();
    if count < 3 || tokens.len() > MOST_TOKENS || !names.knows(&name) {
        return None;
    }
    let figures: Vec<&str> = tokens[first..first + count].iter().map(|token| token.text).collect();
    let sets = match figures.iter().all(|figure| *figure == figures[0]) {
        true => format!("{count}x{}", figures[0]),
        false => figures.join(", "),
    };
    let text = format!("{name} {sets} {}", written(&tokens[first + count..]));
    let pieces = whole(&token::tokens(&text, Span::new(0, text.len())), names)?;
    let read = joined(&pieces);
    let place = tokens[first].span.to(tokens[first + count - 1].span);
    let message = format!("nothing is between the figures in `{}`", written(&tokens[first..first + count]));
    Some((Diagnostic::new(Rule::MissingSeparator, place, message).help(format!("write `{read}`")), read))
}

/// Asks about `squat 10, lunge 10, plank 30s x 3`: three times all of it, or the last alone.
pub(super) fn rounds_of_line(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    let [steps @ .., times, count] = tokens else { return None };
    let is_counted = times.kind == Kind::Times && count.kind == Kind::Number && !steps.is_empty();
    let parts: Vec<&[Token<'_>]> =
        steps.split(|token| matches!(token.kind, Kind::Sign(',' | '&' | '+'))).collect();
    if !is_counted || parts.len() < 2 || tokens.len() > 2 * MOST_TOKENS {
        return None;
    }
    let read = parts.iter().map(|part| {
        let pieces = whole(part, names).filter(|pieces| is_known_step(pieces, names))?;
        let text = joined(&pieces);
        (!text.contains('x') || !part.iter().any(|token| token.kind == Kind::Times)).then_some(text)
    });
    let read: Vec<String> = read.collect::<Option<_>>()?;
    let last = [parts[parts.len() - 1], &[*times, *count]].concat();
    let last = joined(&whole(&last, names)?);
    let alone = [&read[..read.len() - 1], &[last]].concat().join("; ");
    let (all, count_text) = (read.join("; "), count.text);
    let place = times.span.to(count.span);
    let message = format!("`{}{count_text}` is of all these steps, or of the last?", times.text);
    let help = format!("for all, write `circuit rounds {count_text} < {all} >`; for the last, `{alone}`");
    Some((Diagnostic::new(Rule::MissingSeparator, place, message).help(help), alone))
}
