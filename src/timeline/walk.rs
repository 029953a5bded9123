//! The walk through an outlined workout: one step after another, as they are done.

use crate::check::program::{Amount, MovementId, Program, RestAmount, Side, Step, Target};
use crate::source::Place;
use crate::timeline::choose::movement;
use crate::timeline::estimate::{Pacing, UNTIL_READY_MS, length_ms};
use crate::timeline::given::Given;
use crate::timeline::outline::{Item, Part};
use crate::timeline::progression::Turn;
use crate::timeline::run::{Run, TooLong};
use crate::timeline::segment::{Count, Once, Ratio, Segment, SegmentKind, SettledDose, SharedTargets};
use crate::timeline::settle::{Mode, Sense, settle, settle_target};
use crate::timeline::worked::{AllWork, WorkMark, Worked};

/// Walks a workout in one mode, and lays what it passes into a run.
#[derive(Debug)]
pub struct Walk<'w, R> {
    pub(super) program: &'w Program,
    pub(super) mode: Mode,
    pub(super) run: &'w mut R,
    pub(super) all_work: AllWork,
    /// The work that was done last: a set, or all of a block.
    pub(super) before: Worked,
}

/// The position of the walk among rounds and sides.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    /// The round of the innermost block that repeats; a block with a single round keeps the round of the block around
    /// it.
    pub round: Option<Count>,
    /// That round, as progressions count it.
    pub turn: u32,
    /// The side that a block is done on.
    pub side: Option<Side>,
    /// Whether everything around is passed for the first time: notes are said once.
    pub first: bool,
    /// When the interval around ends, on the clock of its steps.
    pub slot_ms: Option<i64>,
    /// Whether something follows in the same block that takes time, so that the last interval of sets is waited out.
    pub followed: bool,
    /// Whether it is in what is done once, beside the rounds of a block.
    pub once: Option<Once>,
}

impl Position {
    /// Where a workout starts.
    const START: Self =
        Self { round: None, turn: 0, side: None, first: true, slot_ms: None, followed: false, once: None };

    /// Returns the place in which the rounds of a part begin: if it repeats, progressions count them from the first.
    pub fn at_first_round_of(self, part: &Part<'_>) -> Self {
        if part.repeats() { Self { turn: 0, ..self } } else { self }
    }

    /// Returns the place in round `n`, from 0, of a block that repeats.
    pub fn in_round(self, n: u32, of: u32) -> Self {
        let round = Some(Count { n: n.saturating_add(1), of });
        Self { round, turn: n, first: self.first && n == 0, ..self }
    }

    /// Returns the turn for progressions outside of sets.
    pub fn turn(self) -> Turn {
        Turn::of_set(0, self.turn)
    }
}

/// Whose rest it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct RestOf<'p> {
    /// The statement that asks for it; None where a header does.
    pub step: Option<&'p Step>,
    /// The set just done.
    pub set: Option<Count>,
    /// How far progressions have come.
    pub turn: Turn,
    /// The work before it.
    pub after: Worked,
}

impl<'w, 'p, R: Run<'p>> Walk<'w, R> {
    /// Starts a walk.
    pub fn new(program: &'w Program, mode: Mode, run: &'w mut R) -> Self {
        Self { program, mode, run, all_work: AllWork::default(), before: Worked::default() }
    }

    /// Walks a whole workout.
    pub fn workout(&mut self, workout: &Part<'p>) -> Result<(), TooLong> {
        self.part(workout, Position::START)
    }

    /// Walks one item of a part. If the workout grows too long, the error names the item that most of it comes from:
    /// the innermost such item, or the workout's own step.
    pub(super) fn item(
        &mut self,
        part: &Part<'p>,
        item: &Item<'p>,
        given: Given<'p>,
        place: Position,
    ) -> Result<(), TooLong> {
        let before = self.run.grown();
        let done = match item {
            Item::Statement(statement) => self.statement(part, statement, given, place),
            Item::Rest(step, amount) => self.rest(
                part,
                amount,
                place,
                RestOf { step: Some(step), set: None, turn: place.turn(), after: self.before },
            ),
            Item::Note(text) => {
                if place.first {
                    self.run.note(text);
                }
                Ok(())
            }
            Item::Part(inner) => {
                let mark = self.work_mark();
                let done = self.part(inner, place);
                self.before = self.worked_since(mark);
                done
            }
        };
        done.map_err(|too_long| {
            let is_mine = part.step.is_none() || self.run.grown().is_most_since(before);
            TooLong { place: too_long.place.or(is_mine.then(|| item_place(part, item))), ..too_long }
        })
    }

