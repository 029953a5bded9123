//! What a session asks for: each movement statement with its sets, as the athlete is shown them.

use crate::athlete::OfMax;
use crate::check::program::{
    Block, BlockKind, Bout, By, Choice, Dose, Level, LoadKind, Moved, MovementId, Sides, Step, StepKind,
    TargetKind, Workout,
};
use crate::quantity::{Amount, Unit};
use crate::source::{FileId, Place};
use crate::timeline::{SettledTarget, settled_set};

/// The most sets of one statement that are looked at. A session has a few dozen; an `emom` of a day would have a thousand.
const MOST_SETS: usize = 1_000;

/// One movement statement of a session, or one of its alternatives.
#[derive(Debug, Clone)]
pub struct Asked<'w> {
    /// What tells the statement from others, however often it is done: the place of its name.
    pub place: Place,
    /// What is done.
    pub movement: MovementId,
    /// As it is written.
    pub choice: &'w Choice,
    /// Its sets, in order.
    pub sets: Vec<AskedSet>,
    /// Whether each set is done on the right and on the left.
    pub is_per_side: bool,
    /// Whether it is done in place of another: what is behind an `or`.
    pub is_alternative: bool,
}

impl Asked<'_> {
    /// Returns the maxes that its loads are parts of.
    pub fn maxes(&self) -> impl Iterator<Item = &OfMax> {
        self.choice.all_targets().filter_map(|target| target.own.as_deref()?.of_max.as_deref())
    }
}

/// One set that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedSet {
    /// The low end of how much, in thousandths of the unit.
    pub low: i64,
    /// The high end. Both are zero for as much as can be done.
    pub high: i64,
    /// Its unit.
    pub unit: Unit,
    /// Whether it may be more.
    pub is_open: bool,
    /// With what load, as it is shown: in thousandths of its unit. None where nothing is said, or nobody knows.
    pub load: Option<AskedLoad>,
}

/// A load that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedLoad {
    /// In thousandths of the unit.
    pub figure: i64,
    /// Kilograms or pounds.
    pub unit: Unit,
    /// What it is.
    pub kind: LoadKind,
    /// The same before it was rounded to what can be put on the bar.
    pub exact: i64,
}

impl AskedLoad {
    /// Tells whether nothing is added to the body's own weight.
    fn is_body_alone(&self) -> bool {
        self.kind == LoadKind::OnTop && self.figure == 0
    }
}

/// Returns the unit of what a rule adds to the body's own weight.
pub(super) fn on_body(choice: &Choice) -> Option<Unit> {
    choice.moves.as_ref()?.rules.iter().find_map(|rule| match rule.by {
        By::Amount(_, unit) if rule.what == Moved::Load => Some(unit),
        By::Amount(..) | By::Percent(_) => None,
    })
}

/// Returns what a workout asks for, in text order, without what warms up and cools down. Workouts that it does are a part
/// of it.
pub fn asked(workout: &Workout, level: Level) -> Vec<Asked<'_>> {
    let mut asking = Asking { level, found: Vec::new() };
    asking.steps(&workout.steps, workout.file, 1);
    asking.found
}

struct Asking<'w> {
    level: Level,
    found: Vec<Asked<'w>>,
}

