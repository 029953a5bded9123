//! `wodc batch`, the real program: what it answers to good lines and bad ones, and how it behaves as a filter.

#![cfg(feature = "cli")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

mod common;

use common::schema::Schema;
use common::{Folder, program};

/// Runs `wodc batch` over some lines. All are answered, and nothing is said beside the answers.
fn answers_with(arguments: &[&str], lines: &[String]) -> Vec<Value> {
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let ran = Folder::with(&[]).run_with(&[&["batch"], arguments].concat(), &input, &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let answers: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), lines.len());
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(answer["line"], number + 1);
    }
    answers
}

fn answers(lines: &[Value]) -> Vec<Value> {
    answers_with(&[], &lines.iter().map(Value::to_string).collect::<Vec<_>>())
}

fn answer(line: &Value) -> Value {
    answers(std::slice::from_ref(line)).remove(0)
}

/// Returns the texts of all `.wod` files directly in a folder of the project.
fn texts(folder: &str) -> Vec<(String, String)> {
    let mut texts: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "wod"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().into(), fs::read_to_string(path).unwrap()))
        .collect();
    texts.sort();
    texts
}

// What is answered

#[test]
fn outputs_are_what_build_writes() {
    for (name, text) in texts("examples").into_iter().chain(texts("tests/fixtures/good")) {
        if text.contains("use \"") {
            continue;
        }
        // To `build`, calendars that are asked for by name are trouble where there are none.
        let to = if text.contains("plan \"") { "json,md,cues,ics" } else { "json,md,cues" };
        let outputs: Vec<&str> = to.split(',').collect();
        let answer = answer(&json!({ "id": name, "text": text, "to": outputs, "level": "advanced" }));
        let folder = Folder::with(&[("workout.wod", &text)]);
        let arguments = ["build", "workout.wod", "--to", to, "--level", "advanced", "-o", "out"];
        let built = folder.run(&arguments);
        assert_eq!(
            (&answer["id"], &answer["ok"]),
            (&json!(name), &json!(built.status != 1)),
            "{name}: {}",
            built.err
        );
        let outputs = answer["outputs"].as_array().unwrap();
        for output in outputs {
            let file = format!("out/{}", output["name"].as_str().unwrap());
            // A calendar's events are named after the project's folder, which a line of a batch has not.
            let without_names = |text: &str| {
                let lines = text.lines().filter(|line| !line.starts_with("UID:"));
                lines.collect::<Vec<_>>().join("\n")
            };
            let text = output["text"].as_str().unwrap();
            assert_eq!(without_names(text), without_names(&folder.read(&file)), "{name}: {file}");
        }
        let files = fs::read_dir(folder.path("out")).map_or(0, Iterator::count);
        assert_eq!(outputs.len(), files, "{name}");
    }
}

#[test]
fn diagnostics_are_what_check_tells() {
    for (name, text) in texts("tests/broken").into_iter().chain(texts("tests/fixtures/warned")) {
        if text.contains("use \"") {
            continue;
        }
        let answer = answer(&json!({ "text": text }));
        let folder = Folder::with(&[("workout.wod", &text)]);
        let told = folder.json(&["check", "workout.wod", "--format", "json"]);
        assert_eq!(answer["diagnostics"], told["diagnostics"], "{name}");
        assert_eq!(answer["ok"].as_bool().unwrap(), told["counts"]["errors"] == 0, "{name}");
        assert_eq!(answer["outputs"], json!([]), "{name}");
        assert!(answer.get("id").is_none() && answer.get("error").is_none(), "{name}: {answer}");
    }
}

#[test]
fn answers_keep_to_their_schema() {
    let schema = Folder::with(&[]).run(&["schema", "batch"]).out;
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/wodc-batch-1.schema.json");
    assert!(schema == fs::read_to_string(published).unwrap(), "docs/wodc-batch-1.schema.json is not it");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let schema = Schema::new(&schema);
    let lines = [
        r#"{"id": null, "text": "squat 10", "to": ["json", "md", "cues"]}"#,
        r#"{"id": {"a": [1.5, true]}, "text": "rest 5m; squat 10 @ rpe 17"}"#,
        r#"{"id": 1, "text": 5}"#,
        "",
        "nonsense",
    ];
    for answer in answers_with(&[], &lines.map(String::from)) {
        assert_eq!(schema.errors(&answer), None, "{answer}");
        let mut wrong = answer.clone();
        wrong["outptus"] = json!([]);
        assert!(schema.errors(&wrong).is_some());
    }
}

