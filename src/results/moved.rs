//! A workout with its figures as they are after some results.

use std::sync::Arc;

use super::replay::{Ground, Standings};
use super::standing::{Shift, Standing};
use crate::check::program::{
    Amount, Block, Bout, Choice, Dose, Exercise, Moves, SetGroup, Step, StepKind, Target, TargetKind, Unit,
    Workout,
};
use crate::source::{FileId, Place};

/// Rewrites workouts with where their statements are.
pub struct Moving<'m, 'p> {
    pub ground: &'m Ground<'p>,
    pub standings: &'m Standings,
}

impl Moving<'_, '_> {
    /// Returns where the statements of a workout are, of those that moved, in text order.
    pub fn standings_in(&self, workout: &Workout) -> Vec<(Place, Standing)> {
        let mut found = Vec::new();
        if !self.standings.is_empty() {
            self.find(&workout.steps, workout.file, &mut found);
        }
        found
    }

    fn find(&self, steps: &[Step], file: FileId, found: &mut Vec<(Place, Standing)>) {
        for step in steps {
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    let places = exercise.choices.iter().map(|choice| Place::new(file, choice.name_span));
                    let moved = |place: Place| Some((place, *self.standings.get(&place)?));
                    found.extend(places.filter_map(moved));
                }
                StepKind::Block(block) => self.find(&block.steps, file, found),
                StepKind::Do(workout) => self.find(&workout.steps, workout.file, found),
                StepKind::Turns(turns) => turns.items.iter().for_each(|item| self.find(item, file, found)),
                StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
            }
        }
    }

    /// Returns a workout as it is now. The same one where nothing in it moved.
    pub fn workout(&self, workout: &Arc<Workout>) -> Arc<Workout> {
        if self.standings_in(workout).is_empty() {
            return Arc::clone(workout);
        }
        let steps = self.steps(&workout.steps, workout.file);
        Arc::new(Workout { steps, ..(**workout).clone() })
    }

    fn steps(&self, steps: &[Step], file: FileId) -> Vec<Step> {
        steps.iter().map(|step| Step { kind: self.step(&step.kind, file), ..step.clone() }).collect()
    }

    fn step(&self, kind: &StepKind, file: FileId) -> StepKind {
        match kind {
            StepKind::Exercise(exercise) => {
                let choices = exercise.choices.iter().map(|choice| self.choice(choice, file)).collect();
                StepKind::Exercise(Exercise { choices })
            }
            StepKind::Block(block) => {
                let steps = self.steps(&block.steps, file);
                StepKind::Block(Box::new(Block { steps, ..(**block).clone() }))
            }
            StepKind::Do(workout) => StepKind::Do(self.workout(workout)),
            StepKind::Turns(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => kind.clone(),
        }
    }

    fn choice(&self, choice: &Choice, file: FileId) -> Choice {
        let standing = self.standings.get(&Place::new(file, choice.name_span));
        let (Some(standing), Some(moves)) = (standing, &choice.moves) else { return choice.clone() };
        let dose = match moves.scheme(standing.scheme) {
            Some(scheme) => Dose::Sets(scheme.into()),
            None => choice.dose.clone(),
        };
        let dose = match dose {
            Dose::FromBlock => Dose::FromBlock,
            Dose::Bout(bout) => Dose::Bout(moved_bout(bout, standing.dose)),
            Dose::Sets(groups) => {
                let group = |group: SetGroup| SetGroup {
                    bout: moved_bout(group.bout, standing.dose),
                    targets: self.targets(&group.targets, choice, standing.load),
                    ..group
                };
                Dose::Sets(Vec::from(groups).into_iter().map(group).collect())
            }
        };
        let targets = self.targets(&choice.targets, choice, standing.load);
        Choice { dose, targets, ..choice.clone() }
    }

    fn targets(&self, targets: &[Target], choice: &Choice, shift: Shift) -> Vec<Target> {
        targets.iter().map(|target| self.target(target, choice, shift)).collect()
    }

    /// Returns a target with its load moved. What is shown is what can be put on the bar.
    fn target(&self, target: &Target, choice: &Choice, shift: Shift) -> Target {
        if shift == Shift::default() || !target.kind.is_weight() {
            return target.clone();
        }
        let mut target = target.clone();
        let athlete = self.ground.athlete;
        match &target.kind {
            TargetKind::Percent { .. } | TargetKind::RepMax => {
                let Some(own) = target.own.as_deref_mut() else { return target };
                let Some(load) = own.target.amount.as_mut() else { return target };
                let before = load.low;
                *load = moved(*load, shift);
                let more = load.low.saturating_sub(before);
                if !matches!(target.kind, TargetKind::RepMax) {
                    let plus = target.plus.unwrap_or(Amount::exactly(0, load.unit));
                    target.plus = Some(Amount { low: plus.low + more, high: plus.high + more, ..plus });
                }
            }
            TargetKind::Load { .. } | TargetKind::Bodyweight | TargetKind::Assistance => {
                let Some(amount) = target.amount.as_mut() else { return target };
                let before = amount.low;
                *amount = moved(*amount, shift);
                let movement = self.ground.program.movement(choice.movement);
                match target.own.as_deref_mut() {
                    // The own load of `bodyweight +10kg` is all of it.
                    Some(own) => {
                        let unit = own.target.amount.map_or(amount.unit, |load| load.unit);
                        let more = Amount::exactly(amount.low.saturating_sub(before), amount.unit);
                        let more = athlete.in_own_units(more).low;
                        if let Some(load) =
                            own.target.amount.as_mut().filter(|_| unit == athlete.units.unit())
                        {
                            load.low = load.low.saturating_add(more);
                            load.high = load.high.saturating_add(more);
                        }
                    }
                    None if matches!(target.kind, TargetKind::Load { .. })
                        && amount.unit == athlete.units.unit() =>
                    {
                        let rounding = athlete.rounding_of(movement);
                        (amount.low, amount.high) = (rounding.round(amount.low), rounding.round(amount.high));
                    }
                    None => {}
                }
            }
            TargetKind::Size
            | TargetKind::Rpe
            | TargetKind::Rir
            | TargetKind::Zone
            | TargetKind::HeartRate
            | TargetKind::Power
            | TargetKind::Cadence
            | TargetKind::StrokeRate
            | TargetKind::Speed
            | TargetKind::Pace
            | TargetKind::Slope
            | TargetKind::NamedPace { .. }
            | TargetKind::Effort(_) => {}
        }
        target
    }
}

impl Moves {
    /// Returns the sets that are done instead of the written ones: those after so many misses.
    fn scheme(&self, number: usize) -> Option<&[SetGroup]> {
        self.schemes.get(number.checked_sub(1)?).map(|groups| &**groups)
    }
}

fn moved(amount: Amount, shift: Shift) -> Amount {
    Amount {
        low: shift.of(amount.low),
        high: shift.of(amount.high),
        women: amount.women.map(|women| shift.of(women)),
        ..amount
    }
}

/// Returns a bout that moved. What is counted one by one stays whole.
fn moved_bout(bout: Bout, shift: Shift) -> Bout {
    if shift == Shift::default() {
        return bout;
    }
    let moved = |amount: Amount| {
        let amount = moved(amount, shift);
        let whole = |figure: i64| if amount.unit == Unit::Count { figure - figure % 1000 } else { figure };
        Amount { low: whole(amount.low), high: whole(amount.high), ..amount }
    };
    match bout {
        Bout::Of(amount) => Bout::Of(moved(amount)),
        Bout::AtLeast(amount) => Bout::AtLeast(moved(amount)),
        Bout::Max(amount) => Bout::Max(amount.map(moved)),
    }
}
