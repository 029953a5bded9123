//! The movements of a workout, what they need and what they work.

use super::model::{self, Muscles};
use super::quantity;
use crate::check::program::{
    Amount, BetweenSets, Movement, MovementId, MovementPace, Program, RestAmount, Step, StepKind, Unit,
};
use crate::timeline::Segment;

/// Movements, each once, in the order they were first met.
pub struct Mentions<'a> {
    program: &'a Program,
    met: Vec<bool>,
    movements: Vec<&'a Movement>,
}

impl<'a> Mentions<'a> {
    /// Returns no mention at all.
    fn none(program: &'a Program) -> Self {
        Self { program, met: vec![false; program.movements.len()], movements: Vec::new() }
    }

    /// Returns the movements that are done in a timeline.
    pub fn in_timeline(program: &'a Program, segments: &[Segment<'_>]) -> Self {
        let mut mentions = Self::none(program);
        mentions.add_segments(segments);
        mentions
    }

    /// Returns the movements that are written in steps, alternatives among them, and then those that only the timeline
    /// has, since a level takes an easier or harder form.
    pub fn in_steps_and_timeline(program: &'a Program, steps: &[Step], segments: &[Segment<'_>]) -> Self {
        let mut mentions = Self::none(program);
        mentions.add_steps(steps);
        mentions.add_segments(segments);
        mentions
    }

    /// Returns what is known of each.
    pub fn described(&self) -> Vec<model::Movement<'a>> {
        self.movements.iter().map(|movement| described(movement)).collect()
    }

    /// Returns what they work. A muscle that does the work in one and helps in another does the work.
    pub fn muscles(&self) -> Muscles<'a> {
        let primary = each_once(self.movements.iter().flat_map(|movement| &movement.muscles));
        let mut secondary = each_once(self.movements.iter().flat_map(|movement| &movement.secondary));
        secondary.retain(|muscle| !primary.contains(muscle));
        Muscles { primary, secondary }
    }

    fn add(&mut self, id: MovementId) {
        if let Some(met) = self.met.get_mut(id.0 as usize)
            && !*met
        {
            *met = true;
            self.movements.push(self.program.movement(id));
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
                        if let BetweenSets::Rest(rest) = &choice.between_sets {
                            self.add_rest(rest);
                        }
                    }
                }
                StepKind::Rest(rest) => self.add_rest(&rest.amount),
                StepKind::Note(_) | StepKind::Record(_) => {}
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
            RestAmount::For(_) | RestAmount::UntilReady | RestAmount::TurnOff => {}
        }
    }
}

/// Returns `words` in their order, each only where it first stands.
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
fn described(movement: &Movement) -> model::Movement<'_> {
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
