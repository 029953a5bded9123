//! Which item of a table is done when, and which step of an `in turn`.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::contents::{Library, Mark, Number, Raisable};
use super::counted::{Counted, counted_on};
use super::occasion::Occasion;
use crate::check::program::words::Named;
use crate::check::program::{Counter, Each, Turns, WeekBlock, When};
use crate::source::Place;

/// Returns the last week and the last cycle that tables count in a block of weeks.
pub(super) fn last_counted(block: &WeekBlock, cycle: Option<u32>) -> Counted {
    let counted = block.weeks.iter().map(|&week| counted_on(&block.weeks, cycle, week));
    counted.fold(Counted::default(), |last, one| Counted {
        week: last.week.max(one.week),
        cycle: last.cycle.max(one.cycle),
    })
}

/// Which item is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    /// An index into [`Turns::items`].
    pub item: usize,
    /// How often the steps of the item were done before, which progressions in it count.
    pub session: u32,
}

/// Returns which item of some turns is done, if any. `session` is how often the steps around it were done before, and
/// `rotation` how often these turns were come to.
pub(super) fn chosen(turns: &Turns, counted: Counted, session: u32, rotation: u32) -> Option<Choice> {
    let count = u32::try_from(turns.items.len()).ok().filter(|&count| count > 0)?;
    let turn = |counter| match counter {
        Counter::Week => counted.week,
        Counter::Session => session,
        Counter::Cycle => counted.cycle,
    };
    match &turns.when {
        When::By(counter) => Some(Choice { item: (turn(*counter) % count) as usize, session }),
        When::Only(counter, turns) => {
            let number = turn(*counter).saturating_add(1);
            turns.binary_search(&number).is_ok().then_some(Choice { item: 0, session })
        }
        When::InTurn => Some(Choice { item: (rotation % count) as usize, session: rotation / count }),
    }
}

/// A table or an `in turn` that was come to.
#[derive(Debug, Clone)]
pub(super) struct Met {
    /// Its statement.
    pub place: Place,
    /// What is chosen.
    pub turns: Arc<Turns>,
    /// How often the steps around it were done before.
    pub session: u32,
    /// How often these turns were come to before.
    pub rotation: u32,
}

/// What of a workout is done on a day, and which turn it is for each part of it.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Each choice, and each turn that a progression counts, in text order. Two days with the same have the same figures.
    pub turns: Box<[u32]>,
    /// The workouts that are done, each once.
    pub done: Vec<Number>,
    /// The choices that were made, each place once.
    pub met: Vec<Met>,
    /// Which words of a plan the texts name; their sessions are among the turns.
    pub named: Named,
    /// What is raised of what is done, and which movements are counted.
    pub raisable: Raisable,
    /// How many choices and other parts were looked at.
    pub looked_at: usize,
}

/// Goes through what a workout counts and chooses on a day.
pub(super) struct Walk<'m> {
    pub library: &'m Library<'m>,
    pub occasion: Occasion<'m>,
    /// How often each workout was done before, by its number.
    pub times: &'m [u32],
    /// How often each `in turn` was come to before, by its place.
    pub rotations: &'m FxHashMap<Place, u32>,
    seen: FxHashSet<Number>,
    turns: Vec<u32>,
    walked: Walked,
}

impl<'m> Walk<'m> {
    pub fn new(
        library: &'m Library<'m>,
        occasion: Occasion<'m>,
        times: &'m [u32],
        rotations: &'m FxHashMap<Place, u32>,
    ) -> Self {
        let (seen, turns, walked) = Default::default();
        Self { library, occasion, times, rotations, seen, turns, walked }
    }

    /// Returns what of a workout is done, by its number.
    pub fn of(mut self, number: Number) -> Walked {
        self.workout(number);
        self.walked.raisable.tidy();
        Walked { turns: self.turns.into(), ..self.walked }
    }

    fn workout(&mut self, number: Number) {
        // However often it is done in a session, it is written out once.
        if !self.seen.insert(number) {
            return;
        }
        self.walked.done.push(number);
        let contents = self.library.contents(number);
        let session = self.times.get(number).copied().unwrap_or_default();
        if contents.chooses {
            self.marks(&contents.marks, session, session);
            return;
        }
        self.walked.named.add(contents.named);
        if contents.by_week {
            self.turns.push(self.occasion.week);
        }
        if contents.by_cycle {
            self.turns.push(self.occasion.cycle);
        }
        self.turns.extend(contents.by_session.iter().filter_map(|&inner| self.times.get(inner)));
        self.walked.raisable.add(&contents.raisable);
        self.walked.done.extend(contents.all.iter().filter(|&&inner| self.seen.insert(inner)));
    }

    /// Goes through some of what a workout counts and chooses. `session` is how often these steps were done before, and
    /// `whole` how often the workout was.
    fn marks(&mut self, marks: &'m [Mark], session: u32, whole: u32) {
        self.walked.looked_at += marks.len();
        for mark in marks {
            match mark {
                Mark::Counts(Each::Week) => self.turns.push(self.occasion.week),
                Mark::Counts(Each::Cycle) => self.turns.push(self.occasion.cycle),
                Mark::Counts(Each::Session) => self.turns.push(session),
                Mark::Counts(Each::Set | Each::Round) => {}
                Mark::Names(named) => {
                    self.walked.named.add(*named);
                    self.turns.extend(named.session.then_some(whole));
                }
                Mark::PartOf(max) => self.walked.raisable.maxes.push(max.clone()),
                Mark::Moves(movement) => self.walked.raisable.movements.push(Arc::clone(movement)),
                Mark::Does(number) => self.workout(*number),
                Mark::Chooses { place, turns, items } => {
                    let rotation = self.rotations.get(place).copied().unwrap_or_default();
                    self.walked.met.push(Met { place: *place, turns: Arc::clone(turns), session, rotation });
                    let choice = chosen(turns, self.occasion.counted, session, rotation);
                    self.turns.push(choice.map_or(0, |choice| choice.item as u32 + 1));
                    if let Some(choice) = choice
                        && let Some(item) = items.get(choice.item)
                    {
                        self.marks(item, choice.session, whole);
                    }
                }
            }
        }
    }
}
