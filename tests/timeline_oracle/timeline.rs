//! Lays the pieces of a run one after the other and decides, for each two neighbours, what comes between them.

use crate::model::{self, BetweenSets, Block, Figure, Kind as BlockKind, Level, MovementIndex};
use crate::pieces::{Piece, pieces, rest_segment};
use crate::run::{self, Doing, Entry, Place};
use crate::settle::{Easy, Reading, Turns, Unclear, milliseconds, whole};

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
    /// The name of what is done, for work and for a rest that moves.
    pub movement: Said<Option<&'static str>>,
    pub side: Said<Option<Side>>,
    /// The first or the second.
    pub direction: Said<Option<u32>>,
    pub round: Said<Option<(u32, u32)>>,
    pub set: Said<Option<(u32, u32)>>,
    pub reps: Said<Option<u32>>,
    /// What is done inside an interval, one round of an AMRAP, or a whole `for time`.
    pub steps: Option<Vec<Segment>>,
    /// Whether the least it may take is an estimate although its own length is none.
    pub least_is_estimated: bool,
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
            direction: Said::Unsaid,
            round: Said::Unsaid,
            set: Said::Unsaid,
            reps: Said::Unsaid,
            steps: None,
            least_is_estimated: false,
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
    /// Those of the workout's own blocks that repeat, added up; None with an AMRAP among them, or no such block.
    pub rounds: Option<u32>,
    pub estimated: bool,
}

/// A workout of more than this is refused.
const LONGEST: i64 = 24 * 3600 * 1000;

/// Returns the timeline of a workout at a level.
pub fn timeline(workout: &model::Workout, asked: Option<Level>) -> Result<Timeline, Unclear> {
    let level = asked.or(workout.level).unwrap_or(Level::Intermediate);
    let laid = |reading| {
        lay(&pieces(&run::of_workout(&workout.top, reading)?, reading)?, Inside::default(), reading)
    };
    let total = |segments: &[Segment]| segments.iter().map(|segment| segment.duration).sum::<i64>();
    let done_as = done_as(workout.level.unwrap_or(Level::Intermediate), level)?;
    let segments = laid(Reading::At(level, done_as))?;
    let least = total(&laid(Reading::Shortest(done_as))?);
    let most = total(&laid(Reading::Longest(done_as))?);
    if most > LONGEST {
        return Err(Unclear("too long"));
    }
    let work = segments.iter().map(work_in).sum();
    let likely = total(&segments);
    // What an interval or an AMRAP holds does not make its exact length an estimate.
    let estimated = segments.iter().any(|segment| segment.estimated || segment.least_is_estimated);
    let rounds = rounds(&workout.top, Reading::At(level, done_as))?;
    Ok(Timeline { segments, least, likely, most, work, rounds, estimated })
}

/// Returns the level whose forms are done, as seen from the middle one: those of the text at its own level.
fn done_as(written_for: Level, level: Level) -> Result<Level, Unclear> {
    Ok(match (written_for, level) {
        (Level::Intermediate, level) => level,
        (Level::Beginner, Level::Intermediate) => Level::Advanced,
        (Level::Advanced, Level::Intermediate) => Level::Beginner,
        (Level::Beginner, Level::Beginner) | (Level::Advanced, Level::Advanced) => Level::Intermediate,
        (Level::Beginner, Level::Advanced) | (Level::Advanced, Level::Beginner) => {
            return Err(Unclear("two steps from form to form"));
        }
    })
}

fn rounds(top: &Block, reading: Reading) -> Result<Option<u32>, Unclear> {
    let mut sum = None;
    for step in &top.steps {
        let model::Step::Block(block) = step else { continue };
        let rounds = match block.kind {
            BlockKind::Amrap { .. } => return Ok(None),
            BlockKind::Emom { minutes, .. } => whole(&minutes, reading, Turns::default())?,
            BlockKind::Every { .. } => run::rounds(block, reading)?,
            BlockKind::Circuit | BlockKind::Superset | BlockKind::ForTime => {
                match run::rounds(block, reading)? {
                    1 => continue,
                    rounds => rounds,
                }
            }
            BlockKind::Warmup
            | BlockKind::Section
            | BlockKind::Cooldown
            | BlockKind::BuyIn
            | BlockKind::CashOut
            | BlockKind::Tabata
            | BlockKind::Done => continue,
        };
        sum = Some(sum.unwrap_or(0) + rounds);
    }
    Ok(sum)
}

