//! The compiler of the `.wod` workout language.

pub mod check;
pub mod diagnostic;
pub mod emit;
pub mod source;
pub mod timeline;
