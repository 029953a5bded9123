//! Keys, as they are pressed.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEventKind};

use super::keys::Command;

/// How many keys wait at most. Whoever leans on a key waits for them to be done with.
const MOST_WAITING: usize = 64;

/// What was pressed and not yet asked for.
///
/// Keys are read in a thread of their own: reading never returns from a terminal that was closed, and a session has to.
#[derive(Debug)]
pub struct Keyboard {
    events: Receiver<io::Result<Event>>,
}

impl Keyboard {
    /// Begins to listen.
    pub fn listen() -> Self {
        let (sender, events) = sync_channel(MOST_WAITING);
        thread::spawn(move || {
            loop {
                let event = event::read();
                let is_over = event.is_err();
                if sender.send(event).is_err() || is_over {
                    return;
                }
            }
        });
        Self { events }
    }

    /// Returns what is asked for by the next key, if one is pressed within this time.
    pub fn next(&self, within: Duration) -> io::Result<Option<Command>> {
        match self.events.recv_timeout(within) {
            Ok(Ok(Event::Key(key))) if key.kind != KeyEventKind::Release => Ok(Some(Command::of(key))),
            // A new size of the terminal is seen when it is drawn.
            Ok(Ok(_)) | Err(RecvTimeoutError::Timeout) => Ok(None),
            Ok(Err(error)) => Err(error),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("no keys can be read")),
        }
    }
}
