//! `wodc foresee`

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use serde::Serialize;

use super::athlete::AthleteArgument;
use super::outcome::{Outcome, Trouble};
use super::report::Telling;
use super::{HELP_TEMPLATE, one_file, streams};
use crate::analysis::{ForeseenPlan, foresee};
use crate::check::program::LoadKind;
use crate::date;
use crate::emit::written::capitalised;
use crate::quantity::{Unit, decimal};
use crate::results::{AskedSet, Coming, Statement};

const EXAMPLES: &str = "  wodc foresee plan.wod --athlete sam.wod
  wodc foresee plan.wod --athlete sam.wod --to json";

const MORE: &str = "Nothing is written down. If all goes well, every set is done as asked, and an
open set with just what it asks for; if all is missed, nothing is lifted.";

/// Shows how loads go on in a plan: if all goes well, if all is missed, and as they
/// are now
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = MORE, help_template = HELP_TEMPLATE)]
pub struct ForeseeArguments {
    /// The file with the plan, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,

    /// How to show it [default: text]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(["text", "json"]))]
    to: Option<String>,

    #[command(flatten)]
    athlete: AthleteArgument,

    #[command(flatten)]
    telling: Telling,
}

/// Shows how the loads of a plan go on.
pub fn run(arguments: &ForeseeArguments) -> Result<Outcome, Trouble> {
    let needs = ("wodc foresee", "the one with the plan");
    let file = match one_file::checked(&arguments.file, &arguments.athlete, arguments.telling, needs)? {
        Ok(file) => file,
        Err(outcome) => return Ok(outcome),
    };
    let plans = foresee(file.source, &file.request, &file.project);
    if plans.is_empty() {
        let shown = file.input.shown();
        return Err(Trouble::new(format!("there is no plan in `{shown}`, so nothing can be foreseen")));
    }
    streams::print(&match arguments.to.as_deref() {
        Some("json") => json(&plans),
        Some(_) | None => plans.iter().map(text).collect(),
    })?;
    Ok(Outcome::Fine)
}

/// Writes what a plan comes to, session by session.
pub fn text(plan: &ForeseenPlan) -> String {
    let mut out = format!("{}\n", plan.title);
    let courses = [&plan.foreseen.if_well, &plan.foreseen.if_missed, &plan.foreseen.as_it_goes];
    let [well, missed, now] = courses;
    if well.is_empty() {
        out.push_str("\nThe plan is over: its last session is in the results.\n");
    } else if !well.iter().flat_map(|session| &session.statements).any(|one| one.moves) {
        out.push_str("\nNothing in it moves by results.\n");
        return out;
    }
    for (number, session) in well.iter().enumerate() {
        let moving = session.statements.iter().enumerate().filter(|(_, one)| one.moves);
        let mut rows = moving.peekable();
        if rows.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n{}, week {}: {}", day(session), session.week, session.title);
        for (row, one) in rows {
            let [missed, now] = [missed, now].map(|course| statement(course, number, row).unwrap_or(one));
            out.push_str(&courses_of(one, missed, now));
        }
    }
    out
}

/// Returns a statement of a session, both by their places.
fn statement(course: &[Coming], session: usize, row: usize) -> Option<&Statement> {
    course.get(session)?.statements.get(row)
}

/// Writes what a statement comes to: in one line, or in one for each course where they differ. A movement that gets harder
/// is another one by then.
fn courses_of(well: &Statement, missed: &Statement, now: &Statement) -> String {
    let written = |one: &Statement| {
        let name = if one.movement == now.movement { String::new() } else { format!("{}: ", one.movement) };
        name + &spelled(one)
    };
    let (movement, [well, missed, now]) = (&now.movement, [well, missed, now].map(written));
    if missed == well && now == well {
        return format!("  {movement}: {well}\n");
    }
    format!(
        "  {movement}\n    if all goes well  {well}\n    if all is missed  {missed}\n    as it is now      {now}\n"
    )
}

fn day(session: &Coming) -> String {
    let name = capitalised(date::name(session.weekday));
    match session.date {
        Some(date) => format!("{name} {}", date::write(date)),
        None => name,
    }
}

