//! What changes in a workout of a plan from day to day, found out once.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::athlete::{OfMax, Raises};
use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Counter, Dose, Each, RestAmount, Step, StepKind,
    Target, Turns, When, Workout,
    words::{self, Named},
};
use crate::source::Place;

/// The number of a workout among those of a plan.
pub(super) type Number = usize;

/// What is in a workout and in the workouts that it does.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    /// Whether a progression in it counts weeks.
    pub by_week: bool,
    /// Whether a progression in it counts cycles.
    pub by_cycle: bool,
    /// Which words of a plan its texts name.
    pub named: Named,
    /// Whether anything in it is done only some of the times, so that what it counts differs from day to day.
    pub chooses: bool,
    /// What its own steps count and choose, in text order; empty unless it chooses.
    pub marks: Vec<Mark>,
    /// The workouts in it whose own steps count sessions, itself among them; in order, each once.
    pub by_session: Vec<Number>,
    /// All workouts in it, itself among them; in order, each once.
    pub all: Vec<Number>,
    /// What of it is raised from turn to turn.
    pub raisable: Raisable,
}

/// What is raised of something that is done.
#[derive(Debug, Clone, Default)]
pub(super) struct Raisable {
    /// The maxes that loads in it are parts of; in order, each once. None where nothing is raised.
    pub maxes: Vec<OfMax>,
    /// The keys of the movements that are done in it, where their sessions are counted; in order, each once.
    pub movements: Vec<Arc<str>>,
}

impl Raisable {
    /// Adds what something else is raised by. Then it must be put in order again.
    pub fn add(&mut self, other: &Raisable) {
        self.maxes.extend(other.maxes.iter().cloned());
        self.movements.extend(other.movements.iter().cloned());
    }

    /// Puts all in order, each once.
    pub fn tidy(&mut self) {
        self.maxes.sort_unstable_by(|one, other| order(one).cmp(&order(other)));
        self.maxes.dedup();
        self.movements.sort_unstable();
        self.movements.dedup();
    }
}

/// Returns what maxes are sorted by.
fn order(max: &OfMax) -> (&str, Option<i64>, Option<i64>) {
    (&max.key, max.training, max.share)
}

impl Contents {
    /// Tells whether anything in it differs from one day to another.
    pub fn moves(&self) -> bool {
        self.by_week || self.by_cycle || self.named.any() || self.chooses || !self.by_session.is_empty()
    }
}

/// The workouts of a plan, each with a number. A workout that is done twice has one number: it is identified by its
/// place.
#[derive(Debug)]
pub(super) struct Library<'p> {
    numbers: FxHashMap<Place, Number>,
    contents: Vec<Contents>,
    /// What is raised in the plan.
    raises: &'p Raises,
}

impl<'p> Library<'p> {
    /// Returns a library without workouts, for a plan in which this is raised.
    pub fn new(raises: &'p Raises) -> Self {
        Self { numbers: FxHashMap::default(), contents: Vec::new(), raises }
    }

