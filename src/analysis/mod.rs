//! From a text to everything that is known of it, and from there to its outputs.
//!
//! ```text
//! source ──load──▶ Files ──check──▶ Program ──lay out──▶ timelines, seasons ──judge──▶ levels ──foresee──▶ Analysis
//!                                                                                                            │
//!                                                                          Sink ◀── emit, as each is made ───┘
//! ```
//!
//! [`analyse`] gives all of it, [`diagnose`] keeps only what there is to say, [`compile`] makes the outputs as well. Nothing
//! here reads or writes a file; what `use` asks for comes through [`ReadFile`].

#[cfg(feature = "cli")]
mod add_up;
mod after_results;
mod analyse;
mod certain;
mod compilation;
mod compile;
mod corrections;
mod everything;
mod files;
#[cfg(feature = "cli")]
mod foreseen;
mod format;
mod judge;
mod kept;
mod laid_out;
mod load;
mod loaded;
mod mend;
mod outline;
mod outlook;
#[cfg(feature = "cli")]
pub(crate) mod person;
mod request;
mod shortened;
mod subjects;
#[cfg(test)]
mod tests;
mod trial;
mod typing;

#[cfg(feature = "cli")]
pub(crate) use add_up::add_up;
pub use analyse::{analyse, analyse_loaded, diagnose, diagnose_loaded};
pub use compilation::{Compilation, PlanSummary, Summary};
pub use compile::compile;
pub use corrections::apply;
pub(crate) use corrections::replaced;
pub use everything::Analysis;
pub use files::{NoFiles, ReadFile};
#[cfg(feature = "cli")]
pub(crate) use foreseen::{ForeseenPlan, foresee};
pub use format::{Style, format, format_in};
#[cfg(feature = "cli")]
pub(crate) use load::too_large;
pub(crate) use load::used_name;
pub use loaded::{Loaded, Roster, Team};
pub use mend::{Mended, mend};
pub use request::{AthleteWanted, Request};
pub use typing::Typing;

pub use crate::check::LoadUnit;
pub use crate::check::program::Level;
