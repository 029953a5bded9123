//! The JSON contract: these types are it. The published schema is made from them, descriptions and all.
//!
//! A key that does not apply is left out, and nothing is ever `null`. In a workout and in a movement lists are there
//! even when they are empty.

pub mod compact;
pub mod plan;
mod spare;

mod moves;
mod past;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::moves::{MoveBy, MoveRule, MoveWhat, MoveWhen, Moves};
pub use self::past::{BestSet, DoneSet, Fastest, LastTime, LoadIs, Past};
use super::number::Thousandths;
pub use super::words::{
    BlockKind, BodyHalf, Each, Effort, Ending, FeltScale, Format, Level, Once, Pattern, SegmentKind, Side,
    TargetKind, Unit,
};
pub use spare::Spare;

use crate::one_by_one::OneByOne;

/// The workouts of one file.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document<'a> {
    /// The contract this document keeps to.
    pub format: Format,
    /// The file it was compiled from.
    pub source: &'a str,
    /// The level that was asked for; where none was, that of workouts that state none: `intermediate`, unless the coach
    /// set another.
    pub level: Level,
    /// The athlete that figures of their own are for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub athlete: Option<&'a str>,
    /// The workouts, in the order of the file.
    pub workouts: OneByOne<'a, Workout<'a>>,
    /// The plans, in the order of the file. Left out where there is none.
    #[serde(skip_serializing_if = "OneByOne::is_empty")]
    pub plans: OneByOne<'a, plan::Plan<'a>>,
}

/// One workout: what it is, what it needs, what was written, and what happens when.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Workout")]
pub struct Workout<'a, M = Movement<'a>> {
    /// Its title.
    pub title: &'a str,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    /// Where it comes from, such as a book.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'a str>,
    /// What it is filed under.
    pub tags: Vec<&'a str>,
    /// The coach's notes, in the order they are read out.
    pub notes: Vec<Note<'a>>,
    /// The level that its likely values are of.
    pub level: Level,
    /// What the athlete is asked for at its end, if it is not how it felt: `pain`, for a workout that says `scale pain`
    /// or has the tag `rehab`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<FeltScale>,
    /// How long it takes.
    pub duration_ms: Duration,
    /// Whether any part of its duration is an estimate.
    pub estimated: bool,
    /// The part of its likely duration that is work, in milliseconds.
    pub work_ms: i64,
    /// The part of its likely duration that is not work, in milliseconds. The two add up to it.
    pub rest_ms: i64,
    /// The rounds of its blocks that repeat, added up; left out where nobody can know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<u32>,
    /// What is needed for the movements of its timeline, in order of first use.
    pub equipment: Vec<&'a str>,
    /// The muscles that the movements of its timeline work.
    pub muscles: Muscles<'a>,
    /// Every movement that `blocks` or `timeline` names, in order of first mention.
    pub movements: Vec<M>,
    /// The time from one movement to a different one, where a block says nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transition: Option<Quantity>,
    /// The time from one side to the other, where a block says nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch: Option<Quantity>,
    /// What was written: its steps, blocks among them. Ranges and alternatives are all there.
    pub blocks: Vec<Step<'a>>,
    /// What happens when, at this level. Each segment starts where the one before ends.
    pub timeline: Vec<Segment<'a>>,
}

/// How long a workout takes, in milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// Every range at its shortest.
    pub least: i64,
    /// At this level: the sum of the timeline.
    pub likely: i64,
    /// Every range at its longest.
    pub most: i64,
}

/// A note of the coach, in its place.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note<'a> {
    /// Milliseconds from the workout's start.
    pub at_ms: i64,
    /// The index into `timeline` of the segment it is read before; their number where it comes last.
    pub before_segment: usize,
    /// What it says.
    pub text: &'a str,
}

/// Muscles that are worked. None is in both lists.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Muscles<'a> {
    /// Those that do the work.
    pub primary: Vec<&'a str>,
    /// Those that help.
    pub secondary: Vec<&'a str>,
}

