//! When the bell rings: at three, two and one, and when the next stage begins.

use crate::play::{Phase, Player, StageClock};

/// The bell rings for each of the last seconds of a stage, from this one on.
const COUNTED_S: i64 = 3;

/// Remembers what the bell has rung for.
#[derive(Debug, Default)]
pub struct Bell {
    heard: Option<(Phase, Option<i64>)>,
}

impl Bell {
    /// Tells whether the bell rings now. Must be called once each time the screen is drawn.
    pub fn rings(&mut self, player: &Player<'_>) -> bool {
        let left_s = match player.clock() {
            Some(StageClock::Down { left_ms, .. } | StageClock::Both { left_ms, .. }) => {
                Some(StageClock::seconds_left(left_ms)).filter(|left_s| (1..=COUNTED_S).contains(left_s))
            }
            Some(StageClock::Up { .. }) | None => None,
        };
        let now = (player.phase(), left_s);
        let before = self.heard.replace(now);
        if player.is_paused() || before == Some(now) {
            return false;
        }
        let goes_on = match now.0 {
            Phase::Ready | Phase::LeadIn => false,
            Phase::Stage(_) | Phase::End => before.is_some_and(|(phase, _)| phase != now.0),
        };
        goes_on || left_s.is_some()
    }
}
