//! The timeline's own types: what happens when, for how long.

use std::ops::Deref;
use std::sync::Arc;

use crate::check::program::{
    Choice, Movement, MovementId, OfSets, Open, Program, Side, Step, TargetKind, Tempo, Unit,
};

/// A workout laid out in time, at one level. Every output that has to do with time reads it and nothing else.
#[derive(Debug, Clone, Default)]
pub struct Timeline<'p> {
    /// In order; each starts where the one before ends, the first at zero.
    pub segments: Vec<Segment<'p>>,
    /// The coach's notes, in their place. A note in a block that repeats is where it is first passed.
    pub notes: Vec<NoteInPlace<'p>>,
    /// The shortest it can take: every range at its shortest, in milliseconds.
    pub least_ms: i64,
    /// What it takes at this level: the sum of the segments, in milliseconds.
    pub likely_ms: i64,
    /// The longest it can take, in milliseconds.
    pub most_ms: i64,
    /// The working part of `likely_ms`: `work` segments, `amrap` and `for_time` whole, and the work inside intervals.
    pub work_ms: i64,
    /// The rounds of the workout's own blocks that repeat, added up. None if no block repeats, or if nobody can know.
    pub rounds: Option<u32>,
    /// Whether least, likely or most rests on an estimate: the length of any segment does, or an AMRAP may end after a
    /// round whose length does. Other estimates inside an interval or an AMRAP do not count, since the length around
    /// them is exact.
    pub estimated: bool,
}

impl Timeline<'_> {
    /// Returns the equipment of the movements that are done, each piece once, in order of first use.
    pub fn equipment<'q>(&self, program: &'q Program) -> Vec<&'q str> {
        self.gathered(program, |_, _| true)
    }

    /// Returns the equipment that somebody has to bring: without walls, and chairs to lean on.
    pub fn brought<'q>(&self, program: &'q Program) -> Vec<&'q str> {
        self.gathered(program, |movement, name| !movement.is_at_hand(name))
    }

    fn gathered<'q>(&self, program: &'q Program, counts: fn(&Movement, &str) -> bool) -> Vec<&'q str> {
        let mut equipment = Vec::new();
        gather(&self.segments, program, &mut vec![false; program.movements.len()], &mut |movement, name| {
            if counts(movement, name) && !equipment.contains(&name) {
                equipment.push(name);
            }
        });
        equipment
    }

    /// The part of the time that is not work: rests, transitions, switches and what is left of intervals.
    pub fn rest_ms(&self) -> i64 {
        self.likely_ms - self.work_ms
    }
}

/// Hands on the equipment of the movements of `segments`, and looks at each movement once.
fn gather<'q>(
    segments: &[Segment<'_>],
    program: &'q Program,
    seen: &mut [bool],
    add: &mut dyn FnMut(&Movement, &'q str),
) {
    for segment in segments {
        if let Some(id) = segment.movement
            && let Some(seen) = seen.get_mut(id.0 as usize)
            && !std::mem::replace(seen, true)
        {
            let movement = program.movement(id);
            movement.equipment.iter().for_each(|name| add(movement, name));
        }
        gather(&segment.steps, program, seen, add);
    }
}

/// One thing that takes time.
#[derive(Debug, Clone)]
pub struct Segment<'p> {
    /// Milliseconds from the workout's start; inside another segment's [`steps`](Segment::steps), from that segment's start.
    pub start_ms: i64,
    /// Milliseconds. Estimated where `estimated`.
    pub duration_ms: i64,
    /// What kind of time it is.
    pub kind: SegmentKind,
    /// Whether its length is an estimate: work in repetitions or metres, an open-ended rest, what is left of a set's
    /// interval after either, a `for time`. Never so for what is inside: an interval's length is exact.
    pub estimated: bool,
    /// Whether only the athlete can say when it ends (`rest until ready`, `max`, `5+`).
    pub open_ended: bool,
    /// The block it belongs to.
    pub block: BlockId,
    /// The statement it comes from. None for what a block's header asks for between its steps.
    pub step: Option<&'p Step>,
    /// The alternative that is done, for work.
    pub choice: Option<&'p Choice>,
    /// What is said of its set alone, for work.
    pub of_set: Option<&'p OfSets>,
    /// What is done: for work, and for a rest that moves. Differs from the movement of the choice if the level takes
    /// another form.
    pub movement: Option<MovementId>,
    /// The side of the body.
    pub side: Option<Side>,
    /// The first or the second direction, where it is worked in both.
    pub direction: Option<u8>,
    /// The round of the innermost block that repeats; for an interval, which one it is.
    pub round: Option<Count>,
    /// Whether it is in a buy-in or a cash-out, so that it is done once, whatever the rounds of the block around.
    pub once: Option<Once>,
    /// Which set of its statement.
    pub set: Option<Count>,
    /// How much, settled at this level.
    pub dose: Option<SettledDose>,
    /// How long each repetition is held, in milliseconds.
    pub hold_ms: Option<i64>,
    /// For a rest that is measured by the work before it.
    pub ratio: Option<Ratio>,
    /// How hard, settled at this level.
    pub targets: SharedTargets,
    /// What is done inside an interval, inside one round of an AMRAP, or inside all of a `for time`.
    /// Their lengths are estimates where marked and need not fill the segment.
    pub steps: Vec<Segment<'p>>,
}

