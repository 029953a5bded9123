//! Messages that are malformed, half or huge: an answer or a clean end, never a hang.

use serde_json::{Value, json};

use crate::client::Client;

#[test]
fn what_is_malformed_is_answered_and_the_next_message_is_read() {
    let mut client = Client::new(&[], &[]);
    for bytes in [
        "Content-Length: 5\r\n\r\n{oops",
        "Content-Length: 0\r\n\r\n",
        "Content-Length: many\r\n\r\n",
        "Hello: there\r\n\r\n",
        "Content-Length: 2\r\n\r\n\u{e9}",
    ] {
        client.send_bytes(bytes.as_bytes());
        let answer = client.wait(|message| message["id"].is_null() && message.get("error").is_some());
        assert_eq!(answer["error"]["code"], -32700, "{bytes:?}");
    }
    for message in [json!(1), json!([]), json!({}), json!({ "id": 7 }), json!({ "id": {}, "method": 5 })] {
        client.send(&message);
        let answer = client.wait(|message| message["error"]["code"] == -32600);
        assert!(answer["error"]["message"].is_string());
    }
    assert_eq!(client.ask("no/such", json!({})).unwrap_err()["code"], -32601);
    for params in [
        json!(null),
        json!({ "textDocument": 5 }),
        json!({ "textDocument": { "uri": "file:///nowhere/x.wod" } }),
    ] {
        assert_eq!(client.ask("textDocument/hover", params).unwrap_err()["code"], -32602);
    }
    // What can't be used is told to whoever reads the log, and nothing else comes of it.
    for params in
        [json!(null), json!({ "textDocument": { "uri": "x" }, "contentChanges": [{ "text": "y" }] })]
    {
        client.tell("textDocument/didChange", params);
        client.wait(|message| message["method"] == "window/logMessage");
    }
    client.end();
}

#[test]
fn half_a_message_and_a_huge_one_end_it() {
    let mut client = Client::new(&[], &[]);
    client.send_bytes(b"Content-Length: 100\r\n\r\n{\"jsonrpc\"");
    client.hang_up();
    assert_eq!(client.ended(), 2);
    let mut client = Client::new(&[], &[]);
    client.send_bytes(b"Content-Length: 9999999999\r\n\r\n");
    assert_eq!(client.ended(), 2);
}

#[test]
fn places_that_are_nowhere_are_those_nearest() {
    let mut client = Client::new(&[], &["utf-16"]);
    client.open("a.wod", "squat 💪 10");
    for (line, character) in [(0, 7), (0, 4_000_000_000), (4_000_000_000, 0), (9, 9)] {
        for method in
            ["completion", "hover", "definition", "references", "documentHighlight", "onTypeFormatting"]
        {
            client.ask_at(&format!("textDocument/{method}"), "a.wod", line, character).unwrap();
        }
    }
    let turned = json!({ "start": { "line": 5, "character": 5 }, "end": { "line": 0, "character": 0 } });
    client.change("a.wod", 2, json!([{ "range": turned, "text": "x" }]));
    client.said_of("a.wod", 2);
    client.end();
}

#[test]
fn a_text_that_was_never_saved_and_one_that_is_too_large_have_their_diagnostics() {
    let mut client = Client::new(&[], &[]);
    let document =
        json!({ "uri": "untitled:Untitled-1", "languageId": "wod", "version": 3, "text": "florp 10" });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    let said = client.wait(|message| message["params"]["uri"] == "untitled:Untitled-1");
    assert_eq!(said["params"]["diagnostics"][0]["code"], "unknown-movement");
    client.open("large.wod", &"# x\n".repeat(1_100_000));
    assert_eq!(client.said_of("large.wod", 1)[0]["code"], "file-too-large");
    assert_ne!(client.ask_of("textDocument/documentSymbol", "large.wod"), Ok(Value::Null));
    client.end();
}
