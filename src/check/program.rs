//! What a checked file means: names resolved, quantities in their units, nothing left to look up.
//!
//! A [`Program`] keeps ranges, levels and progressions as written. The timeline settles them.

mod history;
mod lifted;
mod moves;
mod plan;
mod record;
mod results;
mod target;
mod turns;
pub mod words;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::athlete::Athlete;
use crate::catalog;
pub use crate::catalog::movement::{BodyHalf, Movement, MovementFigure, MovementPace, Pattern};
pub use crate::quantity::{Amount, Each, Open, Progression, Unit};
use crate::source::{FileId, Place, Span};
use crate::syntax::word::AboutWord;
pub use history::History;
pub use lifted::{LAST_TIME, Lifted, LiftedIn, TOP_SET};
pub use moves::{By, Move, MoveOn, Moved, Moves};
pub use plan::{DayBlock, DayBody, InTurn, Phase, Plan, Scale, SessionBody, TimeOfDay, WeekBlock};
pub use record::Record;
pub use results::{Done, DoneSet, Lift, Load, LoadKind, ResultLine, Results};
pub use target::{Effort, OwnTarget, Target, TargetKind};
pub use turns::{Counter, OnlyRounds, Turns, When};
pub use words::Words;

/// Everything one file asks for: its workouts, and each movement they name.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// In text order. Shared, since a workout may be done by several others.
    pub workouts: Vec<Arc<Workout>>,
    /// In text order.
    pub plans: Vec<Plan>,
    /// Every movement that a workout names, in order of first use. A [`MovementId`] is an index into it.
    pub movements: Vec<Movement>,
    /// The movements by their names.
    pub by_name: ByName,
    /// The athlete it is for, if there is one.
    pub athlete: Option<Arc<Athlete>>,
    /// Where loads are a part of what is lifted in a session of the week.
    pub of_sessions: Vec<Place>,
    /// Whether loads are a part of a top set of their own workout.
    pub has_top_sets: bool,
    /// What the athlete did up to now.
    pub results: Option<Arc<Results>>,
    /// Which of that is about which statement.
    pub history: Arc<History>,
    /// The titles of the next sessions of plans, each with that of its plan, where these alone are made as workouts.
    pub next_of: Vec<(String, String)>,
}

/// Movements by the key of each of their names. Made when a name is first looked up, which only happens if a level may
/// take another form.
#[derive(Debug, Clone, Default)]
pub struct ByName(OnceLock<FxHashMap<String, MovementId>>);

impl Program {
    /// Returns the movement behind an id.
    pub fn movement(&self, id: MovementId) -> &Movement {
        &self.movements[id.0 as usize]
    }

    /// Returns the movement of a name, in any of its spellings: names before aliases, the first used before others.
    pub fn movement_called(&self, name: &str) -> Option<MovementId> {
        let by_name = self.by_name.0.get_or_init(|| {
            let mut ids: FxHashMap<String, MovementId> = FxHashMap::default();
            let names = self.movements.iter().map(|movement| std::slice::from_ref(&movement.name));
            let aliases = self.movements.iter().map(|movement| movement.also.as_slice());
            for (names, id) in names.zip(0..).chain(aliases.zip(0..)) {
                for name in names {
                    ids.entry(catalog::key(name)).or_insert(MovementId(id));
                }
            }
            ids
        });
        by_name.get(&catalog::key(name)).copied()
    }

    /// Returns the movement of a name that the program or the catalogue knows, as in results.
    pub fn known_movement(&self, name: &str) -> Option<Cow<'_, Movement>> {
        let own = self.movement_called(name).map(|id| self.movement(id)).filter(|movement| movement.known);
        own.map(Cow::Borrowed).or_else(|| catalog::look_up(name))
    }
}

/// An index into [`Program::movements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MovementId(pub u32);

/// One workout.
#[derive(Debug, Clone, Default)]
pub struct Workout {
    /// The file it is in.
    pub file: FileId,
    /// Its title, or the last resort: the file's name.
    pub title: String,
    /// What texts say about it.
    pub about: About,
    /// What it is filed under.
    pub tags: Vec<String>,
    /// The level it states.
    pub level: Option<Level>,
    /// What it states that is written down at its end.
    pub scale: Option<FeltScale>,
    /// `transition` at its top.
    pub transition: Option<Amount>,
    /// `switch` at its top.
    pub switch: Option<Amount>,
    /// What is done, in text order.
    pub steps: Vec<Step>,
    /// What it says about itself, to be compared with the timeline.
    pub expectations: Vec<Expectation>,
    /// The whole of it in the source.
    pub span: Span,
    /// What its blanks were filled with, if it had some.
    pub values: Option<Arc<Values>>,
    /// Whether `{week}` and the like are replaced in its texts: its blanks were filled, or it is written on a day of a plan.
    pub takes_words: bool,
}

