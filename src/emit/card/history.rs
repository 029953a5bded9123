//! What the athlete did of a movement before: the last time, and the best.

use crate::check::program::{DoneSet, Lift, Load, LoadKind, Movement, Program, Unit};
use crate::emit::dates::short_date;
use crate::emit::written;

/// Returns what was done of a movement: `Last time, 9 Jan: 5, 5, 4 @ 60 kg; best: 5 @ 65 kg`. None where nothing is written
/// down.
pub fn of(program: &Program, movement: &Movement) -> Option<String> {
    let results = program.results.as_deref()?;
    let done = || results.of_names(movement.names());
    let (last, lift) = done().filter(|(_, lift)| !lift.is_skipped && !lift.sets.is_empty()).last()?;
    let mut text = format!("Last time, {}: {}", short_date(last.date), sets(lift));
    if let Some(best) = done()
        .flat_map(|(_, lift)| &lift.sets)
        .filter_map(weighed)
        .max_by_key(|(load, reps, _)| (*load, *reps))
    {
        let (_, _, set) = best;
        text.push_str(&format!("; best: {}", one(set)));
    }
    Some(text)
}

/// Returns a set that was lifted with a weight, by its load in grams and its repetitions.
fn weighed(set: &DoneSet) -> Option<(i64, i64, &DoneSet)> {
    let load = set.load.filter(|load| load.kind != LoadKind::Help)?;
    let reps = set.amount.filter(|amount| amount.unit == Unit::Count && amount.low > 0)?;
    let kilograms = crate::athlete::convert_mass(load.figure, load.unit, Unit::Kilogram);
    Some((kilograms, reps.low, set))
}

/// Writes what was done, with a load once where all sets have it.
fn sets(lift: &Lift) -> String {
    let loads: Vec<Option<Load>> = lift.sets.iter().map(|set| set.load).collect();
    let shared =
        loads.first().copied().flatten().filter(|load| loads.iter().all(|other| *other == Some(*load)));
    let each: Vec<String> = match shared {
        Some(_) => lift.sets.iter().map(amount).collect(),
        None => lift.sets.iter().map(one).collect(),
    };
    let is_one = each.len() > 1 && each.iter().all(|other| Some(other) == each.first());
    let all = match each.first() {
        Some(first) if is_one => format!("{} × {first}", each.len()),
        Some(_) | None => each.join(", "),
    };
    let behind = shared.map_or(String::new(), |load| format!(" @ {}", mass(load)));
    let taken = lift.taken.map_or(String::new(), |ms| format!(" in {}", written::clock(ms)));
    format!("{all}{behind}{taken}")
}

fn one(set: &DoneSet) -> String {
    let load = set.load.map_or(String::new(), |load| format!(" @ {}", mass(load)));
    format!("{}{load}", amount(set))
}

fn amount(set: &DoneSet) -> String {
    set.amount.as_ref().filter(|amount| amount.low > 0).map_or("missed".to_owned(), written::amount)
}

fn mass(load: Load) -> String {
    let figure = written::amount(&crate::check::program::Amount::exactly(load.figure, load.unit));
    match load.kind {
        LoadKind::Weight => figure,
        LoadKind::OnTop if load.figure == 0 => "bodyweight".to_owned(),
        LoadKind::OnTop => format!("bodyweight + {figure}"),
        LoadKind::Help => format!("{figure} of help"),
    }
}
