//! Movement statements: their sets, their sides, their bouts.

use crate::check::program::{
    Amount, BetweenSets, Bout, Dose, OfSets, Open, SetGroup, Side, Sides, Target, TargetKind, Tempo, Unit,
};
use crate::source::Place;
use crate::timeline::estimate::{BUILD_MS, MAX_MS, Pacing, length_ms};
use crate::timeline::given::Given;
use crate::timeline::outline::{Part, Performed, Targets};
use crate::timeline::progression::Turn;
use crate::timeline::run::{Run, TooLong};
use crate::timeline::segment::{Count, Ending, Segment, SegmentKind, SettledDose, SharedTargets};
use crate::timeline::settle::{Sense, SettledFigure, count, settle};
use crate::timeline::walk::{Position, RestOf, Walk, segment};

/// How often a tabata's movement is done.
const TABATA_ROUNDS: u32 = 8;

/// How long each time, in milliseconds.
const TABATA_WORK_MS: i64 = 20_000;

/// The rest after each, in milliseconds.
const TABATA_REST_MS: i64 = 10_000;

/// A bout, settled.
#[derive(Debug, Clone, Copy)]
pub(super) struct SettledBout {
    figure: SettledFigure,
    unit: Unit,
    ending: Ending,
    /// Whether it is `max` that lasts as long as the block's clock says, or as its own: `max cal 60s`.
    is_clocked: bool,
    /// What is counted of a `max`.
    open: Option<Open>,
}

/// How long a bout is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    pub ms: i64,
    pub estimated: bool,
    pub open_ended: bool,
    pub dose: SettledDose,
}

impl SettledBout {
    /// Works out how long it takes. Only a plain time and a `max` on the clock are exact.
    pub fn length(&self, pacing: &Pacing<'_>) -> Length {
        let (ms, is_estimate) = length_ms(self.figure.value, self.unit, pacing);
        let open_ended = self.ending != Ending::Done && !self.is_clocked;
        let done = SettledDose::done(self.figure, self.unit);
        let dose = SettledDose { ending: self.ending, open: self.open, ..done };
        Length { ms, estimated: is_estimate || open_ended, open_ended, dose }
    }

    /// Takes the unit of a dose that has no figure of its own. What is measured in a time lasts all of that time.
    fn opened(self, open: Option<Open>) -> Self {
        match (open, self.ending) {
            (None, _) | (Some(_), Ending::OrMore) | (Some(Open::UpTo(_)), Ending::Done) => self,
            (Some(Open::In(unit)), Ending::Done) => Self { unit, ..self },
            (Some(Open::UpTo(_)), Ending::Max) => {
                Self { figure: SettledFigure::exactly(BUILD_MS), open, ..self }
            }
            (Some(Open::In(_)), Ending::Max) => Self { open, ..self },
            (Some(_), Ending::MaxWithin) => Self { open, is_clocked: true, ..self },
        }
    }

    /// Ends a bare `max` where its interval ends. With nothing left it keeps its length, and is cut with the rest.
    fn within(self, left_ms: Option<i64>) -> Self {
        match (self.ending, left_ms) {
            (Ending::Max, Some(left_ms)) if !self.is_clocked && left_ms > 0 => {
                Self { figure: SettledFigure::exactly(self.figure.value.min(left_ms)), ..self }
            }
            (Ending::Max | Ending::Done | Ending::OrMore | Ending::MaxWithin, _) => self,
        }
    }
}

impl SettledDose {
    /// Returns a dose that is over when it is done.
    pub(super) fn done(figure: SettledFigure, unit: Unit) -> Self {
        let SettledFigure { value, low, high, women, stopped: _ } = figure;
        Self { value, low, high, women, unit, ending: Ending::Done, open: None }
    }
}

/// One set of a statement.
#[derive(Debug, Clone, Copy)]
struct Set<'s, 'p> {
    part: &'s Part<'p>,
    statement: &'s Performed<'p>,
    given: Given<'p>,
    place: Position,
    /// Which set; None where the statement has no sets.
    count: Option<Count>,
    /// The group it belongs to, with its own number.
    group: Option<(usize, &'p SetGroup)>,
    /// How far the progressions of what is done in it have come.
    turn: Turn,
}

impl<'p> Set<'_, 'p> {
    /// Returns the place of the statement.
    fn at(&self) -> Place {
        self.part.place_of(self.statement.step)
    }

    /// Returns what is said of it and those like it alone.
    fn own(&self) -> Option<&'p OfSets> {
        self.group.and_then(|(_, group)| group.own.as_deref())
    }

    /// Returns its tempo.
    fn tempo(&self) -> Option<Tempo> {
        self.own().and_then(|own| own.tempo).or(self.statement.choice.tempo)
    }

    /// Returns the targets as written: the group's own, then those of all groups.
    fn targets(&self) -> [&'p [Target]; 2] {
        [self.group.map_or(&[], |(_, group)| &group.targets), &self.statement.choice.targets]
    }
}

