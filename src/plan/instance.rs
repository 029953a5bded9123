//! A workout as it is done on one day of a plan, without progressions by week or session.

use std::ptr;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::contents::{Library, Number};
use super::occasion::Occasion;
use super::scale;
use super::turns::chosen;
use crate::athlete::{Lift, Raises, part, percent_of, with_mass};
use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Exercise, ExpectationKind, OfSets, OwnTarget,
    Rest, RestAmount, Scale, SetGroup, Step, StepKind, Target, Turns, Words, Workout, words,
};
use crate::source::{At, Place};
use crate::timeline::{Turn, on_day};

/// A workout as it is done on a day.
#[derive(Debug, Clone)]
pub struct Instance {
    /// As it was written.
    pub template: Arc<Workout>,
    /// As it is done: without progressions by week or session, and without expected durations. The template itself if
    /// nothing changes.
    pub workout: Arc<Workout>,
}

/// The most steps that the instances of one plan may have together if they differ from what is written: two years of
/// daily sessions of nearly 700 steps each. Without a limit, a plan of a few lines could do a workout as large as a
/// file on every day.
pub(super) const MOST_STEPS: usize = 500_000;

/// All of a distance or a time.
const WHOLE: i64 = Scale::WHOLE;

/// Returns a workout as it is done on its own: as in the first week of a plan, with the progressions that it has.
pub fn alone(workout: &Arc<Workout>) -> Arc<Workout> {
    let (raises, lifts) = (Raises::default(), FxHashMap::default());
    let mut library = Library::new(&raises);
    let number = library.number(workout);
    if !library.contents(number).chooses {
        return workout.clone();
    }
    let mut writer = Writer { is_alone: true, ..Writer::default() };
    let rotations = FxHashMap::default();
    let moment = Moment {
        occasion: Occasion::ALONE,
        rotations: &rotations,
        sessions: &[],
        scales: &[],
        lifts: &lifts,
    };
    writer.write(&library, workout, Scale::default(), &moment)
}

/// What one day asks for.
pub(super) struct Moment<'m> {
    /// When in the plan it is.
    pub occasion: Occasion<'m>,
    /// How often each `in turn` was come to before, by its place.
    pub rotations: &'m FxHashMap<Place, u32>,
    /// How often each workout was done before, by its number.
    pub sessions: &'m [u32],
    /// The scales of the workouts that the day's steps do, by the place of their `do`.
    pub scales: &'m [At<Scale>],
    /// By how much maxes are raised, by their keys: only those that are.
    pub lifts: &'m FxHashMap<Arc<str>, Lift>,
}

/// Writes workouts out for the days of a plan.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// How many steps were written.
    pub steps: usize,
    /// The step of load to which scaled loads are rounded, if it is not the usual one.
    pub rounding: Option<Amount>,
    /// Whether workouts are written as they are done on their own, so that progressions and expected durations stay.
    pub is_alone: bool,
    /// Where a progression would have passed zero.
    pub stopped: Vec<Place>,
}

impl Writer {
    /// Returns a workout as it is done at a moment.
    pub fn write(
        &mut self,
        library: &Library<'_>,
        workout: &Arc<Workout>,
        scale: Scale,
        moment: &Moment<'_>,
    ) -> Arc<Workout> {
        let mut rewriting = Rewriting {
            writer: self,
            library,
            moment,
            done: FxHashMap::default(),
            session: 0,
            scales: moment.scales,
            place: workout.place(),
        };
        rewriting.shared(workout, scale)
    }
}

struct Rewriting<'m> {
    writer: &'m mut Writer,
    library: &'m Library<'m>,
    moment: &'m Moment<'m>,
    /// The workouts done within this one: each is written once, however often it is done.
    done: FxHashMap<(*const Workout, Scale), Arc<Workout>>,
    /// How often the workout at hand was done before.
    session: u32,
    /// The scales of the workouts that the steps at hand do: only the steps of a day have some.
    scales: &'m [At<Scale>],
    /// The place of the statement at hand.
    place: Place,
}

