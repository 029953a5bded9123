//! What a plan raises from turn to turn, in a line for each figure.

use crate::athlete::{Raise, Raised, Raises};
use crate::emit::written::amount;

/// Returns a line for each figure that is raised: `+5 kg each cycle; bench press +2.5 kg each cycle`.
pub fn facts(raises: &Raises) -> Vec<(&'static str, String)> {
    let figures = [("Training max", Raised::TrainingMax), ("Max", Raised::Max)];
    let line = |(label, what): (&'static str, Raised)| {
        let plans = raises.plans.iter().filter(|raise| raise.what == what).map(|raise| said(raise, ""));
        let own =
            raises.athletes().filter(|raise| raise.what == what).map(|raise| said(raise, "their own: "));
        let lines: Vec<String> = plans.chain(own).collect();
        (!lines.is_empty()).then(|| (label, lines.join("; ")))
    };
    figures.into_iter().filter_map(line).collect()
}

/// Writes one: `bench press, deadlift +2.5 kg each cycle`.
fn said(raise: &Raise, whose: &str) -> String {
    let movements =
        if raise.movements.is_empty() { String::new() } else { format!("{} ", raise.movements.join(", ")) };
    format!("{whose}{movements}+{} each {}", amount(&raise.by), raise.each.name())
}
