//! What apps call movements, and what the catalogue calls them.

use rustc_hash::FxHashMap;

use super::session::{LoadKind, Name};
use crate::catalog::{carries_body, key, look_up};

/// What apps write in brackets after a name, as the catalogue writes it before one.
#[rustfmt::skip]
const BRACKETS: [(&str, &str); 24] = [
    ("barbell", "barbell"),
    ("dumbbell", "dumbbell"),
    ("kettlebell", "kettlebell"),
    ("cable", "cable"),
    ("machine", "machine"),
    ("smith machine", "Smith machine"),
    ("smith", "Smith machine"),
    ("band", "band"),
    ("resistance band", "band"),
    ("plate", "plate"),
    ("weighted", "weighted"),
    ("bodyweight", "bodyweight"),
    ("suspension", "TRX"),
    ("trx", "TRX"),
    ("trap bar", "trap bar"),
    ("hex bar", "trap bar"),
    ("ez bar", "EZ-bar"),
    ("ez-bar", "EZ-bar"),
    ("landmine", "landmine"),
    ("single arm", "single-arm"),
    ("single leg", "single-leg"),
    ("treadmill", "treadmill"),
    ("indoor", "indoor"),
    ("outdoor", ""),
];

/// Names that apps give to something else than the catalogue does, or to several movements.
const UNCERTAIN: [&str; 3] = ["chest fly", "triceps extension", "skating"];

/// What an app's name for a movement means.
#[derive(Debug, Clone)]
pub struct Named {
    /// What it is called here.
    pub name: Name,
    /// What the figure of its load is. Apps write all three alike.
    pub load: LoadKind,
}

/// Names that were looked up before.
#[derive(Default)]
pub struct Names(FxHashMap<String, Named>);

impl Names {
    /// Returns what an app's name for a movement means.
    pub fn named(&mut self, written: &str) -> Named {
        if let Some(named) = self.0.get(written) {
            return named.clone();
        }
        let known = known(written);
        let load = load_of(written, known.as_deref());
        let name = known.map_or_else(|| Name::AsWritten(written.to_owned()), Name::Known);
        let named = Named { name, load };
        self.0.insert(written.to_owned(), named.clone());
        named
    }
}

/// Returns what the load of a movement is: what a machine takes off, what comes on top of the body, or a weight.
fn load_of(written: &str, known: Option<&str>) -> LoadKind {
    let written = written.to_lowercase();
    let is_assisted = written.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "assisted");
    let lifts_body = || known.and_then(look_up).is_some_and(|movement| carries_body(&movement));
    match is_assisted {
        true => LoadKind::Help,
        false if lifts_body() => LoadKind::OnTop,
        false => LoadKind::Weight,
    }
}

/// Returns the catalogue's name for a movement, if it is certain which one is meant.
fn known(written: &str) -> Option<String> {
    let written = written.to_lowercase();
    if UNCERTAIN.contains(&written.as_str()) {
        return None;
    }
    let Some((bare, rest)) = written.split_once('(') else {
        let in_order = manner_first(&written);
        return match in_order.strip_prefix("assisted ") {
            Some(bare) => {
                of_catalogue(&in_order).filter(|found| !found.contains("band")).or_else(|| assisted(bare))
            }
            None => of_catalogue(&in_order).or_else(|| of_catalogue(&without_flat(&in_order)?)),
        };
    };
    let bare = manner_first(bare.trim());
    let inside = rest.strip_suffix(')')?.trim();
    if inside == "assisted" {
        return assisted(&bare);
    }
    let (_, before) = BRACKETS.iter().find(|(name, _)| *name == inside)?;
    of_catalogue(format!("{before} {bare}").trim())
}

/// Returns the movement with the help of a machine. The word alone would be read as a band's help, which has no figure.
fn assisted(bare: &str) -> Option<String> {
    let with_help = |bare: &str| of_catalogue(&format!("machine-assisted {bare}"));
    let found = with_help(bare).or_else(|| with_help(&of_catalogue(bare)?))?;
    key(&found).contains("machine").then_some(found)
}

fn of_catalogue(name: &str) -> Option<String> {
    look_up(name).map(|movement| movement.name.clone())
}

/// Turns `bench press - close grip` into `close grip bench press`.
fn manner_first(name: &str) -> String {
    match name.split_once(" - ") {
        Some((movement, manner)) => format!("{} {}", manner.trim(), movement.trim()),
        None => name.to_owned(),
    }
}

