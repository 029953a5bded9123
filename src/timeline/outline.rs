//! The workout as a tree that can be walked any number of times: blocks are numbered, the movements of the level
//! chosen, options handed down and targets settled. Ranges stay open, since each pass takes another end of them.

use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Exercise, Level, MovementId, OnlyRounds,
    Program, RestAmount, Step, StepKind, Target, TargetKind, Workout,
};
use crate::source::{FileId, Place};
use crate::timeline::choose::choose;
use crate::timeline::progression::Turn;
use crate::timeline::run::{Bound, MAX_SEGMENTS, TooLong};
use crate::timeline::segment::{BlockId, SharedTargets};
use crate::timeline::set_up::{SetUp, Station, is_on_the_clock};
use crate::timeline::settle::{Mode, settle_target};

/// A workout, ready to be walked.
#[derive(Debug)]
pub struct Outline<'p> {
    /// The workout itself, as the block that holds all others.
    pub part: Part<'p>,
    /// Whether least, likely and most may differ: there is a range, a cap or an `until`.
    pub varies: bool,
}

/// A workout, a block or a done workout: steps that share their options.
#[derive(Debug)]
pub struct Part<'p> {
    /// Which block it is.
    pub id: BlockId,
    /// The place of its header.
    pub place: Place,
    /// The statement it comes from; None for the workout itself.
    pub step: Option<&'p Step>,
    /// The block; None for a workout.
    pub block: Option<&'p Block>,
    /// The transition that applies in it.
    pub transition: Option<&'p Amount>,
    /// The switch that applies in it.
    pub switch: Option<&'p Amount>,
    /// What is set up between its movements where nothing else comes between them.
    pub set_up: SetUp,
    /// What it holds, in text order.
    pub items: Vec<Item<'p>>,
    /// Up to where its items are done once, before the rounds: a `buy-in` and the notes before it.
    opening: usize,
    /// From where its items are done once, after the rounds: a `cash-out` and the notes after it.
    closing: usize,
    /// Which of its items take time, if some do not. The others are only passed once, so that many notes in many rounds
    /// cost no more than either.
    timed: Option<Box<[usize]>>,
    /// What its neighbours see of it.
    pub edges: Edges,
    /// Whether it takes any time. A part that takes none, such as a block of notes, is skipped when gaps between
    /// neighbours are laid.
    pub takes_time: bool,
    /// Whether all its rounds but the first are alike: nothing in it progresses, and it holds no other part.
    pub is_even: bool,
}

impl<'p> Part<'p> {
    /// Returns what is done once, before the rounds.
    pub fn opening(&self) -> &[Item<'p>] {
        self.items.get(..self.opening).unwrap_or_default()
    }

    /// Returns what is done once, after the rounds.
    pub fn closing(&self) -> &[Item<'p>] {
        self.items.get(self.closing..).unwrap_or_default()
    }

    /// Returns what is passed in a round: everything when it is passed for the first time, then what takes time.
    pub fn passed(&self, first: bool) -> impl Iterator<Item = &Item<'p>> {
        let (all, timed) = match &self.timed {
            Some(timed) if !first => (Default::default(), &**timed),
            Some(_) | None => {
                (self.items.get(self.opening..self.closing).unwrap_or_default(), Default::default())
            }
        };
        all.iter().chain(timed.iter().filter_map(|&at| self.items.get(at)))
    }

    /// Returns the last of its items that takes time in a round.
    pub fn last_timed(&self, round: u32) -> Option<&Item<'p>> {
        self.items.iter().rfind(|item| item.takes_time() && item.is_done_in(round))
    }

    /// Returns the last of so many rounds, from 1, in which anything takes time.
    pub fn last_round_of(&self, rounds: u32) -> u32 {
        let timed = self.items.iter().filter(|item| item.takes_time());
        timed.map(|item| item.only().map_or(rounds, |only| only.last(rounds))).max().unwrap_or(rounds)
    }

    /// Returns the first round after this one, from 1, in which other steps may be done than in this one.
    pub fn next_change(&self, round: u32) -> Option<u32> {
        let changes = self.items.iter().filter_map(Item::only).flat_map(|only| {
            let next = if only.every > 1 && round < only.to { round + 1 } else { only.from };
            [next, only.from, only.to.saturating_add(1)]
        });
        changes.filter(|&change| change > round).min()
    }

    /// Returns the place of one of its own steps.
    pub fn place_of(&self, step: &Step) -> Place {
        Place::new(self.place.file, step.span)
    }

    /// Returns the rest after each of its direct movements.
    pub fn work_rest(&self) -> Option<&'p RestAmount> {
        self.block.and_then(|block| block.work_rest.as_ref())
    }

    /// Tells whether progressions count its rounds: it is done several times at some level.
    ///
    /// This holds even if it is done once at another level, or may end after one round. Otherwise the steps in it would
    /// count the rounds of an outer block, and least could be longer than most.
    pub fn repeats(&self) -> bool {
        self.block.is_some_and(|block| {
            block.ladder.is_some() || block.rounds.is_some_and(|rounds| rounds.high > ONE_ROUND)
        })
    }

    /// Tells whether it is a tabata.
    pub fn is_tabata(&self) -> bool {
        self.block.is_some_and(|block| block.kind == BlockKind::Tabata)
    }
}

