//! The weeks of a plan, written out: which session is done on which day, and what it comes to there.

mod calendar;

pub use calendar::{Calendar, Day, Instance, Session};