/// What is known of a movement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Movement<'a> {
    /// Its key, which segments and steps refer to: lower case, `-` between words.
    pub id: &'a str,
    /// Its name, to be shown.
    pub name: &'a str,
    /// False where neither the catalogue nor the file describes it; then there is nothing but its name.
    pub known: bool,
    /// Other names for it.
    pub also: Vec<&'a str>,
    /// What kind of movement it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// What to think of while doing it.
    pub cues: Vec<&'a str>,
    /// What it is good for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'a str>,
    /// Names of easier forms, nearest first.
    pub easier: Vec<&'a str>,
    /// Names of harder forms, nearest first.
    pub harder: Vec<&'a str>,
    /// The muscles that do the work.
    pub muscles: Vec<&'a str>,
    /// The muscles that help.
    pub secondary: Vec<&'a str>,
    /// What it needs.
    pub equipment: Vec<&'a str>,
    /// Which half of the body it is worked by, where it is worked one half at a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sides: Option<BodyHalf>,
    /// The loads that make sense for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<Quantity>,
    /// Whether it has a one-repetition maximum. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub has_max: bool,
    /// How long it takes, for estimates: seconds a repetition or, with `per_m`, for a distance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<Quantity>,
}

/// One statement of a workout.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step<'a> {
    /// A movement to do.
    Movement {
        /// What may be done, as written; never empty. The first is done unless the level takes another.
        choices: Vec<Choice<'a>>,
        /// In which rounds of its block it is done; in all where left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        only: Option<OnlyRounds>,
    },
    /// A written rest.
    Rest {
        /// How long.
        rest: Rest<'a>,
        /// In which rounds of its block it is taken; in all where left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        only: Option<OnlyRounds>,
    },
    /// A note of the coach, printed and read out in its place.
    Note {
        /// What it says.
        text: &'a str,
    },
    /// A blank for the athlete to fill in.
    Record {
        /// What is to be recorded.
        text: &'a str,
    },
    /// A block of steps.
    Block {
        /// Its number, from 1, in the order of the text, `workout` steps counted too. Segments refer to it.
        id: u32,
        /// What kind of block it is.
        block_kind: BlockKind,
        /// Its title.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
        /// What its header asks for.
        options: Box<BlockOptions<'a>>,
        /// What it holds.
        steps: Vec<Step<'a>>,
    },
    /// Another workout, done as a part of this one.
    Workout {
        /// Its number, in one count with the blocks. Segments refer to it where no block of its own is nearer.
        id: u32,
        /// Its title.
        title: &'a str,
        /// Who wrote it.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<&'a str>,
        /// Where it comes from.
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<&'a str>,
        /// The time from one of its movements to a different one.
        #[serde(skip_serializing_if = "Option::is_none")]
        transition: Option<Quantity>,
        /// The time from one side to the other.
        #[serde(skip_serializing_if = "Option::is_none")]
        switch: Option<Quantity>,
        /// What it holds.
        steps: Vec<Step<'a>>,
    },
}

/// What the header of a block asks for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockOptions<'a> {
    /// How long an `amrap` or an `emom` lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Quantity>,
    /// The length of one interval of an `every`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Quantity>,
    /// Whether an `emom` or `every` takes the next step in turn. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub alternating: bool,
    /// How often it is done; once where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Quantity>,
    /// The repetitions of each round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ladder: Option<Vec<i64>>,
    /// The dose of its own movements that have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<Quantity>,
    /// The rest after each of its own movements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_after_work: Option<Rest<'a>>,
    /// The rest after each round but the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_between_rounds: Option<Rest<'a>>,
    /// The rest between one movement and the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_between_movements: Option<Rest<'a>>,
    /// The time from one movement to a different one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transition: Option<Quantity>,
    /// The time from one side to the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch: Option<Quantity>,
    /// All rounds are done on the right, then all on the left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<BodyHalf>,
    /// What may end it earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<&'a str>,
    /// The time after which it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_cap: Option<Quantity>,
}

/// Some rounds of a block.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OnlyRounds {
    /// Whether it is all rounds but these. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub not: bool,
    /// The first of them, from 1.
    pub from: u32,
    /// The last of them.
    pub to: u32,
    /// It is every so manieth of them, from the first on; all of them where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<u32>,
}

/// A movement with its dose and everything else that is said of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice<'a> {
    /// The movement's `id`.
    pub movement: &'a str,
    /// The movement's name.
    #[serde(skip_serializing_if = "Spare::is_left_out")]
    #[schemars(!skip_serializing_if, extend("x-compact" = "the `name` of that movement in the document's `movements`"))]
    pub name: Spare<&'a str>,
    /// How much.
    pub dose: Dose<'a>,
    /// What is counted where the dose has no figure: of a rung of the ladder, or of a `max`. Repetitions where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_in: Option<Unit>,
    /// The dose is `max`, and stands for working up to a heavy set of so many repetitions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub build_to: Option<u32>,
    /// The dose is meant for each of the two sides: right, then left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<BodyHalf>,
    /// Sides alternate inside the dose. With `per`, the dose is done on each. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub alternating: bool,
    /// Only this side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// In both directions, one after the other. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub per_direction: bool,
    /// How hard. Left out where nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target<'a>>,
    /// Seconds down, hold, up, hold; `X` is as fast as you can: `3-1-X-0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tempo: Option<String>,
    /// How long each repetition is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<Quantity>,
    /// The rest after each set but the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_between_sets: Option<Rest<'a>>,
    /// Each set starts this long after the one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_every: Option<Quantity>,
    /// What moves by results. Left out where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moves: Option<Moves<'a>>,
    /// What was done of it before, in a workout that is not in a plan. Left out where results say nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past: Option<Past>,
    /// What to think of, for this use alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<&'a str>,
}

