//! Intervals: slots of a fixed length, with what is done inside them.

use std::ops::Range;

use crate::timeline::given::Given;
use crate::timeline::outline::{Item, Part};
use crate::timeline::overrun::{Limit, Overrun};
use crate::timeline::rounds::Slots;
use crate::timeline::run::{Run, TooLong};
use crate::timeline::segment::{Segment, SegmentKind};
use crate::timeline::walk::{Position, Walk, segment};

impl<'p, R: Run<'p>> Walk<'_, R> {
    /// Lays one slot after another. Each holds all steps, or in an alternating block the next in turn.
    pub(super) fn slots(
        &mut self,
        part: &Part<'p>,
        outer: Position,
        slots: Slots,
        alternating: bool,
    ) -> Result<(), TooLong> {
        let Slots { count, length_ms } = slots;
        if length_ms <= 0 {
            return Ok(());
        }
        let turns = if alternating { turns(part) } else { Vec::new() };
        for n in 0..count {
            let slot = Position { slot_ms: Some(length_ms), ..outer.in_round(n, count) };
            let outside = self.run.open();
            let mark = self.work_mark();
            if alternating {
                self.turn(part, &turns, outer, slot, n)?;
            } else {
                self.rounds(part, slot, 1)?;
            }
            let needs_ms = self.run.now_ms();
            if needs_ms > length_ms {
                self.run.cut(length_ms);
                // With an `until`, an interval that does not fit is how the block ends.
                if part.block.is_some_and(|block| block.until.is_none()) {
                    let limit = Limit::Interval { has_several: !alternating && has_several_works(part) };
                    let has_ms = length_ms;
                    self.run.overrun(Overrun { block: part.id, place: part.place, limit, needs_ms, has_ms });
                }
            }
            let worked = self.worked_since(mark);
            self.all_work.replace(mark, worked.ms, worked.estimated);
            let steps = self.run.close(outside);
            self.run.lay(length_ms, || Segment {
                step: part.step,
                steps,
                ..segment(SegmentKind::Interval, part, slot)
            })?;
        }
        Ok(())
    }

    /// Walks the step whose turn it is in slot `n`. Progressions count its own turns.
    fn turn(
        &mut self,
        part: &Part<'p>,
        turns: &[TurnItems],
        outer: Position,
        slot: Position,
        n: u32,
    ) -> Result<(), TooLong> {
        let every = u32::try_from(turns.len()).unwrap_or(u32::MAX).max(1);
        let turn = n / every;
        let place = Position { turn, first: outer.first && turn == 0, followed: false, ..slot };
        let Some(TurnItems { step, all }) = turns.get((n % every) as usize) else { return Ok(()) };
        let range = if place.first { all.clone() } else { step.clone() };
        for item in part.items.get(range).unwrap_or_default() {
            self.item(part, item, Given::Nothing, place)?;
        }
        Ok(())
    }
}

/// The items that a turn passes.
#[derive(Debug)]
struct TurnItems {
    /// What takes the turn; nothing in a block of notes.
    step: Range<usize>,
    /// The same with the notes before it, which are only said the first time. The last turn also has the notes after
    /// it.
    all: Range<usize>,
}

/// Returns the turns of a part.
fn turns(part: &Part<'_>) -> Vec<TurnItems> {
    let mut turns: Vec<TurnItems> = Vec::new();
    let mut start = 0;
    for (at, _) in part.items.iter().enumerate().filter(|(_, item)| item.takes_turn()) {
        turns.push(TurnItems { step: at..at + 1, all: start..at + 1 });
        start = at + 1;
    }
    match turns.last_mut() {
        Some(last) => last.all.end = part.items.len(),
        None => turns.push(TurnItems { step: 0..0, all: 0..part.items.len() }),
    }
    turns
}

/// Tells whether a block holds several steps of work, which could take turns.
fn has_several_works(part: &Part<'_>) -> bool {
    let is_work = |item: &&Item<'_>| match item {
        Item::Statement(_) | Item::Part(_) => true,
        Item::Rest(..) | Item::Note(_) => false,
    };
    part.items.iter().filter(is_work).nth(1).is_some()
}