/// What the blanks of a workout were filled with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    /// The title of the workout with blanks.
    pub template: String,
    /// Each value by the name of its blank, in the order of the blanks.
    pub values: Vec<(String, String)>,
}

/// What an athlete writes down at the end of a workout, instead of how it felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeltScale {
    /// Pain, from 0 for none to 10 for the worst: the numeric rating scale that physiotherapists use.
    Pain,
}

/// The tag of a workout that is done after an injury or an operation.
const REHAB: &str = "rehab";

/// What texts say about a workout, beside its title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Who wrote it.
    pub by: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

impl About {
    /// Returns what the text of a word says, if it is there. The title is kept with the workout, which always has one.
    pub fn text(&self, word: AboutWord) -> Option<&str> {
        match word {
            AboutWord::Title => None,
            AboutWord::By => self.by.as_deref(),
            AboutWord::Source => self.source.as_deref(),
        }
    }

    /// Keeps the text of a word.
    pub(super) fn set(&mut self, word: AboutWord, text: String) {
        match word {
            AboutWord::Title => {}
            AboutWord::By => self.by = Some(text),
            AboutWord::Source => self.source = Some(text),
        }
    }

    /// Returns all that is said, in the order of the table of words.
    pub fn texts(&self) -> impl Iterator<Item = (AboutWord, &str)> {
        AboutWord::ALL.iter().filter_map(|&word| Some((word, self.text(word)?)))
    }
}

impl Workout {
    /// Returns what is written down at its end instead of how it felt: as it states, or pain where it is tagged
    /// `rehab`.
    pub fn felt_scale(&self) -> Option<FeltScale> {
        let is_rehab = || self.tags.iter().any(|tag| tag.eq_ignore_ascii_case(REHAB));
        self.scale.or_else(|| is_rehab().then_some(FeltScale::Pain))
    }

    /// Returns where all of it is written.
    pub fn place(&self) -> Place {
        Place::new(self.file, self.span)
    }
}

/// What a workout states about itself.
#[derive(Debug, Clone)]
pub struct Expectation {
    /// The statement.
    pub span: Span,
    /// What it states.
    pub kind: ExpectationKind,
}

/// The kinds of [`Expectation`].
#[derive(Debug, Clone, PartialEq)]
pub enum ExpectationKind {
    /// `expect duration 13:45`, in milliseconds.
    Exactly(i64),
    /// `expect duration 25-30min`, in milliseconds.
    Between(i64, i64),
    /// `expect duration at most 30min`, in milliseconds.
    AtMost(i64),
    /// `expect duration at least 25min`, in milliseconds.
    AtLeast(i64),
    /// `expect equipment kettlebell, mat`; empty for `none`.
    Equipment(Vec<String>),
}

/// How hard a workout is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Level {
    /// The easy end of every range.
    Beginner,
    /// The middle of every range.
    #[default]
    Intermediate,
    /// The hard end of every range.
    Advanced,
}

impl Level {
    /// All levels, easiest first.
    pub const ALL: [Level; 3] = [Level::Beginner, Level::Intermediate, Level::Advanced];

    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// One statement among a workout's steps.
#[derive(Debug, Clone)]
pub struct Step {
    /// The statement in the source.
    pub span: Span,
    /// In which rounds of its block it is done; in all if it does not say.
    pub only: Option<OnlyRounds>,
    /// What it says.
    pub kind: StepKind,
}

/// The kinds of [`Step`].
#[derive(Debug, Clone)]
pub enum StepKind {
    /// A movement to do, or one of several alternatives.
    Exercise(Exercise),
    /// A written rest.
    Rest(Box<Rest>),
    /// Words printed and read out in their place.
    Note(Box<str>),
    /// A blank to fill in.
    Record(Record),
    /// A block of steps.
    Block(Box<Block>),
    /// Another workout, done as a part of this one.
    Do(Arc<Workout>),
    /// Steps that differ from turn to turn. Those of a turn are put in its place before anything is laid out in time, so
    /// nothing after it meets one.
    Turns(Box<Turns>),
}

/// A movement statement: what to do, and what may be done instead.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// The first is compiled, the sheet shows all. Never empty.
    pub choices: Vec<Choice>,
}

