//! `wodc mcp`: tools for programs that write workouts, by the Model Context Protocol on standard input and output.
//!
//! Each message is a line of JSON. Texts go in and come out: no path is taken and no file is read, so the same question
//! has the same answer everywhere.

mod protocol;
mod resources;
mod tools;

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};

use clap::Args;
use serde_json::{Value, json};

use super::HELP_TEMPLATE;
use super::batch::lines::{LONGEST_LINE, Lines};
use super::json_rpc::{self, Failed, INTERNAL_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR};
use super::outcome::{Outcome, Trouble};
use super::project::reason;

const EXAMPLES: &str = "  wodc mcp          what a client of the Model Context Protocol is told to run";

/// Helps models that write workouts: the Model Context Protocol on standard input and output
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct McpArguments {}

/// Runs `wodc mcp`, until its input ends.
pub fn run() -> Result<Outcome, Trouble> {
    let unusable = |error: io::Error| Trouble::new(format!("the client is gone: {}", reason(&error)));
    let mut lines = Lines::new(io::stdin(), LONGEST_LINE);
    let mut output = io::stdout().lock();
    while let Some(line) = lines.next().map_err(unusable)? {
        let answer = match &line.bytes {
            Some(bytes) if bytes.trim_ascii().is_empty() => continue,
            Some(bytes) => answer(bytes),
            None => {
                let most = LONGEST_LINE / (1024 * 1024);
                let why = format!("the message is longer than {most} MB, so it was not read");
                Some(json_rpc::answer(&Value::Null, Err((INVALID_REQUEST, why))))
            }
        };
        let Some(answer) = answer else { continue };
        // It fails only where a map has keys that are not strings; there is none.
        let mut bytes = serde_json::to_vec(&answer).unwrap_or_default();
        bytes.push(b'\n');
        output.write_all(&bytes).and_then(|()| output.flush()).map_err(unusable)?;
    }
    Ok(Outcome::Fine)
}

/// Answers a message; a notification has no answer.
fn answer(bytes: &[u8]) -> Option<Value> {
    let message: Value = match serde_json::from_slice(bytes) {
        Ok(message) => message,
        Err(error) => {
            return Some(json_rpc::answer(
                &Value::Null,
                Err((PARSE_ERROR, format!("this is not JSON: {error}"))),
            ));
        }
    };
    let id = message.get("id").filter(|id| !id.is_null()).cloned();
    let Some(method) = message.get("method").and_then(Value::as_str) else {
        let is_answer = message.get("result").is_some() || message.get("error").is_some();
        let why = "this is no message of the protocol".to_owned();
        return (!is_answer).then(|| json_rpc::answer(&id.unwrap_or_default(), Err((INVALID_REQUEST, why))));
    };
    let id = id?;
    let params = message.get("params").cloned().unwrap_or_default();
    let result = panic::catch_unwind(AssertUnwindSafe(|| request(method, &params)));
    let result = result.unwrap_or_else(|_| {
        Err((INTERNAL_ERROR, format!("wodc failed at `{method}`, which is a bug in wodc")))
    });
    Some(json_rpc::answer(&id, result))
}

fn request(method: &str, params: &Value) -> Result<Value, Failed> {
    match method {
        "initialize" => Ok(protocol::initialized(params)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({ "tools": tools::list() })),
        "tools/call" => tools::call(params),
        "resources/list" => Ok(json!({ "resources": resources::list() })),
        "resources/templates/list" => Ok(json!({ "resourceTemplates": resources::templates() })),
        "resources/read" => resources::read(params),
        _ => Err((METHOD_NOT_FOUND, format!("there is no method `{method}`"))),
    }
}
