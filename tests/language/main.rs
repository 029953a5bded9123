//! The language as files show it: one snapshot a stage and output for every example and fixture, laws that hold for all
//! of them and for random text, and what is said of files that are wrong, huge or hostile.

mod book;
mod compact;
mod fixes;
mod format;
mod input;
mod laws;
mod limits;
mod mend;
mod mistakes;
mod mutation;
mod names;
mod noise;
#[cfg(feature = "play")]
mod play;
mod random;
mod results;
#[path = "../common/schema.rs"]
mod schema;
mod segments;
mod snapshots;
mod templates;
mod tree;
mod words;