/// One movement with its dose and modifiers.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is done.
    pub movement: MovementId,
    /// Its name in the source.
    pub name_span: Span,
    /// How much. [`Dose::FromBlock`] where the block's `work` or `ladder` says it.
    pub dose: Dose,
    /// What is counted where the dose has no figure of its own: of a rung (`row cal`), or of a `max` (`row max cal`).
    /// Repetitions where it is not said.
    pub open: Option<Open>,
    /// How the two sides of the body share it.
    pub sides: Sides,
    /// In both directions, one after the other.
    pub both_directions: bool,
    /// How hard; for sets that differ, see [`SetGroup::targets`].
    pub targets: Vec<Target>,
    /// Seconds down, hold, up, hold.
    pub tempo: Option<Tempo>,
    /// How long each repetition is held.
    pub hold: Option<Amount>,
    /// What comes between its sets.
    pub between_sets: BetweenSets,
    /// What moves by results.
    pub moves: Option<Arc<Moves>>,
    /// A cue for this use alone.
    pub cue: Option<Box<str>>,
}

impl Choice {
    /// Returns its own targets and those of its sets.
    pub fn all_targets(&self) -> impl Iterator<Item = &Target> {
        self.targets.iter().chain(self.dose.targets())
    }

    /// Returns the rests between its sets, those of some sets alone first.
    pub fn rests(&self) -> impl Iterator<Item = &RestAmount> {
        let between = match &self.between_sets {
            BetweenSets::Rest(rest) => Some(&**rest),
            BetweenSets::Nothing | BetweenSets::Every(_) => None,
        };
        self.of_sets().filter_map(|own| own.rest.as_ref()).chain(between)
    }

    /// Returns the cues for its use, those of some sets alone first.
    pub fn cues(&self) -> impl Iterator<Item = &str> {
        self.of_sets().filter_map(|own| own.cue.as_deref()).chain(self.cue.as_deref())
    }

    /// Returns what is said of some sets alone.
    fn of_sets(&self) -> impl Iterator<Item = &OfSets> {
        self.dose.groups().iter().filter_map(|group| group.own.as_deref())
    }
}

/// How much of a movement.
#[derive(Debug, Clone, PartialEq)]
pub enum Dose {
    /// As much as the block says: its `work`, its `ladder`, a tabata's 20 s.
    FromBlock,
    /// One bout.
    Bout(Bout),
    /// Sets, in order.
    Sets(Box<[SetGroup]>),
}

impl Dose {
    /// Returns its sets; none where it is no more than one bout.
    pub fn groups(&self) -> &[SetGroup] {
        match self {
            Dose::Sets(groups) => groups,
            Dose::FromBlock | Dose::Bout(_) => &[],
        }
    }

    /// Returns the targets of sets that have their own.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.groups().iter().flat_map(|group| &group.targets)
    }

    /// Returns its bouts, that of sets that are alike once.
    pub fn bouts(&self) -> impl Iterator<Item = &Bout> {
        let one = match self {
            Dose::Bout(bout) => Some(bout),
            Dose::FromBlock | Dose::Sets(_) => None,
        };
        one.into_iter().chain(self.groups().iter().map(|group| &group.bout))
    }
}

/// Sets that are alike: `3x5 @ 100kg`.
#[derive(Debug, Clone, PartialEq)]
pub struct SetGroup {
    /// How many, in sets. One for the items of a plain list.
    pub count: Amount,
    /// What each set is.
    pub bout: Bout,
    /// This group's own targets, for sets that differ.
    pub targets: Vec<Target>,
    /// What else is said of these sets alone.
    pub own: Option<Box<OfSets>>,
}

/// What is said of some sets of a list alone, and goes before what is said of all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OfSets {
    /// Seconds down, hold, up, hold.
    pub tempo: Option<Tempo>,
    /// The rest after each of them, unless it is the last of all.
    pub rest: Option<RestAmount>,
    /// A cue for them.
    pub cue: Option<Box<str>>,
}

/// An uninterrupted piece of work.
#[derive(Debug, Clone, PartialEq)]
pub enum Bout {
    /// `30s`, `10`, `400m`, `20cal`, `5 breaths`, `8-12`.
    Of(Amount),
    /// `5+`: this many, then as many more as you can.
    AtLeast(Amount),
    /// `max`, `max 60s`: to failure, or for this long.
    Max(Option<Amount>),
}

/// How the two sides of the body share a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// Both at once, or it makes no difference.
    #[default]
    Together,
    /// The dose on the right, then the dose on the left.
    Each(BodyHalf),
    /// Sides alternate inside the dose.
    Alternating,
    /// `10 per leg alternating`: the dose on each side, in one bout.
    EachAlternating(BodyHalf),
    /// One side alone.
    Only(Side),
}

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Side {
    Right,
    Left,
}

