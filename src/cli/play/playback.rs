//! The loop that plays a workout: reads the clock, draws, speaks and does what the keys ask for.

use std::io;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::KeyEvent;

use super::bell::Bell;
use super::clock::{Clock, on_the_wall};
use super::draw::{self, Colours};
use super::face::Face;
use super::keeper::Keeper;
use super::keyboard::Keyboard;
use super::keys::{Command, Typing};
use super::notebook::{Handed, Notebook, Turn};
use super::signals::{self, Ending, Signals};
use super::terminal::Screen;
use super::text::clean;
use super::voice::Voice;
use crate::emit::player::model::Playbook;
use crate::play::{Action, Phase, Player};

/// How often the clock is read: often enough that no second appears to be late.
pub const LOOK_EVERY: Duration = Duration::from_millis(50);

/// How often a session that runs is kept, so that little of a long run is lost.
const KEEP_EVERY: Duration = Duration::from_secs(5);

/// The options of a playback.
pub struct Setting {
    /// How many times as fast as in life the workout runs.
    pub speed: u32,
    /// Whether bell and voice are off at the start.
    pub muted: bool,
    /// Which colours are used.
    pub colours: Colours,
}

/// How a playback ended.
pub struct Left {
    /// A summary of what was done.
    pub summary: String,
    /// What becomes of the results.
    pub handed: Handed,
    /// Where the session is kept.
    pub keeper: Option<Keeper>,
    /// The signal that ended it, if one did.
    pub by: Option<Ending>,
}

impl Left {
    /// Returns how a playback ends in which nothing was done.
    pub fn at_once(by: Option<Ending>) -> Self {
        Self { summary: String::new(), handed: Handed::Nothing, keeper: None, by }
    }
}

/// The most movements that can be chosen by number: there are keys for 1 to 9.
const MOST_NUMBERED: usize = 9;

/// A question that must be answered before something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Whether to leave in the midst of a workout of which something was done, or of which nothing was.
    Quit {
        has_any: bool,
    },
    Restart,
    /// Whether to forget the session that was left before.
    Forget,
    /// Which of several movements to swap. The question holds for this phase alone.
    Swap(Phase),
}

/// What an answer leads to.
enum Answer {
    Leave,
    /// The session ends here, with its results.
    End,
    Forget,
    Do(Action),
}

impl Question {
    fn text(self, player: &Player<'_>) -> String {
        match self {
            Question::Quit { has_any: false } => "Leave? y or q: yes".to_owned(),
            Question::Quit { has_any: true } => "Leave? y: yes, for now; e: end with results".to_owned(),
            Question::Restart => "Start over? y or r: yes".to_owned(),
            Question::Forget => "Forget it? y or r: yes".to_owned(),
            Question::Swap(_) => {
                let tasks = player.swappable().into_iter().take(MOST_NUMBERED);
                let names = tasks.filter_map(|task| player.doing(task)).map(|doing| clean(doing.name));
                let numbered: Vec<_> = (1..).zip(names).map(|(n, name)| format!("{n} {name}")).collect();
                numbered.join("  ")
            }
        }
    }

    /// Returns what a key answers: `y`, or the same key again, says yes, and a number chooses. Any other key says no.
    fn answer(self, command: Command, player: &Player<'_>) -> Option<Answer> {
        match (self, command) {
            (Question::Quit { .. }, Command::Yes | Command::Quit) => Some(Answer::Leave),
            (Question::Quit { has_any: true }, Command::Note) => Some(Answer::End),
            (Question::Forget, Command::Yes | Command::Restart) => Some(Answer::Forget),
            (Question::Restart, Command::Yes | Command::Restart) => Some(Answer::Do(Action::Restart)),
            (Question::Swap(_), Command::Nth(nth)) => {
                let task = *player.swappable().get(nth)?;
                Some(Answer::Do(Action::Swap { task, swap: player.next_swap(task) }))
            }
            (Question::Quit { .. } | Question::Restart | Question::Forget | Question::Swap(_), _) => None,
        }
    }
}

/// Whether a playback goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Suspend,
    Leave(Option<Ending>),
    /// With the results.
    Give,
}

struct Playback<'p> {
    player: Player<'p>,
    voice: Voice,
    bell: Bell,
    muted: bool,
    question: Option<Question>,
    notebook: Notebook<'p>,
}

