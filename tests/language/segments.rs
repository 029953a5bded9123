//! Writes a document's timelines as text, one line a segment.

use std::fmt::Write as _;

use serde_json::Value;

/// Writes the timelines of a JSON document.
pub fn write(json: &str) -> String {
    let document: Value = serde_json::from_str(json).unwrap();
    let mut out = String::new();
    for workout in document["workouts"].as_array().unwrap() {
        let duration = |which: &str| clock(workout["duration_ms"][which].as_i64().unwrap());
        let about = if workout["estimated"] == true { "~" } else { "" };
        write!(out, "{} ({})  ", workout["title"].as_str().unwrap(), workout["level"].as_str().unwrap())
            .unwrap();
        writeln!(out, "{} ≤ {about}{} ≤ {}", duration("least"), duration("likely"), duration("most"))
            .unwrap();
        let ms = |key: &str| clock(workout[key].as_i64().unwrap());
        writeln!(
            out,
            "rounds {}  work {}  rest {}  equipment {}\n",
            workout["rounds"],
            ms("work_ms"),
            ms("rest_ms"),
            workout["equipment"]
        )
        .unwrap();
        for note in workout["notes"].as_array().unwrap() {
            let at = clock(note["at_ms"].as_i64().unwrap());
            writeln!(out, "note at {at} before segment {}: {}", note["before_segment"], note["text"])
                .unwrap();
        }
        segments(&workout["timeline"], 0, &mut out);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn segments(timeline: &Value, depth: usize, out: &mut String) {
    for segment in timeline.as_array().into_iter().flatten() {
        line(segment, depth, out);
        segments(&segment["steps"], depth + 1, out);
    }
}

/// Writes start, length, kind, movement, side, direction, round, set, dose, targets, tempo, cue, block.
fn line(segment: &Value, depth: usize, out: &mut String) {
    let blanks = "  ".repeat(depth);
    let ms = |key: &str| clock(segment[key].as_i64().unwrap());
    let about = if segment["estimated"] == true { "~" } else { "" };
    let open = if segment["open_ended"] == true { "…" } else { "" };
    let mut line = format!("{blanks}{:>5} {about}{}{open}", ms("start_ms"), ms("duration_ms"));
    for key in ["kind", "movement", "side"] {
        if let Some(word) = segment[key].as_str() {
            write!(line, " {word}").unwrap();
        }
    }
    if let Some(direction) = segment["direction"].as_i64() {
        write!(line, " direction {direction}").unwrap();
    }
    for key in ["round", "set"] {
        if let Some(count) = segment[key].as_object() {
            write!(line, " {key} {}/{}", count["n"], count["of"]).unwrap();
        }
    }
    if let Some(dose) = segment["dose_text"].as_str() {
        write!(line, " [{dose}").unwrap();
        if let Some(range) = segment["dose_range"]["text"].as_str() {
            write!(line, " of {range}").unwrap();
        }
        write!(line, "]").unwrap();
    }
    let targets: Vec<&str> = segment["targets"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|target| target["text"].as_str().unwrap())
        .collect();
    if !targets.is_empty() {
        write!(line, " @ {}", targets.join(" and ")).unwrap();
    }
    for (key, before) in [("tempo", "tempo "), ("cue", "cue ")] {
        if let Some(text) = segment[key].as_str() {
            write!(line, " {before}{text:?}").unwrap();
        }
    }
    writeln!(out, "{line} #{}", segment["block"]).unwrap();
}

/// Writes milliseconds as `m:ss`, with what is left of a second where there is something.
fn clock(ms: i64) -> String {
    let (minutes, seconds, rest) = (ms / 60_000, ms / 1000 % 60, ms % 1000);
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:03}") };
    format!("{minutes}:{seconds:02}{fraction}")
}
