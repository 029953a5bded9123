//! What is known of the movements that a text names.

use rustc_hash::FxHashSet;

use crate::catalog::movement::{BodyHalf, Movement, Pattern};
use crate::catalog::{self, define, key};
use crate::syntax::tree::Tree;

/// The names that can be used in a text: the catalogue's, and those that the text defines.
pub(super) struct Names {
    own: FxHashSet<String>,
}

/// Last words of the names of what is held.
const HELD: [&str; 5] = ["plank", "hold", "hang", "sit", "stretch"];

impl Names {
    /// Returns the names that a file defines, besides the catalogue's.
    pub(super) fn of(tree: &Tree, text: &str) -> Self {
        let mut own = FxHashSet::default();
        for definition in tree.movement_definitions() {
            let (read, _) = define(definition, text);
            own.insert(key(read.name()));
            own.extend(read.also().iter().map(|also| key(also)));
        }
        Self { own }
    }

    /// Returns what the catalogue knows of a movement that the file does not define itself.
    pub(super) fn movement(&self, name: &str) -> Option<&'static Movement> {
        let key = key(name);
        if self.own.contains(&key) { None } else { catalog::find(&key) }
    }

    /// Tells whether a movement of this name is known.
    pub(super) fn knows(&self, name: &str) -> bool {
        let key = key(name);
        self.own.contains(&key) || catalog::find(&key).is_some()
    }
}

/// Returns the half of the body that a movement is worked by, as a dose names it.
pub(super) fn half_of(movement: &Movement) -> Option<&'static str> {
    let turns = ["circle", "rotation", "CARs", "roll"];
    match movement.sides {
        Some(half) => Some(half.name()),
        None => turns.iter().any(|word| movement.name.contains(word)).then_some("direction"),
    }
}

/// Tells whether a movement is held rather than repeated.
pub(super) fn is_held(movement: &Movement) -> bool {
    HELD.iter().any(|word| movement.name.ends_with(word))
}

/// Tells whether a movement is often measured in feet, so that `50'` need not be minutes.
pub(super) fn may_be_feet(movement: &Movement) -> bool {
    let words = ["sled", "crawl", "lunge", "drag", "yoke"];
    let name = &movement.name;
    movement.pattern == Some(Pattern::Carry)
        || words.iter().any(|word| name.contains(word))
        || name.ends_with("jump")
}

/// Tells how many hands hold a weight that is said to be one hand's; none where no hand holds one.
pub(super) fn hands_of(movement: &Movement) -> Option<u8> {
    let is_in_hand = |one: &String| matches!(one.as_str(), "dumbbell" | "kettlebell" | "plate" | "club");
    if !movement.equipment.iter().any(is_in_hand) || movement.name.contains("goblet") {
        return None;
    }
    match movement.sides {
        Some(BodyHalf::Arm | BodyHalf::Hand | BodyHalf::Side) => Some(1),
        Some(BodyHalf::Leg | BodyHalf::Foot) | None => Some(2),
    }
}
