//! A workout as the test thinks of it: its own types, none of the compiler's.

use std::fmt;

/// How hard a workout is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Beginner,
    Intermediate,
    Advanced,
}

impl Level {
    /// Returns the word a coach writes.
    pub fn word(self) -> &'static str {
        match self {
            Level::Beginner => "beginner",
            Level::Intermediate => "intermediate",
            Level::Advanced => "advanced",
        }
    }
}

/// A file with one workout in it.
#[derive(Debug, Clone)]
pub struct Workout {
    /// The `level` it states.
    pub level: Option<Level>,
    /// Its top: a part that holds all steps, whose `transition` and `switch` are statements.
    pub top: Block,
    /// How the file is typed.
    pub layout: Layout,
}

/// How a file is typed, which may not change what it means.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layout {
    /// `workout "Random" < … >` instead of bare steps.
    pub wrapped: bool,
    /// `{` and `}` for `<` and `>`.
    pub braces: bool,
    /// Lines end in CR LF.
    pub crlf: bool,
    /// Keywords that open a block in capitals.
    pub capitals: bool,
    /// Which spelling of each movement's name.
    pub names: u8,
}

/// Which movement, an index into [`MOVEMENTS`].
pub type MovementIndex = usize;

/// The movements of random workouts, each with spellings of its one name: those the catalogue knows, then those the
/// file defines.
pub const MOVEMENTS: &[[&str; 3]] = &[
    ["squat", "Squats", "squat"],
    ["lunge", "lunges", "Lunge"],
    ["plank", "Plank", "plank"],
    ["side plank", "Side Plank", "side-plank"],
    ["push-up", "Push-ups", "pushup"],
    ["burpee", "burpees", "Burpee"],
    ["sit-up", "Sit ups", "situp"],
    ["mountain climber", "mountain climbers", "Mountain-climber"],
    ["jumping jack", "Jumping Jacks", "jumping-jack"],
    ["high knees", "High Knees", "high-knees"],
    ["toy squat", "Toy Squats", "toy-squat"],
    ["soft toy squat", "soft toy squats", "Soft Toy Squat"],
    ["stiff toy squat", "stiff toy squats", "Stiff Toy Squat"],
    ["jumping lunge", "Jumping lunges", "jumping-lunge"],
    ["jump squat", "Jump squats", "jump-squat"],
    ["walk", "Walk", "walk"],
];

/// Names in [`MOVEMENTS`], for workouts written by hand.
pub const SQUAT: MovementIndex = 0;
pub const LUNGE: MovementIndex = 1;
pub const PLANK: MovementIndex = 2;
pub const SIDE_PLANK: MovementIndex = 3;
pub const PUSH_UP: MovementIndex = 4;
pub const BURPEE: MovementIndex = 5;
pub const TOY_SQUAT: MovementIndex = 10;
pub const SOFT_TOY_SQUAT: MovementIndex = 11;
pub const WALK: MovementIndex = 15;

/// Defines the movements that the catalogue does not have. The stiff one has no pace, and the soft one another.
pub const DEFINITIONS: [&str; 3] = [
    r#"movement "toy squat" < pattern squat; equipment box; easier "soft toy squat"; harder "stiff toy squat"; pace 4s >"#,
    r#"movement "soft toy squat" < pattern squat; pace 5s >"#,
    r#"movement "stiff toy squat" < pattern squat; equipment barbell >"#,
];

/// Seconds, repetitions, rounds or sets: one figure, or a range.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    pub low: u32,
    pub high: u32,
    /// What it grows by. A range grows by whole steps alone.
    pub growth: Option<Growth>,
    /// Which of the spellings that mean this.
    pub spelling: u8,
}

impl From<u32> for Figure {
    fn from(value: u32) -> Self {
        Self { low: value, high: value, growth: None, spelling: 0 }
    }
}

impl Figure {
    /// Returns a range.
    pub fn range(low: u32, high: u32) -> Self {
        Self { low, high, growth: None, spelling: 0 }
    }

    /// Returns it growing by `by` each round.
    pub fn each_round(mut self, by: i32) -> Self {
        self.growth = Some(Growth { by, percent: false, each: Each::Round });
        self
    }

