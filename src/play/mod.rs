//! A workout that is being run: the engine of a player, without a clock, a screen or a voice.
//!
//! ```text
//! Playbook ──Player──▶ where we are, what is shown ─▶ screen
//!  the moment, ┘  └──▶ what is said now ────────────▶ voice
//!  what is asked
//! ```
//!
//! `docs/player.md` says what every player does, and `tests/player` has sessions that every player plays alike. The
//! [`Player`] is told the moment with everything it is asked, in milliseconds from any start, and knows no other clock.

mod player;
mod summary;
mod view;
mod words;

pub(crate) use player::is_pause;
pub use player::{Action, Place, Player, Spoken};
pub use summary::{Done, Summary};
pub use view::{Clock, Doing};
