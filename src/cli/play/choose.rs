//! Choosing a workout from a file with several.

use std::io;

use ratatui::Frame;
use ratatui::style::{Modifier, Style};

use super::keyboard::Keyboard;
use super::keys::Command;
use super::playback::LOOK_EVERY;
use super::signals::{Ending, Signals};
use super::terminal::Screen;
use super::text::{clean, fit};
use crate::catalog::fold;
use crate::cli::outcome::Trouble;
use crate::emit::player::model::Playbook;

/// The outcome of the choice.
pub enum Chosen {
    /// The workout with this index.
    Workout(usize),
    /// None: the athlete left the list, or a signal ended it.
    None(Option<Ending>),
}

/// Finds a workout by its title, ignoring case. A part of the title is enough if no other title contains it.
pub fn by_name(playbooks: &[Playbook], name: &str) -> Result<usize, Trouble> {
    let wanted = fold(&clean(name));
    let titles: Vec<String> = playbooks.iter().map(|playbook| fold(&clean(&playbook.title))).collect();
    if let Some(exactly) = titles.iter().position(|title| *title == wanted) {
        return Ok(exactly);
    }
    let mut having = titles.iter().enumerate().filter(|(_, title)| title.contains(&wanted));
    match (having.next(), having.next()) {
        (Some((found, _)), None) => Ok(found),
        (None, _) => {
            Err(Trouble::new(format!("there is no workout `{name}`; there is {}", listed(playbooks))))
        }
        (Some(_), Some(_)) => Err(Trouble::new(format!(
            "several workouts are named like `{name}`; there is {}",
            listed(playbooks)
        ))),
    }
}

/// Lists the titles: `` `Warm-up`, `Legs` ``.
fn listed(playbooks: &[Playbook]) -> String {
    let titles: Vec<String> =
        playbooks.iter().map(|playbook| format!("`{}`", clean(&playbook.title))).collect();
    titles.join(", ")
}

/// Shows the workouts and waits for a choice.
pub fn on_screen(
    screen: &mut Screen,
    playbooks: &[Playbook],
    (keyboard, signals): (&Keyboard, &Signals),
) -> io::Result<Chosen> {
    let mut at = 0;
    let last = playbooks.len().saturating_sub(1);
    loop {
        if let Some(ending) = signals.ending() {
            return Ok(Chosen::None(Some(ending)));
        }
        if signals.was_continued() {
            screen.take_again()?;
        }
        screen.draw(|frame| draw(frame, playbooks, at))?;
        let Some(key) = keyboard.next(LOOK_EVERY)? else { continue };
        match Command::of(key) {
            Command::Up => at = at.saturating_sub(1),
            Command::Down => at = last.min(at + 1),
            Command::GoOn => return Ok(Chosen::Workout(at)),
            Command::Nth(number) if number <= last => return Ok(Chosen::Workout(number)),
            Command::Quit => return Ok(Chosen::None(None)),
            Command::Interrupt => return Ok(Chosen::None(Some(Ending::INTERRUPT))),
            Command::Suspend => screen.lend(super::signals::suspend)?,
            Command::Nth(_)
            | Command::Done
            | Command::Pause
            | Command::Skip
            | Command::Back
            | Command::Restart
            | Command::Swap
            | Command::Mute
            | Command::Yes
            | Command::Note
            | Command::AsAsked
            | Command::Missed
            | Command::Other => {}
        }
    }
}

/// Draws the list, with the chosen one in view.
pub fn draw(frame: &mut Frame<'_>, playbooks: &[Playbook], at: usize) {
    let area = frame.area();
    let (wide, high) = (usize::from(area.width), usize::from(area.height));
    let room = high.saturating_sub(2).max(1);
    let first = at.saturating_sub(room - 1);
    let buffer = frame.buffer_mut();
    let mut line = |row: usize, text: &str, style: Style| {
        if let Ok(y) = u16::try_from(row)
            && row < high
        {
            buffer.set_stringn(area.x, area.y + y, fit(text, wide), wide, style);
        }
    };
    line(0, "Which workout?", Style::new().add_modifier(Modifier::BOLD));
    for (row, (number, playbook)) in playbooks.iter().enumerate().skip(first).take(room).enumerate() {
        let (mark, style) = if number == at {
            ("▶", Style::new().add_modifier(Modifier::REVERSED))
        } else {
            (" ", Style::new())
        };
        let text = format!("{mark} {} {} · {}", number + 1, clean(&playbook.title), clean(&playbook.time));
        line(row + 1, &text, style);
    }
    if high > 2 {
        line(high - 1, "↑ ↓ choose  enter start  q quit", Style::new());
    }
}
