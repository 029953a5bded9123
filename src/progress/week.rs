//! What a week adds up to: sessions, sets a muscle, ground.

use std::collections::BTreeMap;

use super::known::Named;
use super::lift::done;
use super::zones::{Zones, distance_mm, time_ms};
use crate::athlete::Athlete;
use crate::check::program::{Done, DoneSet, Lift};
use crate::date::Date;
use crate::season::{MILLI, Travel, is_strength_work, sets_of_muscles};

/// A week with sessions.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// Its first day.
    pub monday: Date,
    /// How many sessions there were.
    pub sessions: u32,
    /// How they felt, where that is written.
    pub felt: Mean,
    /// The most that any hurt, in thousandths, where that is written.
    pub pain: Option<i64>,
    /// The sets of strength work, in thousandths.
    pub sets: i64,
    /// The sets for each muscle, in thousandths, by name: as the sums of plans count them.
    pub muscles: BTreeMap<String, i64>,
    /// What was covered in each way of travelling, in the order of [`Travel::ALL`].
    pub ground: [Ground; Travel::ALL.len()],
}

/// What was covered in one way of travelling.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ground {
    /// How many lines of results it is.
    pub bouts: u32,
    /// The distance, in millimetres.
    pub distance_mm: i64,
    /// The time, in milliseconds.
    pub time_ms: i64,
    /// The distance of those of which the time is written as well.
    timed_mm: i64,
    /// The time of those.
    timed_ms: i64,
    /// The heart rates that are written, each counted once.
    pub heart_rate: Mean,
    /// The distance and the time, by how hard it was.
    pub zones: Zones,
}

/// A mean of figures in thousandths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mean {
    sum: i64,
    count: i64,
}

impl Mean {
    fn add(&mut self, figure: Option<i64>) {
        if let Some(figure) = figure {
            self.sum = self.sum.saturating_add(figure);
            self.count += 1;
        }
    }

    /// Returns the mean, in thousandths; none of nothing.
    pub fn get(self) -> Option<i64> {
        (self.count > 0).then(|| (self.sum + self.count / 2).div_euclid(self.count))
    }
}

impl Ground {
    /// Returns the mean pace, in milliseconds for so many millimetres: of all lines that have both a distance and a time.
    pub fn pace_ms(&self, mm: i64) -> Option<i64> {
        if self.timed_mm <= 0 || self.timed_ms <= 0 {
            return None;
        }
        let (timed, half) = (i128::from(self.timed_mm), i128::from(self.timed_mm / 2));
        i64::try_from((i128::from(self.timed_ms) * i128::from(mm) + half) / timed).ok()
    }

    fn add(&mut self, lift: &Lift) {
        let distance_mm = lift.sets.iter().filter_map(distance_mm).fold(0, i64::saturating_add);
        let of_sets = || lift.sets.iter().filter_map(time_ms).fold(0, i64::saturating_add);
        let time_ms = lift.taken.unwrap_or_else(of_sets);
        if distance_mm == 0 && time_ms == 0 && !lift.sets.iter().any(|set| done(set).is_some()) {
            return;
        }
        self.bouts += 1;
        self.distance_mm = self.distance_mm.saturating_add(distance_mm);
        self.time_ms = self.time_ms.saturating_add(time_ms);
        if distance_mm > 0 && time_ms > 0 {
            self.timed_mm = self.timed_mm.saturating_add(distance_mm);
            self.timed_ms = self.timed_ms.saturating_add(time_ms);
        }
        // `5x400m @ 171bpm` is written once, and was one figure for all of them.
        let mut rates: Vec<i64> = lift.sets.iter().filter_map(|set| set.heart_rate).collect();
        rates.dedup();
        rates.into_iter().for_each(|rate| self.heart_rate.add(Some(rate)));
    }
}

impl Week {
    /// Returns a week in which nothing was done yet.
    pub fn starting(monday: Date) -> Self {
        let (felt, ground) = (Mean::default(), Default::default());
        Self { monday, sessions: 0, felt, pain: None, sets: 0, muscles: BTreeMap::new(), ground }
    }

    /// Returns what was covered in one way of travelling.
    pub fn by(&self, travel: Travel) -> &Ground {
        &self.ground[travel as usize]
    }

    /// Counts a session.
    pub fn session(&mut self, session: &Done) {
        self.sessions += 1;
        self.felt.add(session.felt);
        self.pain = self.pain.max(session.pain);
    }

    /// Counts what was done of one movement, as far as it is known.
    pub fn lift(&mut self, lift: &Lift, named: &Named, athlete: Option<&Athlete>) {
        let Some(movement) = &named.movement else { return };
        if let Some(travel) = named.travel {
            let ground = &mut self.ground[travel as usize];
            ground.add(lift);
            ground.zones.add(lift, movement, athlete);
        }
        if !is_strength_work(movement) {
            return;
        }
        let sets = lift.sets.iter().filter(|set| done(set).is_some()).map(whole).sum();
        if sets == 0 {
            return;
        }
        self.sets += sets;
        for (muscle, sets) in sets_of_muscles(movement, sets) {
            match self.muscles.get_mut(muscle) {
                Some(own) => *own += sets,
                None => _ = self.muscles.insert(muscle.to_owned(), sets),
            }
        }
    }
}

/// Returns how much of a set it is, in thousandths: one side at a time is half a set.
fn whole(set: &DoneSet) -> i64 {
    if set.is_left.is_some() { MILLI / 2 } else { MILLI }
}
