//! The compiler of the `.wod` workout language.

pub mod catalog;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostic;
pub mod driver;
pub mod emit;
pub mod quantity;
pub mod source;
pub mod syntax;
pub mod timeline;
