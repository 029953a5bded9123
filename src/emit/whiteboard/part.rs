//! What one athlete lifts on the days of a plan.

use std::sync::Arc;

use serde::Serialize;

use crate::athlete::{Athlete, BARBELL};
use crate::catalog::movement::Movement;
use crate::check::program::{Amount, Choice, Dose, SetGroup, Step, StepKind, Target, TargetKind};
use crate::date::{Date, Weekday};
use crate::emit::{CompiledPlan, written};

/// The days of a plan for one athlete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The plan's title.
    pub title: String,
    /// What comes behind the name of the file: `-strength`, or nothing where it has only this plan.
    pub suffix: Arc<str>,
    /// Its days with sessions, in order.
    pub days: Vec<DayOfOne>,
}

/// A day for one athlete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfOne {
    /// Which week, from 1.
    pub week: u32,
    /// Which day of it.
    pub weekday: Weekday,
    /// Its date, where the plan has dates.
    pub date: Option<Date>,
    /// The titles of its sessions.
    pub sessions: Vec<String>,
    /// What is lifted, in order.
    pub sets: Vec<Sets>,
}

/// Sets of one lift at one load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sets {
    /// The movement.
    pub lift: String,
    /// How much: `5 × 5`.
    pub dose: String,
    /// What part of what: `65%`. Empty for a load that is the same for everybody.
    pub share: String,
    /// The load.
    pub cell: Cell,
}

/// A load.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Cell {
    /// `82.5 kg`. Empty where the athlete does not do it; the percentage where they list no max.
    pub load: String,
    /// The discs for one side: `25 + 5 + 1.25`. Empty where there are none to show.
    pub discs: String,
}

impl Sets {
    /// Tells whether both go into one column.
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.lift, &self.dose, &self.share) == (&other.lift, &other.dose, &other.share)
    }

    /// Returns what heads their column.
    pub fn dose_and_share(&self) -> String {
        if self.share.is_empty() { self.dose.clone() } else { format!("{} @ {}", self.dose, self.share) }
    }
}

impl Part {
    /// Returns what an athlete lifts on the days of a plan.
    pub fn of(plan: &CompiledPlan<'_>, suffix: Arc<str>) -> Self {
        let season = plan.season;
        let of_day = |day: &crate::plan::Day<'_>| {
            let mut sets = Vec::new();
            for session in season.on(day) {
                gather(plan, &session.workout.steps, &mut sets);
            }
            DayOfOne {
                week: day.week,
                weekday: day.weekday,
                date: day.date,
                sessions: season.on(day).map(|session| session.workout.title.clone()).collect(),
                sets,
            }
        };
        let days = season.calendar.days.iter().filter(|day| !day.sessions.is_empty()).map(of_day);
        Self { title: plan.title().to_owned(), suffix, days: days.collect() }
    }
}

/// Gathers what is lifted in steps, with every `do` written out.
fn gather(plan: &CompiledPlan<'_>, steps: &[Step], sets: &mut Vec<Sets>) {
    for step in steps {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                if let Some(choice) = exercise.choices.first() {
                    of_choice(plan, choice, sets);
                }
            }
            StepKind::Block(block) => gather(plan, &block.steps, sets),
            StepKind::Do(workout) => gather(plan, &workout.steps, sets),
            // Nothing is left to choose on a day.
            StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
        }
    }
}

fn of_choice(plan: &CompiledPlan<'_>, choice: &Choice, sets: &mut Vec<Sets>) {
    let movement = plan.program.movement(choice.movement);
    let athlete = plan.program.athlete.as_deref();
    let mut add = |own: &[Target], dose: String| {
        let mut targets = own.iter().chain(&choice.targets);
        let loaded = targets.find_map(|target| Some((share_of(target), load_of(target, athlete, movement)?)));
        if let Some((share, cell)) = loaded {
            sets.push(Sets { lift: written::capitalised(&movement.name), dose, share, cell });
        }
    };
    match &choice.dose {
        Dose::FromBlock => add(&[], String::new()),
        Dose::Bout(bout) => add(&[], written::bout(bout, choice.open)),
        Dose::Sets(groups) => {
            for group in groups {
                let dose = dose_of(group, choice);
                add(&group.targets, dose);
            }
        }
    }
}

fn dose_of(group: &SetGroup, choice: &Choice) -> String {
    let is_single = group.count.low == 1000 && group.count.high == 1000 && group.count.progression.is_none();
    match is_single {
        true => written::bout(&group.bout, choice.open),
        false => written::sets(&group.count, &group.bout, choice.open),
    }
}

/// Writes what part of a max a target is.
fn share_of(target: &Target) -> String {
    match (&target.kind, &target.amount) {
        (TargetKind::Percent { .. }, Some(percent)) => written::amount(percent),
        (TargetKind::RepMax | TargetKind::Bodyweight, _) => {
            written::targets(&[Target { own: None, ..target.clone() }])
        }
        _ => String::new(),
    }
}

/// Returns the load that a target is, with its discs. None where it is no load.
fn load_of(target: &Target, athlete: Option<&Athlete>, movement: &Movement) -> Option<Cell> {
    let is_load = match &target.kind {
        TargetKind::Load { .. } | TargetKind::Bodyweight | TargetKind::RepMax => true,
        TargetKind::Percent { of } => !matches!(of.as_deref(), Some("ftp" | "max heart rate")),
        _ => false,
    };
    if !is_load {
        return None;
    }
    let load: Option<Amount> = match &target.own {
        Some(own) => own
            .target
            .amount
            .map(|amount| Amount { progression: amount.progression, ..own.rounded_amount(&amount) }),
        None => match &target.kind {
            TargetKind::Load { implements: 0 | 1 } => target.amount,
            _ => None,
        },
    };
    let Some(load) = load else {
        let load = written::targets(std::slice::from_ref(target));
        return Some(Cell { load, discs: String::new() });
    };
    let discs = athlete
        .filter(|_| movement.equipment.iter().any(|one| one == BARBELL))
        .filter(|athlete| load.unit == athlete.units.unit() && !load.is_range() && load.progression.is_none())
        .and_then(|athlete| athlete.plates_a_side(movement, load.low));
    let written_discs =
        |discs: Vec<i64>| discs.into_iter().map(written::plain).collect::<Vec<_>>().join(" + ");
    Some(Cell { load: written::amount(&load), discs: discs.map(written_discs).unwrap_or_default() })
}
