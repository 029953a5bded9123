//! Compares what a workout says about itself with its timeline.

use std::cell::OnceCell;

use super::{Segment, SegmentKind, Timeline, lower};
use crate::check::program::{ExpectationKind, Level, Program, Workout};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;

/// An estimate may be off by one part in so many.
const TOLERATED: i64 = 4;

/// Checks the `expect` statements of a workout, at its own level. `timeline` is the one at `level`.
pub fn check(program: &Program, workout: &Workout, level: Level, timeline: &Timeline<'_>) -> Vec<Diagnostic> {
    if workout.expectations.is_empty() {
        return Vec::new();
    }
    let own = workout.level.unwrap_or_default();
    if own != level {
        let (timeline, too_long) = lower(program, workout, own);
        return if too_long.iter().any(|found| found.rule == Rule::TooLong) {
            Vec::new()
        } else {
            against(program, workout, &timeline)
        };
    }
    // A workout that is refused has no timeline to compare with.
    if timeline.segments.is_empty() && !workout.steps.is_empty() && timeline.likely_ms == 0 {
        return Vec::new();
    }
    against(program, workout, timeline)
}

fn against(program: &Program, workout: &Workout, timeline: &Timeline<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    // Worked out once: each looks at every segment, and a file may have a thousand expectations.
    let (needed, time) = (OnceCell::new(), OnceCell::new());
    for expectation in &workout.expectations {
        let (rule, message, instead) = match &expectation.kind {
            ExpectationKind::Equipment(expected) => {
                let needed = needed.get_or_init(|| timeline.brought(program));
                match equipment_differs(needed, expected) {
                    Some(message) => {
                        (Rule::ExpectEquipment, message, Some(format!("equipment {}", needed.join(", "))))
                    }
                    None => continue,
                }
            }
            kind => match duration_differs(kind, timeline) {
                Some(difference) => difference,
                None => continue,
            },
        };
        let instead = instead.map(|expected| Choice::write(expectation.span, format!("expect {expected}")));
        let mut diagnostic =
            Diagnostic::new(rule, expectation.span, message).in_file(workout.file).choices(instead);
        if rule != Rule::ExpectEquipment {
            diagnostic = diagnostic.help(time.get_or_init(|| where_time_goes(timeline)).as_str());
        }
        diagnostics.push(diagnostic);
    }
    diagnostics
}

/// Says how the duration differs from what is expected, and how much that matters: an estimate that is off by up to a
/// quarter is worth a warning.
fn duration_differs(
    kind: &ExpectationKind,
    timeline: &Timeline<'_>,
) -> Option<(Rule, String, Option<String>)> {
    let (least, likely, most) = (timeline.least_ms, timeline.likely_ms, timeline.most_ms);
    let about = if timeline.estimated { "about " } else { "" };
    let (low, high, message) = match *kind {
        ExpectationKind::Exactly(ms) if timeline.estimated && ms != likely => {
            let takes = clock(likely);
            let range = minutes_around(least, most);
            let message = format!(
                "{} is expected, and this takes about {takes}: expect a range, such as `{range}`",
                clock(ms)
            );
            (ms, ms, message)
        }
        ExpectationKind::Exactly(ms) if ms != likely => {
            (ms, ms, format!("{} is expected, and this takes {}", clock(ms), clock(likely)))
        }
        ExpectationKind::Between(low, high) if least < low || most > high => {
            let takes = range(least, most);
            (
                low,
                high,
                format!("{} to {} is expected, and this takes {about}{takes}", clock(low), clock(high)),
            )
        }
        ExpectationKind::AtMost(ms) if most > ms => {
            let takes = clock(most);
            (0, ms, format!("at most {} is expected, and this takes up to {about}{takes}", clock(ms)))
        }
        ExpectationKind::AtLeast(ms) if least < ms => {
            let takes = clock(least);
            (
                ms,
                i64::MAX,
                format!("at least {} is expected, and this may take only {about}{takes}", clock(ms)),
            )
        }
        ExpectationKind::Exactly(_)
        | ExpectationKind::Between(..)
        | ExpectationKind::AtMost(_)
        | ExpectationKind::AtLeast(_)
        | ExpectationKind::Equipment(_) => return None,
    };
    let is_near = least >= low - low / TOLERATED && most <= high.saturating_add(high / TOLERATED);
    let rule = if timeline.estimated && is_near { Rule::NearDuration } else { Rule::ExpectDuration };
    Some((rule, message, instead(kind, timeline)))
}

