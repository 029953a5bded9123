//! Steps of which all but a few words are understood: `3x10 squats deep`, and those that do not say what is done:
//! `200m choice`.

use super::names::KnownNames;
use super::step::is_instruction;
use super::token::{self, Kind, Token, written};
use super::{Almost, is_known_step, joined, whole, whole_of};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::{figure_of, unit};

/// The longest statement that is looked at, in words and signs, and the most words of it that are left out.
const MOST_TOKENS: usize = 20;
const MOST_LEFT_OUT: usize = 8;

/// Asks about the words of a step that are not understood, where the dose comes first and all others are.
pub(super) fn left_over(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    if tokens.len() > MOST_TOKENS || tokens.first()?.kind != Kind::Number {
        return None;
    }
    let (from, to, step) = without_words(tokens, names)?;
    let said = written(&tokens[from..to]);
    let place = tokens[from].span.to(tokens[to - 1].span);
    let (name, rest) =
        step.split_once(|sign: char| sign.is_ascii_digit()).map(|(name, _)| (name, &step[name.len()..]))?;
    let diagnostic = Diagnostic::new(Rule::Unreadable, place, format!("`{said}` is not understood here"));
    // A name goes on where it ends.
    let is_behind_name = tokens[..from].last().is_some_and(|before| {
        name.trim_end().trim_matches('"').ends_with(before.text) && before.kind == Kind::Word
    });
    let cue = format!("words that say how are a cue: `{step} \"{said}\"`");
    let whole = tokens[0].span.to(tokens[tokens.len() - 1].span);
    let as_cue = Choice::write(whole, format!("{step} \"{said}\"")).meaning("as a cue");
    let as_name = format!("{} {said} {rest}", name.trim_end());
    let diagnostic = match is_behind_name {
        true => diagnostic
            .help(format!("{cue}; words of a name go before the dose: `{as_name}`"))
            .choices([as_cue, Choice::write(whole, as_name).meaning("as a name")]),
        false => diagnostic.help(cue).choices([as_cue]),
    };
    Some((diagnostic, step))
}

