//! What is to be written down.

use std::sync::Arc;

/// `record "Best round, min"`, `record max back squat`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is, as it is printed.
    pub text: Box<str>,
    /// The key of the movement whose max it becomes.
    pub max: Option<Arc<str>>,
}

impl From<&str> for Record {
    fn from(text: &str) -> Self {
        Self { text: text.into(), max: None }
    }
}
