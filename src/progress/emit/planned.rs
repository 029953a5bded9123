//! What people read of a plan beside what was done.

use std::collections::BTreeMap;

use super::last::{REMARKS, WEEKS, last_of};
use super::part::{Part, without_empty_columns};
use super::plot::{Plot, PlotKind};
use super::words;
use crate::check::program::LoadKind;
use crate::date;
use crate::emit::dates::short_date;
use crate::emit::overview::Table;
use crate::emit::written::capitalised;
use crate::progress::{Pair, PlanLift, PlanProgress, PlanSession, PlanWeek, State};
use crate::season::Travel;

/// Returns the parts that are about a plan.
pub fn parts(plan: &PlanProgress) -> Vec<Part> {
    let shown = last_of(&plan.weeks, WEEKS);
    let mut parts = vec![sessions(plan, shown)];
    parts.extend(muscles(plan, shown));
    parts.extend(Travel::ALL.iter().filter_map(|&travel| ground(plan, shown, travel)));
    parts.extend(lifts(shown));
    parts.extend(which(plan));
    parts
}

/// Writes which week it is: `3, 19 Jan`.
fn week(week: &PlanWeek) -> String {
    week.starts.map_or(week.number.to_string(), |starts| format!("{}, {}", week.number, short_date(starts)))
}

/// Returns what became of the sessions of each week.
fn sessions(plan: &PlanProgress, shown: &[PlanWeek]) -> Part {
    let states = [State::Done, State::Skipped, State::Unwritten, State::ToCome, State::Extra];
    let all = states.iter().map(|&state| (plan.count_all(state), name(state)));
    let all: Vec<String> =
        all.filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    let mut facts = vec![("Weeks", format!("{} of {}", plan.weeks.len(), plan.all_weeks))];
    if all.is_empty() {
        facts.push(("Sessions", "nothing of this plan is written down".to_owned()));
    } else {
        facts.push(("Sessions", all.join(", ")));
    }
    let count = |week: &PlanWeek, state| plan.count(week.number, state);
    let planned = |week: &PlanWeek| {
        states.iter().filter(|state| **state != State::Extra).map(|&state| count(week, state)).sum::<usize>()
    };
    let row = |one: &PlanWeek| {
        let counts = states.iter().map(|&state| some(count(one, state)));
        [week(one), some(planned(one))].into_iter().chain(counts).collect()
    };
    let heads = ["Week", "Planned", "Done", "Skipped", "Not written", "To come", "Extra"];
    let table = without_empty_columns(&heads, shown.iter().map(row).collect());
    let as_pair = |week: &PlanWeek| Pair {
        planned: i64::try_from(planned(week)).unwrap_or(i64::MAX),
        done: i64::try_from(count(week, State::Done)).unwrap_or(i64::MAX),
    };
    let plot = bars(plan, "Sessions done", &as_pair, &|count| count.to_string());
    Part { title: plan.title.clone(), facts, table, plots: plot.into_iter().collect() }
}

fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// Returns what a state is called behind a number.
fn name(state: State) -> &'static str {
    match state {
        State::Done => "done",
        State::Skipped => "skipped",
        State::Unwritten => "not written down",
        State::ToCome => "to come",
        State::Extra => "extra",
    }
}

/// Draws what was done each week, with a line for what was planned. A plan without dates has no picture: nothing says
/// where its weeks are.
fn bars(
    plan: &PlanProgress,
    title: &str,
    figure: &dyn Fn(&PlanWeek) -> Pair,
    written: &dyn Fn(i64) -> String,
) -> Option<Plot> {
    let dated = || plan.weeks.iter().filter_map(|week| Some((week.starts?, figure(week))));
    let points = dated().map(|(day, pair)| (day, pair.done)).collect();
    let planned: Vec<i64> = dated().map(|(_, pair)| pair.planned).collect();
    if planned.iter().all(|&planned| planned == 0) {
        return Plot::of(title, PlotKind::Bars, points, None, written);
    }
    let title = format!("{title}; the lines are what was planned");
    Some(Plot::of(&title, PlotKind::Bars, points, None, written)?.beside(planned, written))
}

