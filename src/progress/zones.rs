//! How hard it was to cover ground, as far as it is known.
//!
//! A heart rate says it beside the athlete's highest, an effort by itself, and a pace beside the paces that the athlete
//! lists. The name of a movement says what was meant, not what was done, so it says nothing here.

use super::lift::done;
use crate::athlete::Athlete;
use crate::catalog::movement::Movement;
use crate::check::program::{DoneSet, Lift, Unit};
use crate::season::Intensity;

/// What was covered in each zone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Zones {
    /// Below the first threshold.
    pub easy: Covered,
    /// Between the two.
    pub moderate: Covered,
    /// Above the second.
    pub hard: Covered,
    /// Where nothing says so.
    pub unknown: Covered,
}

/// A distance and a time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Covered {
    /// In millimetres.
    pub distance_mm: i64,
    /// In milliseconds.
    pub time_ms: i64,
}

impl Zones {
    /// Tells whether anything is known.
    pub fn is_known(&self) -> bool {
        [self.easy, self.moderate, self.hard].iter().any(|zone| *zone != Covered::default())
    }

    /// Returns the zone of an intensity.
    fn of(&mut self, intensity: Option<Intensity>) -> &mut Covered {
        match intensity {
            Some(Intensity::Easy) => &mut self.easy,
            Some(Intensity::Moderate) => &mut self.moderate,
            Some(Intensity::Hard) => &mut self.hard,
            None => &mut self.unknown,
        }
    }

    /// Adds a line.
    pub fn add(&mut self, lift: &Lift, movement: &Movement, athlete: Option<&Athlete>) {
        let sets: Vec<&DoneSet> = lift.sets.iter().filter(|set| done(set).is_some()).collect();
        let by_pace = || of_pace(lift, &sets, movement, athlete?);
        let intensities: Vec<Option<Intensity>> =
            sets.iter().map(|set| of_set(set, athlete).or_else(by_pace)).collect();
        for (set, &intensity) in sets.iter().zip(&intensities) {
            let zone = self.of(intensity);
            zone.distance_mm = zone.distance_mm.saturating_add(distance_mm(set).unwrap_or_default());
            if lift.taken.is_none() {
                zone.time_ms = zone.time_ms.saturating_add(time_ms(set).unwrap_or_default());
            }
        }
        if let Some(taken) = lift.taken {
            // Nobody knows how the time of a line divides among sets that differ.
            let first = intensities.first().copied().flatten();
            let zone = self.of(first.filter(|_| intensities.iter().all(|other| *other == first)));
            zone.time_ms = zone.time_ms.saturating_add(taken);
        }
    }
}

/// Returns how hard a set says that it was.
fn of_set(set: &DoneSet, athlete: Option<&Athlete>) -> Option<Intensity> {
    let highest = athlete.and_then(|athlete| athlete.max_heart_rate);
    let by_heart = highest.zip(set.heart_rate).and_then(|(highest, heart_rate)| {
        // A range is not one figure.
        (highest.low == highest.high).then(|| Intensity::of_heart_rate(heart_rate, highest.low)).flatten()
    });
    by_heart.or_else(|| set.rpe.map(Intensity::of_rpe))
}

/// Returns how hard the pace of a line is. The time of several sets has their rests in it, so it is no pace.
fn of_pace(lift: &Lift, sets: &[&DoneSet], movement: &Movement, athlete: &Athlete) -> Option<Intensity> {
    let [set] = sets else { return None };
    Intensity::of_pace((lift.taken?, distance_mm(set)?), movement, athlete)
}

/// Returns the distance of a set, in millimetres.
pub fn distance_mm(set: &DoneSet) -> Option<i64> {
    let (amount, unit) = done(set)?;
    let tenths = unit.tenths_of_mm()?;
    i64::try_from(i128::from(amount) * i128::from(tenths) / 10_000).ok()
}

/// Returns how long a set is that is measured in time, in milliseconds.
pub fn time_ms(set: &DoneSet) -> Option<i64> {
    done(set).filter(|(_, unit)| *unit == Unit::Second).map(|(amount, _)| amount)
}
