//! Lays the pieces of a run one after the other and decides, for each two neighbours, what comes between them.

use crate::model::{self, BetweenSets, Block, Kind as BlockKind, Level, MovementIndex, Rest};
use crate::pieces::{Piece, pieces};
use crate::run::{self, Doing, Entry, Place};
use crate::settle::{Easy, Reading, Turns, Unclear, milliseconds};

/// The kinds of segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Work,
    Rest,
    Transition,
    Switch,
    Interval,
    Amrap,
    ForTime,
}

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
}

/// What is expected of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<T> {
    Is(T),
    /// The language does not say: anything is right.
    Unsaid,
}

/// What is expected of one segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub start: i64,
    pub duration: i64,
    pub kind: Kind,
    pub estimated: bool,
    pub movement: Said<Option<MovementIndex>>,
    pub side: Said<Option<Side>>,
    pub round: Said<Option<(u32, u32)>>,
    pub set: Said<Option<(u32, u32)>>,
    pub reps: Said<Option<u32>>,
    /// What is done inside an interval.
    pub steps: Option<Vec<Segment>>,
    /// Whether something inside is an estimate although its own length is not.
    pub inside_estimated: bool,
}

impl Segment {
    /// Returns a segment that says nothing but its kind and length in milliseconds.
    pub fn of(kind: Kind, duration: i64) -> Self {
        Self {
            start: 0,
            duration,
            kind,
            estimated: false,
            movement: Said::Unsaid,
            side: Said::Unsaid,
            round: Said::Unsaid,
            set: Said::Unsaid,
            reps: Said::Unsaid,
            steps: None,
            inside_estimated: false,
        }
    }
}

/// What is expected of a whole workout.
#[derive(Debug, Clone)]
pub struct Timeline {
    pub segments: Vec<Segment>,
    pub least: i64,
    pub likely: i64,
    pub most: i64,
    pub work: i64,
    pub estimated: Said<bool>,
}

/// A workout of more than this is refused.
const LONGEST: i64 = 24 * 3600 * 1000;

/// Returns the timeline of a workout at a level.
pub fn timeline(workout: &model::Workout, asked: Option<Level>) -> Result<Timeline, Unclear> {
    let level = asked.or(workout.level).unwrap_or(Level::Intermediate);
    let laid = |reading| lay(&pieces(&run::of_workout(&workout.top, reading)?, reading)?, reading);
    let total = |segments: &[Segment]| segments.iter().map(|segment| segment.duration).sum::<i64>();
    let segments = laid(Reading::At(level))?;
    let (least, most) = (total(&laid(Reading::Shortest)?), total(&laid(Reading::Longest)?));
    if most > LONGEST {
        return Err(Unclear("too long"));
    }
    let work = segments.iter().map(work_in).sum();
    let likely = total(&segments);
    let estimated = if segments.iter().any(|segment| segment.estimated) {
        Said::Is(true)
    } else if may_end_early(&workout.top) || segments.iter().any(is_estimated_inside) {
        Said::Unsaid
    } else {
        Said::Is(false)
    };
    Ok(Timeline { segments, least, likely, most, work, estimated })
}

fn may_end_early(block: &Block) -> bool {
    let inner = block.steps.iter().any(|step| match step {
        model::Step::Block(inner) => may_end_early(inner),
        model::Step::Exercise(_) | model::Step::Rest(_) | model::Step::TurnOff | model::Step::Note => false,
    });
    block.until || inner
}

fn is_estimated_inside(segment: &Segment) -> bool {
    segment.inside_estimated || segment.steps.iter().flatten().any(|step| step.estimated)
}

/// Returns the working part of a segment: an AMRAP and a `for time` whole, of an interval the work inside.
fn work_in(segment: &Segment) -> i64 {
    match segment.kind {
        Kind::Work | Kind::Amrap | Kind::ForTime => segment.duration,
        Kind::Interval => segment.steps.iter().flatten().map(work_in).sum(),
        Kind::Rest | Kind::Transition | Kind::Switch => 0,
    }
}

