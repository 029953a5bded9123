//! What there is to tick off and to fill in.

use serde::Serialize;

/// A place to write a figure in, as text has it.
pub const BLANK: &str = "____";

/// Something to tick off, as text has it.
const BOX: &str = "☐";
/// Boxes come in fives, so that they can be counted at a glance.
const BOXES_TOGETHER: u32 = 5;

/// Something to tick off or to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Mark {
    /// A box for each time.
    Ticks {
        /// How many there are; those of several rounds or sets that belong together.
        count: u32,
    },
    /// A box for each time that may be left out, as of the last two of three to five sets.
    TicksAtMost {
        /// How many there are.
        count: u32,
    },
    /// A box for each rung of a ladder, with its figure.
    Rungs {
        /// The figures.
        rungs: Vec<i64>,
    },
    /// A blank for each time, where only the athlete can say how much it was.
    Blanks {
        /// How many there are.
        count: u32,
    },
    /// A blank for the sum of all times.
    Total,
    /// A blank for how many of so many times it was done.
    OutOf {
        /// How many times there are.
        all: u32,
    },
}

impl Mark {
    /// Returns how many boxes it has to tick.
    pub fn boxes(&self) -> usize {
        match self {
            Mark::Ticks { count } | Mark::TicksAtMost { count } => *count as usize,
            Mark::Rungs { rungs } => rungs.len(),
            Mark::Blanks { .. } | Mark::Total | Mark::OutOf { .. } => 0,
        }
    }

    /// Tells whether there is anything to write in it but a tick.
    pub fn is_blank(&self) -> bool {
        match self {
            Mark::Blanks { .. } | Mark::Total | Mark::OutOf { .. } => true,
            Mark::Ticks { .. } | Mark::TicksAtMost { .. } | Mark::Rungs { .. } => false,
        }
    }
}

/// What to write down each time, beside a tick.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Log {
    /// The unit in which a weight is written down: `kg`, `lb`; `None` if no weight is moved.
    pub weight: Option<&'static str>,
    /// Whether repetitions are counted.
    pub reps: bool,
    /// Whether it is timed: a distance that is run, rowed or swum.
    pub time: bool,
    /// Whether ground is covered in a time that is given, so that the distance is what there is to know.
    #[serde(skip)]
    pub distance: bool,
    /// Whether one weight holds for all times, as where the clock leaves no time to write.
    pub once: bool,
}

/// Writes marks as text: `☐☐☐ ____`.
pub fn written(marks: &[Mark]) -> String {
    marks.iter().map(written_one).collect::<Vec<_>>().join(" ")
}

fn written_one(mark: &Mark) -> String {
    match mark {
        Mark::Ticks { count } => in_fives(*count),
        Mark::TicksAtMost { count } => format!("({})", in_fives(*count)),
        Mark::Rungs { rungs } => {
            rungs.iter().map(|rung| format!("{BOX} {rung}")).collect::<Vec<_>>().join(" ")
        }
        Mark::Blanks { count } => vec![BLANK; *count as usize].join(" "),
        Mark::Total => format!("total {BLANK}"),
        Mark::OutOf { all } => format!("{BLANK} of {all}"),
    }
}

fn in_fives(boxes: u32) -> String {
    let mut text = String::new();
    for n in 0..boxes {
        if n > 0 && n % BOXES_TOGETHER == 0 {
            text.push(' ');
        }
        text.push_str(BOX);
    }
    text
}
