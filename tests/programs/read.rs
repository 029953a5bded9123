//! What a plan in JSON comes to, in the form of the table.

use serde_json::Value;

use crate::table::Session;

/// Returns the sessions and the races of the only plan of a document, in order.
pub fn sessions(document: &Value) -> Vec<Session> {
    let [plan] = list(&document["plans"]) else { panic!("there is one plan") };
    let days = list(&plan["weeks"]).iter().flat_map(|week| list(&week["days"]));
    days.flat_map(|day| sessions_of(plan, day)).collect()
}

/// Returns what is done on a day.
fn sessions_of(plan: &Value, day: &Value) -> Vec<Session> {
    let date = text(&day["date"]);
    let session = |session: &Value| {
        let workout = usize::try_from(session["workout"].as_u64().unwrap()).unwrap();
        let mut head = format!("{date} {}", text(&session["title"]));
        for key in ["phase", "cycle", "time"] {
            match &session[key] {
                Value::Null => {}
                Value::String(value) => head += &format!(" ({key} {value})"),
                value => head += &format!(" ({key} {value})"),
            }
        }
        Session { head, work: work(list(&plan["workouts"][workout]["timeline"])) }
    };
    let mut sessions: Vec<_> = list(&day["sessions"]).iter().map(session).collect();
    if let Some(race) = day["race"].as_str() {
        sessions.push(Session { head: format!("{date} {race} (race)"), work: Vec::new() });
    }
    sessions
}

/// Returns the lines of segments.
pub fn work(segments: &[Value]) -> Vec<String> {
    segments.iter().flat_map(line).collect()
}

fn line(segment: &Value) -> Vec<String> {
    let kind = text(&segment["kind"]);
    match kind {
        "work" => vec![bout(segment)],
        "rest" if segment.get("movement").is_some() => vec![format!("rest {}", bout(segment))],
        "rest" => vec![format!("rest {}", seconds(segment))],
        // What an estimate adds to get ready is in no program.
        "transition" | "switch" if segment["estimated"] == true => Vec::new(),
        "transition" | "switch" => vec![format!("{kind} {}", seconds(segment))],
        _ => {
            let mut lines = vec![kind.replace('_', " ")];
            lines.extend(work(list(&segment["steps"])));
            lines.push(format!("end of {}", lines[0]));
            lines
        }
    }
}

/// Returns a bout: its movement, its dose, its side, its load or pace.
fn bout(segment: &Value) -> String {
    let mut bout = format!("{} {}", text(&segment["name"]), dose(segment));
    if let Some(side) = segment["side"].as_str() {
        bout += &format!(" {side}");
    }
    for target in segment["targets"].as_array().into_iter().flatten() {
        let own = target.get("own").unwrap_or(target);
        bout += &format!(" @ {}", text(&own["text"]));
    }
    bout
}

/// Returns a dose: metres, seconds, or how often.
fn dose(segment: &Value) -> String {
    if let Some(range) = segment.get("dose_range") {
        return text(&range["text"]).to_owned();
    }
    if let Some(metres) = segment.get("distance_m") {
        return format!("{metres}m");
    }
    let is_counted = ["reps", "calories", "breaths", "step_count", "stroke_count", "ending"]
        .iter()
        .any(|key| segment.get(key).is_some());
    if is_counted { text(&segment["dose_text"]).to_owned() } else { seconds(segment) }
}

/// Returns how long a segment is.
fn seconds(segment: &Value) -> String {
    let milliseconds = segment["duration_ms"].as_u64().unwrap();
    assert_eq!(milliseconds % 1000, 0, "{segment}");
    format!("{}s", milliseconds / 1000)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
