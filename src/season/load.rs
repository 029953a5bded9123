//! What a session adds up to: distance, time, sets, loads.

use rustc_hash::FxHashSet;

use super::{Intensity, Travel, Units};
use crate::check::program::{
    BlockKind, Movement, MovementPace, Pattern, Program, Step, StepKind, TargetKind, Unit, Workout,
};
use crate::quantity::{KILOGRAM, POUND};
use crate::timeline::effort;
use crate::timeline::{BlockId, Ending, KILOMETRE_MS, Segment, SegmentKind, SettledTarget, Timeline};

/// One set: figures of sets are in thousandths.
pub const MILLI: i64 = 1_000;

/// From this many sets on, in thousandths, a session is one for strength. Fewer may be the lunges of a warm-up.
const STRENGTH_SETS: i64 = 3 * MILLI;

/// From this many sets with heavy loads or to the limit, in thousandths, a session is hard.
const HARD_SETS: i64 = 3 * MILLI;

/// From this much time above the second threshold, a session is hard. Strides at the end of an easy run take less.
const HARD_MS: i64 = 3 * 60_000;

/// From this much time on foot in one go, a session is a long run: it empties the muscles' store of glycogen (Burke and
/// others, Journal of Sports Sciences 2011, have 90 minutes).
const LONG_RUN_MS: i64 = 90 * 60_000;

