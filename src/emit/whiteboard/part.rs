//! What one athlete lifts on the days of a plan.

use std::sync::Arc;

use serde::Serialize;

use crate::athlete::{Athlete, BARBELL};
use crate::catalog::movement::Movement;
use crate::check::program::{Amount, Choice, Dose, Step, StepKind, Target, TargetKind};
use crate::date::{Date, Weekday};
use crate::emit::card::{self, TargetPieces};
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
    /// What part of what: `65%`, `70% of training max`. Empty for a load that is the same for everybody.
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
                gather(plan, &session.workout.steps, None, &mut sets);
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

/// Gathers what is lifted in steps, with every `do` written out. `rounds` are those of the block around them.
fn gather(plan: &CompiledPlan<'_>, steps: &[Step], rounds: Option<&Amount>, sets: &mut Vec<Sets>) {
    for step in steps {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                if let Some(choice) = exercise.choices.first() {
                    of_choice(plan, choice, rounds, sets);
                }
            }
            StepKind::Block(block) => gather(plan, &block.steps, block.rounds.as_ref().or(rounds), sets),
            StepKind::Do(workout) => gather(plan, &workout.steps, rounds, sets),
            // Nothing is left to choose on a day.
            StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
        }
    }
}

fn of_choice(plan: &CompiledPlan<'_>, choice: &Choice, rounds: Option<&Amount>, sets: &mut Vec<Sets>) {
    let movement = plan.program.movement(choice.movement);
    let athlete = plan.program.athlete.as_deref();
    let mut add = |own: &[Target], dose: String| {
        let mut targets = own.iter().chain(&choice.targets);
        if let Some(target) = targets.find(|target| target.kind.is_weight()) {
            let cell = cell_of(target, athlete, movement);
            sets.push(Sets {
                lift: written::capitalised(&movement.name),
                dose,
                share: share_of(target),
                cell,
            });
        }
    };
    match (&choice.dose, rounds) {
        (Dose::FromBlock, _) => add(&[], String::new()),
        (Dose::Bout(bout), Some(rounds)) => add(&[], written::sets(rounds, bout, choice.open)),
        (Dose::Bout(bout), None) => add(&[], written::bout(bout, choice.open)),
        (Dose::Sets(groups), _) => {
            for group in groups {
                add(&group.targets, written::group(group, choice.open));
            }
        }
    }
}

/// Writes what part of a max a target is. Empty for a load, which is the same for everybody.
fn share_of(target: &Target) -> String {
    match target.kind {
        TargetKind::Load { .. } | TargetKind::Assistance => String::new(),
        _ => written::targets(&[Target { own: None, ..target.clone() }]),
    }
}

/// Writes the load that a target is, with its discs.
fn cell_of(target: &Target, athlete: Option<&Athlete>, movement: &Movement) -> Cell {
    let one = std::slice::from_ref(target);
    let TargetPieces { share, load, .. } = TargetPieces::of(one);
    let athlete = athlete.filter(|_| movement.equipment.iter().any(|one| one == BARBELL));
    let discs = athlete.and_then(|athlete| card::discs_a_side(one, athlete, movement));
    Cell { load: if load.is_empty() { share } else { load }, discs: discs.unwrap_or_default() }
}
