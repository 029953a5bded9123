//! Setting up: what it takes to get from one movement to the next where nobody says.
//!
//! It is an estimate, and so is only counted beside estimates. The figures are round ones that a coach would plan with.

use crate::check::program::{Block, BlockKind, Bout, Choice, Dose, Movement, MovementId, Program, Unit};

/// Stepping over to other equipment: fifteen seconds.
pub const STATION_MS: i64 = 15_000;

/// Loading a bar: a minute.
pub const BAR_MS: i64 = 60_000;

/// What is loaded with discs.
const BARS: [&str; 3] = ["barbell", "trap bar", "axle"];

/// What is set up between two movements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SetUp {
    /// Nothing: against the clock, all is ready before it starts.
    Nothing,
    /// Stations are ready, and only stepping over to another takes time.
    Stations,
    /// Each movement is set up when it comes.
    #[default]
    All,
}

impl SetUp {
    /// Returns what is set up inside a block of a kind.
    pub(super) fn inside(self, kind: BlockKind) -> Self {
        let own = match kind {
            BlockKind::Circuit | BlockKind::Superset => Self::Stations,
            BlockKind::Warmup | BlockKind::Cooldown | BlockKind::Section => Self::All,
            BlockKind::Amrap { .. }
            | BlockKind::Emom { .. }
            | BlockKind::Every { .. }
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::BuyIn
            | BlockKind::CashOut => Self::Nothing,
        };
        self.min(own)
    }

    /// Returns how long it takes to get from one movement to the next, in milliseconds. Nothing is counted between two
    /// that are both on the clock.
    pub(super) fn ms(self, program: &Program, before: Station, after: Station) -> i64 {
        if self == Self::Nothing || before.is_on_the_clock && after.is_on_the_clock {
            return 0;
        }
        let (before, after) = (program.movement(before.movement), program.movement(after.movement));
        let is_shared = needed(after).all(|name| before.equipment.iter().any(|own| own == name));
        let is_bar = needed(after).any(|name| BARS.contains(&name));
        match self {
            Self::All if is_bar => BAR_MS,
            _ if is_shared => 0,
            _ => STATION_MS,
        }
    }
}

/// A movement as it is set up.
#[derive(Debug, Clone, Copy)]
pub struct Station {
    /// What is done.
    pub movement: MovementId,
    /// Whether all of it is on the clock.
    pub is_on_the_clock: bool,
}

/// Returns the equipment that has to be fetched or gone to. A mat lies anywhere.
fn needed(movement: &Movement) -> impl Iterator<Item = &str> {
    let names = movement.equipment.iter().map(String::as_str);
    names.filter(|name| *name != "mat" && !movement.is_at_hand(name))
}

/// Tells whether all bouts of a statement are timed, by themselves or by the block around it.
pub(super) fn is_on_the_clock(choice: &Choice, block: Option<&Block>) -> bool {
    let work = block.and_then(|block| block.work.as_ref());
    let is_timed = |bout: &Bout| match bout {
        Bout::Of(amount) => amount.unit == Unit::Second,
        Bout::AtLeast(_) => false,
        Bout::Max(None) => work.is_some(),
        // What is counted of it is counted for all of the time.
        Bout::Max(Some(_)) => choice.open.is_some(),
    };
    match &choice.dose {
        Dose::FromBlock => {
            let is_counted = block.is_some_and(|block| block.ladder.is_some());
            !is_counted && work.is_some_and(|work| work.unit == Unit::Second)
        }
        Dose::Bout(bout) => is_timed(bout),
        Dose::Sets(groups) => groups.iter().all(|group| is_timed(&group.bout)),
    }
}
