//! What a plan asked for beside what was done, as data: a part of the contract `wodc-progress/1`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::json_shared::{Kind, LoadUnit, Way};
use crate::date;
use crate::emit::json::Thousandths;
use crate::emit::written;
use crate::progress::{self, Pair, PlanProgress, State};
use crate::season::Travel;

/// What a plan asked for, beside what was done.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan<'p> {
    /// Its title.
    title: &'p str,
    /// How many weeks it has.
    all_weeks: u32,
    /// Its weeks up to the last of which anything is written down, in order. What was done includes extra sessions.
    weeks: Vec<Week<'p>>,
    /// The sessions of those weeks, in order. Those that the plan did not ask for come after the others of their week.
    sessions: Vec<Session<'p>>,
}

/// A week of a plan.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Week<'p> {
    /// Which, from 1.
    week: u32,
    /// Its first day, where the plan has dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    starts: Option<String>,
    /// How many sessions were planned.
    sessions: usize,
    /// How many of them were done.
    done: usize,
    /// How many of them were skipped, which is written down.
    skipped: usize,
    /// How many of them nothing is written down of, though later ones are.
    unwritten: usize,
    /// How many of them come after all that is written down.
    to_come: usize,
    /// How many sessions were done that no plan asked for.
    extra: usize,
    /// The sets for each muscle.
    muscles: BTreeMap<&'p str, Figures>,
    /// What was to be covered in each way of travelling, and what was.
    ground: Vec<Ground>,
    /// The heaviest set of each lift, in order of name.
    lifts: Vec<Lift<'p>>,
}

/// A figure that was planned, and what was done.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Figures {
    /// What was planned.
    planned: Thousandths,
    /// What was done.
    done: Thousandths,
}

/// What was to be covered in one way of travelling, and what was.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Ground {
    /// The way.
    way: Way,
    /// The distance, in metres. What is planned may be estimated from a time.
    distance_m: Figures,
    /// The time, in seconds. What is planned may be estimated from a distance.
    time_s: Figures,
}

/// The heaviest set of a lift.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Lift<'p> {
    /// The name of the movement.
    movement: &'p str,
    /// What its loads are.
    kind: Kind,
    /// What was planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Set")]
    planned: Option<Set>,
    /// What was lifted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Set")]
    done: Option<Set>,
}

/// A set.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Set {
    /// The least of how much. This and `most` are 0 for as much as can be done.
    least: Thousandths,
    /// The most of how much.
    most: Thousandths,
    /// The unit of both: `reps`, or as it is written, such as `m` or `s`.
    amount_unit: &'static str,
    /// Whether it may be more.
    open: bool,
    /// The load.
    load: Thousandths,
    /// The unit of the load.
    unit: LoadUnit,
}

/// A session.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Session<'p> {
    /// Its week, from 1.
    week: u32,
    /// What became of it.
    is: Is,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    title: Option<&'p str>,
    /// The day of the week for which it was planned, such as `monday`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    day: Option<&'static str>,
    /// The date for which it was planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    planned: Option<String>,
    /// The date on which it was done, or skipped.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    on: Option<String>,
}

/// What became of a session.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Is {
    /// It was done.
    Done,
    /// It was skipped, which is written down.
    Skipped,
    /// Nothing of it is written down, though later sessions are.
    Unwritten,
    /// It comes after all that is written down.
    ToCome,
    /// It was done without being asked for.
    Extra,
}

impl From<State> for Is {
    fn from(state: State) -> Self {
        match state {
            State::Done => Is::Done,
            State::Skipped => Is::Skipped,
            State::Unwritten => Is::Unwritten,
            State::ToCome => Is::ToCome,
            State::Extra => Is::Extra,
        }
    }
}

/// Returns the data of a plan.
pub fn plan(plan: &PlanProgress) -> Plan<'_> {
    Plan {
        title: &plan.title,
        all_weeks: plan.all_weeks,
        weeks: plan.weeks.iter().map(|one| week(plan, one)).collect(),
        sessions: plan.sessions.iter().map(session).collect(),
    }
}

fn figures(pair: Pair) -> Figures {
    Figures { planned: Thousandths(pair.planned), done: Thousandths(pair.done) }
}

fn week<'p>(plan: &'p PlanProgress, week: &'p progress::PlanWeek) -> Week<'p> {
    let count = |state| plan.count(week.number, state);
    let (done, skipped) = (count(State::Done), count(State::Skipped));
    let (unwritten, to_come) = (count(State::Unwritten), count(State::ToCome));
    let ground = Travel::ALL.iter().filter_map(|&travel| {
        let (distance, time) = week.by(travel);
        let is_there = distance != Pair::default() || time != Pair::default();
        is_there.then(|| Ground { way: travel.into(), distance_m: figures(distance), time_s: figures(time) })
    });
    Week {
        week: week.number,
        starts: week.starts.map(date::write),
        sessions: done + skipped + unwritten + to_come,
        done,
        skipped,
        unwritten,
        to_come,
        extra: count(State::Extra),
        muscles: week.muscles.iter().map(|(name, &pair)| (name.as_str(), figures(pair))).collect(),
        ground: ground.collect(),
        lifts: week.lifts.iter().map(lift).collect(),
    }
}

fn lift(lift: &progress::PlanLift) -> Lift<'_> {
    let set = |set: progress::TopSet| Set {
        least: Thousandths(set.low),
        most: Thousandths(set.high),
        amount_unit: written::unit_name(set.of),
        open: set.is_open,
        load: Thousandths(set.load),
        unit: set.unit.into(),
    };
    Lift {
        movement: &lift.name,
        kind: lift.kind.into(),
        planned: lift.planned.map(set),
        done: lift.done.map(set),
    }
}

fn session(session: &progress::PlanSession) -> Session<'_> {
    Session {
        week: session.week,
        is: session.state.into(),
        title: session.title.as_deref(),
        day: session.day.map(date::name),
        planned: session.date.map(date::write),
        on: session.on.map(date::write),
    }
}