impl Rewriting<'_> {
    fn shared(&mut self, workout: &Arc<Workout>, scale: Scale) -> Arc<Workout> {
        let number = self.library.known(workout);
        let moves = number.is_some_and(|number| {
            let contents = self.library.contents(number);
            contents.moves()
                || contents.raisable.maxes.iter().any(|max| self.moment.lifts.contains_key(&max.key))
        });
        if !moves && self.scales.is_empty() && scale == Scale::default() {
            return workout.clone();
        }
        let key = (ptr::from_ref(&**workout), scale);
        if let Some(written) = self.done.get(&key) {
            return written.clone();
        }
        let before = self.times_before(number);
        let session = std::mem::replace(&mut self.session, before);
        let place = std::mem::replace(&mut self.place, workout.place());
        let mut written = self.workout(workout, scale);
        words::put(&mut written, &self.words());
        let written = Arc::new(written);
        (self.session, self.place) = (session, place);
        self.done.insert(key, written.clone());
        written
    }

    /// Returns what a plan puts into the texts of the workout at hand.
    fn words(&self) -> Words<'_> {
        Words { session: self.session + 1, ..self.moment.occasion.words }
    }

    fn times_before(&self, number: Option<Number>) -> u32 {
        number.and_then(|number| self.moment.sessions.get(number)).copied().unwrap_or_default()
    }

    fn workout(&mut self, workout: &Workout, scale: Scale) -> Workout {
        let expectations = workout.expectations.iter();
        Workout {
            transition: self.option(&workout.transition),
            switch: self.option(&workout.switch),
            steps: self.steps(&workout.steps, scale),
            tags: workout.tags.clone(),
            title: workout.title.clone(),
            about: workout.about.clone(),
            // An expected duration is about the workout on its first day.
            expectations: expectations
                .filter(|expected| {
                    self.writer.is_alone || matches!(expected.kind, ExpectationKind::Equipment(_))
                })
                .cloned()
                .collect(),
            values: workout.values.clone(),
            ..*workout
        }
    }

    fn steps(&mut self, steps: &[Step], scale: Scale) -> Vec<Step> {
        self.writer.steps = self.writer.steps.saturating_add(steps.len());
        let mut written = Vec::with_capacity(steps.len());
        for step in steps {
            self.place.span = step.span;
            if let StepKind::Turns(turns) = &step.kind {
                let done = self.of_turn(turns, step, scale);
                written.extend(done.into_iter().map(|one| Step { only: one.only.or(step.only), ..one }));
                continue;
            }
            let kind = self.step(step, scale);
            let is_emptied = |block: &Block| {
                block.steps.is_empty()
                    && matches!(&step.kind, StepKind::Block(before) if !before.steps.is_empty())
            };
            if !matches!(&kind, StepKind::Block(block) if is_emptied(block)) {
                written.push(Step { kind, ..*step });
            }
        }
        written
    }

    /// Returns the steps that are done at this turn.
    fn of_turn(&mut self, turns: &Turns, step: &Step, scale: Scale) -> Vec<Step> {
        let place = Place { span: step.span, ..self.place };
        let rotation = self.moment.rotations.get(&place).copied().unwrap_or_default();
        let Some(choice) = chosen(turns, self.moment.occasion.counted, self.session, rotation) else {
            return Vec::new();
        };
        let Some(item) = turns.items.get(choice.item) else { return Vec::new() };
        let session = std::mem::replace(&mut self.session, choice.session);
        let steps = self.steps(item, scale);
        self.session = session;
        steps
    }

    fn step(&mut self, step: &Step, scale: Scale) -> StepKind {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                let choices = exercise.choices.iter().map(|choice| self.choice(choice, scale)).collect();
                StepKind::Exercise(Exercise { choices })
            }
            StepKind::Rest(rest) => StepKind::Rest(Box::new(Rest { amount: self.rest(&rest.amount) })),
            // Its steps are put in its place by the caller.
            StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => step.kind.clone(),
            StepKind::Block(block) => StepKind::Block(Box::new(self.block(block, scale))),
            StepKind::Do(workout) => {
                let scales = std::mem::take(&mut self.scales);
                let own = scales.binary_search_by_key(&step.span, |scale| scale.span).ok();
                let own = own.and_then(|at| scales.get(at)).map(|scale| scale.value);
                let done = self.shared(workout, own.map_or(scale, |own| own.of(scale)));
                self.scales = scales;
                StepKind::Do(done)
            }
        }
    }

    fn block(&mut self, block: &Block, scale: Scale) -> Block {
        self.place.span = block.header;
        let kind = match block.kind {
            BlockKind::Amrap { time } => BlockKind::Amrap {
                time: scale::dose(&self.amount(&time), Scale { distance: WHOLE, ..scale }),
            },
            BlockKind::Emom { time, alternating } => {
                BlockKind::Emom { time: scale::minutes(&self.amount(&time), scale.time), alternating }
            }
            BlockKind::Every { interval, alternating } => {
                BlockKind::Every { interval: self.amount(&interval), alternating }
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
        let rounds = self.option(&block.rounds);
        let within = scale::within(block, rounds.as_ref(), scale);
        Block {
            kind,
            rounds: rounds.map(|rounds| scale::count(&rounds, scale.sets)),
            work: self.option(&block.work),
            cap: self.option(&block.cap),
            transition: self.option(&block.transition),
            switch: self.option(&block.switch),
            work_rest: block.work_rest.as_ref().map(|rest| self.rest(rest)),
            between_rounds: block.between_rounds.as_ref().map(|rest| self.rest(rest)),
            between_movements: block.between_movements.as_ref().map(|rest| self.rest(rest)),
            title: block.title.clone(),
            ladder: block.ladder.clone(),
            until: block.until.clone(),
            steps: self.steps(&block.steps, within),
            ..*block
        }
    }

    fn choice(&mut self, choice: &Choice, scale: Scale) -> Choice {
        let dose = match &choice.dose {
            Dose::FromBlock => Dose::FromBlock,
            Dose::Bout(bout) => Dose::Bout(self.scaled_bout(bout, scale)),
            Dose::Sets(groups) => {
                let groups = groups.iter().map(|group| self.group(group, scale)).collect();
                Dose::Sets(scale::sets(groups, scale.sets).into())
            }
        };
        let between_sets = match &choice.between_sets {
            BetweenSets::Nothing => BetweenSets::Nothing,
            BetweenSets::Rest(rest) => BetweenSets::Rest(Box::new(self.rest(rest))),
            BetweenSets::Every(interval) => BetweenSets::Every(self.amount(interval)),
        };
        let hold = self.option(&choice.hold);
        let targets = self.targets(&choice.targets, scale.load);
        Choice { dose, hold, between_sets, targets, ..choice.clone() }
    }

    fn group(&mut self, group: &SetGroup, scale: Scale) -> SetGroup {
        let own = group.own.as_ref().map(|own| {
            let rest = own.rest.as_ref().map(|rest| self.rest(rest));
            Box::new(OfSets { rest, ..(**own).clone() })
        });
        SetGroup {
            own,
            count: self.amount(&group.count),
            bout: self.bout(&group.bout),
            targets: self.targets(&group.targets, scale.load),
        }
    }

    fn bout(&mut self, bout: &Bout) -> Bout {
        match bout {
            Bout::Of(amount) => Bout::Of(self.amount(amount)),
            Bout::AtLeast(amount) => Bout::AtLeast(self.amount(amount)),
            Bout::Max(amount) => Bout::Max(self.option(amount)),
        }
    }

    /// Returns a bout that is done once, with its share of the distance or the time.
    fn scaled_bout(&mut self, bout: &Bout, scale: Scale) -> Bout {
        match self.bout(bout) {
            Bout::Of(amount) => Bout::Of(scale::dose(&amount, scale)),
            Bout::AtLeast(amount) => Bout::AtLeast(scale::dose(&amount, scale)),
            Bout::Max(amount) => Bout::Max(amount.map(|amount| scale::dose(&amount, scale))),
        }
    }

    fn targets(&mut self, targets: &[Target], share: i64) -> Vec<Target> {
        let mut written = Vec::with_capacity(targets.len());
        for target in targets {
            let moved = self.moved_target(target);
            written.push(scale::load(moved, share, self.writer.rounding));
        }
        written
    }

    fn moved_target(&mut self, target: &Target) -> Target {
        let own = target.own.as_deref().map(|own| {
            let raised = self.raised(own, target);
            let target = self.moved_target(raised.as_ref().unwrap_or(&own.target));
            Box::new(OwnTarget { target, rounding: own.rounding.clone(), of_max: own.of_max.clone() })
        });
        Target {
            amount: target.amount.map(|amount| self.moved(&amount, true)),
            to: target.to.map(|to| self.moved(&to, true)),
            plus: target.plus.map(|plus| self.moved(&plus, true)),
            own,
            lifted: target.lifted.clone(),
            kind: target.kind.clone(),
        }
    }

    /// Returns what a target comes to with the athlete's raised max, where that is raised.
    fn raised(&self, own: &OwnTarget, written: &Target) -> Option<Target> {
        let of_max = own.of_max.as_deref()?;
        let base = of_max.base(*self.moment.lifts.get(&of_max.key)?);
        let part_of = |percent: &Amount, before: &Amount| {
            with_mass(percent_of(percent, base, before.unit), written.plus.as_ref())
        };
        let amount = match of_max.share {
            Some(share) => own.target.amount.map(|load| Amount::exactly(part(share, base), load.unit)),
            None => written.amount.zip(own.target.amount).map(|(percent, load)| part_of(&percent, &load)),
        };
        let to = written.to.zip(own.target.to).map(|(percent, load)| part_of(&percent, &load));
        Some(Target { amount, to, ..own.target.clone() })
    }

    fn rest(&mut self, rest: &RestAmount) -> RestAmount {
        match rest {
            RestAmount::For(amount) => RestAmount::For(self.amount(amount)),
            RestAmount::Moving { movement, bout, targets } => RestAmount::Moving {
                movement: *movement,
                bout: self.bout(bout),
                targets: self.targets(targets, Scale::WHOLE),
            },
            RestAmount::ByRound(rests) => {
                RestAmount::ByRound(rests.iter().map(|rest| self.rest(rest)).collect())
            }
            RestAmount::Ratio { work, rest } => RestAmount::Ratio { work: *work, rest: *rest },
            RestAmount::UntilReady => RestAmount::UntilReady,
            RestAmount::TurnOff => RestAmount::TurnOff,
        }
    }

    fn option(&mut self, amount: &Option<Amount>) -> Option<Amount> {
        amount.as_ref().map(|amount| self.amount(amount))
    }

    fn amount(&mut self, amount: &Amount) -> Amount {
        self.moved(amount, false)
    }

    fn moved(&mut self, amount: &Amount, is_target: bool) -> Amount {
        if self.writer.is_alone {
            return *amount;
        }
        let Occasion { week, cycle, .. } = self.moment.occasion;
        let turn = Turn { week, cycle, session: self.session, ..Turn::default() };
        match on_day(amount, is_target, turn) {
            None => *amount,
            Some((moved, stopped)) => {
                if stopped {
                    self.writer.stopped.push(self.place);
                }
                moved
            }
        }
    }
}
