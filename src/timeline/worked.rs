//! How long the work took that a rest is measured by.

use crate::timeline::run::Bookmark;

/// Work that was laid, from some moment on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worked {
    /// How long it takes, in milliseconds, without rests.
    pub ms: i64,
    /// Whether any of it is an estimate.
    pub estimated: bool,
    /// The segments that had been laid before it, where they are kept.
    pub from: usize,
}

/// All work that was laid so far, on all clocks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AllWork {
    ms: i64,
    /// How many pieces of it are estimates.
    estimates: u64,
}

/// A moment on one clock.
#[derive(Debug, Clone, Copy)]
pub(super) struct WorkMark {
    all: AllWork,
    now_ms: i64,
    segments: usize,
}

impl AllWork {
    /// Adds a piece.
    pub fn add(&mut self, ms: i64, estimated: bool) {
        self.ms = self.ms.saturating_add(ms);
        self.estimates = self.estimates.saturating_add(u64::from(estimated));
    }

    /// Returns the moment that a bookmark of a clock stands for.
    pub fn mark(self, bookmark: Bookmark) -> WorkMark {
        WorkMark { all: self, now_ms: bookmark.now_ms, segments: bookmark.segments }
    }

    /// Returns the work since a moment, on a clock that shows `now_ms`. What was cut off does not count.
    pub fn since(self, mark: WorkMark, now_ms: i64) -> Worked {
        let passed_ms = now_ms.saturating_sub(mark.now_ms);
        Worked {
            ms: self.ms.saturating_sub(mark.all.ms).min(passed_ms),
            estimated: self.estimates > mark.all.estimates,
            from: mark.segments,
        }
    }

    /// Adds what came since a moment, so many times again.
    pub fn repeat(&mut self, mark: WorkMark, times: u32) {
        let ms = self.ms.saturating_sub(mark.all.ms);
        let estimates = self.estimates.saturating_sub(mark.all.estimates);
        self.ms = self.ms.saturating_add(ms.saturating_mul(i64::from(times)));
        self.estimates = self.estimates.saturating_add(estimates.saturating_mul(u64::from(times)));
    }

    /// Puts one piece in the place of all that came since a moment.
    pub fn replace(&mut self, mark: WorkMark, ms: i64, estimated: bool) {
        *self = mark.all;
        self.add(ms, estimated);
    }
}