/// What one session adds up to, or several together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load<'p> {
    /// How long it takes, in milliseconds.
    pub duration_ms: i64,
    /// The distance, in millimetres, for each way of travelling, in the order of [`Travel::ALL`].
    pub distance_mm: [i64; Travel::ALL.len()],
    /// Whether any part of the distance is estimated from a time and a usual pace.
    pub is_distance_estimated: bool,
    /// What of each distance is done in rounds of an AMRAP that are only estimated.
    pub guessed_mm: [i64; Travel::ALL.len()],
    /// Time in each way of travelling, in milliseconds, in the order of [`Travel::ALL`]: work, carries over a distance and
    /// rests in motion, without the estimated rounds of AMRAPs.
    pub travel_ms: [i64; Travel::ALL.len()],
    /// What of the distance on foot is loads carried, in millimetres, without the estimated rounds of AMRAPs.
    pub carried_mm: i64,
    /// What of the time on foot is loads carried, in milliseconds.
    pub carried_ms: i64,
    /// Endurance work below the first threshold, in milliseconds.
    pub easy_ms: i64,
    /// Endurance work between the two thresholds, in milliseconds.
    pub moderate_ms: i64,
    /// Endurance work above the second threshold, in milliseconds.
    pub hard_ms: i64,
    /// Endurance work that does not say how hard it is, in milliseconds.
    pub unsaid_ms: i64,
    /// The sets of strength work, in thousandths. One side at a time is half a set.
    pub sets: i64,
    /// Those of them that are done in rounds of an AMRAP that are only estimated.
    pub guessed_sets: i64,
    /// Those of the others that say that they are hard: with a heavy load or at a high effort.
    pub hard_sets: i64,
    /// Those of the others that are squats, hinges, lunges and jumps.
    pub leg_sets: i64,
    /// The sets for each muscle, in thousandths, in order of first use. A secondary muscle counts half.
    pub muscles: Vec<(&'p str, i64)>,
    /// Of the hard ones, and of those to the limit, the sets for each muscle that does the work.
    pub hard_muscles: Vec<(&'p str, i64)>,
    /// Loads by repetitions, in grams.
    pub volume_g: i64,
    /// Whether any of these loads is lifted in rounds of an AMRAP that are only estimated.
    pub is_volume_guessed: bool,
    /// Whether a set goes to the limit at a share of a maximum, as `5+ @ 85%` does.
    pub has_limit_set: bool,
    /// Whether any strength work says how hard it is.
    pub is_effort_said: bool,
    /// Whether it is, or has, a long run.
    pub has_long_run: bool,
    /// The units that it is written in.
    pub units: Units,
}

impl<'p> Load<'p> {
    /// Adds up a session. Sets in a warm-up or a cool-down do not count as strength work.
    pub fn of(program: &'p Program, workout: &Workout, timeline: &Timeline<'_>) -> Self {
        let mut load = Self { duration_ms: timeline.likely_ms, ..Self::default() };
        let mut gather = Gather { program, beside: beside(&workout.steps), load: &mut load };
        gather.all(&timeline.segments, Times::once(), false);
        let foot_ms = load.time(Travel::Foot);
        load.has_long_run |= foot_ms >= LONG_RUN_MS && foot_ms * 2 > timeline.work_ms;
        load
    }

    /// Adds another to this.
    pub fn add(&mut self, other: &Load<'p>) {
        let sum = |a: &mut i64, b: i64| *a = a.saturating_add(b);
        for (own, more) in self.distance_mm.iter_mut().zip(other.distance_mm) {
            sum(own, more);
        }
        for (own, more) in self.guessed_mm.iter_mut().zip(other.guessed_mm) {
            sum(own, more);
        }
        for (own, more) in self.travel_ms.iter_mut().zip(other.travel_ms) {
            sum(own, more);
        }
        sum(&mut self.duration_ms, other.duration_ms);
        sum(&mut self.carried_mm, other.carried_mm);
        sum(&mut self.carried_ms, other.carried_ms);
        sum(&mut self.easy_ms, other.easy_ms);
        sum(&mut self.moderate_ms, other.moderate_ms);
        sum(&mut self.hard_ms, other.hard_ms);
        sum(&mut self.unsaid_ms, other.unsaid_ms);
        sum(&mut self.sets, other.sets);
        sum(&mut self.guessed_sets, other.guessed_sets);
        sum(&mut self.hard_sets, other.hard_sets);
        sum(&mut self.leg_sets, other.leg_sets);
        sum(&mut self.volume_g, other.volume_g);
        for &(muscle, sets) in &other.muscles {
            add_to(&mut self.muscles, muscle, sets);
        }
        for &(muscle, sets) in &other.hard_muscles {
            add_to(&mut self.hard_muscles, muscle, sets);
        }
        self.is_volume_guessed |= other.is_volume_guessed;
        self.is_distance_estimated |= other.is_distance_estimated;
        self.has_limit_set |= other.has_limit_set;
        self.is_effort_said |= other.is_effort_said;
        self.units.add(&other.units);
        self.has_long_run |= other.has_long_run;
    }

    /// Returns the distance of one way of travelling, in millimetres.
    pub fn distance(&self, travel: Travel) -> i64 {
        self.distance_mm[travel as usize]
    }

    /// Returns the time in one way of travelling, in milliseconds.
    pub fn time(&self, travel: Travel) -> i64 {
        self.travel_ms[travel as usize]
    }

    /// Returns the distance of one way of travelling without the estimated rounds of AMRAPs, in millimetres.
    pub fn known_distance(&self, travel: Travel) -> i64 {
        self.distance(travel).saturating_sub(self.guessed_mm[travel as usize])
    }

    /// Tells whether it is a session for strength, or includes one. Rounds that are only estimated do not make it one.
    pub fn is_strength(&self) -> bool {
        self.sets.saturating_sub(self.guessed_sets) >= STRENGTH_SETS
    }

    /// Returns how hard a session is as a whole; none if most of it does not say so. Mobility work is easy.
    pub fn intensity(&self) -> Option<Intensity> {
        let is_heavy = self.hard_sets >= HARD_SETS || self.has_limit_set;
        if self.hard_ms >= HARD_MS || is_heavy || self.has_long_run {
            Some(Intensity::Hard)
        } else if self.moderate_ms >= HARD_MS || self.hard_ms > 0 || self.is_effort_said {
            Some(Intensity::Moderate)
        } else if self.is_strength() || self.unsaid_ms > self.easy_ms {
            None
        } else {
            Some(Intensity::Easy)
        }
    }
}

fn add_to<'p>(muscles: &mut Vec<(&'p str, i64)>, muscle: &'p str, sets: i64) {
    match muscles.iter_mut().find(|(name, _)| *name == muscle) {
        Some((_, own)) => *own = own.saturating_add(sets),
        None => muscles.push((muscle, sets)),
    }
}