    /// Returns it growing by `by` each set.
    pub fn each_set(mut self, by: i32) -> Self {
        self.growth = Some(Growth { by, percent: false, each: Each::Set });
        self
    }
}

/// A signed step: `+5s each round`.
#[derive(Debug, Clone, Copy)]
pub struct Growth {
    pub by: i32,
    pub percent: bool,
    pub each: Each,
}

/// What a [`Growth`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Each {
    Round,
    Set,
}

/// A rest.
#[derive(Debug, Clone, Copy)]
pub struct Rest {
    /// In the unit of its kind; of no meaning where that has none.
    pub amount: Figure,
    pub kind: RestKind,
}

/// What a rest is counted in, and whether one stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestKind {
    /// `rest 30s`.
    Seconds,
    /// `rest 5 breaths`.
    Breaths,
    /// `rest until ready`.
    UntilReady,
    /// `rest walk 30s`.
    Walking,
    /// `rest walk 200m @ 10:00/km`, at so many seconds a kilometre; without a pace, the movement's.
    WalkingMetres(Option<u32>),
}

impl From<u32> for Rest {
    fn from(seconds: u32) -> Self {
        Figure::from(seconds).into()
    }
}

impl From<Figure> for Rest {
    fn from(amount: Figure) -> Self {
        Self { amount, kind: RestKind::Seconds }
    }
}

/// One statement.
#[derive(Debug, Clone)]
pub enum Step {
    Exercise(Exercise),
    Rest(Rest),
    /// Bare `rest` in an alternating block.
    TurnOff,
    Note,
    Block(Block),
}

/// A movement with its dose and modifiers.
#[derive(Debug, Clone)]
pub struct Exercise {
    pub movement: MovementIndex,
    pub dose: Dose,
    /// `squat cal`: what the block gives is counted in calories. Only without a dose.
    pub in_calories: bool,
    pub sides: Sides,
    pub both_directions: bool,
    /// `@ 10kg`.
    pub load: bool,
    /// `@ 5:00/km`: so many seconds a kilometre.
    pub pace: Option<u32>,
    pub tempo: Option<[u8; 4]>,
    /// `only rounds 2-4`, or all but these.
    pub only: Option<Only>,
    /// `hold 5s`: so many seconds.
    pub hold: Option<u32>,
    pub between_sets: BetweenSets,
    pub cue: bool,
    pub or: Option<Alternative>,
    pub spelling: u8,
}

/// Some rounds of a block.
#[derive(Debug, Clone, Copy)]
pub struct Only {
    pub not: bool,
    pub from: u32,
    pub to: u32,
    /// Of these, every so manieth from the first on. More than 1 for one of so many exercises side by side that are
    /// written as a table: `by round 10s then 20s`.
    pub every: u32,
}

/// Returns the seconds of an item of a table, counted from 1, after the first.
pub fn seconds_of_item(item: u32) -> u32 {
    5 * item
}

/// What may be done instead: `or lunge 20s`.
#[derive(Debug, Clone, Copy)]
pub struct Alternative {
    pub movement: MovementIndex,
    /// Its own seconds. None: where there is a dose it stands after it and holds for both, else both take the block's.
    pub seconds: Option<u32>,
}

/// How much of a movement.
#[derive(Debug, Clone)]
pub enum Dose {
    /// The block says it.
    Unsaid,
    Once(Bout),
    /// `3x30s`.
    Sets(Figure, Bout),
    /// `2x20s, 30s`, or with a load on each item.
    List {
        items: Vec<(u32, Bout)>,
        loaded: bool,
    },
}

/// An uninterrupted piece of work.
#[derive(Debug, Clone, Copy)]
pub enum Bout {
    Seconds(Figure),
    Reps(Figure),
    /// `400m`.
    Metres(Figure),
    /// `20cal`.
    Calories(Figure),
    /// `5 breaths`.
    Breaths(Figure),
    /// `12 strokes`.
    Strokes(Figure),
    /// `max`.
    Max,
    /// `max 60s`.
    MaxSeconds(Figure),
    /// `max cal 60s`.
    MaxCalories(Figure),
    /// `5+`.
    RepsOrMore(Figure),
}