/// One round, in thousandths.
const ONE_ROUND: i64 = 1_000;

/// What is in a [`Part`].
#[derive(Debug)]
pub enum Item<'p> {
    /// A movement to do.
    Statement(Performed<'p>),
    /// A written rest.
    Rest(&'p Step, &'p RestAmount),
    /// Words in their place.
    Note(&'p str),
    /// A block, or another workout.
    Part(Box<Part<'p>>),
}

impl Item<'_> {
    /// Tells whether it is done in a round of its block, from 1.
    pub fn is_done_in(&self, round: u32) -> bool {
        self.only().is_none_or(|only| only.includes(round))
    }

    /// Tells whether it is a block of a kind.
    fn is_of(&self, kind: BlockKind) -> bool {
        matches!(self, Item::Part(part) if part.block.is_some_and(|block| block.kind == kind))
    }

    /// Returns in which rounds of its block it is done, if not in all.
    fn only(&self) -> Option<OnlyRounds> {
        match self {
            Item::Statement(statement) => statement.step.only,
            Item::Rest(step, _) => step.only,
            Item::Note(_) | Item::Part(_) => None,
        }
    }

    /// Tells whether it takes a place among its neighbours.
    pub fn takes_time(&self) -> bool {
        match self {
            Item::Statement(_) => true,
            Item::Rest(_, amount) => **amount != RestAmount::TurnOff,
            Item::Note(_) => false,
            Item::Part(part) => part.takes_time,
        }
    }

    /// Tells whether it is sets that each start so long after the one before.
    pub fn is_on_clock(&self) -> bool {
        match self {
            Item::Statement(statement) => matches!(statement.choice.between_sets, BetweenSets::Every(_)),
            Item::Rest(..) | Item::Note(_) | Item::Part(_) => false,
        }
    }

    /// Tells whether it takes a turn in an alternating block: a turn off is one too.
    pub fn takes_turn(&self) -> bool {
        match self {
            Item::Statement(_) | Item::Rest(..) => true,
            Item::Note(_) => false,
            Item::Part(part) => part.takes_time,
        }
    }
}

/// What is done for a movement statement.
#[derive(Debug)]
pub struct Performed<'p> {
    /// The statement.
    pub step: &'p Step,
    /// The alternative that is done.
    pub choice: &'p Choice,
    /// What it is done as.
    pub movement: MovementId,
    /// What is written first; neighbours are told apart by it at every level.
    pub written: MovementId,
    /// Whether all its bouts are on the clock, so that none is an estimate.
    pub is_on_the_clock: bool,
    /// How hard.
    pub targets: Targets,
    /// Whether anything of it progresses.
    pub progresses: bool,
}

/// The targets of a statement's bouts.
#[derive(Debug)]
pub enum Targets {
    /// The same in each bout.
    Same(SharedTargets),
    /// Each group of sets has its own.
    ByGroup(Box<[SharedTargets]>),
    /// They progress, and are settled bout by bout.
    Progressing,
}

