//! Outputs on their way out.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use super::Format;

/// An output that will be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Planned {
    /// Its format.
    pub format: Format,
    /// What comes between the name of the file and the extension: empty, or `-warm-up` where a file has several
    /// workouts; ends in `.cards` for station cards.
    pub suffix: Arc<str>,
    /// Which of the outputs of its file it is, from 0.
    pub number: usize,
}

/// Where outputs go, each as soon as it can be made.
pub trait Sink: Sync {
    /// Takes an output. `write` writes all of it, from its first byte to its last; it may be called from any thread, and
    /// outputs come in no particular order.
    fn put(&self, output: &Planned, write: &dyn Fn(&mut dyn io::Write) -> io::Result<()>);
}

/// One output.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Output {
    /// Its format.
    pub format: Format,
    /// What comes between the name of the file and the extension, as in [`Planned::suffix`].
    pub suffix: Arc<str>,
    /// All of it.
    pub content: Content,
}

/// What an output consists of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content(Vec<u8>);

impl Content {
    /// Returns it as text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// Returns it as a file holds it.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A sink that keeps all outputs in memory.
#[derive(Debug, Default)]
pub struct Collected {
    outputs: Mutex<Vec<(usize, io::Result<Output>)>>,
}

impl Collected {
    /// Returns the outputs, in the order of the formats. An error comes from an emitter: writing to memory does not fail.
    pub fn into_outputs(self) -> io::Result<Vec<Output>> {
        let mut outputs = self.outputs.into_inner().unwrap_or_else(PoisonError::into_inner);
        outputs.sort_by_key(|(number, _)| *number);
        outputs.into_iter().map(|(_, output)| output).collect()
    }
}

impl Sink for Collected {
    fn put(&self, output: &Planned, write: &dyn Fn(&mut dyn io::Write) -> io::Result<()>) {
        let mut bytes = Vec::new();
        let Planned { format, suffix, number } = output.clone();
        let output = write(&mut bytes).map(|()| Output { format, suffix, content: Content(bytes) });
        self.outputs.lock().unwrap_or_else(PoisonError::into_inner).push((number, output));
    }
}
