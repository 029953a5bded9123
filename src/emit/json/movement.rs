//! The movements of a workout, and the muscles they work.

use rustc_hash::FxHashSet;

use super::model::{self, Muscles};
use super::quantity;
use crate::check::program::{
    Amount, Movement, MovementId, MovementPace, Program, RestAmount, Step, StepKind, Unit,
};
use crate::emit::Compiled;
use crate::timeline::Segment;

/// Movements, each once, in the order they were first met.
#[derive(Debug, Default)]
pub struct Mentions {
    met: FxHashSet<MovementId>,
    in_order: Vec<MovementId>,
}

impl Mentions {
    /// Returns the movements that are done in a timeline.
    pub fn in_timeline(segments: &[Segment<'_>]) -> Self {
        let mut mentions = Self::default();
        mentions.add_segments(segments);
        mentions
    }

    /// Returns the movements that a workout names.
    pub fn in_workout(compiled: &Compiled<'_>) -> Self {
        let mut mentions = Self::default();
        mentions.add_workout(compiled);
        mentions
    }

    /// Adds the movements that are written in a workout's steps, alternatives among them, and then those that only its
    /// timeline has, since a level takes an easier or harder form.
    pub fn add_workout(&mut self, compiled: &Compiled<'_>) {
        self.add_steps(&compiled.workout.steps);
        self.add_segments(&compiled.timeline.segments);
    }

    /// Returns the movements themselves, of the program that was mentioned.
    pub fn movements<'a>(&self, program: &'a Program) -> Vec<&'a Movement> {
        self.in_order.iter().map(|&id| program.movement(id)).collect()
    }

    fn add(&mut self, id: MovementId) {
        if self.met.insert(id) {
            self.in_order.push(id);
        }
    }

    fn add_segments(&mut self, segments: &[Segment<'_>]) {
        for segment in segments {
            if let Some(id) = segment.movement {
                self.add(id);
            }
            self.add_segments(&segment.steps);
        }
    }

    fn add_steps(&mut self, steps: &[Step]) {
        for step in steps {
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    for choice in &exercise.choices {
                        self.add(choice.movement);
                        choice.rests().for_each(|rest| self.add_rest(rest));
                    }
                }
                StepKind::Rest(rest) => self.add_rest(&rest.amount),
                StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
                StepKind::Block(block) => {
                    let options = [&block.work_rest, &block.between_rounds, &block.between_movements];
                    options.into_iter().flatten().for_each(|rest| self.add_rest(rest));
                    self.add_steps(&block.steps);
                }
                StepKind::Do(workout) => self.add_steps(&workout.steps),
            }
        }
    }

    fn add_rest(&mut self, rest: &RestAmount) {
        match rest {
            RestAmount::Moving { movement, .. } => self.add(*movement),
            RestAmount::ByRound(rests) => rests.iter().for_each(|rest| self.add_rest(rest)),
            RestAmount::For(_) | RestAmount::Ratio { .. } | RestAmount::UntilReady | RestAmount::TurnOff => {}
        }
    }
}

/// Returns what movements work. A muscle that does the work in one and helps in another does the work.
pub fn muscles<'a>(movements: &[&'a Movement]) -> Muscles<'a> {
    let primary = each_once(movements.iter().flat_map(|movement| &movement.muscles));
    let mut secondary = each_once(movements.iter().flat_map(|movement| &movement.secondary));
    secondary.retain(|muscle| !primary.contains(muscle));
    Muscles { primary, secondary }
}

/// Returns `words` in their order, each once.
fn each_once<'a>(words: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut met = Vec::new();
    for word in words {
        if !met.contains(&word.as_str()) {
            met.push(word);
        }
    }
    met
}

/// Returns what is known of a movement.
pub fn described(movement: &Movement) -> model::Movement<'_> {
    model::Movement {
        id: &movement.id,
        name: &movement.name,
        known: movement.known,
        also: borrowed(&movement.also),
        pattern: movement.pattern.map(Into::into),
        cues: borrowed(&movement.cues),
        why: movement.why.as_deref(),
        easier: borrowed(&movement.easier),
        harder: borrowed(&movement.harder),
        muscles: borrowed(&movement.muscles),
        secondary: borrowed(&movement.secondary),
        equipment: borrowed(&movement.equipment),
        sides: movement.sides.map(Into::into),
        load: movement.load.as_ref().map(quantity::measured),
        has_max: movement.has_max,
        pace: movement.pace.map(pace),
    }
}

/// Returns how long a movement takes.
fn pace(pace: MovementPace) -> model::Quantity {
    let amount = match pace {
        MovementPace::PerRep(ms) => Amount::exactly(ms, Unit::Second),
        MovementPace::PerDistance { ms, mm } => Amount::exactly(ms, Unit::SecondPer { mm }),
    };
    quantity::measured(&amount)
}

/// Returns slices of `words`.
fn borrowed(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}
