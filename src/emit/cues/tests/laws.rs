//! What holds for every script.

use proptest::prelude::*;

use super::lay::*;
use crate::check::program::{BodyHalf, Side, Sides, Step};
use crate::emit::cues::speech::Rate;
use crate::emit::cues::{CueKind, CueScript, Voice};
use crate::timeline::{SegmentKind, Timeline};

/// One segment to lay: its kind, its length in seconds, which statement, whether it is estimated, and its round.
type Drawn = (u8, i64, usize, bool, u32);

fn statements() -> Vec<Step> {
    vec![
        exercise("squat", Sides::Together, None),
        exercise("single-leg balance", Sides::Each(BodyHalf::Leg), Some("Hips level, eyes on the horizon")),
        exercise("kettlebell swing", Sides::Together, Some("Snap")),
        exercise("toes to bar", Sides::Alternating, None),
    ]
}

fn lay<'p>(statements: &'p [Step], drawn: &[Drawn]) -> Timeline<'p> {
    let laid = drawn.iter().map(|&(kind, seconds, statement, estimated, round)| {
        let step = &statements[statement % statements.len()];
        let laid = match kind {
            0..=3 => work(step, seconds),
            4 => work(step, seconds).side(Side::Right),
            5 => work(step, seconds).side(Side::Left),
            6 => reps(step, seconds, seconds),
            7 | 8 => pause(seconds),
            9 => transition(seconds),
            10 => switch(seconds),
            11 => pause(seconds).open_ended(),
            12 => whole(SegmentKind::Interval, seconds, vec![reps(step, 5, seconds / 2)]),
            13 => whole(SegmentKind::Interval, seconds, vec![work(step, seconds / 2)]),
            14 => whole(SegmentKind::Amrap, seconds, vec![reps(step, 5, 10)]),
            _ => whole(SegmentKind::ForTime, seconds, vec![reps(step, 5, 10)]).estimated(),
        };
        let laid = laid.round(round, 5);
        if estimated { laid.estimated() } else { laid }
    });
    timeline(laid.collect(), &[])
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let seconds = prop_oneof![1..12i64, 10..70i64, 60..700i64];
    prop::collection::vec((0..16u8, seconds, 0..4usize, prop::bool::weighted(0.2), 1..5u32), 1..40)
}

/// Checks that all utterances are in order, with a gap between each and the next.
fn assert_nothing_overlaps(script: &CueScript, rate: Rate) {
    for pair in script.utterances.windows(2) {
        let [one, next] = pair else { continue };
        assert_eq!(one.length_ms, rate.length_ms(&one.text));
        assert!(one.at_ms + one.length_ms + Rate::GAP_MS <= next.at_ms, "{one:?} runs into {next:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_utterance_runs_into_the_next(drawn in drawn(), notes in prop::collection::vec(0..40usize, 0..5), rate in 60..400u32) {
        let statements = statements();
        let note = note("Stay with it, you are doing well");
        let mut timeline = lay(&statements, &drawn);
        let mut places: Vec<usize> = notes.iter().map(|&at| at.min(drawn.len())).collect();
        places.sort_unstable();
        let laid = timeline.segments.drain(..).map(Laid).collect();
        let timeline = super::lay::timeline(laid, &places.iter().map(|&at| (at, &note)).collect::<Vec<_>>());
        let (script, warnings) = spoken(&workout("Drawn", statements.clone()), &timeline, rate);
        assert_nothing_overlaps(&script, Rate::new(Voice { words_per_minute: rate }));

        prop_assert!(script.utterances.iter().all(|utterance| utterance.at_ms % 1000 == 0));
        let after_end: Vec<_> = script.utterances.iter().filter(|it| it.at_ms >= timeline.likely_ms).collect();
        let at_the_end = places.iter().filter(|&&at| at == drawn.len()).count();
        prop_assert_eq!(after_end.len(), 1 + at_the_end);
        prop_assert_eq!(after_end[0].kind, CueKind::Done);
        let said = script.utterances.iter().filter(|it| it.kind == CueKind::Note).count();
        let warned = warnings.iter().filter(|warning| warning.message.starts_with("this note")).count();
        prop_assert_eq!(said + warned, places.len());
    }

    #[test]
    fn work_of_five_seconds_has_its_call_at_its_start(drawn in drawn(), rate in 80..300u32) {
        let statements = statements();
        let timeline = lay(&statements, &drawn);
        let (script, _) = spoken(&workout("Drawn", statements.clone()), &timeline, rate);
        for segment in &timeline.segments {
            let is_work = !matches!(segment.kind, SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch);
            if is_work && segment.duration_ms >= 5000 {
                let called = script.utterances.iter().any(|it| it.at_ms == segment.start_ms && it.kind == CueKind::Start);
                prop_assert!(called, "no call at {} ms", segment.start_ms);
            }
        }
    }

    #[test]
    fn times_are_estimated_after_the_first_estimate_and_not_before(drawn in drawn()) {
        let statements = statements();
        let timeline = lay(&statements, &drawn);
        let (script, _) = spoken(&workout("Drawn", statements.clone()), &timeline, 150);
        let first = timeline.segments.iter().find(|segment| segment.estimated);
        let known_ms = first.map_or(i64::MAX, |first| first.start_ms + first.duration_ms);
        for utterance in &script.utterances {
            prop_assert_eq!(utterance.estimated, utterance.at_ms >= known_ms, "{:?}", utterance);
        }
    }
}

#[test]
fn the_same_workout_gives_the_same_bytes() {
    let statements = statements();
    let drawn: Vec<Drawn> =
        (0..200).map(|n| ((n % 16) as u8, 5 + n % 50, n as usize, n % 7 == 0, 1)).collect();
    let timeline = lay(&statements, &drawn);
    let script = || spoken(&workout("Twice", statements.clone()), &timeline, 150).0.write();
    assert_eq!(script(), script());
}

#[test]
fn strings_keep_to_their_line() {
    let own = exercise("squat", Sides::Together, Some("knees\nout\r\u{7}now"));
    let note = note("one\ntwo\u{2028}three");
    let timeline = timeline(vec![work(&own, 30), pause(20), work(&own, 30)], &[(1, &note)]);
    let (script, _) = spoken(&workout("Two\nlines", Vec::new()), &timeline, 150);
    assert_eq!(script.write().lines().count(), script.utterances.len());
    assert!(script.write().chars().all(|c| c == '\n' || !c.is_control()));
}

/// A hundred thousand segments, the most a workout can have. Quadratic work would take minutes.
#[test]
fn the_longest_workout_is_scripted_in_one_pass() {
    let statements = statements();
    let drawn: Vec<Drawn> =
        (0..100_000).map(|n| ((n % 16) as u8, 1 + n % 40, n as usize, false, 1)).collect();
    let timeline = lay(&statements, &drawn);
    let (script, _) = spoken(&workout("Long", Vec::new()), &timeline, 150);
    assert!(script.utterances.len() > 100_000);
}
