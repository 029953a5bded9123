//! All three levels side by side.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::sections::{Section, sections};
use crate::check::program::Level;
use crate::emit::Compiled;
use crate::emit::card::{Card, Item, MovementNotes, Row, total_time};
use crate::timeline;

/// One level of a workout.
#[derive(Debug, Serialize)]
pub struct LevelData {
    /// Its name, as the head of its column has it.
    pub title: &'static str,
    /// How long it takes.
    pub time: String,
    /// What is done: for each section of the sheet, as it is done at this level.
    pub sections: Vec<LevelSection>,
    /// What it needs.
    #[serde(skip)]
    equipment: Vec<String>,
    /// What to know of its movements.
    #[serde(skip)]
    movements: Vec<MovementNotes>,
}

/// A section, as one level does it.
#[derive(Debug, Serialize)]
pub struct LevelSection {
    /// How it is to be done.
    pub rules: String,
    /// For each row of the section that does not go on with another: the rows it comes to.
    pub rows: Vec<Vec<Row>>,
}

/// Returns a workout as each level does it. The sections of each are those of the workout as written.
pub fn levels(compiled: &Compiled<'_>) -> Vec<LevelData> {
    Level::ALL.into_iter().map(|level| of_level(compiled, level)).collect()
}

fn of_level(compiled: &Compiled<'_>, level: Level) -> LevelData {
    let Compiled { program, workout, .. } = *compiled;
    let (timeline, _) = timeline::lower(program, workout, level);
    let time = total_time(&Compiled { level, timeline: &timeline, ..*compiled });
    let workout = timeline::settled(program, workout, level);
    let level_as_written = Level::Intermediate;
    let (timeline, _) = timeline::lower(program, &workout, level_as_written);
    let card =
        Card::of(&Compiled { workout: &workout, level: level_as_written, timeline: &timeline, ..*compiled });
    LevelData {
        title: match level {
            Level::Beginner => "Beginner",
            Level::Intermediate => "Intermediate",
            Level::Advanced => "Advanced",
        },
        time,
        equipment: timeline.equipment(program).into_iter().map(str::to_owned).collect(),
        movements: card.movements,
        sections: sections(card.parts).into_iter().map(of_section).collect(),
    }
}

/// Makes the facts and the movements of one level those of all.
pub fn put_side_by_side(
    levels: &[LevelData],
    facts: &mut Vec<(&'static str, String)>,
    movements: &mut Vec<MovementNotes>,
) {
    facts.retain(|(label, _)| !["Time", "Level", "At this level"].contains(label));
    facts.splice(0..0, levels.iter().map(|level| (level.title, level.time.clone())));
    for (label, text) in facts {
        if *label == "Equipment" {
            let mut all: Vec<&str> = Vec::new();
            for name in levels.iter().flat_map(|level| &level.equipment) {
                if !all.contains(&name.as_str()) {
                    all.push(name);
                }
            }
            *text = if all.is_empty() { "none".to_owned() } else { all.join(", ") };
        }
    }
    let mut named: FxHashSet<String> = movements.iter().map(|movement| movement.name.clone()).collect();
    for movement in levels.iter().flat_map(|level| &level.movements) {
        if named.insert(movement.name.clone()) {
            movements.push(movement.clone());
        }
    }
}

fn of_section(section: Section) -> LevelSection {
    let mut rows: Vec<Vec<Row>> = Vec::new();
    for item in section.items {
        match item {
            Item::Row(row) => match rows.last_mut() {
                Some(last) if row.goes_on => last.push(row),
                _ => rows.push(vec![row]),
            },
            // A section has no part within it: each is a section of its own.
            Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } | Item::Part(_) => {}
        }
    }
    LevelSection { rules: section.rules, rows }
}
