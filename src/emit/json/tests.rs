//! What the contract promises, shown on the samples.

use serde_json::{Value, json};

use super::samples::{everything, everything_timeline, short_legs, short_legs_timeline, text_of};
use super::schema;
use crate::analysis::{NoFiles, Request, compile};
use crate::emit::Format;
use crate::source::SourceFile;
use schema_of::Schema;

#[path = "../../../tests/common/schema.rs"]
mod schema_of;

fn short_legs_text() -> String {
    let program = short_legs();
    text_of(&program, &short_legs_timeline(&program))
}

fn everything_document() -> Value {
    let program = everything();
    serde_json::from_str(&text_of(&program, &everything_timeline(&program))).unwrap()
}

fn published() -> Schema {
    Schema::new(&serde_json::from_str(&schema()).unwrap())
}

/// Returns the JSON pointers of all objects in `value`.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.push(at.to_owned());
            members.iter().for_each(|(key, value)| objects(value, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| objects(value, &format!("{at}/{n}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn documents_keep_to_the_schema() {
    let published = published();
    for document in [serde_json::from_str(&short_legs_text()).unwrap(), everything_document()] {
        assert_eq!(published.errors(&document), None);
    }
}

#[test]
fn a_key_that_is_not_in_the_contract_is_refused_wherever_it_stands() {
    let published = published();
    let document = everything_document();
    let mut places = Vec::new();
    objects(&document, "", &mut places);
    assert!(places.len() > 200);
    for place in places {
        let mut misspelt = document.clone();
        misspelt.pointer_mut(&place).unwrap()["durations_ms"] = json!(1);
        assert!(published.errors(&misspelt).is_some(), "an unknown key was let through at {place}");
    }
}

#[test]
fn nothing_is_ever_null() {
    assert!(!schema().contains("null"));
    assert!(!everything_document().to_string().contains("null"));
}

#[test]
fn the_published_schema_is_the_one_the_types_make() {
    let published = include_str!("../../../docs/wodc-1.schema.json");
    assert!(published == schema(), "docs/wodc-1.schema.json is not what `wodc schema` prints");
}

#[test]
fn the_example_in_the_book_is_what_is_written() {
    let book = include_str!("../../../docs/json.md");
    let fenced = |fence| book.split_once(fence).and_then(|(_, rest)| rest.split_once("```")).unwrap().0;
    let source = SourceFile::new("short-legs.wod", fenced("```wod\n"));
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    let compilation = compile(source, &request, &NoFiles);
    assert_eq!(Some(fenced("```json\n")), compilation.outputs[0].content.as_text());
}

#[test]
fn text_is_laid_out_with_two_blanks_and_ends_its_line() {
    let text = short_legs_text();
    assert!(text.starts_with("{\n  \"format\": \"wodc/1\",\n  \"source\": \"short-legs.wod\",\n"));
    assert!(text.ends_with("]\n}\n"));
}

#[test]
fn blocks_are_numbered_in_text_order_with_done_workouts_among_them() {
    let document = everything_document();
    let mut places = Vec::new();
    objects(&document["workouts"][0]["blocks"], "", &mut places);
    let mut ids: Vec<u64> = places
        .iter()
        .filter_map(|place| document["workouts"][0]["blocks"].pointer(place)?.get("id")?.as_u64())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, (1..=15).collect::<Vec<_>>());
    let blocks = &document["workouts"][0]["blocks"];
    assert_eq!(blocks[16]["id"], 1);
    assert_eq!(blocks[16]["steps"][11]["kind"], "workout");
    assert_eq!(blocks[16]["steps"][11]["id"], 13);
    assert_eq!(blocks[16]["steps"][11]["steps"][0]["id"], 14);
    assert_eq!(blocks[17]["id"], 15);
}

#[test]
fn a_range_is_kept_beside_the_value_a_level_takes_from_it() {
    let document: Value = serde_json::from_str(&short_legs_text()).unwrap();
    let workout = &document["workouts"][0];
    let squat = &workout["timeline"][0];
    assert_eq!(squat["reps"], 10);
    assert_eq!(squat["dose_range"], json!({ "low": 8, "high": 12, "unit": "reps", "text": "8-12" }));
    assert_eq!(workout["blocks"][0]["steps"][0]["choices"][0]["dose"]["text"], "8-12");
    assert_eq!(
        squat["targets"],
        json!([{
            "kind": "load", "amount": { "value": 24, "unit": "kg", "text": "24kg" }, "text": "24kg"
        }])
    );
}

#[test]
fn each_unit_of_dose_has_its_own_key_and_max_has_none() {
    let document = everything_document();
    let timeline = &document["workouts"][0]["timeline"];
    assert_eq!(timeline[0]["distance_m"], json!(1609.344));
    assert_eq!(timeline[1]["calories"], 20);
    assert_eq!(timeline[2]["breaths"], 5);
    assert_eq!(timeline[3]["step_count"], 15);
    assert_eq!(timeline[4]["stroke_count"], 20);
    assert_eq!((&timeline[5]["reps"], &timeline[5]["dose_text"]), (&json!(5), &json!("5+")));
    assert_eq!((timeline[6].get("reps"), &timeline[6]["dose_text"]), (None, &json!("max cal")));
    assert_eq!(
        (&timeline[7]["ending"], &timeline[7]["dose_text"]),
        (&json!("max_within"), &json!("max 60s"))
    );
}

#[test]
fn equipment_and_muscles_are_those_of_what_is_done_and_alternatives_are_only_described() {
    let document = everything_document();
    let workout = &document["workouts"][0];
    assert_eq!(workout["equipment"], json!(["shoes", "kettlebell"]));
    assert_eq!(workout["muscles"], json!({ "primary": ["glutes", "quads"], "secondary": ["calves"] }));
    let ids: Vec<&Value> = workout["movements"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["run", "squat", "single-leg-balance", "zercher-thing"]);
}

#[test]
fn doses_and_targets_carry_the_text_a_coach_would_write() {
    let document = everything_document();
    let blocks = &document["workouts"][0]["blocks"];
    let texts = |targets: &Value| {
        let targets = targets.as_array().unwrap().iter();
        targets.map(|target| target["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" and ")
    };
    let lifts = &blocks[9]["choices"];
    assert_eq!(lifts[0]["dose"]["text"], "3x8-12, 5+ @ 85% of training max, 2x max");
    assert_eq!(texts(&lifts[0]["targets"]), "2x60kg +2.5kg each week");
    assert_eq!(lifts[0]["tempo"], "3-1-X-0");
    assert_eq!(lifts[1]["dose"]["text"], "max 60s");
    assert_eq!(lifts[1]["set_every"]["text"], "1:45");
    assert_eq!(blocks[12]["rest"]["text"], "1-2min");
    let jog = &blocks[15]["rest"];
    let every = "2x24kg and bodyweight and bodyweight +10kg and -30lb and 20in and 20mm and 60cm and 77.5% and \
        70% +5kg each week and 10rm and rpe 8 and rir 2 and zone 2 and 140bpm and 110w to 180w and 90rpm and 28spm and 10km/h and 6mph and \
        2:00/500m and slope 6% and marathon pace and css +2s and easy";
    assert_eq!(texts(&jog["targets"]), every);
    assert_eq!(jog["text"], format!("run 200m @ {every}"));
}
