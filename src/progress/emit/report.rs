//! What people read of progress, before it takes the form of any one format.

use super::last::{REMARKS, WEEKS, last_of};
use super::part::{Part, without_empty_columns};
use super::planned;
use super::plot::{Plot, PlotKind};
use super::words;
use crate::check::program::LoadKind;
use crate::date::{self, Date};
use crate::emit::dates::{long_date, short_date};
use crate::emit::overview::Table;
use crate::emit::written::capitalised;
use crate::progress::{LiftProgress, Progress, Session, Week, Zones};
use crate::season::Travel;

/// The unknown names that are listed.
const UNKNOWN: usize = 20;

/// The top of the scales of effort and of pain, in thousandths.
const TOP_OF_SCALE: i64 = 10_000;

/// How the estimates are made.
const ABOUT_ESTIMATES: &str = "Estimates are after Brzycki (1993), from sets of one to ten repetitions. A set that was \
                               not to the limit gives less than could be lifted.";

/// How the zones are known.
const ABOUT_ZONES: &str = "Zones go by the heart rate, which is easy below 82% of the highest and hard above 87% (Seiler \
                           2010); without it by the effort, which is easy up to 4 of 10 and hard from 7 (Seiler and \
                           Kjerland 2006); else by the pace, beside the paces that the athlete lists.";

/// What progress comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Whose it is.
    pub title: String,
    /// What it is of, in a line.
    pub span: String,
    /// Its parts, in order. Without any where nothing is written down.
    pub sections: Vec<Section>,
    /// What to know of the figures.
    pub notes: Vec<String>,
}

/// A section.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub title: &'static str,
    pub parts: Vec<Part>,
}

impl Report {
    /// Returns what progress comes to.
    pub fn of(progress: &Progress) -> Self {
        let title = match progress.athlete.trim() {
            "" => "Progress".to_owned(),
            athlete => format!("Progress of {athlete}"),
        };
        let (Some(first), Some(last)) = (progress.sessions.first(), progress.sessions.last()) else {
            let span = "Nothing is written down yet.".to_owned();
            return Self { title, span, sections: Vec::new(), notes: Vec::new() };
        };
        let span = format!(
            "{} in {}, from {} to {}",
            words::count(progress.sessions.len(), "session"),
            words::count(progress.weeks.len(), "week"),
            long_date(first.date),
            long_date(last.date)
        );
        let section = |title, parts: Vec<Part>| Section { title, parts };
        let plans = progress.plans.iter().flat_map(planned::parts).collect();
        let mut sections = vec![
            section("Planned and done", plans),
            section("Lifts", progress.lifts.iter().map(lift).collect()),
            section("Sets a muscle", muscles(progress).into_iter().collect()),
            section("Ground covered", Travel::ALL.iter().flat_map(|&way| covered(progress, way)).collect()),
            section("Sessions", sessions(progress)),
        ];
        sections.retain(|section| !section.parts.is_empty());
        Self { title, span, sections, notes: notes(progress) }
    }
}

