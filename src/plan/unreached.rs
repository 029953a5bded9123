//! What of a plan's tables and turns is never done, and which tables end in the middle.

use rustc_hash::{FxHashMap, FxHashSet};

use super::counted::Counted;
use super::turns::Met;
use crate::check::program::{Counter, Plan, When};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{Place, Span};

/// Tells where a place is written: that of a filled workout in the workout with blanks or at a value, any other where it is.
pub type Written<'w> = &'w dyn Fn(Place) -> Place;

/// How far the tables and turns of a plan have come.
#[derive(Debug, Default)]
pub(super) struct Reached {
    tables: FxHashMap<Place, Table>,
    rotations: FxHashMap<Place, Rotation>,
    steps: FxHashMap<Place, Steps>,
}

/// A table.
#[derive(Debug)]
struct Table {
    by: Counter,
    items: u32,
    /// For each block of weeks, the last turn that was done, from 0, and how many turns there are at most.
    last: FxHashMap<usize, (u32, u32)>,
    /// The first day it is done on.
    day: Span,
}

/// An `in turn`.
#[derive(Debug)]
struct Rotation {
    steps: usize,
    times: u32,
    day: Span,
}

/// Steps of some weeks, sessions or cycles.
#[derive(Debug)]
struct Steps {
    by: Counter,
    first: u32,
    is_done: bool,
    /// How many turns there are at most.
    turns: u32,
    day: Span,
}

impl Reached {
    /// Notes that an `in turn` of a day was done so often.
    pub fn rotation(&mut self, place: Place, steps: usize, times: u32, day: Span) {
        self.rotations.entry(place).or_insert(Rotation { steps, times, day }).times = times;
    }

    /// Notes a choice that was made on a day of a block of weeks. `last` is what tables count there at the end.
    pub fn meet(&mut self, met: &Met, block: usize, (counted, last): (Counted, Counted), day: Span) {
        let turn = |by| match by {
            Counter::Week => (counted.week, last.week + 1),
            Counter::Session => (met.session, met.session + 1),
            Counter::Cycle => (counted.cycle, last.cycle + 1),
        };
        match &met.turns.when {
            When::By(by) => {
                let (now, turns) = turn(*by);
                let block = match by {
                    Counter::Week | Counter::Cycle => block,
                    // They are counted over the whole plan.
                    Counter::Session => 0,
                };
                for &(span, items) in &met.turns.tables {
                    let place = Place { span, ..met.place };
                    let table = self.tables.entry(place).or_insert_with(|| Table {
                        by: *by,
                        items,
                        last: FxHashMap::default(),
                        day,
                    });
                    let last = table.last.entry(block).or_insert((now, turns));
                    *last = (last.0.max(now), last.1.max(turns));
                }
            }
            When::Only(by, numbers) => {
                let (now, turns) = turn(*by);
                let first = numbers.first().copied().unwrap_or(1);
                let steps = self.steps.entry(met.place).or_insert(Steps {
                    by: *by,
                    first,
                    is_done: false,
                    turns,
                    day,
                });
                steps.is_done |= numbers.binary_search(&(now + 1)).is_ok();
                steps.turns = steps.turns.max(turns);
            }
            When::InTurn => self.rotation(met.place, met.turns.items.len(), met.rotation + 1, day),
        }
    }
}

/// Says what is never done in a plan.
pub(super) struct Unreached<'p> {
    pub plan: &'p Plan,
    pub written: Written<'p>,
    /// Whether all its days were written out.
    pub is_whole: bool,
}