#[test]
fn any_id_comes_back_as_it_was() {
    let ids = [
        json!("a\n\"é"),
        json!(0),
        json!(-1.5),
        json!(true),
        json!(null),
        json!([1, [2]]),
        json!({ "b": 1, "a": {} }),
    ];
    let lines: Vec<Value> = ids.iter().map(|id| json!({ "text": "squat 10", "id": id })).collect();
    let found: Vec<Value> = answers(&lines).into_iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(found, ids);
    assert!(answer(&json!({ "text": "squat 10" })).get("id").is_none());
}

#[test]
fn levels_are_taken_from_the_line_before_the_command() {
    let lines = [
        json!({ "text": "squat 8-12", "to": "json" }),
        json!({ "text": "squat 8-12", "to": "json", "level": "advanced" }),
        json!({ "text": "squat 8-12", "to": "json", "level": null }),
    ];
    let reps = |arguments: &[&str]| -> Vec<i64> {
        let answers = answers_with(arguments, &lines.clone().map(|line| line.to_string()));
        let document = |answer: &Value| -> Value {
            serde_json::from_str(answer["outputs"][0]["text"].as_str().unwrap()).unwrap()
        };
        answers
            .iter()
            .map(|one| document(one)["workouts"][0]["timeline"][0]["reps"].as_i64().unwrap())
            .collect()
    };
    assert_eq!(reps(&[]), [10, 12, 10]);
    assert_eq!(reps(&["--level", "beginner"]), [8, 12, 8]);
}

#[test]
fn what_to_make_is_taken_from_the_line_before_the_command_and_each_is_made_once() {
    let lines = [
        json!({ "text": "squat 10" }),
        json!({ "text": "squat 10", "to": "cues" }),
        json!({ "text": "squat 10", "to": ["cues", "md", "cues"] }),
        json!({ "text": "squat 10", "to": [] }),
    ];
    let made = |arguments: &[&str]| -> Vec<Vec<String>> {
        let answers = answers_with(arguments, &lines.clone().map(|line| line.to_string()));
        let names = |answer: &Value| {
            let outputs = answer["outputs"].as_array().unwrap();
            outputs.iter().map(|output| output["name"].as_str().unwrap().to_owned()).collect()
        };
        answers.iter().map(names).collect()
    };
    let both = vec!["workout.md".to_owned(), "workout.cues.txt".to_owned()];
    assert_eq!(made(&[]), [vec![], vec!["workout.cues.txt".into()], both.clone(), vec![]]);
    assert_eq!(
        made(&["--to", "md"]),
        [vec!["workout.md".into()], vec!["workout.cues.txt".into()], both, vec![]]
    );
}

