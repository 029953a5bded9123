//! What results change: which session each of them is, and the loads of all sessions as they are after it.
//!
//! ```text
//! Calendar + Results ── matching ──> which session of the plan each result is
//!                └─ replay ── asked ──> what the session asked for, with the loads as they were then
//!                       └─ verdict ──> a success, a miss, or neither
//!                       └─ standing ──> where each statement is afterwards: its load, its dose, its sets
//! Calendar + Standings ── moved ──> the sessions with the figures that they have then
//! ```
//!
//! Everything follows from the program and the results alone, in one pass by date. Nothing is ever rewritten.

mod asked;
mod counting;
#[cfg(feature = "cli")]
mod foresee;
mod ground;
pub mod import;
mod lifts;
pub mod logbook;
mod matching;
mod maxes;
mod moved;
mod paired;
mod replay;
mod standing;
mod verdict;
mod week;

pub use asked::{Asked, AskedLoad, AskedSet, asked, load_of};
pub use counting::{AfterMisses, Judged};
#[cfg(feature = "cli")]
pub use foresee::{Coming, Foreseen, Statement, foresee};
pub use ground::Ground;
pub use matching::Slot;
pub use paired::paired;
pub use replay::{Replay, Unmatched};
pub use verdict::loads;
pub use week::unfounded;
