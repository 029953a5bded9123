//! What is known of a movement.

use std::sync::Arc;

use crate::figure::Figure;
use crate::quantity::Amount;
use crate::syntax::HELD;

/// A movement as the catalogue and the file describe it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Movement {
    /// Its name in lower case with `-` between words, such as `single-leg-balance`. Unique in a program.
    pub id: String,
    /// Its name as the catalogue or its definition writes it; as the coach wrote it where nobody defines it.
    pub name: String,
    /// False where neither the catalogue nor a file defines it.
    pub known: bool,
    /// Other names for it.
    pub also: Vec<String>,
    /// What kind of movement it is.
    pub pattern: Option<Pattern>,
    /// The muscles that do the work.
    pub muscles: Vec<String>,
    /// The muscles that help.
    pub secondary: Vec<String>,
    /// What it needs.
    pub equipment: Vec<String>,
    /// Which half of the body it is worked by, where it is worked one half at a time.
    pub sides: Option<BodyHalf>,
    /// Whether these halves take turns by themselves from repetition to repetition, as in a lunge, so that a plain number
    /// is understood to be of both together.
    pub sides_alternate: bool,
    /// Names of easier forms, nearest first.
    pub easier: Vec<String>,
    /// Names of harder forms, nearest first.
    pub harder: Vec<String>,
    /// The loads that make sense for it.
    pub load: Option<Amount>,
    /// Whether it has a one-repetition maximum, so that `80%` may stand.
    pub has_max: bool,
    /// How long it takes, for estimates.
    pub pace: Option<MovementPace>,
    /// How it is drawn.
    pub figure: Option<MovementFigure>,
    /// What it is good for.
    pub why: Option<String>,
    /// What to think of while doing it.
    pub cues: Vec<String>,
}

impl Movement {
    /// Returns a movement of which only the name is known.
    pub fn unknown(name: &str) -> Self {
        Self { id: super::slug(name), name: name.to_owned(), ..Self::default() }
    }

    /// Returns its name and then its other names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.also).map(String::as_str)
    }

    /// Tells whether it is done with a load that is chosen: on a bar, in the hands, on a machine.
    pub fn is_loaded(&self) -> bool {
        const LOADS: [&str; 13] = [
            "barbell",
            "dumbbell",
            "kettlebell",
            "ez bar",
            "trap bar",
            "cable machine",
            "machine",
            "leg press",
            "plate",
            "sandbag",
            "log",
            "axle",
            "yoke",
        ];
        (self.load.is_some() || self.has_max)
            && self.equipment.iter().any(|name| LOADS.contains(&name.as_str()))
    }

    /// Tells whether a piece of its equipment is always there: a wall, the floor, a chair, or a box or a bench that the
    /// movement only leans on.
    pub fn is_at_hand(&self, equipment: &str) -> bool {
        let leans = matches!(self.pattern, Some(Pattern::Push | Pattern::Core | Pattern::Mobility));
        let is_loaded =
            || self.equipment.iter().any(|name| !matches!(name.as_str(), "box" | "bench" | "mat"));
        match equipment {
            "wall" | "floor" | "chair" => true,
            "box" | "bench" => leans && !is_loaded(),
            _ => false,
        }
    }

    /// Tells whether it is gone on with for a time, and never counted: stretching as such, and rolling on foam.
    pub fn is_gone_on_with(&self) -> bool {
        self.known && (self.name == "stretching" || self.name.ends_with("foam roll"))
    }

    /// Tells whether it is a position that is held still.
    pub fn is_held(&self) -> bool {
        let last = self.name.rsplit([' ', '-']).next().unwrap_or_default();
        let is_stretched = || {
            self.pattern == Some(Pattern::Mobility)
                && matches!(last, "stretch" | "pose" | "pigeon")
                && !self.name.split([' ', '-']).any(|word| STRETCHED_IN_MOTION.contains(&word))
        };
        let is_stood = || matches!(last, "balance" | "handstand") && !self.is_loaded();
        self.known
            && !MOVING.contains(&self.name.as_str())
            && (HELD.contains(&last) || is_stretched() || is_stood())
    }
}

/// One repetition of a movement with no pace, in milliseconds: about one second down, one up, and a breath.
pub const REPETITION_MS: i64 = 3_000;

/// Words of stretches that one moves in and out of.
const STRETCHED_IN_MOTION: [&str; 5] = ["walking", "dynamic", "spiderman", "greatest", "inchworm"];

/// Planks in which something moves, so that they are counted.
const MOVING: [&str; 2] = ["spiderman plank", "bird dog plank"];

/// How a movement is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum MovementFigure {
    /// The words behind `figure`, which are read with the poses that ship when it is drawn.
    Said(String),
    /// A figure that a file defines, which was read with the poses that the file can name.
    Read(Arc<Figure>),
}

/// How long a movement takes, for estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovementPace {
    /// Milliseconds for one repetition.
    PerRep(i64),
    /// Milliseconds for a distance in millimetres.
    PerDistance { ms: i64, mm: i64 },
}

/// The kinds of movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Squat,
    Hinge,
    Lunge,
    Push,
    Pull,
    Carry,
    Core,
    Rotation,
    Jump,
    Locomotion,
    Mobility,
}

impl Pattern {
    /// All patterns with their spelling.
    pub const ALL: [(&'static str, Pattern); 11] = [
        ("squat", Pattern::Squat),
        ("hinge", Pattern::Hinge),
        ("lunge", Pattern::Lunge),
        ("push", Pattern::Push),
        ("pull", Pattern::Pull),
        ("carry", Pattern::Carry),
        ("core", Pattern::Core),
        ("rotation", Pattern::Rotation),
        ("jump", Pattern::Jump),
        ("locomotion", Pattern::Locomotion),
        ("mobility", Pattern::Mobility),
    ];

    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// What comes in pairs, one on each side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyHalf {
    Leg,
    Arm,
    Side,
    Hand,
    Foot,
}

impl BodyHalf {
    /// All halves with their spelling.
    pub const ALL: [(&'static str, BodyHalf); 5] = [
        ("leg", BodyHalf::Leg),
        ("arm", BodyHalf::Arm),
        ("side", BodyHalf::Side),
        ("hand", BodyHalf::Hand),
        ("foot", BodyHalf::Foot),
    ];

    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}