/// Lays pieces one after the other, with the gaps between them, from zero.
pub fn lay(pieces: &[Piece<'_>], reading: Reading) -> Result<Vec<Segment>, Unclear> {
    let mut laid: Vec<Segment> = Vec::new();
    let mut now = 0;
    let mut set_started = 0;
    let mut put = |segment: &Segment, now: &mut i64| {
        laid.push(Segment { start: *now, ..segment.clone() });
        *now += segment.duration;
    };
    for (at, piece) in pieces.iter().enumerate() {
        let opens_set = at == 0 || {
            let before = &pieces[at - 1];
            parting(&before.entry, &piece.entry).is_some() || before.set != piece.set
        };
        if opens_set {
            set_started = now;
        }
        put(&piece.segment, &mut now);
        let gaps = match pieces.get(at + 1) {
            None => rest_of_work(piece, None, reading)?.into_iter().collect(),
            Some(next) => match parting(&piece.entry, &next.entry) {
                None => within_statement(piece, next, now - set_started, reading)?,
                Some(depth) => between_statements(piece, next, depth, reading)?,
            },
        };
        for gap in &gaps {
            put(gap, &mut now);
        }
    }
    Ok(laid)
}

/// Returns how deep two entries part ways: the place of the innermost block that holds both. None for one statement
/// in one round.
fn parting(a: &Entry<'_>, b: &Entry<'_>) -> Option<usize> {
    let same = |a: &Place<'_>, b: &Place<'_>| (a.half, a.round, a.step) == (b.half, b.round, b.step);
    a.path.iter().zip(&b.path).position(|(a, b)| !same(a, b))
}

/// Returns what comes between two bouts of one statement.
fn within_statement(
    a: &Piece<'_>,
    b: &Piece<'_>,
    since_set_started: i64,
    reading: Reading,
) -> Result<Vec<Segment>, Unclear> {
    let Doing::Exercise(exercise) = a.entry.doing else { return Ok(Vec::new()) };
    let depth = a.entry.path.len() - 1;
    if a.set == b.set {
        let changes_side = a.side != b.side;
        return Ok(if changes_side { switch(a, depth).into_iter().collect() } else { Vec::new() });
    }
    let gap = match exercise.between_sets {
        BetweenSets::Nothing => None,
        BetweenSets::Rest(rest) => {
            let turns = Turns { set: Some(a.set), ..a.entry.turns() };
            Some(rest_segment(&rest, reading, turns)?)
        }
        BetweenSets::Every(seconds) => {
            let left = i64::from(seconds) * 1000 - since_set_started;
            (left > 0).then(|| Segment::of(Kind::Rest, left))
        }
    };
    if gap.is_none() && a.side != b.side && switch(a, depth).is_some() {
        return Err(Unclear("a switch over the seam of two sets"));
    }
    Ok(gap.into_iter().collect())
}

/// Returns what comes between two neighbours that part ways at `depth`.
fn between_statements(
    a: &Piece<'_>,
    b: &Piece<'_>,
    depth: usize,
    reading: Reading,
) -> Result<Vec<Segment>, Unclear> {
    let (here, there) = (a.entry.path[depth], b.entry.path[depth]);
    let block = here.block;
    if here.half != there.half {
        let last_rest = rest_of_work(a, None, reading)?;
        if last_rest.is_some() && a.entry.path.len() == depth + 1 {
            return Err(Unclear("`work … rest …` where a block changes sides"));
        }
        return Ok(last_rest.into_iter().chain(switch(a, depth)).collect());
    }
    let mut gaps: Vec<Segment> = rest_of_work(a, Some(b), reading)?.into_iter().collect();
    let had_work_rest = !gaps.is_empty();
    let is_seam = here.round != there.round;
    let intervals_meet = is_seam && matches!(block.kind, BlockKind::Emom { .. } | BlockKind::Every { .. });
    if intervals_meet {
        return Ok(gaps);
    }
    if let (true, Some(rest)) = (is_seam, &block.between_rounds) {
        // Its own rounds are counted, the one just done.
        gaps.push(rest_segment(rest, reading, Turns { round: Some(here.round), set: None })?);
        return Ok(gaps);
    }
    if is_written_rest_of(a, depth) || is_written_rest_of(b, depth) {
        return Ok(gaps);
    }
    if let Some(rest) = &block.between_movements {
        gaps.push(rest_segment(rest, reading, Turns::default())?);
        return Ok(gaps);
    }
    if let Some(length) = in_force(a, depth, |block| block.transition.as_ref()) {
        if matches!(a.entry.doing, Doing::TabataRest) && !matches!(b.entry.doing, Doing::Rest(_)) {
            return Err(Unclear("a transition after the last rest of a tabata"));
        }
        let direct = !had_work_rest && [a, b].iter().all(|piece| piece.segment.kind != Kind::Rest);
        let differ = match (name_seen_from(a, depth), name_seen_from(b, depth)) {
            (Some(a), Some(b)) => a != b,
            (None, _) | (_, None) => true,
        };
        let done = [a, b].iter().any(|piece| {
            piece.entry.path[depth + 1..].iter().any(|place| matches!(place.block.kind, BlockKind::Done))
        });
        if direct && !differ && done {
            return Err(Unclear("a transition between a movement and the same one in a `do`"));
        }
        if direct && differ {
            let length = milliseconds(length, Easy::High, reading, Turns::default())?;
            gaps.push(Segment::of(Kind::Transition, length));
        }
    }
    let changes_side = matches!((a.side, b.side), (Some(a), Some(b)) if a != b);
    let is_same_movement =
        name_seen_from(a, depth).is_some() && name_seen_from(a, depth) == name_seen_from(b, depth);
    if gaps.is_empty() && changes_side && is_same_movement && switch(a, depth).is_some() {
        return Err(Unclear("a switch between two statements of one movement"));
    }
    Ok(gaps)
}

/// Returns the rest that `work … rest …` gives after a movement, unless something replaces it.
fn rest_of_work(
    a: &Piece<'_>,
    next: Option<&Piece<'_>>,
    reading: Reading,
) -> Result<Option<Segment>, Unclear> {
    let Doing::Exercise(_) = a.entry.doing else { return Ok(None) };
    let depth = a.entry.path.len() - 1;
    let own = a.entry.path[depth];
    let Some(rest) = &own.block.work_rest else { return Ok(None) };
    if let Some(next) = next {
        let meets_in_own_block = parting(&a.entry, &next.entry) == Some(depth);
        if meets_in_own_block {
            let is_seam = own.round != next.entry.path[depth].round;
            if is_written_rest_of(next, depth) || (is_seam && own.block.between_rounds.is_some()) {
                return Ok(None);
            }
        }
    }
    Ok(Some(rest_segment(rest, reading, Turns::default())?))
}

fn rest_segment(rest: &Rest, reading: Reading, turns: Turns) -> Result<Segment, Unclear> {
    Ok(Segment::of(Kind::Rest, milliseconds(&rest.seconds, Easy::High, reading, turns)?))
}

/// Tells whether a piece is a rest written directly in the block at `depth`.
fn is_written_rest_of(piece: &Piece<'_>, depth: usize) -> bool {
    matches!(piece.entry.doing, Doing::Rest(_)) && piece.entry.path.len() == depth + 1
}

/// Returns the movement by which a piece is known in the block at `depth`: None for what no one looks into.
fn name_seen_from(piece: &Piece<'_>, depth: usize) -> Option<MovementIndex> {
    let hidden = piece.entry.path[depth + 1..].iter().any(|place| match place.block.kind {
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Warmup
        | BlockKind::Section
        | BlockKind::Cooldown
        | BlockKind::Done => false,
        BlockKind::Tabata
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::Amrap { .. }
        | BlockKind::ForTime => true,
    });
    match piece.entry.doing {
        Doing::Exercise(exercise) | Doing::TabataWork(exercise) if !hidden => Some(exercise.movement),
        Doing::Exercise(_)
        | Doing::TabataWork(_)
        | Doing::Rest(_)
        | Doing::TabataRest
        | Doing::Interval { .. }
        | Doing::Amrap
        | Doing::ForTime
        | Doing::Closed(_) => None,
    }
}

/// Returns what the block at `depth`, or else the nearest around it, says of an option that holds for all inside.
fn in_force<'m, T>(piece: &Piece<'m>, depth: usize, option: impl Fn(&'m Block) -> Option<T>) -> Option<T> {
    run::own_workout(&piece.entry.path[..=depth]).iter().rev().find_map(|place| option(place.block))
}

fn switch(piece: &Piece<'_>, depth: usize) -> Option<Segment> {
    let seconds: u32 = in_force(piece, depth, |block| block.switch)?;
    Some(Segment::of(Kind::Switch, i64::from(seconds) * 1000))
}