/// How much of a movement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Dose<'a> {
    /// As much as the block says: its `work`, the rung of its `ladder`, a tabata's 20 s.
    FromBlock {},
    /// One bout.
    Bout {
        /// When it is over, where that is not when the amount is done.
        #[serde(skip_serializing_if = "Option::is_none")]
        ending: Option<Ending>,
        /// How much; left out where it is `max` and nothing more.
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: Option<Quantity>,
        /// As a coach writes it: `30s`, `8-12`, `max 60s`.
        text: String,
    },
    /// Sets, in order.
    Sets {
        /// The sets, those that are alike together.
        sets: Vec<SetGroup<'a>>,
        /// As a coach writes it: `3x8-12`.
        text: String,
    },
}

/// Sets that are alike.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetGroup<'a> {
    /// How many.
    pub count: Quantity,
    /// What each is.
    pub bout: Bout,
    /// How hard these sets are, where sets differ. Left out where nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target<'a>>,
    /// The tempo of these sets alone, which goes before that of all: `3-1-X-1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tempo: Option<String>,
    /// The rest after each of these sets alone, which goes before that of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<Rest<'a>>,
    /// A cue for these sets alone, which goes before that of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<&'a str>,
}

/// An uninterrupted piece of work.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bout {
    /// When it is over, where that is not when the amount is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// How much; left out where it is `max` and nothing more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// As a coach writes it: `30s`, `8-12`, `max 60s`.
    pub text: String,
}

/// How hard to work.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target<'a> {
    /// What is measured.
    pub kind: TargetKind,
    /// The figure; where the bout starts if there is a `to`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// Where the bout ends, having gone there evenly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Quantity>,
    /// The mass on top of a percentage: what it has come to, or with its progression what it grows by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plus: Option<Quantity>,
    /// How many things of this mass are held: 2 for a pair. Left out when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implements: Option<u8>,
    /// What it is a percentage of; left out where that is the maximum of the movement itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'a str>,
    /// The pace, as the athlete lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// The effort by feel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// What it comes to for the athlete that the document is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnTarget>,
    /// As a coach writes it: `2x24kg`, `rpe 8`, `85% of training max`.
    pub text: String,
}

/// What a target comes to for an athlete: the load of a percentage, the pace of a name.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnTarget {
    /// What is measured.
    pub kind: TargetKind,
    /// The figure, rounded to what can be loaded; where the bout starts if there is a `to`.
    pub amount: Quantity,
    /// Where the bout ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Quantity>,
    /// As a coach writes it: `95kg`.
    pub text: String,
}

/// How long a rest is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rest<'a> {
    /// So long.
    For {
        /// How long: a time, or breaths.
        amount: Quantity,
        /// As a coach writes it: `15s`.
        text: String,
    },
    /// `rest / work` times as long as the work before it: a set with both its sides, or all of a block; between rounds, the
    /// round. Rests do not count.
    Ratio {
        /// The share of the work.
        work: u8,
        /// The share of the rest.
        rest: u8,
        /// As a coach writes it: `1:2`.
        text: String,
    },
    /// Until the athlete is ready.
    UntilReady {
        /// As a coach writes it: `until ready`.
        text: &'a str,
    },
    /// Another after each round of a block; after the last it begins again.
    ByRound {
        /// The rests, that after the first round first.
        rests: Vec<Rest<'a>>,
        /// As a coach writes it: `by round 90s then 60s`.
        text: String,
    },
    /// Moving instead of standing still.
    Moving {
        /// The movement's `id`.
        movement: &'a str,
        /// The movement's name.
        #[serde(skip_serializing_if = "Spare::is_left_out")]
        #[schemars(!skip_serializing_if, extend("x-compact" = "the `name` of that movement in the document's `movements`"))]
        name: Spare<&'a str>,
        /// How much of it.
        bout: Bout,
        /// How hard. Left out where nothing is said.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        targets: Vec<Target<'a>>,
        /// As a coach writes it: `jog 200m`.
        text: String,
    },
    /// A turn off, in a block whose steps take turns.
    TurnOff {},
}