/// Returns what may be expected instead, where that can be written to the second.
fn instead(kind: &ExpectationKind, timeline: &Timeline<'_>) -> Option<String> {
    let (least, likely, most) = (timeline.least_ms, timeline.likely_ms, timeline.most_ms);
    let is_whole = |ms: i64| ms % 1000 == 0;
    match kind {
        ExpectationKind::Exactly(_) if timeline.estimated => {
            Some(format!("duration {}", minutes_around(least, most)))
        }
        ExpectationKind::Exactly(_) => is_whole(likely).then(|| format!("duration {}", clock(likely))),
        ExpectationKind::AtMost(_) => is_whole(most).then(|| format!("duration at most {}", clock(most))),
        ExpectationKind::AtLeast(_) => is_whole(least).then(|| format!("duration at least {}", clock(least))),
        ExpectationKind::Between(..) => Some(format!("duration {}", minutes_around(least, most))),
        ExpectationKind::Equipment(_) => None,
    }
}

/// Says what equipment is missing from the list. A lint reports equipment that is not needed.
fn equipment_differs(needed: &[&str], expected: &[String]) -> Option<String> {
    let missing: Vec<&str> =
        needed.iter().copied().filter(|name| !expected.iter().any(|other| other == name)).collect();
    if missing.is_empty() {
        return None;
    }
    let unused: Vec<&str> =
        expected.iter().map(String::as_str).filter(|name| !needed.contains(name)).collect();
    let mut message = format!("the equipment is not what is expected: this needs {}", missing.join(", "));
    if !unused.is_empty() {
        message.push_str("; nothing here needs ");
        message.push_str(&unused.join(", "));
    }
    Some(message)
}

/// Says how much of the time is work, rest and so on.
fn where_time_goes(timeline: &Timeline<'_>) -> String {
    let kinds = [
        (SegmentKind::Work, "work"),
        (SegmentKind::Rest, "rest"),
        (SegmentKind::Transition, "transitions"),
        (SegmentKind::Switch, "switching sides"),
        (SegmentKind::Interval, "intervals"),
        (SegmentKind::Amrap, "AMRAP"),
        (SegmentKind::ForTime, "work for time"),
    ];
    let length = |kind| -> i64 {
        timeline
            .segments
            .iter()
            .filter(|segment: &&Segment<'_>| segment.kind == kind)
            .map(|segment| segment.duration_ms)
            .sum()
    };
    let parts: Vec<String> = kinds
        .into_iter()
        .map(|(kind, name)| (length(kind), name))
        .filter(|(ms, _)| *ms > 0)
        .map(|(ms, name)| format!("{} of {name}", clock(ms)))
        .collect();
    let estimated = if timeline.estimated { ", in part estimated" } else { "" };
    format!("the time is {}{estimated}", parts.join(", "))
}

fn range(least: i64, most: i64) -> String {
    if least == most { clock(least) } else { format!("{} to {}", clock(least), clock(most)) }
}

/// A range of whole minutes, or of seconds, that holds both figures, with room for an estimate.
fn minutes_around(least: i64, most: i64) -> String {
    if most < 60_000 {
        return format!("{}-{}s", (least * 9 / 10 / 1000).max(1), most * 11 / 10 / 1000 + 1);
    }
    let low = (least * 9 / 10 / 60_000).max(1);
    let high = (most * 11 / 10 / 60_000) + 1;
    format!("{low}-{high}min")
}
