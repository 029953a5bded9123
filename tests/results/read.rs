//! What the compiler makes of a program and its results, in the form of the table.

use serde_json::Value;
use wodc::analysis::{ReadFile, Request, compile};
use wodc::diagnostic::{Rule, Severity};
use wodc::emit::Format;
use wodc::source::SourceFile;

/// Reads nothing but the file itself.
pub struct Alone;

impl ReadFile for Alone {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("nobody has `{path}`"))
    }
}

/// Returns what there is to say about results.
pub fn mistakes(results: &str) -> Vec<String> {
    let compilation = compile(SourceFile::new("results.wod", results), &Request::default(), &Alone);
    compilation.diagnostics.into_iter().map(|one| one.message).collect()
}

/// Returns what is said of a program with results, each rule with its words. Fails if there are errors in it.
pub fn said(program: &str, results: &str) -> Vec<(Rule, String)> {
    let results = SourceFile::new("results.wod", results);
    let request = Request { results: Some(results), ..Request::default() };
    let said = compile(SourceFile::new("program.wod", program), &request, &Alone).diagnostics;
    let errors: Vec<_> = said.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?} in {program}");
    said.into_iter().map(|one| (one.rule, one.message)).collect()
}

/// Compiles a program with results to JSON. Fails if there are errors in it.
pub fn json(program: &str, results: &str) -> String {
    let results = SourceFile::new("results.wod", results);
    let request = Request { formats: vec![Format::JSON], results: Some(results), ..Request::default() };
    let compilation = compile(SourceFile::new("program.wod", program), &request, &Alone);
    let errors = compilation.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|one| &one.message).collect();
    assert!(errors.is_empty(), "{errors:?} in {program}");
    compilation.outputs.first().expect("a document").content.as_text().unwrap().to_owned()
}

/// Returns what a document asks for: all of it but what was done before.
pub fn asked(document: &str) -> Value {
    fn forget(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("past");
                fields.values_mut().for_each(forget);
            }
            Value::Array(values) => values.iter_mut().for_each(forget),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut document = serde_json::from_str(document).unwrap();
    forget(&mut document);
    document
}

/// Returns what each session of a document comes to: its date and title, then its sets.
pub fn table(document: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(document).unwrap();
    let mut table = Vec::new();
    for plan in list(&document["plans"]) {
        for day in list(&plan["weeks"]).iter().flat_map(|week| list(&week["days"])) {
            for session in list(&day["sessions"]) {
                // A plan without a start has no dates.
                let date = day["date"].as_str().unwrap_or("202?");
                table.push(format!("{date} {}", text(&session["title"])));
                let workout = usize::try_from(session["workout"].as_u64().unwrap()).unwrap();
                segments(list(&plan["workouts"][workout]["timeline"]), &mut table);
            }
        }
    }
    table
}

/// Returns the sets of the workouts of a document that are not in a plan.
pub fn workouts(document: &Value) -> Vec<String> {
    let mut sets = Vec::new();
    for workout in list(&document["workouts"]) {
        segments(list(&workout["timeline"]), &mut sets);
    }
    sets
}

fn segments(segments: &[Value], table: &mut Vec<String>) {
    for segment in segments {
        match segment.get("steps") {
            Some(steps) => self::segments(list(steps), table),
            None if segment["kind"] == "work" => table.push(set(segment)),
            None => {}
        }
    }
}

/// Returns a set: `split squat 8-12 right @ 2x10kg`. Which of them is open is not said.
fn set(segment: &Value) -> String {
    let dose = if let Some(range) = segment.get("dose_range") {
        text(&range["text"]).to_owned()
    } else if let Some(metres) = segment.get("distance_m") {
        format!("{metres}m")
    } else if segment.get("reps").is_some() {
        text(&segment["dose_text"]).trim_end_matches('+').to_owned()
    } else {
        format!("{}s", segment["duration_ms"].as_u64().unwrap() / 1000)
    };
    let mut set = format!("{} {dose}", text(&segment["name"]));
    if let Some(side) = segment["side"].as_str() {
        set += &format!(" {side}");
    }
    for target in segment["targets"].as_array().into_iter().flatten() {
        let own = target.get("own").unwrap_or(target);
        let shown = if target["kind"] == "bodyweight" { target } else { own };
        set += &format!(" @ {}", text(&shown["text"]));
    }
    set
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
