//! A session as it is kept, so that it can go on after the program was ended in its midst.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::done::Done;
use super::player::{Phase, Player};
use crate::emit::player::model::{Playbook, SegmentKind};

/// Where a session was left, and what came of its stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The current stage; the number of stages at the end.
    stage: usize,
    /// How long it had lasted, in milliseconds.
    passed_ms: i64,
    /// The rounds of an AMRAP that were counted in it.
    rounds: u32,
    /// The time in the stages before, in milliseconds.
    before_ms: i64,
    /// What came of the stages that were left.
    came: BTreeMap<usize, Came>,
    /// What is done instead of tasks: indices into their swaps.
    swaps: BTreeMap<usize, usize>,
}

/// What came of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Came {
    took_ms: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    skipped: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rounds: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    swap: Option<usize>,
}

impl<'p> Player<'p> {
    /// Returns where the session is; none before its first stage.
    pub fn position(&self) -> Option<Position> {
        let stage = match self.phase() {
            Phase::Ready | Phase::LeadIn => return None,
            Phase::Stage(index) => index,
            Phase::End => self.playbook.stages.len(),
        };
        let came = self.done.iter().enumerate().filter_map(|(at, done)| {
            let done = done.as_ref()?;
            let Done { took_ms, skipped, rounds, swap, .. } = *done;
            Some((at, Came { took_ms, skipped, rounds, swap }))
        });
        let swaps = (0..self.playbook.tasks.len()).filter_map(|task| Some((task, self.chosen(task)?)));
        Some(Position {
            stage,
            passed_ms: if self.phase() == Phase::End { 0 } else { self.passed_ms() },
            rounds: self.rounds(),
            before_ms: self.before_ms,
            came: came.collect(),
            swaps: swaps.collect(),
        })
    }

    /// Goes on where a session was left, paused. None if it can't be a session of this workout.
    pub fn resumed(playbook: &'p Playbook, position: &Position) -> Option<Self> {
        let mut player = Self::new(playbook);
        for (&task, &swap) in &position.swaps {
            let is_there = playbook.tasks.get(task).is_some_and(|task| swap < task.swaps.len());
            *player.chosen.get_mut(task).filter(|_| is_there)? = Some(swap);
        }
        for (&at, came) in &position.came {
            let stage = playbook.stages.get(at)?;
            let task = playbook.tasks.get(stage.task)?;
            let swap = match came.swap {
                Some(swap) => Some(task.swaps.get(swap)?),
                None => None,
            };
            let is_amrap = stage.kind == SegmentKind::Amrap;
            if came.took_ms < 0 || came.rounds.is_some() != is_amrap {
                return None;
            }
            *player.done.get_mut(at)? = Some(Done {
                name: swap.map_or(&task.name, |swap| &swap.name),
                side: swap.map_or(&task.side, |swap| &swap.side),
                dose: swap.map_or(&task.dose, |swap| &swap.dose),
                took_ms: came.took_ms,
                rounds: came.rounds,
                skipped: came.skipped,
                swap: came.swap,
            });
        }
        if position.passed_ms < 0 || position.before_ms < 0 || position.stage > playbook.stages.len() {
            return None;
        }
        player.before_ms = position.before_ms;
        if position.stage == playbook.stages.len() {
            player.go_to_end();
        } else {
            player.pause_in(position.stage, position.passed_ms, position.rounds);
        }
        Some(player)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::player::Action;
    use crate::play::tests::playbook;

    const SESSION: &str = r#"workout "A" <
        back squat 2x5 @ 60kg rest 1min or leg press 2x12
        amrap "Engine" 5min < burpee 5 >
        plank 30s
    >"#;

    #[test]
    fn a_session_goes_on_where_it_was_left_at_whatever_moment() {
        let playbook = playbook(SESSION);
        let mut player = Player::new(&playbook);
        assert_eq!(player.position(), None);
        player.act(Action::Start, 0);
        let (mut now_ms, mut seen) = (0, 0);
        while player.phase() != Phase::End {
            let action = match seen % 5 {
                0 => Action::Done,
                1 => Action::Skip,
                2 => Action::Swap { task: player.stage().map_or(0, |stage| stage.task), swap: Some(0) },
                _ => Action::Pause,
            };
            player.act(action, now_ms);
            player.act(Action::Resume, now_ms);
            now_ms += 7_300;
            player.look(now_ms);
            let Some(position) = player.position() else { continue };
            seen += 1;
            let text = serde_json::to_string(&position).unwrap();
            let read: Position = serde_json::from_str(&text).unwrap();
            let mut again = Player::resumed(&playbook, &read).expect("it goes on");
            assert_eq!(again.position().as_ref(), Some(&position));
            assert_eq!(again.summary().done, player.summary().done);
            assert_eq!(again.total_ms(), player.total_ms());
            // It is paused there, and from there on it goes like the other.
            if player.phase() != Phase::End {
                assert!(again.is_paused() && again.clock() == player.clock());
                again.act(Action::Resume, now_ms);
                let mut other = player.clone();
                again.look(now_ms + 20_000);
                other.look(now_ms + 20_000);
                assert_eq!((again.phase(), again.clock()), (other.phase(), other.clock()));
            }
        }
        assert!(seen > 5, "{seen}");
    }

    #[test]
    fn what_cannot_be_a_session_of_the_workout_does_not_go_on() {
        let playbook = playbook(SESSION);
        let at = |text: &str| {
            let position: Position = serde_json::from_str(text).unwrap();
            Player::resumed(&playbook, &position).is_some()
        };
        let of = |stage: &str, came: &str, swaps: &str| {
            format!(
                r#"{{"stage": {stage}, "passed_ms": 0, "rounds": 0, "before_ms": 0, "came": {came}, "swaps": {swaps}}}"#
            )
        };
        assert!(at(&of("1", r#"{"0": {"took_ms": 5}}"#, r#"{"0": 0}"#)));
        assert!(!at(&of("99", "{}", "{}")));
        assert!(!at(&of("1", r#"{"99": {"took_ms": 5}}"#, "{}")));
        assert!(!at(&of("1", r#"{"0": {"took_ms": -5}}"#, "{}")));
        assert!(!at(&of("1", r#"{"0": {"took_ms": 5, "rounds": 1}}"#, "{}")));
        assert!(!at(&of("1", r#"{"0": {"took_ms": 5, "swap": 7}}"#, "{}")));
        assert!(!at(&of("1", "{}", r#"{"0": 9}"#)));
    }
}
