//! Scripts of workouts laid out by hand, and the laws that hold for every script.

mod laws;
mod lay;
mod scripts;
