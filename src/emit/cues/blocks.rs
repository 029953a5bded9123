//! Which block a segment stands in, and what a coach would call it.

use crate::check::program::{Block, BlockKind, Step, StepKind, Workout};
use crate::timeline::{BlockId, Segment, SegmentKind, Timeline};

use super::speech::one_line;

/// A workout's blocks, so that a [`BlockId`] leads to what was written.
#[derive(Debug, Default)]
pub(super) struct Blocks<'p> {
    entries: Vec<Entry<'p>>,
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
        blocks
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
                StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
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
            | BlockKind::Section => false,
        })
    }

    /// Returns how many blocks there are.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Returns what to call the parts that `id` is the way into, outermost first, and marks them in `called`.
    pub(super) fn entering(&self, id: BlockId, called: &mut [bool]) -> String {
        let mut names = Vec::new();
        let mut next = self.entry(id);
        while let Some((index, entry)) = next {
            // What holds a part that was entered was entered with it.
            match called.get_mut(index) {
                Some(called) if !*called => *called = true,
                Some(_) | None => break,
            }
            names.extend(entry.name());
            next = entry.parent.and_then(|parent| Some((parent, self.entries.get(parent)?)));
        }
        names.reverse();
        names.concat()
    }
}

impl Entry<'_> {
    /// Returns its title, or the word for a part that has none, as a sentence and a blank.
    fn name(&self) -> Option<String> {
        if let Some(title) = self.title {
            return Some(format!("{}. ", one_line(title)));
        }
        match self.block?.kind {
            BlockKind::Warmup => Some("Warm-up. ".to_owned()),
            BlockKind::Cooldown => Some("Cool-down. ".to_owned()),
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
