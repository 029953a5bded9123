//! Scripts of workouts laid out by hand, and the laws that hold for every script.

mod laws;
pub mod lay;
mod scripts;
