//! Progress as data. These types are the contract `wodc-progress/1`; its published schema is generated from them.
//!
//! A key that does not apply is left out. Nothing is ever `null`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::json_planned::{self, Plan};
use super::json_shared::{Kind, LoadUnit, Way};
use super::words;
use crate::date;
use crate::emit::json::Thousandths;
use crate::emit::written;
use crate::progress::{self, Progress};
use crate::season::{KILOMETRE_MM, Travel};

/// What the results of an athlete add up to.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Document<'p> {
    /// The contract this document keeps to.
    format: Contract,
    /// Whose results they are.
    athlete: &'p str,
    /// The sessions, in order, without those that were skipped.
    sessions: Vec<Session<'p>>,
    /// What was lifted with a load, in order of name.
    lifts: Vec<Lift<'p>>,
    /// The weeks with sessions, in order.
    weeks: Vec<Week<'p>>,
    /// The names of which no movement is known, each once. Their sets count for no muscle.
    unknown: &'p [String],
    /// What plans asked for, beside what was done. Left out where the file has no plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    plans: Vec<Plan<'p>>,
}

/// The name of the contract.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
enum Contract {
    /// Version 1.
    #[serde(rename = "wodc-progress/1")]
    Version1,
}

/// A session.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Session<'p> {
    /// The day, such as `2026-01-09`.
    date: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    title: Option<&'p str>,
    /// How it felt, from 1 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Thousandths")]
    felt: Option<Thousandths>,
    /// How much it hurt, from 0 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Thousandths")]
    pain: Option<Thousandths>,
    /// What was noted, in order.
    notes: Vec<&'p str>,
}

/// How a movement went that was done with a load.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Lift<'p> {
    /// Its name.
    movement: &'p str,
    /// What its loads are. A movement that was done with several kinds is there once for each.
    kind: Kind,
    /// The unit of all its loads.
    unit: LoadUnit,
    /// In how many sessions it was done.
    sessions: usize,
    /// The best estimate of the one-rep max of each session, after Brzycki (1993): `load * 36 / (37 - reps)`, from sets
    /// of one to ten repetitions. Sessions without such a set have none, and so have loads that are not all that is
    /// lifted.
    estimates: Vec<Estimate>,
    /// The heaviest load for each number of repetitions, time or distance, the smallest amount first. One that a longer
    /// set with at least that load makes needless is left out. Of help it is the least.
    bests: Vec<Best>,
    /// What was done the last time.
    last: Last,
}

/// An estimate of the one-rep max.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Estimate {
    /// The day.
    date: String,
    /// The estimate.
    one_rep_max: Thousandths,
    /// The repetitions that it is made of.
    reps: i64,
    /// Their load.
    load: Thousandths,
}

/// The heaviest load for so much.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Best {
    /// How much.
    amount: Thousandths,
    /// The unit of that: `reps`, or as it is written, such as `m` or `s`.
    unit: &'static str,
    /// The load.
    load: Thousandths,
    /// The first day on which it was lifted.
    date: String,
}

/// What was done the last time.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Last {
    /// The day.
    date: String,
    /// Its sets with a load, in order.
    sets: Vec<Set>,
    /// The same for people.
    text: String,
}

/// A set.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Set {
    /// How much.
    amount: Thousandths,
    /// The unit of that: `reps`, or as it is written, such as `m` or `s`.
    unit: &'static str,
    /// The load.
    load: Thousandths,
}

/// A week with sessions.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Week<'p> {
    /// Its first day, a Monday.
    monday: String,
    /// How many sessions there were.
    sessions: u32,
    /// How they felt on average, from 1 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Thousandths")]
    felt: Option<Thousandths>,
    /// The most that any hurt, from 0 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Thousandths")]
    pain: Option<Thousandths>,
    /// The sets for each muscle. A muscle that helps counts half, and so does one side at a time.
    muscles: BTreeMap<&'p str, Thousandths>,
    /// What was covered in each way of travelling.
    ground: Vec<Ground>,
}

/// What was covered in one way of travelling.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Ground {
    /// The way.
    way: Way,
    /// How many lines of results it is.
    times: u32,
    /// The distance, in metres.
    distance_m: Thousandths,
    /// The time, in seconds.
    time_s: Thousandths,
    /// The mean pace in seconds for a kilometre, of all lines with both a distance and a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Thousandths")]
    pace_s_per_km: Option<Thousandths>,
    /// The mean of the heart rates that are written, each counted once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Thousandths")]
    heart_rate_bpm: Option<Thousandths>,
    /// The same by how hard it was. Left out where nothing of it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Zones")]
    zones: Option<Zones>,
}

