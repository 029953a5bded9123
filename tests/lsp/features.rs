//! Each thing that an editor may ask for.

use std::fs;

use serde_json::{Value, json};

use crate::client::Client;

const LEGS: &str = "use \"moves.wod\"\n\ntitle \"Legs\"\ncircuit rounds 5 <\n  zorp 30s\n  rest 15s\n>\n";
const MOVES: &str = "movement \"Zorp\" < pattern core; cue \"Breathe.\" >\n";

fn client() -> Client {
    let mut client = Client::new(&[("legs.wod", LEGS), ("moves.wod", MOVES)], &["utf-16"]);
    client.open("legs.wod", LEGS);
    client
}

#[test]
fn completion_offers_what_fits_and_writes_it() {
    let mut client = client();
    let offers = client.ask_at("textDocument/completion", "legs.wod", 4, 4).unwrap();
    let zorp = offers["items"].as_array().unwrap().iter().find(|item| item["label"] == "Zorp").unwrap();
    assert_eq!(zorp["textEdit"]["range"]["start"], json!({ "line": 4, "character": 2 }));
    client.open("new.wod", "goblet sq");
    let offers = client.ask_at("textDocument/completion", "new.wod", 0, 9).unwrap();
    let squat = offers["items"][0].clone();
    assert_eq!(squat["label"], "goblet squat");
    let resolved = client.ask("completionItem/resolve", squat).unwrap();
    let about = resolved["documentation"]["value"].as_str().unwrap();
    assert!(about.starts_with("**Goblet squat**"), "{about}");
    client.end();
}

#[test]
fn hover_says_what_is_under_the_mark() {
    let mut client = client();
    let hover = client.ask_at("textDocument/hover", "legs.wod", 4, 4).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("- Breathe."), "{hover}");
    let hover = client.ask_at("textDocument/hover", "legs.wod", 3, 1).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().starts_with("Takes 3:45."), "{hover}");
    client.end();
}

#[test]
fn names_are_followed_into_other_files_and_changed_there() {
    let mut client = client();
    let home = client.ask_at("textDocument/definition", "legs.wod", 4, 3).unwrap();
    assert_eq!(home["uri"], client.uri("moves.wod"));
    assert_eq!(home["range"]["start"], json!({ "line": 0, "character": 10 }));
    let all = client.ask_at("textDocument/references", "legs.wod", 4, 3).unwrap();
    assert_eq!(all.as_array().unwrap().len(), 2);
    let uses = json!({
        "textDocument": { "uri": client.uri("legs.wod") }, "position": { "line": 4, "character": 3 },
        "context": { "includeDeclaration": false },
    });
    let uses = client.ask("textDocument/references", uses).unwrap();
    assert_eq!((uses.as_array().unwrap().len(), &uses[0]["uri"]), (1, &json!(client.uri("legs.wod"))));
    let name = client.ask_at("textDocument/prepareRename", "legs.wod", 4, 3).unwrap();
    assert_eq!(name["placeholder"], "zorp");
    let position = json!({ "line": 4, "character": 3 });
    let uri = client.uri("legs.wod");
    let renamed = client
        .ask(
            "textDocument/rename",
            json!({ "textDocument": { "uri": uri }, "position": position, "newName": "Blip" }),
        )
        .unwrap();
    assert_eq!(renamed["changes"].as_object().unwrap().len(), 2);
    let refused = client
        .ask(
            "textDocument/rename",
            json!({ "textDocument": { "uri": uri }, "position": position, "newName": "squat" }),
        )
        .unwrap_err();
    assert!(refused["message"].as_str().unwrap().contains("wodc knows a movement"), "{refused}");
    client.end();
}

