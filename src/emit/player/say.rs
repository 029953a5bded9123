//! Distributes the script among the stages in which it is said.

use super::model::{Say, SayKind, Stage};
use crate::emit::cues::{CueKind, CueScript, Utterance};

/// Gives each stage its utterances: words about the next movement are said in the rest before it. Returns what is said
/// before the first stage, and what is said when the last is over.
pub fn share_out(script: &CueScript, stages: &mut [Stage]) -> (Vec<Say>, Vec<Say>) {
    let (mut lead_in, mut closing) = (Vec::new(), Vec::new());
    let end_ms = stages.last().map_or(0, |last| last.start_ms + last.duration_ms);
    for utterance in &script.utterances {
        let at_ms = called_at_ms(utterance, stages);
        let begun = stages.partition_point(|stage| stage.start_ms <= at_ms);
        match begun.checked_sub(1).and_then(|now| stages.get_mut(now)) {
            None => lead_in.push(say(utterance, at_ms)),
            Some(_) if at_ms >= end_ms => closing.push(say(utterance, at_ms - end_ms)),
            Some(stage) => stage.says.push(say(utterance, at_ms - stage.start_ms)),
        }
    }
    (lead_in, closing)
}

/// Returns when an utterance is said. A script keeps to whole seconds, so the call of a stage may come before the
/// stage begins. An athlete who finished the stage before sooner than estimated would not hear it.
fn called_at_ms(utterance: &Utterance, stages: &[Stage]) -> i64 {
    match utterance.kind {
        CueKind::Start | CueKind::Pause => {
            let called = stages.get(utterance.segment).map_or(utterance.at_ms, |stage| stage.start_ms);
            if called - utterance.at_ms < 1000 { called.max(utterance.at_ms) } else { utterance.at_ms }
        }
        CueKind::GetReady
        | CueKind::Countdown
        | CueKind::Halfway
        | CueKind::TimeLeft
        | CueKind::Note
        | CueKind::OwnCue
        | CueKind::FormCue
        | CueKind::Done => utterance.at_ms,
    }
}

fn say(utterance: &Utterance, after_ms: i64) -> Say {
    let kind = match utterance.kind {
        CueKind::GetReady | CueKind::Start | CueKind::Pause | CueKind::Done => SayKind::Call,
        CueKind::Countdown | CueKind::Halfway | CueKind::TimeLeft => SayKind::Clock,
        CueKind::Note => SayKind::Note,
        CueKind::OwnCue | CueKind::FormCue => SayKind::Cue,
    };
    Say { after_ms, kind, text: utterance.text.clone() }
}
