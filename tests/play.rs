//! `wodc play` in a real terminal: a pseudo-terminal in which the program runs, and an emulator that shows its screen.
//!
//! Nothing here asserts how long anything takes: a test waits until the screen shows what it must come to show.
#![cfg(all(unix, feature = "play"))]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use tempfile::TempDir;

/// When a test gives up: no machine is so slow.
const GIVE_UP: Duration = Duration::from_secs(60);

const SHORT: &str = "workout \"Short\" <\n  circuit rounds 2 < squat 30s; rest 15s; push-up 10 @ 12kg >\n>\n";
const TWO: &str = "workout \"Monday\" < squat 30s >\nworkout \"Friday\" < push-up 20s >\n";

/// The program in its terminal.
struct Session {
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal has its settings when the program is gone.
    slave: Option<Box<dyn SlavePty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    emulator: Arc<Mutex<vt100::Parser>>,
    printed: Arc<Mutex<Vec<u8>>>,
    reader: JoinHandle<()>,
    settings_before: String,
    _folder: Arc<TempDir>,
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

fn size((wide, high): (u16, u16)) -> PtySize {
    PtySize { rows: high, cols: wide, ..PtySize::default() }
}

impl Session {
    /// Runs `wodc play` on a workout, in a terminal of so many columns and rows.
    fn begin(workout: &str, arguments: &[&str], wide_and_high: (u16, u16)) -> Self {
        Self::begin_with(workout, arguments, wide_and_high, |_, _| {})
    }

    fn begin_with(
        workout: &str,
        arguments: &[&str],
        wide_and_high: (u16, u16),
        prepare: impl FnOnce(&TempDir, &mut CommandBuilder),
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("it.wod"), workout).unwrap();
        Self::begin_in(&Arc::new(folder), arguments, wide_and_high, prepare)
    }

