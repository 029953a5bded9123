//! The data of the templates.

use std::collections::BTreeMap;

use serde::Serialize;

use super::levels::{self, LevelData};
use super::sections::{Section, Stretch, sections, stretches};
use crate::emit::card::{Card, Felt, MovementNotes};
use crate::emit::figure::Picture;
use crate::emit::json::{self, model};
use crate::emit::overview::{SessionSheet, Table};
use crate::emit::strip::{Strip, StripIntensity};
use crate::emit::written::time_within;
use crate::emit::{Figures, OneWorkout, Paper, SheetOptions};

/// The data of a sheet.
#[derive(Debug, Serialize)]
pub struct SheetData<'a> {
    /// The paper, by its name in Typst.
    pub paper: &'static str,
    /// Whether it is set in large type.
    pub large: bool,
    /// What `--to json` says of the workout, but for what happens when: that is drawn as the strip.
    pub workout: model::Workout<'a>,
    /// What to know before it starts: labels with their texts.
    pub facts: Vec<(&'static str, String)>,
    /// The timeline, to scale.
    pub strip: Strip,
    /// How long the work takes, and the rests with the changes; none where there are none.
    pub times: Times,
    /// The strip in words.
    pub told: String,
    /// How hard its work is, the hardest first, as its key has it.
    pub intensities: Vec<(Option<StripIntensity>, String)>,
    /// The stretches of the strip that belong to sections.
    pub stretches: Vec<Stretch>,
    /// What is done, in order.
    pub sections: Vec<Section>,
    /// What the athlete is asked for at the end.
    pub felt: Felt,
    /// What to know of each movement.
    pub movements: Vec<MovementNotes>,
    /// How they are drawn.
    pub figures: FigureData,
    /// What each level does, if the levels are printed side by side.
    pub levels: Vec<LevelData>,
    /// How it is done at other times, in a plan.
    pub changes: Table,
}

impl<'a> SheetData<'a> {
    /// Returns what the sheet of a workout says.
    pub fn of(one: &OneWorkout<'a>, options: SheetOptions) -> Self {
        Self::with_card(one, one.card(), options)
    }

    fn with_card(one: &OneWorkout<'a>, card: &Card, options: SheetOptions) -> Self {
        let compiled = one.compiled();
        let Card { title: _, mut facts, parts, felt, mut movements } = card.clone();
        let levels = if options.levels { levels::levels(compiled) } else { Vec::new() };
        if options.levels {
            levels::put_side_by_side(&levels, &mut facts, &mut movements);
        }
        let strip = one.strip().clone();
        let mut workout = json::workout(compiled);
        workout.timeline = Vec::new();
        Self {
            paper: paper(options.paper),
            large: options.large,
            facts,
            stretches: stretches(&strip, &compiled.workout.steps),
            times: Times::of(&workout),
            told: strip.told(workout.estimated),
            intensities: strip.intensities(workout.estimated),
            workout,
            strip,
            sections: sections(parts),
            felt,
            figures: FigureData::of(&movements, options.figures),
            movements,
            levels,
            changes: Table::default(),
        }
    }

    /// Returns what the sheet of a plan's session says: at the level that it is done at, with when.
    pub fn of_session(one: &OneWorkout<'a>, session: &SessionSheet, options: SheetOptions) -> Self {
        let mut data = Self::with_card(one, &session.card, SheetOptions { levels: false, ..options });
        data.facts.insert(0, ("When", session.when.clone()));
        data.changes = session.changes.clone();
        data
    }
}

/// How long the work and the rest of a workout take, as it is written.
#[derive(Debug, Serialize)]
pub struct Times {
    work: String,
    rest: Option<String>,
}

impl Times {
    fn of(workout: &model::Workout<'_>) -> Self {
        let written = |ms| time_within(ms, workout.estimated);
        Self { work: written(workout.work_ms), rest: (workout.rest_ms > 0).then(|| written(workout.rest_ms)) }
    }
}

/// How movements are drawn. It is apart from what is known of them, whose letters are counted and looked at one by one.
#[derive(Debug, Serialize)]
pub struct FigureData {
    size: &'static str,
    /// The figures, by the names of the movements.
    of: BTreeMap<String, Picture>,
}

impl FigureData {
    /// Returns those of some movements; nothing if none are wanted.
    pub fn of(movements: &[MovementNotes], size: Figures) -> Self {
        let wanted = movements.iter().filter(|_| size != Figures::None);
        let of = wanted.filter_map(|one| Some((one.name.clone(), one.figure.clone()?))).collect();
        Self { size: size.name(), of }
    }
}

/// Returns what Typst calls a paper.
pub fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}