fn notes(progress: &Progress) -> Vec<String> {
    let mut notes = Vec::new();
    if progress.lifts.iter().any(|lift| !lift.estimates.is_empty()) {
        notes.push(ABOUT_ESTIMATES.to_owned());
    }
    let mut ground = progress.weeks.iter().flat_map(|week| &week.ground);
    if ground.any(|ground| ground.zones.is_known()) {
        notes.push(ABOUT_ZONES.to_owned());
    }
    let unknown = &progress.unknown;
    if !unknown.is_empty() {
        let named: Vec<&str> = unknown.iter().take(UNKNOWN).map(String::as_str).collect();
        let more = match unknown.len().saturating_sub(UNKNOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        notes.push(format!("Not known, so counted for no muscle: {}{more}.", named.join(", ")));
    }
    notes
}

fn lift(lift: &LiftProgress) -> Part {
    let name = capitalised(&lift.name);
    let title = match lift.kind {
        LoadKind::Weight => name,
        LoadKind::OnTop => format!("{name}, on top of bodyweight"),
        LoadKind::Help => format!("{name}, with help"),
    };
    let mut facts = Vec::new();
    let best = lift.estimates.iter().reduce(|best, other| if other.max > best.max { other } else { best });
    let estimates = [("Estimated one-rep max", lift.estimates.last()), ("Best estimate", best)];
    for (label, estimate) in estimates {
        facts.extend(estimate.map(|estimate| {
            let set = format!("{} × {}", estimate.reps, words::load(estimate.load, lift));
            let max = words::estimate(estimate.max, lift);
            (label, format!("{max}, by {set} on {}", long_date(estimate.date)))
        }));
    }
    facts.push(("Last time", format!("{} on {}", words::sets(lift), long_date(lift.last))));
    facts.push(("Sessions", lift.sessions.to_string()));
    let heaviest = if lift.kind == LoadKind::Help { "Least help" } else { "Heaviest" };
    let row = |best: &crate::progress::Best| {
        vec![words::amount(best.amount, best.of), words::load(best.load, lift), long_date(best.date)]
    };
    let table = Table {
        head: ["Set of", heaviest, "Day"].map(str::to_owned).to_vec(),
        rows: lift.bests.iter().map(row).collect(),
    };
    let points = lift.estimates.iter().map(|estimate| (estimate.date, estimate.max)).collect();
    let plot = Plot::of("Estimated one-rep max", PlotKind::Line, points, None, &|figure| {
        words::estimate(figure, lift)
    });
    Part { title, facts, table, plots: plot.into_iter().collect() }
}

/// Returns the last weeks, the last of them last.
fn last_weeks(progress: &Progress) -> &[Week] {
    last_of(&progress.weeks, WEEKS)
}

/// A muscle with all of its sets, and those of each week.
type OfMuscle<'p> = (&'p str, i64, Vec<(Date, i64)>);

/// Returns the sets for each muscle, the most worked first.
fn muscles(progress: &Progress) -> Option<Part> {
    let mut all: Vec<OfMuscle<'_>> = Vec::new();
    let mut places = rustc_hash::FxHashMap::default();
    for week in &progress.weeks {
        for (muscle, &sets) in &week.muscles {
            let at = *places.entry(muscle.as_str()).or_insert_with(|| {
                all.push((muscle.as_str(), 0, Vec::new()));
                all.len() - 1
            });
            let (_, sum, points) = &mut all[at];
            *sum += sets;
            points.push((week.monday, sets));
        }
    }
    all.sort_by_key(|&(name, sum, _)| (-sum, name));
    let weeks = last_weeks(progress);
    let row = |(name, ..): &OfMuscle<'_>| {
        let cell =
            |week: &Week| week.muscles.get(*name).map_or(String::new(), |&sets| words::number_of_sets(sets));
        std::iter::once(capitalised(name)).chain(weeks.iter().map(cell)).collect()
    };
    let heads = weeks.iter().map(|week| short_date(week.monday));
    let table = Table {
        head: std::iter::once("Week of".to_owned()).chain(heads).collect(),
        rows: all.iter().map(row).collect(),
    };
    let written = |sets| words::or_zero(words::number_of_sets(sets));
    let plot = |(name, _, points): OfMuscle<'_>| {
        Plot::of(&capitalised(name), PlotKind::Bars, points, None, &written)
    };
    let plots = all.into_iter().filter_map(plot).collect();
    (!table.rows.is_empty()).then(|| Part { table, plots, ..Part::default() })
}

/// Returns what was covered in one way of travelling, and in which zones.
fn covered(progress: &Progress, travel: Travel) -> impl Iterator<Item = Part> {
    ground(progress, travel).into_iter().chain(zones(progress, travel))
}

/// Returns the weeks with anything covered in a way of travelling.
fn weeks_with(progress: &Progress, travel: Travel) -> Vec<&Week> {
    progress.weeks.iter().filter(|week| week.by(travel).bouts > 0).collect()
}

/// Returns what was covered in each zone; none where no zone is known.
fn zones(progress: &Progress, travel: Travel) -> Option<Part> {
    let weeks = weeks_with(progress, travel);
    if !weeks.iter().any(|week| week.by(travel).zones.is_known()) {
        return None;
    }
    let row = |week: &&Week| {
        let Zones { easy, moderate, hard, unknown } = week.by(travel).zones;
        let zones = [easy, moderate, hard, unknown].map(|zone| words::covered(zone, travel, progress.units));
        std::iter::once(short_date(week.monday)).chain(zones).collect()
    };
    let heads = ["Week of", "Easy", "Moderate", "Hard", "Unknown"];
    let table = without_empty_columns(&heads, last_of(&weeks, WEEKS).iter().map(row).collect());
    Some(Part { title: format!("{}, by zone", travel.name()), table, ..Part::default() })
}

