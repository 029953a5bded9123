//! What the catalogue says of the movements of random workouts, as the compiler's output gives it.

use std::sync::LazyLock;

use serde_json::Value;

use crate::compiled::compile_to_json;
use crate::model::{DEFINITIONS, Level, MOVEMENTS, MovementIndex};

/// What lies or stands everywhere.
const AT_HAND: [&str; 4] = ["mat", "wall", "floor", "chair"];

/// What is known of a movement.
#[derive(Debug)]
pub struct Known {
    pub name: String,
    /// What has to be fetched or gone to for it.
    pub equipment: Vec<String>,
    /// Worked one at a time.
    pub sides: Option<String>,
    /// Milliseconds a repetition.
    pub per_rep: Option<i64>,
    /// Seconds a kilometre.
    pub per_kilometre: Option<i64>,
    /// Milliseconds a metre when nobody says how fast: a traveller runs easily, the rest carry something.
    pub per_metre: i64,
    easier: Vec<String>,
    harder: Vec<String>,
}

/// A movement, with what a beginner and an advanced athlete take instead.
#[derive(Debug)]
struct Entry {
    itself: Known,
    easier: Option<Known>,
    harder: Option<Known>,
}

static CATALOGUE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let names: Vec<String> = MOVEMENTS.iter().map(|spellings| spellings[0].to_owned()).collect();
    let entry = |itself: Known| {
        let form =
            |names: &[String]| known(names.first().map(std::slice::from_ref).unwrap_or_default()).pop();
        Entry { easier: form(&itself.easier), harder: form(&itself.harder), itself }
    };
    known(&names).into_iter().map(entry).collect()
});

/// Returns what is known of a movement.
pub fn itself(movement: MovementIndex) -> &'static Known {
    &CATALOGUE[movement].itself
}

/// Returns the first form of a movement that a level would take: one step easier or harder, "and the form the same
/// sides".
pub fn form(movement: MovementIndex, level: Level) -> Option<&'static Known> {
    let entry = &CATALOGUE[movement];
    let form = match level {
        Level::Beginner => &entry.easier,
        Level::Intermediate => &None,
        Level::Advanced => &entry.harder,
    };
    form.as_ref().filter(|form| form.sides == entry.itself.sides)
}

/// Tells whether a movement, by its name, is one of those that a level could take instead of another.
pub fn is_form_of(name: MovementIndex, of: MovementIndex, level: Level) -> bool {
    let Known { easier, harder, .. } = itself(of);
    let forms = match level {
        Level::Beginner => easier.as_slice(),
        Level::Intermediate => &[],
        Level::Advanced => harder.as_slice(),
    };
    forms.iter().any(|form| form.eq_ignore_ascii_case(&itself(name).name))
}

/// Asks the compiler for movements by their names, in their order.
fn known(names: &[String]) -> Vec<Known> {
    let mut lines: Vec<String> = DEFINITIONS.iter().map(|&line| line.to_owned()).collect();
    lines.extend(names.iter().map(|name| format!("\"{name}\" 10s")));
    let json = compile_to_json(&lines.join("\n"), None);
    let movements = json["workouts"][0]["movements"].as_array().cloned().unwrap_or_default();
    assert_eq!(movements.len(), names.len(), "{json}");
    movements.iter().map(described).collect()
}

fn described(movement: &Value) -> Known {
    let names = |key: &str| -> Vec<String> {
        movement[key].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let pace = &movement["pace"];
    let thousandths = pace["value"].as_f64().map(|value| (value * 1000.0).round() as i64);
    let is_of_distance = !pace["per_m"].is_null();
    let travels = movement["pattern"] == "locomotion";
    assert_eq!(movement["known"], true, "{movement}");
    Known {
        name: movement["name"].as_str().unwrap_or_default().to_owned(),
        equipment: names("equipment").into_iter().filter(|name| !AT_HAND.contains(&name.as_str())).collect(),
        sides: movement["sides"].as_str().map(str::to_owned),
        per_rep: thousandths.filter(|_| !is_of_distance),
        per_kilometre: thousandths.filter(|_| is_of_distance).map(|value| value / 1000),
        per_metre: if travels { 360 } else { 1000 },
        easier: names("easier"),
        harder: names("harder"),
    }
}
