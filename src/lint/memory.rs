//! What lints know about the movements and workouts of a file, worked out once for all of them.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::demands::Demands;
use crate::catalog::{fold, unescape};
use crate::check::File;
use crate::check::program::Program;
use crate::syntax::tree::{Statement, StatementKind};

/// What lints remember from one workout of a file to the next.
#[derive(Debug, Default)]
pub struct Memory {
    /// By the number of the movement.
    demands: Vec<Demands>,
    /// The folded titles of the workouts that others do.
    done: OnceLock<FxHashSet<String>>,
}

impl Memory {
    /// Learns the movements of a program that are new since the last time.
    pub fn learn(&mut self, program: &Program) {
        let new = program.movements.iter().skip(self.demands.len()).map(Demands::of);
        self.demands.extend(new);
    }

    /// Returns the demands of the movements of a program that it learned, by their numbers.
    pub fn demands(&self, program: &Program) -> &[Demands] {
        debug_assert!(self.demands.len() >= program.movements.len(), "it did not learn this program");
        &self.demands
    }

    /// Tells whether any workout of a file does the one of this title.
    pub fn is_done(&self, file: &File, title: &str) -> bool {
        let done = self.done.get_or_init(|| {
            let mut titles = FxHashSet::default();
            gather(&file.tree.statements, file, &mut titles);
            titles
        });
        done.contains(&fold(title))
    }
}

/// Adds the titles that statements, and those inside them, do. Their depth was bounded before.
fn gather(statements: &[Statement], file: &File, titles: &mut FxHashSet<String>) {
    for statement in statements {
        if let StatementKind::Do(done) = &statement.kind {
            titles.insert(fold(&unescape(&file.text[done.title.inner.range()])));
        }
        gather(statement.kind.inside(), file, titles);
    }
}