/// Returns the name of a press or a fly without the word for a level bench, which is meant where no other is named.
fn without_flat(name: &str) -> Option<String> {
    let rest = name.strip_prefix("flat ")?;
    (rest.ends_with("press") || rest.ends_with("fly")).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{LoadKind, known, load_of};

    #[test]
    fn loads_are_weights_or_on_top_of_the_body_or_help() {
        use LoadKind::{Help, OnTop, Weight};
        #[rustfmt::skip]
        let loads = [
            ("Pull Up", OnTop),
            ("Pull Up (Weighted)", OnTop),
            ("Weighted Pull-Up", OnTop),
            ("Chin Up", OnTop),
            ("Chin Up (Weighted)", OnTop),
            ("Wide Grip Pull Up", OnTop),
            ("Chest Dip", OnTop),
            ("Chest Dip (Weighted)", OnTop),
            ("Triceps Dip", OnTop),
            ("Ring Dip", OnTop),
            ("Bench Dip", OnTop),
            ("Push Up", OnTop),
            ("Push Up (Weighted)", OnTop),
            ("Muscle Up", OnTop),
            ("Handstand Push Up", OnTop),
            ("Hanging Leg Raise", OnTop),
            ("Inverted Row", OnTop),
            ("Sit Up (Weighted)", OnTop),
            ("Pull Up (Assisted)", Help),
            ("Chin Up (Assisted)", Help),
            ("Triceps Dip (Assisted)", Help),
            ("Push Up (Assisted)", Help),
            ("Assisted Dip", Help),
            ("Machine-Assisted Pull-Up", Help),
            ("Unassisted Heave", Weight),
            ("Squat", Weight),
            ("Squat (Barbell)", Weight),
            ("Lunge", Weight),
            ("Lat Pulldown (Cable)", Weight),
            ("Seated Row (Machine)", Weight),
            ("Seated Dip (Machine)", Weight),
            ("Bench Press", Weight),
            ("Calf Raise (Weighted)", Weight),
            ("Hammer Curl", Weight),
            ("My Pull Up", Weight),
        ];
        for (written, kind) in loads {
            assert_eq!(load_of(written, known(written).as_deref()), kind, "{written}");
        }
    }

    #[test]
    fn names_of_apps_mean_movements_of_the_catalogue() {
        #[rustfmt::skip]
        let names = [
            // Strong and Hevy
            ("Bench Press (Barbell)", "bench press"),
            ("Bench Press (Dumbbell)", "dumbbell bench press"),
            ("Bench Press - Close Grip (Barbell)", "close-grip bench press"),
            ("Squat (Barbell)", "back squat"),
            ("Squat (Bodyweight)", "squat"),
            ("Deadlift (Barbell)", "deadlift"),
            ("Romanian Deadlift (Dumbbell)", "dumbbell Romanian deadlift"),
            ("Overhead Press (Barbell)", "overhead press"),
            ("Bent Over Row (Barbell)", "bent-over row"),
            ("Lat Pulldown (Cable)", "lat pulldown"),
            ("Pull Up", "pull-up"),
            ("Pull Up (Weighted)", "weighted pull-up"),
            ("Pull Up (Assisted)", "assisted pull-up machine"),
            ("Triceps Dip (Assisted)", "assisted dip machine"),
            ("Chest Dip (Weighted)", "weighted dip"),
            ("Seated Row (Cable)", "seated cable row"),
            ("Lying Leg Curl (Machine)", "leg curl"),
            ("Leg Extension (Machine)", "leg extension"),
            ("Running", "run"),
            ("Rowing (Machine)", "row"),
            ("Cycling (Indoor)", "stationary bike"),
            ("Running (Outdoor)", "run"),
            ("Running (Treadmill)", "treadmill run"),
            // FitNotes
            ("Flat Barbell Bench Press", "bench press"),
            ("Flat Dumbbell Fly", "dumbbell fly"),
            ("Barbell Squat", "back squat"),
            ("Barbell Row", "bent-over row"),
            ("EZ-Bar Curl", "EZ-bar curl"),
            ("Parallel Bar Triceps Dip", "dip"),
            ("Assisted Pull Up", "assisted pull-up machine"),
            ("Assisted Pistol Squat", "assisted pistol squat"),
            // Jefit
            ("Barbell Incline Bench Press", "incline bench press"),
            ("Machine Fly", "pec deck"),
        ];
        for (written, expected) in names {
            assert_eq!(known(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_is_not_certain_stays_as_it_was_written() {
        for written in [
            "Cable Fly (Left)",
            "Chest Fly",
            "Flat Knee Raise",
            "Push Up (Assisted)",
            "Seated Calf Raise (Plate Loaded)",
            "Squat (my way) (Barbell)",
            "Sqaut",
            "Жим штанги лежачи",
            "(Barbell)",
            "(",
            "- -",
            "flat",
        ] {
            assert_eq!(known(written), None, "{written}");
        }
    }
}
