//! Fills the blanks of workouts, before anything is checked.
//!
//! ```text
//! do "Wave" with lift back squat ─ template ─> the workout with blanks that is meant
//!                                ─ value    ─> a value for each blank, of the kind that it takes
//!                                ─ splice   ─> a text with the values in it, read like any other: a file of its own
//! ```
//!
//! Equal values make one file, so a workout that is done every week is checked once. What is said of a filled workout is
//! moved to what was written (`said`).

mod fill;
mod said;
mod splice;
mod template;
mod value;

pub use fill::fill;
pub use said::said_of_what_was_written;