    /// Returns the number of a workout, and gives it one the first time.
    pub fn number(&mut self, workout: &Workout) -> Number {
        let place = workout.place();
        if let Some(&number) = self.numbers.get(&place) {
            return number;
        }
        let number = self.contents.len();
        self.numbers.insert(place, number);
        self.contents.push(Contents::default());
        let mut found = Found::new(self.raises);
        let at_top = [&workout.transition, &workout.switch];
        at_top.into_iter().flatten().for_each(|amount| found.amount(amount));
        found.steps(&workout.steps);
        let named = words::named(workout);
        found.by_session |= named.session;
        let Found { by_week, by_cycle, chooses, .. } = found;
        let mut contents =
            Contents { by_week, by_cycle, named, chooses, raisable: found.raisable, ..Contents::default() };
        contents.all.push(number);
        contents.by_session.extend(found.by_session.then_some(number));
        for done in found.done {
            let inner = self.number(done);
            let Some(inner) = self.contents.get(inner) else { continue };
            contents.by_week |= inner.by_week;
            contents.by_cycle |= inner.by_cycle;
            contents.named.add(inner.named);
            contents.chooses |= inner.chooses;
            contents.all.extend(&inner.all);
            contents.by_session.extend(&inner.by_session);
            contents.raisable.add(&inner.raisable);
        }
        for numbers in [&mut contents.all, &mut contents.by_session] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        contents.raisable.tidy();
        if contents.chooses {
            contents.marks = self.marks(workout);
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

/// What is counted or chosen in some steps.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    /// Progressions of the steps up to the next choice count this.
    Counts(Each),
    /// Texts of the workout name these words.
    Names(Named),
    /// A load is a part of a max, where anything is raised.
    PartOf(OfMax),
    /// A movement is done whose sessions are counted.
    Moves(Arc<str>),
    /// Another workout is done.
    Does(Number),
    /// One of several items is done, each with what it counts and chooses.
    Chooses { place: Place, turns: Arc<Turns>, items: Vec<Vec<Mark>> },
}

impl Library<'_> {
    /// Returns what the steps of a workout count and choose. What it does has a number already.
    fn marks(&mut self, workout: &Workout) -> Vec<Mark> {
        let mut at_top = Found::new(self.raises);
        [&workout.transition, &workout.switch].into_iter().flatten().for_each(|amount| at_top.amount(amount));
        let mut marks = at_top.counts();
        marks.extend(names(words::named_at_top(workout)));
        marks.extend(self.marks_of(&workout.steps, workout));
        marks
    }

    fn marks_of(&mut self, steps: &[Step], workout: &Workout) -> Vec<Mark> {
        let mut marks = Vec::new();
        for step in steps {
            marks.extend(names(words::named_by(step, workout)));
            match &step.kind {
                StepKind::Turns(turns) => {
                    let items = turns.items.iter().map(|item| self.marks_of(item, workout)).collect();
                    let place = Place::new(workout.file, step.span);
                    // Its steps are in the workout; here only the choice is needed.
                    let turns = Turns {
                        when: turns.when.clone(),
                        items: vec![Vec::new(); turns.items.len()],
                        tables: turns.tables.clone(),
                    };
                    marks.push(Mark::Chooses { place, turns: Arc::new(turns), items });
                }
                StepKind::Do(done) => marks.push(Mark::Does(self.number(done))),
                StepKind::Block(block) => {
                    let mut header = Found::new(self.raises);
                    header.header(block);
                    marks.extend(header.counts());
                    marks.extend(self.marks_of(&block.steps, workout));
                }
                StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {
                    let mut found = Found::new(self.raises);
                    found.steps(std::slice::from_ref(step));
                    marks.extend(found.counts());
                }
            }
        }
        marks
    }
}

/// Returns a mark of the words that texts name, where they name any.
fn names(named: Named) -> Option<Mark> {
    named.any().then_some(Mark::Names(named))
}

/// What the progressions of one workout's own steps count, and which workouts they do.
struct Found<'w> {
    by_week: bool,
    by_cycle: bool,
    by_session: bool,
    chooses: bool,
    done: Vec<&'w Arc<Workout>>,
    raises: &'w Raises,
    raisable: Raisable,
}

impl<'w> Found<'w> {
    fn new(raises: &'w Raises) -> Self {
        let (by_week, by_session, by_cycle, chooses) = Default::default();
        Self {
            by_week,
            by_session,
            by_cycle,
            chooses,
            done: Vec::new(),
            raises,
            raisable: Raisable::default(),
        }
    }

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
                StepKind::Turns(turns) => {
                    self.chooses = true;
                    let (When::By(counter) | When::Only(counter, _)) = &turns.when else {
                        turns.items.iter().for_each(|item| self.steps(item));
                        continue;
                    };
                    self.by_cycle |= *counter == Counter::Cycle;
                    turns.items.iter().for_each(|item| self.steps(item));
                }
            }
        }
    }

    /// Returns what was found to be counted and raised.
    fn counts(mut self) -> Vec<Mark> {
        let all =
            [(self.by_week, Each::Week), (self.by_session, Each::Session), (self.by_cycle, Each::Cycle)];
        let counted = all.into_iter().filter(|(is_counted, _)| *is_counted);
        self.raisable.tidy();
        counted
            .map(|(_, each)| Mark::Counts(each))
            .chain(self.raisable.maxes.into_iter().map(Mark::PartOf))
            .chain(self.raisable.movements.into_iter().map(Mark::Moves))
            .collect()
    }

    fn block(&mut self, block: &'w Block) {
        self.header(block);
        self.steps(&block.steps);
    }

    fn header(&mut self, block: &Block) {
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
    }

    fn choice(&mut self, choice: &Choice) {
        self.raisable.movements.extend(self.raises.key_of(choice.movement.0 as usize).cloned());
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
            RestAmount::ByRound(rests) => rests.iter().for_each(|rest| self.rest(rest)),
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
        if !self.raises.is_empty() {
            let of_max = target.own.as_deref().and_then(|own| own.of_max.as_deref());
            self.raisable.maxes.extend(of_max.cloned());
        }
        [&target.amount, &target.to, &target.plus]
            .into_iter()
            .flatten()
            .for_each(|amount| self.amount(amount));
    }

    fn amount(&mut self, amount: &Amount) {
        match amount.progression.map(|progression| progression.each) {
            Some(Each::Week) => self.by_week = true,
            Some(Each::Session) => self.by_session = true,
            Some(Each::Cycle) => self.by_cycle = true,
            Some(Each::Set | Each::Round) | None => {}
        }
    }
}