/// Returns the working part of a segment: an AMRAP and a `for time` whole, of an interval the work inside.
fn work_in(segment: &Segment) -> i64 {
    match segment.kind {
        Kind::Work | Kind::Amrap | Kind::ForTime => segment.duration,
        Kind::Interval => segment.steps.iter().flatten().map(work_in).sum(),
        Kind::Rest | Kind::Transition | Kind::Switch => 0,
    }
}

/// Cuts what is laid at a time: "work that does not fit is cut".
pub fn cut(segments: &mut Vec<Segment>, at: i64) {
    segments.retain(|segment| segment.start < at);
    let Some(last) = segments.last_mut() else { return };
    last.duration = last.duration.min(at - last.start);
    if let (Kind::Interval, Some(steps)) = (last.kind, &mut last.steps) {
        cut(steps, last.duration);
    }
}

/// Segments one after the other, from zero.
#[derive(Default)]
struct Line {
    laid: Vec<Segment>,
    now: i64,
}

impl Line {
    fn put(&mut self, segment: &Segment) {
        self.laid.push(Segment { start: self.now, ..segment.clone() });
        self.now += segment.duration;
    }

    /// Ends the named parts that are left, innermost first: of one with a `cap`, what comes after that is cut.
    fn leave(&mut self, left: &[Place<'_>], began: &[i64], reading: Reading) -> Result<(), Unclear> {
        for (place, began) in left.iter().zip(began).rev() {
            let is_part =
                matches!(place.block.kind, BlockKind::Warmup | BlockKind::Section | BlockKind::Cooldown);
            let Some(cap) = place.block.cap.filter(|_| is_part) else { continue };
            let end = began + milliseconds(&cap, 1000, Easy::Low, reading, Turns::default())?;
            cut(&mut self.laid, end);
            self.now = self.now.min(end);
        }
        Ok(())
    }
}

/// What pieces are laid inside of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inside {
    /// How many blocks stand around it.
    pub depth: usize,
    /// When the interval ends, on its own clock.
    pub ends: Option<i64>,
}

/// Lays pieces one after the other, with the gaps between them, from zero.
pub fn lay(pieces: &[Piece<'_>], inside: Inside, reading: Reading) -> Result<Vec<Segment>, Unclear> {
    let mut line = Line::default();
    let mut set_started = 0;
    let mut set_is_estimated = false;
    let mut set_work = 0;
    // When each block on the way down to the piece began.
    let mut began: Vec<i64> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &pieces[at]);
        let parted = before.and_then(|before| parting(&before.entry, &piece.entry));
        if before.is_none() || parted.is_some() {
            began.truncate(parted.map_or(0, |depth| depth + 1));
            began.resize(piece.entry.path.len(), line.now);
        }
        if before.is_none_or(|before| parted.is_some() || before.set != piece.set) {
            set_started = line.now;
            set_is_estimated = false;
            set_work = 0;
        }
        let mut segment = piece.segment.clone();
        if let Some(left) =
            inside.ends.map(|ends| ends - line.now).filter(|&left| piece.until_interval_ends && left > 0)
        {
            segment.duration = segment.duration.min(left);
        }
        set_is_estimated |= segment.estimated;
        set_work += segment.duration;
        line.put(&segment);
        let next = pieces.get(at + 1);
        let is_whole =
            next.is_none_or(|next| parting(&piece.entry, &next.entry).is_some() || next.set != piece.set);
        if is_whole {
            // "An estimate never makes a set late; a stated pace or tempo does."
            if let Some(due) =
                due(piece, set_started, reading)?.filter(|_| set_is_estimated && !piece.is_stated)
            {
                cut(&mut line.laid, due);
                line.now = line.now.min(due);
            }
            // "The last interval is waited out if a step follows in the same block."
            if let (Some(due), Some(next)) = (due(piece, set_started, reading)?, next)
                && is_followed(piece, next)
                && due > line.now
            {
                let wait = Segment { estimated: set_is_estimated, ..Segment::of(Kind::Rest, due - line.now) };
                line.put(&wait);
            }
        }
        let Some(next) = pieces.get(at + 1) else {
            rest_of_work(piece, None, reading)?.iter().for_each(|gap| line.put(gap));
            line.leave(&piece.entry.path[inside.depth..], &began[inside.depth..], reading)?;
            continue;
        };
        let Some(depth) = parting(&piece.entry, &next.entry) else {
            let since = [line.now - set_started, set_work];
            let gap = within_statement(piece, next, since, set_is_estimated, reading)?;
            gap.iter().for_each(|gap| line.put(gap));
            continue;
        };
        let rest = rest_of_work(piece, Some(next), reading)?;
        rest.iter().for_each(|gap| line.put(gap));
        line.leave(&piece.entry.path[depth + 1..], &began[depth + 1..], reading)?;
        let gap = between_statements(piece, next, depth, rest.is_some(), reading)?;
        gap.iter().for_each(|gap| line.put(gap));
    }
    Ok(line.laid)
}

