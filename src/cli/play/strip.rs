//! The strip, column by column.

use crate::emit::strip::{Strip, StripIntensity, StripKind, StripPart};

/// What a column shows: what kind of time it is and, of work, how hard it is if anything says so.
pub type Column = (StripKind, Option<StripIntensity>);

/// What a column may show.
const COLUMNS: [Column; 6] = [
    (StripKind::Work, None),
    (StripKind::Work, Some(StripIntensity::Hard)),
    (StripKind::Work, Some(StripIntensity::Moderate)),
    (StripKind::Work, Some(StripIntensity::Easy)),
    (StripKind::Rest, None),
    (StripKind::Change, None),
];

/// Returns what takes most of the time in each column of a strip of this width. Empty if there is nothing to show.
pub fn columns(strip: &Strip, wide: usize) -> Vec<Column> {
    let mut parts = strip.parts.iter().peekable();
    let mut found = Vec::with_capacity(wide);
    if strip.length_ms <= 0 {
        return found;
    }
    for column in 0..wide {
        let (from_ms, to_ms) = (edge_ms(strip, column, wide), edge_ms(strip, column + 1, wide));
        while parts.next_if(|part| end_ms(part) <= from_ms).is_some() {}
        // If several take as long, the first that is named wins.
        let mut times = COLUMNS.map(|column| (column, 0));
        let mut add = |part: &StripPart| {
            let inside_ms = end_ms(part).min(to_ms) - part.start_ms.max(from_ms);
            if let Some((_, ms)) = times.iter_mut().find(|(column, _)| *column == (part.kind, part.intensity))
            {
                *ms += inside_ms.max(0);
            }
        };
        while let Some(part) = parts.next_if(|part| end_ms(part) <= to_ms) {
            add(part);
        }
        if let Some(part) = parts.peek().filter(|part| part.start_ms < to_ms) {
            add(part);
        }
        let most = times.iter().map(|&(_, ms)| ms).max().unwrap_or(0);
        found.extend(times.iter().find(|(_, ms)| *ms == most).map(|&(column, _)| column));
    }
    found
}

/// Returns the column of a moment.
pub fn column_at(strip: &Strip, at_ms: i64, wide: usize) -> usize {
    let last = wide.saturating_sub(1);
    let at = i128::from(at_ms.max(0)) * wide as i128 / i128::from(strip.length_ms.max(1));
    usize::try_from(at).unwrap_or(last).min(last)
}

fn edge_ms(strip: &Strip, column: usize, wide: usize) -> i64 {
    let edge = i128::from(strip.length_ms) * column as i128 / wide.max(1) as i128;
    i64::try_from(edge).unwrap_or(strip.length_ms)
}

fn end_ms(part: &StripPart) -> i64 {
    part.start_ms + part.length_ms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(parts: &[(i64, StripKind)]) -> Strip {
        let mut strip = Strip::default();
        for &(length_ms, kind) in parts {
            strip.parts.push(StripPart {
                start_ms: strip.length_ms,
                length_ms,
                kind,
                intensity: None,
                block: 0,
            });
            strip.length_ms += length_ms;
        }
        strip
    }

    fn drawn(strip: &Strip, wide: usize) -> String {
        let sign = |column: &Column| match column {
            (StripKind::Work, None) => 'w',
            (StripKind::Work, Some(StripIntensity::Hard)) => 'h',
            (StripKind::Work, Some(StripIntensity::Moderate)) => 'm',
            (StripKind::Work, Some(StripIntensity::Easy)) => 'e',
            (StripKind::Rest, _) => 'r',
            (StripKind::Change, _) => 'c',
        };
        columns(strip, wide).iter().map(sign).collect()
    }

    #[test]
    fn each_column_is_what_most_of_it_is() {
        let strip = strip(&[
            (30, StripKind::Work),
            (10, StripKind::Rest),
            (30, StripKind::Work),
            (10, StripKind::Change),
        ]);
        assert_eq!(drawn(&strip, 8), "wwwrwwwc");
        assert_eq!(drawn(&strip, 4), "wwww");
        assert_eq!(drawn(&strip, 16), "wwwwwwrrwwwwwwcc");
        assert_eq!(drawn(&strip, 1), "w");
        assert_eq!(drawn(&strip, 0), "");
        assert_eq!(drawn(&Strip::default(), 4), "");
    }

    #[test]
    fn a_column_of_work_is_as_hard_as_most_of_it() {
        let mut strip = strip(&[(30, StripKind::Work), (20, StripKind::Work), (30, StripKind::Work)]);
        let hard = [Some(StripIntensity::Easy), Some(StripIntensity::Hard), None];
        strip.parts.iter_mut().zip(hard).for_each(|(part, intensity)| part.intensity = intensity);
        assert_eq!(drawn(&strip, 8), "eeehhwww");
        assert_eq!(drawn(&strip, 2), "ew");
    }

    #[test]
    fn a_moment_lies_in_its_column() {
        let strip = strip(&[(80, StripKind::Work)]);
        assert_eq!([0, 9, 10, 79, 80, 900].map(|at| column_at(&strip, at, 8)), [0, 0, 1, 7, 7, 7]);
    }
}
