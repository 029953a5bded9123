//! Gaps: what comes between two neighbours without a statement of its own.

use crate::timeline::outline::{Edges, Item, Name, Part};
use crate::timeline::run::{Run, TooLong};
use crate::timeline::segment::{Segment, SegmentKind};
use crate::timeline::walk::{Position, RestOf, Walk, segment};
use crate::timeline::worked::Worked;

impl<'p, R: Run<'p>> Walk<'_, R> {
    /// Lays what belongs between two neighbours in a part; `at` is the place of the first, so that between two rounds a
    /// gap belongs to the round just done, whose work is `last_round`.
    ///
    /// Only the first of these that applies is laid:
    /// 1. at the seam of two rounds, the rest between rounds, also beside a written rest;
    /// 2. beside a rest written in the same block, nothing: a moving rest is a written one too;
    /// 3. after a direct movement, `work`'s rest;
    /// 4. the rest between movements, also beside a block, whatever that begins or ends with;
    /// 5. the transition, or without one what there is to set up, if a different movement follows directly: not beside
    ///    a block that begins or ends with a rest of whatever kind.
    pub(super) fn gap(
        &mut self,
        part: &Part<'p>,
        first: &Item<'p>,
        second: &Item<'p>,
        at: Position,
        last_round: Option<Worked>,
    ) -> Result<(), TooLong> {
        let of = RestOf { step: None, set: None, turn: at.turn(), after: self.before };
        let between_rounds = part.block.and_then(|block| block.between_rounds.as_ref());
        if let (Some(rest), Some(after)) = (between_rounds, last_round) {
            return self.rest(part, rest, at, RestOf { after, ..of });
        }
        if matches!(first, Item::Rest(..)) || matches!(second, Item::Rest(..)) {
            return Ok(());
        }
        if let (Item::Statement(_), Some(rest)) = (first, part.work_rest()) {
            return self.rest(part, rest, at, of);
        }
        if let Some(rest) = part.block.and_then(|block| block.between_movements.as_ref()) {
            return self.rest(part, rest, at, of);
        }
        let (before, after) = (first.edges(part), second.edges(part));
        if !changes(before, after) {
            return Ok(());
        }
        let (ms, estimated) = match (part.transition, before.last_station, after.first_station) {
            (Some(transition), ..) => self.time(transition, at.turn(), part.place),
            (None, Some(before), Some(after)) => (part.set_up.ms(self.program, before, after), true),
            (None, ..) => return Ok(()),
        };
        self.run.lay(ms, || Segment { estimated, ..segment(SegmentKind::Transition, part, at) })
    }

    /// Lays `work`'s rest after the last movement of a block, if the block ends with a movement.
    pub(super) fn last_work_rest(
        &mut self,
        part: &Part<'p>,
        last: &Item<'p>,
        at: Position,
    ) -> Result<(), TooLong> {
        match (last, part.work_rest()) {
            (Item::Statement(_), Some(rest)) => self.rest(
                part,
                rest,
                at,
                RestOf { step: None, set: None, turn: at.turn(), after: self.before },
            ),
            (Item::Statement(_) | Item::Rest(..) | Item::Note(_) | Item::Part(_), _) => Ok(()),
        }
    }
}

/// Tells whether there is a change of movement to take time for: the last movement of the first and the first of the
/// second are written with different names, at every level the same. A block without movements has none to change to. A
/// workout that is done inside counts like a part.
fn changes(first: Edges, second: Edges) -> bool {
    if first.ends_in_rest || second.begins_with_rest {
        return false;
    }
    match (first.last, second.first) {
        (Some(Name::Movement(last)), Some(Name::Movement(next))) => last != next,
        (Some(_), Some(_)) => true,
        (None, _) | (_, None) => false,
    }
}
