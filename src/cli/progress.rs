//! A progress bar for long runs, which names the current file.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run may take before it shows a bar: about as long as people wait patiently.
const PATIENCE: Duration = Duration::from_secs(1);

/// The template of the bar: `[=====>    ] 120/400 outputs made, build/legs.pdf`.
const LOOK: &str = "[{bar:30}] {pos}/{len} {prefix}, {wide_msg}";

/// Counts what is done, and shows a bar on a terminal if the run takes long.
pub struct Progress {
    all: usize,
    what: &'static str,
    done: AtomicUsize,
    started: Instant,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts counting up to `all`; `what` is what is counted.
    pub fn new(all: usize, what: &'static str) -> Self {
        Self { all, what, done: AtomicUsize::new(0), started: Instant::now(), bar: OnceLock::new() }
    }

    /// Shows the current file, whose name must be safe to show in a terminal.
    pub fn at(&self, name: &str) {
        let is_long = || self.started.elapsed() > PATIENCE && io::stderr().is_terminal();
        if self.bar.get().is_some() || is_long() {
            let bar = self.bar.get_or_init(|| self.start());
            bar.set_position(self.done.load(Ordering::Relaxed) as u64);
            bar.set_message(name.to_owned());
        }
    }

    /// Counts one more.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Removes the bar.
    pub fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn start(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.all as u64), ProgressDrawTarget::stderr());
        // A test holds the template to be one.
        let style = ProgressStyle::with_template(LOOK).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("=> "));
        bar.set_prefix(self.what);
        bar
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_look_of_the_bar_is_a_template() {
        assert!(ProgressStyle::with_template(LOOK).is_ok());
    }
}
