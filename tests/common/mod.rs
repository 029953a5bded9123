//! The real binary, in a folder of its own: a [`Test`] is one run with what is expected of it, a [`Folder`] is there for
//! several.

#![allow(dead_code, reason = "each file of tests uses its part of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub mod schema;
#[cfg(unix)]
pub mod terminal;

/// A run of the program, and what is expected of it.
pub struct Test {
    pub folder: TempDir,
    pub current: PathBuf,
    pub arguments: Vec<String>,
    pub variables: Vec<(&'static str, &'static str)>,
    pub stdin: Vec<u8>,
    pub status: i32,
    pub checks: Vec<Check>,
}

/// Something that must hold after a run.
pub type Check = Box<dyn Fn(&Ran)>;

/// What a run left behind.
pub struct Ran {
    pub folder: TempDir,
    pub stdout: String,
    pub stderr: String,
}

impl Test {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            current: PathBuf::new(),
            arguments: Vec::new(),
            variables: Vec::new(),
            stdin: Vec::new(),
            status: 0,
            checks: Vec::new(),
        }
    }

    pub fn file(self, name: &str, contents: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
        self
    }

    pub fn folder(self, name: &str) -> Self {
        fs::create_dir_all(self.folder.path().join(name)).unwrap();
        self
    }

    #[cfg(unix)]
    pub fn link(self, name: &str, to: &str) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(to, path).unwrap();
        self
    }

    /// Makes a pipe with a name.
    #[cfg(unix)]
    pub fn pipe(self, name: &str) -> Self {
        let made = Command::new("mkfifo").arg(self.folder.path().join(name)).status().unwrap();
        assert!(made.success(), "{made}");
        self
    }

    pub fn current(mut self, folder: &str) -> Self {
        self.current = folder.into();
        self
    }

    pub fn arg(mut self, argument: &str) -> Self {
        self.arguments.push(argument.into());
        self
    }

    pub fn args<const N: usize>(mut self, arguments: [&str; N]) -> Self {
        self.arguments.extend(arguments.map(String::from));
        self
    }

    pub fn variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    pub fn stdin(mut self, text: impl AsRef<[u8]>) -> Self {
        self.stdin = text.as_ref().into();
        self
    }

    pub fn status(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    pub fn check(mut self, check: impl Fn(&Ran) + 'static) -> Self {
        self.checks.push(Box::new(check));
        self
    }

    pub fn stdout(self, expected: &'static str) -> Self {
        self.check(move |ran| assert_eq!(ran.stdout, expected))
    }

    pub fn stderr(self, expected: &'static str) -> Self {
        self.check(move |ran| assert_eq!(ran.stderr, expected))
    }

    pub fn stdout_contains(self, part: &'static str) -> Self {
        self.check(move |ran| assert!(ran.stdout.contains(part), "no `{part}` in:\n{}", ran.stdout))
    }

    pub fn stderr_contains(self, part: &'static str) -> Self {
        self.check(move |ran| assert!(ran.stderr.contains(part), "no `{part}` in:\n{}", ran.stderr))
    }

    pub fn stderr_lacks(self, part: &'static str) -> Self {
        self.check(move |ran| assert!(!ran.stderr.contains(part), "`{part}` in:\n{}", ran.stderr))
    }

    /// Expects exactly these files below the folder afterwards.
    pub fn files<const N: usize>(self, expected: [&'static str; N]) -> Self {
        self.check(move |ran| assert_eq!(ran.files(), expected))
    }

    pub fn file_is(self, name: &'static str, expected: impl AsRef<[u8]> + 'static) -> Self {
        self.check(move |ran| assert!(ran.read(name).as_bytes() == expected.as_ref(), "{}", ran.read(name)))
    }

    pub fn command(&self) -> Command {
        let mut command = program(&self.folder.path().join(&self.current));
        command.args(&self.arguments).envs(self.variables.iter().copied());
        command
    }

    pub fn run(self) -> Ran {
        let output = fed(&mut self.command(), self.stdin.clone());
        let ran = Ran {
            folder: self.folder,
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        assert_eq!(output.status.code(), Some(self.status), "{}\n{}", ran.stdout, ran.stderr);
        self.checks.iter().for_each(|check| check(&ran));
        ran
    }
}

impl Ran {
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// All files below the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        fn walk(root: &Path, folder: &Path, files: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(root, &path, files);
                } else {
                    files.push(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        let mut files = Vec::new();
        walk(self.folder.path(), self.folder.path(), &mut files);
        files.sort();
        files
    }
}

/// Returns the program, to be run in a folder, with its pipes and without what the environment says of colours.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wodc"));
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

/// Runs a program to its end with a text on its standard input.
fn fed(command: &mut Command, text: Vec<u8>) -> Output {
    let mut child = command.spawn().unwrap();
    // The program may stop reading before the end, so a closed pipe is no failure.
    let mut stdin = child.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&text)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

/// A folder with files in it, for one run after another.
pub struct Folder(TempDir);

/// How a run in a [`Folder`] ended.
#[derive(Debug)]
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, "", &[])
    }

    pub fn run_with(&self, arguments: &[&str], input: &str, variables: &[(&str, &str)]) -> Ended {
        let mut command = program(self.0.path());
        let output = fed(command.args(arguments).envs(variables.iter().copied()), input.into());
        Ended {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a check that prints one JSON object and nothing else.
    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let ran = self.run(arguments);
        assert_eq!(ran.err, "");
        serde_json::from_str(&ran.out).unwrap()
    }
}
