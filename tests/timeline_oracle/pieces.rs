//! Takes each statement of the written-out run apart into its bouts: sets, sides, directions.

use crate::catalogue;
use crate::model::{BetweenSets, Bout, Dose, Exercise, Figure, Rest, RestKind, Sides, WALK};
use crate::run::{self, Doing, Entry};
use crate::settle::{Easy, Reading, Turns, Unclear, milliseconds, whole};
use crate::timeline::{Inside, Kind, Said, Segment, Side, cut, lay};

/// One segment that is done, before it has a start.
#[derive(Debug, Clone)]
pub struct Piece<'m> {
    /// Where it comes from.
    pub entry: Entry<'m>,
    /// Which set of its statement, from 1.
    pub set: u32,
    pub side: Option<Side>,
    /// What comes between the sets of the alternative that is done.
    pub between_sets: BetweenSets,
    /// A `max` that lasts until its interval ends, if that is sooner.
    pub until_interval_ends: bool,
    /// Whether a tempo or a pace says how long it takes.
    pub is_stated: bool,
    /// What it is set up with, and whether all of its statement is on the clock. None where nobody looks into it.
    pub station: Option<(&'static [String], bool)>,
    pub segment: Segment,
}

/// Returns the pieces of a run, in order.
pub fn pieces<'m>(run: &[Entry<'m>], reading: Reading) -> Result<Vec<Piece<'m>>, Unclear> {
    let mut pieces = Vec::new();
    for entry in run {
        match entry.doing {
            Doing::Exercise(exercise) => pieces.extend(bouts(entry, exercise, reading)?),
            Doing::Rest(rest) => pieces.push(whole_piece(entry, rest_segment(rest, reading, entry.turns())?)),
            Doing::TabataWork(exercise) => {
                let side = match exercise.sides {
                    Sides::Right => Some(Side::Right),
                    Sides::Left => Some(Side::Left),
                    Sides::Together | Sides::Each(_) | Sides::Alternating | Sides::EachAlternating(_) => {
                        side_of_block(entry)
                    }
                };
                let mut segment = Segment::of(Kind::Work, 20_000);
                segment.movement = Said::Is(Some(performed(exercise, reading)?.name));
                segment.side = Said::Is(side);
                segment.round = entry.round();
                pieces.push(Piece { side, ..whole_piece(entry, segment) });
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
    Piece {
        entry: entry.clone(),
        set: 1,
        side: None,
        between_sets: BetweenSets::Nothing,
        until_interval_ends: false,
        is_stated: false,
        station: None,
        segment,
    }
}

/// A slow breath, of which there are 15 a minute; what is documented as this compiler's estimate.
const BREATH: i64 = 4000;

/// What `rest until ready` counts.
const UNTIL_READY: i64 = 120_000;

/// Returns a rest of any kind.
pub fn rest_segment(rest: &Rest, reading: Reading, turns: Turns) -> Result<Segment, Unclear> {
    let times = |each| milliseconds(&rest.amount, each, Easy::High, reading, turns);
    let (length, estimated, movement) = match rest.kind {
        RestKind::Seconds => (times(1000)?, false, None),
        RestKind::Breaths => (times(BREATH)?, true, None),
        RestKind::UntilReady => (UNTIL_READY, true, None),
        RestKind::Walking => (times(1000)?, false, Some(WALK)),
        RestKind::WalkingMetres(pace) => {
            let pace = pace.map(i64::from).or(catalogue::itself(WALK).per_kilometre).unwrap_or(360);
            (times(pace)?, true, Some(WALK))
        }
    };
    let movement = movement.map(|movement| catalogue::itself(movement).name.as_str());
    Ok(Segment { estimated, movement: Said::Is(movement), ..Segment::of(Kind::Rest, length) })
}

/// Lays what is inside a block that keeps a clock, from zero.
fn inner(entry: &Entry<'_>, ends: Option<i64>, reading: Reading) -> Result<Vec<Segment>, Unclear> {
    lay(&pieces(&run::inside(entry, reading)?, reading)?, Inside { depth: entry.path.len(), ends }, reading)
}

fn total(segments: &[Segment]) -> i64 {
    segments.iter().map(|segment| segment.duration).sum()
}

/// "Work that does not fit is cut at the interval's end."
fn interval<'m>(entry: &Entry<'m>, length: i64, reading: Reading) -> Result<Piece<'m>, Unclear> {
    let mut inner = inner(entry, Some(length), reading)?;
    cut(&mut inner, length);
    let mut segment = Segment::of(Kind::Interval, length);
    segment.round = Said::Is(entry.path.last().map(|own| (own.round, own.of)));
    segment.steps = Some(inner);
    Ok(whole_piece(entry, segment))
}

/// "Exactly that time", and with `until` "least is one round".
fn amrap<'m>(entry: &Entry<'m>, reading: Reading) -> Result<Piece<'m>, Unclear> {
    let length = run::amrap_length(entry, reading)?;
    let inner = inner(entry, None, reading)?;
    let one_round: i64 = total(&inner);
    let may_end_early = entry.path.last().is_some_and(|own| own.block.until);
    let ends_early = may_end_early && reading.is_shortest();
    let mut segment = Segment::of(Kind::Amrap, if ends_early { one_round.min(length) } else { length });
    segment.least_is_estimated = may_end_early && inner.iter().any(|step| step.estimated);
    segment.steps = Some(inner);
    Ok(whole_piece(entry, segment))
}

