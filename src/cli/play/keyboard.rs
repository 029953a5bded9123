//! Reading keys.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind};

/// The most keys that are kept: if somebody leans on a key, all of them have to be worked through.
const MOST_WAITING: usize = 64;

/// The keys that were pressed and not yet handled.
///
/// A thread of its own reads them, since reading from a terminal that was closed never returns.
#[derive(Debug)]
pub struct Keyboard {
    events: Receiver<io::Result<Event>>,
}

impl Keyboard {
    /// Starts to read keys.
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

    /// Returns the next key, if one is pressed within this time.
    pub fn next(&self, within: Duration) -> io::Result<Option<KeyEvent>> {
        match self.events.recv_timeout(within) {
            Ok(Ok(Event::Key(key))) if key.kind != KeyEventKind::Release => Ok(Some(key)),
            // A change of the terminal's size is noticed when the screen is drawn.
            Ok(Ok(_)) | Err(RecvTimeoutError::Timeout) => Ok(None),
            Ok(Err(error)) => Err(error),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("no keys can be read")),
        }
    }
}
