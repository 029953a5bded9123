//! The beginning and the end.

use serde_json::{Value, json};

use crate::client::Client;

#[test]
fn nothing_is_answered_before_hello_and_after_goodbye() {
    let mut client = Client::start(&[]);
    assert_eq!(client.ask("textDocument/hover", json!({})).unwrap_err()["code"], -32002);
    let answer = client.initialize(json!({}));
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(client.ask("initialize", json!({ "capabilities": {} })).unwrap_err()["code"], -32601);
    assert_eq!(client.ask("shutdown", Value::Null), Ok(Value::Null));
    assert_eq!(client.ask("textDocument/hover", json!({})).unwrap_err()["code"], -32600);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), 0);
}

#[test]
fn an_end_without_goodbye_is_a_failure() {
    let mut client = Client::new(&[], &[]);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), 1);
    let mut client = Client::new(&[], &[]);
    client.hang_up();
    assert_eq!(client.ended(), 1);
}

#[test]
fn what_is_asked_before_the_end_is_answered() {
    let mut client = Client::new(&[], &[]);
    client.open("a.wod", "squat 10\n");
    let uri = client.uri("a.wod");
    let id = client.begin(
        "textDocument/hover",
        json!({
            "textDocument": { "uri": uri }, "position": { "line": 0, "character": 1 },
        }),
    );
    client.hang_up();
    assert!(client.answer(id).unwrap()["contents"]["value"].as_str().unwrap().contains("Squat"));
    client.ended();
}

#[cfg(unix)]
#[test]
fn it_ends_with_the_editor() {
    let mut client = Client::start(&[]);
    // A process that has ended already.
    let mut gone = std::process::Command::new("true").spawn().unwrap();
    let id = gone.id();
    gone.wait().unwrap();
    client.ask("initialize", json!({ "processId": id, "capabilities": {} })).unwrap();
    assert_eq!(client.ended(), 1);
}

#[test]
fn what_is_cancelled_while_it_waits_is_not_worked_at() {
    let mut client = Client::new(&[], &[]);
    let long = "circuit rounds 3 < squat 10; rest 15s >\n".repeat(2_000);
    client.open("a.wod", &long);
    let uri = client.uri("a.wod");
    let ids: Vec<i64> = (0..20)
        .map(|_| client.begin("textDocument/inlayHint", json!({ "textDocument": { "uri": uri } })))
        .collect();
    for id in &ids[1..] {
        client.tell("$/cancelRequest", json!({ "id": id }));
    }
    let codes: Vec<Value> =
        ids.iter().filter_map(|id| client.answer(*id).err()).map(|error| error["code"].clone()).collect();
    assert!(codes.contains(&json!(-32800)), "{codes:?}");
    assert!(codes.iter().all(|code| *code == -32800), "{codes:?}");
    client.end();
}
