//! Which session of a plan a result is.

use rustc_hash::FxHashMap;

use crate::catalog::fold;
use crate::check::program::Done;
use crate::date::{self, Date};
use crate::plan::Calendar;

/// The sessions of a plan, in the order in which they are done, of which some are taken by results.
#[derive(Debug)]
pub struct Slots {
    plan: String,
    /// The first day of the plan's first week, where it has dates.
    starts: Option<Date>,
    slots: Vec<Slot>,
    /// The titles, each once, as they are written.
    titles: Vec<String>,
    /// The sessions by their titles.
    titled: FxHashMap<String, Vec<usize>>,
    /// The last session that is taken, or one that comes before it.
    furthest: Option<usize>,
}

/// One session of a plan.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The day, where the plan has dates.
    pub date: Option<Date>,
    /// Its week in the plan, from 1.
    pub week: u32,
    /// Which day of the calendar it is on, and which session of that day it is, from 0.
    pub at: (usize, usize),
    /// The result that it is.
    pub result: Option<usize>,
}

impl Slots {
    pub fn new(calendar: &Calendar<'_>) -> Self {
        let (mut slots, mut titles) = (Vec::new(), Vec::new());
        let mut titled: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (on, day) in calendar.days.iter().enumerate() {
            for (nth, session) in day.sessions.iter().enumerate() {
                let title = &calendar.instance_of(session).workout.title;
                let of_title = titled.entry(fold(title)).or_default();
                if of_title.is_empty() {
                    titles.push(title.clone());
                }
                of_title.push(slots.len());
                slots.push(Slot { date: day.date, week: day.week, at: (on, nth), result: None });
            }
        }
        let (plan, starts) = (calendar.plan.title.clone(), calendar.plan.starts);
        Self { plan, starts, slots, titles, titled, furthest: None }
    }

    /// Returns the sessions, in order.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Returns the titles of the sessions, each once, in the order in which they are first done.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().map(String::as_str)
    }

    /// Tells whether a result may be of this plan: it is named, or none is, and it has a session of this title.
    pub fn may_have(&self, done: &Done) -> bool {
        let is_it = done.plan.as_deref().is_none_or(|plan| fold(plan) == fold(&self.plan));
        is_it && self.of_title(done).is_some()
    }

    fn of_title(&self, done: &Done) -> Option<&[usize]> {
        self.titled.get(&fold(done.title.as_deref()?)).map(Vec::as_slice)
    }

    /// Takes the session that a result is: in a plan with dates the nearest free one of its title in that week, else the
    /// next of its title. None where there is none, since it was done more often than planned.
    pub fn take(&mut self, number: usize, done: &Done) -> Option<usize> {
        let titled = self.of_title(done)?;
        let free = titled.iter().copied().filter(|&slot| self.slots[slot].result.is_none());
        let taken = match self.starts {
            Some(starts) => {
                let week = date::days_between(starts, done.date).div_euclid(7) + 1;
                let away = |slot: &usize| {
                    self.slots[*slot].date.map_or(i64::MAX, |date| date::days_between(date, done.date).abs())
                };
                free.filter(|&slot| i64::from(self.slots[slot].week) == week).min_by_key(away)
            }
            None => free.into_iter().find(|&slot| self.furthest.is_none_or(|furthest| slot > furthest)),
        }?;
        self.slots[taken].result = Some(number);
        self.furthest = self.furthest.max(Some(taken));
        Some(taken)
    }

    /// Returns the session of a result's title whose figures it goes by where it takes none: the last that is taken before
    /// it, or else the first.
    pub fn like(&self, done: &Done) -> Option<usize> {
        let titled = self.of_title(done)?;
        let before = |slot: &&usize| match self.slots[**slot].date {
            Some(date) => date <= done.date,
            None => self.furthest.is_some_and(|furthest| **slot <= furthest),
        };
        titled.iter().rfind(before).or(titled.first()).copied()
    }

    /// Returns the number of the first session after the furthest that is written down. Today's date plays no part.
    pub fn next(&self) -> usize {
        self.furthest.map_or(0, |furthest| furthest + 1)
    }
}