/// What was covered, by how hard it was: by the heart rate beside the athlete's highest, else by the effort, else by the
/// pace beside the athlete's.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Zones {
    /// Below the first threshold.
    easy: Covered,
    /// Between the two.
    moderate: Covered,
    /// Above the second.
    hard: Covered,
    /// Where nothing says so.
    unknown: Covered,
}

/// A distance and a time.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Covered {
    /// The distance, in metres.
    distance_m: Thousandths,
    /// The time, in seconds.
    time_s: Thousandths,
}

/// Writes progress. The document ends in a line end.
pub fn write(progress: &Progress) -> String {
    let document = Document {
        format: Contract::Version1,
        athlete: &progress.athlete,
        sessions: progress.sessions.iter().map(session).collect(),
        lifts: progress.lifts.iter().map(lift).collect(),
        weeks: progress.weeks.iter().map(week).collect(),
        unknown: &progress.unknown,
        plans: progress.plans.iter().map(json_planned::plan).collect(),
    };
    // Nothing in it can fail: no map has keys that are not texts.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// Returns the JSON Schema (draft 2020-12) of a document. It ends in a line end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'_>>();
    schema.insert("$id".to_owned(), "wodc-progress/1".into());
    schema.insert("title".to_owned(), "Progress of an athlete, wodc-progress/1".into());
    format!("{:#}\n", Value::from(schema))
}

fn session(session: &progress::Session) -> Session<'_> {
    Session {
        date: date::write(session.date),
        title: session.title.as_deref(),
        felt: session.felt.map(Thousandths),
        pain: session.pain.map(Thousandths),
        notes: session.notes.iter().map(|note| &**note).collect(),
    }
}

fn lift(lift: &progress::LiftProgress) -> Lift<'_> {
    let estimate = |one: &progress::Estimate| Estimate {
        date: date::write(one.date),
        one_rep_max: Thousandths(one.max),
        reps: one.reps,
        load: Thousandths(one.load),
    };
    let best = |one: &progress::Best| Best {
        amount: Thousandths(one.amount),
        unit: written::unit_name(one.of),
        load: Thousandths(one.load),
        date: date::write(one.date),
    };
    let sets = lift.last_sets.iter().map(|set| Set {
        amount: Thousandths(set.amount),
        unit: written::unit_name(set.of),
        load: Thousandths(set.load),
    });
    Lift {
        movement: &lift.name,
        kind: lift.kind.into(),
        unit: lift.unit.into(),
        sessions: lift.sessions,
        estimates: lift.estimates.iter().map(estimate).collect(),
        bests: lift.bests.iter().map(best).collect(),
        last: Last { date: date::write(lift.last), sets: sets.collect(), text: words::sets(lift) },
    }
}

fn week(week: &progress::Week) -> Week<'_> {
    let muscles = week.muscles.iter().map(|(muscle, &sets)| (muscle.as_str(), Thousandths(sets)));
    let ground = Travel::ALL.iter().map(|&travel| (travel, week.by(travel)));
    let ground = ground.filter(|(_, ground)| ground.bouts > 0).map(|(travel, ground)| Ground {
        way: travel.into(),
        times: ground.bouts,
        distance_m: Thousandths(ground.distance_mm),
        time_s: Thousandths(ground.time_ms),
        pace_s_per_km: ground.pace_ms(KILOMETRE_MM).map(Thousandths),
        heart_rate_bpm: ground.heart_rate.get().map(Thousandths),
        zones: ground.zones.is_known().then(|| zones(&ground.zones)),
    });
    Week {
        monday: date::write(week.monday),
        sessions: week.sessions,
        felt: week.felt.get().map(Thousandths),
        pain: week.pain.map(Thousandths),
        muscles: muscles.collect(),
        ground: ground.collect(),
    }
}

fn zones(zones: &progress::Zones) -> Zones {
    let covered = |one: progress::Covered| Covered {
        distance_m: Thousandths(one.distance_mm),
        time_s: Thousandths(one.time_ms),
    };
    Zones {
        easy: covered(zones.easy),
        moderate: covered(zones.moderate),
        hard: covered(zones.hard),
        unknown: covered(zones.unknown),
    }
}
