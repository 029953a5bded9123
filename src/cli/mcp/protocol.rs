//! What the protocol wants said.

use serde_json::{Value, json};

/// The versions of the protocol that are spoken, the newest first. For what is used here they are alike.
const VERSIONS: [&str; 4] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

/// What a client tells its model about the tools.
const INSTRUCTIONS: &str = "wodc is a language for workouts and its compiler. Before you write a workout, read the resource \
    `wodc://language`, or an example. Give every text that you write to `check`, mend what it says, and check again until \
    nothing is said. `fix` mends what has only one possible meaning. Names of movements come from `movements`. `build` makes \
    a Markdown card, a script of spoken cues, or JSON.";

/// What a request failed with: a code, and words.
pub type Failed = (i64, String);

/// Codes of JSON-RPC and of the protocol.
pub mod code {
    pub const PARSE_ERROR: i64 = -32700;
    pub const INVALID_REQUEST: i64 = -32600;
    pub const METHOD_NOT_FOUND: i64 = -32601;
    pub const INVALID_PARAMS: i64 = -32602;
    pub const INTERNAL_ERROR: i64 = -32603;
    pub const RESOURCE_NOT_FOUND: i64 = -32002;
}

/// Returns the answer to a request that failed.
pub fn failed(id: &Value, (code, message): Failed) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}

/// Returns the answer to `initialize`: in the version that is asked for, if it is spoken.
pub fn initialized(params: &Value) -> Value {
    let asked = params["protocolVersion"].as_str();
    let version = asked.filter(|asked| VERSIONS.contains(asked)).unwrap_or(VERSIONS[0]);
    json!({
        "protocolVersion": version,
        "capabilities": { "tools": {}, "resources": {} },
        "serverInfo": { "name": "wodc", "title": "wodc, workouts as text", "version": env!("CARGO_PKG_VERSION") },
        "instructions": INSTRUCTIONS,
    })
}
