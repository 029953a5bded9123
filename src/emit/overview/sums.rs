//! What the weeks add up to, as tables and as pictures.

use super::weeks::part;
use super::{Plot, Table};
use crate::emit::written;
use crate::season::{Load, MILLI, Season, Travel, Units, Week};

const MINUTE_MS: i64 = 60_000;
/// Muscles with fewer sets a week, on average, are not worth a row, in thousandths.
const FEWEST_SETS: i64 = MILLI / 2;
/// A plan of one week has nothing to compare in a plot.
const FEWEST_BARS: usize = 2;

/// A column of the sums: its head, and its cell for a week, which is empty if the week has none of it.
type Column = (String, Box<dyn Fn(&Week<'_>) -> String>);

/// Returns a row for each week. A sum that is zero in all weeks has no column.
pub fn sums(season: &Season<'_>) -> Table {
    let units = season.units();
    let mut columns: Vec<Column> = Travel::ALL
        .into_iter()
        .map(|travel| -> Column {
            (travel.name().to_owned(), Box::new(move |week| distance(&week.load, travel, units)))
        })
        .collect();
    let mut add = |head: &str, cell: Box<dyn Fn(&Week<'_>) -> String>| columns.push((head.to_owned(), cell));
    add("Easy", Box::new(|week| time(week.load.easy_ms)));
    add("Moderate", Box::new(|week| time(week.load.moderate_ms)));
    add("Hard", Box::new(|week| time(week.load.hard_ms)));
    add("Other", Box::new(|week| time(week.load.unsaid_ms)));
    add("Strength", Box::new(|week| count(week.strength_sessions)));
    add("Sets", Box::new(|week| about(week.load.guessed_sets > 0, sets(week.load.sets))));
    let lifted = move |load: &Load<'_>| about(load.is_volume_guessed, units.mass(load.volume_g));
    add("Lifted", Box::new(move |week| lifted(&week.load)));
    add("All", Box::new(|week| time(week.load.duration_ms)));
    add("Hard days", Box::new(|week| week.hard_days.to_string()));
    add("Easy days", Box::new(|week| week.easy_days.to_string()));
    add("Free days", Box::new(|week| week.rest_days.to_string()));
    columns.retain(|(_, cell)| season.weeks.iter().any(|week| !cell(week).is_empty()));
    if season.weeks.iter().any(|week| !part(week).is_empty()) {
        let has_phases = season.weeks.iter().any(|week| week.phase.is_some());
        let head = if has_phases { "Phase" } else { "Cycle" };
        let cell = move |week: &Week<'_>| match week.cycle {
            Some(cycle) if !has_phases => cycle.to_string(),
            Some(_) | None => week.phase.unwrap_or_default().to_owned(),
        };
        columns.insert(0, (head.to_owned(), Box::new(cell)));
    }
    let row = |week: &Week<'_>| {
        let cells = columns.iter().map(|(_, cell)| cell(week));
        std::iter::once(week.number.to_string()).chain(cells).collect()
    };
    let head =
        std::iter::once("Week".to_owned()).chain(columns.iter().map(|(head, _)| head.clone())).collect();
    Table { head, rows: season.weeks.iter().map(row).collect() }
}

/// Returns a row for each muscle, the most worked first.
pub fn muscles(season: &Season<'_>) -> Table {
    let mut all = Load::default();
    season.weeks.iter().for_each(|week| all.add(&week.load));
    let weeks = i64::try_from(season.weeks.len()).unwrap_or(1).max(1);
    let is_guessed = all.guessed_sets > 0;
    let mut muscles: Vec<(&str, i64)> = all.muscles;
    muscles.retain(|(_, sets)| sets / weeks >= FEWEST_SETS);
    muscles.sort_by_key(|&(name, sets)| (-sets, name));
    let most = |name: &str| {
        let of = |week: &Week<'_>| {
            week.load.muscles.iter().find(|(own, _)| *own == name).map_or(0, |(_, sets)| *sets)
        };
        season.weeks.iter().map(of).max().unwrap_or(0)
    };
    let row = |&(name, sets): &(&str, i64)| {
        let said = |sets: i64| about(is_guessed, self::sets(sets));
        vec![written::capitalised(name), said(sets / weeks), said(most(name))]
    };
    Table {
        head: ["Muscle", "Sets a week", "At most"].map(str::to_owned).to_vec(),
        rows: muscles.iter().map(row).collect(),
    }
}

/// Returns the pictures that say something: of figures that are there, over several weeks.
pub fn plots(season: &Season<'_>) -> Vec<Plot> {
    if season.weeks.len() < FEWEST_BARS {
        return Vec::new();
    }
    let plot = |title: String, figure: &dyn Fn(&Week<'_>) -> i64, written: &dyn Fn(i64) -> String| {
        let figures: Vec<i64> = season.weeks.iter().map(figure).collect();
        let most = figures.iter().copied().max().unwrap_or(0);
        let bars = figures.iter().map(|&figure| figure as f64 / most.max(1) as f64).collect();
        (most > 0).then(|| Plot { title, bars, most: written(most) })
    };
    let units = season.units();
    let any = |guessed: fn(&Load<'_>) -> bool| season.weeks.iter().any(|week| guessed(&week.load));
    let travels = Travel::ALL.map(|travel| {
        let is_guessed = season
            .weeks
            .iter()
            .any(|week| week.load.is_distance_estimated || week.load.guessed_mm[travel as usize] > 0);
        let said = move |mm: i64| about(is_guessed, units.distance(travel, mm));
        plot(travel.name().to_owned(), &move |week| week.load.distance(travel), &said)
    });
    let are_sets_guessed = any(|load| load.guessed_sets > 0);
    let is_mass_guessed = any(|load| load.is_volume_guessed);
    let others = [
        plot("Sets".to_owned(), &|week| week.load.sets, &|milli| about(are_sets_guessed, sets(milli))),
        plot("Lifted".to_owned(), &|week| week.load.volume_g, &|grams| {
            about(is_mass_guessed, units.mass(grams))
        }),
        plot("Time".to_owned(), &|week| week.load.duration_ms, &time),
    ];
    travels.into_iter().chain(others).flatten().collect()
}

fn distance(load: &Load<'_>, travel: Travel, units: Units) -> String {
    let mm = load.distance(travel);
    let is_guessed = load.is_distance_estimated || load.guessed_mm[travel as usize] > 0;
    if mm == 0 { String::new() } else { about(is_guessed, units.distance(travel, mm)) }
}

/// Marks a sum of which a part is only estimated.
fn about(is_guessed: bool, sum: String) -> String {
    if is_guessed && !sum.is_empty() { format!("about {sum}") } else { sum }
}

/// Writes a time to the minute: `35 min`, `2 h 10 min`.
fn time(ms: i64) -> String {
    let minutes = (ms + MINUTE_MS / 2) / MINUTE_MS;
    match (minutes / 60, minutes % 60) {
        (0, 0) => String::new(),
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Writes so many sets, to a half.
fn sets(milli: i64) -> String {
    let halves = (milli + MILLI / 4) / (MILLI / 2);
    if halves == 0 { String::new() } else { written::plain(halves * MILLI / 2) }
}

fn count(count: u32) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
