//! The messages of an editor, one after the other, and what is answered.

use std::collections::{BTreeSet, VecDeque};
use std::io::{self, BufRead, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::position::{Encoding, Places, Range};
use super::wire::{self, Failed, Incoming, code, params_of};
use super::workspace::Workspace;
use super::{answers, capabilities, diagnostics};
use crate::cli::outcome::Outcome;
use crate::cli::project::SETTINGS_FILE;
use crate::service::Document;
use crate::source::{LineIndex, Span};

/// The most messages that wait. An editor that sends more waits itself.
const MOST_WAITING: usize = 1_024;

/// How often it is looked whether the editor is still there.
const LOOKS: Duration = Duration::from_secs(2);

type Read = io::Result<Option<Incoming>>;

/// Answers an editor until it says `exit`, its output ends, or it is gone.
///
/// # Errors
///
/// Returns an error where its messages can't be told apart any more, or where nothing can be written.
pub fn serve(input: impl BufRead + Send + 'static, output: impl Write) -> io::Result<Outcome> {
    let (sender, receiver) = mpsc::sync_channel::<Read>(MOST_WAITING);
    thread::spawn(move || {
        let mut input = input;
        loop {
            let read = wire::read(&mut input);
            let is_last = !matches!(read, Ok(Some(_)));
            if sender.send(read).is_err() || is_last {
                return;
            }
        }
    });
    Server {
        output,
        receiver,
        workspace: Workspace::default(),
        encoding: Encoding::default(),
        phase: Phase::New,
        pulls: false,
        waiting: VecDeque::new(),
        cancelled: Vec::new(),
        stale: BTreeSet::new(),
        parent: None,
    }
    .run()
}

/// What is known of the editor, and what waits.
struct Server<W> {
    output: W,
    receiver: Receiver<Read>,
    workspace: Workspace,
    encoding: Encoding,
    phase: Phase,
    /// Whether the editor asks for what is said, so that nobody tells it without being asked.
    pulls: bool,
    waiting: VecDeque<Value>,
    /// The requests that wait and were cancelled.
    cancelled: Vec<Value>,
    /// What is to be looked at once nothing waits.
    stale: BTreeSet<String>,
    /// The process that started the server.
    parent: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Before `initialize`.
    New,
    Running,
    /// After `shutdown`.
    Down,
}

/// What comes after a message.
enum Next {
    GoOn,
    Exit(Outcome),
}

impl<W: Write> Server<W> {
    fn run(mut self) -> io::Result<Outcome> {
        loop {
            let Some(message) = self.next()? else { return Ok(self.ended()) };
            if let Next::Exit(outcome) = self.message(&message)? {
                return Ok(outcome);
            }
        }
    }

    /// Returns the next message; none at the end. While nothing comes, what is stale is looked at, one after the other.
    fn next(&mut self) -> io::Result<Option<Value>> {
        loop {
            match self.receiver.try_recv() {
                Ok(read) => match read? {
                    Some(incoming) => self.queue(incoming)?,
                    // What was said before the end is still answered.
                    None => return Ok(self.waiting.pop_front()),
                },
                Err(TryRecvError::Disconnected) => return Ok(self.waiting.pop_front()),
                Err(TryRecvError::Empty) => {
                    if let Some(message) = self.waiting.pop_front() {
                        return Ok(Some(message));
                    }
                    if let Some(uri) = self.stale.pop_first() {
                        self.publish(&uri)?;
                        continue;
                    }
                    match self.receiver.recv_timeout(LOOKS) {
                        Ok(read) => match read? {
                            Some(incoming) => self.queue(incoming)?,
                            None => return Ok(None),
                        },
                        Err(mpsc::RecvTimeoutError::Timeout) if self.parent.is_some_and(is_gone) => {
                            return Ok(None);
                        }
                        Err(mpsc::RecvTimeoutError::Timeout) => {}
                        Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(None),
                    }
                }
            }
        }
    }

    /// Lets a message wait. What is cancelled is noted at once.
    fn queue(&mut self, incoming: Incoming) -> io::Result<()> {
        let message = match incoming {
            Incoming::Message(message) => message,
            Incoming::Malformed(why) => return self.refuse(&Value::Null, code::PARSE_ERROR, why),
        };
        if message["method"] == "$/cancelRequest" {
            let id = message["params"]["id"].clone();
            if self.waiting.iter().any(|waiting| waiting["id"] == id && !id.is_null()) {
                self.cancelled.push(id);
            }
            return Ok(());
        }
        self.waiting.push_back(message);
        Ok(())
    }

    fn ended(&self) -> Outcome {
        if self.phase == Phase::Down { Outcome::Fine } else { Outcome::Mistakes }
    }

    fn refuse(&mut self, id: &Value, code: i64, why: impl Into<String>) -> io::Result<()> {
        wire::write(&mut self.output, &wire::answer(id, Err((code, why.into()))))
    }

    fn message(&mut self, message: &Value) -> io::Result<Next> {
        let id = message.get("id").cloned();
        let Some(method) = message.get("method").and_then(Value::as_str) else {
            // An answer to something that was asked of the editor needs nothing.
            if message.get("result").is_none() && message.get("error").is_none() {
                self.refuse(
                    &id.unwrap_or_default(),
                    code::INVALID_REQUEST,
                    "this is no message of the protocol",
                )?;
            }
            return Ok(Next::GoOn);
        };
        let params = message.get("params").cloned().unwrap_or_default();
        let Some(id) = id else { return self.notification(method, params) };
        if let Some(at) = self.cancelled.iter().position(|cancelled| *cancelled == id) {
            self.cancelled.swap_remove(at);
            self.refuse(&id, code::REQUEST_CANCELLED, "cancelled")?;
            return Ok(Next::GoOn);
        }
        let result = panic::catch_unwind(AssertUnwindSafe(|| self.request(method, params)));
        let result = result.unwrap_or_else(|_| {
            Err((code::INTERNAL_ERROR, format!("wodc failed at `{method}`, which is a bug in wodc")))
        });
        wire::write(&mut self.output, &wire::answer(&id, result))?;
        Ok(Next::GoOn)
    }

    fn request(&mut self, method: &str, params: Value) -> Result<Value, Failed> {
        match (method, self.phase) {
            ("initialize", Phase::New) => return self.initialize(params),
            (_, Phase::New) => return Err((code::NOT_INITIALIZED, "`initialize` comes first".into())),
            (_, Phase::Down) => {
                return Err((code::INVALID_REQUEST, "after `shutdown` there is only `exit`".into()));
            }
            ("shutdown", Phase::Running) => {
                self.phase = Phase::Down;
                return Ok(Value::Null);
            }
            (_, Phase::Running) => {}
        }
        answers::answer(&self.workspace, self.encoding, method, params)
    }

    fn initialize(&mut self, params: Value) -> Result<Value, Failed> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Initialize {
            process_id: Option<u32>,
            root_uri: Option<String>,
            workspace_folders: Option<Vec<Folder>>,
            #[serde(default)]
            capabilities: Value,
        }
        let asked: Initialize = params_of(params)?;
        let encodings = &asked.capabilities["general"]["positionEncodings"];
        let takes_bytes = encodings.as_array().is_some_and(|all| all.iter().any(|one| one == "utf-8"));
        self.encoding = if takes_bytes { Encoding::Utf8 } else { Encoding::Utf16 };
        self.pulls = asked.capabilities["textDocument"]["diagnostic"].is_object();
        self.parent = asked.process_id;
        let folders = asked.workspace_folders.map(|all| all.into_iter().map(|folder| folder.uri).collect());
        let folders: Vec<String> = folders.unwrap_or_else(|| asked.root_uri.into_iter().collect());
        self.workspace.show(folders);
        self.phase = Phase::Running;
        Ok(capabilities::initialized(self.encoding))
    }

    /// Takes note of something. What can't be understood is passed over, as the protocol asks.
    fn notification(&mut self, method: &str, params: Value) -> io::Result<Next> {
        if method == "exit" {
            return Ok(Next::Exit(self.ended()));
        }
        if self.phase != Phase::Running {
            return Ok(Next::GoOn);
        }
        let noted = panic::catch_unwind(AssertUnwindSafe(|| self.note(method, params)));
        if !matches!(noted, Ok(Ok(()))) {
            let message = json!({ "type": 2, "message": format!("wodc could not use a message `{method}`") });
            wire::write(&mut self.output, &wire::notification("window/logMessage", message))?;
        }
        Ok(Next::GoOn)
    }

    fn note(&mut self, method: &str, params: Value) -> Result<(), Failed> {
        match method {
            "textDocument/didOpen" => {
                let Opened { text_document: text } = params_of(params)?;
                let location = self.workspace.open(&text.uri, text.text, text.version);
                self.stale.extend(self.workspace.open_beside(&location));
                let root = self.workspace.root(location.root());
                if root.is_some_and(|root| root.texts.settings.mistake.is_some()) {
                    self.settings(location.root())?;
                }
            }
            "textDocument/didChange" => {
                let Changed { text_document, content_changes } = params_of(params)?;
                let Some((_, document)) = self.workspace.get(&text_document.uri) else {
                    return Err((code::INVALID_PARAMS, "this file is not open".into()));
                };
                let text = changed(document, content_changes, self.encoding);
                let location = self.workspace.open(&text_document.uri, text, text_document.version);
                self.stale.extend(self.workspace.open_beside(&location));
            }
            "textDocument/didClose" => {
                let Closed { text_document: TextDocument { uri } } = params_of(params)?;
                let location = self.workspace.close(&uri);
                self.stale.remove(&uri);
                self.stale.extend(self.workspace.open_beside(&location));
                let none = json!({ "uri": uri, "diagnostics": [] });
                let cleared = wire::notification("textDocument/publishDiagnostics", none);
                wire::write(&mut self.output, &cleared)
                    .map_err(|error| (code::INTERNAL_ERROR, error.to_string()))?;
            }
            "workspace/didChangeWatchedFiles" => {
                let OnDisk { changes } = params_of(params)?;
                for change in changes {
                    if let Some(root) = self.workspace.changed(&change.uri) {
                        self.stale.extend(self.workspace.open_in(&root));
                        if change.uri.ends_with(SETTINGS_FILE) {
                            self.settings(&root)?;
                        }
                    }
                }
            }
            "workspace/didChangeWorkspaceFolders" => {
                let Folders { event } = params_of(params)?;
                let uris = |folders: Vec<Folder>| folders.into_iter().map(|folder| folder.uri).collect();
                self.workspace.change_folders(uris(event.added), uris(event.removed));
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells what is wrong with the settings of a project, or that nothing is.
    fn settings(&mut self, folder: &Path) -> Result<(), Failed> {
        let Some(root) = self.workspace.root(folder) else { return Ok(()) };
        let Some(path) = root.texts.settings_path() else { return Ok(()) };
        let Ok(uri) = url::Url::from_file_path(path) else { return Ok(()) };
        let said: Vec<Value> = root
            .texts
            .settings
            .mistake
            .iter()
            .map(|(text, mistake)| {
                let lines = LineIndex::new(text);
                let places = Places { text, lines: &lines, encoding: self.encoding };
                let range = places.range(mistake.span(text));
                let message = format!("{}\n{}", mistake.message, mistake.help);
                json!({ "range": range, "severity": 1, "source": "wodc", "message": message })
            })
            .collect();
        let said = json!({ "uri": uri.as_str(), "diagnostics": said });
        wire::write(&mut self.output, &wire::notification("textDocument/publishDiagnostics", said))
            .map_err(|error| (code::INTERNAL_ERROR, error.to_string()))
    }

    /// Tells what is said of a file, unless the editor asks for that itself.
    fn publish(&mut self, uri: &str) -> io::Result<()> {
        let Some((root, document)) = self.workspace.get(uri).filter(|_| !self.pulls) else { return Ok(()) };
        let encoding = self.encoding;
        let look = || diagnostics::all(root, document, &diagnostics::look_at(root, document), encoding);
        // A text that can't be looked at must not end the editor's session.
        let Ok(said) = panic::catch_unwind(AssertUnwindSafe(look)) else { return Ok(()) };
        let version = root.open.get(&document.source().name).and_then(|open| open.version);
        let said = json!({ "uri": uri, "version": version, "diagnostics": said });
        wire::write(&mut self.output, &wire::notification("textDocument/publishDiagnostics", said))
    }
}

/// Returns a text with the changes made, one after the other.
fn changed(document: &Document, changes: Vec<Change>, encoding: Encoding) -> String {
    let mut text = document.text().to_owned();
    for (number, change) in changes.into_iter().enumerate() {
        let Some(range) = change.range else {
            text = change.text;
            continue;
        };
        let changed = (number > 0).then(|| LineIndex::new(&text));
        let lines = changed.as_ref().unwrap_or(document.lines());
        let span: Span = Places { text: &text, lines, encoding }.span(range);
        text.replace_range(span.range(), &change.text);
    }
    text
}

/// Tells whether a process has ended.
#[cfg(unix)]
fn is_gone(process: u32) -> bool {
    let id = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    id.is_some_and(|id| rustix::process::test_kill_process(id) == Err(rustix::io::Errno::SRCH))
}

/// Tells whether a process has ended. Elsewhere its end is seen by that of the input alone.
#[cfg(not(unix))]
fn is_gone(_process: u32) -> bool {
    false
}

#[derive(Deserialize)]
struct Folder {
    uri: String,
}

#[derive(Deserialize)]
struct Folders {
    event: FolderEvent,
}

#[derive(Deserialize)]
struct FolderEvent {
    added: Vec<Folder>,
    removed: Vec<Folder>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    text_document: Text,
}

#[derive(Deserialize)]
struct Text {
    uri: String,
    version: Option<i64>,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: Versioned,
    content_changes: Vec<Change>,
}

#[derive(Deserialize)]
struct Versioned {
    uri: String,
    version: Option<i64>,
}

#[derive(Deserialize)]
struct Change {
    range: Option<Range>,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Closed {
    text_document: TextDocument,
}

#[derive(Deserialize)]
struct TextDocument {
    uri: String,
}

#[derive(Deserialize)]
struct OnDisk {
    changes: Vec<TextDocument>,
}
