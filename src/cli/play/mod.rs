//! `wodc play`
//!
//! ```text
//! Playbook ─▶ playback ─▶ Player ──▶ face ──▶ draw ─▶ screen
//!               │  ▲         └─ what is said ──▶ voice
//!               │  └── keyboard, signals
//!               ├───▶ bell
//!               └───▶ notebook ──▶ keeper, then the results file
//! ```

mod bell;
mod choose;
mod clock;
mod digits;
mod draw;
mod face;
mod keeper;
mod keyboard;
mod keys;
mod notebook;
mod playback;
mod signals;
mod strip;
mod terminal;
mod text;
mod voice;

#[cfg(test)]
mod tests;

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::{Args, ValueHint};

use self::choose::Chosen;
use self::draw::Colours;
use self::keeper::Keeper;
use self::keyboard::Keyboard;
use self::notebook::{Handed, Notebook};
use self::playback::{Left, Setting};
use self::signals::Signals;
use self::terminal::Screen;
use self::voice::{Speaker, Voice};
use super::athlete::AthleteArgument;
use super::build::level_parser;
use super::colour::Colour;
use super::log::Writer;
use super::outcome::{Outcome, Trouble};
use super::outputs::{self, Analysed};
use super::report::{Report, ReportFormat, Telling};
use super::settings::{self, Asked};
use super::{HELP_TEMPLATE, streams, visible};
use crate::check::program::Level;
use crate::emit::cues;
use crate::emit::player::model::Playbook;

const EXAMPLES: &str = "  wodc play lower.wod
  wodc play week.wod --workout legs --level beginner
  wodc play lower.wod --silent
  wodc play lower.wod --speed 10    ten times as fast, to try it out";

const KEYS: &str = "Keys: enter starts; space or p pauses and resumes; d or enter ends a step that
has no clock, and counts a round of an AMRAP; s or the right arrow skips; b or
the left arrow goes back; x swaps the movement; m mutes; r starts over; q quits.
e writes down the last set, as `5 x 60kg` or `missed`; a says that it was as
asked, f that it was missed. The screen shows the keys that do something at the
moment.

At the end the results are added to the athlete's results file, or printed. What
was done of a workout that is left in its midst is kept, and offered when it is
played again.

The voice is espeak-ng, espeak, say or spd-say, whichever is installed.";

/// Runs a workout in the terminal, with a clock, a bell and a voice
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = KEYS, help_template = HELP_TEMPLATE)]
pub struct PlayArguments {
    /// The workout's file
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,

    /// Which workout to run if there are several: its title or a part of it; asks
    /// by default
    #[arg(long, value_name = "NAME")]
    workout: Option<String>,

    /// Which end of ranges to take [default: the workout's own level, or
    /// intermediate]
    #[arg(long, value_name = "LEVEL", value_parser = level_parser())]
    level: Option<Level>,

    #[command(flatten)]
    athlete: AthleteArgument,

    /// Play the next session of the file's plan: the first after the last that is
    /// in the results
    #[arg(long)]
    next: bool,

    /// How fast the voice speaks, in words a minute [default: 150]
    #[arg(long, value_name = "WORDS")]
    #[arg(value_parser = clap::value_parser!(u32).range(i64::from(cues::Voice::SLOWEST)..=i64::from(cues::Voice::FASTEST)))]
    rate: Option<u32>,

    /// Start without bell and voice; m turns them on
    #[arg(long)]
    silent: bool,

    /// Run this many times as fast, from 1 to 60, to try a workout out
    #[arg(long, value_name = "TIMES", default_value_t = 1, hide_default_value = true)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=FASTEST))]
    speed: u32,

    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
}

/// The highest speed: an hour's workout takes a minute. At higher ones nothing can be read.
const FASTEST: i64 = 60;

/// What is played, and how.
struct Playable {
    playbooks: Vec<Playbook>,
    words_per_minute: u32,
    /// Where the results go.
    writer: Option<Writer>,
}

/// Runs `wodc play`.
pub fn run(arguments: &PlayArguments) -> Result<Outcome, Trouble> {
    let playable = match compile(arguments)? {
        Ok(playable) => playable,
        Err(outcome) => return Ok(outcome),
    };
    let named = arguments.workout.as_deref();
    let named = named.map(|name| choose::by_name(&playable.playbooks, name)).transpose()?;
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Trouble::new(format!(
            "`wodc play` needs a terminal; `wodc build {} --to cues -o -` prints what it would say, with the times",
            visible::name(&arguments.file)
        )));
    }
    let no_terminal = |error: io::Error| Trouble::new(format!("the terminal cannot be used: {error}"));
    let signals = Signals::listen().map_err(no_terminal)?;
    let mut screen = Screen::take().map_err(no_terminal)?;
    let left = play(&mut screen, arguments, &playable, named, &signals);
    drop(screen);
    let left = match (left, signals.ending()) {
        (Ok(left), _) => left,
        // Reading from a terminal that was closed fails; the signal says why it ended.
        (Err(_), Some(by)) => Left::at_once(Some(by)),
        (Err(error), None) => return Err(no_terminal(error)),
    };
    let printed = streams::print(&visible::visible(&left.summary));
    let handed = hand_over(left.handed, left.keeper, playable.writer);
    if let Some(by) = left.by {
        by.end_program();
    }
    printed.and(handed).map(|()| Outcome::Fine)
}