/// Plays a workout until it is left.
pub fn run<'p>(
    screen: &mut Screen,
    playbook: &'p Playbook,
    (voice, notebook): (Voice, Notebook<'p>),
    (keyboard, signals): (&Keyboard, &Signals),
    setting: &Setting,
) -> io::Result<Left> {
    let mut playback = Playback {
        player: Player::new(playbook),
        voice,
        bell: Bell::default(),
        muted: setting.muted,
        question: None,
        notebook,
    };
    let mut clock = Clock::start();
    let mut now_ms = || {
        let passed = clock.passed().saturating_mul(setting.speed);
        i64::try_from(passed.as_millis()).unwrap_or(i64::MAX)
    };
    let mut kept = (Phase::Ready, Instant::now());
    let flow = loop {
        if let Some(ending) = signals.ending() {
            break Flow::Leave(Some(ending));
        }
        if signals.was_continued() {
            screen.take_again()?;
        }
        if playback.look(now_ms()) {
            screen.ring()?;
        }
        let face = playback.face();
        screen.draw(|frame| draw::draw(frame, &face, setting.colours))?;
        let key = keyboard.next(LOOK_EVERY)?;
        let flow = key.map_or(Flow::On, |key| playback.press_key(key, now_ms()));
        if key.is_some() || kept.0 != playback.player.phase() || kept.1.elapsed() >= KEEP_EVERY {
            kept = (playback.player.phase(), Instant::now());
            playback.notebook.keep(&playback.player);
        }
        match flow {
            Flow::On => {}
            Flow::Suspend => {
                playback.act(Action::Pause, now_ms());
                screen.lend(signals::suspend)?;
            }
            Flow::Leave(_) | Flow::Give => break flow,
        }
    };
    playback.voice.stop();
    playback.player.look(now_ms());
    Ok(playback.left(flow))
}

impl<'p> Playback<'p> {
    /// Moves on to this moment, and tells whether the bell rings.
    fn look(&mut self, now_ms: i64) -> bool {
        self.pass(now_ms);
        self.voice.go_on();
        self.bell.rings(&self.player) && !self.muted
    }

    /// Moves the player to this moment. A question about the place before is dropped.
    fn pass(&mut self, now_ms: i64) {
        let spoken = self.player.look(now_ms);
        self.speak(spoken);
        if matches!(self.question, Some(Question::Swap(phase)) if phase != self.player.phase()) {
            self.question = None;
        }
    }

    fn speak(&mut self, spoken: Vec<crate::play::Spoken<'p>>) {
        if !self.muted {
            spoken.iter().for_each(|one| self.voice.say(&one.text));
        }
    }

    /// Does what a key asks for, and stops the voice.
    fn act(&mut self, action: Action, now_ms: i64) {
        let before = (self.player.phase(), self.player.is_paused());
        let spoken = self.player.act(action, now_ms);
        // A swap may leave the place as it is, but what is being said is about the other movement.
        let is_over = matches!(action, Action::Back | Action::Swap { .. });
        if is_over || before != (self.player.phase(), self.player.is_paused()) {
            self.voice.stop();
        }
        self.speak(spoken);
    }

