//! Messages as they come and go: a header with the length of the body, an empty line, the body in JSON.

use std::io::{self, BufRead, Write};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use crate::cli::json_rpc::{Failed, answer};

/// The longest body that is read. A file of 4 MiB with every letter escaped is less than half as long.
const LONGEST_BODY: usize = 64 * 1024 * 1024;

/// The longest header, and the longest line that is looked at for one.
const LONGEST_HEADER: usize = 4 * 1024;

/// What came in.
#[derive(Debug, PartialEq)]
pub enum Incoming {
    /// A message.
    Message(Value),
    /// Something that is no message, and why. The next may be one.
    Malformed(String),
}

/// Reads the next message; none at the end of the input.
///
/// # Errors
///
/// Returns an error where the input ends inside a message or can't be read, or where a message is too long to be passed
/// over.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut length = None;
    let mut has_header = false;
    loop {
        let Some(line) = read_line(input)? else {
            return if has_header { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(None) };
        };
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            // Blank lines before a header mean nothing.
            if !has_header {
                continue;
            }
            break;
        }
        has_header = true;
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let Some(length) = length else {
        return Ok(Some(Incoming::Malformed("the header has no Content-Length".into())));
    };
    if length > LONGEST_BODY {
        return Err(io::Error::other(format!("a message of {length} bytes is too long")));
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Malformed(format!("the body is not JSON: {error}")),
    }))
}

/// Reads a line, or as much of it as a header may have.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let most = LONGEST_HEADER as u64;
    let read = io::Read::take(&mut *input, most).read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// Writes a message.
pub fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let body = serde_json::to_vec(message)?;
    write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
    output.write_all(&body)?;
    output.flush()
}

/// Codes of the protocol for what went wrong.
pub mod code {
    pub use crate::cli::json_rpc::{
        INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR,
    };
    pub const NOT_INITIALIZED: i64 = -32002;
    pub const REQUEST_FAILED: i64 = -32803;
    pub const REQUEST_CANCELLED: i64 = -32800;
}

/// Reads what a message is about.
pub fn params_of<T: DeserializeOwned>(params: Value) -> Result<T, Failed> {
    serde_json::from_value(params).map_err(|error| (code::INVALID_PARAMS, error.to_string()))
}

/// Returns a message that asks for no answer.
pub fn notification(method: &str, params: Value) -> Value {
    json!({ "jsonrpc": "2.0", "method": method, "params": params })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(input: &str) -> Vec<Incoming> {
        let mut input = input.as_bytes();
        std::iter::from_fn(|| read(&mut input).unwrap()).collect()
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        let messages = all(
            "\r\nContent-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n{}}X: y\r\n\r\ncontent-length: 1\r\nContent-Type: x\r\n\r\n1",
        );
        assert!(
            matches!(
                &messages[..],
                [
                    Incoming::Message(_),
                    Incoming::Malformed(_),
                    Incoming::Malformed(_),
                    Incoming::Message(Value::Number(_))
                ]
            ),
            "{messages:?}"
        );
    }

    #[test]
    fn half_a_message_and_a_huge_one_end_it() {
        for input in
            ["Content-Length: 9\r\n\r\n{}", "Content-Length: 2", "Content-Length: 99999999999\r\n\r\n"]
        {
            let mut bytes = input.as_bytes();
            assert!(read(&mut bytes).is_err(), "{input}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let message = notification("x", json!({ "é": [1, "💪"] }));
        let mut bytes = Vec::new();
        write(&mut bytes, &message).unwrap();
        assert_eq!(read(&mut bytes.as_slice()).unwrap(), Some(Incoming::Message(message)));
    }
}
