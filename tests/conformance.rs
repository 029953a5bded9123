//! `docs/conformance-1.json`: small files, with what is said of each and how its workouts are laid out in time, for any
//! other implementation of the language. It is made from the fixtures: `WODC_BLESS=1 cargo test --test conformance`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use wodc::analysis::{NoFiles, Request, compile};
use wodc::emit::Format;
use wodc::source::SourceFile;

/// What is kept of a segment. The rest is about names, cues and loads, which have documents of their own.
const OF_SEGMENT: [&str; 9] =
    ["start_ms", "duration_ms", "kind", "estimated", "open_ended", "movement", "side", "round", "set"];

/// What is kept of a workout.
const OF_WORKOUT: [&str; 3] = ["title", "duration_ms", "estimated"];

/// The most segments of a file. What more of them would show, fewer do as well.
const MOST_SEGMENTS: usize = 120;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Returns the files that use no other, by name.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["good", "warned", "mistakes"] {
        for entry in fs::read_dir(path("tests/fixtures").join(folder)).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|end| end == "wod") {
                let text = fs::read_to_string(&file).unwrap();
                let stem = file.file_stem().unwrap().to_str().unwrap();
                texts.push((format!("{folder}/{stem}"), text));
            }
        }
    }
    texts.retain(|(_, text)| !text.lines().any(|line| line.trim_start().starts_with("use ")));
    texts.sort();
    texts
}

fn kept(object: &Value, keys: &[&str]) -> Map<String, Value> {
    let kept = keys.iter().filter_map(|key| Some(((*key).to_owned(), object.get(*key)?.clone())));
    kept.collect()
}

/// Returns what comes of a text; none where it has too many segments.
fn case(name: &str, text: &str) -> Option<Value> {
    let request = Request { formats: vec![Format::named("json").unwrap()], ..Request::default() };
    let compilation = compile(SourceFile::new("workout.wod", text), &request, &NoFiles);
    let diagnostics: Vec<Value> = compilation
        .diagnostics
        .iter()
        .map(|one| {
            let span = one.span();
            assert!(text.get(span.range()).is_some(), "{name}: {one:?}");
            json!({
                "rule": one.rule.name(), "severity": one.severity.name(),
                "start_byte": span.start, "end_byte": span.end,
            })
        })
        .collect();
    let mut workouts = Vec::new();
    for output in &compilation.outputs {
        let document: Value = serde_json::from_str(output.content.as_text().unwrap()).unwrap();
        for workout in document["workouts"].as_array().into_iter().flatten() {
            let segments = workout["timeline"].as_array().unwrap();
            if segments.len() > MOST_SEGMENTS {
                return None;
            }
            let mut own = kept(workout, &OF_WORKOUT);
            let segments: Vec<Value> =
                segments.iter().map(|one| Value::Object(kept(one, &OF_SEGMENT))).collect();
            own.insert("timeline".into(), segments.into());
            workouts.push(Value::Object(own));
        }
    }
    Some(json!({ "name": name, "text": text, "diagnostics": diagnostics, "workouts": workouts }))
}

/// Returns the whole document, with a line for each file.
fn document() -> String {
    let texts = texts();
    let cases: Vec<Value> = texts.iter().filter_map(|(name, text)| case(name, text)).collect();
    let mut document =
        String::from("{\"format\": \"wodc-conformance/1\", \"level\": \"intermediate\", \"cases\": [\n");
    for (number, case) in cases.iter().enumerate() {
        let comma = if number + 1 < cases.len() { "," } else { "" };
        writeln!(document, "{case}{comma}").unwrap();
    }
    document + "]}\n"
}

#[test]
fn the_published_file_is_what_comes_of_the_fixtures() {
    let published = path("docs/conformance-1.json");
    let document = document();
    if std::env::var_os("WODC_BLESS").is_some_and(|value| !value.is_empty()) {
        fs::write(&published, &document).unwrap();
    }
    let is_so = fs::read_to_string(&published).is_ok_and(|kept| kept == document);
    assert!(is_so, "docs/conformance-1.json is another: WODC_BLESS=1 cargo test --test conformance");
}

#[test]
fn each_case_replayed_comes_to_the_same() {
    let published: Value =
        serde_json::from_str(&fs::read_to_string(path("docs/conformance-1.json")).unwrap()).unwrap();
    let cases = published["cases"].as_array().unwrap();
    assert!(cases.len() > 80, "only {} cases", cases.len());
    let mut has = [false; 3];
    for one in cases {
        let (name, text) = (one["name"].as_str().unwrap(), one["text"].as_str().unwrap());
        assert_eq!(Some(one), case(name, text).as_ref(), "{name}");
        let errors =
            one["diagnostics"].as_array().unwrap().iter().filter(|said| said["severity"] == "error").count();
        let workouts = one["workouts"].as_array().unwrap();
        // A file with an error has nothing else.
        assert!(errors == 0 || workouts.is_empty(), "{name}");
        has[0] |= errors > 0;
        has[1] |= one["diagnostics"].as_array().unwrap().iter().any(|said| said["severity"] == "warning");
        for workout in workouts {
            let mut at = 0;
            for segment in workout["timeline"].as_array().unwrap() {
                assert_eq!(segment["start_ms"], at, "{name}");
                at += segment["duration_ms"].as_i64().unwrap();
                has[2] = true;
            }
            assert_eq!(workout["duration_ms"]["likely"], at, "{name}");
        }
    }
    assert_eq!(has, [true; 3]);
}
