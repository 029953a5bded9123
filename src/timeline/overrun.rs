//! Work that does not fit its time.

use std::fmt;

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Place;
use crate::timeline::segment::BlockId;

/// Work that was cut because its time was over.
#[derive(Debug, Clone, Copy)]
pub struct Overrun {
    /// The block whose time it was.
    pub block: BlockId,
    /// The place of its header.
    pub place: Place,
    /// What kind of time.
    pub limit: Limit,
    /// What the work needs, in milliseconds.
    pub needs_ms: i64,
    /// What it has, in milliseconds.
    pub has_ms: i64,
}

/// What cuts work short.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    /// The end of an interval; whether it holds several steps, which could take turns.
    Interval { has_several: bool },
    /// The `cap` of a part.
    Cap,
}

impl Overrun {
    /// Returns by how much it is too long, in milliseconds.
    pub fn excess_ms(&self) -> i64 {
        self.needs_ms.saturating_sub(self.has_ms)
    }

    /// Says what does not fit, with both figures.
    pub fn diagnostic(&self) -> Diagnostic {
        let (needs, has) = (Time(self.needs_ms), Time(self.has_ms));
        let (message, help) = match self.limit {
            Limit::Interval { has_several } => (
                format!("the work needs about {needs}, and the interval is {has}"),
                if has_several {
                    "do less in it, give it more time, or write `alternating` in its header, and each step has an \
                     interval of its own in turn: what does not fit is cut where the next interval starts"
                } else {
                    "do less in it, or give it more time: what does not fit is cut where the next interval starts"
                },
            ),
            Limit::Cap => (
                format!("this part needs about {needs}, and its cap is {has}"),
                "do less in it, or raise the cap: what comes after the cap is cut",
            ),
        };
        Diagnostic::new(Rule::IntervalOverrun, self.place.span, message).help(help).in_file(self.place.file)
    }
}

/// Milliseconds as people read them, `m:ss` or `h:mm:ss`; seconds are rounded up, so that work that is too long never
/// seems to fit.
struct Time(i64);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 / 1_000 + i64::from(self.0 % 1_000 > 0);
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            write!(f, "{hours}:{minutes:02}:{seconds:02}")
        } else {
            write!(f, "{minutes}:{seconds:02}")
        }
    }
}
