//! The keys: what they do, and which of them are shown when.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::emit::player::model::{Ends, SegmentKind};
use crate::play::{LineKey, Phase, Player};

/// A key as it is shown: `p`, `pause`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// What is pressed.
    pub key: &'static str,
    /// What it does.
    pub does: &'static str,
}

/// The key that switches the sound off and on.
pub const MUTE: &str = "m";

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Enter: starts, or ends the current step.
    GoOn,
    /// Ends the current step, or counts a round.
    Done,
    /// Starts, pauses or resumes.
    Pause,
    /// Skips to the next stage.
    Skip,
    /// Goes back.
    Back,
    /// Starts over.
    Restart,
    /// Swaps the movement.
    Swap,
    /// Turns bell and voice off or on.
    Mute,
    /// Leaves.
    Quit,
    /// Answers a question with yes.
    Yes,
    /// Goes up in a list.
    Up,
    /// Goes down in a list.
    Down,
    /// Chooses the entry with this index.
    Nth(usize),
    /// Opens the line in which a set is written down.
    Note,
    /// Notes that the last set was done as asked.
    AsAsked,
    /// Notes that the last set was missed.
    Missed,
    /// Leaves at once.
    Interrupt,
    /// Returns to the shell.
    Suspend,
    /// Does nothing.
    Other,
}

impl Command {
    /// Returns the command of a key.
    pub fn of(event: KeyEvent) -> Self {
        let is_control = event.modifiers.contains(KeyModifiers::CONTROL);
        match event.code {
            KeyCode::Char('c' | 'C') if is_control => Command::Interrupt,
            KeyCode::Char('z' | 'Z') if is_control => Command::Suspend,
            KeyCode::Char(_) if is_control => Command::Other,
            KeyCode::Char(letter) => match letter.to_ascii_lowercase() {
                ' ' | 'p' => Command::Pause,
                'd' => Command::Done,
                's' => Command::Skip,
                'b' => Command::Back,
                'r' => Command::Restart,
                'x' => Command::Swap,
                'm' => Command::Mute,
                'q' => Command::Quit,
                'y' => Command::Yes,
                'e' => Command::Note,
                'a' => Command::AsAsked,
                'f' => Command::Missed,
                'k' => Command::Up,
                'j' => Command::Down,
                digit @ '1'..='9' => Command::Nth(digit as usize - '1' as usize),
                _ => Command::Other,
            },
            KeyCode::Enter => Command::GoOn,
            KeyCode::Right => Command::Skip,
            KeyCode::Left => Command::Back,
            KeyCode::Up => Command::Up,
            KeyCode::Down => Command::Down,
            KeyCode::Esc => Command::Quit,
            _ => Command::Other,
        }
    }
}

/// What a key asks for while a line is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// Changes the line.
    Key(LineKey),
    /// Keeps it.
    Keep,
    /// Closes it, and changes nothing.
    Close,
    /// Turns to the line before.
    Before,
    /// Turns to the line behind.
    Behind,
    /// Nothing.
    Nothing,
}

impl Typing {
    /// Returns what a key asks for.
    pub fn of(key: KeyEvent) -> Self {
        let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
        let is_alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter => Typing::Keep,
            KeyCode::Esc => Typing::Close,
            KeyCode::Up | KeyCode::BackTab => Typing::Before,
            KeyCode::Down | KeyCode::Tab => Typing::Behind,
            KeyCode::Char(letter) if is_control => match letter.to_ascii_lowercase() {
                'a' => Typing::Key(LineKey::Home),
                'e' => Typing::Key(LineKey::End),
                'u' => Typing::Key(LineKey::Clear),
                'w' => Typing::Key(LineKey::Word),
                'h' => Typing::Key(LineKey::Backspace),
                'p' => Typing::Before,
                'n' => Typing::Behind,
                _ => Typing::Nothing,
            },
            KeyCode::Char(_) if is_alt => Typing::Nothing,
            KeyCode::Char(letter) => Typing::Key(LineKey::Letter(letter)),
            KeyCode::Backspace => Typing::Key(LineKey::Backspace),
            KeyCode::Delete => Typing::Key(LineKey::Delete),
            KeyCode::Left => Typing::Key(LineKey::Left),
            KeyCode::Right => Typing::Key(LineKey::Right),
            KeyCode::Home => Typing::Key(LineKey::Home),
            KeyCode::End => Typing::Key(LineKey::End),
            _ => Typing::Nothing,
        }
    }
}

/// What can be done at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// The workout has not started.
    Ready,
    /// The workout runs or is paused.
    Running {
        /// Whether it is paused.
        paused: bool,
        /// What the key for done does, if it does anything.
        done: Option<&'static str>,
        /// Whether a movement can be swapped.
        swap: bool,
    },
    /// The workout is over.
    Ended,
}

impl Situation {
    /// Returns the situation at the current moment.
    pub fn of(player: &Player<'_>) -> Self {
        match player.phase() {
            Phase::Ready => Situation::Ready,
            Phase::End => Situation::Ended,
            Phase::LeadIn => Situation::Running { paused: player.is_paused(), done: None, swap: false },
            Phase::Stage(_) => {
                let done = player.stage().and_then(|stage| match player.ends(stage).0 {
                    Ends::Done | Ends::DoneOrClock => Some("done"),
                    Ends::Clock if stage.kind == SegmentKind::Amrap => Some("round"),
                    Ends::Clock => None,
                });
                let swap = !player.swappable().is_empty();
                Situation::Running { paused: player.is_paused(), done, swap }
            }
        }
    }

    /// Returns the keys that do something, the most important first.
    pub fn keys(self) -> Vec<Key> {
        let key = |key, does| Key { key, does };
        match self {
            Situation::Ready => vec![key("enter", "start"), key("q", "quit"), key(MUTE, "mute")],
            Situation::Running { paused, done, swap } => {
                let mut keys = Vec::new();
                keys.extend(done.map(|does| key("d", does)));
                keys.push(key("p", if paused { "go on" } else { "pause" }));
                keys.push(key("s", "skip"));
                keys.push(key("q", "quit"));
                keys.push(key("b", "back"));
                keys.extend(swap.then(|| key("x", "swap")));
                keys.push(key(MUTE, "mute"));
                keys.push(key("r", "restart"));
                keys
            }
            Situation::Ended => vec![key("q", "quit"), key("r", "restart")],
        }
    }
}
