//! What the blocks of a card are called, so that no two have one name.

use std::ptr;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::program::{Block, BlockKind, Step, StepKind, Workout};
use crate::emit::written;

/// Gives names to blocks, which are to be asked for in text order.
#[derive(Debug, Default)]
pub struct Names {
    /// How many blocks would have this name.
    wanted: FxHashMap<String, u32>,
    /// How many of them have been named.
    given: FxHashMap<String, u32>,
    /// How many supersets have been named.
    supersets: u32,
}

impl Names {
    /// Counts the names that the blocks among these steps, at any depth, would have.
    pub fn of(steps: &[Step]) -> Self {
        fn count(steps: &[Step], names: &mut Names, seen: &mut FxHashSet<*const Workout>) {
            for step in steps {
                match &step.kind {
                    StepKind::Block(block) => {
                        *names.wanted.entry(plain_name(block)).or_default() += 1;
                        count(&block.steps, names, seen);
                    }
                    StepKind::Do(workout) if seen.insert(ptr::from_ref(&**workout)) => {
                        count(&workout.steps, names, seen);
                    }
                    StepKind::Do(_)
                    | StepKind::Exercise(_)
                    | StepKind::Rest(_)
                    | StepKind::Note(_)
                    | StepKind::Record(_)
                    | StepKind::Turns(_) => {}
                }
            }
        }
        let mut names = Self::default();
        count(steps, &mut names, &mut FxHashSet::default());
        names
    }

    /// Returns the name of the next block in text order and, for a superset, the letters that label its movements.
    pub fn name(&mut self, block: &Block) -> (String, Option<String>) {
        let plain = plain_name(block);
        if block.kind == BlockKind::Superset {
            let letters = letters(self.supersets);
            self.supersets += 1;
            let name = match &block.title {
                Some(title) => format!("{plain} {letters}: {title}"),
                None => format!("{plain} {letters}"),
            };
            return (name, Some(letters));
        }
        if self.wanted.get(&plain).is_none_or(|&wanted| wanted < 2) {
            return (plain, None);
        }
        let given = self.given.entry(plain.clone()).or_default();
        *given += 1;
        (format!("{plain} {given}"), None)
    }
}

/// Returns what a block is called where it is the only one of that name.
fn plain_name(block: &Block) -> String {
    let titled = |word: &str| match &block.title {
        Some(title) => format!("{word}: {title}"),
        None => word.to_owned(),
    };
    let own = |word: &str| block.title.as_deref().unwrap_or(word).to_owned();
    match block.kind {
        BlockKind::Circuit => own("Circuit"),
        BlockKind::Section => own("Section"),
        BlockKind::Superset => superset_word(block).to_owned(),
        BlockKind::Amrap { time } => own(&format!("AMRAP {}", written::amount(&time))),
        BlockKind::Emom { time, .. } => own(&format!("EMOM {}", written::amount(&time))),
        BlockKind::Every { interval, .. } => own(&format!("Every {}", written::amount(&interval))),
        BlockKind::ForTime => own("For time"),
        BlockKind::Tabata => own("Tabata"),
        BlockKind::Warmup => titled("Warm-up"),
        BlockKind::Cooldown => titled("Cool-down"),
        BlockKind::BuyIn => titled("Buy-in"),
        BlockKind::CashOut => titled("Cash-out"),
    }
}

/// Returns what a superset of so many movements is called.
fn superset_word(block: &Block) -> &'static str {
    match block.steps.iter().filter(|step| matches!(step.kind, StepKind::Exercise(_))).count() {
        0..=2 => "Superset",
        3 => "Tri-set",
        _ => "Giant set",
    }
}

/// Returns `A` for the first, `Z` for the twenty-sixth, `AA` for the next.
fn letters(mut n: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (n % 26) as u8));
        match (n / 26).checked_sub(1) {
            Some(next) => n = next,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
