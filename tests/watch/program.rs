//! The program while it watches.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{self, Folder};

/// How long something may take before a test fails: far longer than on the slowest machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is looked whether something happened.
const EVERY: Duration = Duration::from_millis(10);

/// A browser that keeps what it was given, in the file `opened`.
pub const BROWSER: &str = "printf %s \"$1\" > opened.part && mv opened.part opened\n";

/// A running `wodc build --watch`, which ends when the test does.
pub struct Watch {
    folder: Folder,
    child: Child,
    /// What it has printed so far, on both streams.
    printed: Arc<Mutex<String>>,
}

impl Watch {
    /// Starts the program, and waits until it watches.
    pub fn start(files: &[(&str, &str)], arguments: &[&str]) -> Self {
        Self::start_in(Folder::with(files), arguments, &[])
    }

    pub fn start_in(folder: Folder, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = common::program(&folder.path(""));
        command.args(["build", "--watch"]).args(arguments).envs(variables.iter().copied());
        let mut child = command.spawn().unwrap();
        let printed = Arc::new(Mutex::new(String::new()));
        collect(child.stdout.take().unwrap(), printed.clone());
        collect(child.stderr.take().unwrap(), printed.clone());
        let watch = Self { folder, child, printed };
        watch.wait_for("press Ctrl-C to stop\n");
        watch
    }

    /// Returns the number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path(name)
    }

    pub fn read(&self, name: &str) -> String {
        self.folder.read(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        self.folder.write(name, text);
    }

    pub fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    pub fn printed(&self) -> String {
        self.printed.lock().unwrap().clone()
    }

    /// Returns how often something was printed.
    pub fn count(&self, part: &str) -> usize {
        self.printed().matches(part).count()
    }

    /// Waits until something is printed.
    pub fn wait_for(&self, part: &str) {
        self.wait_for_times(part, 1);
    }

    pub fn wait_for_times(&self, part: &str, times: usize) {
        self.wait_until(part, || self.count(part) >= times);
    }

    pub fn wait_for_line(&self, line: &str) {
        self.wait_until(line, || self.printed().lines().any(|printed| printed == line));
    }

    /// Waits until a file has something in it.
    pub fn wait_for_file(&self, name: &str, part: &str) {
        let has_it = || fs::read_to_string(self.path(name)).is_ok_and(|text| text.contains(part));
        self.wait_until(part, has_it);
    }

    pub fn wait_until(&self, what: &str, is_so: impl Fn() -> bool) {
        wait_until(what, is_so, || self.printed());
    }

    /// Presses Ctrl-C, and expects the program to end well. Elsewhere it is just ended.
    pub fn leave(mut self) {
        if cfg!(unix) {
            let pressed = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
            assert!(pressed.success());
            let since = Instant::now();
            let status = loop {
                match self.child.try_wait().unwrap() {
                    Some(status) => break status,
                    None => assert!(since.elapsed() < PATIENCE, "it does not end:\n{}", self.printed()),
                }
                thread::sleep(EVERY);
            };
            assert_eq!(status.code(), Some(0), "{}", self.printed());
        }
    }
}

/// Waits until something is so; if it never is, says what is so instead.
pub fn wait_until(what: &str, is_so: impl Fn() -> bool, instead: impl Fn() -> String) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < PATIENCE, "waited for `{what}` in vain:\n{}", instead());
        thread::sleep(EVERY);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps what a stream brings.
fn collect(mut stream: impl Read + Send + 'static, printed: Arc<Mutex<String>>) {
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        let mut pending = Vec::new();
        while let Ok(length @ 1..) = stream.read(&mut bytes) {
            pending.extend_from_slice(&bytes[..length]);
            // The end of what was read may lie in the midst of a character.
            let whole = pending.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
            let text = String::from_utf8(pending.drain(..whole).collect()).unwrap();
            printed.lock().unwrap().push_str(&text);
        }
    });
}
