//! Movements whose load comes on top of the athlete's own weight: pull-ups, dips, push-ups.

use super::kit::Kit;
use super::movement::Movement;
use super::variation::look_up;

/// What one hangs from or holds oneself up on.
const HOLDS: [&str; 10] = [
    "pull-up bar",
    "dip bars",
    "parallettes",
    "rings",
    "suspension trainer",
    "climbing rope",
    "hangboard",
    "campus board",
    "peg board",
    "monkey bars",
];

/// Last words of the names of movements that lift the body off the floor, or hold it there.
const LIFTED: [&str; 5] = ["push-up", "dip", "handstand", "sit-up", "plank"];

/// Words before a name that say that there is a load, and leave the movement as it is.
const LOADED: [&str; 2] = ["weighted ", "weight vest "];

/// Tells whether a movement lifts the athlete's own body, so that a load comes on top of its weight. Of squats and lunges
/// one says what is held, as of all others.
pub fn carries_body(movement: &Movement) -> bool {
    let name = movement.name.to_lowercase();
    if let Some(bare) = LOADED.iter().find_map(|word| name.strip_prefix(word)) {
        return look_up(bare).is_some_and(|movement| carries_body(&movement));
    }
    let has_own_load = movement.load.is_some() || movement.has_max;
    let is_held = |own: &String| HOLDS.contains(&own.as_str());
    let is_lifted = || LIFTED.iter().any(|word| name.ends_with(word));
    let is_load = |own: &String| own == "machine" || Kit::is_load(own) && !is_held(own);
    let is_resisted = || movement.equipment.iter().any(is_load);
    let may_lift = || is_lifted() || movement.equipment.iter().any(is_held);
    // Its bar is hung from.
    let is_under_bar = name.ends_with("inverted row");
    !has_own_load && (is_under_bar || may_lift() && !is_resisted())
}
