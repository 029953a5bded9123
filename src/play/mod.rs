//! A workout that is being run: the engine of a player, without a clock, a screen or a voice.
//!
//! ```text
//! Playbook ──Player──▶ where we are, what is shown ─▶ screen
//!  the moment, ┘  └──▶ what is said now ────────────▶ voice
//!  what is asked
//! ```
//!
//! `docs/player.md` says what every player does, and `tests/player` has sessions that every player plays alike. The
//! [`Player`] has no clock: each call tells it the moment, in milliseconds from any fixed start.

mod done;
mod player;
mod summary;
mod view;
mod words;

pub use done::Done;
pub(crate) use player::is_pause;
pub use player::{Action, Phase, Player, Spoken};
pub use summary::Summary;
pub use view::{Doing, StageClock};
