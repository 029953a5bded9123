//! The ways of travelling.

use crate::check::program::{Movement, Pattern};

/// A way of travelling. The kilometres of a week are added up for each way separately, since a kilometre on a bike is
/// not one on foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Travel {
    /// Running, walking, hiking.
    Foot,
    /// Riding, indoors or out.
    Bike,
    /// On the water or the rower.
    Row,
    /// On snow, on wheels or on the machine.
    Ski,
    /// In the water.
    Swim,
    /// Any other way.
    Other,
}

/// The words in names that say how somebody travels; only whole words count. On foot comes last, so that a `tempo ride`
/// is not a run.
const WORDS: [(Travel, &[&str]); 5] = [
    (Travel::Bike, &["bike", "bikeerg", "ride", "riding", "cycle", "cycling", "spin"]),
    (Travel::Row, &["row", "rowing", "rower", "kayak", "kayaking", "canoeing", "canoe"]),
    (Travel::Ski, &["ski", "skiing"]),
    (
        Travel::Swim,
        &["swim", "swimming", "freestyle", "backstroke", "breaststroke", "butterfly", "medley", "pool"],
    ),
    (
        Travel::Foot,
        &[
            "run",
            "running",
            "jog",
            "jogging",
            "walk",
            "walking",
            "hike",
            "hiking",
            "sprint",
            "stride",
            "fartlek",
            "hill",
            "treadmill",
            "tempo",
            "marathon",
            "parkrun",
            "march",
            "marching",
            "ruck",
            "rucking",
        ],
    ),
];

/// Names with one of these words are drills, whatever else they say.
const DRILLS: [&str; 5] = ["drill", "aqua", "bear", "crab", "stair"];

impl Travel {
    /// All ways, the most common first.
    pub const ALL: [Travel; 6] =
        [Travel::Foot, Travel::Bike, Travel::Row, Travel::Ski, Travel::Swim, Travel::Other];

    /// Returns what the ground covered in this way is called.
    pub fn name(self) -> &'static str {
        match self {
            Travel::Foot => "On foot",
            Travel::Bike => "By bike",
            Travel::Row => "Rowed",
            Travel::Ski => "On skis",
            Travel::Swim => "Swum",
            Travel::Other => "Other ways",
        }
    }

    /// Returns the way in which a movement travels; none if it stays on the spot.
    pub fn by(movement: &Movement) -> Option<Travel> {
        if movement.pattern != Some(Pattern::Locomotion) {
            return None;
        }
        let has = |words: &[&str]| movement.id.split('-').any(|word| words.contains(&word));
        if has(&DRILLS) {
            return Some(Travel::Other);
        }
        Some(WORDS.iter().find(|(_, words)| has(words)).map_or(Travel::Other, |(travel, _)| *travel))
    }
}
