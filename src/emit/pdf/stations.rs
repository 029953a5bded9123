//! Station cards: one movement a page, to be hung on the wall.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::data::{FigureData, paper};
use super::sections::sections;
use crate::emit::card::{Card, Item, MovementNotes, Role, Row};
use crate::emit::json::{self, model};
use crate::emit::{OneWorkout, SheetOptions};

/// How many cues a card has room for in letters that are read from three metres.
const MOST_CUES: usize = 3;

/// What station cards are made of.
#[derive(Debug, Serialize)]
pub struct StationsData<'a> {
    /// What they are printed on, as Typst calls it.
    pub paper: &'static str,
    /// What `--to json` says of the workout, but for what happens when.
    pub workout: model::Workout<'a>,
    /// One for each movement as it is done, in order.
    pub stations: Vec<Station>,
    /// How their movements are drawn.
    pub figures: FigureData,
}

/// One card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Station {
    /// The section it is done in.
    pub section: String,
    /// The movement, with its label in a superset.
    pub movement: String,
    /// How much, how hard, how fast: the first line for the movement itself, the others for what goes on with it.
    pub doses: Vec<Dose>,
    /// What to think of.
    pub cues: Vec<String>,
    /// The movement by its name alone.
    pub name: String,
}

/// A line of a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Dose {
    /// What leads to it: `then`, `or jumping lunge`. Empty for the movement itself.
    pub lead: String,
    /// How much, and on which side.
    pub dose: String,
    /// How hard.
    pub target: String,
    /// Seconds down, hold, up, hold.
    pub tempo: String,
}

impl<'a> StationsData<'a> {
    /// Returns the cards of a workout. A movement that comes up again in the same way has one card.
    pub fn of(one: &OneWorkout<'a>, options: SheetOptions) -> Self {
        let Card { parts, movements, .. } = one.card().clone();
        let mut stations: Vec<Station> = Vec::new();
        for section in sections(parts) {
            let mut is_station = false;
            // The names of the parts that are written out among its rows, down to where they are.
            let mut within = vec![section.name];
            for item in section.items {
                let Item::Row(row) = item else { continue };
                within.truncate(usize::from(row.depth) + 1);
                if row.role == Role::Part {
                    within.push(row.movement);
                    is_station = false;
                } else if !row.goes_on {
                    is_station = row.role == Role::Movement;
                    if is_station {
                        let name = within.last().map(String::as_str).unwrap_or_default();
                        stations.push(station(row, name, &movements));
                    }
                } else if is_station && let Some(last) = stations.last_mut() {
                    let lead = row.movement.clone();
                    last.doses.push(dose(row, lead));
                }
            }
        }
        let mut seen = FxHashSet::default();
        stations.retain(|station| seen.insert(station.clone()));
        let mut workout = json::workout(one.compiled());
        workout.timeline = Vec::new();
        Self {
            paper: paper(options.paper),
            workout,
            stations,
            figures: FigureData::of(&movements, options.figures),
        }
    }
}

fn station(row: Row, section: &str, movements: &[MovementNotes]) -> Station {
    let known = movements.iter().find(|known| known.name == row.name);
    let own = (!row.cue.is_empty()).then(|| row.cue.clone());
    let cues = own.into_iter().chain(known.into_iter().flat_map(|known| known.cues.iter().cloned()));
    Station {
        section: section.to_owned(),
        cues: cues.take(MOST_CUES).collect(),
        movement: row.movement.clone(),
        name: row.name.clone(),
        doses: vec![dose(row, String::new())],
    }
}

fn dose(row: Row, lead: String) -> Dose {
    Dose { lead, dose: row.dose, target: row.target, tempo: row.tempo }
}
