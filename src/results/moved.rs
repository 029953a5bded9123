//! A workout with its figures as they are after some results.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::asked::{Asked, asked, on_body};
use super::ground::{Ground, Standings};
use super::lifts::Heaviest;
use super::maxes::InPlan;
use super::standing::{Shift, Standing};
use super::week::is_same;
use crate::athlete::{Athlete, Lift, OfMax, convert_mass, part, percent_of, round_to, with_mass};
use crate::check::LoadUnit;
use crate::check::program::{
    Amount, Block, Bout, Choice, Dose, Exercise, LiftedIn, Movement, MovementId, Moves, Open, OwnTarget,
    SetGroup, Step, StepKind, Target, TargetKind, Unit, Workout,
};
use crate::source::{FileId, Place};

/// The step of distances in kilometres and miles: ten metres of a kilometre.
const LONG_GRAIN: i64 = 10;

/// Rewrites workouts with where their statements are.
pub struct Moving<'m, 'p> {
    ground: &'m Ground<'p>,
    /// Where in a plan they are.
    at: Option<InPlan<'m>>,
    standings: &'m Standings,
    /// The only movement whose loads are written, where the others are not asked for.
    only: Option<MovementId>,
    /// The top sets of the workout at hand, while only what is a part of them is written.
    tops: Option<Tops>,
    known: Known,
}

/// The top set that each statement of a workout goes by.
type Tops = FxHashMap<Place, Heaviest>;

/// What other sessions of a plan have as their heaviest set of a movement: none while that is being found out, so that
/// sessions that wait for each other come to an end.
type Known = Rc<RefCell<FxHashMap<((usize, usize), MovementId), Option<Heaviest>>>>;

/// What of a workout moved, in text order. Two with the same have the same figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Moved {
    places: Vec<(Place, Standing)>,
    maxes: Vec<(Arc<str>, Lift)>,
    lifts: Vec<(Place, Heaviest)>,
}

impl<'m, 'p> Moving<'m, 'p> {
    /// Returns what rewrites the workouts of a place in a plan, or those of none.
    pub fn new(ground: &'m Ground<'p>, at: Option<InPlan<'m>>, standings: &'m Standings) -> Self {
        Self { ground, at, standings, only: None, tops: None, known: Known::default() }
    }

    /// Returns what of a workout moved.
    pub fn moved_in(&self, workout: &Workout) -> Moved {
        let mut found = Moved::default();
        let standings = self.standings;
        let is_moved = !standings.places.is_empty() || !standings.maxes.is_empty();
        if is_moved || !standings.lifts.is_empty() || !self.ground.program.of_sessions.is_empty() {
            self.find(&workout.steps, workout.file, &mut found);
        }
        found
    }

