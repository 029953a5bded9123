//! `wodc studio`, as its page calls it: the real program, in a folder whose files change.

#![cfg(feature = "studio")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Child;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

mod common;

use common::{Folder, Test};

/// How long something may take before a test fails: far longer than on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

const SQUATS: &str = "title \"Squats\"\ncircuit rounds 2 <\n  squat 30s\n  rest 15s\n>\n";

/// A studio that runs, and ends when the test does. Its files are in `gym`, what it keeps in `state`.
struct Studio {
    folder: Folder,
    child: Child,
    address: SocketAddr,
    /// What every address begins with.
    token: String,
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Studio {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Folder::with(&[]);
        fs::create_dir(folder.path("gym")).unwrap();
        files.iter().for_each(|(name, text)| folder.write(&format!("gym/{name}"), text));
        Self::start(folder)
    }

    fn start(folder: Folder) -> Self {
        let state = folder.path("state");
        let mut command = common::program(&folder.path("gym"));
        command.args(["studio", "--no-open"]).env("XDG_STATE_HOME", &state).env("LOCALAPPDATA", &state);
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_once("http://").expect(&line).1.trim_end();
        let (address, token) = address.split_once('/').unwrap();
        Self { folder, child, address: address.parse().unwrap(), token: format!("/{token}") }
    }

    /// Ends it, and starts another in the same folder.
    fn again(mut self) -> Self {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let folder = std::mem::replace(&mut self.folder, Folder::with(&[]));
        Self::start(folder)
    }