/// A movement as its neighbours see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The movement, looked up through circuits, supersets and parts.
    Movement(MovementId),
    /// Any other block: never the same as its neighbour.
    Block,
}

/// What a part's neighbours see of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edges {
    /// Its first movement; None where it holds none.
    pub first: Option<Name>,
    /// Its last movement.
    pub last: Option<Name>,
    /// What its first movement needs; None where nobody looks into it.
    pub first_station: Option<Station>,
    /// What its last movement needs.
    pub last_station: Option<Station>,
    /// Whether there is a rest before its first movement.
    pub begins_with_rest: bool,
    /// Whether there is a rest after its last movement: a written one, `work`'s, or a tabata's 10 s.
    pub ends_in_rest: bool,
}

/// How deep blocks and done workouts may be nested: twice the limit of one file, and little enough for the stack of any
/// thread.
pub const MAX_DEPTH: usize = 128;

/// Returns the tree of a workout at a level, or which bound it breaks before anything is laid.
pub fn outline<'p>(program: &'p Program, workout: &'p Workout, level: Level) -> Result<Outline<'p>, TooLong> {
    let mut outliner = Outliner {
        program,
        level,
        written_for: Level::default(),
        blocks: 0,
        statements: 0,
        depth: 0,
        varies: false,
        progresses: false,
    };
    let part = outliner.workout(workout, None, workout.place(), BlockId::default(), SetUp::default())?;
    Ok(Outline { part, varies: outliner.varies })
}

/// What is shared by all parts while the tree grows.
struct Outliner<'p> {
    program: &'p Program,
    level: Level,
    /// The level that the text at hand is written for.
    written_for: Level,
    /// The number of the last block.
    blocks: u32,
    /// The statements so far, done workouts written out.
    statements: usize,
    depth: usize,
    varies: bool,
    /// Whether anything progresses that was seen since this was last reset.
    progresses: bool,
}

/// What a block hands down to those inside it.
#[derive(Clone, Copy)]
struct Handed<'p> {
    file: FileId,
    transition: Option<&'p Amount>,
    switch: Option<&'p Amount>,
    set_up: SetUp,
    /// What the block gives to movements without a dose.
    block: Option<&'p Block>,
}