/// Adds the results to the athlete's file. Where there is none, and where they could not be added, they are printed.
fn hand_over(handed: Handed, keeper: Option<Keeper>, writer: Option<Writer>) -> Result<(), Trouble> {
    let print = |text: &str| streams::print(&format!("\n{}", visible::visible(text)));
    match handed {
        Handed::Nothing => Ok(()),
        Handed::Kept => {
            streams::print_error(
                "what was done is kept: `wodc play` offers it when this workout is next played\n",
            );
            Ok(())
        }
        Handed::Printed(text) => print(&text),
        Handed::Given(text) => {
            match writer.map(|writer| writer.write(text.clone())) {
                None => print(&text)?,
                Some(Ok(said)) => streams::print_error(&format!("{}\n", visible::on_one_line(&said))),
                Some(Err(why)) => {
                    print(&text)?;
                    return Err(Trouble::new(why));
                }
            }
            if let Some(keeper) = keeper {
                keeper.forget();
            }
            Ok(())
        }
    }
}

/// Compiles the file. Returns its workouts, or the exit code if there are mistakes.
fn compile(arguments: &PlayArguments) -> Result<Result<Playable, Outcome>, Trouble> {
    let file = &arguments.file;
    if file.as_os_str() == "-" {
        return Err(Trouble::new("`wodc play` reads keys from standard input; name a file to play"));
    }
    if file.is_dir() {
        return Err(Trouble::new(format!("`{}` is a folder; name one file to play", visible::name(file))));
    }
    let asked = Asked {
        level: arguments.level,
        rate: arguments.rate,
        athlete: arguments.athlete.athlete.clone(),
        results: arguments.athlete.results.clone(),
        next: arguments.next,
        ..Asked::default()
    };
    let (jobs, mut troubles) = settings::find(std::slice::from_ref(file), &asked);
    let (analysed, unread) = outputs::analyse_all(jobs);
    troubles.extend(unread);
    if analysed.len() > 1 {
        let several = analysed.len();
        return Err(Trouble::new(format!(
            "a workout is played for one athlete, and `--athlete` names {several}; name one of them"
        )));
    }
    if !troubles.is_empty() {
        return Ok(Err(streams::tell_all(&troubles)));
    }
    let playbooks: Vec<Playbook> = analysed.iter().flat_map(Analysed::playbooks).collect();
    let writer = analysed.first().and_then(|one| match &arguments.athlete.results {
        // What is only tried out is not written down.
        _ if arguments.speed > 1 => None,
        Some(named) => Writer::to(&one.job, named),
        None => Writer::of(&one.job),
    });
    let compiled: Vec<_> = analysed.into_iter().map(Analysed::without_outputs).collect();
    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    report.print(Telling { format: ReportFormat::Human, color: arguments.color })?;
    if report.outcome() != Outcome::Fine {
        return Ok(Err(report.outcome()));
    }
    let rate = compiled.first().map(|one| one.job.wanted.request.options.voice.words_per_minute);
    let words_per_minute = rate.unwrap_or_else(|| cues::Voice::default().words_per_minute);
    if playbooks.is_empty() {
        return Err(Trouble::new(format!("`{}` has no workout to play", visible::name(file))));
    }
    Ok(Ok(Playable { playbooks, words_per_minute, writer }))
}

/// Plays the workout that is named, or else the one that the athlete chooses.
fn play(
    screen: &mut Screen,
    arguments: &PlayArguments,
    playable: &Playable,
    named: Option<usize>,
    signals: &Signals,
) -> io::Result<Left> {
    let playbooks = &playable.playbooks;
    let hands = (&Keyboard::listen(), signals);
    let chosen = match (named, &playbooks[..]) {
        (Some(named), _) => named,
        (None, [_]) => 0,
        (None, _) => match choose::on_screen(screen, playbooks, hands)? {
            Chosen::Workout(chosen) => chosen,
            Chosen::None(by) => return Ok(Left::at_once(by)),
        },
    };
    let Some(playbook) = playbooks.get(chosen) else {
        return Ok(Left::at_once(None));
    };
    let voice = Voice::new(Speaker::find(), playable.words_per_minute);
    let in_colour = streams::output_in_colour(arguments.color);
    let setting = Setting {
        speed: arguments.speed,
        muted: arguments.silent,
        colours: if in_colour { Colours::Some } else { Colours::None },
    };
    // What is only tried out is not kept.
    let keeper = if arguments.speed > 1 { None } else { Keeper::of(&arguments.file, playbook) };
    let file = playable.writer.as_ref().map(|writer| writer.shown.clone());
    playback::run(screen, playbook, (voice, Notebook::of(playbook, keeper, file)), hands, &setting)
}