/// How often something is done, in thousandths.
#[derive(Debug, Clone, Copy)]
struct Times {
    all: i64,
    /// Those of them that are rounds of an AMRAP beyond its first, which are only estimated.
    guessed: i64,
}

impl Times {
    const fn once() -> Self {
        Self { all: MILLI, guessed: 0 }
    }

    /// Returns so much of a figure as is done, and what of that is only estimated.
    fn of(self, figure: i64) -> (i64, i64) {
        let often = |times: i64| (i128::from(figure) * i128::from(times) / i128::from(MILLI)) as i64;
        (often(self.all), often(self.guessed))
    }
}

/// A walk over a timeline.
struct Gather<'g, 'p> {
    program: &'p Program,
    /// The blocks before and after the main work.
    beside: FxHashSet<BlockId>,
    load: &'g mut Load<'p>,
}

impl<'p> Gather<'_, 'p> {
    /// Adds segments that are done so many times. `against_time`: in an AMRAP or a work for time.
    fn all<'s>(
        &mut self,
        segments: impl IntoIterator<Item = &'s Segment<'s>>,
        times: Times,
        against_time: bool,
    ) {
        for segment in segments {
            match segment.kind {
                SegmentKind::Work => self.work(segment, times, against_time),
                SegmentKind::Interval => self.all(&segment.steps, times, against_time),
                // The timeline has one round of an AMRAP; as many are done as there is time for.
                SegmentKind::Amrap => {
                    let (once, round): (Vec<_>, Vec<_>) =
                        segment.steps.iter().partition(|step| step.once.is_some());
                    let length =
                        |steps: &[&Segment<'_>]| steps.iter().map(|step| step.duration_ms).sum::<i64>();
                    let left_ms = segment.duration_ms.saturating_sub(length(&once)).max(0);
                    let round_ms = length(&round);
                    self.all(once, times, true);
                    let rounds = left_ms.saturating_mul(times.all) / round_ms.max(1);
                    let guessed = rounds.saturating_sub(times.all).max(0).saturating_add(times.guessed);
                    let rounds = Times { all: rounds, guessed: guessed.min(rounds) };
                    self.all(round, if round_ms > 0 { rounds } else { times }, true);
                }
                SegmentKind::ForTime => self.all(&segment.steps, times, true),
                SegmentKind::Rest => self.rest(segment, times),
                SegmentKind::Transition | SegmentKind::Switch => {}
            }
        }
    }

    fn work(&mut self, segment: &Segment<'_>, times: Times, against_time: bool) {
        let program = self.program;
        let Some(movement) = segment.movement.map(|id| program.movement(id)) else { return };
        let is_beside = self.beside.contains(&segment.block);
        let (volume_g, guessed_g) = times.of(volume_g(segment));
        self.load.volume_g = self.load.volume_g.saturating_add(volume_g);
        self.load.is_volume_guessed |= guessed_g > 0;
        let travel = Travel::by(movement);
        let units = segment.dose.iter().map(|dose| dose.unit);
        for unit in units.chain(segment.targets.iter().map(|target| target.unit)) {
            self.load.units.count(unit, travel);
        }
        if let Some(travel) = travel {
            self.ground(segment, movement, travel, times);
            self.load.has_long_run |= movement.id == "long-run" && !is_beside;
        } else if movement.pattern == Some(Pattern::Carry) && is_over_a_distance(segment) {
            let before = (self.load.known_distance(Travel::Foot), self.load.time(Travel::Foot));
            self.ground(segment, movement, Travel::Foot, times);
            self.load.carried_mm += self.load.known_distance(Travel::Foot) - before.0;
            self.load.carried_ms += self.load.time(Travel::Foot) - before.1;
        }
        if against_time && !is_beside {
            *self.time_of(Some(Intensity::Hard)) += times.of(segment.duration_ms).0;
        } else if against_time || travel.is_some() {
            *self.time_of(Intensity::of(segment, movement)) += times.of(segment.duration_ms).0;
        }
        if is_strength_work(movement) && !is_beside {
            self.strength(segment, movement, times);
        }
    }

    /// Adds a rest in motion. Nobody rests hard, whatever the movement is called.
    fn rest(&mut self, segment: &Segment<'_>, times: Times) {
        let program = self.program;
        let Some(movement) = segment.movement.map(|id| program.movement(id)) else { return };
        if let Some(travel) = Travel::by(movement) {
            self.ground(segment, movement, travel, times);
            *self.time_of(Some(Intensity::Easy)) += times.of(segment.duration_ms).0;
        }
    }

    /// Adds the ground that a bout covers, and its time.
    fn ground(&mut self, segment: &Segment<'_>, movement: &Movement, travel: Travel, times: Times) {
        let (distance_mm, estimated) = ground(segment, movement, travel);
        let (distance_mm, guessed_mm) = times.of(distance_mm);
        self.load.distance_mm[travel as usize] += distance_mm;
        self.load.guessed_mm[travel as usize] += guessed_mm;
        self.load.is_distance_estimated |= estimated;
        let (length_ms, guessed_ms) = times.of(segment.duration_ms);
        self.load.travel_ms[travel as usize] += length_ms - guessed_ms;
    }

    fn time_of(&mut self, intensity: Option<Intensity>) -> &mut i64 {
        match intensity {
            Some(Intensity::Easy) => &mut self.load.easy_ms,
            Some(Intensity::Moderate) => &mut self.load.moderate_ms,
            Some(Intensity::Hard) => &mut self.load.hard_ms,
            None => &mut self.load.unsaid_ms,
        }
    }

    /// Adds a set of strength work.
    fn strength(&mut self, segment: &Segment<'_>, movement: &'p Movement, times: Times) {
        let halves = u32::from(segment.side.is_some()) + u32::from(segment.direction.is_some());
        let (sets, guessed_sets) = (times.all >> halves, times.guessed >> halves);
        let known_sets = sets - guessed_sets;
        self.load.sets += sets;
        self.load.guessed_sets += guessed_sets;
        if is_of_legs(movement) {
            self.load.leg_sets += known_sets;
        }
        let is_relative =
            segment.targets.iter().any(|target| matches!(target.kind, TargetKind::Percent { .. }));
        self.load.has_limit_set |= effort::is_to_the_limit(segment) && is_relative;
        let said = Intensity::of_effort(&segment.targets);
        self.load.is_effort_said |= said.is_some() || is_relative;
        if said == Some(Intensity::Hard) {
            self.load.hard_sets += known_sets;
        }
        if said == Some(Intensity::Hard) || effort::is_to_the_limit(segment) {
            for muscle in &movement.muscles {
                add_to(&mut self.load.hard_muscles, muscle, known_sets);
            }
        }
        for (muscle, sets) in sets_of_muscles(movement, sets) {
            add_to(&mut self.load.muscles, muscle, sets);
        }
    }
}