    /// The same in a folder that has the workout.
    fn begin_in(
        folder: &Arc<TempDir>,
        arguments: &[&str],
        wide_and_high: (u16, u16),
        prepare: impl FnOnce(&TempDir, &mut CommandBuilder),
    ) -> Self {
        let pair = native_pty_system().openpty(size(wide_and_high)).unwrap();
        let settings_before = settings(&*pair.master);
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wodc"));
        command.args(["play", "it.wod"]);
        command.args(arguments);
        command.cwd(folder.path());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        prepare(folder, &mut command);
        let child = pair.slave.spawn_command(command).unwrap();

        let (wide, high) = wide_and_high;
        let emulator = Arc::new(Mutex::new(vt100::Parser::new(cells(high), cells(wide), 0)));
        let printed = Arc::new(Mutex::new(Vec::new()));
        let mut from_terminal = pair.master.try_clone_reader().unwrap();
        let (shown, kept) = (Arc::clone(&emulator), Arc::clone(&printed));
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = from_terminal.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..count]);
                kept.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self {
            master: pair.master,
            slave: Some(pair.slave),
            child,
            keyboard,
            emulator,
            printed,
            reader,
            settings_before,
            _folder: Arc::clone(folder),
        }
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Returns what is on screen, without blanks at the ends of lines.
    fn screen(&self) -> String {
        let contents = self.emulator.lock().unwrap().screen().contents();
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// Waits until the screen is as it must be, and returns it.
    fn wait_until(&self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let since = Instant::now();
        loop {
            let screen = self.screen();
            if is_so(&screen) {
                return screen;
            }
            assert!(since.elapsed() < GIVE_UP, "waited for {what} in vain:\n{screen}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("`{text}`"), |screen| screen.contains(text))
    }

    /// Waits for a text on a screen that then stays as it is, and returns it.
    fn settled(&self, text: &str) -> String {
        let mut screen = self.wait_for(text);
        loop {
            thread::sleep(Duration::from_millis(200));
            let now = self.wait_for(text);
            if now == screen {
                return screen;
            }
            screen = now;
        }
    }

    /// Waits for the program to end, and asserts that the terminal is as it was. Returns what stands there then.
    fn end(mut self) -> (ExitStatus, String) {
        let since = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(since.elapsed() < GIVE_UP, "it did not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        };
        assert_eq!(settings(&*self.master), self.settings_before, "the terminal's settings");
        // What was printed last may still be on its way. When nobody has the terminal any more, all of it was read.
        self.slave = None;
        self.wait_until("all that was printed", |_| self.reader.is_finished());
        {
            let emulator = self.emulator.lock().unwrap();
            assert!(!emulator.screen().alternate_screen(), "the usual screen");
            assert!(!emulator.screen().hide_cursor(), "the cursor");
        }
        let printed = String::from_utf8_lossy(&self.printed.lock().unwrap()).into_owned();
        assert_eq!(
            count(&printed, "\u{1b}[?1049h"),
            count(&printed, "\u{1b}[?1049l"),
            "taken and given back"
        );
        (status, self.screen())
    }

    fn rung(&self) -> usize {
        self.printed.lock().unwrap().iter().filter(|&&byte| byte == 7).count()
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A test that failed leaves nothing behind.
        let _ = self.child.kill();
    }
}

/// Returns how a terminal is set: raw or not, and so on.
fn settings(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

/// Returns the clock on a screen where it is a line of text.
fn clock(screen: &str) -> Option<&str> {
    screen.lines().map(str::trim).find(|line| {
        let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        line.split_once(':').is_some_and(|(minutes, seconds)| figures(minutes) && figures(seconds))
    })
}

/// A terminal so low that the clock is a line of text.
const LOW: (u16, u16) = (50, 6);

#[test]
fn a_session_from_start_to_summary() {
    let mut session = Session::begin(SHORT, &["--silent"], (60, 18));
    let ready = session.settled("enter start");
    insta::assert_snapshot!("session-1-ready", ready);

    // Paused from the first moment of a stage on, every screen is the same each time.
    session.press("\r");
    session.wait_for("Get ready");
    session.press("p");
    session.wait_for("PAUSED");
    session.press("s");
    insta::assert_snapshot!("session-2-bout", session.settled("Next: Rest"));
    session.press("s");
    insta::assert_snapshot!("session-3-rest", session.settled("Next: Push-up"));
    session.press("s");
    insta::assert_snapshot!("session-4-set", session.settled("about 0:20"));
    session.press("d");
    session.wait_for("Round 2 of 2");
    session.press("x");
    session.wait_for("Half squat\n");
    session.press("b");
    session.wait_for("Push-up\n");
    session.press("q");
    insta::assert_snapshot!("session-5-question", session.settled("Leave?"));
    // Any other key means no.
    session.press("n");
    session.wait_for("d done");
    session.press("dsss");
    session.wait_for("0:00  Push-up, 10");
    session.press("s");
    insta::assert_snapshot!("session-6-end", session.settled("Well worked"));

    session.press("q");
    let (status, screen) = session.end();
    assert_eq!(status.exit_code(), 0, "{status:?}");
    // The results say when it was.
    let lines = screen.lines().map(|line| if line.starts_with("done 2") { "done … <" } else { line });
    insta::assert_snapshot!("session-7-what-stays", lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_clock_runs_and_a_pause_holds_it() {
    let mut session = Session::begin(SHORT, &["--silent"], LOW);
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("Get ready");
    session.press("s");
    session.wait_for("Squat");
    session.wait_until("the clock to run down", |screen| clock(screen) == Some("0:29"));
    session.wait_until("it to run on", |screen| clock(screen) == Some("0:28"));

    session.press(" ");
    let held = session.wait_for("PAUSED");
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(clock(&session.screen()), clock(&held));
    session.press(" ");
    session.wait_until("it to run again", |screen| {
        !screen.contains("PAUSED") && clock(screen).is_some_and(|now| Some(now) < clock(&held))
    });

    // What the athlete ends runs up.
    session.press("ss");
    session.wait_for("Push-up");
    session.wait_until("the clock to run up", |screen| clock(screen) == Some("0:01"));
    session.press("d");
    session.wait_for("Round 2 of 2");
    session.press("qq");
    let printed = Arc::clone(&session.printed);
    let (status, _) = session.end();
    assert_eq!(status.exit_code(), 0, "{status:?}");
    let printed = String::from_utf8_lossy(&printed.lock().unwrap()).into_owned();
    assert!(printed.contains("not to its end") && printed.contains("skipped  Squat, 30 s"), "{printed}");
}

#[test]
fn a_session_runs_to_its_end_by_itself_and_rings() {
    let workout = "workout \"Clock\" < circuit rounds 2 < squat 30s; rest 15s; push-up 30s > >";
    let mut session = Session::begin(workout, &["--speed", "40"], (80, 24));
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("Well worked");
    assert!(session.rung() > 5, "it rang {} times", session.rung());
    session.press("q");
    let (status, screen) = session.end();
    assert_eq!(status.exit_code(), 0);
    assert!(screen.contains("Clock, 2:30") && count(&screen, "0:30  Squat, 30 s") == 2, "{screen}");
}

#[test]
fn silence_is_kept_until_the_sound_is_asked_for() {
    let workout = "workout \"Clock\" < circuit rounds 3 < squat 30s; push-up 10 > >";
    let mut session = Session::begin(workout, &["--silent", "--speed", "60"], (80, 24));
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("d done");
    assert_eq!(session.rung(), 0);
    session.press("m");
    session.wait_for("m mute");
    session.press("d");
    session.wait_for("Round 2 of 3");
    session.wait_until("the bell", |_| session.rung() > 0);
}

#[test]
fn ctrl_c_leaves_the_terminal_as_it_was() {
    let mut session = Session::begin(SHORT, &["--silent"], (80, 24));
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("Get ready");
    session.press("s");
    session.wait_for("Next: Rest");
    session.press("\u{3}");
    let (status, screen) = session.end();
    assert!(status.signal().is_some_and(|signal| signal.contains("Interrupt")), "{status:?}");
    assert!(screen.contains("Short, 0:0") && screen.contains("not to its end"), "{screen}");
}

#[test]
fn signals_leave_the_terminal_as_it_was() {
    for (name, said) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt"), ("QUIT", "Quit")] {
        let mut session = Session::begin(SHORT, &["--silent"], (80, 24));
        session.wait_for("enter start");
        session.press("\r");
        session.wait_for("Get ready");
        session.signal(name);
        let (status, _) = session.end();
        assert!(status.signal().is_some_and(|signal| signal.contains(said)), "{name}: {status:?}");
    }
}

#[test]
fn it_ends_when_its_terminal_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("it.wod"), SHORT).unwrap();
    let pair = native_pty_system().openpty(size((20, 8))).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_wodc"));
    command.args(["play", "it.wod", "--silent"]);
    command.cwd(folder.path());
    command.env("TERM", "xterm-256color");
    command.env("XDG_STATE_HOME", folder.path());
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut printed = Vec::new();
    while !String::from_utf8_lossy(&printed).contains("start") {
        let mut bytes = [0; 256];
        let count = reader.read(&mut bytes).unwrap();
        printed.extend_from_slice(&bytes[..count]);
    }
    drop((reader, pair));
    let since = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if since.elapsed() > GIVE_UP {
            child.kill().unwrap();
            panic!("it went on without a terminal");
        }
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_small_terminal_has_the_clock_and_a_resized_one_all_its_room() {
    let mut session = Session::begin(SHORT, &["--silent"], (20, 8));
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("Get ready");
    session.press("p");
    session.wait_for("PAUSED");
    session.press("s");
    insta::assert_snapshot!("resized-20x8", session.settled("Next: Rest"));

    for (wide, high) in [(100, 30), (21, 3), (80, 24)] {
        session.emulator.lock().unwrap().screen_mut().set_size(cells(high), cells(wide));
        session.master.resize(size((wide, high))).unwrap();
        // The clock is there in each size; in a large one, so is what was left out.
        session.wait_until("the clock in its new place", |screen| {
            let rows = screen.lines().count();
            let is_large = high < 20 || screen.contains("r restart");
            rows <= usize::from(high) && is_large && (screen.contains("0:30") || screen.contains("██"))
        });
    }
    insta::assert_snapshot!("resized-80x24", session.settled("r restart"));
    session.press("\u{3}");
    session.end();
}

#[test]
fn one_of_several_workouts_is_chosen() {
    let mut session = Session::begin(TWO, &["--silent"], (40, 10));
    session.wait_for("Which workout?");
    session.press("\u{1b}[B");
    session.wait_for("▶ 2 Friday");
    session.press("\r");
    session.wait_for("Next: Push-up");
    session.press("q");
    assert_eq!(session.end().0.exit_code(), 0);

    let session = Session::begin(TWO, &["--silent", "--workout", "friday"], (40, 10));
    session.wait_for("Next: Push-up");
    session.signal("TERM");
    session.end();

    let mut session = Session::begin(TWO, &["--silent"], (40, 10));
    session.wait_for("Which workout?");
    session.press("q");
    assert_eq!(session.end().0.exit_code(), 0);
}

#[test]
fn mistakes_are_told_and_the_terminal_is_not_taken() {
    let session = Session::begin("workout \"Broken\" < squat 30 secnds >", &[], (80, 24));
    let printed = Arc::clone(&session.printed);
    let (status, screen) = session.end();
    assert_eq!(status.exit_code(), 1, "{status:?}");
    assert!(screen.contains("it.wod:1:"), "{screen}");
    assert!(!String::from_utf8_lossy(&printed.lock().unwrap()).contains("\u{1b}[?1049h"));

    let session = Session::begin(TWO, &["--workout", "sunday"], (80, 24));
    let (status, screen) = session.end();
    assert_eq!(status.exit_code(), 2, "{status:?}");
    assert!(screen.contains("there is no workout `sunday`; there is `Monday`, `Friday`"), "{screen}");
}

#[test]
fn warnings_do_not_keep_anybody_from_playing_and_colours_can_be_left_out() {
    let prepare = |_: &TempDir, command: &mut CommandBuilder| command.env("NO_COLOR", "1");
    let mut session = Session::begin_with(SHORT, &["--silent"], (60, 18), prepare);
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("Get ready");
    let printed = String::from_utf8_lossy(&session.printed.lock().unwrap()).into_owned();
    let coloured =
        printed.split("\u{1b}[").skip(1).filter_map(|code| code.split_once('m').map(|(code, _)| code));
    let coloured = coloured.flat_map(|code| code.split(';')).filter(|code| code.len() == 2);
    let colours: Vec<_> = coloured.filter(|code| code.starts_with('3') || code.starts_with('4')).collect();
    assert!(colours.iter().all(|code| ["39", "49"].contains(code)), "{colours:?}");
    session.press("\u{3}");
    session.end();
}

#[test]
fn one_of_several_movements_of_a_round_is_swapped() {
    let workout = "workout \"Rounds\" < amrap 5min < squat 10 or lunge 10; push-up 5 or dip 5 > >";
    let mut session = Session::begin(workout, &["--silent"], (60, 18));
    session.wait_for("enter start");
    session.press("\rs");
    session.wait_for("Squat · 10, or Lunge · 10");
    session.press("x");
    session.wait_for(" 1 Squat  2 Push-up");
    session.press("2");
    session.wait_for("Dip · 5");
    let screen = session.wait_for("x swap");
    assert!(screen.contains("Squat · 10, or Lunge · 10") && !screen.contains("Push-up · 5"), "{screen}");
    // Any other key leaves it as it is.
    session.press("xp");
    let screen = session.wait_for("x swap");
    assert!(screen.contains("Dip · 5") && !screen.contains("PAUSED"), "{screen}");
    session.press("\u{3}");
    session.end();
}

#[test]
fn what_is_said_goes_to_a_voice_and_stops_with_the_session() {
    let prepare = |folder: &TempDir, command: &mut CommandBuilder| {
        let voice = folder.path().join("espeak-ng");
        // It notes what it was told, and speaks on until it is stopped.
        let script = "#!/bin/sh\n(echo \"$@\"; cat; echo) >> heard\nexec sleep 60\n";
        fs::write(&voice, script).unwrap();
        fs::set_permissions(&voice, fs::Permissions::from_mode(0o755)).unwrap();
        command.env("PATH", format!("{}:/usr/bin:/bin", folder.path().display()));
    };
    let mut session = Session::begin_with(SHORT, &["--rate", "170"], (60, 18), prepare);
    let heard = session._folder.path().join("heard");
    let read = || fs::read_to_string(&heard).unwrap_or_default();
    session.wait_for("enter start");
    session.press("\r");
    session.wait_until("the voice to be told", |_| read().ends_with("30 seconds.\n"));
    assert_eq!(read(), "--stdin -s 170\nGet ready for Short. First: squat, 30 seconds.\n");
    // A new stage is spoken of at once, whatever was being said.
    session.press("s");
    session.wait_until("the next to be said", |_| read().ends_with("Round 1 of 2. Squat, 30 seconds.\n"));
    session.press("\u{3}");
    session.end();
}

#[test]
fn without_a_terminal_it_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("it.wod"), SHORT).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wodc"));
        let output = command.arg("play").args(arguments).current_dir(folder.path()).output().unwrap();
        (output.status.code(), output.stdout, String::from_utf8(output.stderr).unwrap())
    };
    let (code, out, said) = run(&["it.wod"]);
    assert_eq!((code, out.is_empty()), (Some(2), true));
    assert_eq!(
        said,
        "error: `wodc play` needs a terminal; `wodc build it.wod --to cues -o -` prints what it would say, with the \
         times\n"
    );
    let (code, _, said) = run(&["-"]);
    assert_eq!(
        (code, &*said),
        (Some(2), "error: `wodc play` reads keys from standard input; name a file to play\n")
    );
    let (code, _, said) = run(&["."]);
    assert_eq!((code, &*said), (Some(2), "error: `.` is a folder; name one file to play\n"));
    let (code, _, said) = run(&["it"]);
    assert_eq!((code, &*said), (Some(2), "error: there is no file or folder `it`; there is `it.wod`\n"));
}

const LIFT: &str = "athlete \"Sam\" < bar 20kg; rounding 2.5kg; results \"sam-results.wod\" >
workout \"Squats\" < back squat 3x5 @ 60kg +2.5kg each success rest 1min >
plan \"Base\" weeks 2 < monday < do \"Squats\" > >
";

#[test]
fn what_was_done_outlives_the_program_and_is_added_to_the_results() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    fs::write(folder.path().join("it.wod"), LIFT).unwrap();
    let results = folder.path().join("sam-results.wod");
    fs::write(&results, "# mine\nresults \"Sam\"\n").unwrap();
    let begin = || {
        Session::begin_in(&folder, &["--silent", "--next"], (60, 20), |folder, command| {
            command.env("HOME", folder.path());
        })
    };
    let mut session = begin();
    session.wait_for("enter start");
    session.press("\r");
    session.wait_for("Get ready");
    session.press("s");
    session.wait_for("Set 1 of 3");
    session.press("d");
    session.wait_for("5 × 60 kg · Back squat, Set 1 of 3");
    session.press("e");
    session.wait_for("> 5 x 60kg");
    for (typed, why) in
        [("abc", "`abc`?"), ("60 x", "what load, behind `x`?"), ("5@", "what load, behind `@`?")]
    {
        session.press(&format!("{typed}\r"));
        session.wait_for(why);
        session.press("\u{15}");
    }
    session.press("5 x 62.5 rpe 8\r");
    session.wait_for("5 × 62.5 kg, RPE 8 · Back squat, Set 1 of 3");
    session.press("s");
    session.wait_for("Set 2 of 3");
    // Nothing warns it.
    session.signal("KILL");
    while session.child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_millis(10));
    }
    drop(session);

    let mut session = begin();
    let offered = session.settled("left in its midst");
    assert!(offered.contains("back squat 5 @ 62.5kg and rpe 8 asked 3x5 @ 60kg"), "{offered}");
    session.press("\r");
    session.wait_for("PAUSED");
    session.press("p");
    session.wait_for("p pause");
    session.press("d");
    session.wait_for("Set 2 of 3");
    session.press("f");
    session.wait_for("missed · Back squat");
    session.press("s");
    session.wait_for("Set 3 of 3");
    session.press("d");
    session.wait_for("enter results");
    session.press("\r");
    session.wait_for("How hard it felt, 1 to 10");
    session.press("8\r");
    session.wait_for("Note");
    session.press("Slow \"down\".\r");
    session.wait_for("enter add");
    assert_eq!(fs::read_to_string(&results).unwrap(), "# mine\nresults \"Sam\"\n", "nobody said so yet");
    session.press("\r");
    let (status, screen) = session.end();
    assert_eq!(status.exit_code(), 0, "{screen}");
    assert!(screen.contains("sam-results.wod: 1 session added"), "{screen}");
    let text = fs::read_to_string(&results).unwrap();
    let (before, block) = text.split_once("done ").expect("it was added");
    assert_eq!(before, "# mine\nresults \"Sam\"\n");
    assert_eq!(
        block.split_once(" \"Squats\" of \"Base\" <\n").expect("it has its title").1,
        "  back squat 5 @ 62.5kg and rpe 8, missed, 5 @ 60kg asked 3x5 @ 60kg\n  felt 8\n  \
         note \"Slow \\\"down\\\".\"\n>\n"
    );
    let check = Command::new(env!("CARGO_BIN_EXE_wodc"))
        .args(["check", "-D", "warnings", "sam-results.wod"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));

    // It is over, and nothing is offered any more.
    let mut session = begin();
    let ready = session.settled("enter start");
    assert!(!ready.contains("midst"), "{ready}");
    session.press("q");
    session.end();
}
