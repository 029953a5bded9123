//! Figures of training science, each with its source, for making plans and for checking them.

pub mod rep_max;