impl<'p> Outliner<'p> {
    /// Outlines a workout; nothing that is written reaches into it from outside.
    fn workout(
        &mut self,
        workout: &'p Workout,
        step: Option<&'p Step>,
        place: Place,
        id: BlockId,
        set_up: SetUp,
    ) -> Result<Part<'p>, TooLong> {
        let handed = Handed {
            file: workout.file,
            transition: workout.transition.as_ref(),
            switch: workout.switch.as_ref(),
            set_up,
            block: None,
        };
        self.amounts(handed.transition.into_iter().chain(handed.switch));
        // A workout that does not say whom it is for is for those of the workout that does it.
        let around = self.written_for;
        self.written_for = workout.level.unwrap_or(around);
        let items = self.items(&workout.steps, handed)?;
        self.written_for = around;
        // Its steps are done once.
        Ok(part(id, place, step, None, handed, items, false))
    }

    /// Outlines a block.
    fn block(&mut self, block: &'p Block, step: &'p Step, outer: Handed<'p>) -> Result<Part<'p>, TooLong> {
        let id = self.next_block();
        let outside = std::mem::take(&mut self.progresses);
        self.options(block);
        let handed = Handed {
            file: outer.file,
            transition: block.transition.as_ref().or(outer.transition),
            switch: block.switch.as_ref().or(outer.switch),
            set_up: outer.set_up.inside(block.kind),
            block: Some(block),
        };
        self.amounts(handed.transition.into_iter().chain(handed.switch));
        let items = self.items(&block.steps, handed)?;
        let progresses = self.progresses || block.ladder.is_some();
        self.progresses |= outside;
        Ok(part(
            id,
            Place::new(outer.file, block.header),
            Some(step),
            Some(block),
            handed,
            items,
            !progresses,
        ))
    }

    /// Outlines steps, without those that neither take time nor are said.
    fn items(&mut self, steps: &'p [Step], handed: Handed<'p>) -> Result<Vec<Item<'p>>, TooLong> {
        if self.depth > MAX_DEPTH {
            return Err(TooLong { bound: Bound::Depth, place: None });
        }
        self.depth += 1;
        let mut items = Vec::with_capacity(steps.len());
        for step in steps {
            self.statements += 1;
            if self.statements > MAX_SEGMENTS {
                return Err(TooLong { bound: Bound::Statements, place: None });
            }
            let at_top = self.depth == 1;
            let item = self.item(step, handed);
            let claimed = |too_long: TooLong| {
                let place = if at_top {
                    too_long.place.or(Some(Place::new(handed.file, step.span)))
                } else {
                    too_long.place
                };
                TooLong { place, ..too_long }
            };
            items.extend(item.map_err(claimed)?);
        }
        self.depth -= 1;
        Ok(items)
    }

    /// Outlines one step.
    fn item(&mut self, step: &'p Step, handed: Handed<'p>) -> Result<Option<Item<'p>>, TooLong> {
        Ok(match &step.kind {
            StepKind::Exercise(exercise) => self.statement(step, exercise, handed.block).map(Item::Statement),
            StepKind::Rest(rest) => {
                self.rest(&rest.amount);
                Some(Item::Rest(step, &rest.amount))
            }
            StepKind::Note(text) => Some(Item::Note(text)),
            StepKind::Record(_) | StepKind::Turns(_) => None,
            StepKind::Block(block) => Some(Item::Part(Box::new(self.block(block, step, handed)?))),
            StepKind::Do(workout) => {
                let id = self.next_block();
                let place = Place::new(handed.file, step.span);
                let part = self.workout(workout, Some(step), place, id, handed.set_up)?;
                Some(Item::Part(Box::new(part)))
            }
        })
    }

    /// Outlines a movement statement at the level.
    fn statement(
        &mut self,
        step: &'p Step,
        exercise: &'p Exercise,
        block: Option<&'p Block>,
    ) -> Option<Performed<'p>> {
        let written = exercise.choices.first()?.movement;
        let outside = std::mem::take(&mut self.progresses);
        let (choice, movement) = choose(self.program, exercise, self.written_for, self.level)?;
        self.targets(&choice.targets);
        match &choice.dose {
            Dose::FromBlock => {}
            Dose::Bout(bout) => self.bout(bout),
            Dose::Sets(groups) => {
                for group in groups {
                    self.amounts([&group.count]);
                    self.bout(&group.bout);
                    self.targets(&group.targets);
                    group.own.iter().filter_map(|own| own.rest.as_ref()).for_each(|rest| self.rest(rest));
                }
            }
        }
        self.amounts(&choice.hold);
        match &choice.between_sets {
            BetweenSets::Nothing => {}
            BetweenSets::Rest(rest) => self.rest(rest),
            BetweenSets::Every(interval) => self.amounts([interval]),
        }
        let targets = settled_targets(choice, self.level);
        let progresses = self.progresses || matches!(targets, Targets::Progressing);
        self.progresses = progresses || outside;
        let is_on_the_clock = is_on_the_clock(choice, block);
        Some(Performed { step, choice, movement, written, is_on_the_clock, targets, progresses })
    }

    /// Returns the number of the next block in text order.
    fn next_block(&mut self) -> BlockId {
        self.blocks = self.blocks.saturating_add(1);
        BlockId(self.blocks)
    }

    /// Looks for ranges in a block's header.
    fn options(&mut self, block: &'p Block) {
        self.varies |= block.cap.is_some() || block.until.is_some();
        self.amounts([&block.rounds, &block.work].into_iter().flatten());
        for rest in [&block.work_rest, &block.between_rounds, &block.between_movements].into_iter().flatten()
        {
            self.rest(rest);
        }
        match &block.kind {
            BlockKind::Amrap { time } | BlockKind::Emom { time, .. } => self.amounts([time]),
            BlockKind::Every { interval, .. } => self.amounts([interval]),
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => {}
        }
    }

    /// Looks for ranges in a rest.
    fn rest(&mut self, rest: &'p RestAmount) {
        match rest {
            RestAmount::For(amount) => self.amounts([amount]),
            RestAmount::Moving { bout, targets, .. } => {
                self.bout(bout);
                self.targets(targets);
            }
            RestAmount::ByRound(rests) => {
                // No round is like the one before.
                self.progresses = true;
                rests.iter().for_each(|rest| self.rest(rest));
            }
            RestAmount::Ratio { .. } | RestAmount::UntilReady | RestAmount::TurnOff => {}
        }
    }

    /// Looks for a range in a bout.
    fn bout(&mut self, bout: &'p Bout) {
        match bout {
            Bout::Of(amount) | Bout::AtLeast(amount) | Bout::Max(Some(amount)) => self.amounts([amount]),
            Bout::Max(None) => {}
        }
    }

    /// Looks for ranges among those targets that say how long a distance takes, and for progressions among all.
    fn targets(&mut self, targets: &'p [Target]) {
        self.progresses |= targets.iter().any(progresses);
        let timed =
            targets.iter().filter(|target| matches!(target.kind, TargetKind::Pace | TargetKind::Speed));
        self.amounts(timed.flat_map(|target| target.amount.iter().chain(&target.to)));
    }

    /// Notes whether any of these is a range, and whether any progresses.
    fn amounts(&mut self, amounts: impl IntoIterator<Item = &'p Amount>) {
        for amount in amounts {
            self.varies |= amount.is_range();
            self.progresses |= amount.progression.is_some();
        }
    }
}