/// Tells whether sets of a movement are strength work: nobody travels by it, and it is more than mobility.
pub fn is_strength_work(movement: &Movement) -> bool {
    Travel::by(movement).is_none() && movement.pattern != Some(Pattern::Mobility)
}

/// Returns how many of its sets each muscle of a movement gets, in thousandths: a muscle that does the work all of them,
/// one that helps half.
pub fn sets_of_muscles(movement: &Movement, sets: i64) -> impl Iterator<Item = (&str, i64)> {
    let main = movement.muscles.iter().map(move |muscle| (muscle.as_str(), sets));
    main.chain(movement.secondary.iter().map(move |muscle| (muscle.as_str(), sets / 2)))
}

/// Tells whether a bout is measured by the ground that it covers.
fn is_over_a_distance(segment: &Segment<'_>) -> bool {
    segment.dose.is_some_and(|dose| dose.unit.tenths_of_mm().is_some())
}

/// Returns the distance of a bout, in millimetres, and whether it is estimated. The pace is its own, or that of the
/// movement, or on foot a usual one; without a pace, the distance is zero.
fn ground(segment: &Segment<'_>, movement: &Movement, travel: Travel) -> (i64, bool) {
    let Some(dose) = segment.dose.filter(|dose| dose.ending != Ending::Max) else { return (0, false) };
    if let Some(tenths) = dose.unit.tenths_of_mm() {
        return (narrow(i128::from(dose.value) * i128::from(tenths) / 10_000), false);
    }
    if dose.unit != Unit::Second {
        return (0, false);
    }
    let ms = i128::from(segment.duration_ms);
    let at_target = segment.targets.iter().find_map(|target| {
        let target = target.own.as_deref().unwrap_or(target);
        let figure = i128::from(target.value?).max(1);
        let mm = if let Unit::SecondPer { mm } = target.unit {
            ms * i128::from(mm) / figure
        } else if target.unit == Unit::KilometrePerHour {
            ms * figure / 3_600
        } else if target.unit == Unit::MilePerHour {
            ms * figure * 1_609_344 / 3_600_000_000
        } else {
            return None;
        };
        Some((mm, false))
    });
    let by_movement = || match movement.pace {
        Some(MovementPace::PerDistance { ms: each, mm }) if each > 0 => {
            Some((ms * i128::from(mm) / i128::from(each), true))
        }
        Some(MovementPace::PerDistance { .. } | MovementPace::PerRep(_)) | None => None,
    };
    let usual = || (travel == Travel::Foot).then_some((ms * 1_000_000 / i128::from(KILOMETRE_MS), true));
    let (mm, estimated) = at_target.or_else(by_movement).or_else(usual).unwrap_or((0, false));
    (narrow(mm), estimated)
}

