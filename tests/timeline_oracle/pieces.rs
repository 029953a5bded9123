//! Takes each statement of the written-out run apart into its bouts: sets, sides, directions.

use crate::model::{Bout, Dose, Exercise, Level, MOVEMENTS, MovementIndex, Sides};
use crate::run::{self, Doing, Entry};
use crate::settle::{Easy, Reading, Turns, Unclear, milliseconds, whole};
use crate::timeline::{Kind, Said, Segment, Side, lay};

/// One segment that is done, before it has a start.
#[derive(Debug, Clone)]
pub struct Piece<'m> {
    /// Where it comes from.
    pub entry: Entry<'m>,
    /// Which set of its statement, from 1.
    pub set: u32,
    pub side: Option<Side>,
    pub segment: Segment,
}

/// Returns the pieces of a run, in order.
pub fn pieces<'m>(run: &[Entry<'m>], reading: Reading) -> Result<Vec<Piece<'m>>, Unclear> {
    let mut pieces = Vec::new();
    for entry in run {
        match entry.doing {
            Doing::Exercise(exercise) => pieces.extend(bouts(entry, exercise, reading)?),
            Doing::Rest(rest) => {
                let length = milliseconds(&rest.seconds, Easy::High, reading, entry.turns())?;
                pieces.push(whole_piece(entry, Segment::of(Kind::Rest, length)));
            }
            Doing::TabataWork(exercise) => {
                let mut segment = Segment::of(Kind::Work, 20_000);
                segment.movement = movement_done(exercise, reading)?;
                segment.side = Said::Is(side_of_block(entry));
                segment.round = Said::Unsaid;
                segment.set = Said::Unsaid;
                pieces.push(Piece { side: side_of_block(entry), ..whole_piece(entry, segment) });
            }
            Doing::TabataRest => pieces.push(whole_piece(entry, Segment::of(Kind::Rest, 10_000))),
            Doing::Interval { length } => pieces.push(interval(entry, length, reading)?),
            Doing::Amrap => pieces.push(amrap(entry, reading)?),
            Doing::ForTime => pieces.push(for_time(entry, reading)?),
            Doing::Closed(_) => unreachable!("a run has nothing left to open"),
        }
    }
    Ok(pieces)
}

fn whole_piece<'m>(entry: &Entry<'m>, segment: Segment) -> Piece<'m> {
    Piece { entry: entry.clone(), set: 1, side: None, segment }
}

fn interval<'m>(entry: &Entry<'m>, length: i64, reading: Reading) -> Result<Piece<'m>, Unclear> {
    let inner = lay(&pieces(&run::inside(entry, reading)?, reading)?, reading)?;
    if inner.iter().map(|segment| segment.duration).sum::<i64>() > length {
        return Err(Unclear("work that does not fit its interval"));
    }
    let mut segment = Segment::of(Kind::Interval, length);
    segment.round = Said::Is(entry.path.last().map(|own| (own.round, own.of)));
    segment.steps = Some(inner);
    Ok(whole_piece(entry, segment))
}

fn amrap<'m>(entry: &Entry<'m>, reading: Reading) -> Result<Piece<'m>, Unclear> {
    let length = run::amrap_length(entry, reading)?;
    let inner = lay(&pieces(&run::inside(entry, reading)?, reading)?, reading)?;
    let one_round: i64 = inner.iter().map(|segment| segment.duration).sum();
    let may_end_early = entry.path.last().is_some_and(|own| own.block.until);
    if may_end_early && one_round > length {
        return Err(Unclear("an AMRAP too short for the one round that may be all"));
    }
    let length = if may_end_early && reading == Reading::Shortest { one_round } else { length };
    let mut segment = Segment::of(Kind::Amrap, length);
    segment.inside_estimated = inner.iter().any(|inner| inner.estimated);
    Ok(whole_piece(entry, segment))
}

fn for_time<'m>(entry: &Entry<'m>, reading: Reading) -> Result<Piece<'m>, Unclear> {
    let inner = lay(&pieces(&run::inside(entry, reading)?, reading)?, reading)?;
    let estimate = inner.iter().map(|segment| segment.duration).sum();
    let cap = entry.path.last().and_then(|own| own.block.cap).map(|cap| i64::from(cap) * 1000);
    let length = match (cap, reading) {
        (None, _) => estimate,
        (Some(cap), Reading::At(_) | Reading::Shortest) => cap.min(estimate),
        (Some(cap), Reading::Longest) => cap,
    };
    let mut segment = Segment::of(Kind::ForTime, length);
    segment.estimated = true;
    Ok(whole_piece(entry, segment))
}

