//! What apps call movements, and what the catalogue calls them.

use rustc_hash::FxHashMap;

use super::session::Name;
use crate::catalog::{key, look_up};

/// What apps write in brackets after a name, as the catalogue writes it before one.
#[rustfmt::skip]
const BRACKETS: [(&str, &str); 25] = [
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
    ("assisted", "machine-assisted"),
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

/// Names that were looked up before.
#[derive(Default)]
pub struct Names(FxHashMap<String, Name>);

impl Names {
    /// Returns what an app's name for a movement is called here.
    pub fn named(&mut self, written: &str) -> Name {
        if let Some(name) = self.0.get(written) {
            return name.clone();
        }
        let name = known(written).map_or_else(|| Name::AsWritten(written.to_owned()), Name::Known);
        self.0.insert(written.to_owned(), name.clone());
        name
    }
}

/// Tells whether the load of a movement is what a machine takes off.
pub fn is_assisted(written: &str) -> bool {
    written.to_lowercase().ends_with("(assisted)")
}

/// Returns the catalogue's name for a movement, if it is certain which one is meant.
fn known(written: &str) -> Option<String> {
    let written = written.to_lowercase();
    if UNCERTAIN.contains(&written.as_str()) {
        return None;
    }
    let Some((bare, rest)) = written.split_once('(') else {
        let in_order = manner_first(&written);
        return of_catalogue(&in_order).or_else(|| of_catalogue(&without_flat(&in_order)?));
    };
    let inside = rest.strip_suffix(')')?.trim();
    let (_, before) = BRACKETS.iter().find(|(name, _)| *name == inside)?;
    let name = format!("{before} {}", manner_first(bare.trim()));
    let found = of_catalogue(name.trim())?;
    // A machine that helps is not a band that does, which the word alone would be read as.
    let is_kept = inside != "assisted" || key(&found).contains("machine");
    is_kept.then_some(found)
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
    use super::known;

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
