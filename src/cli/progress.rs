//! A bar that shows how far a long run has come.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};

/// How long a run may take before it shows a bar: about as long as people wait without wondering.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts finished files, and shows a bar on a terminal once the run takes long.
pub struct Progress {
    files: usize,
    done: AtomicUsize,
    started: Instant,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts counting.
    pub fn new(files: usize) -> Self {
        Self { files, done: AtomicUsize::new(0), started: Instant::now(), bar: OnceLock::new() }
    }

    /// Counts one more finished file.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done < self.files && self.started.elapsed() > PATIENCE && io::stderr().is_terminal() {
            let bar = self.bar.get_or_init(|| {
                ProgressBar::with_draw_target(Some(self.files as u64), ProgressDrawTarget::stderr())
            });
            bar.set_position(done as u64);
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
