//! What was done before, in words: `5, 5, 4 @ 60 kg`; and in a cell's few letters: `60 × 5`.

use super::{Best, Did, Fastest};
use crate::check::program::{Amount, Load, LoadKind};
use crate::emit::written;
use crate::results::{AskedLoad, AskedSet};

/// Writes sets that were done, with a load once where all have it, and how long all took: `5, 5, 4 @ 60 kg`.
pub fn all(sets: &[Did], taken: Option<i64>) -> String {
    let shared = sets.first().and_then(|set| set.load);
    let shared = shared.filter(|load| sets.iter().all(|other| other.load == Some(*load)));
    let each: Vec<String> = match shared {
        Some(_) => sets.iter().map(without_load).collect(),
        None => sets.iter().map(one).collect(),
    };
    let is_one = each.len() > 1 && each.iter().all(|other| Some(other) == each.first());
    let all = match each.first() {
        Some(first) if is_one => format!("{} × {first}", each.len()),
        Some(_) | None => each.join(", "),
    };
    let behind = shared.map(|load| format!("@ {}", mass(load)));
    let taken = taken.map(|ms| format!("in {}", written::clock(ms)));
    let parts = [Some(all), behind, taken].into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// Writes a set that was done: `5 @ 60 kg`, `7 left`, `missed @ 105 kg`.
pub fn one(set: &Did) -> String {
    let load = set.load.map_or(String::new(), |load| format!(" @ {}", mass(load)));
    format!("{}{load}", without_load(set))
}

/// Writes the best: `5 @ 65 kg`, `3:52`.
pub fn best(best: Option<Best>, fastest: Option<Fastest>) -> String {
    let fastest = fastest.map(|fastest| written::clock(fastest.taken));
    fastest.or(best.map(|best| one(&best.set))).unwrap_or_default()
}

/// Writes what a set asks for: `5+ @ 62.5 kg`, `max`.
pub fn asked(set: &AskedSet) -> String {
    let load = set.load.map(|load| format!("@ {}", mass(load_of(load))));
    let parts = [Some(amount_of(set)), load].into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// Writes in few letters what was done in the set of a cell, whose loads are in a unit: `60 × 5`, `8 R, 7 L`.
pub fn in_cell(sets: &[Did], unit: Option<&str>) -> String {
    let sides = |set: &Did| match set.is_left {
        Some(true) => "\u{A0}L",
        Some(false) => "\u{A0}R",
        None => "",
    };
    let amount = |set: &Did| set.amount.as_ref().map_or_else(|| "0".to_owned(), written::amount);
    let load = sets.first().and_then(|set| set.load);
    if sets.iter().all(|set| set.load == load) {
        let all: Vec<String> = sets.iter().map(|set| amount(set) + sides(set)).collect();
        return with_load(load, unit, &all.join(", "));
    }
    let all: Vec<String> =
        sets.iter().map(|set| with_load(set.load, unit, &(amount(set) + sides(set)))).collect();
    all.join(", ")
}

/// Writes in few letters with what the set of a cell was done: `60`. On two sides it is that of the first.
pub fn loads_in_cell(sets: &[Did], unit: Option<&str>) -> String {
    with_load(sets.first().and_then(|set| set.load), unit, "")
}

/// Writes in few letters with what the set of a cell is to be done: `62.5`.
pub fn asked_load_in_cell(set: &AskedSet, unit: Option<&str>) -> String {
    with_load(set.load.map(load_of), unit, "")
}

/// Writes in few letters what the set of a cell asks for: `62.5 × 5+`.
pub fn asked_in_cell(set: &AskedSet, unit: Option<&str>) -> String {
    with_load(set.load.map(load_of), unit, &amount_of(set))
}

fn with_load(load: Option<Load>, unit: Option<&str>, amount: &str) -> String {
    let load = load.map(|load| {
        let own = written::unit_name(load.unit);
        let behind = if unit == Some(own) { String::new() } else { format!(" {own}") };
        let sign = match load.kind {
            LoadKind::Weight => "",
            LoadKind::OnTop => "+",
            LoadKind::Help => "−",
        };
        format!("{sign}{}{behind}", written::plain(load.figure))
    });
    let amount = (!amount.is_empty()).then(|| amount.to_owned());
    [load, amount].into_iter().flatten().collect::<Vec<_>>().join(" × ")
}

fn without_load(set: &Did) -> String {
    let amount = set.amount.as_ref().map_or("missed".to_owned(), written::amount);
    match set.is_left {
        Some(true) => format!("{amount} left"),
        Some(false) => format!("{amount} right"),
        None => amount,
    }
}

fn amount_of(set: &AskedSet) -> String {
    let amount = || written::amount(&Amount { high: set.high, ..Amount::exactly(set.low, set.unit) });
    match (set.low > 0 || set.high > 0, set.is_open) {
        (true, true) => format!("{}+", amount()),
        (true, false) => amount(),
        (false, true) => "max".to_owned(),
        (false, false) => String::new(),
    }
}

pub(super) fn load_of(load: AskedLoad) -> Load {
    Load { figure: load.figure, unit: load.unit, kind: load.kind }
}

fn mass(load: Load) -> String {
    let figure = written::amount(&Amount::exactly(load.figure, load.unit));
    match load.kind {
        LoadKind::Weight => figure,
        LoadKind::OnTop if load.figure == 0 => "bodyweight".to_owned(),
        LoadKind::OnTop => format!("bodyweight + {figure}"),
        LoadKind::Help => format!("{figure} of help"),
    }
}
