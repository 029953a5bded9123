//! By how much maxes are raised from turn to turn of a plan.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::contents::Raisable;
use crate::athlete::{Lift, OfMax, Raise, RaiseTurn, Raised};
use crate::check::program::Plan;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Place;

/// What is raised in a plan up to a day.
#[derive(Debug, Default)]
pub(super) struct Raising {
    /// In how many sessions each movement was done, by its key.
    sessions: FxHashMap<Arc<str>, u32>,
    /// What was reported.
    said: FxHashSet<Place>,
}

impl Raising {
    /// Returns by how much the maxes of a session are raised, by their keys: only those that are. It is in this week of
    /// the plan, from 1.
    pub fn lifts(&self, plan: &Plan, raisable: &Raisable, week: u32) -> FxHashMap<Arc<str>, Lift> {
        let lift = |max: &OfMax| {
            let turns = |each| match each {
                // Cycles and weeks are those of the plan, in whatever block.
                RaiseTurn::Cycle => plan.cycle_of(week).map_or(0, |cycle| cycle.saturating_sub(1)),
                RaiseTurn::Week => week.saturating_sub(1),
                RaiseTurn::Session => self.sessions.get(&max.key).copied().unwrap_or_default(),
            };
            let lift = plan.raises.lift(&max.key, turns);
            (lift != Lift::default()).then(|| (Arc::clone(&max.key), lift))
        };
        raisable.maxes.iter().filter_map(lift).collect()
    }

    /// Counts a session.
    pub fn count(&mut self, raisable: &Raisable) {
        for movement in &raisable.movements {
            *self.sessions.entry(Arc::clone(movement)).or_default() += 1;
        }
    }

    /// Reports each statement once that raises a figure to more than double.
    pub fn steep(
        &mut self,
        plan: &Plan,
        raisable: &Raisable,
        lifts: &FxHashMap<Arc<str>, Lift>,
    ) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for max in &raisable.maxes {
            let Some(&lift) = lifts.get(&max.key) else { continue };
            let doubled = max.base(Lift::default()).saturating_mul(2);
            if max.base(lift) <= doubled {
                continue;
            }
            let what =
                if lift.training > 0 && max.training.is_some() { Raised::TrainingMax } else { Raised::Max };
            let Some((raise, _)) = plan.raises.of(what, &max.key) else { continue };
            if self.said.insert(raise.place) {
                found.push(steep(plan, raise, max));
            }
        }
        found
    }
}

/// Says that a statement raises a figure to more than double.
fn steep(plan: &Plan, raise: &Raise, max: &OfMax) -> Diagnostic {
    let span = if raise.place.file == plan.file { raise.place.span } else { plan.title_span };
    let message = format!(
        "within the weeks of \"{}\" the {} of `{}` comes to more than double",
        plan.title,
        raise.what.name(),
        max.key
    );
    Diagnostic::new(Rule::SteepRaise, span, message)
        .help("is that meant? Take a smaller step, or raise it each cycle")
        .in_file(plan.file)
}
