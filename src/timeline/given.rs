//! What a block gives to the movements in it that have no dose of their own.

use crate::check::program::{Amount, BlockKind};
use crate::timeline::outline::Part;

/// The dose that a block gives to its direct movements.
#[derive(Debug, Clone, Copy)]
pub enum Given<'p> {
    /// None: each movement has its own.
    Nothing,
    /// `work 40s`.
    Work(&'p Amount),
    /// A rung of the ladder, in repetitions.
    Rung(i64),
    /// A tabata's eight times.
    Tabata,
}

impl<'p> Given<'p> {
    /// Returns what a part gives in its round `n`, from 0.
    pub fn by(part: &Part<'p>, n: u32) -> Self {
        let Some(block) = part.block else { return Given::Nothing };
        let rung = || block.ladder.as_ref().and_then(|rungs| rungs.get(n as usize));
        if block.kind == BlockKind::Tabata {
            Given::Tabata
        } else if let Some(work) = &block.work {
            Given::Work(work)
        } else {
            rung().map_or(Given::Nothing, |&reps| Given::Rung(reps))
        }
    }
}
