//! Holds a timeline computed here against the compiler's JSON.

use std::fmt::Debug;

use serde_json::Value;

use crate::compiled::compile_to_json;
use crate::model::{Level, Workout};
use crate::spelling::spell;
use crate::timeline::{Kind, Said, Segment, Side, Timeline};

/// Compiles the workout's text and returns what differs, with the text, if anything does.
pub fn agrees(workout: &Workout, asked: Option<Level>, expected: &Timeline) -> Result<(), String> {
    let text = spell(workout);
    let json = compile_to_json(&text, asked.map(Level::word));
    compare(expected, &json).map_err(|difference| {
        format!("level asked for: {asked:?}\n---- random.wod\n{text}\n----\n{difference}")
    })
}

fn compare(expected: &Timeline, json: &Value) -> Result<(), String> {
    let last = json["workouts"].as_array().and_then(|workouts| workouts.last());
    let workout = last.unwrap_or(&Value::Null);
    let Some(actual) = workout["timeline"].as_array() else {
        return Err(match json {
            Value::String(said) => format!("it does not compile:\n{said}"),
            other => format!("there is no timeline in {other}"),
        });
    };
    for at in 0..expected.segments.len().max(actual.len()) {
        let (left, right) = (expected.segments.get(at), actual.get(at));
        let difference = match (left, right) {
            (Some(left), Some(right)) => segment_difference(left, right),
            (Some(_), None) | (None, Some(_)) => Some("number of segments".to_owned()),
            (None, None) => None,
        };
        if let Some(difference) = difference {
            let before: Vec<String> =
                actual[..at.min(actual.len())].iter().rev().take(3).rev().map(brief).collect();
            return Err(format!(
                "segment {} differs in {difference}\nafter {before:#?}\nexpected {left:#?}\nbut was {}",
                at + 1,
                right.map_or_else(|| "nothing".to_owned(), Value::to_string),
            ));
        }
    }
    let totals = [
        ("duration_ms.least", expected.least, &workout["duration_ms"]["least"]),
        ("duration_ms.likely", expected.likely, &workout["duration_ms"]["likely"]),
        ("duration_ms.most", expected.most, &workout["duration_ms"]["most"]),
        ("work_ms", expected.work, &workout["work_ms"]),
        ("rest_ms", expected.likely - expected.work, &workout["rest_ms"]),
    ];
    for (name, expected, actual) in totals {
        if actual.as_i64() != Some(expected) {
            return Err(format!("{name}: expected {expected}, was {actual}"));
        }
    }
    let rounds = workout["rounds"].as_u64().and_then(|rounds| u32::try_from(rounds).ok());
    if rounds != expected.rounds {
        return Err(format!("rounds: expected {:?}, was {}", expected.rounds, workout["rounds"]));
    }
    let estimated = is_true(&workout["estimated"]);
    if estimated != expected.estimated {
        return Err(format!("estimated: expected {}, was {estimated}", expected.estimated));
    }
    Ok(())
}

/// Returns the first key in which two segments differ.
fn segment_difference(expected: &Segment, actual: &Value) -> Option<String> {
    let differs = |key: &str, same: bool| (!same).then(|| key.to_owned());
    differs("start_ms", actual["start_ms"].as_i64() == Some(expected.start))
        .or_else(|| done_difference(expected, actual))
        .or_else(|| differs("round", fits(expected.round, counted(&actual["round"]))))
        .or_else(|| steps_difference(expected, actual))
}

/// Compares what is done and for how long, not when.
fn done_difference(expected: &Segment, actual: &Value) -> Option<String> {
    let side = match actual["side"].as_str() {
        None => None,
        Some("right") => Some(Side::Right),
        Some("left") => Some(Side::Left),
        Some(other) => return Some(format!("side, which is {other:?}")),
    };
    let reps = actual["reps"].as_u64().and_then(|reps| u32::try_from(reps).ok());
    let direction = actual["direction"].as_u64().and_then(|direction| u32::try_from(direction).ok());
    let movement = match expected.movement {
        Said::Is(Some(movement)) => actual["name"].as_str() == Some(movement),
        Said::Is(None) => actual["movement"].is_null(),
        Said::Unsaid => true,
    };
    [
        ("kind", actual["kind"].as_str() == Some(kind_name(expected.kind))),
        ("duration_ms", actual["duration_ms"].as_i64() == Some(expected.duration)),
        ("estimated", is_true(&actual["estimated"]) == expected.estimated),
        ("movement", movement),
        ("side", fits(expected.side, side)),
        ("direction", fits(expected.direction, direction)),
        ("set", fits(expected.set, counted(&actual["set"]))),
        ("reps", fits(expected.reps, reps)),
    ]
    .into_iter()
    .find(|(_, same)| !same)
    .map(|(key, _)| key.to_owned())
}

/// Compares all that is done inside a segment, with the gaps that feed its estimate.
fn steps_difference(expected: &Segment, actual: &Value) -> Option<String> {
    let steps = expected.steps.as_ref()?;
    let done: &[Value] = actual["steps"].as_array().map(Vec::as_slice).unwrap_or_default();
    if done.len() != steps.len() {
        return Some(format!("the number of steps inside, {} instead of {}", done.len(), steps.len()));
    }
    (1..).zip(steps.iter().zip(done)).find_map(|(n, (expected, actual))| {
        segment_difference(expected, actual).map(|key| format!("{key} of step {n} inside"))
    })
}

fn fits<T: PartialEq + Debug>(expected: Said<T>, actual: T) -> bool {
    match expected {
        Said::Is(expected) => expected == actual,
        Said::Unsaid => true,
    }
}

