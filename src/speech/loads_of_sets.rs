//! `deadlift 5, 3, 1 @ 140, 160, 180kg`: a load for each set, all of them behind one `@`.

use super::names::KnownNames;
use super::token::{Kind, Token, written};
use super::{Almost, whole_of};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::syntax::word::reference_at;

/// The longest statement that is looked at, in words and signs.
const MOST_TOKENS: usize = 40;

/// Asks about as many loads as there are sets.
pub(super) fn loads_of_sets(tokens: &[Token<'_>], names: &KnownNames) -> Option<Almost> {
    let at = tokens.iter().position(|token| token.is_sign('@')).filter(|_| tokens.len() <= MOST_TOKENS)?;
    let loads = figures(&tokens[at + 1..])?;
    let unit = match tokens.get(at + 1 + loads.length) {
        Some(sign) if sign.is_sign('%') => "%",
        Some(word) if word.is_word(&["kg", "kgs", "kilos"]) => "kg",
        Some(word) if word.is_word(&["lb", "lbs", "pounds"]) => "lb",
        _ => return None,
    };
    let behind = &tokens[at + 2 + loads.length..];
    let (name, sets) = sets(&tokens[..at], loads.figures.len())?;
    // Two figures with `-` or `/` between them are one range, or one for each of two groups.
    if loads.figures.len() < 2 || loads.figures.len() == 2 && loads.sign != ',' {
        return None;
    }
    // What the last is a part of, all are.
    let behind = written(behind);
    let of = reference_at(&behind).filter(|_| unit == "%");
    let (of, behind) = of.map_or(("", &*behind), |(length, of)| (of, &behind[length..]));
    if unit == "%" && behind.starts_with("of ") {
        return None;
    }
    let of = if matches!(of, "" | "max") { String::new() } else { format!(" of {of}") };
    let each = sets.iter().zip(&loads.figures).map(|(set, load)| format!("{set} @ {load}{unit}{of}"));
    let text = format!("{name} {} {behind}", each.collect::<Vec<_>>().join(", "));
    let read = whole_of(&text, names).filter(|_| names.knows(&name))?;
    let first = tokens.iter().position(|token| token.kind == Kind::Number)?;
    let place = tokens[first].span.to(tokens[at + 1 + loads.length].span);
    let whole = tokens[0].span.to(tokens[tokens.len() - 1].span);
    let message = "each of these sets has a load of its own, which goes behind it";
    let diagnostic = Diagnostic::new(Rule::BadList, place, message);
    // The number of sets is not written then.
    let is_counted = tokens[..at].iter().any(|token| token.kind == Kind::Times);
    let diagnostic = match is_counted {
        true => diagnostic.one_of([Choice::write(whole, &*read)]),
        false => diagnostic.fix(whole, &*read),
    };
    Some((diagnostic, read))
}

/// Figures with signs between them.
struct Figures<'t> {
    figures: Vec<&'t str>,
    /// The sign between the first two.
    sign: char,
    /// How many tokens they are.
    length: usize,
}

/// Reads `140, 160, 180`, `140,160,180`, `60/70/80`, `60-70-75`.
fn figures<'t>(tokens: &[Token<'t>]) -> Option<Figures<'t>> {
    let first = tokens.first().filter(|token| token.kind == Kind::Number)?;
    // One comma may be before decimals.
    if first.text.matches(',').count() > 1 {
        return Some(Figures { figures: first.text.split(',').collect(), sign: ',', length: 1 });
    }
    let (mut figures, mut sign, mut length) = (vec![first.text], ' ', 1);
    while let [joint, next, ..] = tokens[length..]
        && let Kind::Sign(between @ (',' | '/' | '-' | '–')) = joint.kind
        && next.kind == Kind::Number
    {
        if figures.len() == 1 {
            sign = between;
        }
        figures.push(next.text);
        length += 2;
    }
    Some(Figures { figures, sign, length })
}

/// Reads the name and so many sets: `deadlift 5, 3, 1`, `5,3,1 deadlift`, `bench press 3x8/6/4`, `squat 5x5`.
fn sets<'t>(tokens: &[Token<'t>], count: usize) -> Option<(String, Vec<&'t str>)> {
    let first = tokens.iter().position(|token| token.kind == Kind::Number)?;
    let is_counted = tokens.get(first + 1).is_some_and(|times| times.kind == Kind::Times);
    let from = if is_counted { first + 2 } else { first };
    let doses = figures(tokens.get(from..)?)?;
    let is_right = !is_counted || tokens[first].text.parse() == Ok(count);
    let sets = match doses.figures.len() {
        1 if is_counted => vec![doses.figures[0]; count],
        all if all == count => doses.figures,
        _ => return None,
    };
    let name = [&tokens[..first], &tokens[from + doses.length..]].concat();
    let are_words = name.iter().all(|token| matches!(token.kind, Kind::Word | Kind::Sign('-' | '/' | '&')));
    (is_right && are_words && !name.is_empty()).then(|| (written(&name), sets))
}
