//! The compiler of the `.wod` workout language.

pub mod catalog;
pub mod check;
pub mod diagnostic;
pub mod emit;
pub mod quantity;
pub mod source;
pub mod syntax;
pub mod timeline;
