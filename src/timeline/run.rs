//! What a walk lays its pieces into, and the bounds.

use crate::check::program::Amount;
use crate::source::Place;
use crate::timeline::segment::Segment;

/// The most segments that a workout may have, including those inside others. A marathon's worth of one-second bouts is
/// about 15,000, and this many still fit into 30 MB.
pub const MAX_SEGMENTS: usize = 100_000;

/// The longest a workout may take, in milliseconds: a day. No session is longer.
pub const MAX_MS: i64 = 24 * 60 * 60 * 1_000;

/// The longest that one piece counts, in milliseconds. Longer pieces are past the bounds anyway, and pieces inside a
/// segment, which have no bound of their own, still add up without overflow.
pub const LONGEST_PIECE_MS: i64 = 2 * MAX_MS;

/// The bound that a workout has grown past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// [`MAX_SEGMENTS`].
    Segments,
    /// [`MAX_MS`].
    Hours,
    /// As many written statements, once every `do` is written out.
    Statements,
    /// Blocks and done workouts inside one another, deeper than the walk goes.
    Depth,
}

impl Bound {
    /// Returns what is wrong.
    pub fn message(self) -> &'static str {
        match self {
            Bound::Segments => "this comes to more than 100,000 bouts and rests",
            Bound::Hours => "this takes more than 24 hours",
            Bound::Statements => {
                "this does more than 100,000 statements, counting those of the workouts it does"
            }
            Bound::Depth => "this does workouts inside workouts more than 128 levels deep",
        }
    }

    /// Returns what to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Bound::Segments | Bound::Hours => {
                "check the rounds, sets and times here: one of them is too large"
            }
            Bound::Statements | Bound::Depth => {
                "check the `do` statements here, and what those workouts do in turn"
            }
        }
    }
}

/// The expansion ended, since the workout is past a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// Which bound.
    pub bound: Bound,
    /// What grew, and its file; `None` until a block has claimed it.
    pub place: Option<Place>,
}

/// Takes what a walk lays, piece by piece. It knows the time, and may or may not keep the pieces.
pub trait Run<'p> {
    /// Whether it keeps the pieces. If not, whatever is only shown need not be worked out.
    const KEEPS: bool;

    /// Lays a piece of so many milliseconds at the end. A piece without length is not laid.
    fn lay(&mut self, ms: i64, make: impl FnOnce() -> Segment<'p>) -> Result<(), TooLong>;

    /// Puts a note before the next piece.
    fn note(&mut self, text: &'p str);

    /// Starts a clock of its own for what is inside the next segment.
    fn open(&mut self) -> Outer<'p>;

    /// Ends what [`Run::open`] began, and hands out the pieces that were laid, where they are kept.
    fn close(&mut self, outer: Outer<'p>) -> Vec<Segment<'p>>;

    /// Cuts everything that was laid on this clock after `at_ms`.
    fn cut(&mut self, at_ms: i64);

    /// Is told that a progression stops before it would pass zero.
    fn stopped(&mut self, amount: &'p Amount, place: Place);

    /// Is told that work did not fit its time.
    fn overrun(&mut self, overrun: crate::timeline::overrun::Overrun);

    /// Returns the milliseconds on the clock.
    fn now_ms(&self) -> i64;

    /// Returns how much was laid altogether.
    fn grown(&self) -> Grown;

    /// Returns what has been laid on this clock, to be [repeated](Run::repeat) from here.
    fn mark(&self) -> Bookmark;

    /// Lays all that was laid since `mark` again so many times. `renumber` gives each piece the number that it has the
    /// n-th time, from 1. There were no notes, and nothing was cut.
    fn repeat(
        &mut self,
        mark: Bookmark,
        times: u32,
        renumber: impl Fn(&mut Segment<'p>, u32),
    ) -> Result<(), TooLong>;
}

/// What had been laid on a clock at some time.
#[derive(Debug, Clone, Copy)]
pub struct Bookmark {
    /// The clock, in milliseconds.
    pub now_ms: i64,
    /// The pieces of the whole expansion.
    pub pieces: usize,
    /// The segments on this clock, where they are kept.
    pub segments: usize,
}

/// What [`Run::close`] goes back to.
#[derive(Debug)]
pub struct Outer<'p> {
    /// The clock outside.
    pub now_ms: i64,
    /// The segments outside, where they are kept.
    pub segments: Vec<Segment<'p>>,
}

/// How much was laid so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grown {
    /// The pieces.
    pub pieces: usize,
    /// The milliseconds on the workout's own clock.
    pub ms: i64,
}

impl Grown {
    /// Tells whether most of a bound has grown since `before`.
    pub fn is_most_since(self, before: Grown) -> bool {
        self.pieces.saturating_sub(before.pieces) > MAX_SEGMENTS / 2
            || self.ms.saturating_sub(before.ms) > MAX_MS / 2
    }
}