/// Puts a part together. In a steady one, nothing progresses.
fn part<'p>(
    id: BlockId,
    place: Place,
    step: Option<&'p Step>,
    block: Option<&'p Block>,
    handed: Handed<'p>,
    items: Vec<Item<'p>>,
    is_steady: bool,
) -> Part<'p> {
    let takes_time = items.iter().any(Item::takes_time) || block.is_some_and(|block| has_clock(&block.kind));
    let Handed { transition, switch, set_up, .. } = handed;
    let opening = items.iter().position(|item| item.is_of(BlockKind::BuyIn)).map_or(0, |at| at + 1);
    let closing = items.iter().rposition(|item| item.is_of(BlockKind::CashOut)).unwrap_or(items.len());
    let in_rounds = || items.iter().enumerate().take(closing).skip(opening);
    let timed = || in_rounds().filter(|(_, item)| item.takes_time()).map(|(at, _)| at).collect();
    let timed = (!items.iter().all(Item::takes_time)).then(timed);
    let edges = Edges::default();
    // Of sets on the clock, the last interval is waited out in all rounds but the last.
    let ends_on_clock = items.iter().rfind(|item| item.takes_time()).is_some_and(Item::is_on_clock);
    let chooses = items.iter().any(|item| item.only().is_some());
    let has_part = items.iter().any(|item| matches!(item, Item::Part(_)));
    let is_even = is_steady && !ends_on_clock && !chooses && !has_part;
    let mut part = Part {
        id,
        place,
        step,
        block,
        transition,
        switch,
        set_up,
        items,
        opening,
        closing,
        timed,
        edges,
        takes_time,
        is_even,
    };
    part.edges = self::edges(&part);
    part
}

/// Tells whether a block takes its own time, whatever it holds.
fn has_clock(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Amrap { .. } | BlockKind::Emom { .. } | BlockKind::Every { .. } => true,
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::ForTime
        | BlockKind::Tabata
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => false,
    }
}

/// Returns the number of a part's last round, if it has as many as it may have.
fn last_round(part: &Part<'_>) -> u32 {
    let Some(block) = part.block else { return 1 };
    match (&block.ladder, &block.rounds) {
        (Some(rungs), _) => u32::try_from(rungs.len()).unwrap_or(u32::MAX),
        (None, Some(rounds)) => u32::try_from(rounds.high / ONE_ROUND).unwrap_or(u32::MAX),
        (None, None) => 1,
    }
}