/// Returns load by repetitions, in grams, without the athlete's own body.
fn volume_g(segment: &Segment<'_>) -> i64 {
    let Some(dose) = segment.dose.filter(|dose| dose.unit == Unit::Count && dose.ending != Ending::Max)
    else {
        return 0;
    };
    let lifted: i128 = segment.targets.iter().map(lifted).sum();
    narrow(lifted * i128::from(dose.value) / (1_000 * KILOGRAM))
}

/// Returns the load of one repetition, in grams, without the athlete's own body.
pub fn lifted_g(segment: &Segment<'_>) -> i64 {
    narrow(segment.targets.iter().map(lifted).sum::<i128>() / KILOGRAM)
}

/// Tells whether the legs do the work.
fn is_of_legs(movement: &Movement) -> bool {
    match movement.pattern {
        Some(Pattern::Squat | Pattern::Hinge | Pattern::Lunge | Pattern::Jump) => true,
        Some(
            Pattern::Push
            | Pattern::Pull
            | Pattern::Carry
            | Pattern::Core
            | Pattern::Rotation
            | Pattern::Locomotion
            | Pattern::Mobility,
        )
        | None => false,
    }
}

/// Returns the load of one repetition, in 1/100,000,000 of a gram.
fn lifted(target: &SettledTarget) -> i128 {
    let figure = target.own.as_deref().unwrap_or(target);
    // Assistance is not a load. Targets without a mass have none of the units below, and count as zero.
    let implements = if let TargetKind::Load { implements } = target.kind {
        i128::from(implements)
    } else {
        i128::from(target.kind != TargetKind::Assistance)
    };
    let of = if figure.unit == Unit::Kilogram {
        KILOGRAM
    } else if figure.unit == Unit::Pound {
        POUND
    } else {
        0
    };
    i128::from(figure.value.unwrap_or(0)) * of * implements
}

/// Returns the numbers of the blocks that are warm-ups and cool-downs, and of those inside them.
pub fn beside(steps: &[Step]) -> FxHashSet<BlockId> {
    fn walk(steps: &[Step], is_beside: bool, number: &mut u32, all: &mut FxHashSet<BlockId>) {
        for step in steps {
            let (steps, is_beside) = match &step.kind {
                StepKind::Block(block) => {
                    (&block.steps, is_beside || matches!(block.kind, BlockKind::Warmup | BlockKind::Cooldown))
                }
                StepKind::Do(workout) => (&workout.steps, is_beside),
                StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Note(_)
                | StepKind::Record(_)
                | StepKind::Turns(_) => {
                    continue;
                }
            };
            *number += 1;
            if is_beside {
                all.insert(BlockId(*number));
            }
            walk(steps, is_beside, number, all);
        }
    }
    let mut all = FxHashSet::default();
    walk(steps, false, &mut 0, &mut all);
    all
}

fn narrow(figure: i128) -> i64 {
    i64::try_from(figure).unwrap_or(i64::MAX)
}