/// Settled targets, which the bouts of a statement share. Most have none, and count no references: the empty slice of
/// [`Arc::default`] is one for the whole process, and all cores would write to its count at every segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SharedTargets(Option<Arc<[SettledTarget]>>);

impl Deref for SharedTargets {
    type Target = [SettledTarget];

    fn deref(&self) -> &[SettledTarget] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl FromIterator<SettledTarget> for SharedTargets {
    fn from_iter<T: IntoIterator<Item = SettledTarget>>(targets: T) -> Self {
        let targets: Vec<SettledTarget> = targets.into_iter().collect();
        Self((!targets.is_empty()).then(|| targets.into()))
    }
}

/// What is done once, beside the rounds of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    /// Before the rounds.
    BuyIn,
    /// After them.
    CashOut,
}

impl Once {
    /// Returns what people call it.
    pub fn name(self) -> &'static str {
        match self {
            Once::BuyIn => "Buy-in",
            Once::CashOut => "Cash-out",
        }
    }
}

/// What kind of time a [`Segment`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum SegmentKind {
    /// A bout of a movement.
    Work,
    /// A rest, standing still or moving.
    Rest,
    /// From one movement into the next.
    Transition,
    /// From one side to the other.
    Switch,
    /// One slot of an `emom` or an `every`.
    Interval,
    /// An AMRAP, whole.
    Amrap,
    /// A `for time`, whole.
    ForTime,
}

impl<'p> Segment<'p> {
    /// Tells whether it is the estimate of what is set up, which nobody wrote.
    pub fn is_set_up(&self) -> bool {
        self.kind == SegmentKind::Transition && self.estimated
    }

    /// Returns the tempo it is done at: its set's own, or that of all sets.
    pub fn tempo(&self) -> Option<Tempo> {
        self.of_set.and_then(|own| own.tempo).or(self.choice.and_then(|choice| choice.tempo))
    }

    /// Returns the cue for this use of the movement: its set's own, or that of all sets.
    pub fn cue(&self) -> Option<&'p str> {
        let own = self.of_set.and_then(|own| own.cue.as_deref());
        own.or_else(|| self.choice.and_then(|choice| choice.cue.as_deref()))
    }
}

impl SegmentKind {
    /// Returns its name in the JSON output.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Which block of a workout: they are numbered from 1 in text order, and a `do` counts as a block. 0 is the workout itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct BlockId(pub u32);

/// The n-th of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// From 1.
    pub n: u32,
    /// How many there are.
    pub of: u32,
}

impl Count {
    /// Returns the number that comes so many after this one.
    pub(super) fn later(count: Option<Self>, by: u32) -> Option<Self> {
        count.map(|Count { n, of }| Count { n: n.saturating_add(by), of })
    }
}

/// How a rest is measured by the work before it: `rest / work` times as long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// The share of the work.
    pub work: u8,
    /// The share of the rest.
    pub rest: u8,
    /// How many segments before this one the work began. Those among them that are not work do not count.
    pub back: usize,
}

/// How much is done in one bout, settled at a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettledDose {
    /// This level's value, in thousandths of the unit (for times: milliseconds). With [`Ending::Max`] and no
    /// figure of its own, what the estimate counts.
    pub value: i64,
    /// The low end of the range it was taken from; equal to `value` where there is none.
    pub low: i64,
    /// The high end of the range.
    pub high: i64,
    /// The women's figure of `15/12cal`.
    pub women: Option<i64>,
    /// Its unit; [`Unit::Count`] for repetitions, [`Unit::Second`] for time.
    pub unit: Unit,
    /// When it is over.
    pub ending: Ending,
    /// What is counted of a `max`, where that is not repetitions.
    pub open: Option<Open>,
}

/// When a bout is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// When the dose is done.
    Done,
    /// `5+`: when no more can be done.
    OrMore,
    /// `max`: when no more can be done.
    Max,
    /// `max 60s`: when no more can be done, or at that time.
    MaxWithin,
}

/// One target, settled at a level.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledTarget {
    /// What is measured.
    pub kind: TargetKind,
    /// The figure at this level, in thousandths of the unit. None for `bodyweight` and efforts.
    pub value: Option<i64>,
    /// The low end of its range, in thousandths.
    pub low: Option<i64>,
    /// The high end of its range, in thousandths.
    pub high: Option<i64>,
    /// Where the bout ends, for `110w to 180w`.
    pub to: Option<i64>,
    /// The mass on top of a percentage, in thousandths, with its unit.
    pub plus: Option<(i64, Unit)>,
    /// The women's figure of `43/30kg`.
    pub women: Option<i64>,
    /// The unit of all these but `plus`.
    pub unit: Unit,
    /// What it comes to for the athlete, rounded to what can be loaded.
    pub own: Option<Box<SettledTarget>>,
}

/// A note in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteInPlace<'p> {
    /// Milliseconds from the workout's start.
    pub at_ms: i64,
    /// The segment after it, an index into [`Timeline::segments`]; their number where it comes last.
    pub before: usize,
    /// What it says.
    pub text: &'p str,
}
