//! Speaking, through a program on this computer that reads text aloud.

use std::collections::VecDeque;
use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a text may wait for the one before it to end. After that it is out of date and isn't spoken.
const OVERDUE: Duration = Duration::from_secs(2);
/// The longest text that is spoken, in bytes. Any pipe holds that much, so writing to it never waits for the program.
const LONGEST: usize = 4096;

/// A program that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    path: PathBuf,
    kind: Kind,
}

/// How a program takes its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// eSpeak and eSpeak NG, which read standard input.
    Espeak,
    /// The voice of macOS, which reads standard input.
    Say,
    /// The client of Speech Dispatcher, which takes the text as an argument and has another program speak it.
    SpeechDispatcher,
}

/// The programs to look for, the best first.
const PROGRAMS: [(&str, Kind); 4] = [
    ("espeak-ng", Kind::Espeak),
    ("espeak", Kind::Espeak),
    ("say", Kind::Say),
    ("spd-say", Kind::SpeechDispatcher),
];

impl Speaker {
    /// Finds the best program in the folders of `PATH`.
    pub fn find() -> Option<Self> {
        Self::find_in(&env::var_os("PATH")?)
    }

    fn find_in(path: &OsStr) -> Option<Self> {
        // Programs in the current folder aren't trusted, even if it is on the path.
        let mut folders = env::split_paths(path).filter(|folder| folder.is_absolute()).peekable();
        // An empty path would mean the current folder, too.
        folders.peek()?;
        let folders = env::join_paths(folders).ok()?;
        PROGRAMS.into_iter().find_map(|(name, kind)| {
            let path = which::which_in_global(name, Some(&folders)).ok()?.next()?;
            Some(Self { path, kind })
        })
    }

    /// Starts to speak a text. No shell is involved, and the text can't be taken for an option.
    fn begin(&self, text: &str, words_per_minute: u32) -> Option<Child> {
        let mut command = Command::new(&self.path);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        match self.kind {
            Kind::Espeak => {
                command.args(["--stdin", "-s", &words_per_minute.to_string()]).stdin(Stdio::piped());
            }
            Kind::Say => {
                command.args(["-r", &words_per_minute.to_string(), "-f", "-"]).stdin(Stdio::piped());
            }
            Kind::SpeechDispatcher => {
                command.args(["--wait", "--", text]).stdin(Stdio::null());
            }
        }
        let mut child = command.spawn().ok()?;
        if let Some(mut input) = child.stdin.take() {
            // A program that doesn't read its input won't speak.
            let _ = input.write_all(text.as_bytes());
        }
        Some(child)
    }

    /// Returns the command that stops the speech, if killing the program doesn't.
    fn silencer(&self) -> Option<Command> {
        match self.kind {
            Kind::Espeak | Kind::Say => None,
            Kind::SpeechDispatcher => {
                let mut command = Command::new(&self.path);
                command.arg("--stop").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
                Some(command)
            }
        }
    }
}

/// Speaks one text after the other, without ever blocking.
#[derive(Debug)]
pub struct Voice {
    speaker: Option<Speaker>,
    words_per_minute: u32,
    speaking: Option<Child>,
    waiting: VecDeque<(Instant, String)>,
    /// Programs that were stopped and have not exited yet.
    stopped: Vec<Child>,
}

impl Voice {
    /// Returns a voice. Without a speaker it stays silent.
    pub fn new(speaker: Option<Speaker>, words_per_minute: u32) -> Self {
        Self { speaker, words_per_minute, speaking: None, waiting: VecDeque::new(), stopped: Vec::new() }
    }

    /// Tells whether there is a program that speaks.
    pub fn can_speak(&self) -> bool {
        self.speaker.is_some()
    }

    /// Speaks a text, after those that were given before it.
    pub fn say(&mut self, text: &str) {
        if self.speaker.is_some() {
            let end = text.floor_char_boundary(LONGEST);
            // Control characters and double brackets are commands to some programs.
            let text =
                text.get(..end).unwrap_or_default().replace(char::is_control, " ").replace("[[", "[ [");
            self.waiting.push_back((Instant::now(), text));
        }
        self.go_on();
    }

    /// Starts the next text if nothing is being spoken. Must be called regularly.
    pub fn go_on(&mut self) {
        self.stopped.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
        if let Some(child) = &mut self.speaking
            && matches!(child.try_wait(), Ok(None))
        {
            return;
        }
        self.speaking = None;
        while let Some((since, text)) = self.waiting.pop_front() {
            if since.elapsed() > OVERDUE {
                continue;
            }
            let Some(speaker) = &self.speaker else { return };
            self.speaking = speaker.begin(&text, self.words_per_minute);
            if self.speaking.is_none() {
                // A program that can't be run isn't tried again.
                self.speaker = None;
            }
            return;
        }
    }

