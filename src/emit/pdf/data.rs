//! What the templates are told.

use serde::Serialize;

use super::levels::{self, LevelData};
use super::sections::{Stretch, stretches};
use crate::emit::card::{Card, Item, MovementNotes, Part};
use crate::emit::json::{self, model};
use crate::emit::overview::{SessionSheet, Table};
use crate::emit::strip::Strip;
use crate::emit::{OneWorkout, Paper, SheetOptions};

/// What a sheet is made of.
#[derive(Debug, Serialize)]
pub struct SheetData<'a> {
    /// What it is printed on, as Typst calls it.
    pub paper: &'static str,
    /// Whether it is for readers without their glasses.
    pub large: bool,
    /// What `--to json` says of the workout, but for what happens when: that is drawn as the strip.
    pub workout: model::Workout<'a>,
    /// What is to be known before it starts: labels, and what is said under them.
    pub facts: Vec<(&'static str, String)>,
    /// The timeline, to scale.
    pub strip: Strip,
    /// The stretches of the strip that sections stand for.
    pub stretches: Vec<Stretch>,
    /// What is done, in order.
    pub sections: Vec<Section>,
    /// What to know of each movement.
    pub movements: Vec<MovementNotes>,
    /// What each level does, where they stand side by side.
    pub levels: Vec<LevelData>,
    /// How it is done at other times, in a plan.
    pub changes: Table,
}

/// A part of the card, out of the parts it stands in.
#[derive(Debug, Serialize)]
pub struct Section {
    /// Which part of the workout itself it is, or stands in, from 0.
    pub part: usize,
    /// Its number on the sheet, where sections have one.
    pub number: Option<usize>,
    /// What it stands in.
    pub within: String,
    /// Its name. Empty for steps that need none.
    pub name: String,
    /// How it is to be done.
    pub rules: String,
    /// What its turns are called.
    pub turn_head: &'static str,
    /// What its loads are called.
    pub target_head: &'static str,
    /// What is done.
    pub items: Vec<Item>,
    /// What to write down at its end: texts, with a blank between one and the next.
    pub result: Vec<String>,
}

impl<'a> SheetData<'a> {
    /// Returns what the sheet of a workout says.
    pub fn of(one: &OneWorkout<'a>, options: SheetOptions) -> Self {
        let compiled = one.compiled();
        let Card { title: _, mut facts, parts, mut movements } = one.card().clone();
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
            workout,
            facts,
            stretches: stretches(&strip, &compiled.workout.steps),
            strip,
            sections: sections(parts),
            movements,
            levels,
            changes: Table::default(),
        }
    }

    /// Returns what the sheet of a plan's session says: at the level that it is done at, with when.
    pub fn of_session(one: &OneWorkout<'a>, session: &SessionSheet, options: SheetOptions) -> Self {
        let mut data = Self::of(one, SheetOptions { levels: false, ..options });
        data.facts.insert(0, ("When", session.when.clone()));
        data.changes = session.changes.clone();
        data
    }
}

/// Returns what Typst calls a paper.
pub fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}

/// Puts parts one after the other, each before those in it, and numbers those of the workout itself where there are
/// several.
pub fn sections(parts: Vec<Part>) -> Vec<Section> {
    let named = parts.iter().filter(|part| !part.path.is_empty()).count();
    let mut sections = Vec::new();
    let mut numbered = 0;
    for (at, part) in parts.into_iter().enumerate() {
        let number = (named > 1 && !part.path.is_empty()).then(|| {
            numbered += 1;
            numbered
        });
        add(part, at, number, &mut sections);
    }
    sections
}

fn add(part: Part, at: usize, number: Option<usize>, sections: &mut Vec<Section>) {
    let Part { mut path, rules, target_head, turn_head, items, result, parts } = part;
    let name = path.pop().unwrap_or_default();
    let result = result.map(|text| text.split(crate::emit::card::mark::BLANK).map(str::to_owned).collect());
    sections.push(Section {
        part: at,
        number,
        within: path.join(" › "),
        name,
        rules,
        turn_head,
        target_head,
        items,
        result: result.unwrap_or_default(),
    });
    for inner in parts {
        add(inner, at, None, sections);
    }
}