#[test]
fn compact_json_is_compact_json() {
    let line = json!({ "text": "squat 10", "to": "json" }).to_string();
    let answers = answers_with(&["--compact"], &[line]);
    let folder = Folder::with(&[("workout.wod", "squat 10")]);
    let built = folder.run(&["build", "workout.wod", "--to", "json", "--compact", "-o", "-"]);
    assert_eq!(answers[0]["outputs"][0]["text"], built.out);
    assert!(built.out.starts_with(r#"{"format":"wodc/1-compact","#), "{}", built.out);
}

#[test]
fn an_athlete_is_a_name_in_the_text_or_a_text_of_their_own() {
    let workout = "back squat 5 @ 80%";
    let sam = "athlete \"Sam\" < max back squat 100kg >\n";
    let ana = "athlete \"Ana\" < max back squat 150kg >\n";
    let both = format!("{sam}{ana}workout \"W\" < {workout} >");
    let lines = [
        json!({ "text": workout, "to": "json", "athlete": sam }),
        json!({ "text": both, "to": "json", "athlete": "Ana" }),
        json!({ "text": both, "to": "json", "athlete": "Ann" }),
        json!({ "text": workout, "to": "json", "athlete": "athlete \"Sam\" < max back squat 100m >" }),
    ];
    let answers = answers(&lines);
    let own = |answer: &Value| {
        let document: Value = serde_json::from_str(answer["outputs"][0]["text"].as_str().unwrap()).unwrap();
        let own = &document["workouts"][0]["timeline"][0]["targets"][0]["own"]["text"];
        (document["athlete"].as_str().unwrap().to_owned(), own.as_str().unwrap().to_owned())
    };
    assert_eq!(own(&answers[0]), ("Sam".into(), "80kg".into()));
    assert_eq!(own(&answers[1]), ("Ana".into(), "120kg".into()));
    assert_eq!((&answers[2]["ok"], &answers[2]["outputs"]), (&json!(false), &json!([])));
    assert_eq!(answers[3]["ok"], false);
    let files: Vec<&Value> =
        answers[3]["diagnostics"].as_array().unwrap().iter().map(|one| &one["file"]).collect();
    assert!(files.contains(&&json!("athlete.wod")), "{}", answers[3]);
}

#[test]
fn no_file_is_read() {
    let folder = Folder::with(&[
        ("parts.wod", "workout \"A\" < squat 10 >"),
        ("wodc.toml", "level = \"advanced\"\nformats = [\"md\"]\n"),
    ]);
    let line = json!({ "text": "use \"parts.wod\"\nworkout \"B\" < do \"A\" >" }).to_string();
    let ran = folder.run_with(&["batch"], &line, &[]);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &answer["ok"], &answer["outputs"]), (0, &json!(false), &json!([])));
    assert_eq!(answer["diagnostics"][0]["rule"], "file-not-found");
}

#[test]
fn rules_are_set_by_the_command() {
    let line = json!({ "text": "run 400m\nside plank 30s left", "to": "md" }).to_string();
    let rules = |arguments: &[&str]| {
        let answer = answers_with(arguments, std::slice::from_ref(&line)).remove(0);
        let severities: Vec<Value> =
            answer["diagnostics"].as_array().unwrap().iter().map(|one| one["severity"].clone()).collect();
        (answer["ok"].clone(), answer["outputs"].as_array().unwrap().len(), severities)
    };
    let (ok, outputs, severities) = rules(&[]);
    assert_eq!((ok, outputs), (json!(true), 1));
    assert!(severities.contains(&json!("warning")), "{severities:?}");
    let (ok, outputs, _) = rules(&["-D", "warnings"]);
    assert_eq!((ok, outputs), (json!(false), 0));
    assert_eq!(rules(&["-A", "warnings"]).2, [json!(null); 0]);
}

#[cfg(feature = "pdf")]
#[test]
fn what_is_not_text_is_in_base64() {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;

    let answer = answer(&json!({ "text": "squat 10", "to": "pdf" }));
    let output = &answer["outputs"][0];
    assert_eq!((&output["name"], output.get("text")), (&json!("workout.pdf"), None));
    let bytes = BASE64_STANDARD.decode(output["base64"].as_str().unwrap()).unwrap();
    let folder = Folder::with(&[("workout.wod", "squat 10")]);
    folder.run(&["build", "workout.wod", "--to", "pdf", "-o", "out"]);
    assert!(bytes == fs::read(folder.path("out/workout.pdf")).unwrap());
}

// Lines that are wrong

