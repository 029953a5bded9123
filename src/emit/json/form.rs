//! Which of the two contracts a document keeps to.

use super::model::Spare;
use crate::check::program::{Movement, MovementId, Program};

/// The contract that is written, with the program it is written from.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    program: &'a Program,
    is_compact: bool,
}

impl<'a> Form<'a> {
    /// Returns the form of `wodc/1`.
    pub fn plain(program: &'a Program) -> Self {
        Self { program, is_compact: false }
    }

    /// Returns the form of `wodc/1-compact`.
    pub fn compact(program: &'a Program) -> Self {
        Self { program, is_compact: true }
    }

    /// Returns a movement of the program.
    pub fn movement(self, id: MovementId) -> &'a Movement {
        self.program.movement(id)
    }

    /// Returns a value, which a compact document leaves out.
    pub fn spare<T>(self, value: T) -> Spare<T> {
        Spare((!self.is_compact).then_some(value))
    }
}