impl<'w> Asking<'w> {
    fn steps(&mut self, steps: &'w [Step], file: FileId, rounds: u32) {
        for step in steps {
            let rounds = step.only.map_or(rounds, |only| only.count(rounds));
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    for (number, choice) in exercise.choices.iter().enumerate() {
                        self.choice(choice, number > 0, file, rounds);
                    }
                }
                StepKind::Block(block) => self.block(block, file, rounds),
                StepKind::Do(workout) => self.steps(&workout.steps, workout.file, rounds),
                StepKind::Turns(turns) => {
                    turns.items.iter().for_each(|item| self.steps(item, file, rounds));
                }
                StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
            }
        }
    }

    fn block(&mut self, block: &'w Block, file: FileId, rounds: u32) {
        let own = match block.kind {
            BlockKind::Warmup | BlockKind::Cooldown => return,
            BlockKind::BuyIn | BlockKind::CashOut => 1,
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Amrap { .. }
            | BlockKind::Emom { .. }
            | BlockKind::Every { .. }
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Section => block.rounds.map_or(1, |rounds| whole(rounds.low)),
        };
        self.steps(&block.steps, file, rounds.saturating_mul(own));
    }

    fn choice(&mut self, choice: &'w Choice, is_alternative: bool, file: FileId, rounds: u32) {
        let mut sets = Vec::new();
        for round in 0..rounds {
            self.round(choice, round, &mut sets);
            if sets.len() >= MOST_SETS {
                break;
            }
        }
        self.found.push(Asked {
            place: Place::new(file, choice.name_span),
            movement: choice.movement,
            choice,
            sets,
            is_per_side: matches!(choice.sides, Sides::Each(_)),
            is_alternative,
        });
    }

    /// Adds the sets of one round.
    fn round(&self, choice: &Choice, round: u32, sets: &mut Vec<AskedSet>) {
        let mut number = 0;
        let mut add = |bout: &Bout, count: u32| {
            for _ in 0..count {
                if sets.len() >= MOST_SETS {
                    return;
                }
                sets.push(self.set(choice, bout, number, round));
                number += 1;
            }
        };
        match &choice.dose {
            Dose::FromBlock => {}
            Dose::Bout(bout) => add(bout, 1),
            Dose::Sets(groups) => groups.iter().for_each(|group| add(&group.bout, whole(group.count.low))),
        }
    }

    fn set(&self, choice: &Choice, bout: &Bout, number: u32, round: u32) -> AskedSet {
        let (settled, targets) = settled_set(choice, self.level, number, round);
        let load = targets.iter().find_map(load_of);
        let load = load.map(|load| AskedLoad {
            exact: exact_of(choice, number).unwrap_or(load.figure),
            unit: on_body(choice).filter(|_| load.is_body_alone()).unwrap_or(load.unit),
            ..load
        });
        let (written, is_open) = match bout {
            Bout::Of(amount) => (Some(*amount), false),
            Bout::AtLeast(amount) => (Some(*amount), true),
            Bout::Max(amount) => (*amount, true),
        };
        let settled = settled.and_then(|bout| match bout {
            Bout::Of(amount) | Bout::AtLeast(amount) => Some(amount),
            Bout::Max(amount) => amount,
        });
        let ends = match (written, settled) {
            // `max 60s` asks for no time.
            _ if matches!(bout, Bout::Max(_)) => Amount::exactly(0, Unit::Count),
            (Some(written), _) if written.is_range() => written,
            (_, Some(settled)) => settled,
            (written, None) => written.unwrap_or(Amount::exactly(0, Unit::Count)),
        };
        AskedSet { low: ends.low, high: ends.high, unit: ends.unit, is_open, load }
    }
}

/// Returns the load of a set before it is rounded; none where it is what is shown. What grows from set to set is shown as it
/// is.
fn exact_of(choice: &Choice, set: u32) -> Option<i64> {
    let mut before = 0_u32;
    let group = choice.dose.groups().iter().find(|group| {
        before = before.saturating_add(whole(group.count.low));
        set < before
    });
    let own = group.into_iter().flat_map(|group| &group.targets);
    let target = own.chain(&choice.targets).find(|target| target.kind.is_weight())?;
    let exact = match target.own.as_deref() {
        Some(own) if !matches!(target.kind, TargetKind::Bodyweight) => own.target.amount?,
        Some(_) | None => return None,
    };
    (!exact.is_range() && exact.progression.is_none()).then_some(exact.low)
}

/// Returns the load that a target shows.
pub fn load_of(target: &SettledTarget) -> Option<AskedLoad> {
    let shown = target.own.as_deref().unwrap_or(target);
    let load = |figure: Option<i64>, unit: Unit, kind| {
        figure.map(|figure| AskedLoad { figure, unit, kind, exact: figure })
    };
    match &target.kind {
        TargetKind::Load { .. } => load(shown.value, shown.unit, LoadKind::Weight),
        TargetKind::Assistance => load(shown.value, shown.unit, LoadKind::Help),
        TargetKind::Bodyweight => {
            let unit = if target.value.is_some() { target.unit } else { Unit::Kilogram };
            load(Some(target.value.unwrap_or_default()), unit, LoadKind::OnTop)
        }
        TargetKind::Percent { .. } | TargetKind::RepMax if target.kind.is_weight() => {
            let own = target.own.as_deref()?;
            load(own.value, own.unit, LoadKind::Weight)
        }
        TargetKind::Percent { .. }
        | TargetKind::RepMax
        | TargetKind::Size
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
        | TargetKind::Effort(_) => None,
    }
}

/// Returns a count in whole numbers.
fn whole(thousandths: i64) -> u32 {
    u32::try_from(thousandths / 1000).unwrap_or(u32::MAX).max(1)
}