    /// Returns what is on screen.
    fn face(&self) -> Face<'p> {
        let question = self.question.map(|question| question.text(&self.player)).unwrap_or_default();
        let face = Face::of(&self.player, &question)
            .with_sound(self.sound(), !self.muted && !self.voice.can_speak());
        self.notebook.on(face, &self.player)
    }

    /// Returns what is left of it when it is over.
    fn left(mut self, flow: Flow) -> Left {
        let begun = !matches!(self.player.phase(), Phase::Ready | Phase::LeadIn);
        let summary = if begun { self.player.summary().write() } else { String::new() };
        self.notebook.keep(&self.player);
        let (handed, by) = match flow {
            Flow::Give => (self.notebook.given(&self.player), None),
            Flow::Leave(by) => (self.notebook.left(&self.player), by),
            Flow::On | Flow::Suspend => (Handed::Nothing, None),
        };
        Left { summary, handed, keeper: self.notebook.into_keeper(), by }
    }

    /// Does what a key asks for: in the line that is typed, on the page that is shown, or in the workout.
    fn press_key(&mut self, key: KeyEvent, now_ms: i64) -> Flow {
        let command = Command::of(key);
        let is_for_all = matches!(command, Command::Interrupt | Command::Suspend);
        if self.notebook.is_typing() && !is_for_all {
            self.pass(now_ms);
            self.notebook.type_key(Typing::of(key), &self.player);
            return Flow::On;
        }
        self.press(command, now_ms)
    }

    /// Does what a key asks for on a page that is shown instead of the workout.
    fn turn(&mut self, command: Command) -> Flow {
        if command == Command::Restart {
            self.question = Some(Question::Forget);
            return Flow::On;
        }
        match self.notebook.press(command, &self.player) {
            Turn::Stay => Flow::On,
            Turn::Give => Flow::Give,
            Turn::Leave => Flow::Leave(None),
            Turn::Resume => {
                if let Some(player) = self.notebook.resume() {
                    self.player = player;
                }
                Flow::On
            }
        }
    }

    /// Leaves, or asks before.
    fn quit(&mut self) -> Flow {
        let has_any = self.notebook.has_any(&self.player);
        match self.player.phase() {
            Phase::Ready => return Flow::Leave(None),
            Phase::End if has_any && self.notebook.has_file() => self.notebook.show(),
            Phase::End if has_any => return Flow::Give,
            Phase::End => return Flow::Leave(None),
            Phase::LeadIn | Phase::Stage(_) => self.question = Some(Question::Quit { has_any }),
        }
        Flow::On
    }

    fn answer(&mut self, answer: Option<Answer>, now_ms: i64) -> Flow {
        match answer {
            Some(Answer::Leave) => return Flow::Leave(None),
            Some(Answer::Do(action)) => {
                if action == Action::Restart {
                    self.notebook.clear();
                }
                self.act(action, now_ms);
            }
            Some(Answer::End) => {
                self.act(Action::Pause, now_ms);
                self.notebook.end(&self.player);
            }
            Some(Answer::Forget) => {
                self.notebook.clear();
                self.act(Action::Restart, now_ms);
            }
            None => {}
        }
        Flow::On
    }

    fn press(&mut self, command: Command, now_ms: i64) -> Flow {
        // A stage that the clock has ended by now is over before the key does anything.
        self.pass(now_ms);
        if let Some(question) = self.question.take()
            && command != Command::Interrupt
            && command != Command::Suspend
        {
            return self.answer(question.answer(command, &self.player), now_ms);
        }
        let is_for_all = matches!(command, Command::Interrupt | Command::Suspend | Command::Mute);
        if self.notebook.is_shown() && !is_for_all {
            return self.turn(command);
        }
        let is_under_way = self.player.phase() != Phase::Ready;
        match (command, self.player.phase()) {
            (Command::Interrupt, _) => return Flow::Leave(Some(Ending::INTERRUPT)),
            (Command::Suspend, _) => return Flow::Suspend,
            (Command::Quit, _) => return self.quit(),
            (Command::Restart, Phase::End) if !self.notebook.has_any(&self.player) => {
                self.act(Action::Restart, now_ms);
            }
            (Command::Restart, _) if is_under_way => self.question = Some(Question::Restart),
            (Command::Restart, _) => self.act(Action::Restart, now_ms),
            (Command::GoOn | Command::Pause, Phase::Ready) => {
                self.notebook.begin(on_the_wall());
                self.act(Action::Start, now_ms);
            }
            (Command::GoOn, Phase::End) if self.notebook.has_any(&self.player) => {
                self.notebook.end(&self.player);
            }
            (Command::Note, Phase::LeadIn | Phase::Stage(_) | Phase::End) => self.notebook.open(&self.player),
            (Command::AsAsked, _) => self.notebook.as_asked(&self.player),
            (Command::Missed, _) => self.notebook.missed(&self.player),
            (Command::Pause, _) if self.player.is_paused() => self.act(Action::Resume, now_ms),
            (Command::Pause, _) => self.act(Action::Pause, now_ms),
            (Command::GoOn, _) if self.player.is_paused() => self.act(Action::Resume, now_ms),
            (Command::GoOn | Command::Done, _) => self.act(Action::Done, now_ms),
            (Command::Skip, _) => self.act(Action::Skip, now_ms),
            (Command::Back, _) => self.act(Action::Back, now_ms),
            (Command::Swap, place) => match self.player.swappable()[..] {
                [] => {}
                [task] => self.act(Action::Swap { task, swap: self.player.next_swap(task) }, now_ms),
                [_, _, ..] => self.question = Some(Question::Swap(place)),
            },
            (Command::Mute, _) => {
                self.muted = !self.muted;
                self.voice.stop();
            }
            (
                Command::Yes | Command::Note | Command::Up | Command::Down | Command::Nth(_) | Command::Other,
                _,
            ) => {}
        }
        Flow::On
    }

    /// Returns what the key for the sound does.
    fn sound(&self) -> &'static str {
        if self.muted { "sound" } else { "mute" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::play::tests::playbooks;

    #[test]
    fn a_question_about_a_round_is_not_answered_in_the_next() {
        let text = "workout \"Rounds\" < emom 2min < squat 10 or lunge 10; push-up 5 or dip 5 > >";
        let playbook = &playbooks(text)[0];
        let mut playback = Playback {
            player: Player::new(playbook),
            voice: Voice::new(None, 150),
            bell: Bell::default(),
            muted: true,
            question: None,
            notebook: Notebook::of(playbook, None, None),
        };
        playback.press(Command::GoOn, 0);
        playback.press(Command::Skip, 0);
        playback.press(Command::Swap, 1000);
        assert_eq!(playback.question, Some(Question::Swap(Phase::Stage(0))));
        // The minute is over, and the player was not moved since.
        playback.press(Command::Nth(0), 60_000);
        assert_eq!(playback.player.phase(), Phase::Stage(1));
        let squat = playback.player.swappable()[0];
        assert_eq!(playback.player.chosen(squat), None);
        playback.press(Command::Swap, 61_000);
        playback.press(Command::Nth(0), 61_000);
        assert_eq!(playback.player.chosen(squat), Some(0));
    }
}
