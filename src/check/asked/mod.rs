//! What can be read as it is, but could mean two things: asked about, with both as they would be typed.
//!
//! One file a question. Each looks at one movement or block that was checked, and at the words it was written with.

mod clock_at;
mod discs_or_sides;
mod list_parts;
mod metres_or_minutes;
mod no_unit;
mod pair_on_barbell;
mod rung_of_distance;
mod set_or_rest;
mod sets_or_load;
mod work_or_dose;

pub(super) use clock_at::ClockedBout;
pub(super) use work_or_dose::places;

use super::Checker;
use super::program::{Choice, Movement, MovementPace, Pattern};
use super::scope::Scope;
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, DoseSyntax, Performance, Quantity};

impl Checker<'_> {
    /// Asks what could be meant by the dose and the loads of a movement.
    pub(super) fn ask(&mut self, choice: &Choice, performance: &Performance, scope: &Scope) {
        self.ask_sets_or_load(choice, performance);
        self.ask_set_or_rest(choice, performance);
        self.ask_no_unit(choice, performance);
        self.ask_metres_or_minutes(choice, performance, scope);
        self.ask_pair_on_barbell(choice, performance);
        self.ask_discs_or_sides(choice, performance);
    }

    /// Returns a movement's name as it is written, with its quotes.
    fn name_as_written(&self, performance: &Performance) -> String {
        let name = self.text(performance.name);
        if performance.quoted { format!("\"{name}\"") } else { name.to_owned() }
    }
}

/// Returns the items of a dose.
fn items(dose: &DoseSyntax) -> Vec<&DoseItem> {
    match dose {
        DoseSyntax::None => Vec::new(),
        DoseSyntax::One(item) => vec![item],
        DoseSyntax::List(items) => items.iter().map(|item| &item.item).collect(),
    }
}

/// Returns the amount of a bout that has one.
fn amount_of(item: &DoseItem) -> Option<&Quantity> {
    match &item.bout {
        BoutSyntax::Of(amount) | BoutSyntax::AtLeast(amount) => Some(amount),
        BoutSyntax::Max(_) => None,
    }
}

/// What a movement that covers a distance is done on, for the units that are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// In the water.
    Water,
    /// On a machine that counts calories, and the distance that its pace is given for.
    Machine(&'static str),
    /// On foot, on wheels or on skis.
    Way,
    /// Along a room, with a load or on all fours.
    Room,
}

/// Machines that count calories, each with the distance that its pace is given for.
const MACHINES: [(&str, &str); 3] = [("rower", "500m"), ("bike", "km"), ("ski erg", "500m")];

/// Returns what a movement is done on; none for one that covers no distance.
fn ground(movement: &Movement) -> Option<Ground> {
    if !covers_distance(movement) {
        return None;
    }
    let needs = |name: &str| movement.equipment.iter().any(|one| one == name);
    Some(if needs("pool") {
        Ground::Water
    } else if let Some((_, of)) = MACHINES.iter().find(|(machine, _)| needs(machine)) {
        Ground::Machine(of)
    } else if movement.pattern == Some(Pattern::Locomotion) && !needs("sled") {
        Ground::Way
    } else {
        Ground::Room
    })
}

/// Tells whether a movement's pace is a time for a distance.
fn covers_distance(movement: &Movement) -> bool {
    matches!(movement.pace, Some(MovementPace::PerDistance { .. }))
}

/// Returns the place from the first of several places to the last.
fn whole(first: Option<&&DoseItem>, last: Option<&&DoseItem>) -> Option<Span> {
    Some(first?.span.to(last?.span))
}