/// Works out what a part's neighbours see of it.
fn edges(part: &Part<'_>) -> Edges {
    // What is done in some rounds alone begins or ends the part only if it is the first or the last that is done.
    let rounds = last_round(part);
    let when = |at: usize, in_rounds: fn(OnlyRounds, u32) -> u32, in_all: u32| {
        if at < part.opening {
            0
        } else if at >= part.closing {
            u32::MAX
        } else {
            part.items.get(at).and_then(Item::only).map_or(in_all, |only| in_rounds(only, rounds))
        }
    };
    let starts = |&(at, _): &(usize, &Item<'_>)| (when(at, |only, _| only.first(), 1), at);
    let ends = |&(at, _): &(usize, &Item<'_>)| (when(at, OnlyRounds::last, rounds), at);
    let all = || part.items.iter().enumerate();
    let named = || all().filter(|(_, item)| item.edges(part).first.is_some());
    let begins = named().min_by_key(starts).map(|(_, item)| item.edges(part)).unwrap_or_default();
    let closes = named().max_by_key(ends).map(|(_, item)| item.edges(part)).unwrap_or_default();
    let (first, last) = (begins.first, closes.last);
    let timed = || all().filter(|(_, item)| item.takes_time());
    let closing = timed().max_by_key(ends).map(|(_, item)| item);
    let ends_in_rest = closing.is_some_and(|item| match item {
        Item::Statement(_) => part.is_tabata() || part.work_rest().is_some(),
        Item::Rest(..) => true,
        Item::Note(_) => false,
        Item::Part(inner) => inner.edges.ends_in_rest,
    });
    let opening = timed().min_by_key(starts).map(|(_, item)| item);
    let begins_with_rest = opening.is_some_and(|item| match item {
        Item::Rest(..) => true,
        Item::Statement(_) | Item::Note(_) => false,
        Item::Part(inner) => inner.edges.begins_with_rest,
    });
    let opaque = first.map(|_| Name::Block);
    match part.block.map(|block| block.kind) {
        None
        | Some(
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut,
        ) => Edges {
            first,
            last,
            first_station: begins.first_station,
            last_station: closes.last_station,
            begins_with_rest,
            ends_in_rest,
        },
        Some(BlockKind::Tabata) => {
            Edges { first: opaque, last: opaque, begins_with_rest, ends_in_rest, ..Edges::default() }
        }
        Some(
            BlockKind::Amrap { .. } | BlockKind::Emom { .. } | BlockKind::Every { .. } | BlockKind::ForTime,
        ) => Edges { first: opaque, last: opaque, ..Edges::default() },
    }
}

impl Item<'_> {
    /// Returns what its neighbours in `part` see of it.
    pub fn edges(&self, part: &Part<'_>) -> Edges {
        match self {
            Item::Statement(statement) => {
                let name = Some(Name::Movement(statement.written));
                // What is left of an interval is a rest, in which one gets to the next movement.
                let ends_in_rest = part.is_tabata() || self.is_on_clock();
                let station = Some(Station {
                    movement: statement.movement,
                    is_on_the_clock: statement.is_on_the_clock,
                });
                Edges {
                    first: name,
                    last: name,
                    first_station: station,
                    last_station: station,
                    begins_with_rest: false,
                    ends_in_rest,
                }
            }
            Item::Rest(..) | Item::Note(_) => Edges::default(),
            Item::Part(inner) => inner.edges,
        }
    }
}

/// Tells whether a target progresses.
fn progresses(target: &Target) -> bool {
    let amounts = target.amount.iter().chain(&target.to).chain(&target.plus);
    amounts.into_iter().any(|amount| amount.progression.is_some())
}

/// Settles the targets of a statement once for all its bouts, unless they progress.
fn settled_targets(choice: &Choice, level: Level) -> Targets {
    if choice.all_targets().any(progresses) {
        return Targets::Progressing;
    }
    let groups = choice.dose.groups();
    let settled = |own: &[Target]| -> SharedTargets {
        let all = own.iter().chain(&choice.targets);
        all.map(|target| settle_target(target, Mode::At(level), Turn::default()).0).collect()
    };
    if groups.iter().all(|group| group.targets.is_empty()) {
        Targets::Same(settled(&[]))
    } else {
        Targets::ByGroup(groups.iter().map(|group| settled(&group.targets)).collect())
    }
}
