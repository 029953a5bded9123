//! Compact JSON: it keeps to its own schema, and expanded by what that says it is the plain document again.

use std::collections::HashMap;
use std::fs;

use serde_json::{Map, Value, json};
use wodc::analysis::{Level, Request, compile};
use wodc::emit::json::{JsonOptions, compact_schema};
use wodc::emit::{Format, Options};
use wodc::source::SourceFile;

use crate::input::{Input, files_in, good, project};
use crate::schema::Schema;

/// Returns the JSON of a file as text; nothing where it has mistakes.
fn written(input: &Input, level: Option<Level>, compact: bool) -> Option<String> {
    let options = Options { json: JsonOptions { compact }, ..Options::default() };
    let request = Request { level, formats: vec![Format::JSON], options, ..Request::default() };
    let compilation = compile(SourceFile::new(&*input.name, &*input.text), &request, input);
    Some(compilation.outputs.first()?.content.as_text()?.to_owned())
}

/// Puts back what a compact document leaves out.
fn expand(mut compact: Value) -> Value {
    let described = compact.as_object_mut().unwrap().remove("movements").unwrap();
    let movements: HashMap<String, Value> = described
        .as_array()
        .unwrap()
        .iter()
        .map(|movement| (movement["id"].as_str().unwrap().to_owned(), movement.clone()))
        .collect();
    assert_eq!(movements.len(), described.as_array().unwrap().len(), "two movements have one id");
    assert_eq!(compact["format"], "wodc/1-compact");
    compact["format"] = json!("wodc/1");
    expand_workouts(&mut compact["workouts"], &movements);
    for plan in compact.get_mut("plans").and_then(Value::as_array_mut).into_iter().flatten() {
        expand_workouts(&mut plan["workouts"], &movements);
    }
    compact
}

fn expand_workouts(workouts: &mut Value, movements: &HashMap<String, Value>) {
    for workout in workouts.as_array_mut().unwrap() {
        for id in workout["movements"].as_array_mut().unwrap() {
            *id = movements[id.as_str().unwrap()].clone();
        }
        put_names(workout, movements);
        put_starts(&mut workout["timeline"]);
    }
}

/// Puts the name beside every reference to a movement.
fn put_names(value: &mut Value, movements: &HashMap<String, Value>) {
    match value {
        Value::Object(members) => {
            if let Some(id) = members.get("movement") {
                let name = movements[id.as_str().unwrap()]["name"].clone();
                assert_eq!(members.insert("name".into(), name), None);
            }
            members.values_mut().for_each(|value| put_names(value, movements));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put_names(item, movements)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Puts the start of each segment into it.
fn put_starts(segments: &mut Value) {
    let mut start_ms = 0;
    for segment in segments.as_array_mut().unwrap() {
        let segment: &mut Map<String, Value> = segment.as_object_mut().unwrap();
        assert_eq!(segment.insert("start_ms".into(), json!(start_ms)), None);
        start_ms += segment["duration_ms"].as_i64().unwrap();
        if let Some(steps) = segment.get_mut("steps") {
            put_starts(steps);
        }
    }
}

#[test]
fn a_compact_document_keeps_to_its_schema_and_expanded_is_the_plain_one() {
    let schema: Value = serde_json::from_str(&compact_schema()).unwrap();
    let schema = Schema::new(&schema);
    let mut plans = 0;
    for input in [good(), files_in("tests/fixtures/warned")].concat() {
        for level in [None].into_iter().chain(Level::ALL.map(Some)) {
            let name = &input.name;
            let (Some(compact), Some(plain)) = (written(&input, level, true), written(&input, level, false))
            else {
                // At another level than its own a workout may miss the duration it expects.
                assert!(level.is_some(), "{name} has no output");
                continue;
            };
            assert_eq!(compact.lines().count(), 1, "{name}");
            let compact: Value = serde_json::from_str(&compact).unwrap();
            assert_eq!(schema.errors(&compact), None, "{name}");
            plans += usize::from(compact.get("plans").is_some());
            let plain: Value = serde_json::from_str(&plain).unwrap();
            assert!(schema.errors(&plain).is_some(), "a plain document passes as a compact one");
            assert!(expand(compact) == plain, "{name}: what was left out was not what the rest says");
        }
    }
    assert!(plans > 0, "there was a plan among them");
}

#[test]
fn the_published_compact_schema_is_the_one_the_types_make() {
    let published = fs::read_to_string(project().join("docs/wodc-1-compact.schema.json")).unwrap();
    assert!(published == compact_schema(), "docs/wodc-1-compact.schema.json is not `wodc schema compact`");
}

#[test]
fn the_compact_schema_says_where_to_find_what_is_left_out() {
    let schema: Value = serde_json::from_str(&compact_schema()).unwrap();
    let said = |name: &str| schema["$defs"][name]["description"].as_str().unwrap();
    assert!(said("Choice").contains("`name` of `wodc/1` is left out: it is the `name` of that movement"));
    assert!(said("Segment").contains("`start_ms` of `wodc/1` is left out: it is the sum"));
    assert!(!compact_schema().contains("x-compact"));
    assert!(schema["$defs"]["Segment"]["properties"].get("start_ms").is_none());
    assert_eq!(schema["$defs"]["Workout"]["properties"]["movements"]["items"], json!({ "type": "string" }));
}
