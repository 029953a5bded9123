//! An editor: it starts the server, sends messages, and reads what comes back.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use url::Url;

/// How long an answer may take before it counts as none, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Client {
    pub folder: TempDir,
    server: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What came while something else was waited for.
    kept: Vec<Value>,
    next: i64,
}

impl Client {
    /// Starts a server in a folder with files, without a word to it.
    pub fn start(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut server = Command::new(env!("CARGO_BIN_EXE_wodc"))
            .args(["lsp", "--stdio"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (stdin, mut stdout) = (server.stdin.take(), BufReader::new(server.stdout.take().unwrap()));
        let (sender, messages) = mpsc::channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self { folder, server, stdin, messages, kept: Vec::new(), next: 0 }
    }

    /// Starts a server and says hello.
    pub fn new(files: &[(&str, &str)], encodings: &[&str]) -> Self {
        let mut client = Self::start(files);
        client.initialize(json!({ "general": { "positionEncodings": encodings } }));
        client
    }

    pub fn initialize(&mut self, capabilities: Value) -> Value {
        let root = self.uri("");
        let folders = json!([{ "uri": root, "name": "x" }]);
        let params = json!({ "processId": null, "workspaceFolders": folders, "capabilities": capabilities });
        let answer = self.ask("initialize", params).unwrap();
        self.tell("initialized", json!({}));
        answer
    }

    pub fn uri(&self, name: &str) -> String {
        let folder = fs::canonicalize(self.folder.path()).unwrap();
        Url::from_file_path(folder.join(name)).unwrap().into()
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        // A server that has ended takes nothing more.
        if let Some(stdin) = &mut self.stdin {
            let _ = stdin.write_all(bytes);
            let _ = stdin.flush();
        }
    }

    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks and returns the number of the request.
    pub fn begin(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    /// Returns the answer to a request, or its error.
    pub fn answer(&mut self, id: i64) -> Result<Value, Value> {
        let message = self.wait(|message| message["id"] == id && message.get("method").is_none());
        match message.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(message["result"].clone()),
        }
    }

    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.begin(method, params);
        self.answer(id)
    }

    /// Asks about a place in a file.
    pub fn ask_at(&mut self, method: &str, name: &str, line: u32, character: u32) -> Result<Value, Value> {
        let uri = self.uri(name);
        let position = json!({ "line": line, "character": character });
        self.ask(method, json!({ "textDocument": { "uri": uri }, "position": position }))
    }

    /// Asks about a file.
    pub fn ask_of(&mut self, method: &str, name: &str) -> Result<Value, Value> {
        self.ask_at(method, name, 0, 0)
    }

    pub fn open(&mut self, name: &str, text: &str) {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "languageId": "wod", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, name: &str, version: i64, changes: Value) {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Waits for what is said of a file at a version.
    pub fn said_of(&mut self, name: &str, version: i64) -> Vec<Value> {
        let uri = self.uri(name);
        let message = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == *uri
                && message["params"]["version"] == version
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Waits for a message.
    pub fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&is_it) {
            return self.kept.remove(at);
        }
        loop {
            let message = self.messages.recv_timeout(PATIENCE).expect("an answer in time");
            if is_it(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    /// Ends the input.
    pub fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// Waits for the end, and returns how it ended.
    pub fn ended(&mut self) -> i32 {
        let until = std::time::Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.server.try_wait().unwrap() {
                return status.code().unwrap_or(-1);
            }
            assert!(std::time::Instant::now() < until, "it goes on");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Says goodbye.
    pub fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Ok(Value::Null));
        self.tell("exit", Value::Null);
        assert_eq!(self.ended(), 0);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        length = line.trim().strip_prefix("Content-Length: ")?.parse().ok()?;
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