impl<'p, R: Run<'p>> Walk<'_, R> {
    /// Lays a movement statement.
    pub(super) fn statement(
        &mut self,
        part: &Part<'p>,
        statement: &Performed<'p>,
        given: Given<'p>,
        place: Position,
    ) -> Result<(), TooLong> {
        let once = Set { part, statement, given, place, count: None, group: None, turn: place.turn() };
        match (given, &statement.choice.dose) {
            (Given::Tabata, _) => self.tabata(once),
            (Given::Nothing | Given::Work(_) | Given::Rung(_), Dose::Sets(groups)) => self.sets(once, groups),
            (Given::Nothing | Given::Work(_) | Given::Rung(_), Dose::Bout(_) | Dose::FromBlock) => {
                self.set(&once).map(|_| ())
            }
        }
    }

    /// Lays eight times work and rest.
    fn tabata(&mut self, once: Set<'_, 'p>) -> Result<(), TooLong> {
        for n in 0..TABATA_ROUNDS {
            let place = once.place.in_round(n, TABATA_ROUNDS);
            self.set(&Set { place, turn: place.turn(), ..once })?;
            self.run.lay(TABATA_REST_MS, || Segment {
                step: Some(once.statement.step),
                ..segment(SegmentKind::Rest, once.part, place)
            })?;
        }
        Ok(())
    }

    /// Lays sets with what comes between them.
    ///
    /// After a group of a range of sets (`3-5x8`), least and most cannot know the number of a set. Progressions are
    /// then taken at their shortest or longest over the numbers that the set may have, so that likely lies in between.
    fn sets(&mut self, once: Set<'_, 'p>, groups: &'p [SetGroup]) -> Result<(), TooLong> {
        let turn = once.place.turn();
        let switch_stays = once.part.switch.is_none_or(|switch| switch.progression.is_none());
        // Inside an interval, a `max` ends where that does.
        let is_even = !once.statement.progresses && switch_stays && once.place.slot_ms.is_none();
        let of =
            groups.iter().fold(0u32, |sum, group| sum.saturating_add(count(&group.count, self.mode, turn)));
        let mut n = 0u32;
        let (mut earliest, mut latest) = (0u32, 0u32);
        for (at, group) in groups.iter().enumerate() {
            let sets = count(&group.count, self.mode, turn);
            let mut nth = 0;
            while nth < sets {
                let (mark, work_mark) = (self.run.mark(), self.work_mark());
                n = n.saturating_add(1);
                let turn = Turn {
                    set: earliest.saturating_add(nth),
                    latest_set: latest.saturating_add(nth),
                    round: once.place.turn,
                    ..Turn::default()
                };
                let set = Set { count: Some(Count { n, of }), group: Some((at, group)), turn, ..once };
                let estimated = self.set(&set)?;
                self.end_on_clock(&set, mark.now_ms, estimated);
                // If a set lays nothing, neither do the others, however many there are.
                if self.run.grown().pieces == mark.pieces {
                    break;
                }
                let waits = matches!(once.statement.choice.between_sets, BetweenSets::Every(_));
                if n < of || waits && once.place.followed {
                    self.between_sets(&set, mark.now_ms, estimated)?;
                }
                nth += 1;
                // There is no rest after the last set of all.
                let alike = sets.min(of - n);
                if is_even && nth == 1 && alike > 1 {
                    self.run.repeat(mark, alike - 1, |segment, nth| {
                        segment.set = Count::later(segment.set, nth)
                    })?;
                    self.all_work.repeat(work_mark, alike - 1);
                    n = n.saturating_add(alike - 1);
                    nth = alike;
                }
            }
            let bound = |mode| count(&group.count, mode, turn);
            let [fewest, most] = self.mode.bounds().map_or([sets; 2], |modes| modes.map(bound));
            (earliest, latest) = (earliest.saturating_add(fewest), latest.saturating_add(most));
        }
        Ok(())
    }

    /// Lays what comes after a set that was started at `start_ms`. With `every` that is what is left until the next is
    /// due, also after the last set if a step follows in the same block; after a late set the next starts at once, and the
    /// one after it is due an interval later.
    fn between_sets(&mut self, set: &Set<'_, 'p>, start_ms: i64, estimated: bool) -> Result<(), TooLong> {
        // For rests, the number of the set is certain: a rest follows all the sets before it.
        let done = set.count.map_or(0, |count| count.n.saturating_sub(1));
        let turn = Turn::of_set(done, set.place.turn);
        let of = RestOf { step: Some(set.statement.step), set: set.count, turn, after: self.before };
        if let Some(rest) = set.own().and_then(|own| own.rest.as_ref()) {
            return self.rest(set.part, rest, set.place, of);
        }
        match &set.statement.choice.between_sets {
            BetweenSets::Nothing => Ok(()),
            BetweenSets::Rest(rest) => self.rest(set.part, rest, set.place, of),
            BetweenSets::Every(interval) => {
                let (interval_ms, _) = self.time(interval, of.turn, set.at());
                let left_ms = interval_ms.saturating_sub(self.run.now_ms().saturating_sub(start_ms));
                self.run.lay(left_ms, || Segment {
                    estimated,
                    step: of.step,
                    set: of.set,
                    ..segment(SegmentKind::Rest, set.part, set.place)
                })
            }
        }
    }

    /// Ends a set that is estimated when the next is due: the clock of `every` is certain, and the estimate is not. A
    /// stated time or pace holds, and makes the next set late.
    fn end_on_clock(&mut self, set: &Set<'_, 'p>, start_ms: i64, estimated: bool) {
        let BetweenSets::Every(interval) = &set.statement.choice.between_sets else { return };
        let is_stated =
            !estimated || set.tempo().is_some() || set.targets().into_iter().flatten().any(says_how_fast);
        if is_stated {
            return;
        }
        let done = set.count.map_or(0, |count| count.n.saturating_sub(1));
        let (interval_ms, _) = self.time(interval, Turn::of_set(done, set.place.turn), set.at());
        let due_ms = start_ms.saturating_add(interval_ms);
        if interval_ms > 0 && self.run.now_ms() > due_ms {
            self.run.cut(due_ms);
        }
    }

    /// Lays one set: a bout on each side and in each direction it asks for. Tells whether its length is an estimate.
    fn set(&mut self, set: &Set<'_, 'p>) -> Result<bool, TooLong> {
        let Some(bout) = self.bout_of(set) else { return Ok(false) };
        let choice = set.statement.choice;
        let sides: &[Option<Side>] = match (set.place.side, choice.sides) {
            (Some(Side::Right), _) | (None, Sides::Only(Side::Right)) => &[Some(Side::Right)],
            (Some(Side::Left), _) | (None, Sides::Only(Side::Left)) => &[Some(Side::Left)],
            (None, Sides::Each(_)) => &[Some(Side::Right), Some(Side::Left)],
            (None, Sides::Together | Sides::Alternating | Sides::EachAlternating(_)) => &[None],
        };
        let directions: &[Option<u8>] = if choice.both_directions { &[Some(1), Some(2)] } else { &[None] };
        let targets = self.settled_targets(set);
        let paced = self.paced(set.statement.movement, set.turn);
        let hold_ms = choice.hold.as_ref().map_or(0, |hold| self.hold(set, hold));
        let pacing = Pacing { tempo: set.tempo(), hold_ms, targets: set.targets(), ..paced };
        let mut estimated = false;
        let mark = self.work_mark();
        for (n, &side) in sides.iter().enumerate() {
            if n > 0 {
                self.switch(set)?;
            }
            for &direction in directions {
                estimated |= self.work(set, bout, &pacing, (side, direction), &targets)?;
            }
        }
        self.before = self.worked_since(mark);
        Ok(estimated)
    }

    /// Lays one bout. Tells whether its length is an estimate.
    fn work(
        &mut self,
        set: &Set<'_, 'p>,
        bout: SettledBout,
        pacing: &Pacing<'_>,
        (side, direction): (Option<Side>, Option<u8>),
        targets: &SharedTargets,
    ) -> Result<bool, TooLong> {
        let left_ms = set.place.slot_ms.map(|end_ms| end_ms.saturating_sub(self.run.now_ms()));
        let length = bout.within(left_ms).length(pacing);
        self.run.lay(length.ms, || Segment {
            estimated: length.estimated,
            open_ended: length.open_ended,
            step: Some(set.statement.step),
            choice: Some(set.statement.choice),
            of_set: set.own(),
            movement: Some(set.statement.movement),
            side,
            direction,
            set: set.count,
            dose: Some(length.dose),
            hold_ms: set.statement.choice.hold.is_some().then_some(pacing.hold_ms),
            targets: targets.clone(),
            ..segment(SegmentKind::Work, set.part, set.place)
        })?;
        self.all_work.add(length.ms, length.estimated);
        Ok(length.estimated)
    }

    /// Settles how long each repetition of a set is held.
    fn hold(&mut self, set: &Set<'_, 'p>, hold: &'p Amount) -> i64 {
        let figure = settle(hold, Sense::Work, self.mode, set.turn);
        if figure.stopped {
            self.run.stopped(hold, set.at());
        }
        figure.value
    }

    /// Lays the switch from the right side to the left, if there is one.
    fn switch(&mut self, set: &Set<'_, 'p>) -> Result<(), TooLong> {
        let Some(switch) = set.part.switch else { return Ok(()) };
        let (ms, estimated) = self.time(switch, set.turn, set.part.place);
        self.run.lay(ms, || Segment {
            estimated,
            step: Some(set.statement.step),
            set: set.count,
            ..segment(SegmentKind::Switch, set.part, set.place)
        })
    }

    /// Settles the bout of a set; None where neither the statement nor its block gives one.
    ///
    /// `per leg alternating` is twice the dose in one bout, whether the dose comes from the statement or the block.
    fn bout_of(&mut self, set: &Set<'_, 'p>) -> Option<SettledBout> {
        let written = match (&set.statement.choice.dose, set.group) {
            (_, Some((_, group))) => Some(&group.bout),
            (Dose::Bout(bout), None) => Some(bout),
            (Dose::FromBlock | Dose::Sets(_), None) => None,
        };
        let bout = match (set.given, written) {
            (Given::Work(_) | Given::Tabata, Some(Bout::Max(None))) => {
                SettledBout { ending: Ending::Max, is_clocked: true, ..self.given_bout(set)? }
            }
            (Given::Tabata, _) | (Given::Work(_) | Given::Rung(_), None) => self.given_bout(set)?,
            (Given::Nothing, None) => return None,
            (Given::Nothing | Given::Work(_) | Given::Rung(_), Some(bout)) => {
                self.bout(bout, Sense::Work, set.turn, set.at())
            }
        };
        let bout = bout.opened(set.statement.choice.open);
        Some(match set.statement.choice.sides {
            Sides::EachAlternating(_) => SettledBout { figure: bout.figure.doubled(), ..bout },
            Sides::Together | Sides::Each(_) | Sides::Alternating | Sides::Only(_) => bout,
        })
    }

    /// Settles the bout that the block gives.
    fn given_bout(&mut self, set: &Set<'_, 'p>) -> Option<SettledBout> {
        let (figure, unit) = match set.given {
            Given::Nothing => return None,
            Given::Work(work) => {
                let figure = settle(work, Sense::Work, self.mode, set.turn);
                if figure.stopped {
                    self.run.stopped(work, set.part.place);
                }
                (figure, work.unit)
            }
            Given::Rung(reps) => (SettledFigure::exactly(reps.saturating_mul(1_000)), Unit::Count),
            Given::Tabata => (SettledFigure::exactly(TABATA_WORK_MS), Unit::Second),
        };
        Some(SettledBout { figure, unit, ending: Ending::Done, is_clocked: false, open: None })
    }

    /// Settles a bout as written.
    pub(super) fn bout(&mut self, bout: &'p Bout, sense: Sense, turn: Turn, at: Place) -> SettledBout {
        let (amount, ending) = match bout {
            Bout::Of(amount) => (amount, Ending::Done),
            Bout::AtLeast(amount) => (amount, Ending::OrMore),
            Bout::Max(Some(amount)) => (amount, Ending::MaxWithin),
            Bout::Max(None) => {
                let figure = SettledFigure::exactly(MAX_MS);
                return SettledBout {
                    figure,
                    unit: Unit::Second,
                    ending: Ending::Max,
                    is_clocked: false,
                    open: None,
                };
            }
        };
        let figure = settle(amount, sense, self.mode, turn);
        if figure.stopped {
            self.run.stopped(amount, at);
        }
        SettledBout { figure, unit: amount.unit, ending, is_clocked: false, open: None }
    }

    /// Returns the targets of a set, settled now only where they progress.
    fn settled_targets(&mut self, set: &Set<'_, 'p>) -> SharedTargets {
        match &set.statement.targets {
            Targets::Same(targets) => targets.clone(),
            Targets::ByGroup(groups) => {
                set.group.and_then(|(at, _)| groups.get(at)).cloned().unwrap_or_default()
            }
            Targets::Progressing if !R::KEEPS => SharedTargets::default(),
            Targets::Progressing => self.targets(set.targets().into_iter().flatten(), set.turn, set.at()),
        }
    }
}

/// Tells whether a target is a pace or a speed.
fn says_how_fast(target: &Target) -> bool {
    match target.kind {
        TargetKind::Pace | TargetKind::Speed | TargetKind::NamedPace { .. } => true,
        TargetKind::Load { .. }
        | TargetKind::Bodyweight
        | TargetKind::Assistance
        | TargetKind::Size
        | TargetKind::Percent { .. }
        | TargetKind::Rpe
        | TargetKind::RepMax
        | TargetKind::Rir
        | TargetKind::Zone
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Slope
        | TargetKind::Effort(_) => false,
    }
}
