//! What the protocol wants said.

use serde_json::{Value, json};

/// The versions of the protocol that are spoken, the newest first. For what is used here they are alike.
const VERSIONS: [&str; 4] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

/// What a client tells its model about the tools.
const INSTRUCTIONS: &str = "wodc is a language for workouts and its compiler. Before you write a workout, read the resource \
    `wodc://language`, or an example. Give every text that you write to `check`, mend what it says, and check again until \
    nothing is said. `fix` mends what has only one possible meaning. Names of movements come from `movements`. `build` makes \
    a Markdown card, a script of spoken cues, or JSON.";

/// The protocol's own code for a resource that is not there.
pub const RESOURCE_NOT_FOUND: i64 = -32002;

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
