//! What `wodc lsp` and `wodc mcp` share: answers as JSON-RPC 2.0 has them.

use serde_json::{Value, json};

/// What a request failed with: a code, and words.
pub type Failed = (i64, String);

pub const PARSE_ERROR: i64 = -32700;
pub const INVALID_REQUEST: i64 = -32600;
pub const METHOD_NOT_FOUND: i64 = -32601;
pub const INVALID_PARAMS: i64 = -32602;
pub const INTERNAL_ERROR: i64 = -32603;

/// Returns the answer to a request.
pub fn answer(id: &Value, result: Result<Value, Failed>) -> Value {
    match result {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err((code, message)) => {
            json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
        }
    }
}
