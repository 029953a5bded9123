//! What is known of the movements that a text names.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::catalog::movement::{BodyHalf, Movement, Pattern};
use crate::catalog::{self, define, key};
use crate::syntax::tree::Tree;

/// The names that can be used in a text: the catalogue's, and those that the text defines.
pub struct KnownNames {
    own: FxHashSet<String>,
    /// The words that the text's own names consist of, by their keys.
    words: FxHashSet<String>,
    /// What was asked for before, since a text has the same few names again and again.
    asked: RefCell<FxHashMap<String, bool>>,
}

impl KnownNames {
    /// Returns the names that a file defines, besides the catalogue's.
    pub fn of(tree: &Tree, text: &str) -> Self {
        let (mut own, mut words) = (FxHashSet::default(), FxHashSet::default());
        for definition in tree.movement_definitions() {
            let (read, _) = define(definition, text);
            for name in std::iter::once(read.name()).chain(read.also().iter().map(String::as_str)) {
                own.insert(key(name));
                words.extend(name.split([' ', '-']).map(key));
            }
        }
        Self { own, words, asked: RefCell::default() }
    }

    /// Tells whether a word is part of the name of a movement: the catalogue's, or one that the text defines.
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(&key(word)) || catalog::is_in_a_name(word)
    }

    /// Returns what the catalogue knows of a movement that the file does not define itself.
    pub(super) fn movement(&self, name: &str) -> Option<Cow<'static, Movement>> {
        if self.own.contains(&key(name)) { None } else { catalog::look_up(name) }
    }

    /// Tells whether a movement has this very name, and not one that is made of its own and others' words.
    pub(super) fn has_exactly(&self, name: &str) -> bool {
        let key = key(name);
        self.own.contains(&key)
            || catalog::look_up(name).is_some_and(|movement| {
                catalog::key(&movement.name) == key
                    || movement.also.iter().any(|also| catalog::key(also) == key)
            })
    }

    /// Tells whether a movement of this name is known.
    pub fn knows(&self, name: &str) -> bool {
        if let Some(&known) = self.asked.borrow().get(name) {
            return known;
        }
        let known = self.own.contains(&key(name)) || catalog::look_up(name).is_some();
        self.asked.borrow_mut().insert(name.to_owned(), known);
        known
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

/// Tells whether `10 x 5s hold` of a movement is ten sets of it: it is held anyway, or a stretch.
pub(super) fn is_held(movement: &Movement) -> bool {
    movement.is_held() || movement.name.ends_with("stretch")
}

/// Tells whether a movement is done in strokes of an oar, a paddle or a pole.
pub(super) fn is_rowed(movement: &Movement) -> bool {
    let words = ["row", "rowing", "kayak", "kayaking", "canoe", "canoeing", "ski", "paddle", "stroke"];
    movement.id.split('-').any(|word| words.contains(&word))
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