    /// Stops at once, and drops the texts that wait.
    pub fn stop(&mut self) {
        self.waiting.clear();
        let Some(mut child) = self.speaking.take() else { return };
        let _ = child.kill();
        self.stopped.push(child);
        let silencer = self.speaker.as_ref().and_then(Speaker::silencer);
        self.stopped.extend(silencer.and_then(|mut command| command.spawn().ok()));
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.stop();
        for child in &mut self.stopped {
            let _ = child.try_wait();
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::thread::sleep;

    /// Puts a program in the place of a voice.
    fn program(folder: &Path, name: &str, script: &str) {
        let path = folder.join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Waits for a file to have some content.
    fn content(path: &Path) -> String {
        for _ in 0..500 {
            match fs::read_to_string(path) {
                Ok(text) if text.ends_with('\n') => return text,
                _ => sleep(Duration::from_millis(20)),
            }
        }
        panic!("nothing was written to {}", path.display());
    }

    #[test]
    fn the_best_program_on_the_path_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().as_os_str().to_owned();
        assert_eq!(Speaker::find_in(&path), None);
        program(folder.path(), "spd-say", "#!/bin/sh\n");
        assert_eq!(Speaker::find_in(&path).unwrap().kind, Kind::SpeechDispatcher);
        fs::write(folder.path().join("espeak-ng"), "no program").unwrap();
        assert_eq!(Speaker::find_in(&path).unwrap().kind, Kind::SpeechDispatcher, "that cannot be run");
        program(folder.path(), "espeak", "#!/bin/sh\n");
        assert_eq!(Speaker::find_in(&path).unwrap().path, folder.path().join("espeak"));
        assert_eq!(Speaker::find_in(OsStr::new(".")), None, "the current folder is no place for programs");
    }

    #[test]
    fn text_is_no_option_and_no_command() {
        let folder = tempfile::tempdir().unwrap();
        let heard = folder.path().join("heard");
        let script = format!("#!/bin/sh\ncat > {0}.new; echo >> {0}.new; mv {0}.new {0}\n", heard.display());
        program(folder.path(), "espeak-ng", &script);
        let mut voice = Voice::new(Speaker::find_in(folder.path().as_os_str()), 150);
        voice.say("-w $(touch hacked) `id` 'a\u{1b}");
        assert_eq!(content(&heard), "-w $(touch hacked) `id` 'a \n");

        let folder = tempfile::tempdir().unwrap();
        let heard = folder.path().join("heard");
        let script = format!("#!/bin/sh\necho \"$@\" > {0}.new; mv {0}.new {0}\n", heard.display());
        program(folder.path(), "spd-say", &script);
        let mut voice = Voice::new(Speaker::find_in(folder.path().as_os_str()), 150);
        voice.say("--stop; id");
        assert_eq!(content(&heard), "--wait -- --stop; id\n");
    }

    #[test]
    fn one_is_said_after_the_other_and_none_after_a_stop() {
        let folder = tempfile::tempdir().unwrap();
        let (heard, go) = (folder.path().join("heard"), folder.path().join("go"));
        let script = format!(
            "#!/bin/sh\nread -r line; while [ ! -e {1} ]; do sleep 0.02; done; echo $line >> {0}\n",
            heard.display(),
            go.display()
        );
        program(folder.path(), "espeak-ng", &script);
        let mut voice = Voice::new(Speaker::find_in(folder.path().as_os_str()), 150);
        voice.say("one");
        voice.say("two");
        assert_eq!(voice.waiting.len(), 1, "the second waits for the first");
        voice.stop();
        assert!(voice.speaking.is_none() && voice.waiting.is_empty());
        fs::write(go, "").unwrap();
        voice.say("three");
        while voice.speaking.is_some() {
            sleep(Duration::from_millis(20));
            voice.go_on();
        }
        assert_eq!(content(&heard), "three\n");
        assert!(voice.stopped.is_empty());
    }

    #[test]
    fn without_a_voice_nothing_is_said_and_nothing_is_wrong() {
        let mut voice = Voice::new(None, 150);
        voice.say("one");
        assert!(voice.waiting.is_empty() && !voice.can_speak());
        let gone = Speaker { path: "/nowhere/espeak-ng".into(), kind: Kind::Espeak };
        let mut voice = Voice::new(Some(gone), 150);
        voice.say("one");
        assert!(!voice.can_speak());
    }
}
