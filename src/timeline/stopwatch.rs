//! The clock of a walk, and the run that is nothing but a clock.

use crate::check::program::Amount;
use crate::source::Place;
use crate::timeline::overrun::Overrun;
use crate::timeline::run::{
    Bookmark, Bound, Grown, LONGEST_PIECE_MS, MAX_MS, MAX_SEGMENTS, Outer, Run, TooLong,
};
use crate::timeline::segment::Segment;

/// Counts pieces and milliseconds, and says when there are too many.
#[derive(Debug, Default)]
pub struct Clock {
    now_ms: i64,
    /// How many segments the clock is inside of.
    depth: usize,
    pieces: usize,
}

impl Clock {
    /// Returns what a piece of so many milliseconds is laid as; None if it takes no time.
    pub fn piece(ms: i64) -> Option<i64> {
        (ms > 0).then_some(ms.min(LONGEST_PIECE_MS))
    }

    /// Moves on by one piece.
    pub fn advance(&mut self, ms: i64) -> Result<(), TooLong> {
        self.pieces += 1;
        self.now_ms = self.now_ms.saturating_add(ms);
        if self.pieces > MAX_SEGMENTS {
            return Err(TooLong { bound: Bound::Segments, place: None });
        }
        if self.depth == 0 && self.now_ms > MAX_MS {
            return Err(TooLong { bound: Bound::Hours, place: None });
        }
        Ok(())
    }

    /// Moves on by all that came since `mark`, as many times again.
    pub fn repeat(&mut self, mark: Bookmark, times: u32) -> Result<(), TooLong> {
        let pieces = (self.pieces - mark.pieces).saturating_mul(times as usize);
        let ms = (self.now_ms - mark.now_ms).saturating_mul(i64::from(times));
        // The last one is added by `advance`, which checks the bounds.
        self.pieces = self.pieces.saturating_add(pieces).saturating_sub(1);
        self.advance(ms)
    }

    /// Starts from zero inside a segment, and returns the time outside.
    pub fn open(&mut self) -> i64 {
        self.depth += 1;
        std::mem::take(&mut self.now_ms)
    }

    /// Goes back to the time outside.
    pub fn close(&mut self, outer_ms: i64) {
        self.depth = self.depth.saturating_sub(1);
        self.now_ms = outer_ms;
    }

    /// Turns the clock back, if it is later.
    pub fn cut(&mut self, at_ms: i64) {
        self.now_ms = self.now_ms.min(at_ms);
    }

    /// Returns the milliseconds on the clock.
    pub fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// Tells whether this is the workout's own clock.
    pub fn is_at_top(&self) -> bool {
        self.depth == 0
    }

    /// Returns its position, with this number of segments.
    pub fn mark(&self, segments: usize) -> Bookmark {
        Bookmark { now_ms: self.now_ms, pieces: self.pieces, segments }
    }

    /// Returns what has been counted.
    pub fn grown(&self) -> Grown {
        Grown { pieces: self.pieces, ms: if self.is_at_top() { self.now_ms } else { 0 } }
    }
}

/// Measures how long a workout is, and keeps nothing else.
#[derive(Debug, Default)]
pub struct Stopwatch {
    clock: Clock,
}

impl Stopwatch {
    /// Returns the milliseconds of all of it.
    pub fn elapsed_ms(&self) -> i64 {
        self.clock.now_ms
    }
}

impl<'p> Run<'p> for Stopwatch {
    const KEEPS: bool = false;

    fn lay(&mut self, ms: i64, _: impl FnOnce() -> Segment<'p>) -> Result<(), TooLong> {
        Clock::piece(ms).map_or(Ok(()), |ms| self.clock.advance(ms))
    }

    fn note(&mut self, _: &'p str) {}

    fn open(&mut self) -> Outer<'p> {
        Outer { now_ms: self.clock.open(), segments: Vec::new() }
    }

    fn close(&mut self, outer: Outer<'p>) -> Vec<Segment<'p>> {
        self.clock.close(outer.now_ms);
        Vec::new()
    }

    fn cut(&mut self, at_ms: i64) {
        self.clock.cut(at_ms);
    }

    fn stopped(&mut self, _: &'p Amount, _: Place) {}

    fn overrun(&mut self, _: Overrun) {}

    fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    fn grown(&self) -> Grown {
        self.clock.grown()
    }

    fn mark(&self) -> Bookmark {
        self.clock.mark(0)
    }

    fn repeat(
        &mut self,
        mark: Bookmark,
        times: u32,
        _: impl Fn(&mut Segment<'p>, u32),
    ) -> Result<(), TooLong> {
        self.clock.repeat(mark, times)
    }
}
