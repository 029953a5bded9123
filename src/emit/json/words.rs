//! The contract's closed lists of words, and how the program's own words map to them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::program;
use crate::timeline;

/// Declares a list of words, one for each variant of one of the program's own enums.
macro_rules! words {
    ($(#[doc = $doc:literal])* $name:ident of $source:ty { $(#[doc = $about:literal] $variant:ident $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
        pub enum $name {
            $(#[doc = $about] #[serde(rename = $word)] $variant,)*
        }

        impl From<$source> for $name {
            fn from(word: $source) -> Self {
                match word {
                    $(<$source>::$variant => Self::$variant,)*
                }
            }
        }
    };
}

words! {
    /// How hard a workout is to be taken.
    Level of program::Level {
        /// The easy end of every range.
        Beginner "beginner",
        /// The middle of every range.
        Intermediate "intermediate",
        /// The hard end of every range.
        Advanced "advanced",
    }
}

words! {
    /// What an athlete is asked for at the end of a workout, instead of how it felt.
    FeltScale of program::FeltScale {
        /// Pain, from 0 for none to 10 for the worst imaginable.
        Pain "pain",
    }
}

words! {
    /// What kind of movement it is.
    Pattern of program::Pattern {
        /// Bending hips and knees alike.
        Squat "squat",
        /// Bending at the hips.
        Hinge "hinge",
        /// One foot ahead of the other.
        Lunge "lunge",
        /// Pushing away with the arms.
        Push "push",
        /// Pulling towards oneself.
        Pull "pull",
        /// Walking or standing with a load.
        Carry "carry",
        /// Holding or bending the trunk.
        Core "core",
        /// Turning the trunk.
        Rotation "rotation",
        /// Leaving the ground.
        Jump "jump",
        /// Running, rowing, riding, swimming and the like.
        Locomotion "locomotion",
        /// Stretching and moving joints.
        Mobility "mobility",
    }
}

words! {
    /// A side of the body.
    Side of program::Side {
        /// The athlete's own right.
        Right "right",
        /// The athlete's own left.
        Left "left",
    }
}

words! {
    /// What comes in pairs, one on each side of the body.
    BodyHalf of program::BodyHalf {
        /// A leg.
        Leg "leg",
        /// An arm.
        Arm "arm",
        /// A side of the body.
        Side "side",
        /// A hand.
        Hand "hand",
        /// A foot.
        Foot "foot",
    }
}

words! {
    /// What a progression counts.
    Each of program::Each {
        /// The sets of the statement.
        Set "set",
        /// The rounds of the innermost block that repeats.
        Round "round",
        /// The times this workout is done within a plan.
        Session "session",
        /// The weeks of a plan.
        Week "week",
        /// The cycles of a plan.
        Cycle "cycle",
    }
}

words! {
    /// An effort by feel.
    Effort of program::Effort {
        /// Talking is no trouble.
        Easy "easy",
        /// Talking is an effort.
        Moderate "moderate",
        /// Talking is impossible.
        Hard "hard",
    }
}

words! {
    /// What kind of time a segment is.
    SegmentKind of timeline::SegmentKind {
        /// A bout of a movement.
        Work "work",
        /// A rest, standing still or, with a `movement`, moving.
        Rest "rest",
        /// From one movement into the next.
        Transition "transition",
        /// From one side of the body to the other.
        Switch "switch",
        /// One slot of an `emom` or an `every`; what is done in it is in `steps`.
        Interval "interval",
        /// As many rounds as possible, whole; one round of it is in `steps`.
        Amrap "amrap",
        /// As fast as possible, whole; all of it is in `steps`.
        ForTime "for_time",
    }
}

/// When a bout is over that is not over when its dose is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// `5+`: when no more can be done, after at least the dose.
    OrMore,
    /// `max`: when no more can be done.
    Max,
    /// `max 60s`: when no more can be done, or when the dose is done.
    MaxWithin,
}

impl Ending {
    /// Returns how a settled dose ends, unless it ends when it is done.
    pub fn of(ending: timeline::Ending) -> Option<Self> {
        match ending {
            timeline::Ending::Done => None,
            timeline::Ending::OrMore => Some(Self::OrMore),
            timeline::Ending::Max => Some(Self::Max),
            timeline::Ending::MaxWithin => Some(Self::MaxWithin),
        }
    }
}

/// The contract and its version. Another number would mean that something was taken away or changed its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Format {
    /// The first version.
    #[serde(rename = "wodc/1")]
    Wodc1,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// All steps in order, `rounds` times.
    Circuit,
    /// Movements back to back.
    Superset,
    /// As many rounds as possible in `time`.
    Amrap,
    /// Each minute for `time`: all steps or, when `alternating`, the next one in turn.
    Emom,
    /// The same with an `interval` of its own, `rounds` times.
    Every,
    /// As fast as possible.
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
    BuyIn,
    /// What is done once after the rounds of the block around it.
    CashOut,
}

impl From<program::BlockKind> for BlockKind {
    fn from(kind: program::BlockKind) -> Self {
        match kind {
            program::BlockKind::Circuit => Self::Circuit,
            program::BlockKind::Superset => Self::Superset,
            program::BlockKind::Amrap { .. } => Self::Amrap,
            program::BlockKind::Emom { .. } => Self::Emom,
            program::BlockKind::Every { .. } => Self::Every,
            program::BlockKind::ForTime => Self::ForTime,
            program::BlockKind::Tabata => Self::Tabata,
            program::BlockKind::Warmup => Self::Warmup,
            program::BlockKind::Cooldown => Self::Cooldown,
            program::BlockKind::Section => Self::Section,
            program::BlockKind::BuyIn => Self::BuyIn,
            program::BlockKind::CashOut => Self::CashOut,
        }
    }
}

