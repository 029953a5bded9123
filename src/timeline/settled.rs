//! A workout as it is done at one level: every range is replaced by a figure, every movement by its form.

use std::ptr;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Exercise, Level, OfSets, OwnTarget, Program,
    Rest, RestAmount, SetGroup, Sides, Step, StepKind, Target, Workout,
};
use crate::timeline::choose::choose;
use crate::timeline::progression::Turn;
use crate::timeline::segment::SettledTarget;
use crate::timeline::settle::{Mode, Sense, count, settle, settle_figure, settle_target};

/// Returns `workout` as `level` does it, for nobody in particular. Progressions start where they start at that level. Lay the result out at
/// [`Level::Intermediate`], which changes nothing in it.
pub fn settled(program: &Program, workout: &Workout, level: Level) -> Workout {
    Settling { program, level, written_for: Level::default(), done: FxHashMap::default() }.workout(workout)
}

/// Returns one set of an alternative as `level` does it, at a set and a round that are counted from 0: its bout, where
/// it has one of its own, and its targets. After the last set, it returns the last one.
pub fn settled_set(
    choice: &Choice,
    level: Level,
    set: u32,
    round: u32,
) -> (Option<Bout>, Vec<SettledTarget>) {
    let mode = Mode::At(level);
    let turn = Turn::of_set(set, round);
    let (bout, of_set) = match &choice.dose {
        Dose::FromBlock => (None, &[][..]),
        Dose::Bout(bout) => (Some(bout), &[][..]),
        Dose::Sets(groups) => {
            let mut before = 0u32;
            let group = groups.iter().find(|group| {
                before = before.saturating_add(count(&group.count, mode, turn));
                set < before
            });
            let group = group.or(groups.last());
            (group.map(|group| &group.bout), group.map_or(&[][..], |group| &group.targets))
        }
    };
    let exactly = |amount: &Amount| {
        let figure = settle(amount, Sense::Work, mode, turn);
        let figure = match choice.sides {
            Sides::EachAlternating(_) => figure.doubled(),
            Sides::Together | Sides::Each(_) | Sides::Alternating | Sides::Only(_) => figure,
        };
        Amount { women: figure.women, ..Amount::exactly(figure.value, amount.unit) }
    };
    let bout = bout.map(|bout| match bout {
        Bout::Of(amount) => Bout::Of(exactly(amount)),
        Bout::AtLeast(amount) => Bout::AtLeast(exactly(amount)),
        Bout::Max(amount) => Bout::Max(amount.as_ref().map(exactly)),
    });
    let targets = of_set.iter().chain(&choice.targets);
    (bout, targets.map(|target| settle_target(target, mode, turn).0).collect())
}

struct Settling<'p> {
    program: &'p Program,
    level: Level,
    /// The level that the text at hand is written for.
    written_for: Level,
    /// The workouts done within this one, by whom the text around is for: each is one object, however often it is done.
    done: FxHashMap<(*const Workout, Level), Arc<Workout>>,
}

