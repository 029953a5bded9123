//! Which line of a result is about which statement of its session.

use super::asked::Asked;
use crate::catalog;
use crate::check::program::{Done, Lift, MovementId, Program};

/// Returns, for each statement of a session, which of the lines of its result is about it: the first of its movement that
/// no statement before it has.
pub fn paired(program: &Program, asked: &[Asked<'_>], done: &Done) -> Vec<Option<usize>> {
    let mut used = vec![false; done.lifts.len()];
    let mut line_of = |asked: &Asked<'_>| {
        let keys: Vec<String> = program.movement(asked.movement).names().map(catalog::key).collect();
        let is_it = |lift: &Lift| keys.iter().any(|key| *key == *lift.key);
        let number = (0..used.len()).find(|&line| !used[line] && is_it(&done.lifts[line]))?;
        used[number] = true;
        Some(number)
    };
    asked.iter().map(&mut line_of).collect()
}

/// Tells whether a line of results is about a movement.
pub fn is_of(program: &Program, movement: MovementId, lift: &Lift) -> bool {
    program.movement(movement).names().any(|name| catalog::key(name) == *lift.key)
}
