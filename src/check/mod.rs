//! From the syntax tree to a [`Program`](program::Program).

pub mod program;