/// Returns when the set after a piece is due, where they start by the clock.
fn due(piece: &Piece<'_>, set_started: i64, reading: Reading) -> Result<Option<i64>, Unclear> {
    let BetweenSets::Every(interval) = piece.between_sets else { return Ok(None) };
    let turns = Turns { set: Some(piece.set), ..piece.entry.turns() };
    Ok(Some(set_started + milliseconds(&interval, 1000, Easy::High, reading, turns)?))
}

/// Tells whether another step of the block that a piece is directly in comes next.
fn is_followed(piece: &Piece<'_>, next: &Piece<'_>) -> bool {
    let depth = piece.entry.path.len() - 1;
    parting(&piece.entry, &next.entry) == Some(depth)
        && next.entry.path.get(depth).is_some_and(|there| there.half == piece.entry.path[depth].half)
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
    [since_set_started, set_work]: [i64; 2],
    set_is_estimated: bool,
    reading: Reading,
) -> Result<Option<Segment>, Unclear> {
    let Doing::Exercise(_) = a.entry.doing else { return Ok(None) };
    let depth = a.entry.path.len() - 1;
    let turns = Turns { set: Some(a.set), ..a.entry.turns() };
    if a.set == b.set {
        // Between the two sides of one dose; none between directions, nor over the seam of two sets.
        return if a.side == b.side { Ok(None) } else { switch(a, depth, turns, reading) };
    }
    Ok(match a.between_sets {
        BetweenSets::Nothing => None,
        BetweenSets::Rest(rest) => Some(rest_segment(&rest, reading, turns)?),
        // "R/W times the work before it": one set, both sides included, without what is between them.
        BetweenSets::Ratio(work, rest) => {
            let (work, rest) = (i64::from(work), i64::from(rest));
            let length = (set_work * rest * 2 + work) / (work * 2);
            Some(Segment { estimated: set_is_estimated, ..Segment::of(Kind::Rest, length) })
        }
        BetweenSets::Every(interval) => {
            let interval = milliseconds(&interval, 1000, Easy::High, reading, turns)?;
            let left = interval - since_set_started;
            // What is left after an estimate is an estimate too.
            let rest = Segment { estimated: set_is_estimated, ..Segment::of(Kind::Rest, left) };
            (left > 0).then_some(rest)
        }
    })
}

