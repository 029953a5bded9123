//! The weeks of a plan, written out: which session is done on which day, with which figures.
//!
//! ```text
//! Plan ── calendar ──> what each block gives to which day; how often each workout was done before
//!           └─ instance ──> the workout as it is done there: figures moved, sets and loads scaled
//! ```
//!
//! A session that has the same figures as an earlier one is the same [`Instance`]: the outputs compile each once.

mod calendar;
mod contents;
mod counted;
mod instance;
mod occasion;
mod raised;
mod scale;
mod turns;
mod unreached;

#[cfg(test)]
mod tests;

pub use calendar::{Calendar, Day, Session, expand};
pub use instance::{Instance, alone};
pub use unreached::Written;