#[test]
fn an_outline_folds_colours_and_times_are_shown() {
    let mut client = client();
    let symbols = client.ask_of("textDocument/documentSymbol", "legs.wod").unwrap();
    assert_eq!(symbols[0]["name"], "circuit rounds 5");
    let folds = client.ask_of("textDocument/foldingRange", "legs.wod").unwrap();
    assert_eq!(folds, json!([{ "startLine": 3, "endLine": 5, "kind": "region" }]));
    let tokens = client.ask_of("textDocument/semanticTokens/full", "legs.wod").unwrap();
    // `use` is a keyword at the start; then a string.
    let data: Vec<u64> = tokens["data"].as_array().unwrap().iter().filter_map(Value::as_u64).collect();
    assert_eq!(data[..10], [0, 0, 3, 3, 0, 0, 4, 11, 1, 0]);
    assert_eq!(data.len() % 5, 0);
    let uri = client.uri("legs.wod");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let hints = client
        .ask("textDocument/inlayHint", json!({ "textDocument": { "uri": uri }, "range": range }))
        .unwrap();
    let labels: Vec<&str> =
        hints.as_array().unwrap().iter().filter_map(|hint| hint["label"].as_str()).collect();
    assert_eq!(labels, ["3:45", "3:45"]);
    assert_eq!(hints[0]["position"], json!({ "line": 2, "character": 12 }));
    let found = client.ask("workspace/symbol", json!({ "query": "zor" })).unwrap();
    assert_eq!(found[0]["name"], "Zorp");
    client.end();
}

#[test]
fn what_is_certain_is_fixed_at_once_or_one_by_one() {
    let mut client = Client::new(&[], &["utf-16"]);
    let text = "circuit rouns 5 <\n  squat 30s\n>\n";
    client.open("a.wod", text);
    let said = client.said_of("a.wod", 1);
    assert_eq!(said.len(), 1);
    let uri = client.uri("a.wod");
    let range = json!({ "start": { "line": 0, "character": 9 }, "end": { "line": 0, "character": 9 } });
    let ask = |client: &mut Client, only: &[&str]| {
        let context = json!({ "diagnostics": [], "only": only });
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        client.ask("textDocument/codeAction", params).unwrap()
    };
    let fixes = ask(&mut client, &["quickfix"]);
    assert_eq!(fixes[0]["title"], "Change `rouns` to `rounds`");
    assert_eq!(fixes[0]["edit"]["changes"][&uri][0]["newText"], "rounds");
    assert_eq!(fixes[0]["diagnostics"][0]["code"], said[0]["code"]);
    let all = ask(&mut client, &["source.fixAll"]);
    assert_eq!(all[0]["edit"]["changes"][&uri][0]["newText"], "circuit rounds 5 <\n");
    assert_eq!(ask(&mut client, &["refactor"]), json!([]));
    client.end();
}

#[test]
fn what_has_two_readings_is_a_fix_for_each_and_none_is_preferred() {
    let mut client = Client::new(&[], &["utf-16"]);
    client.open("a.wod", "run 400m\nrest 90\nrun 400m\nrest 2m\n");
    let uri = client.uri("a.wod");
    let ask = |client: &mut Client, line: u32| {
        let place = json!({ "line": line, "character": 6 });
        let params = json!({
            "textDocument": { "uri": uri }, "range": { "start": place, "end": place },
            "context": { "diagnostics": [], "only": ["quickfix"] },
        });
        client.ask("textDocument/codeAction", params).unwrap()
    };
    let choices = ask(&mut client, 1);
    assert_eq!(choices[0]["title"], "Write `90s` for seconds");
    assert_eq!(choices[1]["title"], "Write `90min` for minutes");
    for (choice, text) in choices.as_array().unwrap().iter().zip(["90s", "90min"]) {
        assert_eq!(choice["edit"]["changes"][&uri][0]["newText"], text);
        assert_eq!(choice["kind"], "quickfix");
        assert_eq!(choice["isPreferred"], Value::Null);
        assert_eq!(choice["diagnostics"][0]["code"], "missing-unit");
    }
    assert_eq!(choices.as_array().unwrap().len(), 2);
    assert_eq!(ask(&mut client, 3)[0]["isPreferred"], true);
    // Only what is certain is fixed with all.
    let context = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    let place = json!({ "line": 0, "character": 0 });
    let params = json!({
        "textDocument": { "uri": uri }, "range": { "start": place, "end": place }, "context": context,
    });
    let all = client.ask("textDocument/codeAction", params).unwrap();
    let edits = all[0]["edit"]["changes"][&uri].as_array().unwrap();
    assert_eq!(edits.iter().map(|edit| &edit["newText"]).collect::<Vec<_>>(), ["rest 2min\n"]);
    client.end();
}

