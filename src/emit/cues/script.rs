//! The script itself, apart from how it comes about and who speaks it.

use std::fmt::Write as _;

use crate::quantity::clock;

/// How the script is going to be spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The speaking rate. Held to [`Voice::SLOWEST`] to [`Voice::FASTEST`] where it is used.
    pub words_per_minute: u32,
}

impl Voice {
    /// The slowest rate. At one word a second even `3, 2, 1` no longer keeps time.
    pub const SLOWEST: u32 = 60;
    /// The fastest rate. Speech engines go this far; few people follow them.
    pub const FASTEST: u32 = 400;
}

impl Default for Voice {
    /// 150 words a minute: an unhurried speaker, and what audiobooks are read at.
    fn default() -> Self {
        Self { words_per_minute: 150 }
    }
}

/// Something that is said in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// When it begins, in milliseconds from the workout's start. Always a whole second; negative in the lead-in.
    pub at_ms: i64,
    /// How long it takes to say, in milliseconds, by the estimate of this script's [`Voice`].
    pub length_ms: i64,
    /// Whether `at_ms` follows something of estimated length, so that only the athlete knows when it really is.
    pub estimated: bool,
    /// The segment it belongs to, an index into [`Timeline::segments`](crate::timeline::Timeline::segments). The lead-in belongs
    /// to the first, the closing words to the last.
    pub segment: usize,
    /// What it is for.
    pub kind: CueKind,
    /// The words, on one line, with all units written out.
    pub text: String,
}

/// What an [`Utterance`] is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CueKind {
    /// Before the workout's start: its title and what comes first.
    GetReady,
    /// The start of work: a bout, an interval, an AMRAP, a `for time`.
    Start,
    /// The start of a rest, a transition or a switch, with what comes next.
    Pause,
    /// `3`, `2`, `1`.
    Countdown,
    /// The middle of timed work.
    Halfway,
    /// How much time is left.
    TimeLeft,
    /// A coach's note.
    Note,
    /// The cue a coach wrote on the statement.
    OwnCue,
    /// One of the movement's cues.
    FormCue,
    /// The end of the workout.
    Done,
}

/// All that is said in one workout. The same data is written as text and spoken by a player.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CueScript {
    /// In time order; none runs into the next.
    pub utterances: Vec<Utterance>,
}

impl CueScript {
    /// Writes one line an utterance, `m:ss  text`.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for utterance in &self.utterances {
            let tilde = if utterance.estimated { "~" } else { "" };
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{tilde}{}  {}", clock(utterance.at_ms), utterance.text);
        }
        out
    }
}
