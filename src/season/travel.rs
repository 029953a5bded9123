//! The ways of covering ground.

use crate::check::program::{Movement, Pattern};

/// A way of covering ground. A week's kilometres are added up for each by itself: one on a bike is not one on foot.
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
    /// Whatever else covers ground.
    Other,
}

/// The words of names that say how ground is covered; whole words count. On foot comes last: a `tempo ride` is no run.
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
            "march",
            "marching",
            "ruck",
            "rucking",
        ],
    ),
];

/// Names with one of these words are drills on the way to something else, whatever they move.
const DRILLS: [&str; 5] = ["drill", "aqua", "bear", "crab", "stair"];

impl Travel {
    /// All ways, the most common first.
    pub const ALL: [Travel; 6] =
        [Travel::Foot, Travel::Bike, Travel::Row, Travel::Ski, Travel::Swim, Travel::Other];

    /// Returns how a movement covers ground. None for what does not.
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