impl Settling<'_> {
    fn workout(&mut self, workout: &Workout) -> Workout {
        let around = self.written_for;
        self.written_for = workout.level.unwrap_or(around);
        let settled = Workout {
            level: None,
            transition: self.option(&workout.transition, Sense::Rest),
            switch: self.option(&workout.switch, Sense::Rest),
            steps: self.steps(&workout.steps),
            tags: workout.tags.clone(),
            title: workout.title.clone(),
            about: workout.about.clone(),
            expectations: workout.expectations.clone(),
            values: workout.values.clone(),
            ..*workout
        };
        self.written_for = around;
        settled
    }

    fn steps(&mut self, steps: &[Step]) -> Vec<Step> {
        steps.iter().map(|step| Step { kind: self.step(&step.kind), ..*step }).collect()
    }

    fn step(&mut self, step: &StepKind) -> StepKind {
        match step {
            StepKind::Exercise(exercise) => StepKind::Exercise(self.exercise(exercise)),
            StepKind::Rest(rest) => StepKind::Rest(Box::new(Rest { amount: self.rest(&rest.amount) })),
            StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => step.clone(),
            StepKind::Block(block) => StepKind::Block(Box::new(self.block(block))),
            StepKind::Do(workout) => StepKind::Do(self.shared(workout)),
        }
    }

    fn shared(&mut self, workout: &Arc<Workout>) -> Arc<Workout> {
        let key = (ptr::from_ref(&**workout), self.written_for);
        if let Some(settled) = self.done.get(&key) {
            return settled.clone();
        }
        let settled = Arc::new(self.workout(workout));
        self.done.insert(key, settled.clone());
        settled
    }

    fn block(&mut self, block: &Block) -> Block {
        let kind = match block.kind {
            BlockKind::Amrap { time } => BlockKind::Amrap { time: self.amount(&time, Sense::Work) },
            BlockKind::Emom { time, alternating } => {
                BlockKind::Emom { time: self.amount(&time, Sense::Work), alternating }
            }
            BlockKind::Every { interval, alternating } => {
                BlockKind::Every { interval: self.amount(&interval, Sense::Rest), alternating }
            }
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => block.kind,
        };
        let rest = |rest: &Option<RestAmount>| rest.as_ref().map(|rest| self.rest(rest));
        Block {
            kind,
            rounds: self.option(&block.rounds, Sense::Work),
            work: self.option(&block.work, Sense::Work),
            cap: self.option(&block.cap, Sense::Work),
            transition: self.option(&block.transition, Sense::Rest),
            switch: self.option(&block.switch, Sense::Rest),
            work_rest: rest(&block.work_rest),
            between_rounds: rest(&block.between_rounds),
            between_movements: rest(&block.between_movements),
            title: block.title.clone(),
            ladder: block.ladder.clone(),
            until: block.until.clone(),
            steps: self.steps(&block.steps),
            ..*block
        }
    }

    /// Returns the one alternative that the level takes.
    fn exercise(&self, exercise: &Exercise) -> Exercise {
        let chosen = choose(self.program, exercise, self.written_for, self.level);
        let settled = chosen.map(|(choice, movement)| Choice { movement, ..self.choice(choice) });
        Exercise { choices: settled.into_iter().collect() }
    }

    fn choice(&self, choice: &Choice) -> Choice {
        let dose = match &choice.dose {
            Dose::FromBlock => Dose::FromBlock,
            Dose::Bout(bout) => Dose::Bout(self.bout(bout, Sense::Work)),
            Dose::Sets(groups) => Dose::Sets(groups.iter().map(|group| self.group(group)).collect()),
        };
        let between_sets = match &choice.between_sets {
            BetweenSets::Nothing => BetweenSets::Nothing,
            BetweenSets::Rest(rest) => BetweenSets::Rest(Box::new(self.rest(rest))),
            BetweenSets::Every(interval) => BetweenSets::Every(self.amount(interval, Sense::Rest)),
        };
        let hold = self.option(&choice.hold, Sense::Work);
        Choice { dose, hold, between_sets, targets: self.targets(&choice.targets), ..choice.clone() }
    }

    fn group(&self, group: &SetGroup) -> SetGroup {
        let own = group.own.as_ref().map(|own| {
            let rest = own.rest.as_ref().map(|rest| self.rest(rest));
            Box::new(OfSets { rest, ..(**own).clone() })
        });
        SetGroup {
            own,
            count: self.amount(&group.count, Sense::Work),
            bout: self.bout(&group.bout, Sense::Work),
            targets: self.targets(&group.targets),
        }
    }

    fn bout(&self, bout: &Bout, sense: Sense) -> Bout {
        match bout {
            Bout::Of(amount) => Bout::Of(self.amount(amount, sense)),
            Bout::AtLeast(amount) => Bout::AtLeast(self.amount(amount, sense)),
            Bout::Max(amount) => Bout::Max(self.option(amount, sense)),
        }
    }

    fn targets(&self, targets: &[Target]) -> Vec<Target> {
        targets.iter().map(|target| self.target(target)).collect()
    }

    fn target(&self, target: &Target) -> Target {
        let at = |amount: &Option<Amount>| {
            amount.as_ref().map(|amount| {
                let value = settle_figure(&target.kind, amount, Mode::At(self.level), Turn::default());
                Amount { low: value, high: value, ..*amount }
            })
        };
        let own = |own: &OwnTarget| Box::new(OwnTarget { target: self.target(&own.target), ..own.clone() });
        Target {
            amount: at(&target.amount),
            to: at(&target.to),
            plus: at(&target.plus),
            own: target.own.as_deref().map(own),
            lifted: target.lifted.clone(),
            kind: target.kind.clone(),
        }
    }

    fn rest(&self, rest: &RestAmount) -> RestAmount {
        match rest {
            RestAmount::For(amount) => RestAmount::For(self.amount(amount, Sense::Rest)),
            RestAmount::Moving { movement, bout, targets } => RestAmount::Moving {
                movement: *movement,
                bout: self.bout(bout, Sense::Rest),
                targets: self.targets(targets),
            },
            RestAmount::ByRound(rests) => {
                RestAmount::ByRound(rests.iter().map(|rest| self.rest(rest)).collect())
            }
            RestAmount::Ratio { work, rest } => RestAmount::Ratio { work: *work, rest: *rest },
            RestAmount::UntilReady => RestAmount::UntilReady,
            RestAmount::TurnOff => RestAmount::TurnOff,
        }
    }

    fn option(&self, amount: &Option<Amount>, sense: Sense) -> Option<Amount> {
        amount.as_ref().map(|amount| self.amount(amount, sense))
    }

    fn amount(&self, amount: &Amount, sense: Sense) -> Amount {
        let value = settle(amount, sense, Mode::At(self.level), Turn::default()).value;
        Amount { low: value, high: value, ..*amount }
    }
}
