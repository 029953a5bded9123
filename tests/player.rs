//! The sessions in `tests/player`, played by the engine of `wodc play`. The page plays the same ones.
#![cfg(feature = "play")]

use std::fs;
use std::path::{Path, PathBuf};

use wodc::analysis::{NoFiles, Request, analyse};
use wodc::emit::player::model::Playbook;
use wodc::internals::date::{DateTime, read, read_time};
use wodc::internals::play::{Action, Notes, Phase, Player, Results, StageClock};
use wodc::source::SourceFile;

/// How often a running clock is looked at.
const LOOK_MS: i64 = 100;

/// When each session begins that says nothing else, as in the tests of the other player.
fn began() -> DateTime {
    DateTime::new(read("2026-01-09").unwrap(), read_time("18:40").unwrap())
}

/// One line of a session that is no comment.
struct Line<'t> {
    number: usize,
    word: &'t str,
    rest: &'t str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    numbered
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            Line { number, word, rest: rest.trim() }
        })
        .collect()
}

/// Returns seconds as milliseconds: `0.5` as 500.
fn ms(seconds: &str) -> i64 {
    (seconds.parse::<f64>().unwrap_or_else(|_| panic!("`{seconds}` is no number of seconds")) * 1000.0)
        .round() as i64
}

fn playbook(name: &str, lines: &[Line<'_>]) -> Playbook {
    let source: Vec<&str> = lines.iter().filter(|line| line.word == "wod").map(|line| line.rest).collect();
    let source = SourceFile::new(format!("{name}.wod"), source.join("\n"));
    let analysis = analyse(source, &Request::default(), &NoFiles);
    assert!(analysis.diagnostics().is_empty(), "{name}: {:#?}", analysis.diagnostics());
    let [playbook] = <[Playbook; 1]>::try_from(analysis.playbooks()).expect("there is one workout");
    playbook
}

/// Writes what is on screen as a session expects it.
fn shown(player: &Player<'_>) -> String {
    let name = match player.phase() {
        Phase::Ready => "ready",
        Phase::LeadIn => "lead-in",
        Phase::Stage(_) => {
            player.stage().and_then(|stage| player.doing(stage.task)).expect("is in a stage").name
        }
        Phase::End => "end",
    };
    let left = |left_ms| format!("{} left", StageClock::seconds_left(left_ms));
    let up = |passed_ms| format!("{} up", StageClock::seconds_passed(passed_ms));
    let clock = match player.clock() {
        None => return name.to_lowercase(),
        Some(StageClock::Down { left_ms, .. }) => left(left_ms),
        Some(StageClock::Up { passed_ms, .. }) => up(passed_ms),
        Some(StageClock::Both { passed_ms, left_ms, .. }) => format!("{}, {}", up(passed_ms), left(left_ms)),
    };
    format!("{} | {clock}", name.to_lowercase())
}

/// Reads which swap of which movement: `0`, `written`, `1 of push-up`.
fn swap(player: &Player<'_>, text: &str) -> Action {
    let (swap, name) = text.split_once(" of ").unwrap_or((text, ""));
    let stage = player.stage();
    let is_it = |task: &usize| player.playbook().tasks[*task].name.eq_ignore_ascii_case(name);
    let inside = stage.and_then(|stage| stage.inside.iter().copied().find(is_it));
    assert!(name.is_empty() || inside.is_some(), "nothing inside is called `{name}`");
    Action::Swap {
        task: inside.or(stage.map(|stage| stage.task)).unwrap_or(0),
        swap: (swap != "written").then(|| swap.parse().expect("the number of a swap")),
    }
}

fn action(player: &Player<'_>, line: &Line<'_>) -> Option<Action> {
    Some(match line.word {
        "start" => Action::Start,
        "pause" => Action::Pause,
        "resume" => Action::Resume,
        "done" => Action::Done,
        "skip" => Action::Skip,
        "back" => Action::Back,
        "restart" => Action::Restart,
        "swap" => swap(player, line.rest),
        _ => return None,
    })
}

/// Writes a `done` block whose lines a session expects: `done … <`, what is in it, and `>`.
fn block(lines: &[&str]) -> String {
    match lines {
        [] | [_] => String::new(),
        [first, inside @ .., last] => {
            let inside: String = inside.iter().map(|line| format!("  {line}\n")).collect();
            format!("{first}\n{inside}{last}\n")
        }
    }
}

/// Plays a session, and returns what differs from what it expects.
fn play(path: &Path) -> Vec<String> {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap();
    let lines = lines(&text);
    let playbook = playbook(&name, &lines);
    let mut player = Player::new(&playbook);
    let (mut now_ms, mut said, mut expected) = (0, Vec::new(), 0);
    let mut wrong = Vec::new();
    let mut results = Results::new(&playbook.asks, Notes::default());
    let mut writes: Vec<&str> = Vec::new();
    let end = Line { number: lines.len(), word: "", rest: "" };
    for line in lines.iter().filter(|line| line.word != "wod").chain([&end]) {
        if line.word == "writes" {
            writes.push(line.rest);
            continue;
        }
        if !writes.is_empty() {
            let (found, wanted) = (results.block(&player, began()), block(&writes));
            if found != wanted {
                wrong
                    .push(format!("{name}.run, before line {}: writes\n{wanted}found\n{found}", line.number));
            }
            writes.clear();
        }
        let mut expect = |what: &str, found: &str, wanted: &str| {
            if found != wanted {
                wrong.push(format!("{name}.run:{}: {what} `{wanted}`, found `{found}`", line.number));
            }
        };
        if let Some(action) = action(&player, line) {
            said.extend(player.act(action, now_ms).into_iter().map(|spoken| spoken.text.into_owned()));
        } else if let Some(seconds) = line.word.strip_prefix('+') {
            let end_ms = now_ms + ms(seconds);
            while now_ms < end_ms {
                now_ms = end_ms.min(now_ms + LOOK_MS);
                said.extend(player.look(now_ms).into_iter().map(|spoken| spoken.text.into_owned()));
            }
        } else {
            match line.word {
                "jump" => {
                    now_ms += ms(line.rest);
                    said.extend(player.look(now_ms).into_iter().map(|spoken| spoken.text.into_owned()));
                }
                "shows" => expect("shows", &shown(&player), &line.rest.to_lowercase()),
                "paused" => expect("is", if player.is_paused() { "paused" } else { "running" }, "paused"),
                "running" => expect("is", if player.is_paused() { "paused" } else { "running" }, "running"),
                "says" => {
                    expect("says", said.get(expected).map_or("nothing", |said: &String| said), line.rest);
                    expected += 1;
                }
                "silent" => {
                    expect("says", said.get(expected).map_or("nothing", |said| said), "nothing");
                    expected = said.len();
                }
                "notes" => {
                    let notes: Notes = serde_json::from_str(line.rest).expect("notes");
                    assert!(notes.are_about(&playbook.asks), "{name}.run:{}: not about it", line.number);
                    *results.notes_mut() = notes;
                }
                "" => {}
                "rounds" => expect("rounds", &player.rounds().to_string(), line.rest),
                "total" => {
                    expect("total", &StageClock::seconds_passed(player.total_ms()).to_string(), line.rest);
                }
                other => panic!("{name}.run:{}: nobody knows `{other}`", line.number),
            }
        }
    }
    wrong
}

#[test]
fn sessions_are_played_as_they_are_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/player");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "run"));
    paths.sort();
    assert!(paths.len() >= 10, "there are {} sessions", paths.len());
    let wrong: Vec<String> = paths.iter().flat_map(|path| play(path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