/// Writes the sets of a statement as they are written in a file: `3x5 @ 62.5kg`.
fn spelled(statement: &Statement) -> String {
    let mut groups: Vec<(usize, &AskedSet)> = Vec::new();
    for set in &statement.sets {
        match groups.last_mut() {
            Some((count, last)) if **last == *set => *count += 1,
            Some(_) | None => groups.push((1, set)),
        }
    }
    let written: Vec<String> = groups.iter().map(|(count, set)| group(*count, set)).collect();
    written.join(", ")
}

fn group(count: usize, set: &AskedSet) -> String {
    let mut out = if count > 1 { format!("{count}x") } else { String::new() };
    out += &match (set.low, set.high) {
        (0, 0) => "max".to_owned(),
        (low, high) if low == high => amount(low, set.unit),
        (low, high) => format!("{}-{}", amount(low, Unit::Count), amount(high, set.unit)),
    };
    if set.is_open && set.low > 0 {
        out.push('+');
    }
    if let Some(load) = set.load {
        let figure = amount(load.figure, load.unit);
        let _ = match load.kind {
            LoadKind::Weight => write!(out, " @ {figure}"),
            LoadKind::OnTop if load.figure == 0 => write!(out, " @ bodyweight"),
            LoadKind::OnTop => write!(out, " @ bodyweight +{figure}"),
            LoadKind::Help => write!(out, " @ -{figure}"),
        };
    }
    out
}

/// Writes a figure with its unit as in a file.
fn amount(thousandths: i64, unit: Unit) -> String {
    let unit = if unit == Unit::Count { "" } else { unit_name(unit) };
    format!("{}{unit}", decimal(thousandths))
}

fn unit_name(unit: Unit) -> &'static str {
    crate::syntax::unit::Meaning::of(unit).spelling()
}

/// A plan in JSON.
#[derive(Serialize)]
struct PlanData<'f> {
    plan: &'f str,
    if_well: Vec<SessionData<'f>>,
    if_missed: Vec<SessionData<'f>>,
    as_it_goes: Vec<SessionData<'f>>,
}

#[derive(Serialize)]
struct SessionData<'f> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    week: u32,
    day: &'static str,
    title: &'f str,
    movements: Vec<MovementData<'f>>,
}

#[derive(Serialize)]
struct MovementData<'f> {
    name: &'f str,
    text: String,
    sets: Vec<SetData>,
}

#[derive(Serialize)]
struct SetData {
    low: f64,
    high: f64,
    unit: &'static str,
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    load: Option<LoadData>,
}

#[derive(Serialize)]
struct LoadData {
    value: f64,
    unit: &'static str,
}

fn json(plans: &[ForeseenPlan]) -> String {
    let data: Vec<PlanData<'_>> = plans
        .iter()
        .map(|plan| PlanData {
            plan: &plan.title,
            if_well: sessions(&plan.foreseen.if_well),
            if_missed: sessions(&plan.foreseen.if_missed),
            as_it_goes: sessions(&plan.foreseen.as_it_goes),
        })
        .collect();
    // One plan, which is the ordinary case, is an object of its own.
    let text = match data.as_slice() {
        [one] => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    text.unwrap_or_default() + "\n"
}

fn sessions(coming: &[Coming]) -> Vec<SessionData<'_>> {
    let sessions = coming.iter().map(|session| SessionData {
        date: session.date.map(date::write),
        week: session.week,
        day: date::name(session.weekday),
        title: &session.title,
        movements: session.statements.iter().map(movement).collect(),
    });
    sessions.collect()
}

fn movement(statement: &Statement) -> MovementData<'_> {
    let figure = |thousandths: i64| thousandths as f64 / 1000.0;
    let set = |set: &AskedSet| SetData {
        low: figure(set.low),
        high: figure(set.high),
        unit: unit_name(set.unit),
        open: set.is_open,
        load: set.load.map(|load| LoadData { value: figure(load.figure), unit: unit_name(load.unit) }),
    };
    let sets = statement.sets.iter().map(set).collect();
    MovementData { name: &statement.movement, text: spelled(statement), sets }
}
