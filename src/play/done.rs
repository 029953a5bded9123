//! What came of one stage.

use crate::quantity::clock;

/// What came of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done<'p> {
    /// The name of what was done.
    pub name: &'p str,
    /// The side it was done on; empty for none.
    pub side: &'p str,
    /// How much was to be done; empty where that is not said.
    pub dose: &'p str,
    /// How long it took, in milliseconds.
    pub took_ms: i64,
    /// The rounds of an AMRAP.
    pub rounds: Option<u32>,
    /// Whether it was skipped.
    pub skipped: bool,
    /// What was done instead of the stage's task: an index into its swaps.
    pub swap: Option<usize>,
}

impl Done<'_> {
    /// Returns what it was: `Squat, right leg, 30 s`, `AMRAP, 7 rounds`.
    pub fn what(&self) -> String {
        let rounds =
            self.rounds.map(|rounds| format!("{rounds} round{}", if rounds == 1 { "" } else { "s" }));
        let said = [self.name, self.side, self.dose].map(|text| text.replace(['\n', '\r'], " "));
        let said = said.into_iter().chain(rounds).filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(", ")
    }

    /// Returns how long it took, or that it was skipped.
    pub fn how_long(&self) -> String {
        if self.skipped { "skipped".to_owned() } else { clock(self.took_ms / 1000 * 1000) }
    }
}
