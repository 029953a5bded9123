//! What a plan raises from turn to turn, in a line for each figure.

use crate::athlete::{Raise, RaiseByReps, Raised, Raises};
use crate::check::program::Amount;
use crate::emit::written::amount;

/// Returns a line for each figure that is raised: `+5 kg each cycle; bench press +2.5 kg each cycle`.
pub fn facts(raises: &Raises) -> Vec<(&'static str, String)> {
    let figures = [("Training max", Raised::TrainingMax), ("Max", Raised::Max)];
    let line = |(label, what): (&'static str, Raised)| {
        let plans = raises.plans.iter().filter(|raise| raise.what == what).map(|raise| said(raise, ""));
        let own =
            raises.athletes().filter(|raise| raise.what == what).map(|raise| said(raise, "their own: "));
        let by_reps = raises.by_reps().filter(|raise| raise.what == what).map(said_by_reps);
        let lines: Vec<String> = plans.chain(by_reps).chain(own).collect();
        (!lines.is_empty()).then(|| (label, lines.join("; ")))
    };
    figures.into_iter().filter_map(line).collect()
}

/// Writes one: `bench press, deadlift +2.5 kg each cycle`.
fn said(raise: &Raise, whose: &str) -> String {
    let movements =
        if raise.movements.is_empty() { String::new() } else { format!("{} ", raise.movements.join(", ")) };
    let without = if raise.if_done { " without a miss" } else { "" };
    format!("{whose}{movements}+{} each {}{without}", amount(&raise.by), raise.each.name())
}

/// Writes one: `bench press +2.5 kg for 2 reps or more, +5 kg for 4 reps or more`.
fn said_by_reps(raise: &RaiseByReps) -> String {
    let movements =
        if raise.movements.is_empty() { String::new() } else { format!("{} ", raise.movements.join(", ")) };
    let step = |(from, by): &(u32, Amount)| format!("+{} for {from} reps or more", amount(by));
    let steps: Vec<String> = raise.steps.iter().map(step).collect();
    format!("{movements}{} in the open set", steps.join(", "))
}