#[test]
fn a_line_that_cannot_be_used_is_told_why_and_the_next_is_answered() {
    let mut input = Vec::new();
    let mut expected = Vec::new();
    let mut line = |bytes: &[u8], id: Value, error: &str| {
        input.extend_from_slice(bytes);
        input.push(b'\n');
        expected.push((id, error.to_owned()));
    };
    let missing = "the line has no `text`, which is the workout to compile";
    let empty = "the line is empty; write an object such as `{\"text\": \"squat 10\"}`";
    let no_object = "the line is not an object; write one such as `{\"text\": \"squat 10\"}`";
    line(b"", Value::Null, empty);
    line(b"  \t\r", Value::Null, empty);
    line(b"squat 10", Value::Null, "the line is not JSON; it goes wrong at byte 1");
    line(br#"{"id": 1, "text": "squat 10""#, Value::Null, "the line is not JSON; it goes wrong at byte 28");
    line(br#"{"id": 1, "text": "a"} {"#, Value::Null, "the line is not JSON; it goes wrong at byte 24");
    line(b"{\"text\": \"\xff\"}", Value::Null, "the line is not UTF-8 text from byte 11 on");
    line(b"[1]", Value::Null, no_object);
    line(b"null", Value::Null, no_object);
    line(br#""squat 10""#, Value::Null, no_object);
    line(b"{}", Value::Null, missing);
    line(br#"{"id": "x", "text": null}"#, json!("x"), missing);
    line(br#"{"id": "x", "text": ["squat 10"]}"#, json!("x"), "`text` must be a string");
    line(br#"{"id": 7, "tex": "squat 10"}"#, json!(7), "there is no key `tex`; did you mean `text`?");
    line(
        br#"{"id": 8, "text": "squat 10", "paper": "a4"}"#,
        json!(8),
        "there is no key `paper`; the keys are `id`, `text`, `to`, `level`, `athlete`",
    );
    line(
        br#"{"text": "squat 10", "to": 5}"#,
        Value::Null,
        "`to` must be the name of an output, or a list of names",
    );
    line(
        br#"{"text": "squat 10", "to": ["md", null]}"#,
        Value::Null,
        "`to` must be the name of an output, or a list of names",
    );
    line(
        br#"{"text": "squat 10", "level": "elite"}"#,
        Value::Null,
        "there is no level `elite`; the levels are `beginner`, `intermediate`, `advanced`",
    );
    line(br#"{"text": "squat 10", "athlete": {}}"#, Value::Null, "`athlete` must be a string");
    let deep = format!("{{\"text\": \"squat 10\", \"id\": {}{}}}", "[".repeat(5_000), "]".repeat(5_000));
    line(deep.as_bytes(), Value::Null, "the line is not JSON; it goes wrong at byte 154");
    input.extend_from_slice(br#"{"id": "last", "text": "squat 10", "to": "md"}"#);

    let mut child = program(Path::new(".")).arg("batch").spawn().unwrap();
    child.stdin.take().unwrap().write_all(&input).unwrap();
    let ran = child.wait_with_output().unwrap();
    assert_eq!((ran.status.code(), ran.stderr.as_slice()), (Some(0), &b""[..]));
    let mut answers: Vec<Value> = BufReader::new(&*ran.stdout)
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    let last = answers.pop().unwrap();
    assert_eq!((&last["id"], &last["ok"]), (&json!("last"), &json!(true)));
    for (answer, (id, error)) in answers.iter().zip(&expected) {
        let found = (answer.get("id").cloned().unwrap_or_default(), answer["error"].as_str().unwrap());
        assert_eq!(found, (id.clone(), error.as_str()));
        assert_eq!(
            (&answer["ok"], &answer["diagnostics"], &answer["outputs"]),
            (&json!(false), &json!([]), &json!([]))
        );
    }
    assert_eq!(answers.len(), expected.len());
}

#[test]
fn an_output_that_is_not_there_is_named_with_those_that_are() {
    let answer = answer(&json!({ "text": "squat 10", "to": "docx" }));
    let error = answer["error"].as_str().unwrap();
    assert!(
        error.starts_with("there is no output `docx`; the outputs are `json`, `md`, `cues`, `ics`"),
        "{error}"
    );
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_do_no_harm() {
    let input = "\u{feff}{\"text\": \"squat 10\"}\r\n{\"text\": \"squat 10\"}\r\n";
    let ran = Folder::with(&[]).run_with(&["batch"], input, &[]);
    assert_eq!(ran.out.matches("\"ok\":true").count(), 2, "{}", ran.out);
}

#[test]
fn a_text_that_is_too_large_is_told_as_check_tells_it_and_a_line_that_is_too_large_is_not_held() {
    let large = json!({ "id": 1, "text": "#".repeat(4 * 1024 * 1024 + 1) }).to_string();
    let huge = format!("{{\"id\": 2, \"text\": \"{}\"}}", "#".repeat(200_000_000));
    let answers = answers_with(&[], &[large, huge, json!({ "id": 3, "text": "squat 10" }).to_string()]);
    assert_eq!(answers[0]["diagnostics"][0]["rule"], "file-too-large");
    assert_eq!(answers[1]["error"], "the line is longer than 16 MB, so it was not read");
    assert!(answers[1].get("id").is_none());
    assert_eq!((&answers[2]["id"], &answers[2]["ok"]), (&json!(3), &json!(true)));
}

// As a filter

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let mut child = program(Path::new(".")).arg("batch").spawn().unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for id in 0..20 {
        writeln!(input, "{}", json!({ "id": id, "text": "squat 10", "to": "md" })).unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_ends_it_quietly_though_the_input_goes_on() {
    let mut child = program(Path::new(".")).args(["batch", "--to", "json"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let line = format!("{}\n", json!({ "text": "squat 10" }));
    input.write_all(line.as_bytes()).unwrap();
    output.read_line(&mut String::new()).unwrap();
    drop(output);
    // The input stays open: the program must not wait for its end.
    while input.write_all(line.as_bytes()).is_ok() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn an_output_that_is_full_is_trouble() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let mut child = program(Path::new(".")).arg("batch").stdout(full).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{}", json!({ "text": "squat 10" })).unwrap();
    let ran = child.wait_with_output().unwrap();
    let said = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: standard output cannot be written: "), "{said}");
}

#[test]
fn the_answers_are_the_same_however_many_lines_are_compiled_at_a_time() {
    let lines: String = (0..600)
        .map(|id| {
            let text = match id % 5 {
                0 => "rest 5m; squat 10".to_owned(),
                1 => format!("circuit rounds {} < squat 10; rest 15s >", id % 7 + 2),
                _ => format!("title \"W{id}\"\nsquat {}; run {}m", id % 20 + 1, 100 * (id % 9 + 1)),
            };
            format!("{}\n", json!({ "id": id, "text": text, "to": ["json", "md", "cues"] }))
        })
        .collect();
    let one = Folder::with(&[]).run_with(&["batch", "--jobs", "1"], &lines, &[]);
    let many = Folder::with(&[]).run_with(&["batch", "--jobs", "7"], &lines, &[]);
    assert_eq!((one.status, one.out.lines().count()), (0, 600));
    assert!(one.out == many.out);
}

/// Of 40,000 lines that each make much more than they are, no more is in memory than of a few hundred.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded_however_many_lines_there_are_and_however_slowly_they_are_read() {
    let line = format!(
        "{}\n",
        json!({ "text": "circuit rounds 20 < squat 10; push-up 10; rest 15s >", "to": ["json", "md", "cues"] })
    );
    let mut child = program(Path::new(".")).args(["batch", "--jobs", "2"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || (0..40_000).all(|_| input.write_all(line.as_bytes()).is_ok()));
    let mut output = BufReader::new(child.stdout.take().unwrap());
    // While nobody reads, it fills its window and the pipe, and waits.
    std::thread::sleep(Duration::from_secs(1));
    let resident_kb = |peak: &str| -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with(peak)).unwrap().to_owned();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    let mut read = 0;
    let mut answer = String::new();
    while read < 600 && output.read_line(&mut answer).unwrap() > 0 {
        read += 1;
        answer.clear();
    }
    // 128 lines on their way, of 60 kB each in the end.
    let peak = resident_kb("VmHWM:");
    assert!(peak < 100_000, "{peak} kB");
    drop(output);
    assert!(!feeder.join().unwrap(), "40,000 lines were read though nobody took their answers");
    child.wait().unwrap();
}