#[test]
fn a_text_is_formatted_and_blocks_are_closed() {
    let mut client = Client::new(&[], &["utf-16"]);
    client.open("a.wod", "squat   10\ncircuit rounds 3 < plank 30s >\n");
    let edits = client.ask_of("textDocument/formatting", "a.wod").unwrap();
    assert_eq!(edits[0]["newText"].as_str().unwrap().lines().next(), Some("squat 10"), "{edits}");
    client.open("b.wod", "circuit rounds 3 <\n\n");
    let closed = client.ask_at("textDocument/onTypeFormatting", "b.wod", 1, 0).unwrap();
    assert_eq!(closed[0]["newText"], "\n>");
    client.open("c.wod", "circuit rounds 3 <\nsquat   10\n");
    assert_eq!(client.ask_of("textDocument/formatting", "c.wod"), Ok(Value::Null));
    client.end();
}

#[test]
fn what_changes_on_the_disk_is_seen() {
    let mut client = client();
    assert_eq!(client.said_of("legs.wod", 1), [json!(null); 0]);
    fs::write(client.folder.path().join("moves.wod"), "movement \"Other\" < pattern core >\n").unwrap();
    let uri = client.uri("moves.wod");
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 2 }] }));
    let said = client.said_of("legs.wod", 1);
    assert!(said.iter().any(|one| one["code"] == "unknown-movement"), "{said:?}");
    // A bad file of settings is said where it is.
    fs::write(client.folder.path().join("wodc.toml"), "level = \"florp\"\n").unwrap();
    let uri = client.uri("wodc.toml");
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 1 }] }));
    let said = client.wait(|message| message["params"]["uri"] == *uri);
    assert_eq!(said["params"]["diagnostics"].as_array().unwrap().len(), 1, "{said}");
    client.end();
}

#[test]
fn an_editor_that_asks_for_what_is_said_is_not_told() {
    let mut client = Client::start(&[]);
    client.initialize(json!({ "textDocument": { "diagnostic": {} } }));
    client.open("a.wod", "florp 10\n");
    let said = client.ask_of("textDocument/diagnostic", "a.wod").unwrap();
    assert_eq!(said["items"][0]["code"], "unknown-movement");
    assert_eq!(said["kind"], "full");
    client.end();
}

#[cfg(feature = "html")]
#[test]
fn the_page_of_the_workout_at_the_mark_is_shown_before_it_is_saved() {
    let mut client = client();
    // The file on the disk is another, and the file that it uses is one that is open.
    let two = "use \"moves.wod\"\nworkout \"Quokka\" < zorp 30s >\n\nworkout \"Wombat\" < squat 20s >\n\nplan \"Week\" weeks 1 <\n  monday < do \"Quokka\" >\n>\n";
    client.open("two.wod", two);
    for (line, title, not) in
        [(0, "Quokka", "Wombat"), (1, "Quokka", "Wombat"), (2, "Quokka", "Wombat"), (3, "Wombat", "Quokka")]
    {
        let page = client.ask_at("wodc/preview", "two.wod", line, 9).unwrap();
        assert_eq!(page["title"], title, "line {line}");
        let html = page["html"].as_str().unwrap();
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains("Content-Security-Policy"));
        assert!(html.contains(&format!("<title>{title}</title>")), "line {line}");
        assert!(!html.contains(not), "line {line}");
    }
    let plan = client.ask_at("wodc/preview", "two.wod", 6, 9).unwrap();
    assert_eq!(plan["title"], "Week");
    client.open("bad.wod", "squat 5m 5m\ncircuit rouns 3 < plank 10s >\n");
    let mistakes = client.ask_of("wodc/preview", "bad.wod").unwrap();
    assert!(mistakes["mistakes"].as_u64() >= Some(1) && mistakes.get("html").is_none(), "{mistakes}");
    assert_eq!(client.ask_of("wodc/preview", "moves.wod").unwrap(), Value::Null);
    client.end();
}
