//! Which time the rounds of a block are gone through, where something around the block repeats it.

use rustc_hash::FxHashMap;

use crate::timeline::{BlockId, Segment};

use super::super::blocks::Blocks;

/// How far each block has come.
#[derive(Debug, Default)]
pub(super) struct Passes {
    /// The last round of each block, and which time it was gone through.
    last: FxHashMap<BlockId, (u32, u32)>,
}

impl Passes {
    /// Notes where `segment` is, and returns what [`Passes::ahead`] does.
    pub(super) fn pass(&mut self, segment: &Segment<'_>, blocks: &Blocks<'_>) -> Option<String> {
        let said = self.ahead(segment, blocks);
        if let Some(round) = segment.round {
            let (last, time) = self.last.entry(segment.block).or_insert((0, 1));
            *time += u32::from(round.n < *last);
            *last = round.n;
        }
        said
    }

    /// Returns `Second time through. ` where a block that is through its rounds begins again with `next`.
    pub(super) fn ahead(&self, next: &Segment<'_>, blocks: &Blocks<'_>) -> Option<String> {
        let (last, time) = self.last.get(&next.block)?;
        // What begins again on the other side is called with that side.
        let again = next.round.is_some_and(|round| round.n < *last) && !blocks.is_per_half(next.block);
        again.then(|| format!("{} through. ", nth_time(time.saturating_add(1))))
    }
}

/// Returns `Second time`.
fn nth_time(n: u32) -> String {
    /// Beyond the tenth, the figure itself is said.
    const NAMED: [&str; 9] =
        ["Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
    match NAMED.get((n as usize).wrapping_sub(2)) {
        Some(nth) => format!("{nth} time"),
        None => format!("Time {n}"),
    }
}