    /// Lays a rest.
    pub(super) fn rest(
        &mut self,
        part: &Part<'p>,
        rest: &'p RestAmount,
        place: Position,
        of: RestOf<'p>,
    ) -> Result<(), TooLong> {
        let at = of.step.map_or(part.place, |step| part.place_of(step));
        let blank = || Segment { step: of.step, set: of.set, ..segment(SegmentKind::Rest, part, place) };
        match rest {
            RestAmount::TurnOff => Ok(()),
            RestAmount::ByRound(rests) => match rests.get(of.turn.round as usize % rests.len().max(1)) {
                Some(rest) => self.rest(part, rest, place, of),
                None => Ok(()),
            },
            RestAmount::Ratio { work, rest } => {
                let (times, share) = (i128::from(*rest), i128::from(*work).max(1));
                let ms = (i128::from(of.after.ms) * times * 2 + share) / (share * 2);
                let back = self.run.mark().segments.saturating_sub(of.after.from);
                self.run.lay(i64::try_from(ms).unwrap_or(i64::MAX), || Segment {
                    estimated: of.after.estimated,
                    ratio: Some(Ratio { work: *work, rest: *rest, back }),
                    ..blank()
                })
            }
            RestAmount::UntilReady => {
                self.run.lay(UNTIL_READY_MS, || Segment { estimated: true, open_ended: true, ..blank() })
            }
            RestAmount::For(amount) => {
                let figure = settle(amount, Sense::Rest, self.mode, of.turn);
                if figure.stopped {
                    self.run.stopped(amount, at);
                }
                let (ms, estimated) = length_ms(figure.value, amount.unit, &self.unpaced(of.turn));
                // A rest in seconds needs no dose: its length says it.
                let dose = estimated.then(|| SettledDose::done(figure, amount.unit));
                self.run.lay(ms, || Segment { estimated, dose, ..blank() })
            }
            RestAmount::Moving { movement, bout, targets } => {
                let bout = self.bout(bout, Sense::Rest, of.turn, at);
                let pacing = Pacing { targets: [targets, &[]], ..self.paced(*movement, of.turn) };
                let length = bout.length(&pacing);
                let targets =
                    if R::KEEPS { self.targets(targets, of.turn, at) } else { SharedTargets::default() };
                self.run.lay(length.ms, || Segment {
                    estimated: length.estimated,
                    open_ended: length.open_ended,
                    movement: Some(*movement),
                    dose: Some(length.dose),
                    targets,
                    ..blank()
                })
            }
        }
    }

    /// Returns this moment, for the work that follows.
    pub(super) fn work_mark(&self) -> WorkMark {
        self.all_work.mark(self.run.mark())
    }

    /// Returns the work since a moment on this clock.
    pub(super) fn worked_since(&self, mark: WorkMark) -> Worked {
        self.all_work.since(mark, self.run.now_ms())
    }

    /// Settles targets at a turn.
    pub(super) fn targets(
        &mut self,
        targets: impl IntoIterator<Item = &'p Target>,
        turn: Turn,
        at: Place,
    ) -> SharedTargets {
        targets
            .into_iter()
            .map(|target| {
                let (settled, stopped) = settle_target(target, self.mode, turn);
                if let Some(amount) = target.amount.as_ref().filter(|_| stopped) {
                    self.run.stopped(amount, at);
                }
                settled
            })
            .collect()
    }

    /// Settles the time of something that a header asks for.
    pub(super) fn time(&mut self, amount: &'p Amount, turn: Turn, at: Place) -> (i64, bool) {
        let figure = settle(amount, Sense::Rest, self.mode, turn);
        if figure.stopped {
            self.run.stopped(amount, at);
        }
        length_ms(figure.value, amount.unit, &self.unpaced(turn))
    }

    /// Returns what is known of how fast a movement is done, before tempo and targets.
    pub(super) fn paced(&self, id: MovementId, turn: Turn) -> Pacing<'w> {
        Pacing { movement: movement(self.program, id), ..self.unpaced(turn) }
    }

    /// Returns the pacing of something whose speed is not known.
    fn unpaced(&self, turn: Turn) -> Pacing<'w> {
        Pacing { tempo: None, hold_ms: 0, movement: None, targets: [&[], &[]], mode: self.mode, turn }
    }
}

/// Returns the place of an item.
fn item_place(part: &Part<'_>, item: &Item<'_>) -> Place {
    match item {
        Item::Statement(statement) => part.place_of(statement.step),
        Item::Rest(step, _) => part.place_of(step),
        Item::Note(_) => part.place,
        Item::Part(inner) => inner.place,
    }
}

/// Returns a segment that says no more than what it is and where it belongs. The run gives it its start and length.
pub(super) fn segment<'p>(kind: SegmentKind, part: &Part<'p>, place: Position) -> Segment<'p> {
    Segment {
        start_ms: 0,
        duration_ms: 0,
        kind,
        estimated: false,
        open_ended: false,
        block: part.id,
        step: None,
        choice: None,
        of_set: None,
        movement: None,
        side: None,
        direction: None,
        round: place.round,
        once: place.once,
        set: None,
        dose: None,
        hold_ms: None,
        ratio: None,
        targets: SharedTargets::default(),
        steps: Vec::new(),
    }
}
