//! How the figures of progress are written for people.

use crate::check::program::{Amount, LoadKind, Unit};
use crate::emit::written;
use crate::progress::lift::LastSet;
use crate::progress::{Covered, Ground, LiftProgress, Pair, TopSet};
use crate::quantity::clock_to_the_second;
use crate::season::{KILOMETRE_MM, MILE_MM, MILLI, Travel, Units};

/// What rowers and swimmers give their pace for.
const HALF_KILOMETRE_MM: i64 = 500_000;
const HUNDRED_METRES_MM: i64 = 100_000;
const HUNDRED_YARDS_MM: i64 = 91_440;
const HOUR_MS: i64 = 3_600_000;

/// Writes so many of something: `1 session`, `3 sessions`.
pub fn count(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// Writes the load of a lift: `100 kg`, `+10 kg`, `−20 kg`, `bodyweight`.
pub fn load(figure: i64, lift: &LiftProgress) -> String {
    load_of(figure, lift.kind, lift.unit)
}

fn load_of(figure: i64, kind: LoadKind, unit: Unit) -> String {
    let sign = match kind {
        LoadKind::OnTop if figure == 0 => return "bodyweight".to_owned(),
        LoadKind::Weight => "",
        LoadKind::OnTop => "+",
        LoadKind::Help => "−",
    };
    format!("{sign}{} {}", written::plain(figure), written::unit_name(unit))
}

/// Writes the heaviest set of a week: `5+ @ 85 kg`; nothing where there is none.
pub fn top_set(set: Option<&TopSet>, kind: LoadKind) -> String {
    let Some(set) = set else { return String::new() };
    let much = match (set.low, set.high) {
        (0, 0) => "max".to_owned(),
        (low, high) if low == high => amount(low, set.of),
        (low, high) => written::amount(&Amount { low, ..Amount::exactly(high, set.of) }),
    };
    let plus = if set.is_open && set.low > 0 { "+" } else { "" };
    format!("{much}{plus} @ {}", load_of(set.load, kind, set.unit))
}

/// Writes what is planned beside what was done: `9/12`, done first; nothing where there is neither.
pub fn done_of(pair: Pair, written: &dyn Fn(i64) -> String) -> String {
    if pair == Pair::default() {
        return String::new();
    }
    format!("{}/{}", or_zero(written(pair.done)), or_zero(written(pair.planned)))
}

/// Returns a written figure, or `0` where nothing was written for none.
pub fn or_zero(written: String) -> String {
    if written.is_empty() { "0".to_owned() } else { written }
}

/// Writes a time and a distance: `33:10, 6 km`; nothing where there is neither.
pub fn covered(covered: Covered, travel: Travel, units: Units) -> String {
    let both = [time(covered.time_ms), distance(covered.distance_mm, travel, units)];
    both.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Writes an estimate, to a tenth: more would claim what nobody knows.
pub fn estimate(figure: i64, lift: &LiftProgress) -> String {
    load(tenth(figure), lift)
}

/// Rounds thousandths to a tenth.
pub fn tenth(figure: i64) -> i64 {
    figure.saturating_add(50).div_euclid(100).saturating_mul(100)
}

/// Writes so many repetitions, so far or so long: `5`, `40 m`, `30 s`.
pub fn amount(amount: i64, of: Unit) -> String {
    if of == Unit::Count {
        return written::plain(amount);
    }
    written::amount(&Amount::exactly(amount, of))
}

/// Writes sets, those that are alike together: `2 × 5 @ 95 kg, 8 @ 85 kg`.
pub fn sets(lift: &LiftProgress) -> String {
    let group = |sets: &[LastSet]| {
        let first = sets.first()?;
        let times = if sets.len() > 1 { format!("{} × ", sets.len()) } else { String::new() };
        Some(format!("{times}{} @ {}", amount(first.amount, first.of), load(first.load, lift)))
    };
    let groups: Vec<String> = lift.last_sets.chunk_by(|one, other| one == other).filter_map(group).collect();
    groups.join(", ")
}

/// Writes a number of sets, to a half; nothing for none.
pub fn number_of_sets(milli: i64) -> String {
    let halves = (milli + MILLI / 4) / (MILLI / 2);
    if halves == 0 { String::new() } else { written::plain(halves * MILLI / 2) }
}

/// Writes a figure out of ten, to a tenth; nothing where there is none.
pub fn out_of_ten(milli: Option<i64>) -> String {
    milli.map_or(String::new(), |milli| written::plain(tenth(milli)))
}

/// Writes a time to the second; nothing for none.
pub fn time(ms: i64) -> String {
    if ms <= 0 { String::new() } else { clock_to_the_second(ms) }
}

/// Writes a distance; nothing for none.
pub fn distance(mm: i64, travel: Travel, units: Units) -> String {
    if mm <= 0 { String::new() } else { units.distance(travel, mm) }
}

/// Writes the mean pace as it is said in a way of travelling, or by bike the speed; nothing where none is known.
pub fn pace(ground: &Ground, travel: Travel, units: Units) -> String {
    let in_miles = units.is_in_miles(travel);
    let (each, name) = match travel {
        Travel::Bike => return speed(ground, in_miles),
        Travel::Row => (HALF_KILOMETRE_MM, "500 m"),
        Travel::Swim if in_miles => (HUNDRED_YARDS_MM, "100 yd"),
        Travel::Swim => (HUNDRED_METRES_MM, "100 m"),
        Travel::Foot | Travel::Ski | Travel::Other if in_miles => (MILE_MM, "mi"),
        Travel::Foot | Travel::Ski | Travel::Other => (KILOMETRE_MM, "km"),
    };
    ground.pace_ms(each).map_or(String::new(), |ms| format!("{}/{name}", clock_to_the_second(ms)))
}

/// Writes a mean speed, to a tenth.
fn speed(ground: &Ground, in_miles: bool) -> String {
    let (each, name) = if in_miles { (MILE_MM, "mph") } else { (KILOMETRE_MM, "km/h") };
    match ground.pace_ms(each) {
        Some(ms) if ms > 0 => {
            format!("{} {name}", written::plain(tenth(HOUR_MS.saturating_mul(1000) / ms)))
        }
        Some(_) | None => String::new(),
    }
}

/// Writes a mean heart rate; nothing where none is known.
pub fn heart_rate(milli: Option<i64>) -> String {
    milli.map_or(String::new(), |milli| format!("{} bpm", (milli + 500) / 1000))
}
