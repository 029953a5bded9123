//! `curl 3x10 2x8`, `wall ball 15 20/14`, `squat 5 5 5`: figures behind a movement that do not say what they are.

use super::amount::{Amount, amount, seconds};
use super::names::KnownNames;
use super::token::{Kind, Token, written};
use super::{Almost, is_known_step, joined, whole, whole_of};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::{Unit, clock_to_the_second};
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
            Some(Choice::write(all_of(tokens), whole_of(&text, names)?))
        };
        let offers: Vec<Choice> = units.iter().filter_map(with).collect();
        let what = if is_high { "how high the box is" } else { "the load" };
        let place = tokens[from].span.to(tokens[to - 1].span);
        let message = format!("`{figure}` has no unit, and may be {what}");
        (!offers.is_empty())
            .then(|| (Diagnostic::new(Rule::MissingUnit, place, message).one_of(offers), joined(&pieces)))
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
    let is_apart = tokens.get(to).is_none_or(|next| {
        let is_unit = next.kind == Kind::Word && unit::read(next.text).is_some();
        !next.glued
            && next.kind != Kind::Times
            && !is_unit
            && !next.is_word(&["rpe", "rir", "sets", "rounds", "rm"])
    });
    is_figure && !figure[0].glued && !leads(&tokens[from - 1]) && is_apart
}

/// Tells whether a word or a sign says what the figure behind it is.
fn leads(token: &Token<'_>) -> bool {
    const WORDS: [&str; 20] = [
        "rpe", "rir", "rest", "zone", "tempo", "every", "hold", "at", "in", "to", "for", "of", "x", "r",
        "ri", "rec", "recovery", "until", "with", "on",
    ];
    token.kind == Kind::Times
        || matches!(token.kind, Kind::Sign('@' | '/' | '-' | '–' | '+' | ',' | ':'))
        || token.is_word(&WORDS)
}

/// Asks about `squat 3x8 rpe 8 2min` and `bench press 4x5 @ 80kg, 2min`, whose time is the rest, and `run 5km 25min`,
/// whose time says how fast, or in what was done, how long it took.
pub(super) fn bare_time(tokens: &[Token<'_>], names: &KnownNames, is_done: bool) -> Option<Almost> {
    if tokens.len() > MOST_TOKENS {
        return None;
    }
    // The longest is meant: `1:45`, and not `:45`.
    let (from, time) = (tokens.len().saturating_sub(4).max(2)..tokens.len()).find_map(|from| {
        let (length, time) = amount(&tokens[from..])?;
        // `m1:25` is a word.
        let begins = !tokens[from].glued || tokens[from - 1].is_sign(',');
        (begins && from + length == tokens.len() && time.is_time() && !time.halves).then_some((from, time))
    })?;
    let last = &tokens[from - 1];
    let is_parted = matches!(last.kind, Kind::Sign(',' | '-' | '–'));
    if leads(last) && !is_parted {
        return None;
    }
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
    let has_sets = before.iter().any(|token| token.kind == Kind::Times);
    if is_done {
        let text = format!("{step} in {}", time.text);
        let start = Span { end: place.start, ..place };
        return (!has_sets).then(|| match is_parted {
            true => (diagnostic.one_of([Choice::write(all_of(tokens), text.as_str())]), text),
            false => (diagnostic.fix(start, "in "), text),
        });
    }
    if has_sets {
        let text = format!("{step} rest {}", time.text);
        return is_clean_step(&text).then(|| {
            let help = format!("for the rest between the sets, write `{text}`");
            (diagnostic.help(help).choices([Choice::write(all_of(tokens), text.as_str())]), text)
        });
    }
    let pace = pace(before, &time)?;
    let text = format!("{step} @ {pace}");
    is_clean_step(&text).then(|| {
        let name = pieces[0].text.clone();
        let help = format!("for how fast, write `{text}`; for the time alone, `{name} {}`", time.text);
        let write = |text: String| Choice::write(all_of(tokens), text);
        let choices = [
            write(text.clone()).meaning("for how fast"),
            write(format!("{name} {}", time.text)).meaning("for the time alone"),
        ];
        (diagnostic.help(help).choices(choices), text)
    })
}

/// Returns the place of a whole statement.
fn all_of(tokens: &[Token<'_>]) -> Span {
    tokens[0].span.to(tokens[tokens.len() - 1].span)
}

/// Returns the pace at which a distance among tokens is covered in a time.
fn pace(tokens: &[Token<'_>], time: &Amount) -> Option<String> {
    let is_way = |way: &Amount| way.is_way_or_time() && !way.is_time();
    let way = (0..tokens.len()).find_map(|at| amount(&tokens[at..]).map(|(_, way)| way).filter(is_way))?;
    let is_done = |ways: &[&str]| tokens.iter().any(|token| token.is_word(ways));
    let mile = Unit::Mile.tenths_of_mm()?;
    let (per, of) = match () {
        () if way.unit == Some(Unit::Mile) => (mile, "mi"),
        () if is_done(&["row", "rower", "ski"]) => (5_000_000, "500m"),
        () if is_done(&["swim", "free", "freestyle"]) => (1_000_000, "100m"),
        () => (10_000_000, "km"),
    };
    let tenths = way.figures.parse::<f64>().ok()? * way.unit?.tenths_of_mm()? as f64;
    let pace_ms = (milliseconds(&time.text)? as f64 * per as f64 / tenths).round();
    (30_000.0..3_600_000.0)
        .contains(&pace_ms)
        .then(|| format!("{}/{of}", clock_to_the_second(pace_ms as i64)))
}

/// Returns the milliseconds of `25min`, `90s`, `1:45`.
fn milliseconds(time: &str) -> Option<i64> {
    if time.contains(':') {
        return i64::try_from(seconds(time)?).ok()?.checked_mul(1000);
    }
    let end = time.trim_end_matches(char::is_alphabetic).len();
    let unit = unit::read(&time[end..]).filter(|meaning| meaning.unit == Unit::Second)?;
    Some((time[..end].parse::<f64>().ok()? * unit.thousandths as f64) as i64)
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
    let read = whole_of(&text, names)?;
    let place = tokens[first].span.to(tokens[first + count - 1].span);
    let message = format!("nothing is between the figures in `{}`", written(&tokens[first..first + count]));
    let choice = Choice::write(all_of(tokens), read.as_str());
    Some((Diagnostic::new(Rule::MissingSeparator, place, message).one_of([choice]), read))
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
    let write = |text: String| Choice::write(all_of(tokens), text);
    let choices = [
        write(format!("circuit rounds {count_text} < {all} >")).meaning("for all"),
        write(alone.clone()).meaning("for the last"),
    ];
    Some((Diagnostic::new(Rule::MissingSeparator, place, message).help(help).choices(choices), alone))
}