/// Returns what was covered in one way of travelling.
fn ground(progress: &Progress, travel: Travel) -> Option<Part> {
    let units = progress.units;
    let weeks = weeks_with(progress, travel);
    let row = |week: &&Week| {
        let ground = week.by(travel);
        vec![
            short_date(week.monday),
            ground.bouts.to_string(),
            words::distance(ground.distance_mm, travel, units),
            words::time(ground.time_ms),
            words::pace(ground, travel, units),
            words::heart_rate(ground.heart_rate.get()),
        ]
    };
    let pace = if travel == Travel::Bike { "Mean speed" } else { "Mean pace" };
    let heads = ["Week of", "Times", "Distance", "Time", pace, "Heart rate"];
    let table = without_empty_columns(&heads, last_of(&weeks, WEEKS).iter().map(row).collect());
    let by_week =
        |figure: &dyn Fn(&Week) -> i64| weeks.iter().map(|week| (week.monday, figure(week))).collect();
    let distance =
        Plot::of("Distance", PlotKind::Bars, by_week(&|week| week.by(travel).distance_mm), None, &|mm| {
            units.distance(travel, mm)
        });
    let time = || {
        let ms = by_week(&|week| week.by(travel).time_ms);
        Plot::of("Time", PlotKind::Bars, ms, None, &crate::quantity::clock_to_the_second)
    };
    let plots = distance.or_else(time).into_iter().collect();
    let title = travel.name().to_owned();
    (!weeks.is_empty()).then(|| Part { title, table, plots, ..Part::default() })
}

/// Returns the sessions of each week, and how the last ones felt.
fn sessions(progress: &Progress) -> Vec<Part> {
    let row = |week: &Week| {
        vec![
            short_date(week.monday),
            week.sessions.to_string(),
            words::out_of_ten(week.felt.get()),
            words::out_of_ten(week.pain),
        ]
    };
    let heads = ["Week of", "Sessions", "Felt", "Most pain"];
    let table = without_empty_columns(&heads, last_weeks(progress).iter().map(row).collect());
    let each_week = progress.weeks.iter().map(|week| (week.monday, i64::from(week.sessions)));
    let a_week =
        Plot::of("Sessions a week", PlotKind::Bars, each_week.collect(), None, &|count| count.to_string());
    let scale = |title, figure: &dyn Fn(&Session) -> Option<i64>| {
        let points = progress.sessions.iter().filter_map(|one| Some((one.date, figure(one)?)));
        let written = |milli| words::out_of_ten(Some(milli));
        Plot::of(title, PlotKind::Line, points.collect(), Some((0, TOP_OF_SCALE)), &written)
    };
    let plots = [a_week, scale("How it felt", &|one| one.felt), scale("Pain", &|one| one.pain)];
    let weeks = Part { table, plots: plots.into_iter().flatten().collect(), ..Part::default() };
    let mut parts = vec![weeks];
    parts.extend(remarks(progress));
    parts
}

/// Returns how the last sessions felt, with what was noted.
fn remarks(progress: &Progress) -> Option<Part> {
    let says = |one: &&Session| one.felt.is_some() || one.pain.is_some() || !one.notes.is_empty();
    let said: Vec<&Session> = progress.sessions.iter().filter(says).collect();
    let row = |one: &&Session| {
        vec![
            date::write(one.date),
            one.title.as_deref().unwrap_or_default().to_owned(),
            words::out_of_ten(one.felt),
            words::out_of_ten(one.pain),
            one.notes.join(" "),
        ]
    };
    let heads = ["Day", "Session", "Felt", "Pain", "Notes"];
    let table = without_empty_columns(&heads, last_of(&said, REMARKS).iter().map(row).collect());
    (!table.rows.is_empty()).then(|| Part { title: "How it felt".to_owned(), table, ..Part::default() })
}
