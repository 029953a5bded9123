//! Writes a document's timelines as text, one line a segment.

use std::fmt::Write as _;

use serde_json::Value;

/// Writes the timelines of a JSON document.
pub fn write(json: &str) -> String {
    let document: Value = serde_json::from_str(json).unwrap();
    let mut out = String::new();
    for one in document["workouts"].as_array().unwrap() {
        workout(one, &mut out);
    }
    for one in document["plans"].as_array().into_iter().flatten() {
        plan(one, &mut out);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn workout(workout: &Value, out: &mut String) {
    let duration = |which: &str| clock(workout["duration_ms"][which].as_i64().unwrap());
    let about = if workout["estimated"] == true { "~" } else { "" };
    write!(out, "{} ({})  ", workout["title"].as_str().unwrap(), workout["level"].as_str().unwrap()).unwrap();
    writeln!(out, "{} ≤ {about}{} ≤ {}", duration("least"), duration("likely"), duration("most")).unwrap();
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
        writeln!(out, "note at {at} before segment {}: {}", note["before_segment"], note["text"]).unwrap();
    }
    segments(&workout["timeline"], 0, out);
    out.push('\n');
}

/// Writes which of a plan's workouts is done when, then these.
fn plan(plan: &Value, out: &mut String) {
    writeln!(out, "{}", plan["title"].as_str().unwrap()).unwrap();
    for week in plan["weeks"].as_array().unwrap() {
        writeln!(out, "week {}", week["week"]).unwrap();
        for day in week["days"].as_array().unwrap() {
            let name = day["date"].as_str().or(day["day"].as_str()).unwrap();
            let mut line = format!("  {name}");
            if day["rest_day"] == true {
                line.push_str(" rest");
            }
            if let Some(race) = day["race"].as_str() {
                write!(line, " race {race}").unwrap();
            }
            for session in day["sessions"].as_array().unwrap() {
                let intensity = session["intensity"].as_str().unwrap_or("unsaid");
                write!(
                    line,
                    " [{} {} #{} {intensity}]",
                    session["workout"], session["title"], session["nth"]
                )
                .unwrap();
            }
            if line.len() > name.len() + 2 {
                writeln!(out, "{line}").unwrap();
            }
        }
        let load = &week["load"];
        let zones =
            ["easy", "moderate", "hard", "unsaid"].map(|zone| load["intensity_ms"][zone].as_i64().map(clock));
        writeln!(out, "  = distances {} zones {zones:?}", load["distances"]).unwrap();
        writeln!(out, "    sets {} {} volume {}", load["sets"], load["muscle_sets"], load["volume_kg"])
            .unwrap();
    }
    for (number, done) in plan["workouts"].as_array().unwrap().iter().enumerate() {
        write!(out, "\n{number}: ").unwrap();
        workout(done, out);
    }
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
