//! Things in a figure: what is held, what is pulled at, and what stands about.

/// A thing, and where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Prop {
    /// What it is.
    pub kind: PropKind,
    /// The part of the body that it is at or under; none for its usual one.
    pub at: Option<Part>,
    /// What is said of it.
    pub manners: Vec<Manner>,
    /// The lengths said of it, in heights: the width of a box, the height of the water.
    pub lengths: Vec<f64>,
}

impl Prop {
    /// Tells whether this is said of it.
    pub fn has(&self, manner: Manner) -> bool {
        self.manners.contains(&manner)
    }

    /// Returns one of the lengths said of it, or the usual one.
    pub fn length(&self, number: usize, usual: f64) -> f64 {
        self.lengths.get(number).copied().unwrap_or(usual)
    }

    /// Returns the part that it is at, or the usual one.
    pub fn part(&self, usual: Part) -> Part {
        self.at.unwrap_or(usual)
    }
}

/// Makes an enum of words: its variants, and `ALL` of them with their spelling.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($variant),*
        }

        impl $name {
            /// All of them with their spelling.
            pub const ALL: &[(&str, $name)] = &[$(($word, $name::$variant)),*];

            /// Finds one by its spelling.
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().find(|(name, _)| *name == word).map(|&(_, one)| one)
            }
        }
    };
}

words! {
    /// What can be in a figure.
    PropKind {
        Bag = "bag",
        Ball = "ball",
        BallUnder = "ballunder",
        Band = "band",
        Bar = "bar",
        Barbell = "barbell",
        Bench = "bench",
        Bike = "bike",
        Board = "board",
        Boat = "boat",
        Box = "box",
        Cable = "cable",
        Cables = "cables",
        Chair = "chair",
        Climb = "climb",
        ClimbingWall = "climbwall",
        DipBars = "dipbars",
        Cones = "cones",
        Dumbbell = "dumbbell",
        Dumbbells = "dumbbells",
        Grips = "grips",
        GymBall = "gymball",
        Hoop = "hoop",
        Hurdle = "hurdle",
        Kettlebell = "kettlebell",
        Kettlebells = "kettlebells",
        Ladder = "ladder",
        Landmine = "landmine",
        Log = "log",
        Mat = "mat",
        Pad = "pad",
        Parallettes = "parallettes",
        Plate = "plate",
        Platform = "platform",
        Poles = "poles",
        Racket = "racket",
        Rings = "rings",
        Rod = "rod",
        Roller = "roller",
        Rope = "rope",
        Ropes = "ropes",
        Rower = "rower",
        Rungs = "rungs",
        Sandbag = "sandbag",
        Seat = "seat",
        Sled = "sled",
        SledLine = "sledline",
        Slope = "slope",
        Stairs = "stairs",
        Step = "step",
        Stick = "stick",
        Straps = "straps",
        Table = "table",
        Target = "target",
        Tire = "tire",
        Treadmill = "treadmill",
        Wall = "wall",
        Water = "water",
        Wedge = "wedge",
        Wheel = "wheel",
    }
}

words! {
    /// A part of the body that a thing is at or under.
    Part {
        Hands = "hands",
        RightHand = "right hand",
        LeftHand = "left hand",
        Feet = "feet",
        RightFoot = "right foot",
        LeftFoot = "left foot",
        Soles = "soles",
        Heels = "heels",
        Hips = "hips",
        Belly = "belly",
        Shoulders = "shoulders",
        Head = "head",
        Knees = "knees",
        RightKnee = "right knee",
        LeftKnee = "left knee",
        Ankles = "ankles",
        RightAnkle = "right ankle",
        LeftAnkle = "left ankle",
        Elbows = "elbows",
        RightElbow = "right elbow",
        LeftElbow = "left elbow",
        Neck = "neck",
        Rack = "rack",
        Lap = "lap",
        Back = "back",
    }
}

words! {
    /// What is said of a thing.
    Manner {
        Ahead = "ahead",
        Behind = "behind",
        High = "high",
        Mid = "mid",
        Low = "low",
        Up = "up",
        Upright = "upright",
        Lever = "lever",
        Indoor = "indoor",
        Back = "back",
    }
}

impl Part {
    /// Tells whether it is a hand, or both.
    pub fn is_hand(self) -> bool {
        matches!(self, Self::Hands | Self::RightHand | Self::LeftHand)
    }
}
