//! A workout that is being run: the engine of a player, without a clock, a screen or a voice.
//!
//! ```text
//! Playbook ──Player──▶ where we are, what is shown ─▶ screen
//!  the moment, ┘  └──▶ what is said now ────────────▶ voice
//!  what is asked
//!
//! Asks + Player ──Results──▶ what is known of each set ─▶ the `done` block
//!  what is typed ──Form─▶ Notes ──┘
//! ```
//!
//! `docs/player.md` says what every player does, and `tests/player` has sessions that every player plays alike. The
//! [`Player`] has no clock: each call tells it the moment, in milliseconds from any fixed start.

mod done;
mod figures;
mod form;
mod kept;
mod line;
mod notes;
mod player;
mod results;
mod summary;
#[cfg(test)]
mod tests;
mod typed;
mod view;
mod words;

pub use done::Done;
pub use form::{Entry, Form, Kept, current_sets, label, told};
pub use kept::Position;
pub use line::{Line, LineKey};
pub use notes::{Mark, Noted, Notes, SetKey};
pub(crate) use player::is_pause;
pub use player::{Action, Phase, Player, Spoken};
pub use results::{Results, SetView};
pub use summary::Summary;
pub use view::{Doing, StageClock};
