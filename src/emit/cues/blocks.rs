//! Which block a segment belongs to, and what a coach would call it.

use std::iter;

use rustc_hash::FxHashSet;

use crate::check::program::{Block, BlockKind, Step, StepKind, Workout};
use crate::timeline::{BlockId, Segment, SegmentKind, Timeline};

use super::speech::one_line;

/// A workout's blocks, so that a [`BlockId`] leads to what was written.
#[derive(Debug, Default)]
pub(super) struct Blocks<'p> {
    entries: Vec<Entry<'p>>,
    /// The notes in what is one segment as a whole, by the memory they are in: a timeline borrows them.
    inside: FxHashSet<*const u8>,
}

#[derive(Debug)]
struct Entry<'p> {
    block: Option<&'p Block>,
    title: Option<&'p str>,
    parent: Option<usize>,
}

impl<'p> Blocks<'p> {
    /// Numbers the blocks in text order, as far as the timeline names them.
    pub(super) fn of(workout: &'p Workout, timeline: &Timeline<'_>) -> Self {
        let last = timeline.segments.iter().map(|segment| segment.block).max().unwrap_or_default();
        let mut blocks = Self::default();
        blocks.add(&workout.steps, None, last.0 as usize);
        blocks.add_notes(&workout.steps, false, &mut FxHashSet::default());
        blocks
    }

    /// Adds the notes among `steps` that are inside a whole, each workout once.
    fn add_notes(&mut self, steps: &[Step], in_whole: bool, seen: &mut FxHashSet<(*const Workout, bool)>) {
        for step in steps {
            match &step.kind {
                StepKind::Block(block) => {
                    self.add_notes(&block.steps, in_whole || is_whole(block.kind), seen);
                }
                StepKind::Do(workout) if seen.insert((&raw const **workout, in_whole)) => {
                    self.add_notes(&workout.steps, in_whole, seen);
                }
                StepKind::Note(note) if in_whole => {
                    self.inside.insert(note.as_ptr());
                }
                StepKind::Note(_)
                | StepKind::Do(_)
                | StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Record(_)
                | StepKind::Turns(_) => {}
            }
        }
    }

    /// Tells whether a note is inside an AMRAP, a `for time` or an interval, rather than before it.
    pub(super) fn is_inside(&self, note: &str) -> bool {
        self.inside.contains(&note.as_ptr())
    }

    /// Adds the blocks of `steps`, and those inside them, until there are `wanted`.
    fn add(&mut self, steps: &'p [Step], parent: Option<usize>, wanted: usize) {
        for step in steps {
            if self.entries.len() >= wanted {
                return;
            }
            let this = Some(self.entries.len());
            match &step.kind {
                StepKind::Block(block) => {
                    self.entries.push(Entry { block: Some(block), title: block.title.as_deref(), parent });
                    self.add(&block.steps, this, wanted);
                }
                StepKind::Do(workout) => {
                    self.entries.push(Entry { block: None, title: Some(&workout.title), parent });
                    self.add(&workout.steps, this, wanted);
                }
                StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Note(_)
                | StepKind::Record(_)
                | StepKind::Turns(_) => {}
            }
        }
    }

    /// Returns the entry of a block that was written.
    fn entry(&self, id: BlockId) -> Option<(usize, &Entry<'p>)> {
        let index = (id.0 as usize).checked_sub(1)?;
        Some((index, self.entries.get(index)?))
    }

    /// Returns the header that a whole AMRAP, `for time` or interval comes from.
    pub(super) fn header(&self, segment: &Segment<'p>) -> Option<&'p Block> {
        let numbered = || self.entry(segment.block).and_then(|(_, entry)| entry.block);
        let named = if let Some(Step { kind: StepKind::Block(block), .. }) = segment.step {
            Some(&**block)
        } else {
            numbered()
        };
        named.filter(|block| match block.kind {
            BlockKind::Amrap { .. } => segment.kind == SegmentKind::Amrap,
            BlockKind::ForTime => segment.kind == SegmentKind::ForTime,
            BlockKind::Emom { .. } | BlockKind::Every { .. } => segment.kind == SegmentKind::Interval,
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => false,
        })
    }

    /// Returns how many blocks there are.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether a block, or one around it, is done on one side and then on the other.
    pub(super) fn is_per_half(&self, id: BlockId) -> bool {
        self.around(id).any(|(_, entry)| entry.block.is_some_and(|block| block.per_half.is_some()))
    }

    /// Returns what to call the parts that `id` is the way into, outermost first, and marks them in `called`.
    pub(super) fn entering(&self, id: BlockId, called: &mut [bool]) -> String {
        let names = self.names_ahead(id, called);
        for (index, _) in self.around(id) {
            match called.get_mut(index) {
                Some(called) if !*called => *called = true,
                Some(_) | None => break,
            }
        }
        names
    }

    /// Returns what to call the parts that `id` is the way into, outermost first.
    pub(super) fn names_ahead(&self, id: BlockId, called: &[bool]) -> String {
        // What holds a part that was entered was entered with it.
        let entered = self.around(id).take_while(|(index, _)| called.get(*index) == Some(&false));
        let mut names: Vec<String> = entered.filter_map(|(_, entry)| entry.name()).collect();
        names.reverse();
        names.concat()
    }

    /// Returns a block and those around it, from the inside out.
    fn around(&self, id: BlockId) -> impl Iterator<Item = (usize, &Entry<'p>)> {
        iter::successors(self.entry(id), |(_, entry)| {
            entry.parent.and_then(|parent| Some((parent, self.entries.get(parent)?)))
        })
    }
}

/// Tells whether a block is laid out as segments that hold its steps.
fn is_whole(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Amrap { .. } | BlockKind::Emom { .. } | BlockKind::Every { .. } | BlockKind::ForTime => {
            true
        }
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Tabata
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => false,
    }
}

impl Entry<'_> {
    /// Returns its title, or the word for a part without a title, as a sentence and a blank.
    fn name(&self) -> Option<String> {
        if let Some(title) = self.title {
            return Some(format!("{}. ", one_line(title)));
        }
        match self.block?.kind {
            BlockKind::Warmup => Some("Warm-up. ".to_owned()),
            BlockKind::Cooldown => Some("Cool-down. ".to_owned()),
            BlockKind::BuyIn => Some("Buy-in. ".to_owned()),
            BlockKind::CashOut => Some("Cash-out. ".to_owned()),
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Amrap { .. }
            | BlockKind::Emom { .. }
            | BlockKind::Every { .. }
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Section => None,
        }
    }
}
