//! Writes what is said of a step in the language's order.

use super::{Item, Piece, Step};
use crate::catalog::movement::Movement;
use crate::speech::amount::Amount;
use crate::speech::names;
use crate::speech::once;
use crate::speech::phrase::{self, Bout};

/// Nobody rows more strokes a minute.
const FASTEST_RATE: u32 = 60;

/// Returns a rest that is a step of its own.
pub(super) fn rest_alone(mut step: Step) -> Option<Vec<Piece>> {
    let item = step.items.pop().filter(|_| step.items.is_empty() && step.more_rests.is_empty())?;
    let is_alone = item.bout.is_none()
        && item.loads.is_empty()
        && item.targets.is_empty()
        && item.per.is_none()
        && item.hold.is_none()
        && item.every.is_none()
        && item.cues.is_empty()
        && item.modifiers.is_empty();
    let (text, from) = item.rest.filter(|_| is_alone && step.build_to.is_none())?;
    let rest = Piece { text: format!("rest {text}"), from };
    Some(std::iter::once(rest).chain(step.only.map(|(text, from)| Piece { text, from })).collect())
}

/// Writes a step in the language's order.
pub(super) fn in_order(mut step: Step, name: &Piece, movement: Option<&Movement>) -> Option<Vec<Piece>> {
    let mut out = vec![name.clone()];
    if let Some((text, from)) = step.build_to.take() {
        let is_only = step.items.len() == 1 && step.items[0].bout.is_none();
        is_only.then_some(())?;
        out.push(Piece { text, from });
    }
    let count = step.items.len();
    spread_rests(&mut step)?;
    let rests_after = count == 1 && step.items[0].sets.is_none();
    let mut after = None;
    for (number, mut item) in step.items.into_iter().enumerate() {
        if number + 1 < count && item.per.is_some() {
            return None;
        }
        if let Some((figure, from)) = item.rate_or_rest.take() {
            match movement.is_none_or(names::is_rowed) && figure <= FASTEST_RATE {
                true => item.targets.push((format!("{figure}spm"), from)),
                false => once(&mut item.rest, (format!("{figure}s"), from))?,
            }
        }
        // A rest behind a single set is a step of its own.
        if rests_after {
            after = item.rest.take();
        }
        let per = dose(&mut item, movement, &mut out)?;
        // A load of the last set of a list stands before what holds for all.
        if count == 1 {
            out.extend(per.clone());
        }
        loads(&mut item, movement, &mut out)?;
        if count > 1 {
            out.extend(per);
        }
        let texts = [("hold", item.hold), ("every", item.every), ("rest", item.rest)];
        for (text, from) in item.modifiers {
            out.push(Piece { text, from });
        }
        for (word, said) in texts {
            let text = |text: String| format!("{word} {}", text.replace(phrase::SAME, &name.text));
            out.extend(said.map(|(said, from)| Piece { text: text(said), from }));
        }
        // Of both sides together is what a count says anyway; of all sets together it does not.
        if let Some(from) = item.total.filter(|_| movement.is_none_or(|one| one.sides.is_none())) {
            item.cues.is_empty().then_some(())?;
            item.cues.push(("\"in total\"".to_owned(), from));
        }
        out.extend(item.cues.into_iter().map(|(text, from)| Piece { text, from }));
        if number + 1 < count
            && let Some(last) = out.last_mut()
        {
            last.text.push(',');
        }
    }
    let only = step.only.map(|(text, from)| Piece { text, from });
    out.extend(only.clone());
    if let Some((text, from)) = after {
        out.last_mut()?.text.push(';');
        out.push(Piece { text: format!("rest {text}"), from });
        out.extend(only);
    }
    Some(out)
}

/// Gives each gap of a list its rest: one figure for each. None where the count does not fit.
fn spread_rests(step: &mut Step) -> Option<()> {
    if step.more_rests.is_empty() {
        return Some(());
    }
    let gaps = step.items.len() - 1;
    let (first, from) = step.items.last_mut()?.rest.take()?;
    let is_said_before = step.items.iter().any(|item| item.rest.is_some());
    if 1 + step.more_rests.len() != gaps || is_said_before {
        return None;
    }
    let rests = std::iter::once(first).chain(step.more_rests.drain(..));
    for (item, rest) in step.items.iter_mut().zip(rests) {
        item.rest = Some((rest, from));
    }
    Some(())
}

/// Writes a dose, and returns how the sides share it.
fn dose(item: &mut Item, movement: Option<&Movement>, out: &mut Vec<Piece>) -> Option<Option<Piece>> {
    let Some(bout) = item.bout.take() else {
        let is_plain = item.per.is_none() && item.sets.is_none();
        return is_plain.then_some(None);
    };
    let sets = item.sets.take();
    let times = sets.as_ref().map_or(String::new(), |sets| format!("{sets}x"));
    let mut per = item.per.take().map(|(half, _)| half);
    if let Bout::Of(amount) | Bout::AtLeast(amount) = &bout
        && amount.halves
    {
        let is_shared = amount.is_count() || amount.is_time();
        if per.is_some() || !is_shared {
            return None;
        }
        per = Some(Some(names::half_of(movement?)?));
    }
    if let Bout::Of(amount) = &bout
        && amount.is_marked
        && movement.is_none_or(names::may_be_feet)
    {
        return None;
    }
    let text = match bout {
        // Each repetition of what is held is a set of it.
        Bout::Of(amount)
            if sets.is_none()
                && amount.is_count()
                && movement.is_some_and(names::is_held)
                && item.hold.is_some() =>
        {
            let (held, _) = item.hold.take()?;
            format!("{}x{held}", amount.figures)
        }
        Bout::Of(amount) => format!("{times}{}", amount.text),
        Bout::AtLeast(amount) => format!("{times}{}+", amount.text),
        Bout::Max(within) => format!("{times}max{}", behind(within)),
        Bout::Unit { unit, is_max, within } => {
            format!("{times}{}{unit}{}", if is_max { "max " } else { "" }, behind(within))
        }
    };
    out.push(Piece { text, from: item.from });
    let own = movement.and_then(names::half_of);
    let half = per.map(|half| match half {
        None | Some("side") => own.unwrap_or("side"),
        Some(half) => half,
    });
    Some(half.map(|half| Piece { text: format!("per {half}"), from: item.from }))
}

fn behind(within: Option<Amount>) -> String {
    within.map_or(String::new(), |within| format!(" {}", within.text))
}

/// Writes loads and other targets.
fn loads(item: &mut Item, movement: Option<&Movement>, out: &mut Vec<Piece>) -> Option<()> {
    let mut targets = Vec::new();
    for (text, per_hand, from) in item.loads.drain(..) {
        let text = match per_hand.then_some(movement).flatten().and_then(names::hands_of) {
            Some(2) => format!("2x{text}"),
            Some(_) => text,
            None if per_hand => return None,
            None => text,
        };
        targets.push((text, from));
    }
    targets.append(&mut item.targets);
    let mut sign = "@";
    for (text, from) in targets {
        out.push(Piece { text: format!("{sign} {text}"), from });
        sign = "and";
    }
    Some(())
}
