//! Blocks: their sides, their rounds, and the clocks that some of them keep.

use crate::check::program::{Amount, Block, BlockKind, Side};
use crate::timeline::given::Given;
use crate::timeline::outline::{Item, Part};
use crate::timeline::overrun::{Limit, Overrun};
use crate::timeline::progression::Turn;
use crate::timeline::rounds::{intervals, minutes, rounds};
use crate::timeline::run::{Run, TooLong};
use crate::timeline::segment::{Count, Once, Segment, SegmentKind};
use crate::timeline::settle::{Mode, Sense, settle};
use crate::timeline::walk::{Position, Walk, segment};

impl<'p, R: Run<'p>> Walk<'_, R> {
    /// Walks a part. A part that is done per side is walked once for the right side and once for the left: its rounds
    /// are counted again, and a block with a clock is laid twice.
    ///
    /// A named part is cut at its `cap`.
    pub(super) fn part(&mut self, part: &Part<'p>, place: Position) -> Result<(), TooLong> {
        let Some(block) = part.block else { return self.rounds(part, place, 1) };
        let start_ms = self.run.now_ms();
        if block.per_half.is_some() {
            self.once(part, block, Position { side: Some(Side::Right), ..place })?;
            if let Some(switch) = part.switch {
                let (ms, estimated) = self.time(switch, place.turn(), part.place);
                self.run.lay(ms, || Segment { estimated, ..segment(SegmentKind::Switch, part, place) })?;
            }
            self.once(part, block, Position { side: Some(Side::Left), first: false, ..place })?;
        } else {
            self.once(part, block, place)?;
        }
        if let Some(cap) = &block.cap {
            self.cap_part(part, block.kind, cap, start_ms);
        }
        Ok(())
    }

    /// Walks all rounds of a block.
    fn once(&mut self, part: &Part<'p>, block: &'p Block, place: Position) -> Result<(), TooLong> {
        match &block.kind {
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => self.rounds(part, place.at_first_round_of(part), rounds(part, self.mode)),
            BlockKind::Amrap { time } => self.amrap(part, block, time, place),
            BlockKind::ForTime => self.for_time(part, block, place),
            BlockKind::Emom { time, alternating } => {
                let slots = minutes(part, time, self.mode);
                self.slots(part, place, slots, *alternating)
            }
            BlockKind::Every { interval, alternating } => {
                let slots = intervals(part, interval, self.mode);
                self.slots(part, place, slots, *alternating)
            }
        }
    }

    /// Walks so many rounds of a part's items, with the gaps between them and over the seams of the rounds.
    pub(super) fn rounds(&mut self, part: &Part<'p>, outer: Position, of: u32) -> Result<(), TooLong> {
        let mut before: Option<(&Item<'p>, Position)> = None;
        let opens = Position { once: Some(Once::BuyIn), followed: true, ..outer };
        self.beside_rounds(part, part.opening(), opens, &mut before)?;
        let is_closed = part.closing().iter().any(Item::takes_time);
        let mut last_round = None;
        let is_even = part.is_even && outer.slot_ms.is_none();
        let closes = part.last_round_of(of);
        let mut n = 0;
        while n < of {
            let (mark, work_mark) = (self.run.mark(), self.work_mark());
            let place = if of > 1 { outer.in_round(n, of) } else { outer };
            let given = Given::by(part, n);
            let round = round_of(part, place, n);
            let last = if n + 1 < closes || is_closed { None } else { part.last_timed(round) };
            for item in part.passed(place.first).filter(|item| item.is_done_in(round)) {
                let place = Position { followed: last.is_none_or(|last| !std::ptr::eq(last, item)), ..place };
                if item.takes_time() {
                    if let Some((last, at)) = before {
                        self.gap(part, last, item, at, last_round.take())?;
                    }
                    before = Some((item, place));
                }
                self.item(part, item, given, place)?;
            }
            last_round = Some(self.worked_since(work_mark));
            // If a round lays nothing, neither do the others, however many there are, up to one that differs from it.
            if self.run.grown().pieces == mark.pieces {
                match part.next_change(round) {
                    Some(other) => n = n.saturating_add(other - round),
                    None => break,
                }
                continue;
            }
            n += 1;
            // The first round differs from the others: it has no rest before it, and it has the notes.
            if is_even && n == 2 && n < of {
                self.run
                    .repeat(mark, of - n, |segment, nth| segment.round = Count::later(segment.round, nth))?;
                self.all_work.repeat(work_mark, of - n);
                before = before.map(|(item, at)| (item, at.in_round(of - 1, of)));
                break;
            }
        }
        self.beside_rounds(
            part,
            part.closing(),
            Position { once: Some(Once::CashOut), followed: false, ..outer },
            &mut before,
        )?;
        match before {
            Some((last, at)) => self.last_work_rest(part, last, at),
            None => Ok(()),
        }
    }

    /// Walks what is done once, before or after the rounds, with the gaps to its neighbours.
    fn beside_rounds<'i>(
        &mut self,
        part: &Part<'p>,
        items: &'i [Item<'p>],
        place: Position,
        before: &mut Option<(&'i Item<'p>, Position)>,
    ) -> Result<(), TooLong> {
        let last = items.iter().rfind(|item| item.takes_time()).filter(|_| !place.followed);
        for item in items.iter().filter(|item| place.first || item.takes_time()) {
            let place = Position { followed: last.is_none_or(|last| !std::ptr::eq(last, item)), ..place };
            if item.takes_time()
                && let Some((last, at)) = before.replace((item, place))
            {
                self.gap(part, last, item, at, None)?;
            }
            self.item(part, item, Given::Nothing, place)?;
        }
        Ok(())
    }

    /// Lays an AMRAP: exactly its time, with one round inside. An `until` may end it after that round. Since nobody
    /// knows how many rounds follow, progressions by round keep their first value.
    fn amrap(
        &mut self,
        part: &Part<'p>,
        block: &Block,
        time: &'p Amount,
        outer: Position,
    ) -> Result<(), TooLong> {
        let full_ms = settle(time, Sense::Work, self.mode, Turn::default()).value;
        let mark = self.work_mark();
        let outside = self.run.open();
        self.rounds(part, Position { turn: 0, slot_ms: None, ..outer }, 1)?;
        let round_ms = self.run.now_ms();
        let steps = self.run.close(outside);
        let ends_early = block.until.is_some() && self.mode == Mode::Shortest && round_ms > 0;
        let ms = if ends_early { full_ms.min(round_ms) } else { full_ms };
        self.all_work.replace(mark, ms, false);
        self.run.lay(ms, || Segment { step: part.step, steps, ..segment(SegmentKind::Amrap, part, outer) })
    }

    /// Lays a `for time`, which takes as long as its work is estimated to, and at most its cap.
    fn for_time(&mut self, part: &Part<'p>, block: &'p Block, outer: Position) -> Result<(), TooLong> {
        let mark = self.work_mark();
        let outside = self.run.open();
        let inside = Position { slot_ms: None, ..outer.at_first_round_of(part) };
        self.rounds(part, inside, rounds(part, self.mode))?;
        let estimate_ms = self.run.now_ms();
        let steps = self.run.close(outside);
        let cap_ms = block.cap.as_ref().map(|cap| settle(cap, Sense::Work, self.mode, Turn::default()).value);
        let ms = match (cap_ms, self.mode) {
            (None, _) => estimate_ms,
            (Some(cap_ms), Mode::Longest) => cap_ms,
            (Some(cap_ms), Mode::At(_) | Mode::Shortest) => estimate_ms.min(cap_ms),
        };
        self.all_work.replace(mark, ms, true);
        self.run.lay(ms, || Segment {
            estimated: true,
            open_ended: true,
            step: part.step,
            steps,
            ..segment(SegmentKind::ForTime, part, outer)
        })
    }

    /// Cuts a named part at its cap.
    fn cap_part(&mut self, part: &Part<'p>, kind: BlockKind, cap: &Amount, start_ms: i64) {
        match kind {
            BlockKind::Warmup | BlockKind::Cooldown | BlockKind::Section => {}
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Amrap { .. }
            | BlockKind::Emom { .. }
            | BlockKind::Every { .. }
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::BuyIn
            | BlockKind::CashOut => return,
        }
        let has_ms = settle(cap, Sense::Work, self.mode, Turn::default()).value;
        let needs_ms = self.run.now_ms().saturating_sub(start_ms);
        if has_ms > 0 && needs_ms > has_ms {
            self.run.cut(start_ms.saturating_add(has_ms));
            // How much of what was cut off is work is not known.
            self.all_work.add(0, true);
            self.run.overrun(Overrun {
                block: part.id,
                place: part.place,
                limit: Limit::Cap,
                needs_ms,
                has_ms,
            });
        }
    }
}

/// Returns the number, from 1, of round `n`, from 0: that of the interval where each is a round.
fn round_of(part: &Part<'_>, place: Position, n: u32) -> u32 {
    let is_interval = part
        .block
        .is_some_and(|block| matches!(block.kind, BlockKind::Emom { .. } | BlockKind::Every { .. }));
    match place.round.filter(|_| is_interval) {
        Some(interval) => interval.n,
        None => n.saturating_add(1),
    }
}