impl Unreached<'_> {
    /// Returns what there is to say, in the order of the text. Of what is written once, each is said once, however many
    /// workouts it is filled to.
    pub fn diagnostics(&self, reached: Reached) -> Vec<Diagnostic> {
        let mut said = Vec::new();
        if !self.is_whole {
            return Vec::new();
        }
        // Where cycles are counted that the plan does not have, that is said already.
        let counts = |by: Counter| by != Counter::Cycle || self.plan.cycle.is_some();
        for (&place, table) in reached.tables.iter().filter(|(_, table)| counts(table.by)) {
            said.extend(self.of_table(place, table).map(|one| (place, one)));
        }
        for (&place, rotation) in &reached.rotations {
            said.extend(self.of_rotation(place, rotation).map(|one| (place, one)));
        }
        for (&place, steps) in reached.steps.iter().filter(|(_, steps)| counts(steps.by)) {
            said.extend(self.of_steps(place, steps).map(|one| (place, one)));
        }
        said.sort_by_key(|(place, one)| (one.span(), one.rule, *place));
        let mut known = FxHashSet::default();
        said.retain(|(place, one)| known.insert((one.rule, (self.written)(*place))));
        said.into_iter().map(|(_, one)| one).collect()
    }

    /// Returns a diagnostic where its place is written, or at the day if that is in another file.
    fn at(&self, rule: Rule, place: Place, day: Span, message: String) -> Diagnostic {
        let place = (self.written)(place);
        let span = if place.file == self.plan.file { place.span } else { day };
        Diagnostic::new(rule, span, message).in_file(self.plan.file)
    }

    fn of_table(&self, place: Place, table: &Table) -> Option<Diagnostic> {
        let (items, by) = (table.items, table.by.name());
        let most = table.last.values().map(|&(last, turns)| turns.max(last + 1)).max()?;
        let title = &self.plan.title;
        if items > most {
            let message = format!(
                "this table has {items} items, and \"{title}\" comes to {} alone",
                if most == 1 { "the first".to_owned() } else { format!("the first {most}") }
            );
            let help = match most + 1 == items {
                true => format!("delete the last, or give the plan one more {by}"),
                false => format!("delete the others, or give the plan more {by}s"),
            };
            return Some(self.at(Rule::NeverReached, place, table.day, message).help(help));
        }
        // An item that falls on a day that was taken away is no cut.
        let cut = table.last.values().find_map(|&(last, turns)| {
            let done = last + 1;
            let end = done.checked_next_multiple_of(items)?;
            (done > items && end > done && end > turns).then_some(done)
        })?;
        let message = format!(
            "this table has {items} items, and in {cut} {by}s of \"{title}\" it begins again and ends after item {}",
            cut % items
        );
        Some(self.at(Rule::TableEndsInMiddle, place, table.day, message).help(format!(
            "give it as many items as there are {by}s, or so many that they fit: {}",
            fitting(cut).map(|count| count.to_string()).collect::<Vec<_>>().join(", ")
        )))
    }

    fn of_rotation(&self, place: Place, rotation: &Rotation) -> Option<Diagnostic> {
        let times = rotation.times as usize;
        (times < rotation.steps).then(|| {
            let message = format!(
                "{} steps take turns here, and \"{}\" comes to {} alone",
                rotation.steps,
                self.plan.title,
                if times == 1 { "the first".to_owned() } else { format!("the first {times}") }
            );
            self.at(Rule::NeverReached, place, rotation.day, message)
                .help("delete the others, or do it more often")
        })
    }

    fn of_steps(&self, place: Place, steps: &Steps) -> Option<Diagnostic> {
        let by = steps.by.name();
        (!steps.is_done && steps.first > steps.turns).then(|| {
            let turns = if steps.turns == 1 { format!("one {by}") } else { format!("{} {by}s", steps.turns) };
            let message = format!(
                "these steps are for {by} {}, and there are {turns} in \"{}\"",
                steps.first, self.plan.title
            );
            self.at(Rule::NeverReached, place, steps.day, message)
                .help(format!("{by}s are counted from 1; delete the steps, or correct the number"))
        })
    }
}

/// Returns the numbers of items with which a table ends with so many turns.
fn fitting(turns: u32) -> impl Iterator<Item = u32> {
    (2..=turns).filter(move |count| turns.is_multiple_of(*count))
}