/// Finds the fewest words without which the others are a known movement with its dose.
fn without_words(tokens: &[Token<'_>], names: &KnownNames) -> Option<(usize, usize, String)> {
    let runs =
        (1..=MOST_LEFT_OUT).flat_map(|length| (1..tokens.len()).map(move |from| (from, from + length)));
    runs.filter(|&(_, to)| to <= tokens.len()).find_map(|(from, to)| {
        let run = &tokens[from..to];
        // Words before a name may be part of it.
        let is_named = (0..from).any(|at| super::step::begins_with_name(&tokens[at..from], names));
        // `2s squeeze at top of the bench`: a further movement has a dose, or comes first.
        let is_movement = |at: usize| {
            let length = super::step::name_length(&tokens[from + at..], names);
            length.is_some_and(|length| {
                at == 0 || tokens.get(from + at + length).is_some_and(|next| next.kind == Kind::Number)
            })
        };
        if !is_named || !is_said(run) || tokens[from - 1].is_sign('@') || (0..run.len()).any(is_movement) {
            return None;
        }
        let others = [&tokens[..from], &tokens[to..]].concat();
        let pieces = whole(&others, names).filter(|pieces| is_known_step(pieces, names))?;
        let step = joined(&pieces);
        (!step.contains([';', ',', '"'])).then_some((from, to, step))
    })
}

/// Tells whether words may say how a step is done: `deep`, `paddles + buoy`, `(scaled 65/45)`, `2s squeeze at top`. Most
/// of them are words, and none is one of the language.
fn is_said(run: &[Token<'_>]) -> bool {
    let is_inside = |token: &Token<'_>| {
        may_be_left_out(token)
            || token.is_word(&["at", "on", "in", "to", "and", "of", "for", "if"])
            || matches!(
                token.kind,
                Kind::Number | Kind::Sign('(' | ')' | '/' | '-' | '–' | '+' | '&' | '.' | '\'')
            )
            || unit::read(token.text).is_some() && token.glued
    };
    let words = run.iter().filter(|token| may_be_left_out(token)).count();
    let opens = run.iter().filter(|token| token.is_sign('(')).count();
    let closes = run.iter().filter(|token| token.is_sign(')')).count();
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    words > 0
        && opens == closes
        && run.iter().all(is_inside)
        && !last.is_word(&["at", "on", "in", "to", "and", "of", "for", "if"])
        && !matches!(last.kind, Kind::Sign(sign) if sign != ')')
        && (may_be_left_out(first) || first.is_sign('(') || first.kind == Kind::Number && words > 0)
}

/// Tells whether a word may say how a step is done: it is no word of the language, and measures nothing.
fn may_be_left_out(token: &Token<'_>) -> bool {
    const OTHERS: [&str; 40] = [
        "rest", "rests", "recovery", "repeat", "superset", "max", "failure", "amrap", "or", "and", "then",
        "x", "of", "for", "from", "until", "at", "on", "in", "per", "each", "ea", "every", "sets", "set",
        "reps", "rep", "rounds", "round", "times", "off", "hold", "not", "only", "plus", "to", "total", "rm",
        "rpe", "rir",
    ];
    token.kind == Kind::Word
        && !token.is_word(&OTHERS)
        && !super::begins_with_keyword(std::slice::from_ref(token))
        && figure_of(token.text).is_none()
        && unit::read(token.text).is_none()
}

/// Asks about `8 or 10 squats`, `3x10 @ 60kg or 70kg`: a choice of figures, which is a range where it is between them.
pub(super) fn choice_of_figures(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    let at = tokens.iter().position(|token| token.is_word(&["or"]))?;
    let is_figure = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
    // `60kg or 70kg`: the unit is between.
    let low = (1..=2).filter_map(|back| at.checked_sub(back)).find(|&at| is_figure(at))?;
    if tokens.len() > MOST_TOKENS || !is_figure(at + 1) {
        return None;
    }
    let only = |from: usize, to: usize| {
        let others = [&tokens[..from], &tokens[to..]].concat();
        let pieces = whole(&others, names).filter(|pieces| is_known_step(pieces, names))?;
        Some(joined(&pieces))
    };
    let unit =
        usize::from(at - low == 2 && tokens.get(at + 2).is_some_and(|next| next.text == tokens[at - 1].text));
    let high = only(low, at + 1)?;
    let first = only(at - unit, at + 2)?;
    let (less, more) = (tokens[low].text, tokens[at + 1].text);
    let range = first.replacen(less, &format!("{less}-{more}"), 1);
    let place = tokens[low].span.to(tokens[at + 1 + unit].span);
    let said = written(&tokens[low..at + 2 + unit]);
    let is_rising = less.parse::<f64>().ok()? < more.parse::<f64>().ok()? && first.matches(less).count() == 1;
    let help = match is_rising {
        true => format!("write one of them, `{first}` or `{high}`, or a range: `{range}`"),
        false => format!("write one of them, `{first}` or `{high}`"),
    };
    let message = format!("`or` is between movements, and `{said}` are figures");
    let whole = tokens[0].span.to(tokens[tokens.len() - 1].span);
    let all = [&first, &high].into_iter().chain(is_rising.then_some(&range));
    let choices: Vec<Choice> = all.map(|text| Choice::write(whole, text.as_str())).collect();
    let diagnostic = Diagnostic::new(Rule::Unreadable, place, message).help(help).choices(choices);
    Some((diagnostic, first))
}

/// Asks what is done in `10x100 @ 1:50`, which is what swimmers say of when each sets off.
fn sent_off(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    let [count, times, length, rest @ ..] = tokens else { return None };
    let is_lengths = count.kind == Kind::Number && times.kind == Kind::Times && length.kind == Kind::Number;
    let unit = rest.first().filter(|unit| unit.is_word(&["m", "yd", "y"])).map(|unit| unit.text);
    let rest = &rest[usize::from(unit.is_some())..];
    let at = rest.iter().position(|sign| sign.is_sign('@') || sign.is_word(&["on"]))?;
    let clock = rest[at + 1..].iter().take_while(|one| one.kind == Kind::Number || one.is_sign(':')).count();
    let figures = written(&rest[at + 1..at + 1 + clock]);
    let is_clock = is_lengths && clock > 1 && figures.contains(':');
    let words = [written(&rest[..at]), written(&rest[at + 1 + clock..])].concat();
    let cue = if words.is_empty() { String::new() } else { format!(" \"{}\"", words.replace('"', "")) };
    let clock = if figures.starts_with(':') { format!("0{figures}") } else { figures };
    let unit = unit.map_or("m", |unit| if unit.starts_with('y') { "yd" } else { "m" });
    let step = format!("swim {}x{}{unit} every {clock}{cue}", count.text, length.text);
    let read = whole_of(&step, names)?;
    if !is_clock || length.text.len() < 2 || super::step::begins_with_name(rest, names) {
        return None;
    }
    let place = tokens[0].span.to(tokens[tokens.len() - 1].span);
    let message = format!("`{}` does not say what is done", written(tokens));
    let paced = format!("swim {}x{}{unit} @ {clock}/{}{unit}", count.text, length.text, length.text);
    let help = format!("for when each sets off, write `{step}`; for how fast, `{paced}`");
    let choices = [
        Choice::write(place, step).meaning("for when each sets off"),
        Choice::write(place, paced).meaning("for how fast"),
    ];
    Some((Diagnostic::new(Rule::MissingStatementPart, place, message).help(help).choices(choices), read))
}

/// Ways on which a distance is covered.
const WAYS: [&str; 3] = ["run", "row", "swim"];

/// Asks what is done in `200m easy`, `200m choice`.
pub(super) fn no_movement(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    let [first, ..] = tokens else { return None };
    if let Some(sent_off) = sent_off(tokens, names) {
        return Some(sent_off);
    }
    let has_how = (0..tokens.len()).any(|at| is_instruction(&tokens[at..]));
    if first.kind != Kind::Number || tokens.len() > MOST_TOKENS || !has_how {
        return None;
    }
    let place = first.span.to(tokens[tokens.len() - 1].span);
    let text = written(tokens);
    let said: Option<Vec<String>> = WAYS
        .iter()
        .map(|way| {
            let step = format!("{way} {text}");
            let pieces = whole(&token::tokens(&step, Span::new(0, step.len())), names)?;
            is_known_step(&pieces, names).then(|| joined(&pieces))
        })
        .collect();
    let said = said?;
    let choices: Vec<Choice> = said.iter().map(|step| Choice::write(place, step.as_str())).collect();
    let said: Vec<String> = said.iter().map(|step| format!("`{step}`")).collect();
    let help = format!("a step is a movement with its dose, so say what is done: {}", said.join(", "));
    let message = format!("`{text}` is a dose without a movement");
    let diagnostic = Diagnostic::new(Rule::MissingStatementPart, place, message).help(help).choices(choices);
    Some((diagnostic, String::new()))
}