/// "`for time cap C`: least and likely are the estimate, never above C, most is C."
fn for_time<'m>(entry: &Entry<'m>, reading: Reading) -> Result<Piece<'m>, Unclear> {
    let inner = inner(entry, None, reading)?;
    let estimate = total(&inner);
    let cap = match entry.path.last().and_then(|own| own.block.cap) {
        Some(cap) => Some(milliseconds(&cap, 1000, Easy::Low, reading, Turns::default())?),
        None => None,
    };
    let length = match (cap, reading) {
        (None, _) => estimate,
        (Some(cap), Reading::At(..) | Reading::Shortest(_)) => cap.min(estimate),
        (Some(cap), Reading::Longest(_)) => cap,
    };
    let mut segment = Segment::of(Kind::ForTime, length);
    segment.estimated = true;
    segment.steps = Some(inner);
    Ok(whole_piece(entry, segment))
}

/// What is really done for a statement: the alternative and the form that the level takes.
struct Performed {
    /// The name of the movement.
    name: &'static str,
    known: &'static catalogue::Known,
    /// With the dose and the modifiers of what is done.
    exercise: Exercise,
}

/// Returns what a level does for a statement.
///
/// "Beginner and advanced also take the movement's first `easier` / `harder` form, one step, where the statement has
/// no load and the form the same sides; with `or` only among the alternatives named."
fn performed(exercise: &Exercise, reading: Reading) -> Result<Performed, Unclear> {
    let level = reading.level();
    let of = |known: &'static catalogue::Known, exercise: Exercise| Performed {
        name: known.name.as_str(),
        known,
        exercise,
    };
    let mut first = exercise.clone();
    first.or = None;
    let own_seconds = |seconds: u32| Dose::Once(Bout::Seconds(seconds.into()));
    let itself = catalogue::itself(exercise.movement);
    let is_loaded = exercise.load || matches!(exercise.dose, Dose::List { loaded: true, .. });
    let Some(or) = exercise.or else {
        let form = catalogue::form(exercise.movement, level).filter(|_| !is_loaded);
        return Ok(of(form.unwrap_or(itself), first));
    };
    // "One without a dose takes the dose, and each modifier it lacks, from the nearest later one that has a dose":
    // before the block's.
    if let (Dose::Unsaid, Some(seconds)) = (&exercise.dose, or.seconds) {
        first.dose = own_seconds(seconds);
    }
    if !catalogue::is_form_of(or.movement, exercise.movement, level) {
        return Ok(of(itself, first));
    }
    if is_loaded || catalogue::itself(or.movement).sides != itself.sides {
        return Err(Unclear("an alternative that would be the form, but for a load or its sides"));
    }
    let has_own = |dose| Exercise {
        dose,
        movement: or.movement,
        in_calories: false,
        sides: Sides::Together,
        both_directions: false,
        load: false,
        pace: None,
        tempo: None,
        only: None,
        hold: None,
        between_sets: BetweenSets::Nothing,
        cue: false,
        or: None,
        spelling: 0,
    };
    let known = catalogue::itself(or.movement);
    Ok(match (&exercise.dose, or.seconds) {
        (_, Some(seconds)) => of(known, has_own(own_seconds(seconds))),
        // Neither has a dose, so neither takes anything from the other.
        (Dose::Unsaid, None) => of(known, has_own(Dose::Unsaid)),
        // The one dose stands after the last, with its modifiers.
        (Dose::Once(_) | Dose::Sets(..) | Dose::List { .. }, None) => {
            of(known, Exercise { movement: or.movement, ..first })
        }
    })
}

/// Returns the bouts of a statement: "a set is both sides", each "in both directions", then comes the next set.
fn bouts<'m>(entry: &Entry<'m>, exercise: &Exercise, reading: Reading) -> Result<Vec<Piece<'m>>, Unclear> {
    let performed = performed(exercise, reading)?;
    let exercise = &performed.exercise;
    let sets = sets(entry, exercise, reading)?;
    let of = sets.len() as u32;
    let is_single = matches!(exercise.dose, Dose::Unsaid | Dose::Once(_));
    let sides = match exercise.sides {
        Sides::Together | Sides::Alternating | Sides::EachAlternating(_) => vec![side_of_block(entry)],
        Sides::Each(_) => vec![Some(Side::Right), Some(Side::Left)],
        Sides::Right => vec![Some(Side::Right)],
        Sides::Left => vec![Some(Side::Left)],
    };
    let directions: &[Option<u32>] = if exercise.both_directions { &[Some(1), Some(2)] } else { &[None] };
    let mut bouts = Vec::new();
    for (set, bout) in (1..).zip(&sets) {
        for &side in &sides {
            for &direction in directions {
                let mut segment = one_bout(entry, &performed, bout, set, reading)?;
                segment.side = Said::Is(side);
                segment.direction = Said::Is(direction);
                segment.set = Said::Is((!is_single).then_some((set, of)));
                let until_interval_ends = matches!(bout, Bout::Max) && segment.estimated;
                let between_sets = exercise.between_sets;
                let is_stated = exercise.pace.is_some() || exercise.tempo.is_some();
                let entry = entry.clone();
                bouts.push(Piece {
                    entry,
                    set,
                    side,
                    between_sets,
                    until_interval_ends,
                    is_stated,
                    station: None,
                    segment,
                });
            }
        }
    }
    let is_on_the_clock = bouts.iter().all(|bout| !bout.segment.estimated);
    for bout in &mut bouts {
        bout.station = Some((&performed.known.equipment, is_on_the_clock));
    }
    Ok(bouts)
}