fn counted(value: &Value) -> Option<(u32, u32)> {
    let number = |key: &str| value[key].as_u64().and_then(|number| u32::try_from(number).ok());
    Some((number("n")?, number("of")?))
}

/// A key that does not apply is left out.
fn is_true(value: &Value) -> bool {
    value.as_bool().unwrap_or(false)
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Work => "work",
        Kind::Rest => "rest",
        Kind::Transition => "transition",
        Kind::Switch => "switch",
        Kind::Interval => "interval",
        Kind::Amrap => "amrap",
        Kind::ForTime => "for_time",
    }
}

fn brief(segment: &Value) -> String {
    format!(
        "{} {} {} ms from {} ms",
        segment["kind"].as_str().unwrap_or("?"),
        segment["movement"].as_str().unwrap_or(""),
        segment["duration_ms"],
        segment["start_ms"]
    )
}

#[cfg(test)]
mod tests {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    use serde_json::{Value, json};

    use super::{compare, kind_name};
    use crate::generation::cases;
    use crate::timeline::{Kind, Said, Segment, Side, Timeline};

    fn ten_seconds() -> Timeline {
        let work = Segment { round: Said::Is(Some((1, 2))), ..Segment::of(Kind::Work, 10_000) };
        Timeline {
            segments: vec![work],
            least: 10_000,
            likely: 10_000,
            most: 10_000,
            work: 10_000,
            rounds: None,
            estimated: false,
        }
    }

    #[test]
    fn what_is_left_out_counts_as_not_so() {
        let json = json!({"workouts": [{
            "duration_ms": {"least": 10_000, "likely": 10_000, "most": 10_000}, "work_ms": 10_000, "rest_ms": 0,
            "timeline": [{"start_ms": 0, "duration_ms": 10_000, "kind": "work", "round": {"n": 1, "of": 2}}],
        }]});
        assert_eq!(compare(&ten_seconds(), &json), Ok(()));
    }

    #[test]
    fn the_first_segment_that_differs_is_shown_with_both_sides() {
        let json = json!({"workouts": [{"timeline": [
            {"start_ms": 0, "duration_ms": 10_000, "kind": "work", "round": {"n": 2, "of": 2}},
        ]}]});
        let difference = compare(&ten_seconds(), &json).unwrap_err();
        assert!(difference.contains("segment 1 differs in round"), "{difference}");
        assert!(difference.contains("10000"), "{difference}");
    }

    #[test]
    fn a_segment_too_many_differs() {
        let segment =
            json!({"start_ms": 0, "duration_ms": 10_000, "kind": "work", "round": {"n": 1, "of": 2}});
        let json = json!({"workouts": [{"timeline": [segment, segment]}]});
        assert!(
            compare(&ten_seconds(), &json).unwrap_err().contains("segment 2 differs in number of segments")
        );
    }

    #[test]
    fn an_output_without_a_timeline_is_a_difference() {
        assert!(compare(&ten_seconds(), &json!("error: zero")).unwrap_err().contains("does not compile"));
        assert!(compare(&ten_seconds(), &json!({})).is_err());
    }

    /// Writes a timeline as the compiler would.
    fn as_json(timeline: &Timeline) -> Value {
        json!({"workouts": [{"title": "Done 1"}, {
            "duration_ms": {"least": timeline.least, "likely": timeline.likely, "most": timeline.most},
            "work_ms": timeline.work,
            "rest_ms": timeline.likely - timeline.work,
            "estimated": timeline.estimated,
            "rounds": timeline.rounds,
            "timeline": timeline.segments.iter().map(segment_json).collect::<Vec<_>>(),
        }]})
    }

    fn segment_json(segment: &Segment) -> Value {
        let mut json = json!({
            "start_ms": segment.start, "duration_ms": segment.duration, "kind": kind_name(segment.kind),
        });
        let count = |(n, of): (u32, u32)| json!({"n": n, "of": of});
        if let Said::Is(Some(movement)) = segment.movement {
            json["movement"] = movement.replace(' ', "-").into();
            json["name"] = movement.into();
        }
        if let Said::Is(Some(side)) = segment.side {
            json["side"] = if side == Side::Right { "right" } else { "left" }.into();
        }
        if let Said::Is(Some(direction)) = segment.direction {
            json["direction"] = direction.into();
        }
        if let Said::Is(Some(round)) = segment.round {
            json["round"] = count(round);
        }
        if let Said::Is(Some(set)) = segment.set {
            json["set"] = count(set);
        }
        if let Said::Is(Some(reps)) = segment.reps {
            json["reps"] = reps.into();
        }
        if segment.estimated {
            json["estimated"] = true.into();
        }
        if let Some(steps) = &segment.steps {
            json["steps"] = steps.iter().map(segment_json).collect();
        }
        json
    }

    #[test]
    fn a_right_output_agrees_and_a_wrong_segment_does_not() {
        let mut runner = TestRunner::deterministic();
        for _ in 0..64 {
            let case = cases().new_tree(&mut runner).expect("most workouts are clear").current();
            let right = as_json(&case.expected);
            assert_eq!(compare(&case.expected, &right), Ok(()), "{case:?}");
            let last = case.expected.segments.len() - 1;
            for at in [0, last / 2, last] {
                for key in ["start_ms", "duration_ms", "kind"] {
                    let mut wrong = right.clone();
                    wrong["workouts"][1]["timeline"][at][key] = 1.into();
                    assert!(compare(&case.expected, &wrong).is_err(), "{key} of segment {at} in {case:?}");
                }
            }
        }
    }
}