    fn sent(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        // What is refused may not be read to its end.
        let _ = stream.write_all(request.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        let Self { address, token, .. } = self;
        self.sent(&format!("GET {token}{path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"))
    }

    /// Calls with these headers beside the usual ones.
    fn called_with(&self, name: &str, headers: &str, body: &str) -> Answer {
        let (token, length) = (&self.token, body.len());
        self.sent(&format!(
            "POST {token}api/{name} HTTP/1.1\r\n{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        ))
    }

    fn called(&self, name: &str, body: &str) -> Answer {
        let address = self.address;
        let headers =
            format!("Host: {address}\r\nOrigin: http://{address}\r\nContent-Type: application/json\r\n");
        self.called_with(name, &headers, body)
    }

    fn call(&self, name: &str, asked: Value) -> Value {
        let answer = self.called(name, &asked.to_string());
        assert_eq!(answer.status, 200, "{name}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    /// Says why a call is refused.
    fn refused(&self, name: &str, asked: Value) -> String {
        let answer = self.called(name, &asked.to_string());
        assert!((400..500).contains(&answer.status), "{name}: {} {}", answer.status, answer.body);
        serde_json::from_str::<Value>(&answer.body).unwrap()["why"].as_str().unwrap().to_owned()
    }

    fn open(&self, name: &str) -> Value {
        self.call("open", json!({ "name": name }))
    }

    fn save(&self, name: &str, text: &str, revision: &Value) -> Value {
        let journal = json!({ "drop": 0, "keep": 0, "add": [], "done": 0 });
        self.call("save", json!({ "name": name, "text": text, "revision": revision, "journal": journal }))
    }

    fn write(&self, name: &str, text: &str) {
        self.folder.write(&format!("gym/{name}"), text);
    }

    fn read(&self, name: &str) -> String {
        self.folder.read(&format!("gym/{name}"))
    }
}

impl Drop for Studio {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_page_comes_with_all_it_needs_and_may_ask_nobody_else() {
    let studio = Studio::with(&[]);
    assert!(studio.address.ip().is_loopback());
    let page = studio.get("");
    assert_eq!(page.status, 200);
    assert!(
        page.head.contains("content-security-policy: default-src 'none'; script-src 'self';"),
        "{}",
        page.head
    );
    assert!(page.head.contains("frame-ancestors 'none'"));
    assert!(!page.body.contains("http:") && !page.body.contains("https:") && !page.body.contains("style="));
    for part in page.body.split(['"']).filter(|part| part.ends_with(".js") || part.ends_with(".css")) {
        let asset = studio.get(part);
        assert_eq!(asset.status, 200, "{part}");
        assert!(asset.head.contains("x-content-type-options: nosniff"));
        // A script names the others that it needs.
        for other in
            asset.body.split(['\'', '"']).filter(|part| part.starts_with("./") && part.ends_with(".js"))
        {
            assert_eq!(studio.get(&other[2..]).status, 200, "{other}");
        }
    }
}

#[test]
fn only_the_page_itself_is_answered() {
    let studio = Studio::with(&[("a.wod", SQUATS)]);
    let (address, token) = (studio.address, studio.token.clone());
    let get = |path: &str, host: &str| {
        studio.sent(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).status
    };
    assert_eq!(get(&token, &address.to_string()), 200);
    assert_eq!(get(&token, "evil.example"), 403);
    assert_eq!(get("/", &address.to_string()), 403);
    assert_eq!(get(&token.replace(|sign: char| sign.is_ascii_digit(), "x"), &address.to_string()), 403);
    let json = "Content-Type: application/json\r\n";
    for (headers, status) in [
        (format!("Host: {address}\r\n{json}"), 403),
        (format!("Host: {address}\r\nOrigin: http://evil.example\r\n{json}"), 403),
        (format!("Host: evil.example\r\nOrigin: http://evil.example\r\n{json}"), 403),
        (format!("Host: {address}\r\nOrigin: null\r\n{json}"), 403),
        (format!("Host: {address}\r\nOrigin: http://{address}\r\nContent-Type: text/plain\r\n"), 415),
        (format!("Host: {address}\r\nOrigin: http://{address}\r\n{json}"), 200),
    ] {
        assert_eq!(studio.called_with("files", &headers, "{}").status, status, "{headers}");
    }
    assert_eq!(studio.get("api/files").status, 405);
    assert_eq!(studio.get("made/1.html").status, 404);
    assert_eq!(studio.get("../a.wod").status, 404);
}

#[test]
fn calls_that_make_no_sense_are_refused_and_the_next_is_answered() {
    let studio = Studio::with(&[("a.wod", SQUATS)]);
    for body in ["", "{", "[]", "null", "{\"name\":5}", "\u{0}", &"[".repeat(100_000)] {
        for name in ["open", "look", "save", "make", "create", "complete", "changes"] {
            let answer = studio.called(name, body);
            assert_eq!(answer.status, 400, "{name} {body:.20}: {}", answer.body);
        }
    }
    assert_eq!(studio.called("nothing", "{}").status, 404);
    let address = studio.address;
    let huge = format!("Host: {address}\r\nOrigin: http://{address}\r\nContent-Type: application/json\r\n");
    let token = &studio.token;
    let answer =
        studio.sent(&format!("POST {token}api/look HTTP/1.1\r\n{huge}Content-Length: 99999999999\r\n\r\nx"));
    assert_eq!(answer.status, 413);
    let too_large = json!({ "name": "a.wod", "text": "x".repeat(5 << 20), "level": null });
    assert!(studio.refused("look", too_large).contains("too large"));
    let places = json!({ "name": "a.wod", "text": "💪 squat 10", "at": 1_000_000 });
    studio.call("complete", places.clone());
    assert_eq!(studio.call("hover", places)["markdown"], "");
    assert_eq!(studio.call("files", json!({}))["files"][0]["titles"], json!(["Squats"]));
}

#[test]
fn files_outside_of_the_folder_are_none_of_its_business() {
    let studio = Studio::with(&[("a.wod", SQUATS)]);
    studio.folder.write("secret.wod", SQUATS);
    studio.write("notes.txt", "mine");
    let outside = studio.folder.path("secret.wod");
    let outside = outside.to_str().unwrap();
    for name in [
        "../secret.wod",
        outside,
        "",
        ".",
        "a/../../secret.wod",
        "..\\secret.wod",
        "notes.txt",
        "/etc/passwd",
    ] {
        studio.refused("open", json!({ "name": name }));
        studio.refused("look", json!({ "name": name, "text": "", "level": null }));
    }
    for name in ["../new", "a/../../new", "", "-", "..", "x\ny"] {
        studio.refused("create", json!({ "name": name, "kind": "circuit" }));
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside, studio.folder.path("gym/link.wod")).unwrap();
        assert!(studio.refused("open", json!({ "name": "link.wod" })).contains("link"));
        std::os::unix::fs::symlink(studio.folder.path(""), studio.folder.path("gym/up")).unwrap();
        assert!(studio.refused("open", json!({ "name": "up/secret.wod" })).contains("link"));
        assert!(studio.refused("create", json!({ "name": "up/new", "kind": "emom" })).contains("link"));
    }
    assert_eq!(studio.folder.read("secret.wod"), SQUATS);
    assert!(!studio.folder.path("new.wod").exists());
}

#[test]
fn a_file_is_saved_with_its_own_line_ends_or_not_at_all() {
    let before = "\u{feff}title \"Squats\"\r\nsquat 10\r\n";
    let studio = Studio::with(&[("a.wod", before)]);
    let opened = studio.open("a.wod");
    assert_eq!(opened["text"], "title \"Squats\"\nsquat 10\n");
    let saved = studio.save("a.wod", "title \"Squats\"\nsquat 12\nplank 30s\n", &opened["revision"]);
    assert_eq!(studio.read("a.wod"), "\u{feff}title \"Squats\"\r\nsquat 12\r\nplank 30s\r\n");
    let again = studio.save("a.wod", "title \"Squats\"\nsquat 12\nplank 30s\n", &saved["revision"]);
    assert_eq!(saved["revision"], again["revision"]);
    fs::write(studio.folder.path("gym/b.wod"), [0xff, 0xfe]).unwrap();
    assert!(studio.refused("open", json!({ "name": "b.wod" })).contains("not UTF-8"));
    assert!(studio.refused("open", json!({ "name": "c.wod" })).contains("there is no such file"));
}

#[test]
fn what_another_program_has_changed_is_merged_or_asked_about() {
    let studio = Studio::with(&[("a.wod", "squat 10\nrest 30s\nlunge 10\nrest 30s\nplank 30s\n")]);
    let opened = studio.open("a.wod");
    studio.write("a.wod", "squat 12\nrest 30s\nlunge 10\nrest 30s\nplank 30s\n");
    let mine = "squat 10\nrest 30s\nlunge 10\nrest 30s\nplank 45s\n";
    let conflict = &studio.save("a.wod", mine, &opened["revision"])["conflict"];
    assert_eq!(conflict["text"], "squat 12\nrest 30s\nlunge 10\nrest 30s\nplank 30s\n");
    let both = "squat 12\nrest 30s\nlunge 10\nrest 30s\nplank 45s\n";
    assert_eq!(conflict["merged"], both);
    assert!(studio.read("a.wod").contains("plank 30s"), "nothing is written meanwhile");
    let saved = studio.save("a.wod", both, &conflict["revision"]);
    assert_eq!(studio.read("a.wod"), both);
    studio.write("a.wod", "squat 15\n");
    let conflict = studio.save("a.wod", "squat 20\n", &saved["revision"]);
    assert_eq!(
        (&conflict["conflict"]["text"], &conflict["conflict"]["merged"]),
        (&json!("squat 15\n"), &Value::Null)
    );
    fs::remove_file(studio.folder.path("gym/a.wod")).unwrap();
    let gone = studio.save("a.wod", "squat 20\n", &saved["revision"])["conflict"].clone();
    assert_eq!((&gone["text"], &gone["merged"]), (&json!(""), &Value::Null));
    assert!(!studio.folder.path("gym/a.wod").exists(), "nobody has said that it is to be there again");
    studio.save("a.wod", "squat 20\n", &gone["revision"]);
    assert_eq!(studio.read("a.wod"), "squat 20\n");
}

#[test]
fn what_can_be_undone_outlives_the_studio() {
    let studio = Studio::with(&[("a.wod", "squat 10\n")]);
    let opened = studio.open("a.wod");
    assert_eq!(opened["journal"], json!({ "changes": [], "done": 0 }));
    let change = json!({ "at": 6, "removed": "10", "inserted": "12", "time": 1 });
    let journal = json!({ "drop": 0, "keep": 0, "add": [change], "done": 1 });
    let save =
        json!({ "name": "a.wod", "text": "squat 12\n", "revision": opened["revision"], "journal": journal });
    studio.call("save", save);
    let studio = studio.again();
    let opened = studio.open("a.wod");
    assert_eq!(opened["journal"], json!({ "changes": [change], "done": 1 }));
    studio.write("a.wod", "squat 15\n");
    let changed = studio.open("a.wod");
    assert_eq!(changed["journal"]["changes"][1]["what"], "changed elsewhere");
    assert_eq!((&changed["text"], &changed["journal"]["done"]), (&json!("squat 15\n"), &json!(2)));
    studio.call("minutes", json!({ "minutes": 45 }));
    assert_eq!(studio.again().call("files", json!({}))["minutes"], 45);
}

#[test]
fn changes_are_told_when_there_are_some() {
    let studio = Studio::with(&[("a.wod", SQUATS)]);
    let version = studio.call("files", json!({}))["version"].clone();
    let began = Instant::now();
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| studio.call("changes", json!({ "after": version }))["version"].clone());
        std::thread::sleep(Duration::from_millis(200));
        assert!(!waiting.is_finished(), "there is nothing to tell yet");
        studio.write("b.wod", SQUATS);
        assert_ne!(waiting.join().unwrap(), version);
    });
    assert!(began.elapsed() < PATIENCE);
    let files = studio.call("files", json!({}));
    assert_eq!(files["files"].as_array().unwrap().len(), 2);
    studio.write("wodc.toml", "level = 5");
    assert!(studio.call("files", json!({}))["troubles"][0].as_str().unwrap().starts_with("wodc.toml: "));
}

#[test]
fn every_kind_of_new_file_is_good() {
    let studio = Studio::with(&[]);
    let kinds = studio.call("files", json!({}))["kinds"].clone();
    for kind in kinds.as_array().unwrap() {
        let kind = kind["name"].as_str().unwrap();
        let created = studio.call("create", json!({ "name": format!("Our {kind}"), "kind": kind }));
        assert_eq!(created["name"], format!("Our {kind}.wod"));
        let text = studio.open(&format!("Our {kind}.wod"))["text"].clone();
        let look =
            studio.call("look", json!({ "name": format!("Our {kind}.wod"), "text": text, "level": null }));
        assert_eq!(look["diagnostics"], json!([]), "{kind}");
        assert!(!look["subjects"].as_array().unwrap().is_empty(), "{kind}");
    }
    let taken = studio.refused("create", json!({ "name": "Our emom", "kind": "emom" }));
    assert!(taken.contains("already exists"), "{taken}");
    studio.refused("create", json!({ "name": "x", "kind": "nothing" }));
}

#[test]
fn a_look_counts_as_browsers_do() {
    let studio = Studio::with(&[("a.wod", "")]);
    let text = "# 💪 é\nsquat 10 times\n";
    let look = studio.call("look", json!({ "name": "a.wod", "text": text, "level": null }));
    let said = &look["diagnostics"][0];
    let units: Vec<u16> = text.encode_utf16().collect();
    let cut = |at: &Value| {
        let place = |key: &str| at[key].as_u64().unwrap() as usize;
        String::from_utf16(&units[place("start")..place("end")]).unwrap()
    };
    assert_eq!((cut(said).as_str(), &said["line"]), ("times", &json!(2)));
    let edit = &said["actions"][0]["edits"][0];
    assert_eq!((cut(edit).as_str(), edit["text"].as_str()), ("times", Some("reps")));
    assert_eq!(look["certain"], 1);
}

#[test]
fn a_workout_shows_what_each_level_takes_and_where_its_rows_are_written() {
    let studio = Studio::with(&[("a.wod", "")]);
    let text = "title \"É\"\nsquat 3x10-15\nRest 2 min\ncircuit rounds 2-4 < plank 30s; rest 10s >\n";
    let ask =
        |level: Value| json!({ "name": "a.wod", "text": text, "level": level, "number": 0, "what": "html" });
    let look = studio.call("look", ask(Value::Null));
    let subject = &look["subjects"][0];
    assert_eq!(
        (&subject["title"], &subject["kind"], &subject["level"]),
        (&json!("É"), &json!("workout"), &json!("intermediate"))
    );
    let times: Vec<i64> =
        subject["levels"].as_array().unwrap().iter().map(|one| one["likely_ms"].as_i64().unwrap()).collect();
    assert!(times[0] < times[1] && times[1] < times[2], "{times:?}");
    assert_eq!(studio.call("look", ask(json!("advanced")))["subjects"][0]["level"], "advanced");
    studio.refused("look", ask(json!("olympic")));

    let made = studio.call("make", ask(Value::Null));
    let page = studio.get(made["address"].as_str().unwrap());
    assert!(page.head.contains("frame-ancestors 'self'"));
    let units: Vec<u16> = text.encode_utf16().collect();
    let rows: Vec<String> = page
        .body
        .split("data-at=\"")
        .skip(1)
        .map(|rest| {
            let place = &made["places"][rest.split('"').next().unwrap()];
            let at = |end: usize| place[end].as_u64().unwrap() as usize;
            String::from_utf16(&units[at(0)..at(1)]).unwrap()
        })
        .collect();
    for line in
        ["squat 3x10-15", "Rest 2 min", "circuit rounds 2-4 < plank 30s; rest 10s >", "plank 30s; rest 10s >"]
    {
        assert!(rows.iter().any(|row| row == line), "{line} in {rows:?}");
    }
    for (what, begins) in [("cues", "0:00"), ("md", "# É"), ("json", "{")] {
        let made = studio
            .call("make", json!({ "name": "a.wod", "text": text, "level": null, "number": 0, "what": what }));
        assert!(made["text"].as_str().unwrap().contains(begins), "{what}");
    }
    let other = |number: usize, what: &str, text: &str| json!({ "name": "a.wod", "text": text, "level": null, "number": number, "what": what });
    studio.refused("make", other(1, "html", text));
    studio.refused("make", other(0, "exe", text));
    studio.refused("make", other(0, "ics", text));
    assert!(studio.refused("make", other(0, "html", "squat 10 furlongs")).contains("mistake"));
}

#[test]
fn lines_of_two_texts_are_told_apart() {
    let studio = Studio::with(&[]);
    let asked = json!({ "before": "a\nb\n\nc", "after": "a\nx\n\nc" });
    let lines = json!([["same", "a"], ["gone", "b"], ["new", "x"], ["same", ""], ["same", "c"]]);
    assert_eq!(studio.call("difference", asked)["lines"], lines);
    let many = |word: &str| (0..50_000).map(|number| format!("{word} {number}\n")).collect::<String>();
    let all_new = studio.call("difference", json!({ "before": many("a"), "after": many("b") }));
    assert_eq!(all_new["lines"].as_array().unwrap().len(), 100_000);
}

#[test]
fn what_a_build_writes_has_no_places_in_it() {
    let ran = Test::new().file("a.wod", SQUATS).args(["build", "a.wod", "--to", "html"]).run();
    assert!(!ran.read("build/a.html").contains("data-at"));
}

#[test]
fn a_folder_that_is_none_is_refused() {
    Test::new().args(["studio", "--no-open", "nowhere"]).status(2).run();
    Test::new().file("a.wod", SQUATS).args(["studio", "--no-open", "a.wod"]).status(2).run();
}