/// Returns the bout of each set, in order.
fn sets(entry: &Entry<'_>, exercise: &Exercise, reading: Reading) -> Result<Vec<Bout>, Unclear> {
    let own = entry.path.last().expect("a statement stands in a block");
    Ok(match &exercise.dose {
        Dose::Unsaid => match (&own.block.ladder, &own.block.work) {
            (Some(ladder), _) => {
                let rung = ladder.rungs()[own.round as usize - 1].into();
                vec![if exercise.in_calories { Bout::Calories(rung) } else { Bout::Reps(rung) }]
            }
            (None, Some(work)) => vec![Bout::Seconds(*work)],
            (None, None) => unreachable!("a dose is left out only where the block gives one"),
        },
        Dose::Once(bout) => vec![*bout],
        Dose::Sets(count, bout) => vec![*bout; whole(count, reading, entry.turns())? as usize],
        Dose::List { items, .. } => {
            items.iter().flat_map(|&(count, bout)| vec![bout; count as usize]).collect()
        }
    })
}

/// What the compiler documents as its estimates, in milliseconds, where nobody says how fast.
const REPETITION: i64 = 3000;
const CALORIE: i64 = 4000;
const STROKE: i64 = 2000;
const MAX: i64 = 60_000;

fn one_bout(
    entry: &Entry<'_>,
    performed: &Performed,
    bout: &Bout,
    set: u32,
    reading: Reading,
) -> Result<Segment, Unclear> {
    let Performed { known, exercise, .. } = performed;
    let own = entry.path.last().expect("a statement stands in a block");
    let turns = Turns { set: Some(set), ..entry.turns() };
    let both_in_one = if matches!(exercise.sides, Sides::EachAlternating(_)) { 2 } else { 1 };
    // "Work in reps … is estimated: from the statement's tempo or target pace, … else the movement's, else a stated
    // default". An X is written for each figure of one second.
    let tempo = exercise.tempo.map(|figures| figures.iter().map(|&figure| i64::from(figure) * 1000).sum());
    // "A repetition takes its pace plus the hold."
    let hold = exercise.hold.map_or(0, |seconds| i64::from(seconds) * 1000);
    let per_rep: i64 = tempo.or(known.per_rep).unwrap_or(REPETITION) + hold;
    let per_metre = exercise.pace.map(i64::from).or(known.per_kilometre).unwrap_or(known.per_metre);
    let times = |figure: &Figure, each| milliseconds(figure, each, Easy::Low, reading, turns);
    let (length, reps, estimated) = match (bout, &own.block.work) {
        (Bout::Seconds(length), _) => (times(length, 1000)?, Said::Is(None), false),
        (Bout::Reps(reps) | Bout::RepsOrMore(reps), _) => {
            let reps = whole(reps, reading, turns)?;
            (i64::from(reps) * per_rep, Said::Is(Some(reps * both_in_one)), true)
        }
        (Bout::Metres(metres), _) => (times(metres, per_metre)?, Said::Is(None), true),
        (Bout::Calories(calories), _) => (times(calories, CALORIE)?, Said::Is(None), true),
        (Bout::Breaths(breaths), _) => (times(breaths, BREATH)?, Said::Is(None), true),
        (Bout::Strokes(strokes), _) => (times(strokes, STROKE)?, Said::Is(None), true),
        // "To failure (or to the clock of the block it stands in)."
        (Bout::Max, Some(work)) => (times(work, 1000)?, Said::Is(None), false),
        (Bout::Max, None) => (MAX, Said::Is(None), true),
        (Bout::MaxSeconds(length), _) => (times(length, 1000)?, Said::Is(None), true),
        // What is counted on a machine is counted for all of the time.
        (Bout::MaxCalories(length), _) => (times(length, 1000)?, Said::Is(None), false),
    };
    let mut segment = Segment::of(Kind::Work, length * i64::from(both_in_one));
    segment.movement = Said::Is(Some(performed.name));
    segment.reps = reps;
    segment.estimated = estimated;
    segment.round = entry.round();
    Ok(segment)
}

/// Returns the side that a block done `per side` is on.
fn side_of_block(entry: &Entry<'_>) -> Option<Side> {
    let place = entry.path.iter().find(|place| place.block.per.is_some())?;
    Some(if place.half == 0 { Side::Right } else { Side::Left })
}
