//! An editor, as far as it takes one to type: it has a text open, and asks a language server in another thread about it.

use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::session::Change;

/// What the text is called. A text that was never saved has no others beside it.
const URI: &str = "untitled:typed.wod";

pub struct Editor {
    pub text: String,
    version: u64,
    to: PipeWriter,
    from: BufReader<PipeReader>,
}

impl Editor {
    /// Opens a text. Returns also how long it took until it was known what is said of it.
    pub fn open(text: &str) -> (Self, Duration) {
        let (input, to) = std::io::pipe().expect("a pipe");
        let (from, output) = std::io::pipe().expect("a pipe");
        thread::spawn(move || {
            wodc::internals::lsp::serve(BufReader::new(input), output).expect("it answers")
        });
        let mut editor = Self { text: text.to_owned(), version: 1, to, from: BufReader::new(from) };
        editor.send(&json!({ "id": 0, "method": "initialize", "params": { "capabilities": {
            "general": { "positionEncodings": ["utf-8"] }
        }}}));
        editor.next();
        let opened = json!({ "uri": URI, "languageId": "wod", "version": 1, "text": text });
        let message = json!({ "method": "textDocument/didOpen", "params": { "textDocument": opened } });
        let (_, took) = editor.timed(&message);
        (editor, took)
    }

    /// Makes a change. Returns what is said of the text with it, and how long it took to know.
    pub fn change(&mut self, change: &Change) -> (Value, Duration) {
        let (start, end) = (self.position(change.place.start), self.position(change.place.end));
        self.text.replace_range(change.place.clone(), &change.text);
        self.version += 1;
        let message = json!({ "method": "textDocument/didChange", "params": {
            "textDocument": { "uri": URI, "version": self.version },
            "contentChanges": [{ "range": { "start": start, "end": end }, "text": change.text }],
        }});
        let (mut said, took) = self.timed(&message);
        assert_eq!(said["params"]["version"], self.version);
        (said["params"]["diagnostics"].take(), took)
    }

    /// Asks what may be written at a place. Returns how long it took to know.
    pub fn complete(&mut self, at: usize) -> Duration {
        let position = self.position(at);
        let (answer, took) =
            self.timed(&json!({ "id": self.version, "method": "textDocument/completion", "params": {
                "textDocument": { "uri": URI }, "position": position,
            }}));
        assert!(answer["result"]["items"].is_array(), "{answer}");
        took
    }

    /// Returns a place as the protocol counts, in lines and bytes.
    fn position(&self, at: usize) -> Value {
        let before = &self.text[..at];
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        json!({ "line": line, "character": at - before.rfind('\n').map_or(0, |end| end + 1) })
    }

    /// Sends a message, and returns what comes back, with how long that took.
    fn timed(&mut self, message: &Value) -> (Value, Duration) {
        let start = Instant::now();
        self.send(message);
        let body = self.body();
        let took = start.elapsed();
        (serde_json::from_slice(&body).expect("JSON"), took)
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it listens");
    }

    fn next(&mut self) -> Value {
        serde_json::from_slice(&self.body()).expect("JSON")
    }

    fn body(&mut self) -> Vec<u8> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.from.read_line(&mut line).expect("a header");
            match line.trim_end().strip_prefix("Content-Length: ") {
                Some(figure) => length = figure.parse().expect("a length"),
                None if line.trim_end().is_empty() => break,
                None => {}
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).expect("a body");
        body
    }
}
