//! `wodc mcp`, line by line: what is malformed, half or huge. `tests/mcp/run` has its tools asked by a real client.

mod common;

use common::Folder;
use serde_json::{Value, json};

/// Returns the answers to some lines.
fn answers(lines: &[&str]) -> Vec<Value> {
    let ended = Folder::with(&[]).run_with(&["mcp"], &lines.join("\n"), &[]);
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Returns the code of each answer; none for a result.
fn codes(lines: &[&str]) -> Vec<Option<i64>> {
    answers(lines).iter().map(|answer| answer["error"]["code"].as_i64()).collect()
}

#[test]
fn what_is_malformed_is_answered_and_the_next_message_is_read() {
    let lines = [
        "{oops",
        "",
        "1",
        "[]",
        r#"{"id": 1}"#,
        r#"{"id": 2, "method": 3}"#,
        r#"{"jsonrpc": "2.0", "method": "notifications/initialized"}"#,
        r#"{"jsonrpc": "2.0", "id": 9, "result": {}}"#,
        r#"{"jsonrpc": "2.0", "id": "x", "method": "server/discover"}"#,
        r#"{"jsonrpc": "2.0", "id": 4, "method": "tools/call"}"#,
        r#"{"jsonrpc": "2.0", "id": 5, "method": "tools/call", "params": {"name": "check", "arguments": []}}"#,
        r#"{"jsonrpc": "2.0", "id": 6, "method": "resources/read", "params": {}}"#,
        r#"{"jsonrpc": "2.0", "id": 7, "method": "ping"}"#,
        r#"{"jsonrpc": "2.0", "id": 8, "method": "ping""#,
    ];
    let wanted = [-32700, -32600, -32600, -32600, -32600, -32601, -32602, -32602, -32602];
    let mut wanted: Vec<Option<i64>> = wanted.map(Some).to_vec();
    wanted.extend([None, Some(-32700)]);
    assert_eq!(codes(&lines), wanted);
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = format!("{{\"id\": 1, \"method\": \"{}\"}}", "x".repeat(17 * 1024 * 1024));
    assert_eq!(codes(&[&long, r#"{"id": 2, "method": "ping"}"#]), [Some(-32600), None]);
}

#[test]
fn the_version_is_that_of_the_client_if_it_is_spoken() {
    let version = |asked: &str| {
        let line =
            json!({ "id": 1, "method": "initialize", "params": { "protocolVersion": asked } }).to_string();
        answers(&[&line])[0]["result"]["protocolVersion"].as_str().unwrap().to_owned()
    };
    assert_eq!(version("2025-03-26"), "2025-03-26");
    assert_eq!(version("1999-01-01"), "2025-11-25");
}

#[test]
fn the_same_question_has_the_same_answer() {
    let line = json!({ "id": 1, "method": "tools/call", "params": {
        "name": "build", "arguments": { "text": "back squat 5x5 @ 100kg; rest 2min", "to": ["json", "md", "cues"] },
    } });
    let line = line.to_string();
    let all = answers(&[&line, &line]);
    assert_eq!(all[0], all[1]);
    assert_eq!(all[0]["result"]["structuredContent"]["outputs"].as_array().unwrap().len(), 3);
}
