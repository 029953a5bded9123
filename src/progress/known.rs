//! What is known of the names in results.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::catalog::movement::Movement;
use crate::check::program::Lift;
use crate::season::Travel;

/// Finds the movement of a name.
pub type LookUp<'a> = &'a dyn Fn(&str) -> Option<Movement>;

/// The movements that were looked up so far, by their keys.
pub struct Known<'a> {
    look_up: LookUp<'a>,
    movements: FxHashMap<Arc<str>, Arc<Named>>,
}

/// What is known of a name.
pub struct Named {
    /// As it is shown.
    pub name: String,
    /// Its movement.
    pub movement: Option<Movement>,
    /// The way in which it travels.
    pub travel: Option<Travel>,
}

impl<'a> Known<'a> {
    /// Returns what knows nothing yet. `look_up` is asked once for each movement.
    pub fn new(look_up: LookUp<'a>) -> Self {
        Self { look_up, movements: FxHashMap::default() }
    }

    /// Returns what is known of a lift's movement, and whether it is asked for the first time.
    pub fn of(&mut self, lift: &Lift) -> (Arc<Named>, bool) {
        if let Some(named) = self.movements.get(&lift.key) {
            return (Arc::clone(named), false);
        }
        let movement = (self.look_up)(&lift.name);
        let name = movement.as_ref().map_or_else(|| lift.name.to_string(), |movement| movement.name.clone());
        let travel = movement.as_ref().and_then(Travel::by);
        let named = Arc::new(Named { name, movement, travel });
        self.movements.insert(Arc::clone(&lift.key), Arc::clone(&named));
        (named, true)
    }
}