/// What a target measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// A mass, on each of so many `implements`.
    Load,
    /// The athlete's own weight, and what `amount` adds to it.
    Bodyweight,
    /// Help of so much.
    Assistance,
    /// The size of a box, of an edge.
    Size,
    /// So much of a maximum: of the one that `of` names, else of the movement's own.
    Percent,
    /// What could be lifted so many times.
    RepMax,
    /// Rate of perceived exertion, up to 10.
    Rpe,
    /// Repetitions left in reserve.
    Rir,
    /// A zone of heart rate or power.
    Zone,
    /// Heart rate.
    HeartRate,
    /// Power.
    Power,
    /// Turns of the pedals.
    Cadence,
    /// Strokes of the oar or the arm.
    StrokeRate,
    /// Distance for a time.
    Speed,
    /// Time for a distance.
    Pace,
    /// The slope of the ground or of a treadmill.
    Slope,
    /// A pace the athlete lists as `name`, and what `amount` adds to it.
    NamedPace,
    /// An effort by feel; see `effort`.
    Effort,
}

impl From<&program::TargetKind> for TargetKind {
    fn from(kind: &program::TargetKind) -> Self {
        match kind {
            program::TargetKind::Load { .. } => Self::Load,
            program::TargetKind::Bodyweight => Self::Bodyweight,
            program::TargetKind::Assistance => Self::Assistance,
            program::TargetKind::Size => Self::Size,
            program::TargetKind::Percent { .. } => Self::Percent,
            program::TargetKind::RepMax => Self::RepMax,
            program::TargetKind::Rpe => Self::Rpe,
            program::TargetKind::Rir => Self::Rir,
            program::TargetKind::Zone => Self::Zone,
            program::TargetKind::HeartRate => Self::HeartRate,
            program::TargetKind::Power => Self::Power,
            program::TargetKind::Cadence => Self::Cadence,
            program::TargetKind::StrokeRate => Self::StrokeRate,
            program::TargetKind::Speed => Self::Speed,
            program::TargetKind::Pace => Self::Pace,
            program::TargetKind::Slope => Self::Slope,
            program::TargetKind::NamedPace { .. } => Self::NamedPace,
            program::TargetKind::Effort(_) => Self::Effort,
        }
    }
}

/// The unit of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Unit {
    /// Repetitions.
    #[serde(rename = "reps")]
    Reps,
    /// Rounds of a block.
    #[serde(rename = "rounds")]
    Rounds,
    /// Sets of a movement.
    #[serde(rename = "sets")]
    Sets,
    /// Seconds, whatever the workout says the time in; with `per_m`, seconds for so many metres.
    #[serde(rename = "s")]
    Second,
    /// Metres.
    #[serde(rename = "m")]
    Metre,
    /// Kilometres.
    #[serde(rename = "km")]
    Kilometre,
    /// Miles.
    #[serde(rename = "mi")]
    Mile,
    /// Yards.
    #[serde(rename = "yd")]
    Yard,
    /// Feet.
    #[serde(rename = "ft")]
    Foot,
    /// Kilocalories, as a machine shows them.
    #[serde(rename = "cal")]
    Calorie,
    /// Breaths.
    #[serde(rename = "breaths")]
    Breath,
    /// Steps.
    #[serde(rename = "steps")]
    Step,
    /// Strokes.
    #[serde(rename = "strokes")]
    Stroke,
    /// Kilograms.
    #[serde(rename = "kg")]
    Kilogram,
    /// Pounds.
    #[serde(rename = "lb")]
    Pound,
    /// Inches.
    #[serde(rename = "in")]
    Inch,
    /// Centimetres.
    #[serde(rename = "cm")]
    Centimetre,
    /// Millimetres.
    #[serde(rename = "mm")]
    Millimetre,
    /// Per cent.
    #[serde(rename = "%")]
    Percent,
    /// Beats a minute.
    #[serde(rename = "bpm")]
    BeatPerMinute,
    /// Watts.
    #[serde(rename = "w")]
    Watt,
    /// Turns a minute.
    #[serde(rename = "rpm")]
    RevolutionPerMinute,
    /// Strokes a minute.
    #[serde(rename = "spm")]
    StrokePerMinute,
    /// Kilometres an hour.
    #[serde(rename = "km/h")]
    KilometrePerHour,
    /// Miles an hour.
    #[serde(rename = "mph")]
    MilePerHour,
}

words! {
    /// A day of the week.
    Weekday of crate::date::Weekday {
        /// The first day of a plan's week.
        Monday "monday",
        /// The second.
        Tuesday "tuesday",
        /// The third.
        Wednesday "wednesday",
        /// The fourth.
        Thursday "thursday",
        /// The fifth.
        Friday "friday",
        /// The sixth.
        Saturday "saturday",
        /// The last.
        Sunday "sunday",
    }
}

words! {
    /// How hard a session or a day is.
    Intensity of crate::season::Intensity {
        /// Below the first threshold: one can talk.
        Easy "easy",
        /// Between the two thresholds, or strength work that is not near the limit.
        Moderate "moderate",
        /// Above the second threshold, heavy or to the limit, against time, or long.
        Hard "hard",
    }
}

words! {
    /// A way of covering ground.
    Travel of crate::season::Travel {
        /// Running, walking, hiking.
        Foot "foot",
        /// Riding, indoors or out.
        Bike "bike",
        /// On the water or the rower.
        Row "row",
        /// On snow, on wheels or on the machine.
        Ski "ski",
        /// In the water.
        Swim "swim",
        /// Whatever else covers ground.
        Other "other",
    }
}

words! {
    /// What is done once, beside the rounds of a block.
    Once of timeline::Once {
        /// Before the rounds.
        BuyIn "buy_in",
        /// After them.
        CashOut "cash_out",
    }
}