    fn find(&self, steps: &[Step], file: FileId, found: &mut Moved) {
        for step in steps {
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    exercise.choices.iter().for_each(|choice| self.find_choice(choice, file, found));
                }
                StepKind::Block(block) => self.find(&block.steps, file, found),
                StepKind::Do(workout) => self.find(&workout.steps, workout.file, found),
                StepKind::Turns(turns) => turns.items.iter().for_each(|item| self.find(item, file, found)),
                StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
            }
        }
    }

    fn find_choice(&self, choice: &Choice, file: FileId, found: &mut Moved) {
        let place = Place::new(file, choice.name_span);
        found.places.extend(self.standings.places.get(&place).map(|standing| (place, *standing)));
        for target in choice.all_targets() {
            if let Some(lifted) = target.lifted.as_deref() {
                let place_of_it = Place { span: lifted.span, ..place };
                let heaviest = self.lifted(&lifted.what, choice, place);
                found.lifts.extend(heaviest.map(|heaviest| (place_of_it, heaviest)));
            }
            let Some(max) = target.own.as_deref().and_then(|own| own.of_max.as_deref()) else { continue };
            let lift = self.lift(max);
            if lift != Lift::default() {
                found.maxes.push((Arc::clone(&max.key), lift));
            }
        }
    }

    /// Returns how far a max has moved.
    fn lift(&self, max: &OfMax) -> Lift {
        self.at.map_or(Lift::default(), |at| self.standings.maxes.lift(max, at))
    }

    /// Returns a workout as it is now. The same one where nothing in it moved.
    pub fn workout(&self, workout: &Arc<Workout>) -> Arc<Workout> {
        let moved = if self.tops.is_none() && self.moved_in(workout) == Moved::default() {
            Arc::clone(workout)
        } else {
            let steps = self.steps(&workout.steps, workout.file);
            Arc::new(Workout { steps, ..(**workout).clone() })
        };
        let goes_by_top_sets = self.tops.is_none() && self.ground.program.has_top_sets;
        if goes_by_top_sets { self.by_top_sets(moved) } else { moved }
    }

    /// Returns a workout with the loads that are a part of its own top sets: of the heaviest set before them.
    fn by_top_sets(&self, workout: Arc<Workout>) -> Arc<Workout> {
        let mut tops = Tops::default();
        // None: a set that is worked up to, of which nobody knows the load.
        let mut so_far: FxHashMap<MovementId, Option<Heaviest>> = FxHashMap::default();
        for asked in asked(&workout, (self.ground.level_of)(&workout)) {
            let lifted = || asked.choice.all_targets().filter_map(|target| target.lifted.as_deref());
            if lifted().any(|lifted| matches!(lifted.what, LiftedIn::TopSet { .. })) {
                let top = so_far.get(&asked.movement).copied().flatten();
                tops.extend(top.map(|top| (asked.place, top)));
            } else if matches!(asked.choice.open, Some(Open::UpTo(_))) {
                so_far.insert(asked.movement, None);
            } else if let Some(heaviest) = Heaviest::asked_for(&asked) {
                let top = so_far.entry(asked.movement).or_insert(Some(heaviest));
                *top = top.map(|top| top.max(heaviest));
            }
        }
        if tops.is_empty() {
            return workout;
        }
        // All else was moved before.
        let unmoved = Standings::default();
        Moving { tops: Some(tops), ..Moving::new(self.ground, None, &unmoved) }.workout(&workout)
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
        let is_asked_for = |only| is_same(self.ground.program, only, choice.movement);
        if !self.only.is_none_or(is_asked_for) {
            return choice.clone();
        }
        let place = Place::new(file, choice.name_span);
        let standing = self.standings.places.get(&place).copied();
        let standing = standing.filter(|_| choice.moves.is_some()).unwrap_or_default();
        let scheme = choice.moves.as_ref().and_then(|moves| moves.scheme(standing.scheme));
        let dose = match scheme.map_or_else(|| choice.dose.clone(), |scheme| Dose::Sets(scheme.into())) {
            Dose::FromBlock => Dose::FromBlock,
            Dose::Bout(bout) => Dose::Bout(moved_bout(bout, standing.dose)),
            Dose::Sets(groups) => {
                let group = |group: SetGroup| SetGroup {
                    bout: moved_bout(group.bout, standing.dose),
                    targets: self.targets(&group.targets, choice, place, standing.load),
                    ..group
                };
                Dose::Sets(Vec::from(groups).into_iter().map(group).collect())
            }
        };
        let targets = self.targets(&choice.targets, choice, place, standing.load);
        let ladder = choice.moves.as_ref().map_or(&[][..], |moves| &moves.ladder);
        let harder = standing.harder.checked_sub(1).and_then(|harder| ladder.get(harder)).copied();
        Choice { dose, targets, movement: harder.unwrap_or(choice.movement), ..choice.clone() }
    }

    fn targets(&self, targets: &[Target], choice: &Choice, place: Place, shift: Shift) -> Vec<Target> {
        let moved = |target: &Target| match target.lifted.as_deref() {
            Some(lifted) => self.part_of_lifted(target, &lifted.what, choice, place),
            None => self.target(&self.with_max(target), choice, shift),
        };
        targets.iter().map(moved).collect()
    }

    /// Returns the set that a load is a part of. None where nothing is known of it.
    fn lifted(&self, what: &LiftedIn, choice: &Choice, place: Place) -> Option<Heaviest> {
        match what {
            LiftedIn::TopSet { .. } => self.tops.as_ref()?.get(&place).copied(),
            LiftedIn::LastTime => self.standings.lifts.last_time(place),
            LiftedIn::Day(_) | LiftedIn::Session(_) => {
                let named = self.at?.named(what);
                let heaviest = named.into_iter().filter_map(|other| self.heaviest_in(other, choice.movement));
                heaviest.reduce(Heaviest::max)
            }
        }
    }

    /// Returns the heaviest set of a movement in another session: as it was lifted, where that is written down, else as it
    /// is planned now.
    fn heaviest_in(&self, session: InPlan<'m>, movement: MovementId) -> Option<Heaviest> {
        let key = (session.moment(), movement);
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        self.known.borrow_mut().insert(key, None);
        let level = (self.ground.level_of)(session.workout());
        let written = asked(session.workout(), level);
        let own = |asked: &&Asked<'_>| is_same(self.ground.program, asked.movement, movement);
        let lifts = &self.standings.lifts;
        let lifted = written.iter().filter(own).filter_map(|one| lifts.in_session(one.place, session));
        let heaviest = lifted.reduce(Heaviest::max).or_else(|| {
            let (at, only, known) = (Some(session), Some(movement), Rc::clone(&self.known));
            let planned = Moving { at, only, known, ..Moving::new(self.ground, None, self.standings) }
                .workout(session.workout());
            let planned = asked(&planned, level);
            planned.iter().filter(own).filter_map(Heaviest::asked_for).reduce(Heaviest::max)
        });
        self.known.borrow_mut().insert(key, heaviest);
        heaviest
    }

    /// Returns a part of what was lifted with the load that it comes to.
    fn part_of_lifted(&self, target: &Target, what: &LiftedIn, choice: &Choice, place: Place) -> Target {
        let mut target = target.clone();
        let Some(heaviest) = self.lifted(what, choice, place) else { return target };
        let Some(percent) = target.amount else { return target };
        // Without an athlete the plates are those of the load that is written.
        let units = if heaviest.unit == Unit::Pound { LoadUnit::Pound } else { LoadUnit::Kilogram };
        let anybody = || Athlete::new(String::new(), units);
        let nobodys = if self.ground.program.athlete.is_none() { Some(anybody()) } else { None };
        let athlete = nobodys.as_ref().unwrap_or(self.ground.athlete);
        let base = athlete.in_own_units(Amount::exactly(heaviest.figure, heaviest.unit));
        let plus = target.plus.map(|plus| athlete.in_own_units(plus));
        let part = |percent: &Amount| with_mass(percent_of(percent, base.low, base.unit), plus.as_ref());
        let amount = part(&percent);
        if amount.low > 0 {
            let movement = self.ground.program.movement(choice.movement);
            let to = target.to.as_ref().map(part);
            let kind = TargetKind::Load { implements: heaviest.implements };
            let own = OwnTarget {
                target: Target { to, ..Target::new(kind, amount) },
                rounding: athlete.rounding_of(movement),
                of_max: None,
            };
            target.own = Some(Box::new(own));
        }
        target
    }

    /// Returns a target with the max that it is a part of where that is now.
    fn with_max(&self, target: &Target) -> Target {
        let mut target = target.clone();
        let Some(own) = target.own.as_deref_mut() else { return target };
        let Some(max) = own.of_max.as_deref() else { return target };
        let lift = self.lift(max);
        let more = max.training.map_or(lift.max, |share| part(share, lift.max).saturating_add(lift.training));
        let ends = target.amount.map(|percent| (percent.low, percent.high));
        let ends = max.share.map(|share| (share, share)).or(ends);
        if let (Some(load), Some((low, high))) = (own.target.amount.as_mut(), ends) {
            load.low = load.low.saturating_add(part(low, more));
            load.high = load.high.saturating_add(part(high, more));
        }
        target
    }

    /// Returns a target with its load moved. What is shown is what can be put on the bar.
    fn target(&self, target: &Target, choice: &Choice, shift: Shift) -> Target {
        if shift == Shift::default() || !target.kind.is_weight() {
            return target.clone();
        }
        let movement = self.ground.program.movement(choice.movement);
        match target.kind {
            TargetKind::Percent { .. } | TargetKind::RepMax => self.part_of_max(target, movement, shift),
            TargetKind::Assistance => {
                let help = self.load(target, movement, shift);
                let is_over = help.amount.is_some_and(|amount| amount.high == 0);
                if is_over { Target::bare(TargetKind::Bodyweight) } else { help }
            }
            TargetKind::Bodyweight if target.amount.is_none() => {
                let unit = on_body(choice).unwrap_or(Unit::Kilogram);
                let target = Target { amount: Some(Amount::exactly(0, unit)), ..target.clone() };
                self.load(&target, movement, shift)
            }
            _ => self.load(target, movement, shift),
        }
    }

    /// Returns a part of a max with the load that it comes to moved.
    fn part_of_max(&self, target: &Target, movement: &Movement, shift: Shift) -> Target {
        let mut target = target.clone();
        let Some(load) = target.own.as_deref_mut().and_then(|own| own.target.amount.as_mut()) else {
            return target;
        };
        let before = load.low;
        *load = not_below(self.ground.least_load(movement, load.unit), moved(*load, shift));
        if !matches!(target.kind, TargetKind::RepMax) {
            let more = load.low.saturating_sub(before);
            let plus = target.plus.unwrap_or(Amount::exactly(0, load.unit));
            target.plus = Some(Amount { low: plus.low + more, high: plus.high + more, ..plus });
        }
        target
    }

    /// Returns a load moved: a weight, what is added to the body's own weight, or what helps.
    fn load(&self, target: &Target, movement: &Movement, shift: Shift) -> Target {
        let mut target = target.clone();
        let Some(amount) = target.amount.as_mut() else { return target };
        let athlete = self.ground.athlete;
        let before = amount.low;
        let is_weight = matches!(target.kind, TargetKind::Load { .. });
        let least = if is_weight { self.ground.least_load(movement, amount.unit) } else { 0 };
        *amount = not_below(least, moved(*amount, shift));
        if !is_weight {
            // What hangs from a belt, or helps, comes in the same steps as what is on a bar. It may be nothing.
            let step = convert_mass(athlete.step(), athlete.units.unit(), amount.unit);
            let rounded = |figure: i64| if figure * 2 <= step { 0 } else { round_to(figure, step) };
            (amount.low, amount.high) = (rounded(amount.low), rounded(amount.high));
        }
        let Some(own) = target.own.as_deref_mut() else {
            if is_weight && amount.unit == athlete.units.unit() {
                let rounding = athlete.rounding_of(movement);
                (amount.low, amount.high) = (rounding.round(amount.low), rounding.round(amount.high));
            }
            return target;
        };
        // The own load of `bodyweight +10kg` is all of it.
        let more = Amount::exactly(amount.low.saturating_sub(before), amount.unit);
        let more = athlete.in_own_units(more).low;
        let all = own.target.amount.as_mut();
        if let Some(all) = all.filter(|all| all.unit == athlete.units.unit()) {
            all.low = all.low.saturating_add(more);
            all.high = all.high.saturating_add(more);
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

/// Returns a load that moved, which can't become less than this.
fn not_below(least: i64, load: Amount) -> Amount {
    Amount { low: load.low.max(least), high: load.high.max(least), ..load }
}

/// Returns a bout that moved. It stays in whole figures, and long distances in steps that can be run.
fn moved_bout(bout: Bout, shift: Shift) -> Bout {
    if shift == Shift::default() {
        return bout;
    }
    let moved = |amount: Amount| {
        let amount = moved(amount, shift);
        let is_long = matches!(amount.unit, Unit::Kilometre | Unit::Mile);
        let grain = if is_long { LONG_GRAIN } else { 1000 };
        let whole = |figure: i64| figure - figure % grain;
        Amount { low: whole(amount.low), high: whole(amount.high), ..amount }
    };
    match bout {
        Bout::Of(amount) => Bout::Of(moved(amount)),
        Bout::AtLeast(amount) => Bout::AtLeast(moved(amount)),
        Bout::Max(amount) => Bout::Max(amount.map(moved)),
    }
}