impl Side {
    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What happens between the sets of one statement.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum BetweenSets {
    /// Nothing is said.
    #[default]
    Nothing,
    /// `rest 3min`: after each set but the last.
    Rest(Box<RestAmount>),
    /// `every 1:45`: each set starts this long after the one before.
    Every(Amount),
}

/// Four figures in seconds; an `X` (as fast as you can) counts one second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tempo {
    /// Down, hold, up, hold. [`Tempo::EXPLOSIVE`] for `X`.
    pub phases: [u8; 4],
}

impl Tempo {
    /// Stands for `X` among the phases.
    pub const EXPLOSIVE: u8 = u8::MAX;

    /// Returns the seconds that one repetition takes.
    pub fn seconds(self) -> i64 {
        self.phases.iter().map(|&phase| if phase == Self::EXPLOSIVE { 1 } else { i64::from(phase) }).sum()
    }
}

/// A written rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Rest {
    /// How long.
    pub amount: RestAmount,
}

/// How long a rest is.
#[derive(Debug, Clone, PartialEq)]
pub enum RestAmount {
    /// `rest 15s`, `rest 1-2min`, `rest 5 breaths`.
    For(Amount),
    /// `rest 1:2`: `rest / work` times the work before it, which is a set with both its sides, or all of a block; between
    /// rounds, the round. Rests do not count.
    Ratio { work: u8, rest: u8 },
    /// `rest until ready`.
    UntilReady,
    /// `rest jog 200m`: a movement instead of standing still.
    Moving { movement: MovementId, bout: Bout, targets: Vec<Target> },
    /// `rest by round 90s then 60s between rounds`: the first after the first round, and so on; after the last it begins
    /// again. Only between the rounds of a block, and none is such a list itself.
    ByRound(Box<[RestAmount]>),
    /// Bare `rest` in an alternating block: a turn off.
    TurnOff,
}

/// A block of steps.
#[derive(Debug, Clone)]
pub struct Block {
    /// What kind of block, with what only that kind has.
    pub kind: BlockKind,
    /// Its quoted title.
    pub title: Option<Box<str>>,
    /// `rounds`; once if unsaid. For a ladder, see [`Block::ladder`].
    pub rounds: Option<Amount>,
    /// `ladder`: the repetitions of each round.
    pub ladder: Option<Box<[i64]>>,
    /// `work 40s`: the dose of each direct movement that has none.
    pub work: Option<Amount>,
    /// `work 40s rest 20s`: the rest after each direct movement.
    pub work_rest: Option<RestAmount>,
    /// `rest 60s between rounds`.
    pub between_rounds: Option<RestAmount>,
    /// `rest 10s between movements`.
    pub between_movements: Option<RestAmount>,
    /// `transition 10s`: between two different movements.
    pub transition: Option<Amount>,
    /// `switch 5s`: between the two sides.
    pub switch: Option<Amount>,
    /// `per side`: all rounds on the right, then all on the left.
    pub per_half: Option<BodyHalf>,
    /// `until "…"`: what may end it earlier.
    pub until: Option<Box<str>>,
    /// `cap 20min`.
    pub cap: Option<Amount>,
    /// What it holds, in text order.
    pub steps: Vec<Step>,
    /// The header in the source, for diagnostics.
    pub header: Span,
}

/// The kinds of [`Block`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum BlockKind {
    /// All steps in order, `rounds` times.
    Circuit,
    /// Movements back to back.
    Superset,
    /// As many rounds as possible in this time (one range settles like a dose).
    Amrap { time: Amount },
    /// Each minute for this time: all steps, or the next one in turn.
    Emom { time: Amount, alternating: bool },
    /// The same with intervals of one's own; `rounds` says how many.
    Every { interval: Amount, alternating: bool },
    /// As fast as possible.
    #[strum(serialize = "for time")]
    ForTime,
    /// Eight times 20 s of work and 10 s of rest, for each movement.
    Tabata,
    /// A named part before the main work.
    Warmup,
    /// A named part after the main work.
    Cooldown,
    /// A named part.
    Section,
    /// What is done once before the rounds of the block around it.
    #[strum(serialize = "buy-in")]
    BuyIn,
    /// What is done once after the rounds of the block around it.
    #[strum(serialize = "cash-out")]
    CashOut,
}

impl BlockKind {
    /// Returns the word it is written with.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Tells whether its steps are done once, beside the rounds of the block around it.
    pub fn is_once(self) -> bool {
        matches!(self, BlockKind::BuyIn | BlockKind::CashOut)
    }
}