/// How two sides share a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    Together,
    Each(Half),
    Alternating,
    EachAlternating(Half),
    Right,
    Left,
}

/// What there are two of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    Leg,
    Arm,
    Side,
    Hand,
    Foot,
}

impl fmt::Display for Half {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Half::Leg => "leg",
            Half::Arm => "arm",
            Half::Side => "side",
            Half::Hand => "hand",
            Half::Foot => "foot",
        })
    }
}

/// What stands between the sets of one statement.
#[derive(Debug, Clone, Copy)]
pub enum BetweenSets {
    Nothing,
    Rest(Rest),
    Every(Figure),
    /// `rest 1:2`: work to rest.
    Ratio(u8, u8),
}

/// The kinds of block, with what only that kind has.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Circuit,
    Superset,
    Warmup,
    Section,
    Cooldown,
    Tabata,
    Emom {
        minutes: Figure,
        alternating: bool,
    },
    /// As many intervals as the block has rounds.
    Every {
        seconds: Figure,
        alternating: bool,
    },
    Amrap {
        seconds: Figure,
    },
    ForTime,
    /// Done once, before the rounds of the block around it.
    BuyIn,
    /// Done once, after them.
    CashOut,
    /// A workout of its own, done here by `do`. Its steps stand in another `workout` of the file.
    Done,
}

/// The repetitions of each round, in the form they are written.
#[derive(Debug, Clone)]
pub enum Ladder {
    /// `21-15-9`: three or more.
    Dashes(Vec<u32>),
    /// `10, 1`: two or more.
    Commas(Vec<u32>),
    /// `1 to 10`, `10 to 1`, `2 to 20 by 2`.
    FromTo { from: u32, to: u32, by: Option<u32> },
}

impl Ladder {
    /// Returns the rungs, first to last.
    pub fn rungs(&self) -> Vec<u32> {
        match self {
            Ladder::Dashes(rungs) | Ladder::Commas(rungs) => rungs.clone(),
            Ladder::FromTo { from, to, by } => {
                let by = by.unwrap_or(1) as usize;
                if from <= to {
                    (*from..=*to).step_by(by).collect()
                } else {
                    (*to..=*from).rev().step_by(by).collect()
                }
            }
        }
    }
}

/// A block of steps.
#[derive(Debug, Clone)]
pub struct Block {
    pub kind: Kind,
    pub title: bool,
    pub rounds: Option<Figure>,
    pub ladder: Option<Ladder>,
    pub work: Option<Figure>,
    pub work_rest: Option<Rest>,
    pub between_rounds: Option<Rest>,
    /// The rest after every second round, where the two are a table: `rest by round 60s then 30s between rounds`.
    pub between_other_rounds: Option<Rest>,
    pub between_movements: Option<Rest>,
    pub transition: Option<Figure>,
    pub switch: Option<Figure>,
    pub per: Option<Half>,
    pub until: bool,
    pub cap: Option<Figure>,
    pub steps: Vec<Step>,
    /// Order of its options, one line or many.
    pub spelling: u8,
}

impl Default for Block {
    fn default() -> Self {
        Self {
            kind: Kind::Section,
            title: false,
            rounds: None,
            ladder: None,
            work: None,
            work_rest: None,
            between_rounds: None,
            between_other_rounds: None,
            between_movements: None,
            transition: None,
            switch: None,
            per: None,
            until: false,
            cap: None,
            steps: Vec::new(),
            spelling: 0,
        }
    }
}

impl Block {
    /// Tells whether it is one that `each round` counts: at some level it is done more than once. The level does not
    /// matter, or a step would count other rounds at another level, and least might come out above most.
    pub fn repeats(&self) -> bool {
        match self.kind {
            Kind::Emom { .. } | Kind::Every { .. } | Kind::Amrap { .. } => true,
            Kind::Circuit | Kind::Superset | Kind::ForTime => {
                self.rounds.is_some_and(|rounds| rounds.high > 1) || self.ladder.is_some()
            }
            Kind::Warmup
            | Kind::Section
            | Kind::Cooldown
            | Kind::Tabata
            | Kind::BuyIn
            | Kind::CashOut
            | Kind::Done => false,
        }
    }
}
