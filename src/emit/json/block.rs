//! The structure as written: steps, blocks among them.

use super::form::Form;
use super::model::{self, Unit};
use super::{moves, past, quantity, rest, sets, spelling, target};
use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Choice, OnlyRounds, Open, RestAmount, Sides, Step, StepKind,
    Workout,
};
use crate::emit::history::Past;

/// Returns the steps of a workout, its blocks numbered from 1 in text order, with what was done of them before.
pub fn steps<'a>(form: Form<'a>, workout: &'a Workout, past: Option<Past<'a>>) -> Vec<model::Step<'a>> {
    Structure { form, blocks: 0, past }.steps(&workout.steps)
}

/// A walk over a workout's steps in text order.
struct Structure<'a> {
    form: Form<'a>,
    /// How many blocks have begun so far, each `do` counted as one: the number of the latest.
    blocks: u32,
    /// What was done before, where there are results.
    past: Option<Past<'a>>,
}

impl<'a> Structure<'a> {
    /// Returns each of `steps`.
    fn steps(&mut self, steps: &'a [Step]) -> Vec<model::Step<'a>> {
        steps.iter().filter_map(|step| self.step(step)).collect()
    }

    /// Returns one step. None where it differs from turn to turn, which the plan of a workout has settled before.
    fn step(&mut self, step: &'a Step) -> Option<model::Step<'a>> {
        let only = step.only.map(|OnlyRounds { not, from, to, every }| {
            let every = (every > 1).then_some(every);
            model::OnlyRounds { not, from, to, every }
        });
        Some(match &step.kind {
            StepKind::Exercise(exercise) => model::Step::Movement {
                choices: exercise.choices.iter().map(|choice| self.choice(choice)).collect(),
                only,
            },
            StepKind::Rest(rest) => model::Step::Rest { rest: rest::written(self.form, &rest.amount), only },
            StepKind::Note(text) => model::Step::Note { text },
            StepKind::Record(record) => model::Step::Record { text: &record.text },
            StepKind::Block(block) => self.block(block),
            StepKind::Do(workout) => self.workout(workout),
            StepKind::Turns(_) => return None,
        })
    }

    /// Returns a block with all it holds.
    fn block(&mut self, block: &'a Block) -> model::Step<'a> {
        model::Step::Block {
            id: self.number(),
            block_kind: block.kind.into(),
            title: block.title.as_deref(),
            options: Box::new(self.options(block)),
            steps: self.steps(&block.steps),
        }
    }

    /// Returns what a block's header asks for.
    fn options(&self, block: &'a Block) -> model::BlockOptions<'a> {
        let (time, interval, alternating) = match &block.kind {
            BlockKind::Amrap { time } => (Some(time), None, false),
            BlockKind::Emom { time, alternating } => (Some(time), None, *alternating),
            BlockKind::Every { interval, alternating } => (None, Some(interval), *alternating),
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => (None, None, false),
        };
        let rest = |rest: &'a Option<RestAmount>| rest.as_ref().map(|rest| rest::written(self.form, rest));
        model::BlockOptions {
            time: time.map(quantity::measured),
            interval: interval.map(quantity::measured),
            alternating,
            rounds: block.rounds.as_ref().map(|rounds| quantity::written(rounds, Some(Unit::Rounds))),
            ladder: block.ladder.as_ref().map(|rungs| rungs.to_vec()),
            work: time_of(&block.work),
            rest_after_work: rest(&block.work_rest),
            rest_between_rounds: rest(&block.between_rounds),
            rest_between_movements: rest(&block.between_movements),
            transition: time_of(&block.transition),
            switch: time_of(&block.switch),
            per: block.per_half.map(Into::into),
            until: block.until.as_deref(),
            time_cap: time_of(&block.cap),
        }
    }

    /// Returns a workout that is done as a part of this one.
    fn workout(&mut self, workout: &'a Workout) -> model::Step<'a> {
        model::Step::Workout {
            id: self.number(),
            title: &workout.title,
            by: workout.about.by.as_deref(),
            source: workout.about.source.as_deref(),
            transition: time_of(&workout.transition),
            switch: time_of(&workout.switch),
            steps: self.steps(&workout.steps),
        }
    }

    /// Returns a movement with all that is said of it.
    fn choice(&mut self, choice: &'a Choice) -> model::Choice<'a> {
        let movement = self.form.movement(choice.movement);
        let (per, alternating, side) = match choice.sides {
            Sides::Together => (None, false, None),
            Sides::Each(half) => (Some(half.into()), false, None),
            Sides::Alternating => (None, true, None),
            Sides::EachAlternating(half) => (Some(half.into()), true, None),
            Sides::Only(side) => (None, false, Some(side.into())),
        };
        let (rest_between_sets, set_every) = match &choice.between_sets {
            BetweenSets::Nothing => (None, None),
            BetweenSets::Rest(rest) => (Some(rest::written(self.form, rest)), None),
            BetweenSets::Every(interval) => (None, Some(quantity::measured(interval))),
        };
        let before = self.past.as_mut().and_then(|past| past.of_statement(choice));
        model::Choice {
            movement: &movement.id,
            name: self.form.spare(&movement.name),
            dose: sets::written(self.form, &choice.dose, choice.open),
            counted_in: choice.open.and_then(quantity::counted_in),
            build_to: choice.open.and_then(Open::reps_worked_up_to),
            per,
            alternating,
            side,
            per_direction: choice.both_directions,
            targets: target::written(&choice.targets),
            tempo: choice.tempo.map(spelling::tempo),
            hold: time_of(&choice.hold),
            rest_between_sets,
            set_every,
            moves: choice.moves.as_deref().map(|moves| moves::written(self.form, moves)),
            past: before.as_ref().map(past::written),
            cue: choice.cue.as_deref(),
        }
    }

    /// Returns the number of the block that begins here.
    fn number(&mut self) -> u32 {
        self.blocks += 1;
        self.blocks
    }
}

/// Returns the time of an option, if it is given.
fn time_of(option: &Option<Amount>) -> Option<model::Quantity> {
    option.as_ref().map(quantity::measured)
}