/// A figure with its unit. Either `value` is there, or `low` and `high` are, or all three: the value a level takes
/// from its range.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Thousandths>,
    /// The low end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Thousandths>,
    /// The high end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Thousandths>,
    /// The women's figure, where `value` is the men's: `43/30kg`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub women: Option<Thousandths>,
    /// The unit of all its figures. Left out for bare numbers such as `rpe 8`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// For paces: the figures are seconds for so many metres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_m: Option<Thousandths>,
    /// What is added from one turn to the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progression: Option<Progression>,
    /// As a coach writes it: `8-12`, `1:30`, `43/30kg`, `2:00/500m`.
    pub text: String,
}

/// What is added to a figure from one turn to the next.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Progression {
    /// What is added each time, in the unit of the figure or in per cent; negative to take away.
    pub add: Thousandths,
    /// Whether `add` is in per cent of the figure. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub percent: bool,
    /// When.
    pub each: Each,
}

/// One thing that takes time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Segment<'a> {
    /// Milliseconds from the workout's start; inside `steps`, from the start of the segment that holds them.
    #[serde(skip_serializing_if = "Spare::is_left_out")]
    #[schemars(
        !skip_serializing_if,
        extend("x-compact" = "the sum of the `duration_ms` of the segments before it in its list")
    )]
    pub start_ms: Spare<i64>,
    /// How long it takes, in milliseconds.
    pub duration_ms: i64,
    /// What kind of time it is.
    pub kind: SegmentKind,
    /// The `id` of what is done: for work, and for a rest that moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub movement: Option<&'a str>,
    /// The name of what is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-compact" = "the `name` of its `movement`, where it has one, in the document's `movements`"))]
    pub name: Option<&'a str>,
    /// The side of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// 1 or 2: the first or the second direction, where it is worked in both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<u8>,
    /// The round of the innermost block that repeats; for an interval, which one it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Count>,
    /// Whether it is in a buy-in or a cash-out. It is then done once, also inside an `amrap`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub once: Option<Once>,
    /// Which set of its statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Count>,
    /// Whether the sides take turns within it. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub alternating: bool,
    /// How much, as a coach writes it, settled at this level: `10`, `30s`, `5+`, `max`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dose_text: Option<String>,
    /// The range the dose was taken from, where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dose_range: Option<Quantity>,
    /// The women's figure of `15/12cal`, in the unit of the key that holds the men's: `reps`, `distance_m`, `calories` …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dose_women: Option<Thousandths>,
    /// When it is over, where that is not when the dose is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// What is counted of a `max`, where that is not repetitions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_in: Option<Unit>,
    /// It is working up to a heavy set of so many repetitions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub build_to: Option<u32>,
    /// Repetitions. Like the other figures left out for `max`, which prescribes none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reps: Option<i64>,
    /// Metres, to the millimetre, whatever unit was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<Thousandths>,
    /// Kilocalories, as a machine shows them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calories: Option<Thousandths>,
    /// Breaths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breaths: Option<Thousandths>,
    /// Steps, as of stairs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_count: Option<Thousandths>,
    /// Strokes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stroke_count: Option<Thousandths>,
    /// How hard, settled at this level. Left out where nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target<'a>>,
    /// Seconds down, hold, up, hold; `X` is as fast as you can: `3-1-X-0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tempo: Option<String>,
    /// For a rest that is measured by the work before it: `1:2`, work to rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<String>,
    /// How long each repetition is held, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold_ms: Option<i64>,
    /// What the coach says to think of here. Cues that always hold are in `movements`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<&'a str>,
    /// Whether `duration_ms` is an estimate. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub estimated: bool,
    /// Whether only the athlete can say when it ends. Left out when false.
    #[serde(skip_serializing_if = "is_false")]
    pub open_ended: bool,
    /// The `id` of the block it belongs to; 0 for the workout itself.
    pub block: u32,
    /// What is done inside an interval, inside one round of an `amrap`, inside all of a `for_time`. It need not fill
    /// the segment. Left out where there is nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Segment<'a>>,
}

/// The n-th of so many.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// From 1.
    pub n: u32,
    /// How many there are.
    pub of: u32,
}

/// Tells whether a key is to be left out because it would say `false`.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}