/// Returns the bouts of a statement: a set is all its sides and directions, then comes the next set.
fn bouts<'m>(entry: &Entry<'m>, exercise: &Exercise, reading: Reading) -> Result<Vec<Piece<'m>>, Unclear> {
    let sets = sets(entry, exercise, reading)?;
    let of = sets.len() as u32;
    let is_single = matches!(exercise.dose, Dose::Unsaid | Dose::Once(_));
    let sides = match exercise.sides {
        Sides::Together | Sides::Alternating | Sides::EachAlternating(_) => vec![side_of_block(entry)],
        Sides::Each(_) => vec![Some(Side::Right), Some(Side::Left)],
        Sides::Right => vec![Some(Side::Right)],
        Sides::Left => vec![Some(Side::Left)],
    };
    let directions = if exercise.both_directions { 2 } else { 1 };
    let mut bouts = Vec::new();
    for (set, bout) in (1..).zip(&sets) {
        for &side in &sides {
            for _ in 0..directions {
                let mut segment = one_bout(entry, exercise, bout, set, reading)?;
                segment.side = Said::Is(side);
                segment.set = Said::Is((!is_single).then_some((set, of)));
                bouts.push(Piece { entry: entry.clone(), set, side, segment });
            }
        }
    }
    Ok(bouts)
}

/// Returns the bout of each set, in order.
fn sets(entry: &Entry<'_>, exercise: &Exercise, reading: Reading) -> Result<Vec<Bout>, Unclear> {
    Ok(match &exercise.dose {
        Dose::Unsaid => {
            let own = entry.path.last().expect("a statement stands in a block");
            match (&own.block.ladder, &own.block.work) {
                (Some(ladder), _) => vec![Bout::Reps(ladder.rungs()[own.round as usize - 1].into())],
                (None, Some(work)) => vec![Bout::Seconds(*work)],
                (None, None) => unreachable!("a dose is left out only where the block gives one"),
            }
        }
        Dose::Once(bout) => vec![*bout],
        Dose::Sets(count, bout) => vec![*bout; whole(count, reading, entry.turns())? as usize],
        Dose::List { items, .. } => {
            items.iter().flat_map(|&(count, bout)| vec![bout; count as usize]).collect()
        }
    })
}

fn one_bout(
    entry: &Entry<'_>,
    exercise: &Exercise,
    bout: &Bout,
    set: u32,
    reading: Reading,
) -> Result<Segment, Unclear> {
    let turns = Turns { set: Some(set), ..entry.turns() };
    let both_in_one = if matches!(exercise.sides, Sides::EachAlternating(_)) { 2 } else { 1 };
    // An X is written for each figure of one second.
    let tempo = exercise.tempo.map(|figures| figures.iter().map(|&figure| i64::from(figure) * 1000).sum());
    let per_rep: i64 = tempo.unwrap_or(0);
    let (length, reps, estimated) = match bout {
        Bout::Seconds(length) => (milliseconds(length, Easy::Low, reading, turns)?, Said::Is(None), false),
        Bout::Reps(reps) => {
            let reps = whole(reps, reading, turns)?;
            (i64::from(reps) * per_rep, Said::Is(Some(reps)), true)
        }
        Bout::MaxSeconds(length) => (i64::from(*length) * 1000, Said::Unsaid, true),
        Bout::RepsOrMore(reps) => (i64::from(*reps) * per_rep, Said::Unsaid, true),
    };
    if length == 0 {
        return Err(Unclear("repetitions without a tempo"));
    }
    let mut segment = Segment::of(Kind::Work, length * both_in_one);
    segment.movement = movement_done(exercise, reading)?;
    segment.reps = if both_in_one == 2 { Said::Unsaid } else { reps };
    segment.estimated = estimated;
    segment.round = match entry.repeating() {
        Some(place) => Said::Is(Some((place.round, place.of))),
        None if entry.path.iter().any(|place| place.block.repeats()) => Said::Unsaid,
        None => Said::Is(None),
    };
    Ok(segment)
}

/// Returns the side that a block done `per side` is on.
fn side_of_block(entry: &Entry<'_>) -> Option<Side> {
    let place = entry.path.iter().find(|place| place.block.per.is_some())?;
    Some(if place.half == 0 { Side::Right } else { Side::Left })
}

/// Returns the form of a movement that this level takes.
fn movement_done(exercise: &Exercise, reading: Reading) -> Result<Said<Option<MovementIndex>>, Unclear> {
    let as_written = Ok(Said::Is(Some(exercise.movement)));
    let way = match reading {
        Reading::At(Level::Beginner) => 0,
        Reading::At(Level::Advanced) => 1,
        Reading::At(Level::Intermediate) | Reading::Shortest | Reading::Longest => return as_written,
    };
    if exercise.load || matches!(exercise.dose, Dose::List { loaded: true, .. }) {
        return as_written;
    }
    // Which forms the catalogue lists is not for the language to say.
    match (MOVEMENTS[exercise.movement].forms, exercise.or) {
        (Some(forms), None) => Ok(Said::Is(Some(forms[way].unwrap_or(exercise.movement)))),
        (Some(_), Some(_)) => as_written,
        (None, None) => Ok(Said::Unsaid),
        (None, Some(_)) => Err(Unclear("an alternative that may be the form of this level")),
    }
}