/// Returns the sets for each muscle, the most worked first.
fn muscles(plan: &PlanProgress, shown: &[PlanWeek]) -> Option<Part> {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for (muscle, pair) in plan.weeks.iter().flat_map(|week| &week.muscles) {
        *sums.entry(muscle).or_default() += pair.planned + pair.done;
    }
    let mut all: Vec<(&str, i64)> = sums.into_iter().collect();
    all.sort_by_key(|&(name, sum)| (-sum, name));
    let row = |(name, _): &(&str, i64)| {
        let cell = |week: &PlanWeek| {
            let pair = week.muscles.get(*name).copied().unwrap_or_default();
            words::done_of(pair, &words::number_of_sets)
        };
        std::iter::once(capitalised(name)).chain(shown.iter().map(cell)).collect()
    };
    let head = |week: &PlanWeek| week.starts.map_or(week.number.to_string(), short_date);
    let table = Table {
        head: std::iter::once("Week".to_owned()).chain(shown.iter().map(head)).collect(),
        rows: all.iter().map(row).collect(),
    };
    let title = "Sets a muscle, done/planned".to_owned();
    (!table.rows.is_empty()).then(|| Part { title, table, ..Part::default() })
}

/// Returns what was to be covered in one way of travelling, and what was.
fn ground(plan: &PlanProgress, shown: &[PlanWeek], travel: Travel) -> Option<Part> {
    let nothing = (Pair::default(), Pair::default());
    let row = |one: &&PlanWeek| {
        let (distance, time) = one.by(travel);
        let written = |mm| words::distance(mm, travel, plan.units);
        vec![
            week(one),
            written(distance.planned),
            written(distance.done),
            words::time(time.planned),
            words::time(time.done),
        ]
    };
    let heads = ["Week", "Distance planned", "Distance done", "Time planned", "Time done"];
    let weeks: Vec<&PlanWeek> = shown.iter().filter(|week| week.by(travel) != nothing).collect();
    let table = without_empty_columns(&heads, weeks.iter().map(row).collect());
    let plot = bars(plan, "Distance", &|week| week.by(travel).0, &|mm| plan.units.distance(travel, mm));
    let title = format!("{}, planned and done", travel.name());
    (table.head.len() > 1).then(|| Part {
        title,
        table,
        plots: plot.into_iter().collect(),
        ..Part::default()
    })
}

/// Returns the heaviest sets of each lift, in order of name.
fn lifts(shown: &[PlanWeek]) -> Vec<Part> {
    let mut all: BTreeMap<(String, u8), Vec<(&PlanWeek, &PlanLift)>> = BTreeMap::new();
    for week in shown {
        for lift in &week.lifts {
            all.entry((lift.name.to_lowercase(), lift.kind as u8)).or_default().push((week, lift));
        }
    }
    let part = |weeks: Vec<(&PlanWeek, &PlanLift)>| {
        let (_, first) = weeks.first()?;
        let name = capitalised(&first.name);
        let title = match first.kind {
            LoadKind::Weight => format!("{name}, heaviest set"),
            LoadKind::OnTop => format!("{name}, heaviest set on top of bodyweight"),
            LoadKind::Help => format!("{name}, set with least help"),
        };
        let row = |(one, lift): &(&PlanWeek, &PlanLift)| {
            let set = |set: &Option<_>| words::top_set(set.as_ref(), lift.kind);
            vec![week(one), set(&lift.planned), set(&lift.done)]
        };
        let heads = ["Week", "Planned", "Lifted"];
        let table = Table { head: heads.map(str::to_owned).to_vec(), rows: weeks.iter().map(row).collect() };
        Some(Part { title, table, ..Part::default() })
    };
    all.into_values().filter_map(part).collect()
}

/// Returns which session each of the last results was.
fn which(plan: &PlanProgress) -> Option<Part> {
    let passed: Vec<&PlanSession> =
        plan.sessions.iter().filter(|session| session.state != State::ToCome).collect();
    let row = |one: &&PlanSession| {
        let planned = match (one.date, one.day) {
            (Some(date), _) => date::write(date),
            (None, Some(day)) => format!("week {}, {}", one.week, capitalised(date::name(day))),
            (None, None) => String::new(),
        };
        let title = one.title.clone().unwrap_or_default();
        let on = one.on.map(date::write).unwrap_or_default();
        vec![planned, title, name(one.state).to_owned(), on]
    };
    let heads = ["Planned for", "Session", "Was", "On"];
    let table = without_empty_columns(&heads, last_of(&passed, REMARKS).iter().map(row).collect());
    let title = "Which session it was".to_owned();
    (!table.rows.is_empty()).then(|| Part { title, table, ..Part::default() })
}
