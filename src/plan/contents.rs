//! What changes in a workout of a plan from day to day, found out once.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Each, RestAmount, Step, StepKind, Target,
    Workout, words,
};
use crate::source::Place;

/// The number of a workout among those of a plan.
pub(super) type Number = usize;

/// What is in a workout and in the workouts that it does.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    /// Whether anything in it counts weeks.
    pub by_week: bool,
    /// Whether anything in it counts cycles.
    pub by_cycle: bool,
    /// Whether a text in it names its week, cycle or phase.
    pub by_words: bool,
    /// The workouts in it whose own steps count sessions, itself among them; in order, each once.
    pub by_session: Vec<Number>,
    /// All workouts in it, itself among them; in order, each once.
    pub all: Vec<Number>,
}

impl Contents {
    /// Tells whether anything in it differs from one day to another.
    pub fn moves(&self) -> bool {
        self.by_week || self.by_cycle || self.by_words || !self.by_session.is_empty()
    }
}

/// The workouts of a plan, each with a number. A workout that is done twice has one number: it is identified by its
/// place.
#[derive(Debug, Default)]
pub(super) struct Library {
    numbers: FxHashMap<Place, Number>,
    contents: Vec<Contents>,
}

impl Library {
    /// Returns the number of a workout, and gives it one the first time.
    pub fn number(&mut self, workout: &Workout) -> Number {
        let place = workout.place();
        if let Some(&number) = self.numbers.get(&place) {
            return number;
        }
        let number = self.contents.len();
        self.numbers.insert(place, number);
        self.contents.push(Contents::default());
        let mut found = Found::default();
        let at_top = [&workout.transition, &workout.switch];
        at_top.into_iter().flatten().for_each(|amount| found.amount(amount));
        found.steps(&workout.steps);
        let named = words::named(workout);
        found.by_session |= named.session;
        let mut contents = Contents {
            by_week: found.by_week,
            by_cycle: found.by_cycle,
            by_words: named.week || named.cycle || named.phase,
            ..Contents::default()
        };
        contents.all.push(number);
        contents.by_session.extend(found.by_session.then_some(number));
        for done in found.done {
            let inner = self.number(done);
            let Some(inner) = self.contents.get(inner) else { continue };
            contents.by_week |= inner.by_week;
            contents.by_cycle |= inner.by_cycle;
            contents.by_words |= inner.by_words;
            contents.all.extend(&inner.all);
            contents.by_session.extend(&inner.by_session);
        }
        for numbers in [&mut contents.all, &mut contents.by_session] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        self.contents[number] = contents;
        number
    }

    /// Returns what is in a workout, by its number.
    pub fn contents(&self, number: Number) -> &Contents {
        &self.contents[number]
    }

    /// Returns the number of a workout that has one.
    pub fn known(&self, workout: &Workout) -> Option<Number> {
        self.numbers.get(&workout.place()).copied()
    }

    /// Returns how many workouts there are.
    pub fn len(&self) -> usize {
        self.contents.len()
    }
}

/// What the progressions of one workout's own steps count, and which workouts they do.
#[derive(Default)]
struct Found<'w> {
    by_week: bool,
    by_cycle: bool,
    by_session: bool,
    done: Vec<&'w Arc<Workout>>,
}

impl<'w> Found<'w> {
    fn steps(&mut self, steps: &'w [Step]) {
        for step in steps {
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    exercise.choices.iter().for_each(|choice| self.choice(choice))
                }
                StepKind::Rest(rest) => self.rest(&rest.amount),
                StepKind::Note(_) | StepKind::Record(_) => {}
                StepKind::Block(block) => self.block(block),
                StepKind::Do(workout) => self.done.push(workout),
            }
        }
    }

    fn block(&mut self, block: &'w Block) {
        match &block.kind {
            BlockKind::Amrap { time } | BlockKind::Emom { time, .. } => self.amount(time),
            BlockKind::Every { interval, .. } => self.amount(interval),
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => {}
        }
        let amounts = [&block.rounds, &block.work, &block.cap, &block.transition, &block.switch];
        amounts.into_iter().flatten().for_each(|amount| self.amount(amount));
        let rests = [&block.work_rest, &block.between_rounds, &block.between_movements];
        rests.into_iter().flatten().for_each(|rest| self.rest(rest));
        self.steps(&block.steps);
    }

    fn choice(&mut self, choice: &Choice) {
        match &choice.dose {
            Dose::FromBlock => {}
            Dose::Bout(bout) => self.bout(bout),
            Dose::Sets(groups) => {
                for group in groups {
                    self.amount(&group.count);
                    self.bout(&group.bout);
                    group.own.iter().filter_map(|own| own.rest.as_ref()).for_each(|rest| self.rest(rest));
                }
            }
        }
        choice.all_targets().for_each(|target| self.target(target));
        choice.hold.iter().for_each(|hold| self.amount(hold));
        match &choice.between_sets {
            BetweenSets::Nothing => {}
            BetweenSets::Rest(rest) => self.rest(rest),
            BetweenSets::Every(interval) => self.amount(interval),
        }
    }

    fn rest(&mut self, rest: &RestAmount) {
        match rest {
            RestAmount::For(amount) => self.amount(amount),
            RestAmount::Moving { bout, targets, .. } => {
                self.bout(bout);
                targets.iter().for_each(|target| self.target(target));
            }
            RestAmount::Ratio { .. } | RestAmount::UntilReady | RestAmount::TurnOff => {}
        }
    }

    fn bout(&mut self, bout: &Bout) {
        match bout {
            Bout::Of(amount) | Bout::AtLeast(amount) => self.amount(amount),
            Bout::Max(amount) => amount.iter().for_each(|amount| self.amount(amount)),
        }
    }

    fn target(&mut self, target: &Target) {
        [&target.amount, &target.to, &target.plus]
            .into_iter()
            .flatten()
            .for_each(|amount| self.amount(amount));
    }

    fn amount(&mut self, amount: &Amount) {
        match amount.progression.map(|progression| progression.each) {
            Some(Each::Week) => self.by_week = true,
            Some(Each::Cycle) => self.by_cycle = true,
            Some(Each::Session) => self.by_session = true,
            Some(Each::Set | Each::Round) | None => {}
        }
    }
}
