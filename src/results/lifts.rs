//! What was lifted: in the sessions of a week, and in each statement the last time.

use rustc_hash::FxHashMap;

use super::asked::Asked;
use super::maxes::InPlan;
use crate::athlete::convert_mass;
use crate::check::program::{DoneSet, Lift, LoadKind, TargetKind, Unit};
use crate::date::Weekday;
use crate::source::Place;

/// The heaviest set of something: a weight, on a bar or in each hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Heaviest {
    /// In thousandths of the unit.
    pub figure: i64,
    /// Kilograms or pounds.
    pub unit: Unit,
    /// On how many implements each.
    pub implements: u8,
}

impl Heaviest {
    /// Returns the heavier of two.
    pub fn max(self, other: Self) -> Self {
        if convert_mass(other.figure, other.unit, self.unit) > self.figure { other } else { self }
    }

    /// Returns the heaviest set of a statement as it is asked for; none where no weight is.
    pub fn asked_for(asked: &Asked<'_>) -> Option<Self> {
        let loads = asked.sets.iter().filter_map(|set| set.load);
        let weights = loads.filter(|load| load.kind == LoadKind::Weight);
        weights.map(|load| Self::of(asked, load.figure, load.unit)).reduce(Self::max)
    }

    /// Returns the heaviest set that was done of a statement. A set without a load was done with what was asked.
    fn done(asked: &Asked<'_>, lift: &Lift) -> Option<Self> {
        let shown = |number: usize| {
            let set = asked.sets.get(number).or(asked.sets.last())?;
            set.load.map(|load| (load.figure, load.unit, load.kind))
        };
        let written = |number: usize| {
            let set = lift.asked.get(number).or(lift.asked.last())?;
            set.load.map(|load| (load.figure, load.unit, load.kind))
        };
        let done = lift.sets.iter().enumerate().filter(|(_, set)| set.amount.is_some_and(|one| one.low > 0));
        let loads = done.filter_map(|(number, set)| {
            let own = set.load.map(|load| (load.figure, load.unit, load.kind));
            own.or_else(|| written(number)).or_else(|| shown(number))
        });
        let weights = loads.filter(|(.., kind)| *kind == LoadKind::Weight);
        weights.map(|(figure, unit, _)| Self::of(asked, figure, unit)).reduce(Self::max)
    }

    /// Returns the heaviest set that was done with at least its repetitions.
    pub fn succeeded(asked: &Asked<'_>, lift: &Lift) -> Option<Self> {
        let is_short = |(number, set): (usize, &DoneSet)| {
            let low = asked.sets.get(number).or(asked.sets.last()).map_or(0, |set| set.low);
            set.amount.is_none_or(|amount| amount.low < low)
        };
        let sets = lift.sets.iter().enumerate();
        let sets = sets
            .map(|(number, set)| DoneSet { amount: set.amount.filter(|_| !is_short((number, set))), ..*set });
        Self::done(asked, &Lift { sets: sets.collect(), ..lift.clone() })
    }

    fn of(asked: &Asked<'_>, figure: i64, unit: Unit) -> Self {
        let implements = asked.choice.all_targets().find_map(|target| {
            let kind = target.own.as_deref().map_or(&target.kind, |own| &own.target.kind);
            match (&target.kind, kind) {
                (TargetKind::Load { implements }, _) | (_, TargetKind::Load { implements }) => {
                    Some(*implements)
                }
                _ => None,
            }
        });
        Self { figure, unit, implements: implements.unwrap_or(1) }
    }
}

/// What was lifted up to now.
#[derive(Debug, Clone, Default)]
pub struct Lifts {
    /// In each statement, the last time it was done.
    last: FxHashMap<Place, Heaviest>,
    /// In each statement of a plan on a weekday, with the week in which that was. Only those of one week are ever asked for.
    of_week: FxHashMap<(usize, Weekday, Place), (u32, Heaviest)>,
}

impl Lifts {
    /// Adds what was done of a statement. Where no set of it was lifted, the last time stays what it was, and for the week it
    /// is what was asked for.
    pub fn add(&mut self, asked: &Asked<'_>, lift: &Lift, at: Option<InPlan<'_>>) {
        let done = Heaviest::done(asked, lift);
        self.last.extend(done.map(|heaviest| (asked.place, heaviest)));
        if let (Some(at), Some(heaviest)) = (at, done.or_else(|| Heaviest::asked_for(asked))) {
            self.of_week.insert((at.number, at.weekday(), asked.place), (at.week(), heaviest));
        }
    }

    /// Tells whether nothing was lifted yet.
    pub fn is_empty(&self) -> bool {
        self.last.is_empty() && self.of_week.is_empty()
    }

    /// Returns what was lifted in a statement the last time.
    pub fn last_time(&self, place: Place) -> Option<Heaviest> {
        self.last.get(&place).copied()
    }

    /// Returns what was lifted in a statement of a session of a plan, in the week of that.
    pub fn in_session(&self, place: Place, session: InPlan<'_>) -> Option<Heaviest> {
        let (week, heaviest) = self.of_week.get(&(session.number, session.weekday(), place))?;
        (*week == session.week()).then_some(*heaviest)
    }
}
