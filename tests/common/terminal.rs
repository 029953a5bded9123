//! The program in a pseudo-terminal, for what it asks there.

use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

use super::Folder;

/// When a test gives up: no machine is so slow.
const GIVE_UP: Duration = Duration::from_secs(60);

/// A run of the program in a terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    printed: Receiver<Vec<u8>>,
    /// What was printed and not yet waited for.
    seen: String,
    _master: Box<dyn MasterPty + Send>,
    _slave: Box<dyn SlavePty + Send>,
}

impl Terminal {
    pub fn begin(folder: &Folder, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wodc"));
        command.args(arguments);
        command.cwd(folder.path(""));
        let child = pair.slave.spawn_command(command).unwrap();
        let mut from_terminal = pair.master.try_clone_reader().unwrap();
        let (send, printed) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 1024];
            while let Ok(count @ 1..) = from_terminal.read(&mut bytes) {
                let _ = send.send(bytes[..count].to_vec());
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { child, keyboard, printed, seen: String::new(), _master: pair.master, _slave: pair.slave }
    }

    /// Waits until a text is printed.
    pub fn wait_for(&mut self, text: &str) {
        while !self.seen.contains(text) {
            let Ok(bytes) = self.printed.recv_timeout(GIVE_UP) else {
                panic!("no `{text}` in:\n{}", self.seen);
            };
            self.seen.push_str(&String::from_utf8_lossy(&bytes));
        }
        let at = self.seen.find(text).unwrap() + text.len();
        self.seen.drain(..at);
    }

    pub fn type_in(&mut self, text: &str) {
        self.keyboard.write_all(text.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits for a question, and answers it.
    pub fn answer(&mut self, question: &str, answer: &str) {
        self.wait_for(question);
        self.type_in(answer);
    }

    pub fn end(mut self) -> u32 {
        self.child.wait().unwrap().exit_code()
    }
}