/// Returns what comes between two neighbours that part ways at `depth`, after `work`'s rest where there is one.
fn between_statements(
    a: &Piece<'_>,
    b: &Piece<'_>,
    depth: usize,
    had_work_rest: bool,
    reading: Reading,
) -> Result<Option<Segment>, Unclear> {
    let (here, there) = (a.entry.path[depth], b.entry.path[depth]);
    let block = here.block;
    if here.half != there.half {
        // "All its rounds on the right, then all on the left, only `switch` between". It lies in none of the block's
        // rounds, so those around count.
        let turns = depth.checked_sub(1).map(|outer| a.entry.turns_at(outer)).unwrap_or_default();
        return switch(a, depth, turns, reading);
    }
    // There is no seam beside what is done once, whichever rounds beside it are empty.
    let is_once = |place: &Place<'_>| match block.steps.get(place.step) {
        Some(model::Step::Block(inner)) => matches!(inner.kind, BlockKind::BuyIn | BlockKind::CashOut),
        _ => false,
    };
    let is_seam = here.round != there.round && !is_once(&here) && !is_once(&there);
    if is_seam && matches!(block.kind, BlockKind::Emom { .. } | BlockKind::Every { .. }) {
        return Ok(None);
    }
    let turns = a.entry.turns_at(depth);
    let between_rounds = match &block.between_other_rounds {
        Some(other) if here.round.is_multiple_of(2) => Some(other),
        _ => block.between_rounds.as_ref(),
    };
    if let (true, Some(rest)) = (is_seam, between_rounds) {
        // "That header's own rounds, the one just done."
        let turns = Turns { round: Some(here.round), set: None };
        return rest_segment(rest, reading, turns).map(Some);
    }
    // "A rest written in the same block replaces `work`'s rest, `between movements` and `transition`." `work`'s rest
    // and `between movements` never stand in one header.
    if is_written_rest_of(a, depth) || is_written_rest_of(b, depth) {
        return Ok(None);
    }
    if let Some(rest) = &block.between_movements {
        return rest_segment(rest, reading, turns).map(Some);
    }
    // Only between movements that follow each other directly: never beside a rest, at whatever depth.
    let is_on_clock = matches!(a.between_sets, BetweenSets::Every(_)) && a.entry.path.len() == depth + 1;
    let direct =
        !had_work_rest && !is_on_clock && [a, b].iter().all(|piece| piece.segment.kind != Kind::Rest);
    // "Every other block counts as a different name."
    let differ = match (name_seen_from(a, depth), name_seen_from(b, depth)) {
        (Some(a), Some(b)) => a != b,
        (None, _) | (_, None) => true,
    };
    if !(direct && differ) {
        return Ok(None);
    }
    Ok(match in_force(a, depth, |block| block.transition.as_ref()) {
        Some(length) => {
            Some(Segment::of(Kind::Transition, milliseconds(length, 1000, Easy::High, reading, turns)?))
        }
        None => set_up(a, b, depth),
    })
}

/// What is documented for setting up: loading a bar, and stepping over to other equipment.
const BAR: i64 = 60_000;
const STATION: i64 = 15_000;

/// Returns the estimate of what is set up between two neighbours: nothing against the clock, nor between two that are
/// timed; in circuits and supersets the bar is loaded before they start.
fn set_up(a: &Piece<'_>, b: &Piece<'_>, depth: usize) -> Option<Segment> {
    let is_seen = |piece: &Piece<'_>| name_seen_from(piece, depth).is_some();
    let ((before, a_timed), (after, b_timed)) = a.station.zip(b.station)?;
    let around = || a.entry.path[..=depth].iter().map(|place| place.block.kind);
    let races = around().any(|kind| match kind {
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Warmup
        | BlockKind::Section
        | BlockKind::Cooldown
        | BlockKind::Done => false,
        BlockKind::BuyIn
        | BlockKind::CashOut
        | BlockKind::Tabata
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::Amrap { .. }
        | BlockKind::ForTime => true,
    });
    if races || a_timed && b_timed || !is_seen(a) || !is_seen(b) {
        return None;
    }
    let is_ready = around().any(|kind| matches!(kind, BlockKind::Circuit | BlockKind::Superset));
    let length = if !is_ready && after.iter().any(|name| name == "barbell") {
        BAR
    } else if after.iter().all(|name| before.contains(name)) {
        return None;
    } else {
        STATION
    };
    Some(Segment { estimated: true, ..Segment::of(Kind::Transition, length) })
}

/// Returns the rest that `work` asks for after a movement: "then one rest, the last movement too".
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
        let there = next.entry.path[..].get(depth);
        let meets_in_own_pass = parting(&a.entry, &next.entry) == Some(depth)
            && there.is_some_and(|there| there.half == own.half);
        if meets_in_own_pass {
            let is_seam = there.is_some_and(|there| there.round != own.round);
            if is_written_rest_of(next, depth) || (is_seam && own.block.between_rounds.is_some()) {
                return Ok(None);
            }
        }
    }
    rest_segment(rest, reading, a.entry.turns()).map(Some)
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
        | BlockKind::BuyIn
        | BlockKind::CashOut
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

fn switch(
    piece: &Piece<'_>,
    depth: usize,
    turns: Turns,
    reading: Reading,
) -> Result<Option<Segment>, Unclear> {
    let Some(length): Option<&Figure> = in_force(piece, depth, |block| block.switch.as_ref()) else {
        return Ok(None);
    };
    let length = milliseconds(length, 1000, Easy::High, reading, turns)?;
    Ok(Some(Segment::of(Kind::Switch, length)))
}
