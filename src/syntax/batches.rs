//! Parses the pieces of a file: those of a large one on all cores, while what was parsed before is built.

use std::ops::Range;

use super::parser::{Matches, Room};
use crate::cores;

/// How many bytes are parsed at a time. Two of these are kept at once, with what was matched in them, which is about
/// five times as much. It is large enough to keep many cores busy, and a file that has no more is parsed in a few
/// milliseconds.
const BATCH: usize = 256 * 1024;

/// Parses the pieces of `text` between `ranges`, and hands each with the place where it begins to `take`, in text order.
pub(super) fn parse_all(
    text: &str,
    ranges: &[Range<usize>],
    mut take: impl FnMut(&Matches<'_>, usize) + Send,
) {
    if text.len() <= BATCH {
        let mut room = Room::default();
        for range in ranges {
            let matches = Matches::of(&text[range.clone()], room);
            take(&matches, range.start);
            room = matches.into_room();
        }
        return;
    }
    let parse = |batch: &[Range<usize>]| {
        cores::map(batch, |range| Matches::of(&text[range.clone()], Room::default()))
    };
    let (mut batch, mut rest) = ranges.split_at(batch_of(ranges));
    let mut parsed = parse(batch);
    while !batch.is_empty() {
        let (next, after) = rest.split_at(batch_of(rest));
        let take_all = || batch.iter().zip(parsed).for_each(|(range, matches)| take(&matches, range.start));
        let ((), matches) = cores::both(take_all, || parse(next));
        (batch, rest, parsed) = (next, after, matches);
    }
}

/// Returns how many of the first pieces are parsed together.
fn batch_of(ranges: &[Range<usize>]) -> usize {
    let Some(first) = ranges.first() else { return 0 };
    ranges.partition_point(|range| range.start < first.start + BATCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::split::split;

    #[test]
    fn the_pieces_of_a_large_text_are_taken_whole_and_in_order() {
        let text = "workout \"Legs\" <\n  squat 5\n>\n".repeat(3 * BATCH / 29);
        let ranges = split(&text).ranges;
        let statements = |matches: &Matches<'_>| matches.nodes().flat_map(|file| file.children()).count();
        let mut taken = Vec::new();
        parse_all(&text, &ranges, |matches, base| taken.push((base, statements(matches))));
        let alone = |range: &Range<usize>| {
            (range.start, statements(&Matches::of(&text[range.clone()], Room::default())))
        };
        assert_eq!(taken, ranges.iter().map(alone).collect::<Vec<_>>());
        assert!(ranges.len() > 2 * batch_of(&ranges));
    }
}
